"""The row journal: every change in order, chained by hashes, in the same transaction as the change.

One mechanism gives undo, audit trail and change notices. It sees what the ORM flushes, therefore
bulk statements inside ``write()`` are refused.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import event, orm

from app.models.base import Base
from app.models.richtext import RichText, to_json
from app.storage.actions import Action
from app.storage.changes import Image, RowChange

journal = sa.Table(
    "journal",
    Base.metadata,
    sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("actor", sa.String, nullable=False),
    sa.Column("action", sa.String(40), nullable=False),
    sa.Column("table_name", sa.String(60), nullable=False),
    sa.Column("row_id", sa.Uuid, nullable=False),
    sa.Column("before", sa.Text),
    sa.Column("after", sa.Text),
    sa.Column("previous_hash", sa.String(64), nullable=False),
    sa.Column("hash", sa.String(64), nullable=False),
    sa.Index("ix_journal_row_id", "row_id"),
)
FIRST_HASH = "0" * 64


class Recorder:
    """Listens to one session and notes each row that is flushed, with images before and after."""

    def __init__(self, session: orm.Session) -> None:
        self.rows: list[RowChange] = []
        self._before: dict[Base, dict[str, Any]] = {}
        event.listen(session, "before_flush", self._note_before)
        event.listen(session, "after_flush", self._note_after)
        event.listen(session, "do_orm_execute", _refuse_bulk)

    def _note_before(self, session: orm.Session, *_: Any) -> None:
        changed = (entity for entity in session.dirty if session.is_modified(entity))
        self._before = {entity: _old_image(entity) for entity in (*changed, *session.deleted)}

    def _note_after(self, session: orm.Session, *_: Any) -> None:
        deleted = set(session.deleted)
        for entity in session.new:
            _know_all_columns(entity)
            self._add(entity, None, _image(entity))
        for entity, before in self._before.items():
            if entity in deleted:
                self._add(entity, before, None)
            elif difference := _difference(before, _image(entity)):
                self._add(entity, *difference)
        self._before = {}

    def _add(self, entity: Base, before: Image | None, after: Image | None) -> None:
        self.rows.append(RowChange(entity.__tablename__, entity.id, before, after))


def _refuse_bulk(state: orm.ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        raise RuntimeError("bulk statements are not journalled; change entities instead")


def _know_all_columns(entity: Base) -> None:
    """Columns that were left out of an INSERT are NULL; said here, since a later change of an
    attribute that was never set would show no old value.
    """
    known = sa.inspect(entity).dict
    for attribute in _columns(entity):
        if attribute.key not in known:
            orm.attributes.set_committed_value(entity, attribute.key, None)


def _image(entity: Base) -> dict[str, Any]:
    return {attribute.key: getattr(entity, attribute.key) for attribute in _columns(entity)}


def _old_image(entity: Base) -> dict[str, Any]:
    state = sa.inspect(entity)
    image = {}
    for attribute in _columns(entity):
        history = state.attrs[attribute.key].history
        image[attribute.key] = (
            history.deleted[0] if history.deleted else getattr(entity, attribute.key)
        )
    return image


def _columns(entity: Base) -> Iterable[orm.ColumnProperty[Any]]:
    return sa.inspect(type(entity)).column_attrs


def _difference(before: Image, after: Image) -> tuple[Image, Image] | None:
    keys = [key for key in after if before[key] != after[key]]
    if not keys:
        return None
    return {key: before[key] for key in keys}, {key: after[key] for key in keys}


def append(
    connection: sa.Connection,
    rows: Iterable[RowChange],
    action: Action,
    actor: str,
    at: dt.datetime,
) -> None:
    """Write the rows to the journal, each chained to the one before."""
    sequence, previous = _last_link(connection)
    entries = []
    for row in rows:
        sequence += 1
        before, after = images(row)
        entry = {
            "sequence": sequence,
            "at": at.isoformat(timespec="milliseconds"),
            "actor": actor,
            "action": action.value,
            "table_name": row.table,
            "row_id": row.key,
            "before": before,
            "after": after,
            "previous_hash": previous,
        }
        previous = entry["hash"] = entry_hash(entry)
        entries.append(entry)
    if entries:
        connection.execute(journal.insert(), entries)


def _last_link(connection: sa.Connection) -> tuple[int, str]:
    newest = sa.select(journal.c.sequence, journal.c.hash).order_by(journal.c.sequence.desc())
    last = connection.execute(newest.limit(1)).first()
    return (last.sequence, last.hash) if last else (0, FIRST_HASH)


def broken_link(connection: sa.Connection) -> int | None:
    """Sequence number of the first entry that does not fit the chain, or ``None``."""
    previous, expected = FIRST_HASH, 1
    for entry in connection.execute(sa.select(journal).order_by(journal.c.sequence)).mappings():
        fits = entry["sequence"] == expected and entry["previous_hash"] == previous
        if not fits or entry["hash"] != entry_hash(dict(entry)):
            return int(entry["sequence"])
        previous, expected = entry["hash"], expected + 1
    return None


def entry_hash(entry: dict[str, Any]) -> str:
    """SHA-256 over the entry's fields in fixed order, its own hash left out."""
    fields = [str(entry[c.name]) for c in journal.c if c.name not in ("hash",)]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode()).hexdigest()


def images(row: RowChange) -> tuple[str | None, str | None]:
    """A row before and after as canonical JSON; ``None`` where there was no row.

    Of a text that changed only the blocks that differ are kept, so that what typing costs does not
    depend on the length of the text: ``{"from": 3, "text": stored form}`` says that the three
    blocks before them, and all behind, are those of the other image.
    """
    before, after = dict(row.before or {}), dict(row.after or {})
    for name in before.keys() & after.keys():
        old, new = before[name], after[name]
        if isinstance(old, RichText) and isinstance(new, RichText):
            before[name], after[name] = _differing(old, new)
    return (
        None if row.before is None else _canonical(before),
        None if row.after is None else _canonical(after),
    )


def _differing(old: RichText, new: RichText) -> Iterable[dict[str, Any]]:
    pairs = list(zip(old.blocks, new.blocks, strict=False))
    head = _alike(pairs)
    tail = _alike(list(zip(old.blocks[head:][::-1], new.blocks[head:][::-1], strict=False)))
    for text in (old, new):
        kept = RichText(text.blocks[head : len(text.blocks) - tail])
        yield {"from": head, "text": to_json(kept)}


def _alike(pairs: list[tuple[Any, Any]]) -> int:
    """How many pairs from the first on are of two that are equal."""
    return next((index for index, (a, b) in enumerate(pairs) if a != b), len(pairs))


def _canonical(image: Image) -> str:
    plain = {key: _plain(value) for key, value in image.items()}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:
    if isinstance(value, RichText):
        return to_json(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, dt.date | dt.time | dt.datetime):
        return value.isoformat()
    return value
