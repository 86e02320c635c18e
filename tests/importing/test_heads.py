"""Heads of papers: dates, times, places and labels as other secretaries print them."""

import datetime as dt

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft
from app.models.richtext import plain

ITEMS = "\n\nPunkt 1.\n\nFærgen\n\nBeslutning\nUdsat.\n\nPunkt 2.\n\nBroen\n\nBeslutning\nUdsat.\n"
WHOLE = ("Fjordudvalget", dt.date(2026, 3, 4), dt.time(9), dt.time(11, 30), "Klitby Kro")


def meeting_of(head: str, items: str = ITEMS) -> MeetingDraft:
    return read_lines(make_lines([f"{head}{items}"]), ImportDraft("papir.txt", ""))[0]


def told(meeting: MeetingDraft) -> tuple[object, ...]:
    return (meeting.body, meeting.date, meeting.start, meeting.end, meeting.place)


HEADS = {
    "slash": "Fjordudvalget\nMøde den 4/3 2026 kl. 9-11.30 i Klitby Kro\n",
    "hyphens": "Fjordudvalget\nMøde 04-03-2026 kl. 9.00-11.30\nMødelokale: Klitby Kro\n",
    "from to": "Fjordudvalget\nReferat fra mødet d. 4.3.2026 fra kl. 9 til 11.30\n"
               "Sted Klitby Kro\n",
    "about": "Fjordudvalget\nMødet den 4. marts 2026, kl. 9.00 - ca. 11.30\nSted: Klitby Kro\n",
    "labels": "Fjordudvalget\nMødedato: 4. marts 2026\nStarttidspunkt: 9.00\n"
              "Sluttidspunkt: 11.30\nMødested: Klitby Kro\n",
    "clock": "Fjordudvalget\nDato: onsdag d. 4. marts 2026\nKlokken: 9 - 11.30\nSted: Klitby Kro\n",
    "one line": "Fjordudvalget\nDato: 4. marts 2026 Tidspunkt: 9-11.30 Sted: Klitby Kro\n",
    "word below": "Fjordudvalget\nReferat\nMødet den 4. marts 2026 kl. 9-11.30\nSted: Klitby Kro\n",
    "numbered": "FJORDUDVALGET\nBeslutningsprotokol fra møde\nOnsdag, d. 4. marts 2026\n"
                "Kl. 09.00 til 11.30\nKlitby Kro\nDeltager: Eva Bæk\n",
    "in title": "Referat af møde i Fjordudvalget\nonsdag den 4. marts 2026 kl. 9–11.30\n"
                "Sted: Klitby Kro\n",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(HEADS))
def test_when_and_where(name: str) -> None:
    meeting = meeting_of(HEADS[name])
    body, *rest = told(meeting)
    assert (str(body).capitalize(), *rest) == WHOLE
    assert meeting.unplaced == []


def test_a_body_is_named_over_two_lines() -> None:
    meeting = meeting_of(
        "Referat af møde i Udvalget for Havne og\nKyster (UHK)\n"
        "Dato: 4. marts 2026\nTidspunkt: kl. 9-11.30\nSted: Klitby Kro\n"
    )
    assert meeting.body == "Udvalget for Havne og Kyster (UHK)"
    assert meeting.unplaced == []


def test_words_of_the_head_do_not_run_into_the_place() -> None:
    meeting = meeting_of(
        "Fjordudvalget\nMødet den 4. marts 2026, kl. 9 - 11.30\nSted: Klitby Kro\n"
        "Forplejning: kaffe og rundstykker\n\nHusk at melde afbud til kokken\n"
    )
    assert told(meeting) == WHOLE
    assert [one.text for one in meeting.unplaced] == [
        "Forplejning: kaffe og rundstykker",
        "Husk at melde afbud til kokken",
    ]


def test_a_subject_is_kept_among_other_information() -> None:
    meeting = meeting_of(HEADS["clock"] + "Emne: Ny sejlplan\nØvrige oplysninger\nTag båden.\n")
    assert plain(meeting.other_info) == "Emne: Ny sejlplan\nTag båden."


def test_a_line_whose_words_found_no_field_is_shown() -> None:
    meeting = meeting_of(
        "Fjordudvalget\nMødet den 4. marts 2026, kl. 9 - 11.30 med rundvisning på værftet\n"
    )
    assert (meeting.date, meeting.end) == (dt.date(2026, 3, 4), dt.time(11, 30))
    assert "rundvisning på værftet" in " ".join(
        [meeting.place, *(one.text for one in meeting.unplaced)]
    )


def test_a_time_in_a_title_is_not_the_meetings() -> None:
    items = (
        " Mødet den 04.03.2026 Fjordudvalget\nPunkt 1.\nTema (kl. 9.15-9.45)\n\nBeslutning\nNej.\n"
    )
    meeting = meeting_of("Fjordudvalget\nTid kl. 9.00-11.30\nSted Klitby Kro\n\n", items)
    assert (meeting.start, meeting.end) == (dt.time(9), dt.time(11, 30))


def test_the_heading_of_the_agenda_is_nobodys_name() -> None:
    meeting = meeting_of(
        "Fjordudvalget\nDato: 4. marts 2026\nAfbud: Eva Bæk (EB)\n\n"
        "Dagsorden:\n1. Færgen\n2. Broen\n"
    )
    assert [one.name for one in meeting.attendance] == ["Eva Bæk"]
    assert meeting.unplaced == []
