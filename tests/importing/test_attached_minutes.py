"""Minutes of an earlier meeting attached inside a paper become a meeting of their own."""

import datetime as dt
from pathlib import Path

from app.importing.lines import make_lines
from app.importing.reading import read_lines, read_paper
from app.models.draft import ImportDraft
from app.models.richtext import plain

PAPERS = Path(__file__).resolve().parents[1] / "data" / "papers"
EARLIER = {"4. marts 2026": "10. december 2025", "04.03.2026": "10.12.2025"}


def paper(name: str) -> str:
    return (PAPERS / f"{name}.txt").read_text(encoding="utf-8")


def earlier_minutes() -> str:
    """The minutes of layout C as if held three months before."""
    text = paper("layout_c")
    for now, before in EARLIER.items():
        text = text.replace(now, before)
    return text


def read(text: str, folder: Path) -> ImportDraft:
    path = folder / "bundle.txt"
    path.write_text(text, encoding="utf-8")
    return read_paper(path)


def c_in_c(folder: Path) -> ImportDraft:
    """Behind item 2 stands a separator page and then the whole earlier paper."""
    head, tail = paper("layout_c").split("Åben\nPunkt 3.", 1)
    header = " Mødet den 04.03.2026 Styregruppen for Fjordsamarbejdet"
    head = head.rstrip().removesuffix(header.strip())
    separator = " 2. REFERAT (EKSKL. BILAG)\nDEN 10.12.25\n"
    inner = earlier_minutes()
    return read(f"{head}\n{separator}{inner}\n{header}\n\nÅben\nPunkt 3.{tail}", folder)


def a_in_b(folder: Path) -> ImportDraft:
    """Layout A behind the approving item of layout B, under the outer meeting's breadcrumb."""
    head, tail = paper("layout_b").split(" Punkt 3.\n", 1)
    crumb = " Punkt 2: Godkendelse af referat fra seneste møde\n"
    footer = "\nFjordudvalget Møde den 02.05.2024\nkl. 10.00 Side 2 af 4\n"
    return read(f"{head}{crumb}{paper('layout_a')}{footer}\n Punkt 3.\n{tail}", folder)


def test_the_outer_paper_reads_as_if_nothing_were_attached(tmp_path: Path) -> None:
    (tmp_path / "alone.txt").write_text(paper("layout_c"), encoding="utf-8")
    alone = read_paper(tmp_path / "alone.txt").meetings[0]
    outer = c_in_c(tmp_path).meetings[0]
    assert [(i.number, i.title, i.decision_text) for i in outer.items] == [
        (i.number, i.title, i.decision_text) for i in alone.items
    ]
    assert [p.name for p in outer.attendance] == [p.name for p in alone.attendance]


def test_the_attached_minutes_are_whole_and_know_who_approves_them(tmp_path: Path) -> None:
    outer, inner = c_in_c(tmp_path).meetings
    assert (inner.date, inner.approved_in_item) == (dt.date(2025, 12, 10), 2)
    assert [item.number for item in inner.items] == [1, 2, 3, 4, 5, 6, 7]
    assert len(inner.attendance) == 10
    assert outer.items[1].attached_minutes == [inner]
    assert (outer.coverage, inner.coverage) == (1.0, 1.0)


def test_minutes_of_another_layout_are_read_by_their_own(tmp_path: Path) -> None:
    outer, inner = a_in_b(tmp_path).meetings
    assert [(m.layout, m.date) for m in (outer, inner)] == [
        ("B", dt.date(2024, 5, 2)),
        ("A", dt.date(2023, 9, 14)),
    ]
    assert [item.number for item in outer.items] == [1, 2, 3, 4]
    assert [item.number for item in inner.items] == [1, 2, 3, 4]
    assert inner.approved_in_item == 2
    assert (outer.coverage, inner.coverage) == (1.0, 1.0)


def test_a_sentence_about_a_meeting_is_no_cover_of_attached_minutes(tmp_path: Path) -> None:
    last = " Mødet den 04.03.2026 Fjordudvalget\n\nÅben\nPunkt 2.\n\nNæste møde\n\n"
    told = "Mødet den 11. september 2026 er flyttet til den 18. september 2026 kl. 12.30-15.30."
    cover = " REFERAT DEN 10.12.25\n(EKSKL. BILAG)\n\n Fjordudvalget\n\n"
    outer, inner = read(
        " Mødet den 04.03.2026 Fjordudvalget\n\nÅben\nPunkt 1.\n\nGodkendelse af referat\n\n"
        f"Beslutning:\n\nGodkendt.\n{last}{told}\n\nBeslutning:\n\nTil efterretning.\n{cover}"
        "Mødet den 10. december 2025, kl. 9-11\n\nKlitby\n Mødet den 10.12.2025 Fjordudvalget\n\n"
        "Åben\nPunkt 1.\n\nEventuelt\n\nBeslutning:\n\nIntet.\n",
        tmp_path,
    ).meetings
    assert plain(outer.items[1].sections[0].text) == told
    assert outer.items[1].decision_text == "Til efterretning."
    assert (outer.unplaced, inner.unplaced, inner.date) == ([], [], dt.date(2025, 12, 10))


