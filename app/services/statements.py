"""Remarks minuted under somebody's name: add, change, move, delete."""

from __future__ import annotations

from uuid import UUID

from app.models.agenda import AgendaItem
from app.models.decision import Statement
from app.models.richtext import EMPTY, RichText
from app.services.fields import one_line
from app.services.finding import get
from app.services.ordering import moved, next_position, reorder
from app.services.parts import delete_part, parts_of
from app.storage.actions import Action
from app.storage.database import Database


def add_statement(
    database: Database, item_id: UUID, name: str = "", text: RichText = EMPTY
) -> UUID:
    """A new remark, after the others."""
    with database.write(Action.ADD_STATEMENT) as session:
        get(session, AgendaItem, item_id)
        added = Statement(
            item_id=item_id,
            position=next_position(parts_of(session, Statement, item_id)),
            name_as_printed=one_line(name),
            text=text,
        )
        session.add(added)
    return added.id


def rename_statement(database: Database, statement_id: UUID, name: str) -> None:
    """Say who made it, in words; a person or body of the register is then no longer behind it."""
    with database.write(Action.EDIT_STATEMENT) as session:
        found, name = get(session, Statement, statement_id), one_line(name)
        if found.name_as_printed != name:
            found.name_as_printed = name
            found.person_id = found.body_id = None


def edit_statement_text(database: Database, statement_id: UUID, text: RichText) -> None:
    """Replace the words of a remark."""
    with database.write(Action.EDIT_STATEMENT) as session:
        get(session, Statement, statement_id).text = text


def move_statement(database: Database, statement_id: UUID, to_index: int) -> None:
    """Move a remark within its item."""
    with database.write(Action.MOVE_STATEMENT) as session:
        found = get(session, Statement, statement_id)
        reorder(moved(parts_of(session, Statement, found.item_id), found, to_index))


def delete_statement(database: Database, statement_id: UUID) -> None:
    """Delete a remark."""
    with database.write(Action.DELETE_STATEMENT) as session:
        delete_part(session, get(session, Statement, statement_id))
