"""Text of a PDF by page, with the white space between its lines kept as blank lines."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.errors import FileProblem
from app.i18n import N_
from app.importing.lines import FULL, ROOMY
from app.importing.pdf.figures import with_columns_of_figures
from app.importing.pdf.lines import BETWEEN_COLUMNS, PlacedLine, placed_lines, steps
from app.importing.pdf.rows import whole_rows

_ONE_BLANK, _TWO_BLANK = 1.35, 2.6
_INDENT = 6.0
"""Points that count as one leading space."""
_SAME_EDGE = 3.0
_LEAST_LOW = 2
_SPACE = 0.5
"""Width of a space as a share of an average sign."""
_DOUBT = 3
"""Average signs of room that take a reader: the edge of lines set loosely is not known better."""
_CLOSE, _WIDE, _ALIKE, _LEAST_FULL = 0.9, 0.7, 0.94, 3
_LONG = 100.0
"""Points that a long line may begin right of the margin."""


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
        read = [_read_page(_page(document, index, name)) for index in range(len(document))]
    finally:
        document.close()
    pages = [lines for lines, _is_picture in read]
    if not any(pages):
        raise FileProblem(
            N_("“{name}” holds pictures of pages, no text. Ask for the file it was scanned from."),
            name=name,
        )
    margin = min(line.left for lines in pages for line in lines)
    pages = [whole_rows(with_columns_of_figures(lines)) for lines in pages]
    pitch, hangs, edge = _pitch(pages), _hangs(pages), _edge(pages, margin)
    return PdfText(
        ["\n".join(_spaced(lines, pitch, margin, edge, hangs=hangs)) for lines in pages],
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
        raise _damaged(name) from error


def _page(document: Any, index: int, name: str) -> Any:
    import pypdfium2

    try:
        return document[index]
    except pypdfium2.PdfiumError as error:
        raise _damaged(name) from error


def _damaged(name: str) -> FileProblem:
    return FileProblem(
        N_("“{name}” is damaged and cannot be read. Fetch the file again."), name=name
    )


def _read_page(page: Any) -> tuple[list[PlacedLine], bool]:
    """Its lines, and whether it is a picture of a page."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    try:
        lines = placed_lines(page)
        return lines, not lines and any(page.get_objects([FPDF_PAGEOBJ_IMAGE]))
    finally:
        page.close()


def _pitch(pages: list[list[PlacedLine]]) -> float:
    """The usual distance between lines of a paragraph, as a share of the font's height.

    Lines that begin in small letters tell it best: they go on with the one above.
    """
    shares = sorted(
        (step / height, line.text.lstrip()[0].islower() and not line.is_marked)
        for lines in pages
        for (step, height), line in zip(steps(lines), lines[1:], strict=True)
        if height and 0.7 < step / height < 4
    )
    low = [share for share, goes_on in shares if goes_on]
    told = low if len(low) >= _LEAST_LOW else [share for share, _goes_on in shares]
    return told[len(told) // 6] if told else 1.2


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


def _edge(pages: list[list[PlacedLine]], margin: float) -> float:
    """Where full lines end: the furthest place at which several long lines do; 0 if none do."""
    ends = sorted(
        (
            line.right
            for lines in pages
            for line in lines
            if line.width > line.right - margin - _LONG
        ),
        reverse=True,
    )
    nearby = zip(ends, ends[_LEAST_FULL - 1 :], strict=False)
    return next((first for first, last in nearby if last > first * _ALIKE), 0.0)


def _spaced(
    lines: list[PlacedLine], pitch: float, margin: float, edge: float, *, hangs: bool
) -> Iterator[str]:
    """The lines with leading spaces for their indent, and blank lines for wide distances and where
    a list ends; those without room for the next word say so."""
    above = point = None
    widest = edge or max((line.right for line in lines), default=0.0)
    nexts = [*lines[1:], None]
    for line, below, (step, height) in zip(lines, nexts, [(0.0, 1.0), *steps(lines)], strict=False):
        share = step / height / pitch if height else 0.0
        blanks = 0 if share < _ONE_BLANK else 1 if share < _TWO_BLANK else 2
        if above and point and _ends_list(line, above, point, widest, hangs=hangs):
            blanks, point = max(blanks, 1), None
        yield from [""] * blanks
        indent = round((line.left - margin) / _INDENT)
        told = _fullness(line, below, edge) if edge else ""
        yield " " * (indent if indent > 1 else 0) + line.text.strip() + told
        above, point = line, line if line.is_marked else point


def _fullness(line: PlacedLine, below: PlacedLine | None, edge: float) -> str:
    """The sign for a line with or without room for the next word.

    None for a row of columns, for a line so short that it may stand in a column of its own, and
    where a word would only just fit.
    """
    if _is_full(line, below, edge):
        return FULL
    is_wide = BETWEEN_COLUMNS not in line.text and line.right > edge * _WIDE
    has_room = below and not _is_full(line, below, edge - _DOUBT * line.width / len(line.text))
    return ROOMY if is_wide and has_room else ""


def _ends_list(
    line: PlacedLine, above: PlacedLine, point: PlacedLine, edge: float, *, hangs: bool
) -> bool:
    """True when the line stands further left than the point goes on, and a paragraph can begin.

    It can where a list hangs and the line stands left of its marks, where the line above ended a
    sentence, and where the line's first word had found room on that one.
    """
    own = point.inner if hangs else point.left
    stays = line.is_marked or line.left >= own - _SAME_EDGE
    if stays or line.text.lstrip()[0].islower():
        return False
    outside = hangs and line.left < point.left - _SAME_EDGE
    ended = above.text.rstrip().endswith((".", ":", "!", "?", ";"))
    return outside or ended or not _is_full(above, line, edge)


def _is_full(line: PlacedLine, below: PlacedLine | None, edge: float) -> bool:
    """True when the first word below had no room left on the line.

    At the end of a page a line counts that comes close to the edge, and no row of columns does.
    """
    if BETWEEN_COLUMNS in line.text:
        return False
    needed = below.first + _SPACE * line.width / len(line.text) if below else edge * (1 - _CLOSE)
    return line.right + needed > edge
