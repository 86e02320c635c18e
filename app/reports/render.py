"""Story -> PDF: pages are made, numbered, drawn and tagged, and written whole or not at all."""

from __future__ import annotations

import errno
import os
import uuid
from dataclasses import dataclass
from pathlib import Path

from app.errors import FileProblem
from app.i18n import N_, _, pgettext
from app.paths import put
from app.reports import fonts, style
from app.reports.layout.pages import Page, draw_strips, paginate
from app.reports.story import Story
from app.reports.style import TextStyle
from app.reports.tagged import Spot, TaggedCanvas, finish


@dataclass(frozen=True)
class Rendered:
    """A finished paper: the file, its number of pages, and where each item begins."""

    pdf: bytes
    page_count: int
    spots: dict[str, Spot]


def render(story: Story) -> Rendered:
    """The paper as PDF/UA-1; the same story gives the same bytes."""
    pages, starts = paginate(story.chunks)
    story.numbers.of_item.update({key: page + 1 for key, page in starts.items()})
    canvas = TaggedCanvas()
    for index, page in enumerate(pages):
        if index:
            _header(canvas, page, story)
        draw_strips(page, canvas)
        _footer(canvas, story, index + 1, len(pages))
        canvas.end_page()
    pdf = finish(canvas, story.root, story.info)
    return Rendered(pdf, len(pages), dict(canvas.destinations))


def _header(canvas: TaggedCanvas, page: Page, story: Story) -> None:
    y = style.HEADER_TOP + _baseline(style.RUNNING)
    canvas.artifact()
    _put(canvas, style.LEFT, y, story.running_left, style.RUNNING)
    running = page.chunk.running
    look = style.RUNNING if running in ("", pgettext("paper", "Open")) else style.RUNNING_CLOSED
    _put_right(canvas, y, running, look)


def _footer(canvas: TaggedCanvas, story: Story, number: int, total: int) -> None:
    top = style.FOOTER_TOP
    width = style.RIGHT - style.LEFT
    canvas.rule(style.LEFT, top - style.FOOTER_RULE_GAP, width, style.HAIRLINE, style.RULE)
    y = top + _baseline(style.RUNNING)
    end = _put(canvas, style.LEFT, y, story.footer, style.RUNNING)
    if story.status:
        end = _put(canvas, end, y, "  ·  ", style.RUNNING)
        _put(canvas, end, y, story.status, style.RUNNING_STATUS)
    words = _("Page {number} of {total}").format(number=number, total=total)
    _put_right(canvas, y, words, style.RUNNING)


def _baseline(look: TextStyle) -> float:
    return fonts.face(look.face).baseline(look.size, look.leading)


def _put(canvas: TaggedCanvas, x: float, y: float, words: str, look: TextStyle) -> float:
    """Draw decoration; the x where it ends."""
    if not words:
        return x
    words = fonts.drawable(words, look.face).replace("\u00a0", " ")
    canvas.text(x, y, words, look)
    return x + fonts.face(look.face).width(words, look.size)


def _put_right(canvas: TaggedCanvas, y: float, words: str, look: TextStyle) -> None:
    width = fonts.face(look.face).width(words, look.size)
    _put(canvas, style.RIGHT - width, y, words, look)


def write(pdf: bytes, path: Path) -> None:
    """Put the file in place, whole; what was there before stays until then.

    Raises ``FileProblem`` when the folder is missing or read-only, the disk full, the file locked.
    """
    try:
        _replace(pdf, path)
    except OSError as error:
        raise FileProblem(_sentence(error), path=str(path)) from error


def _replace(pdf: bytes, path: Path) -> None:
    path = path.resolve()  # through a link to the file itself
    temporary = path.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        put(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _sentence(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return N_("“{path}” was not saved. The disk is full: make room and try again.")
    if isinstance(error, FileNotFoundError):
        return N_("“{path}” was not saved. The folder is not there: choose another.")
    if isinstance(error, PermissionError):
        return N_(
            "“{path}” was not saved. The file may be open in another program or the folder "
            "write-protected: close it or choose another place."
        )
    return N_("“{path}” was not saved. The drive does not answer: choose another place.")
