"""Habits of other years and other regions: each a small paper and what a reader finds in it."""

import pytest

from app.importing.furniture import find_furniture
from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft
from app.models.richtext import List, Table, plain

COVER = "Sundrådet\n\nMødet den 4. marts 2026, kl. 9.30 - 12.15\n\nKlitby Rådhus\n\n"


def meeting_of(text: str) -> MeetingDraft:
    return read_lines(make_lines([text]), ImportDraft("papir.txt", ""))[0]


def paper(*items: str, people: str = "Til stede Eva Bæk, Ib Thorup\n") -> str:
    opened = (
        f" Mødet den 04.03.2026 Sundrådet\n\nÅben\nPunkt {number}.\n\n{text}\n"
        for number, text in enumerate(items, 1)
    )
    return COVER + people + "\n" + "\n".join(opened)


def item_of(text: str) -> ItemDraft:
    return meeting_of(paper("Godkendelse af dagsorden\n\nBeslutning:\n\nGodkendt.", text)).items[1]


def test_people_behind_bullets_are_one_a_line_with_their_title_first() -> None:
    meeting = meeting_of(
        paper(
            "Eventuelt\n\nBeslutning:\n\nIntet.",
            people="Til stede:\n"
            "- Direktør Lis Hedegaard, Vesterø Kommune (formand)\n"
            "- Social- og kulturchef Jon Askov, Klitby Kommune\n"
            "- Socialchef Amina Holt, Vadekommunen\n\n"
            "Øvrige deltagere:\n"
            "- Faglig koordinator Bo Lærke, Bostedet Fyrlunden (deltog i punkt 1)\n"
            "- Konsulent Ida Strøm, Rådssekretariatet\n",
        )
    )
    assert [(one.title, one.name, one.organisation) for one in meeting.attendance] == [
        ("Direktør", "Lis Hedegaard", "Vesterø Kommune"),
        ("Social- og kulturchef", "Jon Askov", "Klitby Kommune"),
        ("Socialchef", "Amina Holt", "Vadekommunen"),
        ("Faglig koordinator", "Bo Lærke", "Bostedet Fyrlunden"),
        ("Konsulent", "Ida Strøm", "Rådssekretariatet"),
    ]
    assert [one.role for one in meeting.attendance] == [
        "chairing", "member", "member", "guest", "secretariat",
    ]  # fmt: skip


def test_a_bullet_that_wraps_is_still_one_person() -> None:
    meeting = meeting_of(
        paper(
            "Eventuelt\n\nBeslutning:\n\nIntet.",
            people="Til stede:\n- Centerleder Jon Askov, Center for Bolig og\n"
            "  Støtte, Klitby Kommune\n- Direktør Lis Hedegaard, Vesterø Kommune\n",
        )
    )
    assert [one.name for one in meeting.attendance] == ["Jon Askov", "Lis Hedegaard"]


FOOTED = (
    "Sundrådets årsberetning\nSide 1\nPunkt 1.\n\nFærgens priser\n\nReferat\n\n"
    "Rådet talte om, hvad en billet\n\nSundrådets årsberetning\nSide 2\n\n"
    "koster om vinteren. Det bliver dyrere.\n\nSundrådets årsberetning\nSide 3\n\n"
    "Priserne sendes til øerne.\n\nPunkt 2.\n\nEventuelt\n\nReferat\n\nIntet.\n"
)


def test_a_head_beside_each_page_number_is_no_content_where_pages_are_not_marked() -> None:
    meeting = meeting_of(FOOTED)
    minutes = plain(meeting.items[0].sections[0].text)
    assert "årsberetning" not in minutes
    assert "hvad en billet koster om vinteren" in minutes
    assert len(find_furniture(make_lines([FOOTED])).numbers) == 6


def test_a_line_beside_one_page_number_alone_is_content() -> None:
    text = FOOTED.replace("Sundrådets årsberetning\nSide 2", "Færgen i tal\nSide 2")
    assert "Færgen i tal" in plain(meeting_of(text).items[0].sections[0].text)


@pytest.mark.parametrize("number", ["2", "- 2 -", "2/3"])
def test_a_page_number_inside_a_sentence_is_no_word_of_it(number: str) -> None:
    item = item_of(
        "Nye senge\n\nSagsfremstilling\n\nRådet har set på de gamle senge, som\n\n"
        f"{number}\n\nstår på loftet. De er slidte.\n\nBeslutning:\n\nDrøftet."
    )
    told = "Rådet har set på de gamle senge, som står på loftet. De er slidte."
    assert plain(item.sections[0].text) == told


