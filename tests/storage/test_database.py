"""The one door: what is written is recorded, announced and undone; what fails leaves nothing."""

from itertools import pairwise
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.errors import FileProblem
from app.models.body import Body, BodyName
from app.models.person import Membership, Person
from app.storage import journal
from app.storage.actions import Action
from app.storage.changes import Changes
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


def test_nothing_is_written_after_closing(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "moedevaerk.db")
    database.close()
    with pytest.raises(RuntimeError, match="closed"), database.write(Action.EDIT_BODY):
        pass
