"""Titles of attachments that stand in an item without the label that should be above them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.content.attachments import NUMBERED
from app.importing.content.marks import mark_of
from app.importing.content.wraps import ended
from app.importing.lines import Line
from app.importing.vocabulary import label_of

FILE_NAME = re.compile(
    r"^[A-ZÆØÅ0-9][^,;:?]{2,120}\.(?:docx?|xlsx?|pptx?|pdf|msg|png|jpe?g)$"
    r"|^[A-ZÆØÅ0-9][^,;:?@/]{0,60}\w_\w[^,;:?@/]{0,60}[^.,;:?@/]$",
    re.IGNORECASE,
)
"""The name of a file, told by its ending or by a sign that no sentence has."""
_NUMBERED_TITLE = re.compile(r"^Bilag \d[\d.]*\s*[:.\-–]? [A-ZÆØÅ0-9”\"]")
_LONGEST_TITLE = 150


def titles_at_end(lines: Sequence[Line]) -> int:
    """Index of the first title: those of a page, or the one that stands free behind a sentence."""
    pages = (at for at in reversed(range(len(lines))) if lines[at].starts_page)
    free = (at for at in reversed(range(len(lines))) if lines[at].gap)
    for first in (next(pages, 0), next(free, 0)):
        titles = lines[first:]
        if first and not any(ended(one.text) or len(one.text) > _LONGEST_TITLE for one in titles):
            capital = titles[0].text[:1].isupper() and mark_of(titles[0]) is None
            if titles[0].starts_page or (capital and ended(lines[first - 1].text)):
                return first
    return len(lines)


def lists_titles(lines: Sequence[Line], index: int) -> bool:
    """Titles "Bilag 2.1 …" that stand free at the end of an item or section, without a label."""
    line = lines[index]
    free = line.gap > 0 or line.starts_page
    if not free or not _NUMBERED_TITLE.match(line.text):
        return False
    end = index + 1
    while end < len(lines) and not label_of(lines[end].text):
        end += 1
    titles = lines[index:end]
    loose = any(one.gap and not NUMBERED.match(one.text) for one in titles)
    return not loose and not any(ended(one.text) for one in titles)


def is_page_title(lines: Sequence[Line], index: int) -> bool:
    """A single line that has a page to itself is the title page of something attached."""
    line = lines[index]
    last = index + 1 == len(lines) or lines[index + 1].starts_page
    if (
        not (line.starts_page and last and index)
        or ended(line.text)
        or len(line.text) > _LONGEST_TITLE
    ):
        return False
    return line.text[:1].isupper() and mark_of(line) is None and ended(lines[index - 1].text)
