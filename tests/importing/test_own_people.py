"""People on the lists of the program's own papers, read back: one person an entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.models.agenda_words import ItemKind
from app.models.meeting import AttendanceRole, AttendanceStatus
from app.models.visibility import Edition
from app.reports.export import build_paper
from app.services.attendances import add_attendance, edit_attendance
from app.services.bodies import NewMember, create_body
from app.services.items import create_item, set_closed
from app.services.meetings import create_meeting
from app.services.queries.items import item_rows
from app.services.queries.meetings import attendance_rows
from app.storage.database import Database
from tests.importing.trips import Import, export, read_back
from tests.reports.searching import found_in

SECRETS = {"Ulf", "Deloitte", "Advokater", "partner", "Økonomi", "Foreningen"}
Made = tuple[Database, UUID]


@pytest.fixture
def made(tmp_path: Path, empty_file: bytes) -> Iterator[Made]:
    """A meeting of one member."""
    path = tmp_path / "moedevaerk.db"
    path.write_bytes(empty_file)
    with Database.open(path, "Prøve") as database:
        members = [NewMember("Eva Bæk", "direktør", "Klitby Kommune")]
        body_id = create_body(database, "Fjordgruppen", members=members)
        yield database, create_meeting(database, body_id, dt.date(2027, 1, 14))


def closed_item(made: Made) -> int:
    """A closed item and its number."""
    item_id = create_item(*made, title="Personsag")
    set_closed(made[0], item_id, True)
    (number,) = (row.number for row in item_rows(*made) if row.id == item_id)
    assert number is not None
    return number


def people(made: Made) -> list[tuple[str, str, str, str]]:
    """Name, title, organisation and remark of everybody but the member."""
    rows = attendance_rows(*made)
    return [(r.name, r.title, r.organisation, r.note) for r in rows if r.name != "Eva Bæk"]


@pytest.mark.parametrize(
    "guests",
    [
        ["Ulf Dam, partner, Deloitte Consulting (under punkt {n})"],
        ["Ulf Dam, advokat, Klitby Advokater (under punkt {n})"],
        ["Ulf Dam, partner, Dam og Dahl (under punkt {n})", "Lis Dahl, konsulent, Havnens Venner"],
        ["Ulf Dam, Chef for Økonomi, Dam, Dahl & Co (deltog under punkt {n}; gik kl. 10)"],
        ["Ulf Dam, formand, Foreningen Lis Dahl (under punkt {n}, via Teams)"],
        ["Ulf (under punkt {n})"],
    ],
)
def test_a_guest_of_a_closed_item_stays_out_when_the_full_minutes_are_read_back(
    made: Made, imported: Import, tmp_path: Path, guests: list[str]
) -> None:
    number = closed_item(made)
    for words in guests:
        add_attendance(*made, words.format(n=number))
    again = imported(read_back(export(made, "minutes", Edition.FULL), tmp_path))
    assert people(again) == people(made)
    with again[0].read() as session:
        full = build_paper(session, again[1], "minutes", Edition.FULL)
        opened = build_paper(session, again[1], "minutes", Edition.OPEN)
    assert "Ulf" in found_in(full, SECRETS)
    assert found_in(opened, SECRETS) == set()


def test_a_guest_who_came_for_a_member_or_led_the_meeting_does_so_again(
    made: Made, imported: Import, tmp_path: Path
) -> None:
    ulf = add_attendance(*made, "Ulf Dam, partner, Deloitte Consulting")
    lis = add_attendance(*made, "Lis Dahl, partner, Deloitte Consulting")
    edit_attendance(made[0], ulf, role=AttendanceRole.CHAIRING, status=AttendanceStatus.PRESENT)
    edit_attendance(made[0], lis, role=AttendanceRole.SUBSTITUTE, status=AttendanceStatus.PRESENT)
    create_item(*made, kind=ItemKind.CASE, title="Kajen")
    again = imported(read_back(export(made, "minutes", Edition.FULL), tmp_path))
    roles = {row.name: row.role for row in attendance_rows(*again)}
    assert roles == {row.name: row.role for row in attendance_rows(*made)}
