"""Who a follow-up is for. Public: ``Actor``, ``actor_words``, ``fill_actor_menu``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QMenu

from app.i18n import _, pgettext
from app.labels import label
from app.models.follow_up import ActorKind
from app.services.queries.registers import body_rows, member_rows
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class Actor:
    """A kind of actor, and which person or body it is."""

    kind: ActorKind = ActorKind.SECRETARIAT
    name: str = ""
    person_id: UUID | None = None
    body_id: UUID | None = None


def actor_words(actor: Actor) -> str:
    """The actor in words."""
    return actor.name or label(actor.kind)


def fill_actor_menu(
    menu: QMenu, database: Database, body_id: UUID, choose: Callable[[Actor], object]
) -> None:
    """The secretariat, all municipalities, the groups, and the members of the meeting's body."""
    for kind in (ActorKind.SECRETARIAT, ActorKind.ALL_MUNICIPALITIES):
        menu.addAction(label(kind), partial(choose, Actor(kind)))
    groups = menu.addMenu(_("Groups"))
    for body in body_rows(database):
        actor = Actor(ActorKind.BODY, body.shown_name, body_id=body.id)
        groups.addAction(actor.name, partial(choose, actor))
    people = menu.addMenu(pgettext("field", "Members"))
    for member in member_rows(database, body_id):
        if member.name:
            actor = Actor(ActorKind.PERSON, member.name, person_id=member.person_id)
            people.addAction(actor.name, partial(choose, actor))
    for sub in (groups, people):
        sub.setEnabled(bool(sub.actions()))
