"""The sample data: in by one step, and out again without what was made beside them."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from app.errors import InvalidInput
from app.models.base import Base
from app.models.body import Body
from app.models.follow_up import ActorKind, FollowUp
from app.models.meeting import Meeting
from app.models.person import Membership, Person
from app.models.sample import is_of_sample
from app.paths import resources_dir
from app.services.bodies import create_body
from app.services.follow_ups import add_follow_up
from app.services.items import create_item
from app.services.meetings import create_meeting
from app.services.sample import load_sample, remove_sample
from app.storage.actions import Action
from app.storage.database import Database, dump

SAMPLE = resources_dir() / "sample"


def has_sample(database: Database) -> bool:
    with database.read() as session:
        return any(is_of_sample(key) for key in session.scalars(sa.select(Meeting.id)))


def counts(database: Database) -> dict[str, int]:
    with database.read() as session:
        return {
            table.name: session.scalar(sa.select(sa.func.count()).select_from(table)) or 0
            for table in Base.metadata.sorted_tables
        }


def test_the_sample_comes_and_goes_whole(database: Database) -> None:
    empty = dump(database)
    assert not has_sample(database)
    load_sample(database, SAMPLE)
    assert has_sample(database)
    full = dump(database)
    remove_sample(database)
    assert not has_sample(database)
    assert dump(database) == empty
    database.undo()
    assert dump(database) == full
    with pytest.raises(InvalidInput):
        load_sample(database, SAMPLE)


def test_what_was_made_beside_the_sample_stays_with_its_group(database: Database) -> None:
    first, *_others = load_sample(database, SAMPLE)
    with database.read() as session:
        group = session.get_one(Meeting, first).body_id
    mine = create_meeting(database, group, dt.date(2031, 2, 5))
    before = counts(database)
    remove_sample(database)
    assert not has_sample(database)
    with database.read() as session:
        assert [row.id for row in session.scalars(sa.select(Meeting))] == [mine]
        assert [row.id for row in session.scalars(sa.select(Body))] == [group]
        assert session.scalar(sa.select(sa.func.count()).select_from(Person))
    after = counts(database)
    assert 0 < after["person"] < before["person"]
    assert after["attendance"] < before["attendance"]


def test_a_group_of_the_sample_that_was_made_ones_own_stays(database: Database) -> None:
    first, *_others = load_sample(database, SAMPLE)
    with database.read() as session:
        group = session.get_one(Meeting, first).body_id
    with database.write(Action.EDIT_BODY) as session:
        session.add(Membership(body_id=group, person=Person(name="Ea Falk")))
    remove_sample(database)
    with database.read() as session:
        assert [row.id for row in session.scalars(sa.select(Body))] == [group]


def test_whom_ones_own_task_names_stays(database: Database) -> None:
    load_sample(database, SAMPLE)
    with database.read() as session:
        other = session.scalars(sa.select(Body.id).where(Body.short_name != "DAS Social")).first()
        person = session.scalars(sa.select(Person.id)).first()
    own = create_body(database, "Fjordudvalget")
    item = create_item(database, create_meeting(database, own, dt.date(2031, 2, 5)))
    add_follow_up(database, item, "Svare", actor_kind=ActorKind.BODY, actor_body_id=other)
    add_follow_up(database, item, "Ringe", actor_kind=ActorKind.PERSON, actor_person_id=person)
    remove_sample(database)
    with database.read() as session:
        tasks = session.scalars(sa.select(FollowUp).order_by(FollowUp.position)).all()
    assert [task.actor_body_id or task.actor_person_id for task in tasks] == [other, person]
