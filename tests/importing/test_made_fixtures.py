"""The made papers of each layout, item by item."""

import datetime as dt
from pathlib import Path

import pytest

from app.importing.as_json import draft_json
from app.importing.preview import facts, remark
from app.importing.reading import read_paper
from app.importing.source import read_source
from app.models.draft import ImportDraft
from app.models.richtext import plain
from tests.importing.accounting import differences

PAPERS = Path(__file__).resolve().parents[1] / "data" / "papers"
NAMES = ("layout_a", "layout_b", "layout_c", "forum", "foreign")


def draft(name: str) -> ImportDraft:
    return read_paper(PAPERS / f"{name}.txt")


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_held_and_every_line_placed(name: str) -> None:
    (meeting,) = draft(name).meetings
    assert differences(read_source(PAPERS / f"{name}.txt").lines, meeting) == []
    assert meeting.coverage == 1.0


def test_layout_c() -> None:
    (meeting,) = draft("layout_c").meetings
    assert (meeting.layout, meeting.date) == ("C", dt.date(2026, 3, 4))
    assert (meeting.start, meeting.end) == (dt.time(9, 30), dt.time(12, 15))
    assert [item.number for item in meeting.items] == [1, 2, 3, 4, 5, 6, 7]
    assert [item.is_closed for item in meeting.items].index(True) == 4
    course = meeting.items[2]
    assert course.title.endswith("status og plan for efteråret")
    assert [made.from_body for made in course.recommendation_sets] == [
        "Fjordudvalget",
        "Sekretariatet",
    ]
    assert [len(made.points) for made in course.recommendation_sets] == [2, 1]
    assert plain(course.recommendation_sets[1].points[0].text).startswith("drøfter")
    assert len(course.attachments) == 2
    tariffs = meeting.items[3]
    assert tariffs.recommendation_sets[0].list_style == "sentence"
    assert tariffs.outcome is not None
    assert tariffs.outcome.outcome == "postponed"


def test_layout_c_people() -> None:
    (meeting,) = draft("layout_c").meetings
    roles = [(p.status, p.role) for p in meeting.attendance]
    assert roles == [
        *[("absent", "member")] * 2,
        ("present", "chairing"),
        *[("present", "member")] * 3,
        ("other_participant", "secretariat"),
        ("other_participant", "kkr"),
        *[("other_participant", "guest")] * 2,
    ]


def test_layout_a() -> None:
    (meeting,) = draft("layout_a").meetings
    assert (meeting.layout, meeting.body) == ("A", "Fjordudvalget")
    duty = meeting.items[1]
    assert [len(made.points) for made in duty.recommendation_sets] == [2]
    assert [one.number for one in duty.attachments] == [None, 2, 3]
    assert duty.outcome is not None
    assert duty.outcome.outcome == "rejected"
    assert [section.kind for section in duty.sections] == [
        *("summary", "recommendation", "minutes", "background", "case_presentation", "other")
    ]
    assert meeting.next_meeting is not None
    assert meeting.next_meeting.date == dt.date(2024, 1, 11)


def test_layout_b() -> None:
    (meeting,) = draft("layout_b").meetings
    assert meeting.layout == "B"
    theme, data = meeting.items[2:]
    assert (theme.kind, theme.time_from, theme.decision_text) == ("theme", dt.time(10, 15), "")
    assert [made.from_body for made in data.recommendation_sets] == ["Ekspertpanelet", ""]
    assert [one.title for one in data.attachments] == ["Tilbud om fælles data (præsentation)"]
    views = [section for section in data.sections if section.kind == "body_view"]
    assert [section.author_body for section in views] == ["FU"]
    assert data.outcome is not None
    assert data.outcome.outcome == "endorsed"


def test_forum() -> None:
    (meeting,) = draft("forum").meetings
    assert (meeting.layout, meeting.date) == ("forum", dt.date(2025, 10, 7))
    assert [(i.title, i.duration_min) for i in meeting.items][1] == ("Unge uden job", 45)
    assert [item.presenters for item in meeting.items][:2] == [
        ["formand Karen Vestergård"],
        ["Ole Bach Hansen"],
    ]
    assert {p.group_label for p in meeting.attendance} >= {"Kommunerne", "Regionen"}
    assert [one.title for one in meeting.items[1].attachments] == [
        *("Notat om unge uden job", "Notat om lærepladser")
    ]


def test_a_foreign_paper_is_one_readable_item() -> None:
    found = draft("foreign")
    (item,) = found.meetings[0].items
    assert len(item.sections) == 1
    assert any("layout is not known" in one.msgid for one in found.notices)
    assert draft_json(found)["meetings"][0]["layout"] == "unknown"


def test_the_preview_says_what_will_be_made() -> None:
    found = draft("layout_c")
    (meeting,) = found.meetings
    told = facts(meeting)
    assert told[0].startswith("Læst som referat med forside")
    assert {"6 punkter", "1 lukket punkt, der ikke står i papiret"} <= set(told)
    assert any("lukket punkt" in remark(one) for one in found.notices)


def test_a_paper_that_begins_inside_an_item_keeps_it(tmp_path: Path) -> None:
    text = (PAPERS / "layout_b.txt").read_text(encoding="utf-8")
    cut = tmp_path / "cut.txt"
    cut.write_text(text[text.index("Sagsfremstilling\nNatteravnene") :], encoding="utf-8")
    (meeting,) = read_paper(cut).meetings
    assert [(item.number, bool(item.title)) for item in meeting.items] == [(3, False), (4, True)]
    assert meeting.items[0].sections[0].kind == "case_presentation"
    assert meeting.coverage == 1.0


def test_a_period_in_a_wrapped_title_is_no_case_number(tmp_path: Path) -> None:
    text = (PAPERS / "layout_c.txt").read_text(encoding="utf-8")
    old = "Takster for aflastningspladser 2027"
    path = tmp_path / "period.txt"
    path.write_text(
        text.replace(f"{old}\n\n", "Takster for aflastning\n2027-2028\n\n"), encoding="utf-8"
    )
    (meeting,) = read_paper(path).meetings
    item = meeting.items[3]
    assert (item.title, item.case_number) == ("Takster for aflastning 2027-2028", "2026-004712")


def test_a_council_paper_with_contents_is_read_item_by_item() -> None:
    (meeting,) = draft("council").meetings
    assert (meeting.body, meeting.coverage) == ("Socialudvalget", 1.0)
    assert [(item.number, item.title) for item in meeting.items] == [
        (1, "Godkendelse af dagsorden"),
        (2, "Budget 2026"),
    ]
    assert [person.status for person in meeting.attendance] == [*["present"] * 3, "apologies"]
    assert [len(item.decision.blocks) for item in meeting.items] == [1, 1]


def test_a_group_only_named_in_recommendations_is_taken_from_them_and_told(tmp_path: Path) -> None:
    path = tmp_path / "piece.txt"
    path.write_text(
        "Punkt 4.\n\nNy vagtplan\n\nIndstilling\nDet indstilles, at Forretningsudvalget\n"
        "1. Godkender planen\n\nBeslutning:\nGodkendt.\n",
        encoding="utf-8",
    )
    found = read_paper(path)
    assert found.meetings[0].body == "Forretningsudvalget"
    assert any("does not name the group" in one.msgid for one in found.notices)
