"""Follow-ups: who does what by when."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.errors import InvalidInput
from app.models.follow_up import ActorKind, FollowUp
from app.models.fuzzy_date import parse_fuzzy_date
from app.services.fields import update
from app.services.finding import get, met_on
from app.services.ordering import next_position
from app.services.parts import delete_part, parts_of
from app.storage.actions import Action
from app.storage.database import Database

EDITABLE = frozenset({"actor_kind", "actor_person_id", "actor_body_id", "status"})


def add_follow_up(
    database: Database,
    item_id: UUID,
    action: str = "",
    *,
    due: str = "",
    actor_kind: ActorKind = ActorKind.SECRETARIAT,
    actor_person_id: UUID | None = None,
    actor_body_id: UUID | None = None,
    decision_id: UUID | None = None,
) -> UUID:
    """A new follow-up; ``due`` is kept as written and read from the meeting's date.

    It may be begun with a deadline or somebody responsible: what is typed is stored, the missing
    action is asked for (domain I9). Raises ``InvalidInput`` when there is nothing to keep.
    """
    is_charged = actor_kind is not ActorKind.SECRETARIAT
    if not (action.strip() or due.strip() or is_charged):
        raise InvalidInput("Write what is to be done.")
    with database.write(Action.ADD_FOLLOW_UP) as session:
        others = parts_of(session, FollowUp, item_id)
        follow_up = FollowUp(
            item_id=item_id, position=next_position(others), action=action.strip(),
            actor_kind=actor_kind, actor_person_id=actor_person_id, actor_body_id=actor_body_id,
            decision_id=decision_id,
        )  # fmt: skip
        follow_up.due = parse_fuzzy_date(due, met_on(session, item_id))
        session.add(follow_up)
    return follow_up.id


def edit_follow_up(
    database: Database,
    follow_up_id: UUID,
    *,
    action: str | None = None,
    due: str | None = None,
    **values: Any,
) -> None:
    """Change action, deadline (read from the meeting's date) or other fields (``EDITABLE``).

    Raises ``InvalidInput`` where an action is to become empty.
    """
    with database.write(Action.EDIT_FOLLOW_UP) as session:
        follow_up = get(session, FollowUp, follow_up_id)
        if action is not None:
            if follow_up.action and not action.strip():
                raise InvalidInput("Write what is to be done.")
            follow_up.action = action.strip()
        if due is not None:
            follow_up.due = parse_fuzzy_date(due, met_on(session, follow_up.item_id))
        update(follow_up, values, EDITABLE)


def delete_follow_up(database: Database, follow_up_id: UUID) -> None:
    """Delete a follow-up that was a mistake; one that is over is closed instead."""
    with database.write(Action.DELETE_FOLLOW_UP) as session:
        delete_part(session, get(session, FollowUp, follow_up_id))
