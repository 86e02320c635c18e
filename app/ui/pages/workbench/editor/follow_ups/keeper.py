"""The row behind a line of follow-ups. Public: ``FollowUpKeeper``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from app.services.follow_ups import add_follow_up, edit_follow_up
from app.services.queries.items import FollowUpView
from app.storage.database import Database
from app.ui.pages.workbench.editor.follow_ups.actor_menu import Actor


class FollowUpKeeper:
    """Knows its item and its row, whatever the line shows by then: what could not be saved at once
    is saved where it was written. ``id`` is None until anything is known of a new follow-up;
    ``made`` is then told."""

    def __init__(
        self,
        database: Database,
        item_id: UUID,
        found: FollowUpView | None,
        made: Callable[[FollowUpKeeper], object],
    ) -> None:
        self.item_id = item_id
        self.id = found.id if found else None
        self.actor = Actor(found.actor_kind, found.actor_name) if found else Actor()
        self._database, self._made = database, made
        self._action = self._due = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been stored yet."""
        return self.id is None

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to store."""
        return not (self._action.strip() or self._due or self.actor != Actor())

    def save_action(self, words: str) -> None:
        """Store what is to be done."""
        self._action = words
        if self.id is None:
            self._make()
        else:
            edit_follow_up(self._database, self.id, action=words)

    def save_due(self, words: str) -> None:
        """Store the deadline in its own words."""
        self._due = words.strip()
        if self.id is None:
            self._make()
        else:
            edit_follow_up(self._database, self.id, due=self._due)

    def save_actor(self) -> None:
        """Store who is to do it."""
        if self.id is None:
            self._make()
        else:
            edit_follow_up(self._database, self.id, **_actor_values(self.actor))

    def _make(self) -> None:
        """A follow-up may be begun with any of its facts; without one there is none."""
        if self.says_nothing:
            return
        self.id = add_follow_up(
            self._database,
            self.item_id,
            self._action,
            due=self._due,
            **_actor_values(self.actor),
        )
        self._made(self)


def _actor_values(actor: Actor) -> dict[str, Any]:
    return {
        "actor_kind": actor.kind,
        "actor_person_id": actor.person_id,
        "actor_body_id": actor.body_id,
    }
