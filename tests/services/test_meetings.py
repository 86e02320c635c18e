"""Meetings: what a new one holds, its states, and what its deletion leaves behind."""

import datetime as dt
import time
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.errors import InvalidInput, NotFound
from app.models.agenda import AgendaItem
from app.models.agenda_words import ItemKind
from app.models.decision import Decision, Outcome
from app.models.meeting import AttendanceRole, Meeting, MeetingState
from app.models.person import Membership, Person
from app.services.attendances import add_attendance, delete_attendance
from app.services.decisions import describe_decision, set_outcome
from app.services.follow_ups import add_follow_up
from app.services.items import create_item, move_item
from app.services.meetings import change_state, create_meeting, delete_meeting, edit_meeting
from app.services.queries.items import item_rows
from app.services.queries.meetings import (
    attendance_rows,
    meeting_fields,
    meeting_row,
    meeting_rows,
)
from app.services.queries.registers import follow_up_rows
from app.storage.actions import Action
from app.storage.database import Database, dump


def _numbers(database: Database, meeting_id: UUID) -> list[tuple[int | None, str]]:
    return [(row.number, row.title) for row in item_rows(database, meeting_id)]


def test_a_new_meeting_has_the_fixed_items_and_the_members(
    database: Database, meeting_id: UUID
) -> None:
    assert [title for _, title in _numbers(database, meeting_id)] == [
        "Godkendelse af dagsorden",
        "Godkendelse af referat fra seneste møde",
        "Eventuelt",
        "Næste møde",
    ]
    names = [(row.name, row.organisation) for row in attendance_rows(database, meeting_id)]
    assert names == [("Ane Holm", "Vesterkommunen"), ("Bo Lund", "Østerkommunen")]
    assert meeting_row(database, meeting_id).item_count == 4


def test_who_has_two_seats_is_listed_once(database: Database, body_id: UUID) -> None:
    with database.write(Action.EDIT_PERSON) as session:
        chair = session.scalars(sa.select(Person).where(Person.name == "Ane Holm")).one()
        session.add(Membership(body_id=body_id, person_id=chair.id, position=9))
    meeting_id = create_meeting(database, body_id, dt.date(2026, 3, 5))
    assert [row.name for row in attendance_rows(database, meeting_id)] == ["Ane Holm", "Bo Lund"]


def approves(database: Database, meeting_id: UUID) -> UUID | None:
    """The meeting whose minutes are on the agenda."""
    with database.read() as session:
        query = sa.select(AgendaItem.approves_meeting_id).where(
            AgendaItem.meeting_id == meeting_id, AgendaItem.kind == ItemKind.MINUTES_APPROVAL
        )
        return session.scalars(query).one()


def test_a_plan_to_approve_the_minutes_is_not_told_as_their_approval(
    database: Database, body_id: UUID, meeting_id: UUID
) -> None:
    later = create_meeting(database, body_id, dt.date(2026, 5, 7))
    assert approves(database, later) == meeting_id
    assert meeting_fields(database, meeting_id).approved_on == dt.date(2026, 5, 7)
    change_state(database, meeting_id, MeetingState.APPROVED)
    for state in (MeetingState.DRAFT, MeetingState.AGENDA_SENT):
        change_state(database, later, state)
        assert meeting_fields(database, meeting_id).approved_on is None
    change_state(database, later, MeetingState.HELD)
    assert meeting_fields(database, meeting_id).approved_on == dt.date(2026, 5, 7)
    database.undo()
    assert meeting_fields(database, meeting_id).approved_on is None


def test_minutes_that_a_meeting_put_off_are_approved_by_the_one_after(
    database: Database, body_id: UUID, meeting_id: UUID
) -> None:
    for day, outcome in (
        (dt.date(2026, 5, 7), Outcome.POSTPONED),
        (dt.date(2026, 6, 4), Outcome.APPROVED),
    ):
        later = create_meeting(database, body_id, day)
        (item_id,) = (
            row.id for row in item_rows(database, later) if row.kind is ItemKind.MINUTES_APPROVAL
        )
        with database.write(Action.EDIT_ITEM) as session:
            session.get_one(AgendaItem, item_id).approves_meeting_id = meeting_id
        set_outcome(database, item_id, outcome)
        change_state(database, later, MeetingState.HELD)
    assert meeting_fields(database, meeting_id).approved_on == dt.date(2026, 6, 4)


