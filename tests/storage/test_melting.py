"""Typing melts into one undo step; choices and other actions are steps of their own."""

import datetime as dt
from collections.abc import Sequence
from uuid import uuid4

import pytest
import sqlalchemy as sa

from app.models.body import Body, BodyState
from app.models.fuzzy_date import Precision
from app.models.richtext import text_of
from app.storage import journal
from app.storage.actions import MELTING, Action
from app.storage.changes import Image, RowChange, Step
from app.storage.database import Database

KEY = uuid4()


def _new_body(database: Database) -> Body:
    body = Body(name="Styregruppen")
    with database.write(Action.CREATE_BODY) as session:
        session.add(body)
    return body


def _rename(database: Database, body: Body, name: str, actor: str = "") -> None:
    with database.write(Action.EDIT_BODY, actor) as session:
        session.get_one(Body, body.id).name = name


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
