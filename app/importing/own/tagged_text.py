"""Elements of a tagged paper of this program -> structured text, with looks, links and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.i18n import _
from app.importing.pdf.tagged import Element, Words
from app.models.richtext import (
    Block,
    Cell,
    Heading,
    InnerBlock,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    Quote,
    RichText,
    Row,
    Run,
    Runs,
    Table,
    map_runs,
    normalise,
    number_label,
    runs_text,
)

_SANS = "Sans"
"""In the names of fonts that set what is told about a text, not the text: labels, authors."""
_STYLES: dict[str, tuple[ListStyle, ...]] = {
    "Decimal": ("decimal", "decimal_paren"),
    "LowerAlpha": ("lower_alpha", "lower_alpha_paren"),
    "LowerRoman": ("lower_roman",),
}
_MOST_POINTS = 1000
_BY = "– "


def tell_notes(elements: Sequence[Element]) -> None:
    """Put the words of each footnote of a part where its mark is; both stand in one order.

    The mark of confidential words is confidential.
    """
    marks = [mark for one in elements for mark in _references(one)]
    notes = [one for one in elements if one.tag == "Note"]
    for mark, note in zip(marks, notes, strict=False):
        mark.alternative = " ".join(words.text for words in note.elements("P"))
        if holds_confidential(note):
            mark.kids = [replace(one, dotted=True) for one in mark.words()]


def _references(element: Element) -> Iterator[Element]:
    if element.tag == "Reference":
        yield element
    for kid in element.elements():
        yield from _references(kid)


def text_of_elements(elements: Sequence[Element]) -> RichText:
    """The structured text that the elements show; notes stand where their marks are."""
    return normalise(RichText(tuple(blocks_of_elements(elements))))


def blocks_of_elements(elements: Sequence[Element]) -> Iterator[Block]:
    """A block for each element but the notes."""
    for index, element in enumerate(elements):
        captions = [one for one in elements[index + 1 : index + 2] if one.tag == "Caption"]
        match element.tag:
            case "Note" | "Caption":
                continue
            case "Table":
                yield _table(element)
            case "BlockQuote":
                yield _quote(element)
            case "Figure":
                yield _picture(element, captions)
            case "L" if not _is_plain(element):
                yield from _points_apart(element)
            case tag if tag[:1] == "H" and tag[1:].isdigit():
                yield _heading(element)
            case _:
                yield _inner(element)


def is_label(element: Element) -> bool:
    """True for the label of a part: a heading in the face that texts are not set in."""
    return element.tag == "H3" and all(_SANS in one.face for one in element.words())


def runs_of(element: Element) -> Runs:
    """The words of a paragraph with their looks."""
    return _trimmed(list(_runs(element)))


def _runs(element: Element, link: str = "") -> Iterator[Run]:
    for kid in element.kids:
        if isinstance(kid, Words):
            yield _run(kid, link)
        elif kid.tag == "Reference":
            words = kid.alternative or kid.text
            yield Run("", footnote=words, confidential=holds_confidential(kid))
            yield Run(" " if _ends_line(kid) else "")
        else:
            yield from _runs(kid, kid.target)


def _ends_line(element: Element) -> bool:
    """True for a mark with the space to the next line's word behind it."""
    return "".join(one.text for one in element.words()).endswith(" ")


def _run(words: Words, link: str) -> Run:
    return Run(
        words.text,
        bold="Bold" in words.face,
        italic="Italic" in words.face,
        underline=words.underlined and not link,
        confidential=words.dotted,
        link=link,
    )


def _trimmed(runs: list[Run]) -> Runs:
    """The runs without the white space around them; a note belongs to the run before it.

    A confidential one stands alone behind open words.
    """
    out: list[Run] = []
    for run in runs:
        is_led = bool(out) and not out[-1].footnote
        if run.footnote and is_led and out[-1].confidential >= run.confidential:
            out[-1] = replace(out[-1], footnote=run.footnote)
        elif run.text or run.footnote:
            out.append(run)
    if out:
        out[0] = replace(out[0], text=out[0].text.lstrip())
        out[-1] = replace(out[-1], text=out[-1].text.rstrip())
    return tuple(out)


def _plain_looks(runs: Runs, *, bold: bool = False, italic: bool = False) -> Runs:
    """The runs without the looks that all words in such a place have."""
    return tuple(
        replace(run, bold=run.bold and not bold, italic=run.italic and not italic) for run in runs
    )


def _heading(element: Element) -> Heading:
    runs = runs_of(element)
    level = 2 if runs and all(run.italic for run in runs) else 1
    return Heading(_plain_looks(runs, bold=True, italic=level == 2), level)


def _inner(element: Element) -> InnerBlock:
    return _list(element) if element.tag == "L" else Paragraph(runs_of(element))


