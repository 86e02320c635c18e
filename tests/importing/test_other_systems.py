"""Heads, closed parts and case numbers as other systems print them."""

import datetime as dt

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft

ITEMS = (
    "1. Godkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\n"
    "2. Nye bøjer\n\nResumé\n\nDer mangler bøjer.\n\nBeslutning\n\nKøbt.\n"
)


def meeting_of(text: str) -> MeetingDraft:
    return read_lines(make_lines([text]), ImportDraft("papir.txt", ""))[0]


@pytest.mark.parametrize("word", ["Lukkede sager:", "Lukket dagsorden:", "LUKKEDE PUNKTER"])
@pytest.mark.parametrize("opening", ["Sag nr. {}\n", "Punkt {}.\n\n"])
def test_a_heading_over_the_closed_items_closes_them(word: str, opening: str) -> None:
    first, second = opening.format(1), opening.format(2)
    meeting = meeting_of(
        f"Havnerådet\n\nDato: 4. marts 2026\n\n{first}Nye bøjer\n\nBeslutning:\n\nKøbt.\n\n"
        f"{word}\n\n{second}Klage over lodsen\n\nBeslutning:\n\nAfvist.\n"
    )
    assert [(one.number, one.is_closed) for one in meeting.items] == [(1, False), (2, True)]
    assert meeting.items[0].decision_text == "Købt."


@pytest.mark.parametrize(
    "line",
    [
        "Referat fra ordinært møde den 4. marts 2026, kl. 16-18",
        "Møde nr. 9, onsdag den 4. marts 2026, kl. 16.00-18.00",
        "4. marts 2026 kl. 16:00 - 18:00",
    ],
)
def test_the_line_of_the_head_that_has_a_date_dates_the_meeting(line: str) -> None:
    meeting = meeting_of(f"Havnerådet\n{line}\n\nDeltagere: Eva Bæk, Ib Thorup\n\n{ITEMS}")
    assert meeting.body == "Havnerådet"
    assert (meeting.date, meeting.start, meeting.end) == (
        dt.date(2026, 3, 4), dt.time(16), dt.time(18),
    )  # fmt: skip
    assert meeting.unplaced == []


def test_a_room_keeps_the_word_for_it() -> None:
    meeting = meeting_of(
        "Havnerådet\nMøde den 4. marts 2026\nMødelokale 4, Kajhuset\n\n"
        f"Deltagere: Eva Bæk\n\n{ITEMS}"
    )
    assert meeting.place == "Mødelokale 4, Kajhuset"


def test_a_case_number_above_the_title_is_that_of_the_item_below() -> None:
    meeting = meeting_of(
        "Havnerådet\nMøde den 4. marts 2026\n\n1-30-72-2-26\n1. Godkendelse af dagsorden\n"
        "Beslutning\nGodkendt.\n\n1-30-72-4-26\n2. Nye bøjer\nIndledning/resumé\nDer mangler en.\n"
        "Beslutning\nKøbt.\n"
    )
    assert [one.case_number for one in meeting.items] == ["1-30-72-2-26", "1-30-72-4-26"]
    assert [one.decision_text for one in meeting.items] == ["Godkendt.", "Købt."]
    assert meeting.items[1].sections[0].kind == "summary"
    assert meeting.unplaced == []
