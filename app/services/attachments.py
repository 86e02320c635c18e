"""Attachments of an item: files in, titles, order, openness."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import orm

from app.errors import FileProblem, InvalidInput
from app.models.agenda import AgendaItem
from app.models.attachment import Attachment
from app.models.meeting import Meeting, MeetingState, SourceLayout
from app.services.fields import one_line
from app.services.finding import get
from app.services.ordering import moved, reorder
from app.services.parts import parts_of
from app.services.sent_numbers import sent_numbers
from app.storage.actions import Action
from app.storage.database import Database
from app.storage.deletion import delete_tree

_LEADING_NUMBER = re.compile(  # neither a year nor the first of several: "Bilag 1-2 oversigt"
    r"^bilag\s*\d{1,3}(?:\.\d{1,2})*(?!\d|[-–]\d{1,2}\b)\s*[-–:.]?\s*", re.IGNORECASE
)
_COPY_MARK = re.compile(r"\s*\(\d+\)$|\s*-\s*kopi$", re.IGNORECASE)


def title_from_file_name(name: str) -> str:
    """A printable title: without ending, underscores, copy marks and number (domain C15, C16)."""
    stem = one_line(composed(Path(name).stem).replace("_", " "))
    stem = _COPY_MARK.sub("", stem)
    return _LEADING_NUMBER.sub("", stem) or stem


def composed(name: str) -> str:
    """The name with each letter as one character; macOS may write ``å`` as ``a`` and a ring."""
    return unicodedata.normalize("NFC", name)


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file that lies in the store and is not attached to anything yet."""

    file_name: str
    sha256: str
    size: int
    page_count: int | None


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The good ones of some files, and what is wrong with each of the others."""

    files: tuple[TakenFile, ...]
    refused: tuple[FileProblem, ...]


def take_in(database: Database, files: Sequence[Path]) -> TakenIn:
    """Put copies of the files into the store; writes no row, so it may run in a thread.

    A bad file does not keep the others out.
    """
    taken, refused = [], []
    for path in files:
        try:
            stored, name = database.attachments.add(path), composed(path.name)
        except FileProblem as problem:
            refused.append(problem)
            continue
        pages = page_count(database.attachments.path_of(stored.sha256), name)
        taken.append(TakenFile(name, stored.sha256, stored.size, pages))
    return TakenIn(tuple(taken), tuple(refused))


def take_in_all(database: Database, files: Sequence[Path]) -> tuple[TakenFile, ...]:
    """``take_in`` where all are needed; raises the ``FileProblem`` of the first bad one."""
    taken = take_in(database, files)
    if taken.refused:
        raise taken.refused[0]
    return taken.files


def add_attachments(database: Database, item_id: UUID, files: Sequence[Path]) -> list[UUID]:
    """Put copies of the files into the store and attach them, last in the list.

    All are taken in before the first row is written: with a bad file among them none is attached,
    and its ``FileProblem`` is raised.
    """
    with database.read() as session:
        get(session, AgendaItem, item_id)
    return add_taken(database, item_id, take_in_all(database, files))


def add_taken(
    database: Database,
    item_id: UUID,
    files: Sequence[TakenFile],
    *,
    now: dt.datetime | None = None,
) -> list[UUID]:
    """Attach files that ``take_in`` has put into the store, last in the list.

    ``now`` is local time; what comes after the meeting is marked so (domain R38).
    """
    with database.write(Action.ADD_ATTACHMENT) as session:
        item = get(session, AgendaItem, item_id)
        rows = parts_of(session, Attachment, item_id)
        meeting = get(session, Meeting, item.meeting_id)
        is_late = _is_over(meeting, now or dt.datetime.now())
        added = [_new_row(item_id, file, is_late) for file in files]
        session.add_all(added)
        _go_on(rows, added, sent_numbers(session, meeting, item_id))
        _renumber(session, [*rows, *added])
    return [row.id for row in added]


def _new_row(item_id: UUID, file: TakenFile, is_late: bool) -> Attachment:
    row = Attachment(
        item_id=item_id,
        position=0,
        title_verbatim=title_from_file_name(file.file_name),
        appended_after_meeting=is_late,
    )
    _put(row, file)
    return row


def _is_over(meeting: Meeting, now: dt.datetime) -> bool:
    """Held by its state, or by the clock once its agenda was sent from here.

    The agenda of an old meeting that was imported is past by the clock from the start: what is
    added then are its own papers.
    """
    if meeting.state is MeetingState.AGENDA_SENT and meeting.source_layout is SourceLayout.OWN:
        return now > dt.datetime.combine(meeting.date, meeting.end or dt.time.max)
    return meeting.state.is_held


def attach_taken(database: Database, attachment_id: UUID, file: TakenFile) -> None:
    """Give an attachment of which only the title is known its file; the title stays."""
    with database.write(Action.EDIT_ATTACHMENT) as session:
        _put(get(session, Attachment, attachment_id), file)


def _put(row: Attachment, file: TakenFile) -> None:
    row.file_name, row.sha256 = file.file_name, file.sha256
    row.size, row.page_count = file.size, file.page_count


def page_count(file: Path, name: str) -> int | None:
    """Pages of a file that was called ``*.pdf``, or ``None`` for another or an unreadable one."""
    if not name.lower().endswith(".pdf"):
        return None
    import pikepdf  # PDFium may be busy with the preview in another thread, and bears no company

    try:
        with pikepdf.open(file) as document:
            return len(document.pages)
    except pikepdf.PdfError:
        return None


def rename_attachment(database: Database, attachment_id: UUID, title: str) -> None:
    """Change the printed title; file and file name stay. Raises ``InvalidInput`` when empty."""
    if not title.strip():
        raise InvalidInput("Write the title of the attachment.")
    with database.write(Action.EDIT_ATTACHMENT) as session:
        get(session, Attachment, attachment_id).title_verbatim = one_line(title)


def set_attachment_closed(database: Database, attachment_id: UUID, is_closed: bool) -> None:
    """Close an attachment, or open it again."""
    with database.write(Action.EDIT_ATTACHMENT) as session:
        get(session, Attachment, attachment_id).is_closed = is_closed


def move_attachment(database: Database, attachment_id: UUID, to_index: int) -> None:
    """Move an attachment within its item; the numbers follow."""
    with database.write(Action.MOVE_ATTACHMENT) as session:
        row = get(session, Attachment, attachment_id)
        _renumber(session, moved(parts_of(session, Attachment, row.item_id), row, to_index))


def delete_attachment(database: Database, attachment_id: UUID) -> None:
    """Take an attachment off the item. The file stays in the store, so that it can be undone."""
    with database.write(Action.DELETE_ATTACHMENT) as session:
        row = get(session, Attachment, attachment_id)
        item_id = row.item_id
        delete_tree(session, row)
        renumber_attachments(session, item_id)


def renumber_attachments(session: orm.Session, item_id: UUID) -> None:
    """Bring the numbers in line with the state of the meeting, as part of a larger step."""
    _renumber(session, parts_of(session, Attachment, item_id))


def _go_on(rows: Sequence[Attachment], added: Sequence[Attachment], sent: Iterable[int]) -> None:
    """Give new attachments the next numbers, unless those on the list have none.

    A number that was ``sent`` with a paper since deleted goes to no other (domain I3).
    """
    known = [row.number for row in rows if row.number is not None]
    if known or not rows:
        for number, row in enumerate(added, max((*known, *sent), default=0) + 1):
            row.number = number


def _renumber(session: orm.Session, rows: Sequence[Attachment]) -> None:
    """Positions follow the order, and in a draft the numbers do, from 1 (domain C12).

    Once sent, a series keeps the numbers it was printed with (domain I3); a move changes who has
    which.
    """
    reorder(rows)
    if not rows:
        return
    item = get(session, AgendaItem, rows[0].item_id)
    is_draft = get(session, Meeting, item.meeting_id).state is MeetingState.DRAFT
    numbered = [row for row in rows if is_draft or row.number is not None]
    printed = sorted(row.number for row in numbered if row.number is not None)
    for row, number in zip(numbered, itertools.count(1) if is_draft else printed, strict=False):
        row.number = number
