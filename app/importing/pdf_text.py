"""Text of a PDF by page, with the white space between its lines kept as blank lines."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.errors import FileProblem
from app.i18n import N_

_BROKEN_WORD = "\ufffe\x02"
"""Signs by which pdfium says that a hyphen ended the line; it leaves the line break out."""
_ONE_BLANK, _TWO_BLANK = 1.35, 2.6
_INDENT = 6.0
"""Points that count as one leading space."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A printed line with its place on the page in points; ``height`` is that of its font's box."""

    text: str
    left: float
    bottom: float
    height: float


def pdf_pages(data: bytes, name: str) -> list[str]:
    """One text a page. Raises ``FileProblem`` for a locked, damaged or scanned file."""
    document = _open(data, name)
    try:
        if len(document) == 0:
            raise FileProblem(
                N_("“{name}” has no pages. Choose a file with text in it."), name=name
            )
        pages = [_placed_lines(document[index]) for index in range(len(document))]
    finally:
        document.close()
    if not any(pages):
        raise FileProblem(
            N_("“{name}” holds pictures of pages, no text. Ask for the file it was scanned from."),
            name=name,
        )
    pitch = _pitch(pages)
    margin = min(line.left for lines in pages for line in lines)
    return ["\n".join(_spaced(lines, pitch, margin)) for lines in pages]


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


def _placed_lines(page: Any) -> list[PlacedLine]:
    """The page's lines in reading order."""
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        text = text_page.get_text_range() if count else ""
        return [
            _placed(text_page, line, start, count)
            for line, start in _lines_with_start(text)
            if line.strip()
        ]
    finally:
        text_page.close()
        page.close()


def _lines_with_start(text: str) -> Iterator[tuple[str, int]]:
    """Each line and the index of its first sign; pdfium's indexes count line breaks too."""
    start = 0
    signs: list[str] = []
    for index, sign in enumerate(text):
        if sign in _BROKEN_WORD:
            yield "".join(signs) + "-", start
        elif sign == "\n":
            yield "".join(signs), start
        else:
            if sign != "\r":
                signs.append(sign)
            continue
        start, signs = index + 1, []
    yield "".join(signs), start


def _placed(text_page: Any, line: str, start: int, count: int) -> PlacedLine:
    """The line with the box of its signs; a few of them are enough."""
    wanted = [start + at for at, sign in enumerate(line) if sign.strip() and start + at < count]
    step = max(1, len(wanted) // 6)
    boxes = [text_page.get_charbox(index, loose=True) for index in wanted[::step]]
    if not boxes:
        return PlacedLine(line, 0.0, 0.0, 0.0)
    left = min(box[0] for box in boxes[:1])
    return PlacedLine(
        line, left, min(box[1] for box in boxes), max(box[3] - box[1] for box in boxes)
    )


def _steps(lines: list[PlacedLine]) -> Iterator[tuple[float, float]]:
    """(distance to the line above, height of the font) for each line but the first."""
    for above, line in itertools.pairwise(lines):
        yield above.bottom - line.bottom, line.height


def _pitch(pages: list[list[PlacedLine]]) -> float:
    """The usual distance between lines of a paragraph, as a share of the font's height."""
    shares = sorted(
        step / height
        for lines in pages
        for step, height in _steps(lines)
        if height and 0.7 < step / height < 4
    )
    return shares[len(shares) // 6] if shares else 1.2


def _spaced(lines: list[PlacedLine], pitch: float, margin: float) -> list[str]:
    """The lines with leading spaces for their indent and blank lines for wide distances."""
    out: list[str] = []
    steps = [(0.0, 1.0), *_steps(lines)]
    for line, (step, height) in zip(lines, steps, strict=True):
        share = step / height / pitch if height else 0.0
        out.extend([""] * (0 if share < _ONE_BLANK else 1 if share < _TWO_BLANK else 2))
        indent = round((line.left - margin) / _INDENT)
        out.append(" " * (indent if indent > 1 else 0) + line.text.strip())
    return out
