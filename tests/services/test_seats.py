"""Seats over time: who leaves, returns, takes over or was forgotten, and whom a meeting lists."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services.bodies import NewMember
from app.services.body_setup import body_setup, save_body
from app.services.importing import import_drafts
from app.services.meetings import create_meeting
from app.services.queries.meetings import attendance_rows
from app.storage.database import Database, dump
from tests.services.test_body_setup import AUTUMN, SETUP, SPRING, paper


@pytest.mark.parametrize("returned_on", [SPRING, AUTUMN])
def test_who_leaves_and_returns_is_one_person_in_later_papers(
    database: Database, returned_on: dt.date
) -> None:
    body_id = save_body(database, SETUP)
    before = dump(database)
    people = len(before["person"])
    save_body(database, replace(SETUP, members=SETUP.members[1:]), body_id, today=SPRING)
    save_body(database, SETUP, body_id, today=returned_on)
    assert body_setup(database, body_id) == SETUP
    for month in (1, 2, 3):
        import_drafts(database, [paper(SETUP.name, dt.date(2025, month, 5), "Ane Holm")])
    assert len(dump(database)["person"]) == people
    for _step in range(5):
        database.undo()
    assert dump(database) == before


def test_the_capitals_of_a_name_are_corrected(database: Database) -> None:
    body_id = save_body(database, replace(SETUP, members=(NewMember("mette  østergaard", "", ""),)))
    people = dump(database)["person"]
    corrected = replace(SETUP, members=(NewMember("Mette Østergaard", "", ""),))
    save_body(database, corrected, body_id)
    assert body_setup(database, body_id) == corrected
    assert len(dump(database)["person"]) == len(people)


def test_leaving_by_mistake_leaves_no_trace(database: Database) -> None:
    body_id = save_body(database, SETUP)
    before = dump(database)
    save_body(database, replace(SETUP, members=SETUP.members[:1]), body_id)
    save_body(database, SETUP, body_id)
    assert dump(database) == before


def test_who_was_away_for_a_summer_is_not_listed_for_it(database: Database) -> None:
    body_id = save_body(database, SETUP)
    save_body(database, replace(SETUP, members=SETUP.members[1:]), body_id, today=SPRING)
    save_body(database, SETUP, body_id, today=AUTUMN)
    lists = {
        day.month: [
            row.name for row in attendance_rows(database, create_meeting(database, body_id, day))
        ]
        for day in (dt.date(2026, 1, 8), dt.date(2026, 6, 8), AUTUMN)
    }
    assert lists == {1: ["Ane Holm", "Bo Lund"], 6: ["Bo Lund"], 9: ["Ane Holm", "Bo Lund"]}


def test_a_namesake_of_a_member_is_somebody_else(database: Database) -> None:
    body_id = save_body(database, SETUP)
    both = replace(SETUP, members=(*SETUP.members, NewMember("Ane Holm", "", "Sydkommunen")))
    save_body(database, both, body_id)
    assert body_setup(database, body_id) == both
    assert len(dump(database)["person"]) == 3


def test_a_guest_of_earlier_meetings_who_gets_a_seat_is_one_person(database: Database) -> None:
    body_id = save_body(database, SETUP)
    import_drafts(database, [paper(SETUP.name, dt.date(2025, 1, 9), "Cai Dam")])
    save_body(database, replace(SETUP, members=(*SETUP.members, NewMember("Cai Dam"))), body_id)
    import_drafts(database, [paper(SETUP.name, dt.date(2025, 2, 9), "Cai Dam")])
    assert len(dump(database)["person"]) == 3


def test_a_meeting_before_a_change_of_members_lists_those_of_then(database: Database) -> None:
    body_id = save_body(database, SETUP)
    changed = replace(SETUP, members=(NewMember("Cai Dam"), *SETUP.members[1:]))
    save_body(database, changed, body_id, today=SPRING)
    forgotten = replace(changed, members=(*changed.members, NewMember("Dora Ek")))
    save_body(database, forgotten, body_id, today=SPRING)
    meeting_id = create_meeting(database, body_id, dt.date(2026, 1, 8))
    names = [row.name for row in attendance_rows(database, meeting_id)]
    assert sorted(names) == ["Ane Holm", "Bo Lund", "Dora Ek"]


def test_who_leaves_is_not_invited_the_same_day(database: Database) -> None:
    body_id = save_body(database, SETUP)
    changed = replace(SETUP, members=(NewMember("Cai Dam"), *SETUP.members[1:]))
    save_body(database, changed, body_id, today=SPRING)
    meeting_id = create_meeting(database, body_id, SPRING)
    assert [row.name for row in attendance_rows(database, meeting_id)] == ["Cai Dam", "Bo Lund"]
