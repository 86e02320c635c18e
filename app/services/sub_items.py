"""Points below an information item: add, change, move, delete."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from app.models.agenda import AgendaItem, SubItem
from app.models.richtext import EMPTY, RichText
from app.services.fields import one_line, update
from app.services.finding import get
from app.services.ordering import moved, next_position, reorder
from app.services.parts import delete_part, parts_of
from app.storage.actions import Action
from app.storage.database import Database

EDITABLE = frozenset({"number_text", "title", "reporter"})
FIRST = "a."
_MARK = re.compile(r"(?P<before>.*?)(?P<count>\d+|\b[a-y])(?P<after>\W*)", re.IGNORECASE)


def add_sub_item(
    database: Database,
    item_id: UUID,
    title: str = "",
    *,
    text: RichText = EMPTY,
) -> UUID:
    """A new point, last in the item, with the mark that follows the last one's."""
    with database.write(Action.ADD_SUB_ITEM) as session:
        get(session, AgendaItem, item_id)
        others = parts_of(session, SubItem, item_id)
        added = SubItem(
            item_id=item_id,
            position=next_position(others),
            number_text=next_mark(others[-1].number_text) if others else FIRST,
            title=one_line(title),
            text=text,
        )
        session.add(added)
    return added.id


def edit_sub_item(database: Database, sub_item_id: UUID, **values: Any) -> None:
    """Change fields named in ``EDITABLE``; line breaks and double spaces are folded."""
    tidy = {
        name: one_line(value) if isinstance(value, str) else value for name, value in values.items()
    }
    with database.write(Action.EDIT_SUB_ITEM) as session:
        update(get(session, SubItem, sub_item_id), tidy, EDITABLE)


def edit_sub_item_text(database: Database, sub_item_id: UUID, text: RichText) -> None:
    """Replace the text of a point."""
    with database.write(Action.EDIT_SUB_ITEM) as session:
        get(session, SubItem, sub_item_id).text = text


def move_sub_item(database: Database, sub_item_id: UUID, to_index: int) -> None:
    """Move a point within its item. The printed marks stay in their places, so that they go on
    counting."""
    with database.write(Action.MOVE_SUB_ITEM) as session:
        found = get(session, SubItem, sub_item_id)
        before = parts_of(session, SubItem, found.item_id)
        marks = [row.number_text for row in before]
        after = moved(before, found, to_index)
        reorder(after)
        for row, mark in zip(after, marks, strict=True):
            row.number_text = mark


def delete_sub_item(database: Database, sub_item_id: UUID) -> None:
    """Delete a point; a decision on it stays with the item."""
    with database.write(Action.DELETE_SUB_ITEM) as session:
        delete_part(session, get(session, SubItem, sub_item_id))


def next_mark(mark: str) -> str:
    """The mark after ``a.``, ``3)`` or ``7.2``; empty after one that does not count."""
    found = _MARK.fullmatch(mark.strip())
    if found is None:
        return ""
    count = found["count"]
    after = str(int(count) + 1) if count.isdigit() else chr(ord(count) + 1)
    return f"{found['before']}{after}{found['after']}"
