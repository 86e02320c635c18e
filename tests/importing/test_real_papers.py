"""The three minutes a reader has gone through by hand; skipped where the folder is not there.

Their words stay out of the repository: what is expected is told in counts, numbers and initials.
"""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from app.importing.as_json import draft_json
from app.importing.reading import read_paper
from app.importing.source import read_source
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft
from app.models.richtext import Heading, List, Quote, Table
from tests.importing.accounting import differences

PAPERS = Path(__file__).resolve().parents[2].parent / "shared" / "papers"
JANUARY, MARCH, MAY = (
    "das-2025-01-09-referat.txt",
    "das-2022-03-02-referat.txt",
    "das-2022-05-23-referat-punkt-1-4.txt",
)
MINUTES = (JANUARY, MARCH, MAY)
OTHERS = (
    "aarshjul-2014.txt",
    "anbefalinger-status.txt",
    "kommissorium-koordineringsgrupper-hjerneskade.txt",
    "kommissorium-oesterskoven.txt",
    "kommissorium-strategisk-samarbejde.txt",
    "procesplan-socialaftale.txt",
    "workshopnoter-uddrag.txt",
)

pytestmark = pytest.mark.skipif(not PAPERS.is_dir(), reason="the papers are not beside the project")


def draft(name: str) -> ImportDraft:
    return read_paper(PAPERS / name)


def meeting(name: str) -> MeetingDraft:
    (only,) = draft(name).meetings
    return only


def row(item: ItemDraft) -> tuple[object, ...]:
    """What a reader counts: the title by its initials, sections by their first letters."""
    return (
        item.number,
        item.kind,
        "".join(word[0] for word in item.title.split()),
        item.case_number or "",
        " ".join(section.kind[:3] for section in item.sections),
        [len(made.points) for made in item.recommendation_sets],
        len(item.attachments),
    )


@pytest.mark.parametrize("name", MINUTES)
def test_every_line_is_placed(name: str) -> None:
    found = meeting(name)
    assert found.coverage == 1.0
    assert found.unplaced == []


@pytest.mark.parametrize("name", MINUTES)
def test_every_part_holds_its_lines_letter_for_letter(name: str) -> None:
    lines = read_source(PAPERS / name).lines
    assert differences(lines, meeting(name)) == []


def test_january_lists_what_a_reader_lists() -> None:
    case = "2024-079097"
    assert [row(item) for item in meeting(JANUARY).items] == [
        (1, "agenda_approval", "Gad", "", "rec dec", [1], 0),
        (2, "minutes_approval", "Garfsm", "", "rec dec", [1], 1),
        (3, "case", "Spb", case, "sum cas rec dec", [1], 1),
        (4, "case", "Flpb", case, "sum cas rec dec", [1], 0),
        (5, "case", "Foøkpdsi", case, "sum cas rec dec", [2], 3),
        (6, "case", "Ovf-btdmu", case, "sum cas rec dec", [1], 1),
        (7, "case", "FmmK2", case, "sum cas rec dec", [1], 0),
        (8, "case", "SD2", case, "sum cas rec dec", [1], 0),
        (9, "case", "P2", case, "sum rec dec", [1], 6),
        (10, "case", "Lp", "", "", [], 0),
        (11, "any_other_business", "E", "", "dec", [], 0),
        (12, "next_meeting", "Nm", "", "oth dec", [], 0),
    ]


def test_january_knows_its_closed_item() -> None:
    closed = [item for item in meeting(JANUARY).items if item.is_closed]
    assert [(item.number, item.is_printed) for item in closed] == [(10, False)]


def test_january_head() -> None:
    found = meeting(JANUARY)
    assert (found.layout, found.body, found.date) == ("C", "DAS Social", dt.date(2025, 1, 9))
    assert (found.start, found.end) == (dt.time(12), dt.time(16))
    assert (found.place[:12], found.place[-1]) == ("Regionshuset", "A")
    assert found.next_meeting is not None
    assert (found.next_meeting.date, found.next_meeting.mode) == (dt.date(2025, 3, 17), "virtual")


