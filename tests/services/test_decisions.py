"""Decisions: by service, asserted by a fresh read."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.errors import InvalidInput
from app.models.decision import Decision, Modifier, Outcome
from app.models.richtext import EMPTY, text_of
from app.paths import resources_dir
from app.services import decisions, items, recommendations
from app.services.finding import get
from app.services.queries.items import DecisionTerms, NamedBody, item_view
from app.services.sample import load_sample
from app.storage.database import Database, dump


@pytest.fixture
def item_id(database: Database, meeting_id: UUID) -> UUID:
    return items.create_item(database, meeting_id, title="Fælles beredskab")


@pytest.fixture
def point_id(database: Database, item_id: UUID) -> UUID:
    set_id = item_view(database, item_id).recommendations[0].id
    return recommendations.add_point(database, set_id, text_of("godkender planen"))


@pytest.mark.parametrize("is_on_point", [True, False])
def test_no_outcome_and_no_words_make_no_decision(
    database: Database, item_id: UUID, point_id: UUID, is_on_point: bool
) -> None:
    before, on = dump(database), point_id if is_on_point else None
    assert decisions.set_outcome(database, item_id, None, point_id=on) is None
    assert decisions.edit_decision_text(database, item_id, EMPTY, point_id=on) is None
    assert dump(database) == before


def test_an_outcome_can_be_taken_away_and_the_words_stay(
    database: Database, item_id: UUID, point_id: UUID
) -> None:
    made = decisions.set_outcome(database, item_id, Outcome.APPROVED, point_id=point_id)
    decisions.edit_decision_text(database, item_id, text_of("Godkendt."), point_id=point_id)
    assert decisions.set_outcome(database, item_id, None, point_id=point_id) == made
    point = item_view(database, item_id).recommendations[0].points[0]
    assert (point.outcome, point.decision_text) == (None, text_of("Godkendt."))
    assert decisions.edit_decision_text(database, item_id, EMPTY, point_id=point_id) == made
    assert not item_view(database, item_id).recommendations[0].points[0].decision_text


def _answer_and_take_it_back(database: Database, item_id: UUID, point_id: UUID) -> None:
    decisions.set_outcome(database, item_id, Outcome.APPROVED, point_id=point_id)
    decisions.set_outcome(database, item_id, None, point_id=point_id)


@pytest.mark.parametrize("is_whole_set", [True, False])
def test_an_answer_that_was_taken_back_goes_with_its_point(
    database: Database, item_id: UUID, point_id: UUID, is_whole_set: bool
) -> None:
    _answer_and_take_it_back(database, item_id, point_id)
    before = dump(database)
    if is_whole_set:
        set_id = item_view(database, item_id).recommendations[0].id
        recommendations.delete_recommendation_set(database, set_id)
    else:
        recommendations.delete_point(database, point_id)
    assert item_view(database, item_id).decisions == ()
    after = dump(database)
    database.undo()
    assert dump(database) == before
    database.redo()
    assert dump(database) == after


def test_what_was_decided_outlives_its_point_and_counts_on(
    database: Database, item_id: UUID, point_id: UUID
) -> None:
    set_id = item_view(database, item_id).recommendations[0].id
    bound = recommendations.add_point(database, set_id, text_of("drøfter fristen"))
    _answer_and_take_it_back(database, item_id, point_id)
    kept = decisions.describe_decision(
        database, item_id, point_id=bound, condition_due="medio august"
    )
    recommendations.delete_recommendation_set(database, set_id)
    assert [one.id for one in item_view(database, item_id).decisions] == [kept]
    with database.read() as session:
        assert get(session, Decision, kept).position == 0


@pytest.mark.parametrize(
    "words",
    [
        {"modifier": Modifier.IN_PART},
        {"dissent_text": "Østerkommunen er imod"},
        {"is_standing_rule": True},
        {"delegated_until": dt.date(2026, 12, 31)},
    ],
)
def test_whatever_binds_a_decision_says_something(
    database: Database, item_id: UUID, point_id: UUID, words: dict[str, Any]
) -> None:
    kept = decisions.describe_decision(database, item_id, point_id=point_id, **words)
    recommendations.delete_point(database, point_id)
    assert [one.id for one in item_view(database, item_id).decisions] == [kept]


def test_what_binds_a_decision_is_kept_and_its_deadline_read_from_the_meeting(
    database: Database, body_id: UUID, item_id: UUID, point_id: UUID
) -> None:
    decision_id = decisions.describe_decision(
        database,
        item_id,
        point_id=point_id,
        condition_text="Budgettet vedtages",
        condition_body_id=body_id,
        condition_due=" medio august ",
        valid_from=dt.date(2026, 7, 1),
        delegated_to_body_id=body_id,
        delegation_scope="tidsplanen",
        delegated_until=dt.date(2026, 12, 31),
        anchored_in_body_id=body_id,
    )
    body = NamedBody(body_id, "Fællesgruppen")
    assert item_view(database, item_id).recommendations[0].points[0].terms == DecisionTerms(
        condition_text="Budgettet vedtages",
        condition_due="medio august",
        condition_body=body,
        valid_from=dt.date(2026, 7, 1),
        anchored_in=body,
        delegated_to=body,
        delegation_scope="tidsplanen",
        delegated_until=dt.date(2026, 12, 31),
    )
    with database.read() as session:
        due = get(session, Decision, decision_id).condition_due
    assert (due.first, due.last) == (dt.date(2026, 8, 11), dt.date(2026, 8, 20))
    decisions.edit_decision(database, decision_id, condition_due="når der er nyt")
    with database.read() as session:
        due = get(session, Decision, decision_id).condition_due
    assert (due.verbatim, due.first, due.last) == ("når der er nyt", None, None)
    database.undo()
    database.undo()
    assert item_view(database, item_id).recommendations[0].points[0].terms == DecisionTerms()


def test_a_decision_does_not_end_before_it_begins(
    database: Database, item_id: UUID, point_id: UUID
) -> None:
    first, last = dt.date(2026, 7, 1), dt.date(2026, 6, 30)
    before = dump(database)
    with pytest.raises(InvalidInput, match="ends before it begins"):
        decisions.describe_decision(
            database, item_id, point_id=point_id, valid_from=first, valid_to=last
        )
    assert dump(database) == before


def test_the_deadline_of_a_condition_in_the_sample_is_understood(database: Database) -> None:
    load_sample(database, resources_dir() / "sample")
    with database.read() as session:
        found = session.scalars(sa.select(Decision).where(Decision.condition_text != "")).all()
    assert found
    assert {(one.condition_due_verbatim, one.condition_due_to) for one in found} == {
        ("inden udgangen af 2026", dt.date(2026, 12, 31))
    }
