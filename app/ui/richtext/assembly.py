"""Lines, pictures and tables in reading order -> blocks; knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.models.richtext import Block, Heading, Image, Paragraph, Quote, Run, Table, runs_text
from app.ui.richtext.block_state import BlockRole, BlockState
from app.ui.richtext.nesting import Line, nest


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture met between words; it ends the block before it."""

    image: Image


Entry = Line | Picture | Table


def assemble(entries: Iterable[Entry]) -> Iterator[Block]:
    """Group lines into paragraphs, lists, quotations; hang captions on what they belong to."""
    waiting = list(entries)
    index = 0
    while index < len(waiting):
        entry = waiting[index]
        following = waiting[index + 1] if index + 1 < len(waiting) else None
        match entry:
            case Table():
                yield entry
            case Picture(image=image):
                if _has_role(following, BlockRole.PICTURE_CAPTION):
                    image, index = replace(image, caption=runs_text(following.runs)), index + 1
                yield image
            case Line(state=state) if state.role is BlockRole.TABLE_CAPTION and isinstance(
                following, Table
            ):
                yield replace(following, caption=runs_text(entry.runs))
                index += 1
            case Line(state=state) if state.role in (BlockRole.HEADING, BlockRole.SUBHEADING):
                yield Heading(entry.runs, int(state.role))
            case Line(state=state):
                take = _run_of_lines(waiting, index)
                yield from _quotes(take) if state.quoted else nest(take)
                index += len(take) - 1
        index += 1


def _has_role(entry: Entry | None, role: BlockRole) -> bool:
    return isinstance(entry, Line) and entry.state.role is role


def _run_of_lines(waiting: list[Entry], index: int) -> list[Line]:
    """The lines from ``index`` on that stand in one container: plain text or one quotation."""
    first = waiting[index]
    assert isinstance(first, Line)
    taken = [first]
    for entry in waiting[index + 1 :]:
        if not isinstance(entry, Line) or not _goes_on(first.state, entry.state):
            break
        taken.append(entry)
        if entry.state.role is BlockRole.AUTHOR:
            break
    return taken


def _goes_on(first: BlockState, state: BlockState) -> bool:
    if first.role is not BlockRole.TEXT or state.quoted != first.quoted or state.opens_quote:
        return False
    return state.role is BlockRole.TEXT or (first.quoted and state.role is BlockRole.AUTHOR)


def _quotes(lines: list[Line]) -> Iterator[Block]:
    author = ""
    if lines[-1].state.role is BlockRole.AUTHOR:
        author = runs_text(lines[-1].runs)
        lines = lines[:-1]
    if lines:
        yield Quote(nest(lines), author)
    elif author:
        yield Paragraph((Run(author),))
