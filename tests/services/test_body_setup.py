"""A group by its form: made, changed in one step, undone exactly."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.errors import InvalidInput
from app.models.agenda_words import ItemKind
from app.models.body import BodyKind, BodyName, BodyState
from app.models.draft import AttendanceDraft, ImportDraft, MeetingDraft
from app.models.person import Membership, MembershipRole, Person
from app.services.bodies import NewItem, NewMember, delete_body
from app.services.body_setup import BodySetup, body_setup, known_kind, save_body
from app.services.import_bodies import find_body
from app.services.importing import import_drafts
from app.services.meetings import create_meeting
from app.services.queries.items import item_rows
from app.services.queries.meetings import attendance_rows
from app.services.queries.registers import body_rows, member_rows
from app.storage.actions import Action
from app.storage.database import Database, dump

SETUP = BodySetup(
    name="Den Fælles Styregruppe",
    short_name="Fællesgruppen",
    kind=BodyKind.WORKING_GROUP,
    state=BodyState.REPORTED,
    recommendation_lead="Det indstilles, at Fællesgruppen",
    default_start=dt.time(12),
    default_end=dt.time(15),
    members=(NewMember("Ane Holm", "direktør", "Vesterkommunen"), NewMember("Bo Lund")),
    fixed_items=(
        NewItem(ItemKind.AGENDA_APPROVAL, "Dagsorden", 5),
        NewItem(ItemKind.ANY_OTHER_BUSINESS, "Eventuelt"),
    ),
)


def test_no_two_groups_are_listed_under_one_name(database: Database) -> None:
    body_id, before = save_body(database, SETUP), dump(database)
    for alike in (
        BodySetup("fællesgruppen "),
        BodySetup("En anden gruppe", short_name="FÆLLESGRUPPEN"),
    ):
        with pytest.raises(InvalidInput, match="already"):
            save_body(database, alike)
        assert dump(database) == before
    other = save_body(database, BodySetup(SETUP.name, short_name="De andre"))
    with pytest.raises(InvalidInput, match="already"):
        save_body(database, BodySetup(SETUP.name, short_name="Fællesgruppen"), other)
    save_body(database, replace(SETUP, default_place="Rådhuset"), body_id)
    assert body_setup(database, body_id).default_place == "Rådhuset"


def test_what_is_saved_is_what_is_read(database: Database) -> None:
    assert body_setup(database, save_body(database, SETUP)) == SETUP


def test_a_new_meeting_follows_the_form(database: Database) -> None:
    meeting_id = create_meeting(database, save_body(database, SETUP), dt.date(2026, 3, 5))
    assert [row.title for row in item_rows(database, meeting_id)] == ["Dagsorden", "Eventuelt"]
    assert [row.name for row in attendance_rows(database, meeting_id)] == ["Ane Holm", "Bo Lund"]


def test_changing_is_one_step_that_can_be_undone(database: Database) -> None:
    body_id = save_body(database, SETUP)
    before = dump(database)
    changed = replace(
        SETUP,
        name="Styregruppen",
        members=(NewMember("Cai Dam"), NewMember("Ane Holm", "chef", "Nordkommunen")),
        fixed_items=(NewItem(ItemKind.NEXT_MEETING, "Næste møde"), *SETUP.fixed_items[:1]),
    )
    save_body(database, changed, body_id)
    assert body_setup(database, body_id) == changed
    assert [row.name for row in member_rows(database, body_id)] == ["Cai Dam", "Ane Holm"]
    database.undo()
    assert dump(database) == before


def test_no_fixed_item_lasts_longer_than_a_day(database: Database) -> None:
    endless = replace(SETUP, fixed_items=(NewItem(ItemKind.THEME, "Temadag", 10**30),))
    with pytest.raises(InvalidInput, match="a day at most"):
        save_body(database, endless)
    body_id = save_body(database, SETUP)
    with pytest.raises(InvalidInput, match="a day at most"):
        save_body(database, endless, body_id)
    assert body_setup(database, body_id) == SETUP


def test_who_leaves_keeps_the_past_seat(database: Database) -> None:
    body_id = save_body(database, SETUP)
    people = len(dump(database)["person"])
    save_body(database, replace(SETUP, members=SETUP.members[:1]), body_id)
    assert len(dump(database)["membership"]) == 2
    assert len(dump(database)["person"]) == people


def test_a_seat_may_wait_for_its_person(database: Database) -> None:
    vacant = replace(SETUP, members=(NewMember("", "", "Regionen"),))
    body_id = save_body(database, vacant)
    save_body(database, vacant, body_id)
    assert len(dump(database)["membership"]) == 1


def test_rows_that_look_alike_are_not_multiplied_by_saving(database: Database) -> None:
    alike = replace(
        SETUP,
        members=(
            NewMember("Jens Hansen", "", "Vesterkommunen"),
            NewMember("Jens Hansen", "", "Østerkommunen"),
            *[NewMember("", "", "Regionen")] * 2,
        ),
        fixed_items=(NewItem(ItemKind.THEME, "Tema"),) * 2,
    )
    body_id = save_body(database, alike)
    before = dump(database)
    save_body(database, body_setup(database, body_id), body_id)
    assert dump(database) == before


def test_of_two_namesakes_the_one_who_is_still_named_stays(database: Database) -> None:
    west, east = (NewMember("Jens Hansen", "", f"{place}erkommunen") for place in ("Vest", "Øst"))
    body_id = save_body(database, replace(SETUP, members=(west, east)))
    people = dump(database)["person"]
    save_body(database, replace(SETUP, members=(east,)), body_id)
    assert dump(database)["person"] == people
    assert body_setup(database, body_id).members == (east,)


def test_a_member_takes_another_role(database: Database) -> None:
    body_id = save_body(database, SETUP)
    chair = replace(SETUP.members[0], role=MembershipRole.CHAIR)
    changed = replace(SETUP, members=(chair, *SETUP.members[1:]))
    save_body(database, changed, body_id)
    assert body_setup(database, body_id) == changed


def test_a_group_has_a_name(database: Database, body_id: UUID) -> None:
    before = dump(database)
    for key in (None, body_id):
        with pytest.raises(InvalidInput):
            save_body(database, replace(SETUP, name=" "), key)
    assert dump(database) == before


def test_titles_tell_the_kind() -> None:
    assert known_kind("Godkendelse af referat fra seneste møde") is ItemKind.MINUTES_APPROVAL
    assert known_kind("Eventuelt") is ItemKind.ANY_OTHER_BUSINESS
    assert known_kind("FU orienterer") is ItemKind.INFORMATION


def test_a_renamed_group_is_still_found_by_the_name_of_its_old_papers(
    database: Database, body_id: UUID
) -> None:
    before = body_setup(database, body_id)
    save_body(database, replace(before, name=f" {before.name}"), body_id)
    with database.read() as session:
        assert session.scalars(sa.select(BodyName)).all() == []
    save_body(database, replace(before, name="Kystens Råd", short_name=""), body_id)
    save_body(database, replace(before, name="Kystens Nye Råd", short_name=""), body_id)
    with database.read() as session:
        found = [
            find_body(session, name) for name in (before.name, "kystens råd", before.short_name)
        ]
    assert [body and body.name for body in found] == ["Kystens Nye Råd"] * 3


def test_a_paper_by_the_short_name_of_then_is_not_of_a_new_group(database: Database) -> None:
    body_id = save_body(database, SETUP)
    before = dump(database)
    save_body(database, replace(SETUP, short_name="Styregruppen"), body_id)
    import_drafts(database, [paper("Fællesgruppen", dt.date(2025, 1, 9))])
    assert [row.id for row in body_rows(database)] == [body_id]
    for _step in range(2):
        database.undo()
    assert dump(database) == before


def paper(body: str, day: dt.date, *names: str) -> ImportDraft:
    meeting = MeetingDraft(body, day, layout="C")
    meeting.attendance = [AttendanceDraft(name) for name in names]
    return ImportDraft(f"{day}.txt", f"{day}".ljust(64, "0"), [meeting])


SPRING, AUTUMN = dt.date(2026, 3, 1), dt.date(2026, 9, 1)


def people_of(database: Database) -> set[str]:
    with database.read() as session:
        return set(session.scalars(sa.select(Person.name)))


def test_a_group_that_nothing_names_is_deleted_with_who_sat_in_it_alone(database: Database) -> None:
    kept = save_body(database, SETUP)
    before = dump(database)
    seats = (NewMember("Cilla Dam"), NewMember("Dorte Ek"))
    trial = BodySetup("Prøvegruppen", members=seats, recommendation_lead="Det indstilles")
    gone = save_body(database, trial)
    with database.write(Action.EDIT_PERSON) as session:
        shared = session.scalars(sa.select(Person).where(Person.name == "Dorte Ek")).one()
        session.add(Membership(body_id=kept, person_id=shared.id, position=9))
    save_body(database, replace(trial, members=seats[1:]), gone, today=SPRING)
    save_body(database, trial, gone, today=AUTUMN)
    made = dump(database)
    delete_body(database, gone)
    assert [row.id for row in body_rows(database)] == [kept]
    assert people_of(database) == {"Ane Holm", "Bo Lund", "Dorte Ek"}
    database.undo()
    assert dump(database) == made
    for _step in range(4):
        database.undo()
    assert dump(database) == before


def test_a_group_that_has_met_or_is_named_stays(database: Database) -> None:
    body_id, named = save_body(database, SETUP), save_body(database, BodySetup("Ankegruppen"))
    create_meeting(database, body_id, dt.date(2030, 5, 8))
    with database.write(Action.EDIT_BODY) as session:
        session.add(BodyName(body_id=named, name="Klagegruppen"))
    before = dump(database)
    with pytest.raises(InvalidInput, match="Fællesgruppen has meetings"):
        delete_body(database, body_id)
    assert dump(database) == before
    delete_body(database, named)
    assert [row.id for row in body_rows(database)] == [body_id]