def test_a_figure_between_sentences_stays() -> None:
    item = item_of(
        "Nye senge\n\nSagsfremstilling\n\nAntallet af senge er nu:\n\n12\n\nDe er slidte.\n\n"
        "Beslutning:\n\nDrøftet."
    )
    assert "12" in plain(item.sections[0].text)


@pytest.mark.parametrize("count", [2, 4])
def test_a_running_head_may_begin_with_the_word_for_minutes(count: int) -> None:
    head = "Referat - Rådet for øer og sund"
    pages = [
        f"{head}\nPunkt {number}:\nPost til ø {number}\n\nBeslutning:\nDer sejles {number} gange."
        for number in range(1, count + 1)
    ]
    meeting = read_lines(make_lines(pages), ImportDraft("papir.txt", ""))[0]
    assert [section.kind for item in meeting.items for section in item.sections] == [
        "decision"
    ] * count
    assert not any(head in plain(s.text) for item in meeting.items for s in item.sections)


@pytest.mark.parametrize("name", ["FU Børn", "KKR Østsund", "FU Voksne og Ældre"])
def test_the_view_of_any_committee_of_a_kind_is_a_section(name: str) -> None:
    item = item_of(
        f"Nye senge\n\nSagsfremstilling\n\nSengene er slidte.\n\n{name}\n\n"
        "Der er brug for nye senge overalt.\n\nBeslutning:\n\nGodkendt."
    )
    assert [(one.kind, one.label) for one in item.sections] == [
        ("case_presentation", "Sagsfremstilling"), ("body_view", name), ("decision", "Beslutning:"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title", ["Forretningsudvalget orienterer", "Formanden orienterer om året"]
)
def test_who_informs_makes_an_item_of_information(title: str) -> None:
    assert item_of(f"{title}\n\nBeslutning:\n\nTil efterretning.").kind == "information"


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("Udpegningen blev godkendt.", "approved"),
        ("Dagsordenen blev godkendt, og punkt 4 blev taget først.", "approved"),
        ("Vedtægterne godkendes.", "approved"),
        ("Halvdelen blev godkendt.", None),
        ("Dagsordenen blev godkendt, og punkt 4 blev udsat.", None),
    ],
)
def test_a_plain_outcome_of_any_thing_is_told(told: str, outcome: str | None) -> None:
    item = item_of(f"Nye senge\n\nBeslutning:\n\n{told}")
    found = item.outcome
    assert (found.outcome if found else None) == outcome


def test_points_without_glyph_go_on_below_one_that_wraps() -> None:
    item = item_of(
        "Nye senge\n\nSagsfremstilling\n\nDer er tre slags senge, som rådet kan vælge imellem:\n\n"
        " Senge af træ, som holder i mange år og kan repareres af enhver på øerne med lidt\n"
        "snilde\n Senge af jern\n Senge af reb\n\nBeslutning:\n\nDrøftet."
    )
    points = next(b for b in item.sections[0].text.blocks if isinstance(b, List))
    assert len(points.items) == 3


def test_a_column_of_amounts_has_its_head() -> None:
    item = item_of(
        "Nye senge\n\nSagsfremstilling\n\nUdgiften er fordelt sådan:\n\nPost Beløb i kr.\n"
        "Senge 210.000\nMadrasser 95.000\nFragt 12.500\n\nBeslutning:\n\nDrøftet."
    )
    table = next(b for b in item.sections[0].text.blocks if isinstance(b, Table))
    assert plain_row(table, 0) == ["Post", "Beløb i kr."]
    assert table.header_rows == 1


def plain_row(table: Table, at: int) -> list[str]:
    return [
        "".join(run.text for block in cell.blocks for run in block.runs) for cell in table.rows[at]
    ]


def test_a_name_in_capitals_is_written_as_the_paper_writes_it_elsewhere() -> None:
    text = (
        "RÅDET FOR SUND\nMødet den 4. marts 2026 kl. 9.00-11.00\n\nPunkt 1.\nSenge\n\nReferat\n\n"
        "Rådet for Sund drøftede sengene.\n"
    )
    assert meeting_of(text).body == "Rådet for Sund"
    assert meeting_of(text.replace("Rådet for Sund", "Rådet")).body == "RÅDET FOR SUND"


