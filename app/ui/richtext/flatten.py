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
        case Image(caption=caption, alternative=alternative):
            words = caption or alternative
            return (Paragraph((Run(words),)),) if words else ()


def _row_runs(row: Row) -> Runs:
    runs: list[Run] = []
    for index, cell in enumerate(row):
        if index:
            runs.append(Run("\t"))
        for inner in cell.blocks:
            runs.extend(_all_runs(inner))
    return tuple(runs)


def _all_runs(block: InnerBlock) -> Runs:
    if isinstance(block, Paragraph):
        return (*block.runs, Run(" "))
    return tuple(run for item in block.items for inner in item.blocks for run in _all_runs(inner))
