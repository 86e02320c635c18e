"""Text of a PDF by page, with the white space between its lines kept as blank lines."""

from __future__ import annotations

import itertools
import re
from statistics import median
from typing import Any

from app.errors import FileProblem
from app.i18n import N_

_BREAK_HYPHENS = re.compile("[\ufffe\x02\u00ad](?=\r?\n|$)")
_WIDE_GAP = 1.55
_WIDER_GAP = 2.6


def pdf_pages(data: bytes, name: str) -> list[str]:
    """One text a page. Raises ``FileProblem`` for a locked, damaged or scanned file."""
    document = _open(data, name)
    try:
        if len(document) == 0:
            raise FileProblem(
                N_("“{name}” has no pages. Choose a file with text in it."), name=name
            )
        pages = [_page_text(document[index]) for index in range(len(document))]
    finally:
        document.close()
    if not any(page.strip() for page in pages):
        raise FileProblem(
            N_("“{name}” holds pictures of pages, no text. Ask for the file it was scanned from."),
            name=name,
        )
    return pages


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


def _page_text(page: Any) -> str:
    """The page's lines; a wide distance above a line becomes one blank line, a wider one two."""
    text_page = page.get_textpage()
    try:
        lines = _placed_lines(text_page)
    finally:
        text_page.close()
        page.close()
    pitch = _pitch([top for _, top, _ in lines], [bottom for _, _, bottom in lines])
    out: list[str] = []
    for index, (text, top, _) in enumerate(lines):
        distance = lines[index - 1][1] - top if index else 0.0
        blank = (
            0
            if not pitch or distance < pitch * _WIDE_GAP
            else 1
            if distance < pitch * _WIDER_GAP
            else 2
        )
        out.extend([""] * blank)
        out.append(text)
    return "\n".join(out)


def _placed_lines(text_page: Any) -> list[tuple[str, float, float]]:
    """(text, top, bottom) of each line in reading order."""
    count = text_page.count_chars()
    text = text_page.get_text_range() if count else ""
    lines: list[tuple[str, float, float]] = []
    for line, indexes in _with_indexes(text, count):
        boxes = [text_page.get_charbox(index) for index in indexes]
        if boxes:
            lines.append((line, max(box[3] for box in boxes), min(box[1] for box in boxes)))
    return lines


def _with_indexes(text: str, count: int) -> list[tuple[str, list[int]]]:
    """Each line with the indexes of a few of its signs; pdfium counts line breaks too."""
    found: list[tuple[str, list[int]]] = []
    position = 0
    for raw in text.split("\n"):
        line = _BREAK_HYPHENS.sub("-", raw.rstrip("\r"))
        signs = [
            position + at for at, sign in enumerate(raw) if sign.strip() and position + at < count
        ]
        if line.strip():
            found.append((line, signs[:: max(1, len(signs) // 8)]))
        position += len(raw) + 1
    return found


def _pitch(tops: list[float], bottoms: list[float]) -> float:
    """The usual distance from line to line on the page."""
    steps = [a - b for a, b in itertools.pairwise(tops) if 4 < a - b < 40]
    heights = [top - bottom for top, bottom in zip(tops, bottoms, strict=True) if top > bottom]
    if not steps:
        return 0.0
    small = [step for step in steps if step <= median(steps) * 1.2]
    return max(median(small), median(heights) if heights else 0.0)