def test_a_separator_page_may_call_the_body_by_another_name() -> None:
    text = " 2. SUND REFERAT (EKSKL.\nBILAG) DEN 04.03.26\n\n\n\n" + paper(
        "Senge\n\nBeslutning:\n\nGodkendt."
    )
    meeting = meeting_of(text)
    assert (meeting.body, meeting.unplaced) == ("Sundrådet", [])


def test_capitals_that_name_no_attachment_are_told_where_they_are_lost() -> None:
    text = "ØSTSUND KOMMUNE\n\n" + paper("Senge\n\nBeslutning:\n\nGodkendt.")
    assert [one.text for one in meeting_of(text).unplaced] == ["ØSTSUND KOMMUNE"]


@pytest.mark.parametrize("mark", [" ", "", "- "])
def test_a_word_that_is_a_label_may_lead_one_of_several_points(mark: str) -> None:
    item = item_of(
        "Nye senge\n\nSagsfremstilling\n\nRådet skal se på disse ting:\n\n"
        f"{mark}Søvn: Alle skal sove godt.\n\n{mark}Økonomi: Der er penge nok.\n\n"
        "Beslutning:\n\nDrøftet."
    )
    assert [section.kind for section in item.sections] == ["case_presentation", "decision"]
    assert "Økonomi: Der er penge nok." in plain(item.sections[0].text)


def test_a_label_with_its_text_on_the_line_is_a_section_where_it_stands_alone() -> None:
    item = item_of(
        "Nye senge\n\nSagsfremstilling\n\nSengene er slidte.\n\nØkonomi: Der er penge nok.\n\n"
        "Beslutning:\n\nDrøftet."
    )
    assert [one.kind for one in item.sections] == ["case_presentation", "finance", "decision"]


@pytest.mark.parametrize("behind", [" - referat", ", referat", " – Dagsorden", ""])
def test_a_heading_of_body_and_paper_is_no_content(behind: str) -> None:
    text = (
        f"Rådet for Sund{behind}\n\nMøde: Rådet for Sund\nTid: Den 4. marts 2026 kl. 9.00-11.00\n"
        "Sted: Klitby\nDeltagere: Eva Bæk\n\n1. Senge\n\nReferat:\n\nDe købes.\n\n"
        "2. Eventuelt\n\nReferat:\n\nIntet.\n"
    )
    meeting = meeting_of(text)
    assert (meeting.body, meeting.unplaced) == ("Rådet for Sund", [])


OPENINGS = (
    "Sag nr. {}",
    "Sag nr. {}:",
    "Sag {}.",
    "SAG NR. {}",
    "Sag nr {}",
    "Dagsordenspunkt {}:",
)


@pytest.mark.parametrize("opening", OPENINGS)
def test_an_item_may_be_called_a_case(opening: str) -> None:
    text = "".join(
        f" Mødet den 04.03.2026 Sundrådet\n\nÅben\n{opening.format(number)}\n\nSeng {number}\n\n"
        f"2026-00{number}711\n\nBeslutning:\n\nGodkendt.\n"
        for number in (1, 2, 3)
    )
    meeting = meeting_of(COVER + "Til stede Eva Bæk\n\n" + text)
    assert [(one.number, one.title, one.case_number) for one in meeting.items] == [
        (number, f"Seng {number}", f"2026-00{number}711") for number in (1, 2, 3)
    ]


def test_a_title_may_stand_behind_the_number_below_the_flag() -> None:
    text = paper("Senge\n\nBeslutning:\n\nGodkendt.", "Puder\n\nBeslutning:\n\nUdsat.")
    meeting = meeting_of(text.replace("Punkt 1.\n\n", "Punkt 1. ").replace("2.\n\n", "2. "))
    assert [(one.number, one.title) for one in meeting.items] == [(1, "Senge"), (2, "Puder")]


def test_a_case_told_of_in_the_text_opens_no_item() -> None:
    item = item_of(
        "Nye senge\n\nSagsfremstilling\n\nRådet har før talt om\nsag 3. Det skete i maj.\n\n"
        "Beslutning:\n\nDrøftet."
    )
    assert "sag 3. Det skete i maj." in plain(item.sections[0].text)