def test_january_attendance_is_whole_and_has_roles() -> None:
    people = meeting(JANUARY).attendance
    assert Counter((p.status, p.role) for p in people) == {
        ("absent", "member"): 5,
        ("present", "member"): 6,
        ("other_participant", "secretariat"): 1,
        ("other_participant", "kkr"): 1,
        ("other_participant", "guest"): 3,
    }
    initials = ["".join(part[0] for part in p.name.split()) for p in people]
    assert initials == [
        *("TVP", "HRC", "HM", "DJH", "HLT"),
        *("SA", "ALK", "RA", "HA", "AK", "CL"),
        *("NH", "HST", "MBA", "NB", "MR"),
    ]
    assert [p.organisation.split()[0] for p in people[11:]] == [
        *("Sekretariat", "KKR", "Region", "Thisted", "Jammerbugt")
    ]
    assert [p.title.split()[0] for p in people[11:]] == [
        *("Chefkonsulent", "Specialkonsulent", "Vicesocialdirektør", "Chef", "Myndighedschef")
    ]


def test_january_outcomes_are_only_the_plain_ones() -> None:
    outcomes = {i.number: i.outcome.outcome for i in meeting(JANUARY).items if i.outcome}
    assert outcomes == {
        1: "approved", 2: "approved", 4: "endorsed", 6: "discussed", 8: "endorsed",
        12: "not_applicable",
    }  # fmt: skip


def test_january_keeps_the_shape_of_its_texts() -> None:
    found = meeting(JANUARY)
    programme = found.items[6].sections[1].text
    numbered = [b for b in programme.blocks if isinstance(b, List) and b.ordered]
    assert [block.start for block in numbered] == [1, 2, 3]
    bullets = [b for b in found.items[3].decision.blocks if isinstance(b, List)]
    assert [len(block.items) for block in bullets] == [5]


def test_march_lists_what_a_reader_lists() -> None:
    assert [row(item) for item in meeting(MARCH).items] == [
        (1, "agenda_approval", "Gad", "", "rec min", [1], 0),
        (2, "minutes_approval", "Garfsm", "", "rec min", [1], 1),
        (3, "case", "NS2", "", "sum rec min bac cas", [2], 1),
        (4, "case", "Dodfs", "", "sum rec min bac cas", [1], 1),
        (5, "case", "Kobasapdsi", "", "sum rec min bac cas oth", [3], 4),
        (6, "case", "FfSNå2", "", "sum rec min bac cas oth", [1], 2),
        (7, "information", "Fo", "", "sum rec min inf", [1], 1),
        (8, "any_other_business", "E", "", "min", [], 0),
        (9, "next_meeting", "Nm", "", "oth", [], 0),
    ]


def test_march_head_and_attachments() -> None:
    found = meeting(MARCH)
    assert (found.layout, found.body, found.date) == ("A", "DAS Social", dt.date(2022, 3, 2))
    assert found.start == dt.time(13)
    assert [one.number for one in found.items[4].attachments] == [None, 2, 3, 4]
    assert [one.is_case_presentation for one in found.items[4].attachments] == [
        True,
        False,
        False,
        False,
    ]
    assert found.next_meeting is not None
    assert found.next_meeting.date == dt.date(2022, 5, 23)


