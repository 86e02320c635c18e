"""Sections of an item: their texts, labels and order."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import orm

from app.models.agenda import AgendaItem, ItemSection
from app.models.agenda_words import SectionKind
from app.models.richtext import EMPTY, RichText
from app.services.fields import one_line
from app.services.finding import get
from app.services.ordering import moved, reorder
from app.services.parts import delete_part, parts_of
from app.storage.actions import Action
from app.storage.database import Database


def add_section(
    database: Database,
    item_id: UUID,
    kind: SectionKind,
    label: str,
    *,
    to_index: int | None = None,
    text: RichText = EMPTY,
) -> UUID:
    """A new section, last unless an index is given."""
    with database.write(Action.ADD_SECTION) as session:
        section = insert_section(session, item_id, kind, label, to_index=to_index, text=text)
    return section.id


def insert_section(
    session: orm.Session,
    item_id: UUID,
    kind: SectionKind,
    label: str,
    *,
    to_index: int | None = None,
    text: RichText = EMPTY,
) -> ItemSection:
    """A new section as part of a larger step."""
    get(session, AgendaItem, item_id)
    others = parts_of(session, ItemSection, item_id)
    section = ItemSection(item_id=item_id, kind=kind, label_verbatim=one_line(label), text=text)
    session.add(section)
    reorder(moved(others, section, to_index))
    session.flush()
    return section


def edit_section_text(database: Database, section_id: UUID, text: RichText) -> None:
    """Replace the text of a section."""
    with database.write(Action.EDIT_TEXT) as session:
        get(session, ItemSection, section_id).text = text


def rename_section(database: Database, section_id: UUID, label: str) -> None:
    """Change the printed label; kind, order and text stay (features R122)."""
    with database.write(Action.EDIT_ITEM) as session:
        get(session, ItemSection, section_id).label_verbatim = one_line(label)


def move_section(database: Database, section_id: UUID, to_index: int) -> None:
    """Move a section within its item."""
    with database.write(Action.MOVE_SECTION) as session:
        section = get(session, ItemSection, section_id)
        reorder(moved(parts_of(session, ItemSection, section.item_id), section, to_index))


def delete_section(database: Database, section_id: UUID) -> None:
    """Delete a section. A recommendation placed in it stays with the item."""
    with database.write(Action.DELETE_SECTION) as session:
        delete_part(session, get(session, ItemSection, section_id))
