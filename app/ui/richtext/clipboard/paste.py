"""Pasted HTML and plain text -> block tree. Nothing is fetched, no style survives, no word is lost.

HTML goes through nh3 (scripts, pictures and foreign tags go, styles shrink to the few marks below)
and then, being regular, through the small parser of ``paste_html``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

import nh3

from app.models.richtext import RichText, Run, normalise
from app.ui.richtext.clipboard.clip_pictures import Clip, Source
from app.ui.richtext.clipboard.paste_html import MARK, HtmlReader
from app.ui.richtext.document.assembly import assemble
from app.ui.richtext.document.block_state import BlockState
from app.ui.richtext.document.nesting import Line

_TAGS = {
    "p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "thead",
    "tbody", "tfoot", "tr", "th", "td", "caption", "blockquote", "b", "strong", "i", "em", "cite",
    "u", "ins", "a", "span", "pre", "address", "article", "section", "header", "footer", "main",
    "aside", "dl", "dt", "dd", "hr", "figcaption", "img", "sup", "sub", "nav", "center", "figure",
    "form", "fieldset", "legend", "button", "option", "textarea", "details", "summary",
    "s", "strike", "del",
}  # fmt: skip
_GONE = {"script", "style", "title", "noscript", "template", "svg", "math", "xml"}
_ATTRIBUTES = {
    "*": {"style"},
    "p": {"style", "class"},
    "a": {"href"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "img": {"width"},
}
_MARKS = (
    (re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.I), "b"),
    (re.compile(r"font-weight:\s*(?:normal|[1-4]00)", re.I), "n"),
    (re.compile(r"font-style:\s*italic", re.I), "i"),
    (re.compile(r"text-decoration[a-z-]*:[^;]*underline", re.I), "u"),
    (re.compile(r"text-decoration[a-z-]*:[^;]*line-through", re.I), "-"),
    (re.compile(r"mso-list:\s*ignore", re.I), "x"),
    (re.compile(r"vertical-align:\s*super", re.I), "^"),
    (re.compile(r"vertical-align:\s*sub", re.I), "_"),
    (re.compile(r"display:\s*none|mso-hide:\s*all", re.I), "h"),
    (re.compile(r"mso-element:\s*comment-list|mso-special-character:\s*comment", re.I), "h"),
)
_WORD_LEVEL = re.compile(r"mso-list:[^;]*?level(\d)", re.I)
_KEPT_CLASSES = {"MsoTitle", "MsoQuote", "MsoIntenseQuote"}
# Cut away before nh3 reads on: most of a Word clip's bytes. Beginning and end of each kind.
_BALLAST = (
    (re.compile(r"<style\b", re.I), re.compile(r"</style\s*>", re.I)),
    (re.compile(r"<xml\b", re.I), re.compile(r"</xml\s*>", re.I)),
    (re.compile(r"<img\b", re.I), re.compile(r">")),
)

_ATTRIBUTE = re.compile(
    r"""(src|alt|width|height)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I
)
_TAG_END = re.compile(r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_SPECK = {"0", "1", "2"}  # px; what counts readers, or keeps things apart

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BULLET = re.compile(r"(\s*)[-•*–·▪◦]\s+(.*)")
_NUMBER = re.compile(r"(\s*)(\d{1,3})[.)]\s+(.*)")
_INDENT = 2  # blanks that make a plain text point one level deeper; a tab counts as four


def from_html(html: str) -> RichText:
    """The text of a piece of HTML from another program, without its pictures."""
    html = _cut(html.replace(MARK, ""), *_BALLAST[-1])
    return normalise(RichText(tuple(assemble(HtmlReader().read(clean(html))))))


def clip_from_html(html: str) -> Clip:
    """The same with the pictures that were among the words, those that nobody sees left out."""
    for begin, end in _BALLAST[:-1]:
        html = _cut(html, begin, end)
    marked, sources = _number_pictures(html.replace(MARK, ""))
    reader = HtmlReader()
    text = normalise(RichText(tuple(assemble(reader.read(clean(marked))))))
    found = [sources[number] for number in reader.pictures if number < len(sources)]
    return Clip(text, tuple(found))


def _number_pictures(html: str) -> tuple[str, list[Source]]:
    """Each picture as ``<img width="its number">``, in linear time."""
    kept: list[str] = []
    sources: list[Source] = []
    begin, end = _BALLAST[-1]
    at, is_quoted_well = 0, True
    for found in begin.finditer(html):
        if found.start() < at:
            continue
        closed = _TAG_END.match(html, found.end()) if is_quoted_well else None
        if closed is None:
            is_quoted_well, closed = False, end.search(html, found.end())
        if closed is None:
            break
        kept.append(html[at : found.start()])
        values = dict(_attributes_of(html[found.end() : closed.end() - 1]))
        if not _SPECK.isdisjoint({values.get("width"), values.get("height")}):
            values = {}
        if values:
            kept.append(f'<img width="{len(sources)}">')
            sources.append(Source(values.get("src", "").strip(), values.get("alt", "").strip()))
        at = closed.end()
    return "".join([*kept, html[at:]]), sources


def _attributes_of(words: str) -> Iterator[tuple[str, str]]:
    for name, double, single, bare in _ATTRIBUTE.findall(words):
        yield name.lower(), unescape(double or single or bare)


def clean(html: str) -> str:
    """Safe HTML of a few tags; ``style`` holds a letter a mark, ``1``–``9`` for Word's levels.

    Of pictures only the number that ``_number_pictures`` gave them is left.
    """
    for begin, end in _BALLAST[:-1]:
        html = _cut(html, begin, end)
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_GONE,
        attributes=_ATTRIBUTES,
        attribute_filter=_shrink,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )


