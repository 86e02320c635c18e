"""Pictures inside a text: where their bytes come from and how large they are printed."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image as PillowImage

from app.reports.style import MM

_PIXELS_PER_INCH = 150
_DAMAGED = (OSError, SyntaxError, ValueError, PillowImage.DecompressionBombError)
"""What Pillow raises for a file that is no whole picture."""


@dataclass(frozen=True)
class Picture:
    """A picture's bytes and its size in pixels."""

    data: bytes
    width: int
    height: int

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Printed width and height in points: natural size at 150 dpi, within the given room."""
        natural = 25.4 * MM / _PIXELS_PER_INCH
        scale = min(natural, width / self.width, height / self.height)
        return self.width * scale, self.height * scale


ImageResolver = Callable[[str], Picture | None]
"""Gives the picture kept under a SHA-256, or nothing when the store lacks it."""


def no_images(_sha256: str) -> Picture | None:
    """The resolver of a paper without an attachment store."""
    return None


def picture_from(data: bytes) -> Picture | None:
    """The picture in ``data``, or nothing when it is none that can be printed.

    To verify a file looks at no pixels and leaves it unreadable: they are loaded from another one.
    """
    try:
        with PillowImage.open(io.BytesIO(data)) as image:
            image.verify()
        with PillowImage.open(io.BytesIO(data)) as image:
            image.load()
            return Picture(data, image.width, image.height)
    except _DAMAGED:
        return None


def stored_images(path_of: Callable[[str], Path]) -> ImageResolver:
    """A resolver for a store that keeps the file of a SHA-256 at ``path_of(sha256)``."""

    def resolve(sha256: str) -> Picture | None:
        try:
            return picture_from(path_of(sha256).read_bytes())
        except OSError:
            return None

    return resolve