def test_march_keeps_tables_quotes_headings_and_lists() -> None:
    items = meeting(MARCH).items
    plan = [b for s in items[2].sections for b in s.text.blocks if isinstance(b, Table)]
    assert [(len(t.rows), len(t.rows[0])) for t in plan] == [(12, 3)]
    assert sum(1 for r in plan[0].rows if not r[1].blocks) == 3
    numbers = [b for s in items[4].sections for b in s.text.blocks if isinstance(b, Table)]
    assert [(len(t.rows), len(t.rows[0]), t.header_rows) for t in numbers] == [(4, 3, 1)]
    quotes = [b for s in items[4].sections for b in s.text.blocks if isinstance(b, Quote)]
    assert [len(quote.blocks) for quote in quotes] == [3]
    orientation = items[6].sections[-1].text
    assert sum(isinstance(block, Heading) for block in orientation.blocks) == 4
    points = [b for b in items[5].sections[4].text.blocks if isinstance(b, List)]
    assert [[len(point.blocks) for point in block.items] for block in points] == [[2, 2, 2]]


def test_march_decisions_are_the_minutes() -> None:
    items = meeting(MARCH).items
    assert [item.number for item in items if item.decision_text] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert len(items[3].decision.blocks) == 3


def test_may_lists_what_a_reader_lists() -> None:
    assert [row(item) for item in meeting(MAY).items] == [
        (1, "theme", "T-V(", "2022-026778", "cas rec dec min", [1], 1),
        (2, "agenda_approval", "Gad", "", "", [], 0),
        (3, "minutes_approval", "Garfsm", "", "dec", [], 0),
        (4, "case", "", "", "sum cas fin bod rec dec min dec", [2], 1),
    ]


def test_may_says_that_a_first_page_is_missing() -> None:
    found = draft(MAY)
    assert [dict(one.values)["number"] for one in found.notices if "first page" in one.msgid] == [4]
    assert (found.meetings[0].layout, found.meetings[0].date) == ("B", dt.date(2022, 5, 23))


def test_may_tells_an_empty_label_from_a_decision() -> None:
    theme, _, approval, case = meeting(MAY).items
    assert theme.decision_text == ""
    assert (theme.time_from, theme.time_to) == (dt.time(12), dt.time(13))
    outcomes = [item.outcome.outcome if item.outcome else "" for item in (theme, approval, case)]
    assert outcomes == ["not_applicable", "approved", ""]
    assert [bool(s.text) for s in case.sections if s.kind == "decision"] == [False, True]
    assert len(case.decision.blocks) == 2


@pytest.mark.parametrize("name", OTHERS)
def test_other_papers_stay_whole_and_say_so(name: str) -> None:
    found = draft(name)
    (only,) = found.meetings
    assert only.layout == "unknown"
    assert only.coverage == 1.0
    assert found.notices
    assert differences(read_source(PAPERS / name).lines, only) == []


@pytest.mark.parametrize("name", MINUTES)
def test_json_has_the_agreed_form(name: str) -> None:
    (only,) = draft_json(draft(name))["meetings"]
    assert {
        "body",
        "date",
        "start",
        "end",
        "place",
        "layout",
        "attendance",
        "items",
        "unplaced",
    } < set(only)
    for item in only["items"]:
        assert isinstance(item["number"], int)
        assert {"title", "case_number", "is_closed", "kind", "sections", "decision_text"} < set(
            item
        )


def test_march_attached_to_may_as_it_really_was(tmp_path: Path) -> None:
    """The March minutes stand behind item 3 of the May paper, which approves them."""
    lines = (PAPERS / MAY).read_text(encoding="utf-8").split("\n")
    march = (PAPERS / MARCH).read_text(encoding="utf-8")
    bundle = tmp_path / "bundle.txt"
    opening = [" Punkt 4.", "", "Et fælles datagrundlag"]  # the page that the extract lacks
    parts = [*lines[:112], march.rstrip("\n"), *opening, *lines[112:]]
    bundle.write_text("\n".join(parts), encoding="utf-8")
    outer, inner = read_paper(bundle).meetings
    assert [row(item) for item in inner.items] == [row(item) for item in meeting(MARCH).items]
    assert [row(item)[3:] for item in outer.items] == [row(i)[3:] for i in meeting(MAY).items]
    assert (outer.date, inner.date) == (dt.date(2022, 5, 23), dt.date(2022, 3, 2))
    assert inner.approved_in_item == 3
