"""Tables in the text: insert, walk through, grow and shrink. Each is one undo step."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextTable

from app.ui.richtext.document.block_state import BlockState, block_format
from app.ui.richtext.document.style import EditorStyle
from app.ui.richtext.document.writer import table_format


def insert_table(cursor: QTextCursor, rows: int, columns: int, style: EditorStyle) -> None:
    """A table below the cursor's block, the cursor in its first cell. Not inside tables."""
    if cursor.currentTable() is not None:
        return
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    table = cursor.insertTable(rows, columns, table_format(style, header_rows=1))
    _dress(table, range(rows), range(columns), style)
    after = QTextCursor(cursor.document())
    after.setPosition(table.lastPosition() + 1)
    if after.block().length() == 1:
        after.setBlockFormat(block_format(BlockState(), style))
    cursor.endEditBlock()
    cursor.setPosition(table.cellAt(0, 0).firstPosition())


def step_cell(cursor: QTextCursor, style: EditorStyle, *, forward: bool) -> None:
    """Go to the next or previous cell; beyond the last one a row is added."""
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    index = cell.row() * table.columns() + cell.column() + (1 if forward else -1)
    if index < 0:
        return
    if index >= table.rows() * table.columns():
        add_row(cursor, style, below=True)
    row, column = divmod(index, table.columns())
    cursor.setPosition(table.cellAt(row, column).firstPosition())


def add_row(cursor: QTextCursor, style: EditorStyle, *, below: bool) -> None:
    """A row beside the cursor's."""
    table = cursor.currentTable()
    row = table.cellAt(cursor).row() + (1 if below else 0)
    cursor.beginEditBlock()
    table.insertRows(row, 1)
    _dress(table, range(row, row + 1), range(table.columns()), style)
    cursor.endEditBlock()


def add_column(cursor: QTextCursor, style: EditorStyle, *, right: bool) -> None:
    """A column beside the cursor's."""
    table = cursor.currentTable()
    column = table.cellAt(cursor).column() + (1 if right else 0)
    cursor.beginEditBlock()
    table.insertColumns(column, 1)
    _dress(table, range(table.rows()), range(column, column + 1), style)
    cursor.endEditBlock()


def remove_row(cursor: QTextCursor) -> None:
    """Take the cursor's row away, or all that are marked; with the last row the table goes."""
    table, (rows, _columns) = cursor.currentTable(), _marked(cursor)
    if len(rows) == table.rows():
        remove_table(cursor)
        return
    cursor.beginEditBlock()
    table.removeRows(rows.start, len(rows))
    cursor.endEditBlock()


def remove_column(cursor: QTextCursor) -> None:
    """Take the cursor's column away, or all that are marked; with the last one the table goes."""
    table, (_rows, columns) = cursor.currentTable(), _marked(cursor)
    if len(columns) == table.columns():
        remove_table(cursor)
        return
    cursor.beginEditBlock()
    table.removeColumns(columns.start, len(columns))
    cursor.endEditBlock()


def remove_table(cursor: QTextCursor) -> None:
    """Take the whole table away. Qt would join the paragraphs above and below it."""
    table, seam = cursor.currentTable(), QTextCursor(cursor.document())
    seam.setPosition(table.firstPosition() - 1)
    above, below = seam.block(), cursor.document().findBlock(table.lastPosition() + 1)
    has_above, has_below = above.length() > 1, below.length() > 1
    above_look, below_look = above.blockFormat(), below.blockFormat()
    cursor.beginEditBlock()
    table.removeRows(0, table.rows())
    if has_above and has_below:
        seam.insertBlock(below_look)
    else:
        seam.setBlockFormat(above_look if has_above else below_look)
    cursor.endEditBlock()


def _marked(cursor: QTextCursor) -> tuple[range, range]:
    """Rows and columns that are marked, otherwise those of the cursor's cell."""
    marked: tuple[int, int, int, int] = cursor.selectedTableCells()  # type: ignore[assignment]
    row, row_count, column, column_count = marked
    if row < 0:
        cell = cursor.currentTable().cellAt(cursor)
        return range(cell.row(), cell.row() + 1), range(cell.column(), cell.column() + 1)
    return range(row, row + row_count), range(column, column + column_count)


def _dress(table: QTextTable, rows: range, columns: range, style: EditorStyle) -> None:
    """New cells get the measures of cells; Qt gives them those of a neighbour or none."""
    made = block_format(BlockState(), style, in_cell=True)
    for row in rows:
        for column in columns:
            table.cellAt(row, column).firstCursorPosition().setBlockFormat(made)
