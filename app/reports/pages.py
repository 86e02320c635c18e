"""PDF -> pictures of its pages, for the preview."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels: RGBA, eight bits each, rows from the top, ``stride`` bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


class PdfPages:
    """An open PDF whose pages can be looked at; close it, or use it in a ``with`` block."""

    def __init__(self, pdf: bytes) -> None:
        self._document = pypdfium2.PdfDocument(pdf)

    def __enter__(self) -> PdfPages:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()

    def __len__(self) -> int:
        return len(self._document)

    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page in points."""
        return [self._document.get_page_size(index) for index in range(len(self))]

    def image(self, index: int, scale: float) -> PageImage:
        """The page at ``scale`` pixels a point."""
        page = self._document[index]
        try:
            return _pixels(page.render(scale=scale, rev_byteorder=True, maybe_alpha=False))
        finally:
            page.close()

    def images(self, scale: float) -> Iterator[PageImage]:
        """All pages, one after the other."""
        return (self.image(index, scale) for index in range(len(self)))

    def text(self, index: int) -> str:
        """The words of a page in the order they were drawn."""
        page = self._document[index]
        words = page.get_textpage()
        try:
            return str(words.get_text_range())
        finally:
            words.close()
            page.close()


def _pixels(bitmap: Any) -> PageImage:
    try:
        image = bitmap.to_pil().convert("RGBA")
        return PageImage(image.width, image.height, image.width * 4, image.tobytes())
    finally:
        bitmap.close()
