"""People in columns under labels side by side, and people of several bodies at a joint meeting."""

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import AttendanceDraft, ImportDraft

COVER = "Havnerådet\n\nMødet den 4. marts 2026, kl. 9.00 - 12.00\n\nKajsalen\n\n"
ITEM = "\n Mødet den 04.03.2026 Havnerådet\n\nÅben\nPunkt 1.\n\nBøjer\n\nBeslutning:\n\nGodkendt.\n"


def people_of(head: str) -> list[AttendanceDraft]:
    (meeting,) = read_lines(make_lines([COVER + head + ITEM]), ImportDraft("papir.txt", ""))
    assert meeting.unplaced == []
    return meeting.attendance


COLUMNS = [
    "Til stede:     Afbud:\nEva Bæk        Lis Dahl\nIb Thorup      Ulf Holm\nBo Lund\n",
    "Til stede      Afbud\n\nEva Bæk        Lis Dahl\n\nIb Thorup      Ulf Holm\n\nBo Lund\n",
    "Til stede\tAfbud\nEva Bæk\tLis Dahl\nIb Thorup\tUlf Holm\nBo Lund\n",
]


@pytest.mark.parametrize("head", COLUMNS)
def test_labels_side_by_side_have_their_people_below_them(head: str) -> None:
    assert [(one.name, one.status) for one in people_of(head)] == [
        ("Eva Bæk", "present"),
        ("Ib Thorup", "present"),
        ("Bo Lund", "present"),
        ("Lis Dahl", "apologies"),
        ("Ulf Holm", "apologies"),
    ]


def test_a_cell_alone_belongs_to_the_column_it_stands_under() -> None:
    head = (
        "Medlemmer                           Øvrige deltagere\n"
        "Eva Bæk, Klitby Kommune             Ib Thorup, Havnevæsenet\n"
        "                                    Lis Dahl, sekretariatet\n"
        "Tid Mødet den 4. marts 2026\n"
    )
    assert [(one.name, one.organisation, one.status) for one in people_of(head)] == [
        ("Eva Bæk", "Klitby Kommune", "present"),
        ("Ib Thorup", "Havnevæsenet", "other_participant"),
        ("Lis Dahl", "sekretariatet", "other_participant"),
    ]


def test_one_person_below_a_label_may_stand_in_cells() -> None:
    (person,) = people_of("Afbud:\nLis Dahl          Klitby Kommune\n")
    assert (person.name, person.organisation) == ("Lis Dahl", "Klitby Kommune")


JOINT = [
    "Deltagere fra Havnerådet: Eva Bæk, Ib Thorup\nDeltagere fra Fyrkredsen: Lis Dahl\n",
    "Fra Havnerådet deltog: Eva Bæk, Ib Thorup\nFra Fyrkredsen deltog: Lis Dahl\n",
    "Til stede Havnerådet: Eva Bæk, Ib\nThorup\nFyrkredsen: Lis Dahl\n",
]


@pytest.mark.parametrize("head", JOINT)
def test_people_of_a_joint_meeting_keep_the_body_they_come_from(head: str) -> None:
    told = [(one.name, one.group_label) for one in people_of(f"{head}Afbud fra FU: Ulf Holm\n")]
    assert told == [
        ("Eva Bæk", "Havnerådet"),
        ("Ib Thorup", "Havnerådet"),
        ("Lis Dahl", "Fyrkredsen"),
        ("Ulf Holm", "FU"),
    ]


def test_participants_from_the_secretariat_are_no_members() -> None:
    (person,) = people_of("Deltagere fra sekretariatet: Eva Bæk\n")
    assert (person.status, person.role) == ("other_participant", "secretariat")
