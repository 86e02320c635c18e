"""Follow-ups: by service, asserted by a fresh read."""

from uuid import UUID

import pytest

from app.errors import InvalidInput
from app.models.agenda import AgendaItem
from app.models.follow_up import ActorKind, FollowUpStatus
from app.models.meeting import Meeting
from app.models.problems import ProblemKind
from app.services import bodies, follow_ups
from app.services.queries.items import item_rows
from app.services.queries.registers import follow_up_rows
from app.storage.database import Database


def test_follow_ups_keep_their_words_and_may_lack_a_date(database: Database, item_id: UUID) -> None:
    dated = follow_ups.add_follow_up(database, item_id, "spørg alle kommuner", due="medio maj 2026")
    undated = follow_ups.add_follow_up(database, item_id, "meld tilbage", due="når der er nyt")
    rows = follow_up_rows(database)
    assert [(row.id, row.due, row.due_from is None) for row in rows] == [
        (dated, "medio maj 2026", False),
        (undated, "når der er nyt", True),
    ]
    with pytest.raises(InvalidInput):
        follow_ups.add_follow_up(database, item_id, " ")
    with pytest.raises(InvalidInput):
        follow_ups.edit_follow_up(database, dated, action="")
    follow_ups.edit_follow_up(
        database, dated, action="spørg igen", due="uge 20", status=FollowUpStatus.DONE
    )
    assert [row.id for row in follow_up_rows(database)] == [undated]
    assert len(follow_up_rows(database, with_finished=True)) == 2
    follow_ups.delete_follow_up(database, undated)
    assert follow_up_rows(database) == []


def test_a_follow_up_may_be_begun_without_its_action(database: Database, item_id: UUID) -> None:
    begun = follow_ups.add_follow_up(database, item_id, due="uge 20")
    all_of_them = ActorKind.ALL_MUNICIPALITIES
    charged = follow_ups.add_follow_up(database, item_id, actor_kind=all_of_them)
    assert {row.id: row.action for row in follow_up_rows(database)} == {begun: "", charged: ""}
    follow_ups.edit_follow_up(database, begun, action="", due="uge 21")
    follow_ups.edit_follow_up(database, begun, action="spørg")
    with pytest.raises(InvalidInput):
        follow_ups.edit_follow_up(database, begun, action=" ")
    (first, second) = follow_up_rows(database)
    assert (first.action, first.due, second.actor_kind) == ("spørg", "uge 21", all_of_them)


def test_a_deadline_is_counted_from_the_meeting_however_late_it_is_corrected(
    database: Database, item_id: UUID
) -> None:
    with database.read() as session:
        met_on = session.get_one(Meeting, session.get_one(AgendaItem, item_id).meeting_id).date
    key = follow_ups.add_follow_up(database, item_id, "Spørg", due="ultimo juni")
    (added,) = follow_up_rows(database)
    follow_ups.edit_follow_up(database, key, due="Ultimo juni.")
    (corrected,) = follow_up_rows(database)
    assert added.due_to == corrected.due_to
    assert added.due_to is not None
    assert met_on <= added.due_to < met_on.replace(year=met_on.year + 1)


def test_a_follow_up_names_the_group_that_has_it(database: Database, item_id: UUID) -> None:
    group = bodies.create_body(database, "Faggruppe Genoptræning")
    kind = ActorKind.BODY
    follow_up = follow_ups.add_follow_up(database, item_id, "skriv notat", actor_kind=kind)
    assert [row.actor_body for row in follow_up_rows(database)] == [""]
    follow_ups.edit_follow_up(database, follow_up, actor_body_id=group)
    row = follow_up_rows(database)[0]
    assert (row.actor_body, row.actor_name) == ("Faggruppe Genoptræning", "")
    assert row.body_name != row.actor_body


def test_the_agenda_tells_of_a_follow_up_without_its_action(
    database: Database, meeting_id: UUID, item_id: UUID
) -> None:
    def lacking() -> list[UUID]:
        rows = item_rows(database, meeting_id)
        return [row.id for row in rows if ProblemKind.TASK in row.problems]

    begun = follow_ups.add_follow_up(database, item_id, due="uge 20")
    assert lacking() == [item_id]
    follow_ups.edit_follow_up(database, begun, action="spørg alle kommuner")
    assert lacking() == []


def test_each_status_that_is_chosen_is_a_step_of_its_own(database: Database, item_id: UUID) -> None:
    key = follow_ups.add_follow_up(database, item_id, "Spørg")
    chosen = (FollowUpStatus.WAITING, FollowUpStatus.DONE, FollowUpStatus.DROPPED)
    for status in chosen:
        follow_ups.edit_follow_up(database, key, status=status)
    seen = []
    for _step in chosen:
        (row,) = follow_up_rows(database, with_finished=True)
        seen.append(row.status)
        database.undo()
    assert seen == list(reversed(chosen))
    (row,) = follow_up_rows(database)
    assert row.status is FollowUpStatus.OPEN


def test_a_task_and_its_deadline_melt_while_they_are_typed(
    database: Database, item_id: UUID
) -> None:
    key = follow_ups.add_follow_up(database, item_id, "S")
    steps = len(database.history.undoable)
    for words in ("Sp", "Spørg"):
        follow_ups.edit_follow_up(database, key, action=words)
    for words in ("1. m", "1. maj", "1. maj 2027"):
        follow_ups.edit_follow_up(database, key, due=words)
    assert len(database.history.undoable) == steps + 2
    database.undo()
    (row,) = follow_up_rows(database)
    assert (row.action, row.due, row.due_from) == ("Spørg", "", None)
