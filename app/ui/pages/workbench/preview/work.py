"""What the worker process does for the preview: pure functions over plain data.

Public: ``render_paper(paper, folder)`` -> ``PreviewPaper``; ``draw_pages(pdf, pages, scale)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from app.reports.data import MeetingPaper
    from app.reports.pages import PageImage, PdfPages

_ENOUGH, _TELLING = 40, 12  # letters that tell a place, the more the surer
_OPENS_PAGE = 80.0  # points from the top; the words of a page begin at 27 mm
_AT_ONCE = 2  # pages drawn with the paper
Spot = tuple[int, float]  # a page and points from its top


@dataclass(frozen=True)
class PreviewPaper:
    """A paper to look at. Sizes and tops are in points, pages count from 0.

    ``images`` holds the pages that were asked for beforehand, ``words`` the letters of each page
    without any space.
    """

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    page_of_item: dict[UUID, int]
    top_of_item: dict[UUID, float]
    images: dict[int, PageImage]
    words: tuple[str, ...]

    def spot_of_words(self, item_id: UUID, before: str, behind: str, near: int) -> Spot | None:
        """About where an item is printed between some words and those behind them.

        Of several places the one ``near`` a page is taken; ``None`` where the words are not
        printed.
        """
        pages = sorted(self.pages_of_item(item_id), key=lambda page: abs(page - near))
        for letters in (_ENOUGH, _TELLING):
            for wanted in (squeezed(before)[-letters:], squeezed(behind)[:letters]):
                for page in pages if wanted else ():
                    if (at := self.words[page].find(wanted)) >= 0:
                        return page, self.sizes[page][1] * at / len(self.words[page])
        return None

    def pages_of_item(self, item_id: UUID) -> range:
        """The pages of an item, with the one on which the next item begins."""
        first = self.page_of_item.get(item_id)
        if first is None:
            return range(0)
        later = [page for page in self.page_of_item.values() if page > first]
        return range(first, min(later, default=len(self.sizes) - 1) + 1)

    def span_of_item(self, item_id: UUID) -> tuple[Spot, Spot] | None:
        """Where an item begins, and where the next one does or the paper ends.

        One that opens a page leaves nothing of that page, not even its margin, to the item before.
        """
        if item_id not in self.page_of_item:
            return None
        starts = {key: (page, self.top_of_item[key]) for key, page in self.page_of_item.items()}
        end = (len(self.sizes) - 1, self.sizes[-1][1])
        later = [spot for spot in starts.values() if spot > starts[item_id]]
        page, top = min(later, default=end)
        if page > starts[item_id][0] and top < _OPENS_PAGE:
            page, top = page - 1, self.sizes[page - 1][1]
        return starts[item_id], (page, top)


def render_paper(
    paper: MeetingPaper, attachments: Path, wanted: UUID | int, scale: float
) -> PreviewPaper:
    """Set the paper, and draw the pages that will be seen first.

    ``wanted`` is the item to show, or the page when the reader is not to be moved; ``scale`` is in
    pixels a point.
    """
    from app.reports.export import render_paper as build
    from app.reports.images import stored_images
    from app.storage.attachment_store import AttachmentStore

    built = build(paper, stored_images(AttachmentStore(attachments).path_of))
    first = built.page_of_item.get(wanted, 0) if isinstance(wanted, UUID) else wanted
    pages = [page for page in range(first, first + _AT_ONCE) if page < built.page_count]
    with _open(built.pdf) as document:
        images = {page: document.image(page, scale) for page in pages}
        sizes = tuple(document.sizes())
        words = tuple(squeezed(document.text(page)) for page in range(built.page_count))
    return PreviewPaper(built.pdf, sizes, built.page_of_item, built.top_of_item, images, words)


def squeezed(words: str) -> str:
    """Letters only, as a page has them: no spaces, line ends or hyphens."""
    return "".join(letter for letter in words if letter.isalnum())


def draw_pages(pdf: bytes, pages: Sequence[int], scale: float) -> dict[int, PageImage]:
    """Pictures of some pages at ``scale`` pixels a point."""
    with _open(pdf) as document:
        return {page: document.image(page, scale) for page in pages}


def _open(pdf: bytes) -> PdfPages:
    from app.reports.pages import PdfPages

    return PdfPages(pdf)
