"""A head whose fields go on over a page, and places told over two lines."""

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft
from app.models.richtext import plain

COVER = "FJORDUDVALGET REFERAT DEN\n04.03.26\n\nFjordudvalget\nMødet den 4. marts 2026, kl. 9-12\n"
ITEM = "Åben\n\nPunkt 1.\n\nFærgen\n\nBeslutning\nUdsat."


def read(*pages: str) -> MeetingDraft:
    return read_lines(make_lines(pages), ImportDraft("papir.pdf", ""))[0]


def test_a_place_over_two_lines_is_one() -> None:
    sted = "Sted Klitby Rådhus, Havnegade 1,\n          lokale 2.07"
    meeting = read(f"{COVER}\nKlitby Rådhus, Havnegade 1, lokale 2.07", sted, ITEM)
    assert meeting.place == "Klitby Rådhus, Havnegade 1, lokale 2.07"
    assert meeting.unplaced == []


def test_a_room_on_a_line_of_its_own_is_told_behind_the_place() -> None:
    meeting = read(f"{COVER}\nSted: Klitby Rådhus\nLokale: 2.07", ITEM)
    assert meeting.place == "Klitby Rådhus, 2.07"


def test_other_information_goes_on_over_the_page_inside_its_sentence() -> None:
    told = "Øvrige oplysninger Eva Bæk deltog ikke på"
    meeting = read(f"{COVER}\n{told}", "grund af ferie. Ib Thorup-", "Lassen kom kl. 10.", ITEM)
    assert plain(meeting.other_info) == (
        "Eva Bæk deltog ikke på grund af ferie. Ib Thorup-Lassen kom kl. 10."
    )
    assert meeting.unplaced == []


def test_a_list_of_people_may_begin_on_the_page_behind_its_label() -> None:
    meeting = read(f"{COVER}\nTil stede:", "Eva Bæk\n\nIb Thorup", ITEM)
    assert [person.name for person in meeting.attendance] == ["Eva Bæk", "Ib Thorup"]


def test_the_cells_of_a_table_of_people_may_be_wrapped() -> None:
    table = (
        "Eva Skov\nBæk\n          konsulent   Klitby Kommune\n\n"
        "Ib Thorup   direktør   Fjordby\n                     Kommune"
    )
    meeting = read(f"{COVER}\nØvrige deltagere:", table, ITEM)
    assert [(one.name, one.title, one.organisation) for one in meeting.attendance] == [
        ("Eva Skov Bæk", "konsulent", "Klitby Kommune"),
        ("Ib Thorup", "direktør", "Fjordby Kommune"),
    ]


def test_two_people_beside_each_other_are_two_though_one_has_brackets() -> None:
    meeting = read(f"{COVER}\nTil stede:\n\nEva Bæk (formand) Ib Thorup\n\nAsta Lund", ITEM)
    assert [one.name for one in meeting.attendance] == ["Eva Bæk", "Ib Thorup", "Asta Lund"]
