"""Where and how a text is set, and its runs as spans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.models.richtext import Runs
from app.reports import style
from app.reports.images import ImageResolver, no_images
from app.reports.layout.lines import Align
from app.reports.layout.words import Span
from app.reports.style import TextStyle
from app.reports.tagged import Node

_OPENABLE = ("https://", "http://", "mailto:")


@dataclass(frozen=True)
class Note:
    """A footnote; ``is_closed`` says that it is confidential, as only a full edition has one."""

    number: str
    words: str
    destination: str
    is_closed: bool


@dataclass
class Notes:
    """Footnotes gathered on the way, printed at the end of the section they stand in."""

    prefix: str
    texts: list[Note] = field(default_factory=list)

    def add(self, words: str, *, is_closed: bool) -> Note:
        """A new note with the next number."""
        number = str(len(self.texts) + 1)
        self.texts.append(Note(number, words, f"{self.prefix}-note-{number}", is_closed))
        return self.texts[-1]


@dataclass(frozen=True)
class Setting:
    """Where and how a text is set: column, style, structure parent, notes, pictures."""

    node: Node
    x: float = style.TEXT_X
    width: float = style.TEXT_WIDTH
    text_style: TextStyle = style.BODY
    number_style: TextStyle = style.LIST_NUMBER
    paragraph_gap: float = style.PARAGRAPH_GAP
    point_gap: float = style.POINT_GAP
    align: Align = "left"
    level: int = 3
    depth: int = 0
    notes: Notes = field(default_factory=lambda: Notes("text"))
    images: ImageResolver = no_images

    def inside(self, node: Node, indent: float = 0.0) -> Setting:
        """The same, further in (as far as a readable column remains) and below another node."""
        indent = min(indent, max(self.width - style.LEAST_WIDTH, 0.0))
        return replace(self, node=node, x=self.x + indent, width=self.width - indent)


def spans_of(runs: Runs, base: TextStyle, node: Node, notes: Notes) -> list[Span]:
    """Runs as spans; links and note marks get inline nodes of their own below ``node``."""
    return list(_spans(runs, base, node, notes))


def _spans(runs: Runs, base: TextStyle, node: Node, notes: Notes) -> Iterator[Span]:
    link: Node | None = None
    address = ""
    for run in runs:
        look, closed = _look(base, bold=run.bold, italic=run.italic), run.confidential
        if closed:  # only a full edition has such runs
            look = closed_look(look)
        if run.link.startswith(_OPENABLE):
            if link is None or run.link != address:
                link, address = node.inline("Link"), run.link
            look = look if closed else replace(look, colour=style.FJORD)
            yield Span(run.text, look, link, underline=True, is_dotted=closed, target=run.link)
        else:
            link, address = None, ""
            yield Span(run.text, look, underline=run.underline, is_dotted=closed)
        if run.footnote:
            yield _note_mark(notes.add(run.footnote, is_closed=closed), base, node)


def _look(base: TextStyle, *, bold: bool, italic: bool) -> TextStyle:
    if not (bold or italic):
        return base
    return replace(base, face=style.EMPHASIS.get((base.face, bold, italic), base.face))


def _note_mark(note: Note, base: TextStyle, node: Node) -> Span:
    look = replace(style.LIST_NUMBER, size=base.size * style.NOTE_MARK_SCALE)
    look = closed_look(look) if note.is_closed else look
    link = node.inline("Reference").inline("Link")
    rise = base.size * style.NOTE_MARK_RISE
    target = f"#{note.destination}"
    return Span(note.number, look, link, is_dotted=note.is_closed, target=target, rise=rise)


def closed_look(look: TextStyle) -> TextStyle:
    """The look of confidential words, which have dots under them too."""
    return replace(look, colour=style.HEATHER)
