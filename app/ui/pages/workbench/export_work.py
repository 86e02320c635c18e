"""Pure functions behind the export dialog.

Public: ``forecast(database, meeting_id, product)`` -> ``Forecast`` (runs in a thread, reads only);
``write_papers(exports, attachments)`` -> ``Written`` (runs in the worker process).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.models.problems import ProblemKind
from app.models.visibility import Edition

if TYPE_CHECKING:
    from app.reports.data import AttachmentPaper, MeetingPaper, Product
    from app.reports.glyphs import MissingGlyph
    from app.storage.database import Database


@dataclass(frozen=True)
class Forecast:
    """What the papers will hold and leave out, known before anything is written.

    ``name`` is the suggested file name without the edition, ``unanswered`` are numbers of items,
    ``files_listed`` the editions with attachments on their lists whose files lie in the store.
    """

    papers: dict[Edition, MeetingPaper]
    name: str
    closed_items: int
    closed_attachments: int
    files_listed: frozenset[Edition]
    confidential_passages: int
    unanswered: tuple[str, ...]
    glyphs: tuple[MissingGlyph, ...]


@dataclass(frozen=True)
class Export:
    """One paper and where it is to lie."""

    paper: MeetingPaper
    path: Path


@dataclass(frozen=True)
class Written:
    """The files that lie there now."""

    folder: str
    names: tuple[str, ...]


def forecast(database: Database, meeting_id: UUID, product: Product) -> Forecast:
    """Collect both editions and look at what differs. Raises ``NotFound``."""
    from app.reports.collect import collect_meeting
    from app.reports.export import stem
    from app.reports.glyphs import missing_glyphs, passages_left_out
    from app.services.queries.items import item_rows

    with database.read() as session:
        papers = {
            edition: collect_meeting(session, meeting_id, product, edition) for edition in Edition
        }
    rows = item_rows(database, meeting_id)
    return Forecast(
        papers=papers,
        name=stem(papers[Edition.FULL]),
        closed_items=sum(row.is_closed for row in rows),
        closed_attachments=_withheld_attachments(papers[Edition.OPEN]),
        files_listed=_files_listed(database, papers, [row.id for row in rows]),
        confidential_passages=passages_left_out(papers[Edition.FULL], papers[Edition.OPEN]),
        unanswered=tuple(
            str(row.number or "–") for row in rows if ProblemKind.OUTCOME in row.problems
        ),
        glyphs=tuple(missing_glyphs(papers[Edition.FULL])),
    )


def _withheld_attachments(paper: MeetingPaper) -> int:
    return sum(attachment.is_withheld for attachment in _attachments(paper))


def _attachments(paper: MeetingPaper) -> list[AttachmentPaper]:
    """All lines of its lists of attachments."""
    from app.reports.data import AttachmentsPart

    parts = (part for item in paper.items for part in item.parts)
    lists = (part.attachments for part in parts if isinstance(part, AttachmentsPart))
    return [attachment for found in lists for attachment in found]


def _files_listed(
    database: Database, papers: dict[Edition, MeetingPaper], item_ids: Sequence[UUID]
) -> frozenset[Edition]:
    from app.services.queries.items import item_view

    listing = frozenset(edition for edition, paper in papers.items() if _attachments(paper))
    items = (item_view(database, item_id) for item_id in item_ids if listing)
    has_files = any(attachment.sha256 for item in items for attachment in item.attachments)
    return listing if has_files else frozenset()


def write_papers(exports: Sequence[Export], attachments: Path) -> Written:
    """Set and write each paper, whole or not at all. Raises ``FileProblem``."""
    from app.reports.export import render_paper
    from app.reports.images import stored_images
    from app.reports.render import write
    from app.storage.attachment_store import AttachmentStore

    images = stored_images(AttachmentStore(attachments).path_of)
    for export in exports:
        write(render_paper(export.paper, images).pdf, export.path)
    names = tuple(export.path.name for export in exports)
    return Written(exports[0].path.parent.name, names)