def _cut(html: str, begin: re.Pattern[str], end: re.Pattern[str]) -> str:
    """Without what stands from ``begin`` to ``end``; in linear time, whatever is left open."""
    kept, at = [], 0
    for found in begin.finditer(html):
        if found.start() < at:
            continue
        closed = end.search(html, found.end())
        if closed is None:
            break
        kept.append(html[at : found.start()])
        at = closed.end()
    return "".join([*kept, html[at:]])


@lru_cache(maxsize=4096)
def _shrink(_tag: str, name: str, value: str) -> str | None:
    if name == "class":
        return value if value in _KEPT_CLASSES else None
    if name != "style":
        return value
    marks = "".join(mark for pattern, mark in _MARKS if pattern.search(value))
    level = _WORD_LEVEL.search(value)
    return (marks + (level.group(1) if level else "")) or None


def from_plain(words: str) -> RichText:
    """A paragraph a line; lines with a bullet, or with numbers from 1 on, become lists."""
    counter = _PlainLists()
    parts = [part for part in _LINE_END.split(words) if part.strip()]
    lines = [counter.line(part) for part in parts]
    if len(parts) == 1 and not lines[0].state.level:  # words for the middle of a line
        lines = [Line(BlockState(), (Run(parts[0]),))]
    return normalise(RichText(tuple(assemble(lines))))


class _PlainLists:
    """Tells points from paragraphs, line by line."""

    def __init__(self) -> None:
        self._indents: list[int] = []
        self._numbers: dict[int, int] = {}

    def line(self, words: str) -> Line:
        """What a line that is not blank is."""
        bullet, number = _BULLET.fullmatch(words), _NUMBER.fullmatch(words)
        if bullet:
            return self._point(bullet.group(1), bullet.group(2))
        if number:
            level, count = self._level(number.group(1)), int(number.group(2))
            if count == 1 or self._numbers.get(level) == count - 1:
                return self._point(number.group(1), number.group(3), count)
        self._indents, self._numbers = [], {}
        return Line(BlockState(), (Run(words.strip()),))

    def _point(self, blanks: str, words: str, number: int | None = None) -> Line:
        level = self._level(blanks)
        self._indents = [*self._indents[: level - 1], _width(blanks)]
        self._numbers = {deep: kept for deep, kept in self._numbers.items() if deep < level}
        if number is not None:
            self._numbers[level] = number
        start = 1 if number == 1 else None
        state = BlockState(level=level, marked=True, ordered=number is not None, start=start)
        return Line(state, (Run(words.strip()),))

    def _level(self, blanks: str) -> int:
        shallower = [indent for indent in self._indents if indent + _INDENT <= _width(blanks)]
        return len(shallower) + 1


def _width(blanks: str) -> int:
    return len(blanks.expandtabs(4))
