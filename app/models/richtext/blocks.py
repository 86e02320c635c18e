"""The block tree: what a formatted text is, independent of screen, paper and file.

Every class is frozen and hashable, so a text can be a column value, be compared and be shared
between threads. Containers inside containers are limited on purpose: list items, quotations and
table cells hold paragraphs and lists only, which every converter (screen, PDF, Word) can carry
without loss.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

ListStyle = Literal["decimal", "decimal_paren", "lower_alpha", "lower_alpha_paren", "lower_roman"]
OBJECT = "\ufffc"  # what Unicode has for something that is no letter


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look. ``\\n`` is a line break inside the paragraph.

    ``link`` is a URL or empty. ``footnote`` is the text of a note whose mark stands after the run.
    ``confidential`` words never reach an open edition.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    confidential: bool = False
    link: str = ""
    footnote: str = ""

    def same_look(self, other: Run) -> bool:
        """True when the two differ in their words alone and may melt together."""
        return not self.footnote and (
            (self.bold, self.italic, self.underline, self.confidential, self.link)
            == (other.bold, other.italic, other.underline, other.confidential, other.link)
        )


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    runs: Runs = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; ``level`` is 1 or 2."""

    runs: Runs
    level: int = 1


@dataclass(frozen=True, slots=True)
class ListItem:
    """One point of a list: its paragraph, then further paragraphs and nested lists."""

    blocks: tuple[InnerBlock, ...]


@dataclass(frozen=True, slots=True)
class List:
    """A bulleted or numbered list. ``start`` and ``style`` matter for numbered lists only."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    style: ListStyle = "decimal"


InnerBlock = Paragraph | List


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words, set apart; ``author`` is whose, or empty."""

    blocks: tuple[InnerBlock, ...]
    author: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    blocks: tuple[InnerBlock, ...] = ()


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A rectangular table; its ``header_rows`` repeat over pages, ``caption`` stands above."""

    rows: tuple[Row, ...]
    header_rows: int = 1
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the attachment store; ``alternative`` is read aloud in its place.

    A ``confidential`` picture never reaches an open edition, nor does its caption.
    """

    sha256: str
    alternative: str
    caption: str = ""
    confidential: bool = False

    def stand_in(self) -> Runs:
        """The one run that a confidential picture is to whoever looks at runs; of others none."""
        words = self.caption or self.alternative or OBJECT
        return (Run(words, confidential=True),) if self.confidential else ()


Block = Paragraph | Heading | List | Quote | Table | Image


@dataclass(frozen=True, slots=True)
class RichText:
    """A whole formatted text. Empty text is ``EMPTY``, never ``None``."""

    blocks: tuple[Block, ...] = ()

    def __bool__(self) -> bool:
        """False when there is nothing to read in it."""
        return any(run.text.strip() or run.footnote for run in iter_runs(self)) or any(
            isinstance(block, Image) for block in self.blocks
        )


EMPTY = RichText()


def text_of(words: str, *, bold: bool = False) -> RichText:
    """One plain paragraph a line of ``words``; the quick way to make a text by hand."""
    lines = [line for line in words.split("\n") if line.strip()]
    return RichText(tuple(Paragraph((Run(line, bold=bold),)) for line in lines))


def iter_runs(text: RichText) -> Iterator[Run]:
    """Every run of the text in reading order; a confidential picture is a run of its words."""
    for block in text.blocks:
        yield from _runs_of(block)


def _runs_of(block: Block | Cell | ListItem) -> Iterator[Run]:
    match block:
        case Paragraph(runs=runs) | Heading(runs=runs):
            yield from runs
        case List(items=items):
            for item in items:
                yield from _runs_of(item)
        case Quote(blocks=blocks) | Cell(blocks=blocks) | ListItem(blocks=blocks):
            for inner in blocks:
                yield from _runs_of(inner)
        case Table(rows=rows):
            for row in rows:
                for cell in row:
                    yield from _runs_of(cell)
        case Image():
            yield from block.stand_in()
