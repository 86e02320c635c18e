"""A field takes its own words back and forth; the history can take them too, in the same order."""

from __future__ import annotations

from app.models.body import Body
from app.storage.actions import Action
from app.storage.database import Database
from app.storage.history import Turn


def name_of(database: Database, body: Body) -> str:
    with database.read() as session:
        return session.get_one(Body, body.id).name


def write(database: Database, body: Body, name: str) -> None:
    with database.write(Action.EDIT_BODY) as session:
        session.get_one(Body, body.id).name = name


def turn(database: Database, body: Body, name: str, turn: Turn) -> None:
    with database.history.turning(turn):
        write(database, body, name)


def new_body(database: Database) -> Body:
    body = Body(name="")
    with database.write(Action.CREATE_BODY) as session:
        session.add(body)
    return body


def test_what_a_field_took_back_is_redone_by_the_history(database: Database) -> None:
    body = new_body(database)
    write(database, body, "Et to tre")
    turn(database, body, "Et to", Turn.BACK)
    turn(database, body, "Et", Turn.BACK)
    turn(database, body, "Et to", Turn.FORTH)
    assert len(database.history.redoable) == 1
    database.redo()
    assert name_of(database, body) == "Et to tre"
    assert database.redo() is None


def test_back_to_the_start_leaves_no_empty_step(database: Database) -> None:
    body = new_body(database)
    write(database, body, "Et")
    turn(database, body, "", Turn.BACK)
    assert database.history.undo_action is Action.CREATE_BODY
    database.undo()
    database.redo()
    database.redo()
    assert name_of(database, body) == "Et"


def test_new_words_after_a_turn_leave_nothing_to_redo(database: Database) -> None:
    body = new_body(database)
    write(database, body, "Et to")
    turn(database, body, "Et", Turn.BACK)
    write(database, body, "Et fire")
    assert database.history.redoable == []
    database.undo()
    assert name_of(database, body) == ""
