"""Parts of an item that stand in an order of their own, kept in ``position``."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from sqlalchemy import orm

from app.models.agenda import ItemSection, RecommendationSet, SubItem
from app.models.attachment import Attachment
from app.models.decision import Decision, Statement
from app.models.follow_up import FollowUp
from app.services.finding import owned
from app.services.ordering import reorder
from app.storage.deletion import delete_tree

_Part = TypeVar(
    "_Part", Attachment, Decision, FollowUp, ItemSection, RecommendationSet, Statement, SubItem
)


def parts_of(session: orm.Session, entity: type[_Part], item_id: UUID) -> list[_Part]:
    """The parts of that kind in their order."""
    return owned(session, entity, entity.item_id, item_id, entity.position)


def delete_part(session: orm.Session, part: _Part) -> None:
    """Delete a part with all that it owns; those after it move up."""
    entity, item_id = type(part), part.item_id
    delete_tree(session, part)
    reorder(parts_of(session, entity, item_id))
