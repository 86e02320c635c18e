"""Papers of no known layout: what they say stays readable, and nothing is guessed about them."""

import datetime as dt

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft
from app.models.richtext import List, plain
from tests.importing.test_other_secretaries import item_of

FULL = "Gruppen ser på færgernes ruter mellem øerne og på de havne, som de anløber om vinteren, når"


def meeting_of(text: str) -> MeetingDraft:
    (only,) = read_lines(make_lines([text]), ImportDraft("papir.txt", ""))
    assert only.layout == "unknown"
    return only


@pytest.mark.parametrize(
    "told",
    [
        "Onsdag den 4. marts 2026 kl. 9-11",
        "4. marts 2026",
        "Dato: onsdag den 4. marts 2026",
        "Møde i havnegruppen den 4. marts 2026",
        "Referat fra møde den 4. marts 2026 på kroen",
        "Klitby, den 4. marts 2026",
    ],
)
def test_the_date_of_a_meeting_is_told_by_its_line(told: str) -> None:
    assert meeting_of(f"Havnegruppen\n{told}\n\nDer var kaffe.\n").date == dt.date(2026, 3, 4)


@pytest.mark.parametrize(
    "told",
    [
        "Gruppen blev nedsat ved et møde den 4. marts 2026, som havnefogeden ledte.",
        "Gruppen præsenterede sit arbejde ved mødet den 4. marts 2026, som var lagt på\nkroen.",
        "4. marts 2026 Havnegruppen Udpegning af medlemmer",
        "Fristen er den 4. marts 2026.",
    ],
)
def test_a_date_in_the_text_is_not_that_of_a_meeting(told: str) -> None:
    meeting = meeting_of(f"Kommissorium for havnegruppen\n\n{told}\n\n{FULL}\nder er is.\n")
    assert meeting.date is None
    assert told.split("\n")[0] in plain(meeting.items[0].sections[0].text)


def test_a_heading_between_points_without_end_marks_is_no_part_of_a_point() -> None:
    item = item_of(
        "Færgen\n\nBeslutning\nOm ruten:\n\n• Den er for lang\n• Den er dyr\n\n"
        "I forhold til broen\n\n• Den er smal\n• Den er gammel"
    )
    assert [type(block) for block in item.decision.blocks][1::2] == [List, List]


def test_a_sentence_between_points_is_part_of_the_point() -> None:
    item = item_of(
        "Færgen\n\nBeslutning\nOm ruten:\n\n• Længden\nDen er for lang for de fleste.\n\n"
        "• Prisen\nDen er for høj for de fleste."
    )
    (points,) = item.decision.blocks[1:]
    assert isinstance(points, List)
    assert [len(point.blocks) for point in points.items] == [2, 2]


def test_a_point_without_glyph_below_one_that_wraps_is_a_point() -> None:
    meeting = meeting_of(
        f"Noter\n\n{FULL} \n\nder er is i fjorden, og senere.\n\n"
        f" {FULL} \n\nder er is. \n\n Færgen skal sejle hele året. \n\nOrganisering \n\n"
        "Der er en leder."
    )
    marked = [
        block for block in meeting.items[0].sections[0].text.blocks if isinstance(block, List)
    ]
    assert [len(block.items) for block in marked] == [2]
