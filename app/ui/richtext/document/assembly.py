"""Lines, pictures and tables in reading order -> blocks; knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeGuard

from app.models.richtext import Block, Heading, Image, Paragraph, Quote, Run, Table, runs_text
from app.ui.richtext.document.block_state import BlockRole, BlockState
from app.ui.richtext.document.nesting import Line, nest


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
        blocks, taken = _next_blocks(waiting, index)
        yield from blocks
        index += taken


def _next_blocks(waiting: list[Entry], index: int) -> tuple[list[Block], int]:
    """The blocks that begin with the entry at ``index``, and how many entries they took."""
    entry = waiting[index]
    following = waiting[index + 1] if index + 1 < len(waiting) else None
    if isinstance(entry, Table):
        return [entry], 1
    if isinstance(entry, Picture):
        if _may_hang(following, BlockRole.PICTURE_CAPTION, hidden=entry.image.confidential):
            return [replace(entry.image, caption=runs_text(following.runs))], 2
        return [entry.image], 1
    role = entry.state.role
    if _may_hang(entry, BlockRole.TABLE_CAPTION) and isinstance(following, Table):
        return [replace(following, caption=runs_text(entry.runs))], 2
    if role in (BlockRole.HEADING, BlockRole.SUBHEADING):
        return [Heading(entry.runs, int(role))], 1
    lines = _run_of_lines(entry, waiting[index + 1 :])
    return (_quotes(lines) if entry.state.quoted else list(nest(lines))), len(lines)


def _may_hang(entry: Entry | None, role: BlockRole, *, hidden: bool = False) -> TypeGuard[Line]:
    """Whether the line becomes a caption or author, which hold words without their looks: one with
    confidential words stays a paragraph, or an open edition would show them, unless what it hangs
    on is ``hidden`` there as a whole.
    """
    if not isinstance(entry, Line) or entry.state.role is not role:
        return False
    return hidden or not any(run.confidential for run in entry.runs)


def _run_of_lines(first: Line, others: list[Entry]) -> list[Line]:
    """The lines from ``first`` on that stand in one container: plain text or one quotation."""
    taken = [first]
    for entry in others:
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


def _quotes(lines: list[Line]) -> list[Block]:
    author = ""
    if _may_hang(lines[-1], BlockRole.AUTHOR):
        author = runs_text(lines[-1].runs)
        lines = lines[:-1]
    if lines:
        return [Quote(nest(lines), author)]
    return [Paragraph((Run(author),))] if author else []
