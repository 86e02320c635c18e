"""Papers printed from a page of the web: a title over lines, page counts, links to the top."""

import datetime as dt

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft
from app.models.richtext import plain

ITEMS = (
    "1. Godkendelse af dagsorden\n\nSagnr.: 1-31-72-9-25\n\nDirektionen indstiller,\n\n"
    "at dagsordenen godkendes.\n\nBeslutning\n\nGodkendt.\n\nTilbage til toppen\n\n"
    "2. Ny rute til øen\n\nSagnr.: 1-31-72-11-25\n\nResume\n\nRuten er lang.\n\n"
    "Beslutning\n\nUdsat til maj.\n\nBilag\n• Kort over ruten\n\nTilbage til toppen\n"
)
HEADS = {
    "over lines": "Dagsorden til mødet i\nFjordudvalget\nden 4. marts 2026 kl. 09:00\n"
                  "i Klitby Kro, den store sal\n\n",
    "on one line": "Dagsorden til mødet i Fjordudvalget den 4. marts 2026 kl. 09:00 i Klitby Kro,"
                   " den store sal\n\n",
    "minutes": "Referat fra mødet i\nFjordudvalget\nonsdag den 4. marts 2026 kl. 09:00\n"
               "i Klitby Kro, den store sal\n\n",
    "with space": "Dagsorden til mødet i Fjordudvalget\n\nden 4. marts 2026 kl. 09:00\n\n"
                  "i Klitby Kro, den store sal\n\n",
}  # fmt: skip


def meeting_of(text: str) -> MeetingDraft:
    return read_lines(make_lines([text]), ImportDraft("papir.txt", ""))[0]


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_title_over_lines_tells_body_time_and_place(head: str) -> None:
    meeting = meeting_of(head + ITEMS)
    assert (meeting.body, meeting.date) == ("Fjordudvalget", dt.date(2026, 3, 4))
    assert (meeting.start, meeting.place) == (dt.time(9), "Klitby Kro, den store sal")
    assert meeting.unplaced == []


def test_items_of_a_web_print_are_whole() -> None:
    first, second = meeting_of(HEADS["over lines"] + ITEMS).items
    assert (first.case_number, second.case_number) == ("1-31-72-9-25", "1-31-72-11-25")
    (made,) = first.recommendation_sets
    assert (made.from_body, [plain(one.text) for one in made.points]) == (
        "Direktionen",
        ["at dagsordenen godkendes."],
    )
    assert (first.decision_text, second.decision_text) == ("Godkendt.", "Udsat til maj.")
    assert [one.title for one in second.attachments] == ["Kort over ruten"]


def test_page_counts_of_the_whole_paper_are_no_text() -> None:
    text = ITEMS.replace("2. Ny", "1/3\n\n2. Ny").replace("Ruten er", "Ruten langs kysten\n2/3\ner")
    meeting = meeting_of(f"{HEADS['over lines']}{text}3/3\n")
    assert [plain(one.text) for one in meeting.items[1].sections] == [
        "Ruten langs kysten er lang.",
        "Udsat til maj.",
    ]
    assert meeting.items[0].decision_text == "Godkendt."
    assert meeting.unplaced == []


def test_a_fraction_alone_on_a_line_is_text() -> None:
    text = ITEMS.replace(
        "Ruten er lang.", "Ruten er delt i stykker. Den første del er\n1/3\naf den."
    )
    meeting = meeting_of(HEADS["over lines"] + text)
    assert "1/3" in plain(meeting.items[1].sections[0].text)


def test_dates_alone_on_lines_are_text() -> None:
    text = ITEMS.replace(
        "Ruten er lang.", "Udkastet skal være klar\n3/12\nog svaret\n10/12\ni hus."
    )
    words = plain(meeting_of(HEADS["over lines"] + text).items[1].sections[0].text)
    assert "3/12" in words
    assert "10/12" in words
