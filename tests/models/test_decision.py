"""When a decision says something."""

import datetime as dt
import uuid
from typing import Any

import pytest

from app.models.decision import Decision, Modifier, Outcome
from app.models.fuzzy_date import parse_fuzzy_date
from app.models.richtext import EMPTY, text_of

PLACE = {"id", "item_id", "sub_item_id", "point_id", "position"}
KEY, DAY = uuid.uuid4(), dt.date(2027, 1, 14)
SAID = {
    "outcome": Outcome.NOTED, "modifier": Modifier.IN_PART, "outcome_text_verbatim": "bakkes op",
    "text": text_of("Ja"), "reservation_text": "hvis", "condition_text": "når",
    "condition_body_id": KEY, "condition_due": parse_fuzzy_date("snart", DAY),
    "dissent_text": "nej", "is_standing_rule": True, "valid_from": DAY, "valid_to": DAY,
    "anchored_in_body_id": KEY, "delegated_to_body_id": KEY, "delegation_scope": "alt",
    "delegated_until": DAY, "supersedes_id": KEY,
}  # fmt: skip


def answer(**values: Any) -> Decision:
    return Decision(**{"modifier": Modifier.PLAIN, "text": EMPTY, **values})


def test_an_answer_begun_says_nothing_wherever_it_stands() -> None:
    assert answer().says_nothing
    assert answer(item_id=KEY, point_id=KEY, position=3).says_nothing


@pytest.mark.parametrize(("name", "value"), SAID.items())
def test_each_thing_that_is_said_counts(name: str, value: object) -> None:
    assert not answer(**{name: value}).says_nothing


def test_every_column_is_either_its_place_or_said() -> None:
    due = {f"condition_due_{part}" for part in ("verbatim", "from", "to", "precision")}
    assert set(Decision.__table__.columns.keys()) == PLACE | (SAID.keys() - {"condition_due"}) | due