def test_minutes_that_are_approved_are_not_put_up_again(
    database: Database, body_id: UUID, meeting_id: UUID
) -> None:
    older = create_meeting(database, body_id, dt.date(2026, 1, 8))
    change_state(database, meeting_id, MeetingState.APPROVED)
    later = create_meeting(database, body_id, dt.date(2026, 5, 7))
    assert approves(database, later) == older


def test_meetings_made_out_of_order_each_approve_the_one_before(
    database: Database, body_id: UUID, meeting_id: UUID
) -> None:
    december = create_meeting(database, body_id, dt.date(2026, 12, 1))
    before = dump(database)
    september = create_meeting(database, body_id, dt.date(2026, 9, 1))
    assert approves(database, september) == meeting_id
    assert approves(database, december) == september
    change_state(database, december, MeetingState.AGENDA_SENT)
    october = create_meeting(database, body_id, dt.date(2026, 10, 1))
    assert approves(database, october) == approves(database, december) == september
    for _step in range(3):
        database.undo()
    assert dump(database) == before


def test_deadlines_that_were_counted_from_the_meeting_move_with_it(
    database: Database, meeting_id: UUID
) -> None:
    item_id = create_item(database, meeting_id, title="Fælles beredskab")
    for due in ("om 14 dage", "1. april", "1. maj 2026", "når der er nyt"):
        add_follow_up(database, item_id, "Spørg", due=due)
    describe_decision(database, item_id, condition_text="Hvis", condition_due="om 3 uger")
    before = dump(database)
    edit_meeting(database, meeting_id, date=dt.date(2026, 4, 9))
    found = {row.due: row.due_from for row in follow_up_rows(database)}
    assert found == {
        "om 14 dage": dt.date(2026, 4, 23),
        "1. april": dt.date(2027, 4, 1),
        "1. maj 2026": dt.date(2026, 5, 1),
        "når der er nyt": None,
    }
    with database.read() as session:
        (condition,) = session.scalars(sa.select(Decision)).all()
    assert condition.condition_due.first == dt.date(2026, 4, 30)
    database.undo()
    assert dump(database) == before


def test_a_meeting_whose_agenda_was_never_sent_has_no_day_of_sending(
    database: Database, meeting_id: UUID
) -> None:
    change_state(database, meeting_id, MeetingState.HELD)
    assert meeting_fields(database, meeting_id).dispatched_at is None
    change_state(database, meeting_id, MeetingState.DRAFT, reason="Forkert møde")
    change_state(database, meeting_id, MeetingState.AGENDA_SENT)
    assert meeting_fields(database, meeting_id).dispatched_at is not None


def test_meetings_are_listed_newest_first(
    database: Database, body_id: UUID, meeting_id: UUID
) -> None:
    later = create_meeting(database, body_id, dt.date(2026, 5, 7))
    rows = meeting_rows(database)
    assert [row.id for row in rows] == [later, meeting_id]
    assert [row.body_name for row in rows] == ["Fællesgruppen"] * 2


def test_a_meeting_cannot_end_before_it_begins(database: Database, meeting_id: UUID) -> None:
    before = dump(database)
    with pytest.raises(InvalidInput):
        edit_meeting(database, meeting_id, end=dt.time(11))
    assert dump(database) == before


def test_an_unknown_field_is_a_bug(database: Database, meeting_id: UUID) -> None:
    with pytest.raises(TypeError):
        edit_meeting(database, meeting_id, state=MeetingState.APPROVED)


def test_sending_the_agenda_freezes_the_numbers(database: Database, meeting_id: UUID) -> None:
    case = create_item(database, meeting_id, title="Fælles beredskab")
    change_state(database, meeting_id, MeetingState.AGENDA_SENT)
    with pytest.raises(InvalidInput):
        move_item(database, case, 0)
    extra = create_item(database, meeting_id, title="Ekstra punkt")
    assert _numbers(database, meeting_id) == [
        (1, "Godkendelse af dagsorden"),
        (2, "Godkendelse af referat fra seneste møde"),
        (3, "Fælles beredskab"),
        (4, "Ekstra punkt"),
        (5, "Eventuelt"),
        (6, "Næste møde"),
    ]
    move_item(database, extra, 0)
    assert _numbers(database, meeting_id)[0] == (4, "Ekstra punkt")


