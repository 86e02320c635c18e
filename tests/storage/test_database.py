"""The one door: what is written is recorded, announced and undone; what fails leaves nothing."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa

from app.errors import FileProblem
from app.models.body import Body, BodyName, BodyState
from app.models.fuzzy_date import Precision
from app.models.person import Membership, Person
from app.models.richtext import text_of
from app.storage import journal
from app.storage.actions import MELTING, Action
from app.storage.changes import Changes, Image, RowChange, Step
from app.storage.database import Database, dump
from app.storage.deletion import delete_tree


def _new_body(database: Database, name: str = "Styregruppen") -> Body:
    body = Body(name=name)
    body.names = [BodyName(name="SG")]
    with database.write(Action.CREATE_BODY) as session:
        session.add(body)
    return body


def _rename(database: Database, body: Body, name: str, actor: str = "") -> None:
    with database.write(Action.EDIT_BODY, actor) as session:
        session.get_one(Body, body.id).name = name


def test_a_step_is_announced_with_what_it_touched(database: Database) -> None:
    heard: list[Changes] = []
    database.on_change(heard.append)
    body = _new_body(database)
    assert [changes.action for changes in heard] == [Action.CREATE_BODY]
    assert heard[0].ids("body") == {body.id}
    assert heard[0].touches("body_name")
    assert not heard[0].touches("meeting")


def test_a_step_that_raises_leaves_no_trace(database: Database) -> None:
    before = dump(database)
    heard: list[Changes] = []
    database.on_change(heard.append)
    with pytest.raises(ValueError), database.write(Action.CREATE_BODY) as session:
        session.add(Body(name="x"))
        session.flush()
        raise ValueError
    assert dump(database) == before
    assert not heard
    assert database.history.undo_action is None


def test_a_step_that_changes_nothing_is_no_step(database: Database) -> None:
    body = _new_body(database)
    _rename(database, body, body.name)
    assert database.history.undo_action is Action.CREATE_BODY


def test_undo_and_redo_give_identical_data(database: Database) -> None:
    empty = dump(database)
    body = _new_body(database)
    created = dump(database)
    with database.write(Action.DELETE_MEETING) as session:
        delete_tree(session, session.get_one(Body, body.id))
    assert dump(database) == empty
    database.undo()
    assert dump(database) == created
    database.undo()
    assert dump(database) == empty
    database.redo()
    assert dump(database) == created
    assert database.undo() is not None
    assert database.undo() is None


def test_a_new_step_forgets_what_was_undone(database: Database) -> None:
    _new_body(database)
    database.undo()
    _new_body(database, "En anden")
    assert database.history.redo_action is None
    assert database.redo() is None


def test_typing_melts_into_one_undo_step_but_not_in_the_journal(database: Database) -> None:
    body = _new_body(database)
    for name in ("St", "Styre", "Styregruppe"):
        _rename(database, body, name)
    assert len(database.history.undoable) == 2
    with database.read() as session:
        entries = session.execute(sa.select(journal.journal.c.action)).scalars().all()
    assert entries.count(Action.EDIT_BODY.value) == 3
    database.undo()
    with database.read() as session:
        assert session.get_one(Body, body.id).name == "Styregruppen"


def test_typing_of_two_people_does_not_melt(database: Database) -> None:
    body = _new_body(database)
    _rename(database, body, "A", "Ane")
    _rename(database, body, "B", "Bo")
    assert len(database.history.undoable) == 3


def test_typing_after_an_undo_is_a_step_of_its_own(database: Database) -> None:
    body = _new_body(database)
    _rename(database, body, "A")
    with database.write(Action.CREATE_BODY) as session:
        session.add(Body(name="mellem"))
    database.undo()
    _rename(database, body, "B")
    database.undo()
    with database.read() as session:
        assert session.get_one(Body, body.id).name == "A"


@pytest.mark.parametrize("action", sorted(set(Action) - MELTING))
def test_other_actions_never_melt(action: Action) -> None:
    now = dt.datetime.now(dt.UTC)
    row = RowChange("body", Body(name="x").id, {"name": "a"}, {"name": "b"})
    first = Step(action, "x", now, (row,))
    assert first.melted_with(Step(action, "x", now, (row,))) is None


def test_typing_later_than_a_minute_is_a_new_step() -> None:
    now = dt.datetime.now(dt.UTC)
    key = Body(name="x").id
    first = Step(
        Action.EDIT_BODY, "x", now, (RowChange("body", key, {"name": "a"}, {"name": "b"}),)
    )
    later = RowChange("body", key, {"name": "b"}, {"name": "c"})
    in_time = Step(Action.EDIT_BODY, "x", now + dt.timedelta(seconds=59), (later,))
    too_late = Step(Action.EDIT_BODY, "x", now + dt.timedelta(seconds=61), (later,))
    other_field = RowChange("body", key, {"code": "b"}, {"code": "c"})
    melted = first.melted_with(in_time)
    assert melted is not None
    assert (melted.rows[0].before, melted.rows[0].after) == ({"name": "a"}, {"name": "c"})
    assert first.melted_with(too_late) is None
    assert first.melted_with(Step(Action.EDIT_BODY, "x", now, (other_field,))) is None
    going_on = melted.melted_with(Step(Action.EDIT_BODY, "x", too_late.at, (later,)))
    assert going_on is not None  # counted from the last key, not from the first


KEY = uuid4()


def _step(before: Image, after: Image) -> Step:
    row = RowChange("body", KEY, before, after)
    return Step(Action.EDIT_BODY, "x", dt.datetime.now(dt.UTC), (row,))


@pytest.mark.parametrize(
    "values",
    [list(BodyState), (False, True, False), (None, KEY, None), (None, BodyState.ACTIVE, None)],
)
def test_choices_are_steps_of_their_own(values: Sequence[object]) -> None:
    first, second, third = values
    chosen = _step({"value": first}, {"value": second})
    assert chosen.melted_with(_step({"value": second}, {"value": third})) is None


@pytest.mark.parametrize(
    "values",
    [
        (text_of(""), text_of("Ja"), text_of("Ja tak")),
        (None, "J", "Ja"),
        (None, 1, 10),
        (None, dt.date(2030, 1, 1), dt.date(2030, 1, 10)),
    ],
)
def test_what_is_typed_in_a_line_melts_whatever_it_is_stored_as(values: Sequence[object]) -> None:
    first, second, third = values
    melted = _step({"value": first}, {"value": second}).melted_with(
        _step({"value": second}, {"value": third})
    )
    assert melted is not None
    assert (melted.rows[0].before, melted.rows[0].after) == ({"value": first}, {"value": third})


def test_what_is_read_out_of_a_text_melts_with_it() -> None:
    begun = _step({"due": ""}, {"due": "1. m"})
    read = _step(
        {"due": "1. m", "from": None, "precision": Precision.NONE},
        {"due": "1. maj", "from": dt.date(2030, 5, 1), "precision": Precision.DAY},
    )
    melted = begun.melted_with(read)
    assert melted is not None
    assert melted.rows[0].before == {"due": "", "from": None, "precision": Precision.NONE}
    assert melted.rows[0].after == read.rows[0].after


def test_reading_refuses_to_write(database: Database) -> None:
    with database.read() as session, pytest.raises(RuntimeError):
        session.add(Body(name="x"))
        session.flush()


def test_writing_does_not_nest(database: Database) -> None:
    with database.write(Action.EDIT_BODY), pytest.raises(RuntimeError):  # noqa: SIM117
        with database.write(Action.EDIT_BODY):
            pass
    _new_body(database)


def test_bulk_statements_are_refused(database: Database) -> None:
    _new_body(database)
    before = dump(database)
    for statement in (sa.update(Body).values(name="x"), sa.delete(BodyName)):
        with pytest.raises(RuntimeError), database.write(Action.EDIT_BODY) as session:
            session.execute(statement)
    assert dump(database) == before


def test_references_are_checked_when_the_step_ends(database: Database) -> None:
    person = Person(name="Ane Holm")
    body = _new_body(database)
    with database.write(Action.EDIT_PERSON) as session:
        session.add(Membership(body_id=body.id, person=person))
    before = dump(database)
    with pytest.raises(sa.exc.IntegrityError), database.write(Action.EDIT_PERSON) as session:
        session.delete(session.get_one(Person, person.id))
    assert dump(database) == before
    _new_body(database, "Der kan stadig skrives")


def test_what_is_read_does_not_load_by_itself(database: Database) -> None:
    body_id = _new_body(database).id
    with database.read() as session:
        found = session.get_one(Body, body_id)
    with pytest.raises(sa.exc.InvalidRequestError):
        _ = found.names


def test_a_full_disk_gives_a_sentence_and_keeps_the_file(database: Database) -> None:
    _new_body(database)
    before = dump(database)
    with pytest.raises(FileProblem), database.write(Action.EDIT_BODY) as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")
        session.add(Body(name="x" * 200_000))
    assert dump(database) == before


def test_the_journal_chain_breaks_where_a_row_was_changed(database: Database) -> None:
    body = _new_body(database)
    _rename(database, body, "Andet")
    with database.read() as session:
        assert journal.broken_link(session.connection()) is None
    _tamper(database, "UPDATE journal SET actor = 'en anden' WHERE sequence = 2")
    with database.read() as session:
        assert journal.broken_link(session.connection()) == 2


def test_the_journal_chain_breaks_where_an_entry_is_missing(database: Database) -> None:
    body = _new_body(database)
    _rename(database, body, "Andet")
    _tamper(database, "DELETE FROM journal WHERE sequence = 2")
    with database.read() as session:
        assert journal.broken_link(session.connection()) == 3


def test_the_journal_chain_breaks_at_a_gap_though_the_hashes_were_made_to_fit(
    database: Database,
) -> None:
    body = _new_body(database)
    for name in ("Andet", "Tredje", "Fjerde"):
        _rename(database, body, name)
    with database.write(Action.EDIT_BODY) as session:
        connection = session.connection()
        entries = [
            dict(row)
            for row in connection.execute(
                sa.select(journal.journal).order_by(journal.journal.c.sequence)
            ).mappings()
        ]
        connection.execute(journal.journal.delete())
        kept = entries[:2] + entries[3:]
        for before, entry in pairwise(kept):
            entry["previous_hash"] = before["hash"]
            entry["hash"] = journal.entry_hash(entry)
        connection.execute(journal.journal.insert(), kept)
    with database.read() as session:
        assert journal.broken_link(session.connection()) == entries[3]["sequence"]


def _tamper(database: Database, statement: str) -> None:
    with database.write(Action.EDIT_BODY) as session:
        session.connection().exec_driver_sql(statement)


def test_the_journal_holds_texts_whole() -> None:
    text = text_of("Punkt 3 – § 85, stk. 2")
    encoded = journal.encode({"text": text, "day": dt.date(2026, 2, 3), "none": None})
    assert encoded is not None
    assert "Punkt 3 – § 85, stk. 2" in encoded
    assert journal.encode(None) is None


def test_nothing_is_written_after_closing(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "moedevaerk.db")
    database.close()
    with pytest.raises(RuntimeError, match="closed"), database.write(Action.EDIT_BODY):
        pass
