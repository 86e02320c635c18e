"""Decisions: by service, asserted by a fresh read."""

from uuid import UUID

import pytest

from app.models.decision import Outcome
from app.models.richtext import EMPTY, text_of
from app.services import decisions, items, recommendations
from app.services.queries.items import item_view
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
