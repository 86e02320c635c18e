"""A formatted text as plain lines, for search, comparison, lists and the clipboard."""

from __future__ import annotations

from app.models.richtext.blocks import (
    Block,
    Heading,
    Image,
    InnerBlock,
    List,
    ListStyle,
    Paragraph,
    Quote,
    RichText,
    Runs,
    Table,
)

BULLET = "•"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def plain(text: RichText) -> str:
    """All words in reading order, a line a paragraph; list marks and numbers are written out."""
    return "\n".join(line for block in text.blocks for line in _lines(block))


def runs_text(runs: Runs) -> str:
    """The words of some runs, footnotes in brackets after their mark."""
    return "".join(run.text + (f" [{run.footnote}]" if run.footnote else "") for run in runs)


def number_label(number: int, style: ListStyle) -> str:
    """The printed mark of a numbered point: ``3.``, ``3)``, ``c.``, ``c)`` or ``iii.``.

    There is no letter below one: such numbers are written as they are.
    """
    if number < 1:
        return f"{number}."
    match style:
        case "decimal":
            return f"{number}."
        case "decimal_paren":
            return f"{number})"
        case "lower_alpha":
            return f"{_letters(number)}."
        case "lower_alpha_paren":
            return f"{_letters(number)})"
        case "lower_roman":
            return f"{_roman(number)}."


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(number: int) -> str:
    letters = ""
    for value, mark in _ROMAN:
        while number >= value:
            letters += mark
            number -= value
    return letters


def _lines(block: Block) -> list[str]:
    match block:
        case Paragraph() | List():
            return _inner_lines(block)
        case Heading(runs=runs):
            return [runs_text(runs)]
        case Quote(blocks=blocks, author=author):
            own = [line for inner in blocks for line in _inner_lines(inner)]
            return [*own, author] if author else own
        case Table():
            return _table_lines(block)
        case Image():
            return [line for line in (block.caption or block.alternative,) if line]


def _inner_lines(block: InnerBlock) -> list[str]:
    if isinstance(block, Paragraph):
        return runs_text(block.runs).split("\n")
    lines = []
    for index, item in enumerate(block.items):
        mark = number_label(block.start + index, block.style) if block.ordered else BULLET
        own = [line for inner in item.blocks for line in _inner_lines(inner)]
        lines.append(f"{mark} {own[0]}" if own else mark)
        lines.extend(f"  {line}" for line in own[1:])
    return lines


def _table_lines(table: Table) -> list[str]:
    lines = [table.caption] if table.caption else []
    for row in table.rows:
        cells = (" ".join(line for b in cell.blocks for line in _inner_lines(b)) for cell in row)
        lines.append("\t".join(cells))
    return lines
