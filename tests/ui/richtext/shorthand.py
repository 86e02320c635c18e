"""Texts in few words, for tests."""

from app.models.richtext import (
    Block,
    Cell,
    InnerBlock,
    List,
    ListItem,
    Paragraph,
    RichText,
    Run,
    Table,
)


def p(*pieces: str | Run) -> Paragraph:
    return Paragraph(tuple(Run(piece) if isinstance(piece, str) else piece for piece in pieces))


def item(*pieces: str | InnerBlock) -> ListItem:
    return ListItem(tuple(p(piece) if isinstance(piece, str) else piece for piece in pieces))


def bullets(*points: str | ListItem) -> List:
    return List(tuple(item(point) if isinstance(point, str) else point for point in points))


def numbers(*points: str | ListItem, start: int = 1, style: str = "decimal") -> List:
    return List(bullets(*points).items, ordered=True, start=start, style=style)


def table(*rows: tuple[str, ...], head: int = 1) -> Table:
    cells = tuple(tuple(Cell((p(w),) if w else ()) for w in row) for row in rows)
    return Table(cells, head)


def text(*blocks: Block | str) -> RichText:
    return RichText(tuple(p(block) if isinstance(block, str) else block for block in blocks))