def inner_blocks(element: Element) -> tuple[InnerBlock, ...]:
    """Paragraphs and lists inside a point, a cell or a quotation."""
    return tuple(_inner(one) for one in element.elements("P", "L"))


def _list(element: Element) -> List:
    points = element.elements("LI")
    items = tuple(_item(one) for one in points)
    start, style = _numbering(element.numbering, mark_of_point(points[0]) if points else "")
    return List(items, ordered=True, start=start, style=style) if start else List(items)


def mark_of_point(element: Element) -> str:
    """What stands before a point of a list."""
    return "".join(one.text for one in element.elements("Lbl"))


def blocks_of_point(element: Element) -> list[Block]:
    """What a point of a list says; an answer to a point may hold more than a list's point can."""
    bodies = element.elements("LBody")
    return [block for one in bodies for block in blocks_of_elements(one.elements())]


def _item(element: Element) -> ListItem:
    bodies = element.elements("LBody")
    return ListItem(tuple(block for one in bodies for block in inner_blocks(one)))


def _is_plain(element: Element) -> bool:
    """True for a list whose points hold paragraphs and lists only."""
    bodies = [body for point in element.elements("LI") for body in point.elements("LBody")]
    return all(one.tag in ("P", "L") for body in bodies for one in body.elements())


def _points_apart(element: Element) -> Iterator[Block]:
    """The points of a list each by itself, with what a list cannot hold behind them."""
    for point in element.elements("LI"):
        own = Element("L", [point], element.numbering)
        yield _list(own)
        yield from (
            block for block in blocks_of_point(point) if not isinstance(block, (Paragraph, List))
        )


def _numbering(numbering: str, mark: str) -> tuple[int, ListStyle]:
    """Number and style of a list's first mark; 0 for a bullet."""
    for style in _STYLES.get(numbering, ()):
        for number in range(1, _MOST_POINTS):
            if number_label(number, style) == mark:
                return number, style
    return (1 if numbering in _STYLES else 0), "decimal"


def _quote(element: Element) -> Quote:
    own = element.elements("P", "L")
    author = ""
    if len(own) > 1 and own[-1].text.startswith(_BY) and _is_told(own[-1]):
        author = own.pop().text.removeprefix(_BY)
    inner = tuple(_inner(one) for one in own)
    told = RichText(inner)
    return Quote(_without_italics(told), author)


def _without_italics(text: RichText) -> tuple[InnerBlock, ...]:
    plain_text = map_runs(text, lambda runs: _plain_looks(runs, italic=True))
    return tuple(block for block in plain_text.blocks if isinstance(block, (Paragraph, List)))


def _is_told(element: Element) -> bool:
    return all(_SANS in one.face for one in element.words())


def _table(element: Element) -> Table:
    caption = " ".join(one.text for one in element.elements("Caption"))
    heads = [row for part in element.elements("THead") for row in part.elements("TR")]
    rows = [row for part in element.elements("TBody") for row in part.elements("TR")]
    return Table(
        tuple(_row(row) for row in [*heads, *rows]), header_rows=len(heads), caption=caption
    )


def _row(element: Element) -> Row:
    return tuple(Cell(_cell(cell)) for cell in element.elements("TH", "TD"))


def _cell(element: Element) -> tuple[InnerBlock, ...]:
    blocks = inner_blocks(element)
    if element.tag == "TD":
        return blocks
    return tuple(
        Paragraph(_plain_looks(one.runs, bold=True)) if isinstance(one, Paragraph) else one
        for one in blocks
    )


def _picture(element: Element, captions: Sequence[Element]) -> Paragraph:
    """A picture is not taken along: its words stand in its place, confidential as it was."""
    told = [element.alternative, *(one.text for one in captions)]
    words = _("[Picture is missing: {words}]").format(words=" – ".join(dict.fromkeys(told)))
    return Paragraph((Run(words, confidential=holds_confidential(element)),))


def first_words(block: Block) -> Run:
    """The first run of a paragraph; an empty one of anything else, and of confidential words."""
    first = block.runs[0] if isinstance(block, Paragraph) and block.runs else Run("")
    return Run("") if first.confidential else first


def words_of(block: Block) -> str:
    """A paragraph or heading as one line, to be kept without its looks.

    Nothing for another block, and for one that holds confidential words: these would be open.
    """
    runs = block.runs if isinstance(block, (Paragraph, Heading)) else ()
    return "" if any(run.confidential for run in runs) else " ".join(runs_text(runs).split())


def holds_confidential(element: Element) -> bool:
    """True where words or a picture of the element are confidential."""
    return any(one.dotted for one in element.words())


def without_first(block: Block, first: Run, words: str) -> Block:
    """The paragraph without the words it begins with."""
    assert isinstance(block, Paragraph)
    rest = replace(first, text=first.text.removeprefix(words).lstrip())
    runs = [one for one in (rest, *block.runs[1:]) if one.text or one.footnote]
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
    return Paragraph(tuple(runs))
