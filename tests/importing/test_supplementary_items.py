"""Items put on the agenda after it was sent: "Tillægspunkt 4." and its own little series."""

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft

HEAD = (
    " Fjordudvalget\n\nMødet den 4. marts 2026, kl. 9.30 - 12.15\n\nKlitby Rådhus\n\n"
    "Til stede Eva Bæk, Ib Thorup\n"
)


def meeting_of(*openings: str) -> MeetingDraft:
    items = (
        f" Mødet den 04.03.2026 Fjordudvalget\n\nÅben\n{opening}\n\nSag om {name}\n\n"
        f"2026-00471{at}\n\nResume\n\nDer er nyt i sagen om {name}.\n\nBeslutning:\n\nDrøftet.\n"
        for at, (opening, name) in enumerate(zip(openings, ("færgen", "broen", "øen"), strict=True))
    )
    return read_lines(make_lines([HEAD + "\n".join(items)]), ImportDraft("papir.txt", ""))[0]


@pytest.mark.parametrize("word", ["Tillægspunkt", "TILLÆGSPUNKT", "Ekstrapunkt", "Ekstra punkt"])
def test_a_supplementary_item_is_an_item_with_its_own_number(word: str) -> None:
    meeting = meeting_of("Punkt 1.", "Punkt 2.", f"{word} 3.")
    assert [(one.number, one.title, one.case_number) for one in meeting.items] == [
        (1, "Sag om færgen", "2026-004710"),
        (2, "Sag om broen", "2026-004711"),
        (3, "Sag om øen", "2026-004712"),
    ]
    assert [one.is_closed for one in meeting.items] == [False, False, False]
    assert meeting.unplaced == []


def test_supplementary_items_counted_from_one_go_on_behind_the_last_item() -> None:
    meeting = meeting_of("Punkt 1.", "Punkt 2.", "Tillægspunkt 1.")
    assert [(one.number, one.title) for one in meeting.items] == [
        (1, "Sag om færgen"),
        (2, "Sag om broen"),
        (3, "Sag om øen"),
    ]
    assert [one.added_at_meeting for one in meeting.items] == [False, False, True]
    assert meeting.items[2].attached_minutes == []


def test_a_supplementary_item_with_its_title_on_the_line() -> None:
    meeting = read_lines(
        make_lines(
            [
                " Punkt 1: Færgen\n\nDrøftet.\n\n Punkt 2: Broen\n\nUdsat.\n\n"
                " Tillægspunkt 3: Øen\n\nGodkendt.\n"
            ]
        ),
        ImportDraft("papir.txt", ""),
    )[0]
    assert [(one.number, one.title, one.decision_text) for one in meeting.items] == [
        (1, "Færgen", "Drøftet."),
        (2, "Broen", "Udsat."),
        (3, "Øen", "Godkendt."),
    ]
    assert [one.added_at_meeting for one in meeting.items] == [False, False, True]


def test_a_closed_supplementary_item_says_so_behind_its_number() -> None:
    meeting = meeting_of("Punkt 1.", "Punkt 2.", "Tillægspunkt 3 (lukket)")
    assert [one.is_closed for one in meeting.items] == [False, False, True]
