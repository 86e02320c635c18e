"""Text of a PDF by page, with the white space between its lines kept as blank lines."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.errors import FileProblem
from app.i18n import N_
from app.importing.pdf_lines import PlacedLine, placed_lines, steps

_ONE_BLANK, _TWO_BLANK = 1.35, 2.6
_INDENT = 6.0
"""Points that count as one leading space."""
_SAME_EDGE = 3.0


@dataclass(frozen=True, slots=True)
class PdfText:
    """One text a page; ``pictures`` are the numbers of pages that hold a picture and no text."""

    pages: list[str]
    pictures: tuple[int, ...]


def read_pdf(data: bytes, name: str) -> PdfText:
    """The text of a PDF. Raises ``FileProblem`` for a locked, damaged or wholly scanned file."""
    document = _open(data, name)
    try:
        if len(document) == 0:
            raise FileProblem(
                N_("“{name}” has no pages. Choose a file with text in it."), name=name
            )
        read = [_read_page(document[index]) for index in range(len(document))]
    finally:
        document.close()
    pages = [lines for lines, _is_picture in read]
    if not any(pages):
        raise FileProblem(
            N_("“{name}” holds pictures of pages, no text. Ask for the file it was scanned from."),
            name=name,
        )
    pitch, hangs = _pitch(pages), _hangs(pages)
    margin = min(line.left for lines in pages for line in lines)
    return PdfText(
        ["\n".join(_spaced(lines, pitch, margin, hangs=hangs)) for lines in pages],
        tuple(number for number, (_lines, is_picture) in enumerate(read, 1) if is_picture),
    )


def _open(data: bytes, name: str) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise FileProblem(
                N_("“{name}” is locked by a password. Save it without one and try again."),
                name=name,
            ) from error
        raise FileProblem(
            N_("“{name}” is damaged and cannot be read. Fetch the file again."), name=name
        ) from error


def _read_page(page: Any) -> tuple[list[PlacedLine], bool]:
    """Its lines, and whether it is a picture of a page."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    try:
        lines = placed_lines(page)
        return lines, not lines and any(page.get_objects([FPDF_PAGEOBJ_IMAGE]))
    finally:
        page.close()


def _pitch(pages: list[list[PlacedLine]]) -> float:
    """The usual distance between lines of a paragraph, as a share of the font's height."""
    shares = sorted(
        step / height
        for lines in pages
        for step, height in steps(lines)
        if height and 0.7 < step / height < 4
    )
    return shares[len(shares) // 6] if shares else 1.2


def _hangs(pages: list[list[PlacedLine]]) -> bool:
    """True when the points of its lists go on below their words, not below their marks."""
    below = [
        (point, line)
        for lines in pages
        for point, line in itertools.pairwise(lines)
        if point.is_marked and not line.is_marked
    ]
    hanging = sum(abs(line.left - point.inner) < _SAME_EDGE for point, line in below)
    return hanging > sum(abs(line.left - point.left) < _SAME_EDGE for point, line in below)


def _spaced(lines: list[PlacedLine], pitch: float, margin: float, *, hangs: bool) -> Iterator[str]:
    """The lines with leading spaces for their indent, and blank lines for wide distances and where
    a list ends."""
    edge = max((line.right for line in lines), default=0.0)
    above = point = None
    for line, (step, height) in zip(lines, [(0.0, 1.0), *steps(lines)], strict=False):
        share = step / height / pitch if height else 0.0
        blanks = 0 if share < _ONE_BLANK else 1 if share < _TWO_BLANK else 2
        if above and point and _leaves(line, point, hangs=hangs) and _begins(line, above, edge):
            blanks, point = max(blanks, 1), None
        yield from [""] * blanks
        indent = round((line.left - margin) / _INDENT)
        yield " " * (indent if indent > 1 else 0) + line.text.strip()
        above, point = line, line if line.is_marked else point


def _leaves(line: PlacedLine, point: PlacedLine, *, hangs: bool) -> bool:
    """True when the line stands further left than the point goes on."""
    own = point.inner if hangs else point.left
    return not line.is_marked and line.left < own - _SAME_EDGE


def _begins(line: PlacedLine, above: PlacedLine, edge: float) -> bool:
    """True when a paragraph can begin here: its first word had found room in the line above, or
    that ended a sentence."""
    first = line.text.split(None, 1)[0]
    room = edge - above.right > line.width * (len(first) + 1) / len(line.text)
    return not first[0].islower() and (room or above.text.endswith((".", ":", "!", "?", ";")))
