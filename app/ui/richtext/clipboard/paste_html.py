"""The regular HTML that nh3 puts out -> lines and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any

from app.models.richtext import ListStyle, Run
from app.ui.richtext.clipboard.paste_table import TableBuilder
from app.ui.richtext.clipboard.paste_words import WordLists, Words, marked_words
from app.ui.richtext.document.assembly import Entry
from app.ui.richtext.document.block_state import BlockRole, BlockState
from app.ui.richtext.document.nesting import Line

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s[^\s=>]+="[^"]*")*)\s*/?>|([^<]+)')
_ATTRIBUTE = re.compile(r'([^\s=>]+)="([^"]*)"')
_BLOCKS = frozenset(
    {
        "p", "div", "li", "blockquote", "pre", "address", "article", "section", "header", "footer",
        "main", "aside", "dl", "dt", "dd", "hr", "figcaption", "caption", "tr", "nav", "center",
        "figure", "form", "fieldset", "legend", "button", "option", "textarea", "details",
        "summary",
        "h1", "h2", "h3", "h4", "h5", "h6",
    }
)  # fmt: skip
_LOOKS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic",
    "u": "underline", "ins": "underline",
}  # fmt: skip
_ROLES = {"h1": BlockRole.HEADING, "caption": BlockRole.TABLE_CAPTION} | dict.fromkeys(
    ("h2", "h3", "h4", "h5", "h6"), BlockRole.SUBHEADING
)
_OL_STYLES: dict[str, ListStyle] = {
    "a": "lower_alpha",
    "A": "lower_alpha",
    "i": "lower_roman",
    "I": "lower_roman",
}
_TAG_MARKS = {"pre": "p", "sup": "^", "sub": "_", "s": "-", "strike": "-", "del": "-"}
_COMMENTS = "#_mso"  # where the marks of Word's comments lead
_SAFE = ("http://", "https://", "mailto:")
MARK = "\ue3a1"  # stands in the words where a picture goes


@dataclass
class _OpenList:
    ordered: bool
    start: int
    style: ListStyle
    point_begins: bool = False
    is_first: bool = True


@dataclass
class _Place:
    """Where lines go: the whole text, or one cell."""

    words: Words = field(default_factory=Words)
    lists: list[_OpenList] = field(default_factory=list)
    word_lists: WordLists = field(default_factory=WordLists)
    quotes: int = 0
    role: BlockRole = BlockRole.TEXT


class HtmlReader:
    """Reads one piece of HTML. Use once. ``pictures`` are the numbers of those it has marked."""

    def __init__(self) -> None:
        self.pictures: list[int] = []
        self._waiting = 0  # pictures that were met in a list, a table, a quotation or a line
        self._place = _Place()
        self._outer: list[_Place] = []
        self._tables: list[TableBuilder] = []
        self._nested_tables = 0
        self._look, self._marks = Run(""), ""
        self._open_tags: list[tuple[str, Run, str]] = []

    def read(self, html: str) -> list[Entry]:
        """All lines and tables in order."""
        for closing, tag, attributes, words in _TOKEN.findall(html):
            if words:
                self._add(unescape(words))
            elif closing:
                self._close(tag)
            else:
                self._open(tag, dict(_ATTRIBUTE.findall(attributes)))
        self._flush()
        while self._tables:
            self._end_table()
        self._put_marks()
        return self._place.words.entries

    def _add(self, words: str) -> None:
        if "h" in self._marks:
            return
        if "x" in self._marks:
            self._place.word_lists.add_label(words)
        else:
            words = marked_words(words, self._marks)
            self._place.words.add(words, self._look, preformatted="p" in self._marks)

    # --- Tags

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "br":
            self._place.words.add("\n", self._look, preformatted=True)
            return
        if tag == "hr":
            self._flush()
            return
        if tag == "img":
            self._wait_with(attributes.get("width", ""))
            return
        self._open_tags.append((tag, self._look, self._marks))
        self._take_marks(tag, attributes)
        if tag in _BLOCKS:
            self._open_block(tag, attributes)
        elif tag in ("ul", "ol"):
            self._open_list(tag, attributes)
        elif tag in ("table", "td", "th"):
            self._open_table_part(tag, attributes)

    def _close(self, tag: str) -> None:
        while self._open_tags:
            opened, look, marks = self._open_tags.pop()
            self._close_one(opened)
            self._look, self._marks = look, marks
            if opened == tag:
                return

    def _close_one(self, tag: str) -> None:
        if tag in _BLOCKS or tag in ("ul", "ol"):
            self._flush()
        if tag == "blockquote":
            self._place.quotes = max(self._place.quotes - 1, 0)
        elif tag in ("ul", "ol") and self._place.lists:
            self._place.lists.pop()
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "table":
            self._flush()
            self._end_table()
        if tag in _ROLES:
            self._place.role = BlockRole.TEXT

    def _take_marks(self, tag: str, attributes: dict[str, str]) -> None:
        """Let the tag and its style change the look of the words inside."""
        if tag not in _LOOKS and not attributes and tag not in _TAG_MARKS:
            return
        style = attributes.get("style", "")
        changes: dict[str, Any] = {}
        if tag in _LOOKS:
            changes[_LOOKS[tag]] = True
        for letter, name in (("b", "bold"), ("i", "italic"), ("u", "underline")):
            if letter in style and tag not in _BLOCKS:
                changes[name] = True
        if "n" in style:
            changes["bold"] = False
        href = unescape(attributes.get("href", ""))
        if href.lower().startswith(_SAFE):
            changes |= {"link": href, "underline": False}
        elif self._look.link:
            changes.pop("underline", None)
        if changes:
            self._look = replace(self._look, **changes)
        self._marks += "".join(mark for mark in style if mark in "xh^_-") + _TAG_MARKS.get(tag, "")
        if href.startswith(_COMMENTS):
            self._marks += "h"

    def _open_block(self, tag: str, attributes: dict[str, str]) -> None:
        self._flush()
        place = self._place
        if tag == "blockquote":
            place.quotes += 1
        elif tag == "li" and place.lists:
            place.lists[-1].point_begins = True
        elif tag == "tr" and self._tables and not self._outer:
            self._tables[-1].open_row()
        if tag in _ROLES:
            place.role = _ROLES[tag]
        if tag == "p":
            self._open_paragraph(attributes)

    def _open_paragraph(self, attributes: dict[str, str]) -> None:
        style, kind = attributes.get("style", ""), attributes.get("class", "")
        level = next((int(mark) for mark in style if mark.isdigit()), 0)
        self._place.word_lists.begin(level)
        if kind == "MsoTitle":
            self._place.words.role = BlockRole.HEADING
        self._place.words.quoted = kind in ("MsoQuote", "MsoIntenseQuote")

    def _open_list(self, tag: str, attributes: dict[str, str]) -> None:
        self._flush()
        start = attributes.get("start", "1")
        style = _OL_STYLES.get(attributes.get("type", ""), "decimal")
        number = int(start) if start.isdigit() else 1
        self._place.lists.append(_OpenList(tag == "ol", number, style))

    # --- Lines

    def _flush(self) -> None:
        if self._place.words.empty():
            self._put_marks()
            return
        state = self._state()
        self._place.words.flush(state)
        self._place.word_lists.begin(0)
        if not state.level:
            self._put_marks()

    # --- Pictures

    def _wait_with(self, number: str) -> None:
        if "h" not in self._marks and number.isdigit():
            self.pictures.append(int(number))
            self._waiting += 1

    def _put_marks(self) -> None:
        """Pictures stand by themselves: below the line, list, table or quotation they were in."""
        place = self._place
        is_within = place.lists or place.quotes or self._outer or self._tables
        if not self._waiting or is_within or place.word_lists.in_point:
            return
        place.word_lists.point()  # what is counted after a picture says where it goes on
        for _picture in range(self._waiting):
            place.words.entries.append(Line(BlockState(), (Run(MARK),)))
        self._waiting = 0

    def _state(self) -> BlockState:
        place = self._place
        quoted = place.quotes > 0 or place.words.quoted
        if place.role is not BlockRole.TEXT or place.words.role is not BlockRole.TEXT:
            return BlockState(max(place.role, place.words.role))
        point = place.word_lists.point()
        if point is not None:
            return replace(point, quoted=quoted)
        if not place.lists:
            return BlockState(quoted=quoted)
        return replace(_list_state(place.lists), quoted=quoted)

    # --- Tables

    def _open_table_part(self, tag: str, attributes: dict[str, str]) -> None:
        self._flush()
        if tag == "table":
            if self._outer:
                self._nested_tables += 1
            else:
                self._tables.append(TableBuilder())
        elif self._tables and not self._nested_tables:
            self._tables[-1].open_cell(tag, attributes)
            self._outer.append(self._place)
            self._place = _Place()

    def _end_cell(self) -> None:
        self._flush()
        if self._outer and not self._nested_tables and self._tables:
            entries = self._place.words.entries
            self._place = self._outer.pop()
            self._tables[-1].close_cell(entries)

    def _end_table(self) -> None:
        if self._nested_tables:
            self._nested_tables -= 1
        elif self._tables:
            if self._outer:
                self._end_cell()
            self._place.words.entries.extend(self._tables.pop().entries())


def _list_state(lists: list[_OpenList]) -> BlockState:
    """The state of a line in the innermost list; the first line of a point begins it."""
    inner = lists[-1]
    begins, inner.point_begins = inner.point_begins, False
    start = inner.start if begins and inner.ordered and inner.is_first else None
    inner.is_first = inner.is_first and not begins
    return BlockState(
        level=len(lists),
        marked=begins,
        ordered=inner.ordered,
        list_style=inner.style if inner.ordered else "decimal",
        start=start,
    )
