"""Blocks as paragraphs and lists only, for places that hold nothing else (cells and points)."""

from __future__ import annotations

from dataclasses import replace

from app.models.richtext import (
    Block,
    Heading,
    Image,
    InnerBlock,
    List,
    Paragraph,
    Quote,
    Row,
    Run,
    Runs,
    Table,
)


def inner_blocks(blocks: tuple[Block, ...]) -> tuple[InnerBlock, ...]:
    """The same words; headings become bold, tables a line a row, pictures their captions."""
    return tuple(inner for block in blocks for inner in _inner(block))


def _inner(block: Block) -> tuple[InnerBlock, ...]:
    match block:
        case Paragraph() | List():
            return (block,)
        case Heading(runs=runs):
            return (Paragraph(tuple(replace(run, bold=True) for run in runs)),)
        case Quote(blocks=blocks, author=author):
            return (*blocks, Paragraph((Run(author),))) if author else blocks
        case Table(rows=rows, caption=caption):
            head = (Paragraph((Run(caption),)),) if caption else ()
            return (*head, *(Paragraph(_row_runs(row)) for row in rows))
        case Image(caption=caption, alternative=alternative, confidential=confidential):
            words = caption or alternative
            return (Paragraph((Run(words, confidential=confidential),)),) if words else ()


def _row_runs(row: Row) -> Runs:
    """The words of a row, cells parted by tabs and the paragraphs of a cell by blanks."""
    runs: list[Run] = []
    for index, cell in enumerate(row):
        paragraphs = [words for inner in cell.blocks for words in _paragraphs(inner)]
        runs.extend([Run("\t")] if index else [])
        for place, words in enumerate(paragraphs):
            runs.extend([Run(" "), *words] if place else words)
    return tuple(runs)


def _paragraphs(block: InnerBlock) -> list[Runs]:
    if isinstance(block, Paragraph):
        return [block.runs]
    inners = (inner for item in block.items for inner in item.blocks)
    return [words for inner in inners for words in _paragraphs(inner)]
