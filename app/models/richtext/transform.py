"""Rebuilding a text run by run, and its normal form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.models.richtext.blocks import (
    Block,
    Cell,
    Heading,
    Image,
    InnerBlock,
    List,
    ListItem,
    Paragraph,
    Quote,
    RichText,
    Run,
    Runs,
    Table,
)

RunsFunction = Callable[[Runs], Runs]


def map_runs(text: RichText, function: RunsFunction) -> RichText:
    """The same structure with ``function`` applied to the runs of each paragraph and heading.

    A confidential picture is asked about as the run of its words (``Image.stand_in``): where the
    function changes that run, what it makes of it stands in the picture's place.
    """
    return RichText(tuple(_map_block(block, function) for block in text.blocks))


def _map_block(block: Block, function: RunsFunction) -> Block:
    match block:
        case Paragraph() | List():
            return _map_inner(block, function)
        case Heading(runs=runs):
            return replace(block, runs=function(runs))
        case Quote(blocks=blocks):
            return replace(block, blocks=_map_inners(blocks, function))
        case Table(rows=rows):
            return replace(
                block,
                rows=tuple(
                    tuple(Cell(_map_inners(cell.blocks, function)) for cell in row) for row in rows
                ),
            )
        case Image():
            runs = block.stand_in()
            made = function(runs) if runs else runs
            return block if made == runs else Paragraph(made)


def _map_inner(block: InnerBlock, function: RunsFunction) -> InnerBlock:
    if isinstance(block, Paragraph):
        return Paragraph(function(block.runs))
    items = tuple(ListItem(_map_inners(item.blocks, function)) for item in block.items)
    return replace(block, items=items)


def _map_inners(blocks: tuple[InnerBlock, ...], function: RunsFunction) -> tuple[InnerBlock, ...]:
    return tuple(_map_inner(block, function) for block in blocks)


def normalise(text: RichText) -> RichText:
    """The one form of several that read alike.

    Runs of one look are melted, empty paragraphs, lists and tables are dropped, lists and
    quotations that continue each other are joined, table rows get equal length. Idempotent.
    """
    blocks: list[Block] = []
    for block in map_runs(text, merge_runs).blocks:
        kept = _normal_block(block)
        if kept is not None:
            _append_joined(blocks, kept)
    return RichText(tuple(blocks))


def merge_runs(runs: Runs) -> Runs:
    """Neighbours of one look as one run; runs without words are dropped.

    A note without words hangs on the words before it; where there are none, or only one of the two
    is confidential, it stands alone.
    """
    merged: list[Run] = []
    for run in runs:
        before = merged[-1] if merged else None
        if not run.text and not run.footnote:
            continue
        if not run.text and before is not None and _takes_note(before, run):
            merged[-1] = replace(before, footnote=run.footnote)
        elif before is not None and before.text and run.text and before.same_look(run):
            merged[-1] = replace(run, text=before.text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def _takes_note(words: Run, note: Run) -> bool:
    return not words.footnote and words.confidential == note.confidential


def _normal_block(block: Block) -> Block | None:
    match block:
        case Paragraph() | List():
            return _normal_inner(block)
        case Heading(runs=runs):
            return replace(block, level=min(max(block.level, 1), 2)) if runs else None
        case Quote(blocks=blocks):
            inner = _normal_inners(blocks)
            return replace(block, blocks=inner) if inner else None
        case Table():
            return _normal_table(block)
        case Image():
            return block


def _normal_inner(block: InnerBlock) -> InnerBlock | None:
    if isinstance(block, Paragraph):
        return block if block.runs else None
    items = tuple(item for item in map(_normal_item, block.items) if item is not None)
    if not items:
        return None
    if not block.ordered:
        return List(items)
    return replace(block, items=items)


def _normal_item(item: ListItem) -> ListItem | None:
    inner = _normal_inners(item.blocks)
    if not inner:
        return None
    if isinstance(inner[0], List):  # a point always has a line of its own to stand on
        inner = (Paragraph(), *inner)
    return ListItem(inner)


def _normal_inners(blocks: tuple[InnerBlock, ...]) -> tuple[InnerBlock, ...]:
    kept: list[InnerBlock] = []
    for block in blocks:
        normal = _normal_inner(block)
        if normal is None:
            continue
        last = kept[-1] if kept else None
        if isinstance(normal, List) and isinstance(last, List) and continues(last, normal):
            kept[-1] = replace(last, items=last.items + normal.items)
        else:
            kept.append(normal)
    return tuple(kept)


def _normal_table(table: Table) -> Table | None:
    width = max((len(row) for row in table.rows), default=0)
    if width == 0:
        return None
    rows = tuple(
        tuple(Cell(_normal_inners(cell.blocks)) for cell in row) + (Cell(),) * (width - len(row))
        for row in table.rows
    )
    return replace(table, rows=rows, header_rows=min(max(table.header_rows, 0), len(rows)))


def _append_joined(blocks: list[Block], block: Block) -> None:
    last = blocks[-1] if blocks else None
    if isinstance(block, List) and isinstance(last, List) and continues(last, block):
        blocks[-1] = replace(last, items=last.items + block.items)
    elif isinstance(block, Quote) and isinstance(last, Quote) and last.author == block.author:
        blocks[-1] = replace(last, blocks=_normal_inners(last.blocks + block.blocks))
    else:
        blocks.append(block)


def continues(first: List, second: List) -> bool:
    """True when ``second`` goes on where ``first`` stopped: both bullets, or the number follows."""
    if first.ordered != second.ordered:
        return False
    return not first.ordered or (
        first.style == second.style and second.start == first.start + len(first.items)
    )
