"""Rows and cells of a pasted table."""

from __future__ import annotations

from dataclasses import replace

from app.models.richtext import Cell, InnerBlock, Paragraph, Row, Runs, Table
from app.ui.richtext.document.assembly import Entry, assemble
from app.ui.richtext.document.flatten import inner_blocks

_WIDEST = 60  # columns; a colspan beyond it is a mistake of the source


class TableBuilder:
    """Collects cells; spans are filled with empty cells so that the table is rectangular."""

    def __init__(self) -> None:
        self._rows: list[list[Cell]] = []
        self._heads: list[bool] = []
        self._lines: list[list[Entry]] = []
        self._hanging: dict[int, int] = {}
        self._span = (1, 1)

    def open_row(self) -> None:
        """A row begins."""
        self._rows.append([])
        self._heads.append(True)
        self._fill()

    def open_cell(self, tag: str, attributes: dict[str, str]) -> None:
        """A cell begins."""
        if not self._rows:
            self.open_row()
        self._heads[-1] = self._heads[-1] and tag == "th"
        columns = min(_number(attributes.get("colspan")), _WIDEST)
        self._span = columns, _number(attributes.get("rowspan"))

    def close_cell(self, entries: list[Entry]) -> None:
        """The cell ends; its words become paragraphs and lists."""
        self._lines.append(entries)
        row, (columns, rows) = self._rows[-1], self._span
        if rows > 1:
            for column in range(len(row), len(row) + columns):
                self._hanging[column] = rows - 1
        row.append(Cell(inner_blocks(tuple(assemble(entries)))))
        row.extend(Cell() for _ in range(columns - 1))
        self._fill()

    def entries(self) -> list[Entry]:
        """The table, or only the words when it has but one cell: a layout, not a table."""
        kept = [
            (tuple(row), head) for row, head in zip(self._rows, self._heads, strict=True) if row
        ]
        rows = tuple(row for row, _head in kept)
        if sum(len(row) for row in rows) <= 1:
            return [entry for lines in self._lines for entry in lines]
        heads = next((index for index, (_row, head) in enumerate(kept) if not head), 1)
        bold = _bold_head(rows[0]) if not heads and len(rows) > 1 else None
        return [Table((bold, *rows[1:]), 1) if bold else Table(rows, heads)]

    def _fill(self) -> None:
        """Put empty cells where a cell of an earlier row hangs down."""
        row = self._rows[-1]
        while self._hanging.get(len(row), 0) > 0:
            self._hanging[len(row)] -= 1
            row.append(Cell())


def _number(value: str | None) -> int:
    return max(int(value), 1) if value and value.isdigit() else 1


def _bold_head(row: Row) -> Row | None:
    """The row without its bold when every word of it is bold: a head made by hand."""
    runs = [run for cell in row for block in cell.blocks for run in _runs(block)]
    if not runs or not all(run.bold for run in runs if run.text.strip()):
        return None
    return tuple(Cell(tuple(_plain(block) for block in cell.blocks)) for cell in row)


def _runs(block: InnerBlock) -> Runs:
    return block.runs if isinstance(block, Paragraph) else ()


def _plain(block: InnerBlock) -> InnerBlock:
    if not isinstance(block, Paragraph):
        return block
    return Paragraph(tuple(replace(run, bold=False) for run in block.runs))
