"""The way in: a meeting of the database as a finished paper, in memory or as a file."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import orm

from app.models.visibility import Edition
from app.paths import LONGEST_NAME, clean_name
from app.reports.collect import collect_meeting
from app.reports.data import MeetingPaper, Product
from app.reports.glyphs import MissingGlyph, missing_glyphs
from app.reports.images import ImageResolver, no_images
from app.reports.meeting_story import meeting_story
from app.reports.render import render, write
from app.reports.story import edition_line, product_word


@dataclass(frozen=True)
class BuiltPaper:
    """A finished paper: its data, the file, where each item begins, and what to warn about.

    ``page_of_item`` counts from 0; ``top_of_item`` is in points from the top of that page.
    """

    paper: MeetingPaper
    pdf: bytes
    page_count: int
    page_of_item: dict[UUID, int]
    top_of_item: dict[UUID, float]
    warnings: tuple[MissingGlyph, ...]


def build_paper(
    session: orm.Session,
    meeting_id: UUID,
    product: Product,
    edition: Edition | str,
    images: ImageResolver = no_images,
) -> BuiltPaper:
    """The paper of a meeting as PDF/UA-1. Raises ``NotFound`` for a meeting that is not there."""
    with _resting_collector():
        paper = collect_meeting(session, meeting_id, product, Edition(edition))
        return render_paper(paper, images)


def render_paper(paper: MeetingPaper, images: ImageResolver = no_images) -> BuiltPaper:
    """The paper of collected data; needs no database, so it may run in another process."""
    with _resting_collector():
        rendered = render(meeting_story(paper, images))
    spots = {UUID(item.key): rendered.spots[item.key] for item in paper.items}
    return BuiltPaper(
        paper,
        rendered.pdf,
        rendered.page_count,
        {key: spot.page for key, spot in spots.items()},
        {key: spot.top for key, spot in spots.items()},
        tuple(missing_glyphs(paper)),
    )


@contextmanager
def _resting_collector() -> Iterator[None]:
    """A paper makes many small objects that live to its end: looking for rubbish costs half."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def export_paper(
    session: orm.Session,
    meeting_id: UUID,
    product: Product,
    edition: Edition | str,
    path: Path,
    images: ImageResolver = no_images,
) -> BuiltPaper:
    """Build the paper and put it at ``path``, whole or not at all (``FileProblem``)."""
    built = build_paper(session, meeting_id, product, edition, images)
    write(built.pdf, path)
    return built


def suggested_name(paper: MeetingPaper) -> str:
    """``DAS Social 2025-05-08 referat åben udgave.pdf``: never a title, so nothing closed."""
    return f"{_stem(paper, edition_line(paper))}.pdf"


def stem(paper: MeetingPaper) -> str:
    """The same for all editions: ``DAS Social 2025-05-08 referat``."""
    return _stem(paper, product_word(paper))


def _stem(paper: MeetingPaper, what: str) -> str:
    """Of a long name only the body's is cut: the edition always stands in it."""
    told = clean_name(f"{paper.held_on} {what} {paper.status}".replace(",", "").lower())
    body = clean_name(paper.body_name)[: LONGEST_NAME - len(told) - 1]
    return f"{body.strip(' .')} {told}".lstrip()
