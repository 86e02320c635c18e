"""Lines of a paper: what was printed, where, and what the blank space around it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from unicodedata import normalize

from app.importing.vocabulary import ITEM_WORD, label_of

_GLYPHS = str.maketrans(
    {
        "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ",
        "\u200b": None, "\u200c": None, "\u200d": None, "\ufeff": None, "\u2060": None,
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
        "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "▪", "\uf0fc": "▪", "\uf02d": "-", "\uf0a8": "▪",
        "\u2010": "-", "\u2011": "-", "\t": "\t",
    }
)  # fmt: skip
FULL, ROOMY = "\ue000", "\ue001"
"""Behind a line that had no room for the next word, or had it, where the page itself tells."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_DIGITS = re.compile(r"\d+")
_LONGEST_WRAPPED, _UNWRAPPED = 150, 100_000
_SPACES = re.compile(r"\s+")
_STRETCHED = re.compile(r"\S  +(?=\S)")
_COLUMNS = re.compile(r"\S {3,}(?=\S)")
_SPACED_LETTERS = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){3,}(?= ?:?$)")
STAMP = re.compile(
    r"^(?:Punkt|Pkt\.?) ?(?P<item>\d+),? Bilag ?(?P<number>\d+)\s?:\s*(?P<title>.*)$"
)
"""What is printed at the foot of each page of something attached to another meeting."""
_FOOT_GAP = 2
_WIDEST_MARGIN, _MOST_LINES = 3, 0.6
"""Spaces that may be a margin where most lines have them, and how many lines are most."""
_POINT_LINES = 4
"""As many lines a point of a list may have before the next one."""
_SOFT_HYPHEN = re.compile("\u00ad(?=\\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line.

    ``number`` counts the lines of the source from 1, blank ones too; ``gap`` is the number of blank
    lines before it on its page; ``raw`` keeps inner spacing (tables), ``text`` has it folded.
    ``is_full`` tells whether the next word had no room on it; None where that is not known.
    """

    number: int
    page: int
    raw: str
    text: str
    gap: int = 0
    starts_page: bool = False
    is_full: bool | None = None

    @property
    def indent(self) -> int:
        """Leading spaces as printed."""
        return len(self.raw) - len(self.raw.lstrip())

    @property
    def width(self) -> int:
        """Signs from first to last, spaces folded."""
        return len(self.text)

    @property
    def justified(self) -> bool:
        """True when its spaces were stretched to fill the line, and set no columns apart."""
        bare = self.raw.strip()
        return len(_STRETCHED.findall(bare)) > 1 and not _COLUMNS.search(bare)


def clean(raw: str) -> str:
    """Glyphs of fonts and word processors as ordinary signs; inner spacing is kept."""
    text = normalize("NFC", _CONTROL.sub("", raw.translate(_GLYPHS)).rstrip())
    return _with_whole_words(_SOFT_HYPHEN.sub("", text))


def _with_whole_words(text: str) -> str:
    """The line without the spaces between the letters of a word set wide: "R e f e r a t"."""
    bare = text.strip()
    found = _SPACED_LETTERS.match(bare)
    if found is None or bare[1:] not in (bare[1:].upper(), bare[1:].lower()):
        return text
    return text[: len(text) - len(text.lstrip())] + bare.replace(" ", "")


def fold(text: str) -> str:
    """All white space as single spaces."""
    return _SPACES.sub(" ", text).strip()


def make_lines(pages: Iterable[str]) -> tuple[Line, ...]:
    """The non-blank lines of a paper given page by page.

    A form feed starts a page. So does, in text extracted elsewhere, a line set in by one space that
    follows directly upon another line (domain.md, "About the extracts"), and the one below a stamp.
    """
    lines: list[Line] = []
    number, page = 0, 0
    for page_text in _without_margin(list(pages)):
        page += 1
        gap, fresh = 0, True
        for raw in page_text.split("\n"):
            number += 1
            is_full = {FULL: True, ROOMY: False}.get(raw[-1:])
            cleaned = clean(raw.rstrip(FULL + ROOMY))
            if not cleaned.strip():
                gap += 1
                continue
            below_stamp = bool(lines) and gap >= _FOOT_GAP and STAMP.match(lines[-1].text)
            if below_stamp or _silent_page_start(cleaned, gap, fresh, lines[-_POINT_LINES:]):
                page, fresh = page + 1, True
            lines.append(Line(number, page, cleaned, fold(cleaned), gap, fresh, is_full))
            gap, fresh = 0, False
    return tuple(_with_lone_marks(_without_lone_indents(lines)))


_LONE_MARK = re.compile(r"^(?:[•▪◦●○■*]|\d{1,2}[.)]|[a-z][.)])$")


def _with_lone_marks(lines: list[Line]) -> list[Line]:
    """The lines, with the mark of a point that stands alone above it put before its words."""
    out: list[Line] = []
    for line in lines:
        mark = out[-1] if out else None
        if mark and _LONE_MARK.match(mark.text) and _adjoins(mark, line):
            raw = f"{mark.raw} {line.raw.lstrip()}"
            text = f"{mark.text} {line.text}"
            out[-1] = replace(mark, raw=raw, text=text, is_full=line.is_full)
        else:
            out.append(line)
    return out


def _without_lone_indents(lines: list[Line]) -> list[Line]:
    """The lines; one whole sentence set in by a space, the lines around it not, began a page."""
    out = list(lines)
    for index in range(1, len(lines) - 1):
        line = lines[index]
        around = [
            one.indent
            for one in (lines[index - 1], lines[index + 1])
            if not one.starts_page and not _OPENS.match(one.raw)
        ]
        alone = line.indent == 1 and line.gap and 1 not in around
        whole = line.text.endswith((".", ":")) and not _below_point(lines[:index])
        if alone and (whole or _opens_section(lines, index)):
            out[index] = replace(line, raw=line.text)
    return out


def _opens_section(lines: list[Line], index: int) -> bool:
    """True right below a label, where no other line near is set in: there is no list of one."""
    near = lines[index + 1 : index + 1 + _POINT_LINES]
    return label_of(lines[index - 1].text) is not None and all(one.indent != 1 for one in near)


def _below_point(before: list[Line]) -> bool:
    """True right below a line set in by one space that goes on in small letters."""
    for line in reversed(before[-_POINT_LINES:]):
        if line.indent or line.starts_page or not line.text[:1].islower():
            return line.indent == 1 and line is not before[-1] and not line.starts_page
    return False


def _adjoins(mark: Line, line: Line) -> bool:
    """A number alone may also be the last word of a sentence: its words stand right below it."""
    return not line.starts_page and line.gap < (1 if mark.text[0].isalnum() else 2)


def _without_margin(pages: list[str]) -> list[str]:
    """The pages without the spaces that stand before every line of them, or before most."""
    indents = [
        len(raw) - len(raw.lstrip(" "))
        for text in pages
        for raw in text.split("\n")
        if clean(raw).strip()
    ]
    margin = min(indents, default=0)
    usual, count = Counter(indents).most_common(1)[0] if indents else (0, 0)
    if usual <= _WIDEST_MARGIN and count >= len(indents) * _MOST_LINES:
        margin = max(margin, usual)
    elif margin < 2:
        return pages
    own = [[(raw, len(raw) - len(raw.lstrip(" "))) for raw in text.split("\n")] for text in pages]
    return ["\n".join(raw[min(margin, indent) :] for raw, indent in lines) for lines in own]


_BULLET = re.compile(r"^\s*[-–▪o*]\s")
_OPENS = re.compile(rf"^ (?:(?i:{ITEM_WORD})|Mødet?|Side|Åben|Lukket)\b|^ \S.* Møde den \d")


def _silent_page_start(raw: str, gap: int, fresh: bool, before: list[Line]) -> bool:
    if fresh or gap or not raw.startswith(" ") or raw.startswith("  "):
        return False
    opens = _OPENS.match(raw) or label_of(raw.strip())
    return not _BULLET.match(raw) and (bool(opens) or not _in_list(before))


def _in_list(before: list[Line]) -> bool:
    """True right below a line set in by one space, or below those it goes on to."""
    for line in reversed(before):
        if line.indent == 1:
            return line is before[-1] or not line.starts_page
        if line.gap or line.starts_page:
            return False
    return False


def after_cut(line: Line) -> Line:
    """The line as the first of a page, when what stood before it was a header or a stamp."""
    return replace(line, starts_page=True)


def doc_width(lines: Iterable[Line]) -> int:
    """The usual length of a full line in signs: nine in ten lines are not longer.

    Text that was never wrapped, a paragraph a line, has no full lines at all. What is printed again
    on every page, figures aside, counts once: a foot may be wider than the text.
    """
    wide = {_DIGITS.sub("#", line.text): line.width for line in lines if line.width > 40}
    widths = sorted(wide.values())
    if not widths:
        return 80
    endless = sum(1 for width in widths if width > _LONGEST_WRAPPED)
    return _UNWRAPPED if endless * 5 > len(widths) else widths[int(len(widths) * 0.9)]