def test_pages_of_an_attachment_are_no_part_of_the_decision(tmp_path: Path) -> None:
    """Behind the decision stands a page that begins with a title from the list of attachments."""
    head, tail = paper("layout_c").split("inden udgangen af april\n", 1)
    page = " 3. Evaluering af modul 1 og 2\nBaggrund\nDer blev målt to gange.\nBeslutning\nNej.\n"
    found = read(f"{head}inden udgangen af april\n{page}{tail}", tmp_path).meetings[0]
    alone = read(paper("layout_c"), tmp_path).meetings[0]
    assert [i.decision_text for i in found.items] == [i.decision_text for i in alone.items]
    appended = found.items[2].sections[-1]
    assert (appended.kind, appended.label) == ("other", "3. Evaluering af modul 1 og 2")
    assert "målt to gange" in plain(appended.text)
    assert found.coverage == 1.0


FOOT = "\n\nFjordudvalgetFjordudvalget\n\nFjordudvalget Møde den {day}\nkl. 10.00 Side 1 af 9\n"
STAMP = "\nPunkt 2, Bilag 1: Referat Fjordudvalget 6. marts 2024 (ekskl. bilag).docx\n"


def b_in_b(folder: Path) -> ImportDraft:
    """Layout B in layout B: dates stand at the foot of the pages, attached ones have a stamp."""
    outer, inner = FOOT.format(day="02.05.2024"), FOOT.format(day="06.03.2024") + STAMP
    decided = "\n\nBeslutning\nGodkendt."
    return read(
        f" Punkt 1.\n\nGodkendelse af dagsorden{decided}{outer}"
        f" Punkt 2.\n\nGodkendelse af referat{decided}{outer}"
        " FJORDUDVALGET REFERAT (EKSKL.\nBILAG) DEN 06.03.24\n\n"
        f" Punkt 1.\n\nGodkendelse af dagsorden{decided}{inner}"
        f" Punkt 2.\n\nBådebro ved Klitby\n\nReferat\nDrøftet længe.{decided}{inner}"
        f" Punkt 3.\n\nEventuelt\n\nIntet.{inner}"
        f" Punkt 3.\n\nNye bøjer i fjorden\n\n2024-000117{decided}{outer}"
        f" Punkt 4.\n\nEventuelt\n\nIntet.{outer}",
        folder,
    )


def test_the_first_item_behind_attached_minutes_is_the_outer_ones(tmp_path: Path) -> None:
    outer, inner = b_in_b(tmp_path).meetings
    assert (outer.date, inner.date) == (dt.date(2024, 5, 2), dt.date(2024, 3, 6))
    assert [item.title for item in outer.items][2:] == ["Nye bøjer i fjorden", "Eventuelt"]
    assert [item.title for item in inner.items][1:] == ["Bådebro ved Klitby", "Eventuelt"]
    assert (inner.approved_in_item, outer.items[2].is_closed) == (2, False)
    assert outer.unplaced + inner.unplaced == []


def test_a_separator_that_repeats_the_number_in_capitals_opens_no_item() -> None:
    outer = (
        " Mødet den 04.03.2026 Sundrådet\n\nÅben\nPunkt {}.\n\n{}\n\nBeslutning:\n\nGodkendt.\n\n"
    )
    inner = (
        "PUNKT 2. REFERAT DEN 14.01.26 (EKSKL. BILAG)\n\nSundrådet\n\n"
        "Mødet den 14. januar 2026, kl. 9.00 - 10.00\n\nVirtuelt\n\n"
        "Mødet den 14.01.2026 Sundrådet\n\nÅben\nPunkt 1.\n\nSenge\n\nBeslutning:\n\nUdsat.\n\n"
    )
    text = (
        "Sundrådet\n\nMødet den 4. marts 2026, kl. 9.30 - 12.15\n\nKlitby\n\n"
        + outer.format(1, "Godkendelse af dagsorden")
        + outer.format(2, "Godkendelse af referat fra seneste møde")
        + inner
        + outer.format(3, "Eventuelt")
    )
    draft = ImportDraft("papir.txt", "")
    meetings = read_lines(make_lines([text]), draft)
    assert [one.date for one in meetings] == [dt.date(2026, 3, 4), dt.date(2026, 1, 14)]
    assert [len(one.items) for one in meetings] == [3, 1]
    assert meetings[0].items[2].title == "Eventuelt"
    assert meetings[1].approved_in_item == 2
    assert draft.notices == []


def test_an_attachment_that_counts_its_points_is_no_meeting(tmp_path: Path) -> None:
    """A note behind item 2 has lines "Punkt 1: …"; the items behind it are the paper's own."""
    head, tail = paper("layout_c").split("Åben\nPunkt 3.", 1)
    header = " Mødet den 04.03.2026 Styregruppen for Fjordsamarbejdet"
    head = head.rstrip().removesuffix(header.strip())
    note = (
        " 2. NOTAT OM SEJLADS\nOG HAVNE\n Baggrund\n\nDer er to havne.\n\n"
        "Punkt 1: Sejladsen om vinteren\n\nDen går i stå.\n\nPunkt 2: Havnene\n\n"
        "Beslutning\n\nDe er lukket.\n"
    )
    (found,) = read(f"{head}\n{note}{header}\n\nÅben\nPunkt 3.{tail}", tmp_path).meetings
    (alone,) = read(paper("layout_c"), tmp_path).meetings
    assert [(i.number, i.title, i.decision_text) for i in found.items] == [
        (i.number, i.title, i.decision_text) for i in alone.items
    ]
    told = "\n".join(plain(section.text) for section in found.items[1].sections)
    assert "Punkt 1: Sejladsen om vinteren\nDen går i stå." in told
    assert (found.unplaced, found.coverage) == ([], 1.0)
