"""Agenda and minutes -> story: front page, then the items."""

from __future__ import annotations

from app.reports.data import MeetingPaper
from app.reports.front import FRONT, front_chunk, item_title
from app.reports.images import ImageResolver, no_images
from app.reports.items import item_chunk
from app.reports.story import (
    Story,
    Workshop,
    document_info,
    edition_line,
    product_word,
    running_header,
)
from app.reports.tagged import Bookmark


def meeting_story(paper: MeetingPaper, images: ImageResolver = no_images) -> Story:
    """The whole paper, ready to be paginated."""
    workshop = Workshop(paper, images=images)
    chunks = [front_chunk(workshop), *(item_chunk(item, workshop) for item in paper.items)]
    bookmarks = [Bookmark(product_word(paper), FRONT)]
    bookmarks += [Bookmark(f"{item.number} {item_title(item)}", item.key) for item in paper.items]
    return Story(
        root=workshop.root,
        chunks=chunks,
        numbers=workshop.numbers,
        info=document_info(paper, bookmarks),
        running_left=running_header(paper),
        footer=edition_line(paper),
        status=paper.status,
    )