def test_going_back_takes_a_reason_and_lets_numbers_follow_again(
    database: Database, meeting_id: UUID
) -> None:
    change_state(database, meeting_id, MeetingState.AGENDA_SENT)
    extra = create_item(database, meeting_id, title="Ekstra punkt")
    move_item(database, extra, 0)
    with pytest.raises(InvalidInput):
        change_state(database, meeting_id, MeetingState.DRAFT, reason="  ")
    change_state(database, meeting_id, MeetingState.DRAFT, reason="Et bilag manglede")
    assert [number for number, _ in _numbers(database, meeting_id)] == [1, 2, 3, 4, 5]
    assert meeting_fields(database, meeting_id).dispatched_at is None


def test_what_was_added_to_a_sent_agenda_is_an_ordinary_item_of_the_next(
    database: Database, meeting_id: UUID
) -> None:
    change_state(database, meeting_id, MeetingState.AGENDA_SENT)
    create_item(database, meeting_id, title="  Ekstra\n punkt ")
    assert [row.title for row in item_rows(database, meeting_id) if row.added_at_meeting] == [
        "Ekstra punkt"
    ]
    change_state(database, meeting_id, MeetingState.DRAFT, reason="Dagsordenen sendes igen")
    change_state(database, meeting_id, MeetingState.AGENDA_SENT)
    rows = item_rows(database, meeting_id)
    assert not any(row.added_at_meeting or row.is_movable for row in rows)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system's time zone cannot be set")
def test_an_agenda_sent_late_at_night_was_sent_that_night(
    database: Database, meeting_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Copenhagen")
    time.tzset()
    try:
        with database.write(Action.EDIT_MEETING) as session:
            meeting = session.get_one(Meeting, meeting_id)
            meeting.dispatched_at = dt.datetime(2026, 6, 10, 22, 30)
        sent_at = meeting_fields(database, meeting_id).dispatched_at
    finally:
        monkeypatch.undo()
        time.tzset()
    assert sent_at is not None
    assert (sent_at.date(), sent_at.hour) == (dt.date(2026, 6, 11), 0)


def test_deleting_a_meeting_loosens_what_points_at_it(
    database: Database, body_id: UUID, meeting_id: UUID
) -> None:
    later = create_meeting(database, body_id, dt.date(2026, 5, 7))
    before = dump(database)
    delete_meeting(database, meeting_id)
    assert [row.id for row in meeting_rows(database)] == [later]
    with pytest.raises(NotFound):
        meeting_row(database, meeting_id)
    database.undo()
    assert dump(database) == before


def test_a_guest_is_put_last_and_taken_off_again(database: Database, meeting_id: UUID) -> None:
    before = dump(database)
    guest = add_attendance(
        database, meeting_id, " Dora  Winther , chef for botilbud,Fjordby Kommune"
    )
    rows = attendance_rows(database, meeting_id)
    assert (rows[-1].id, rows[-1].name, rows[-1].title) == (
        guest,
        "Dora Winther",
        "chef for botilbud",
    )
    assert rows[-1].organisation == "Fjordby Kommune"
    assert rows[-1].role is AttendanceRole.GUEST
    assert [row.name for row in rows[:2]] == ["Ane Holm", "Bo Lund"]
    add_attendance(database, meeting_id, "Emil Dahl")
    assert attendance_rows(database, meeting_id)[-1].name == "Emil Dahl"
    delete_attendance(database, guest)
    assert guest not in [row.id for row in attendance_rows(database, meeting_id)]
    for _step in range(3):
        database.undo()
    assert dump(database) == before


def test_a_participant_needs_a_name(database: Database, meeting_id: UUID) -> None:
    before = dump(database)
    with pytest.raises(InvalidInput, match="name of the person"):
        add_attendance(database, meeting_id, " , chef")
    assert dump(database) == before


@pytest.mark.parametrize("words", ["dora winther", "Dora Winther, Fjordby", "Ane Holm"])
def test_nobody_is_put_on_the_list_twice(database: Database, meeting_id: UUID, words: str) -> None:
    add_attendance(database, meeting_id, "Dora Winther, chef, Fjordby")
    before = dump(database)
    with pytest.raises(InvalidInput, match="on the list"):
        add_attendance(database, meeting_id, words)
    assert dump(database) == before
    add_attendance(database, meeting_id, "Dora Winther, konsulent, Klitby")
    assert len([r for r in attendance_rows(database, meeting_id) if "Winther" in r.name]) == 2
