"""An item's lines cut at its labels, before the parts are read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.importing.content.attachments import NUMBERED
from app.importing.content.leads import is_lead_line, leads_to_points
from app.importing.content.loose_titles import FILE_NAME, is_page_title, lists_titles, titles_at_end
from app.importing.content.marks import mark_of
from app.importing.content.wraps import Setting, ended, join, starts_low
from app.importing.lines import Line
from app.importing.vocabulary import label_of, view_body

OWN_NUMBER = re.compile(r"^\d{1,2}\.?\s+|^Bilag \d+\s*[-:.]?\s*")
_FORMAL = re.compile(r"\bindstill(?:er|es)\b")
"""The verb of a recommendation to the meeting; other bodies also recommend inside a text."""
_LEAST_TITLE = 10
_LEAST_WORDS = 6
_LED_POINT = re.compile(r"^[A-ZÆØÅ][\w-]+(?: [\w-]+){0,3}: [A-ZÆØÅ]")
_NEAR = 4
"""Lines away at which another point of the same kind may begin."""
_LESSER = frozenset({"finance", "timetable", "other", "discussion"})
_BEFORE_MEETING = frozenset(
    {
        "", "summary", "background", "case_presentation", "discussion", "finance", "timetable",
        "body_view", "other",
    }
)  # fmt: skip


@dataclass(slots=True)
class Part:
    """A labelled stretch of an item's lines before it is read.

    ``to_the_end`` marks the pages of an attachment behind a separator: all that follows is its own.
    """

    kind: str
    label: str
    lines: list[Line] = field(default_factory=list)
    label_line: int = 0
    author_body: str = ""
    to_the_end: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What the readers of items know of the whole paper."""

    setting: Setting
    body_names: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    stamped: Mapping[int, str] = field(default_factory=dict)


def split_parts(lines: Sequence[Line], context: Context) -> list[Part]:
    """The item's lines by label, in printed order; text before the first label has none."""
    parts = [Part("", "")]
    for index, line in enumerate(lines):
        if (title := _attachment_page(lines, index, parts, context)) is not None:
            _append(parts, title, line, is_stamped=line.page in context.stamped)
        elif (opened := _opened(lines, index, parts, context)) is not None:
            _take_titles_above(parts, opened, lines, index)
            parts.append(opened)
        else:
            parts[-1].lines.append(line)
    return [part for part in parts if part.lines or part.label]


def _take_titles_above(parts: list[Part], opened: Part, lines: Sequence[Line], index: int) -> None:
    """Move the titles that stand above an empty "Bilag:" at the top of a page under it."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    is_empty = opened.kind == "attachments" and (below is None or below.starts_page)
    if not is_empty or not lines[index].starts_page:
        return
    while parts[-1].kind in ("page_title", "attachments") and not parts[-1].label:
        opened.lines[:0] = parts.pop().lines
    last = parts[-1]
    first = titles_at_end(last.lines)
    opened.lines[:0] = last.lines[first:]
    del last.lines[first:]


def _opened(
    lines: Sequence[Line], index: int, parts: Sequence[Part], context: Context
) -> Part | None:
    """The part that begins with this line, or None for a line that goes on."""
    line, last = lines[index], parts[-1]
    label = label_of(line.text)
    if label and _is_all_that_is_recommended(line, last):
        return None
    if label and not _is_sub_heading(label[0], parts) and not _is_one_of_several(lines, index):
        kind, printed, rest = label
        return Part(kind, printed, [_rest_of(line, rest)] if rest else [], line.number)
    if last.kind in _BEFORE_MEETING and _leads(lines, index):
        return Part("recommendation", "", [line])
    if body := _view(lines, index, context):
        return Part("body_view", line.text, [], line.number, body)
    if last.kind != "attachments" and lists_titles(lines, index):
        return Part("attachments", "", [line])
    if is_page_title(lines, index) or _is_file_name(line, last):
        return Part("page_title", "", [line])
    if not _leaves_list(last, lines, index):
        return None
    holds_case = any(one.text.startswith("Sagsfremstilling") for one in last.lines)
    return Part("case_presentation" if holds_case else "other", "", [line])


def _leads(lines: Sequence[Line], index: int) -> bool:
    """True for a lead that stands without label; by the label of another no proposal does."""
    text = lines[index].text
    if not is_lead_line(text) and not leads_to_points(lines, index):
        return False
    if _FORMAL.search(text):
        return True
    labelled = any((label_of(one.text) or ("",))[0] == "recommendation" for one in lines)
    return is_lead_line(text) and not labelled


def _is_all_that_is_recommended(line: Line, last: Part) -> bool:
    """True for "Til drøftelse" where a recommendation should be."""
    return last.kind == "recommendation" and not last.lines and line.text.startswith("Til ")


def _is_sub_heading(kind: str, parts: Sequence[Part]) -> bool:
    """Lesser labels ("Finansiering") are headings inside a decision printed behind the case."""
    last = parts[-1]
    if last.kind not in ("minutes", "decision") or not last.lines or kind not in _LESSER:
        return False
    return any(part.kind in ("case_presentation", "background") for part in parts)


def _is_one_of_several(lines: Sequence[Line], index: int) -> bool:
    """True for a lesser label with its text on the line, near words that lead points likewise."""
    label = label_of(lines[index].text)
    if label is None or not label[2] or label[0] not in _LESSER | {"background"}:
        return False
    near = lines[max(0, index - _NEAR) : index + _NEAR + 1]
    return any(_LED_POINT.match(one.text) and label_of(one.text) is None for one in near)


def _is_file_name(line: Line, last: Part) -> bool:
    """A bare file name that stands free, or below another one, is something attached."""
    free = line.gap > 0 or line.starts_page or last.kind == "page_title"
    return free and last.kind != "attachments" and bool(FILE_NAME.match(line.text))


def _rest_of(line: Line, rest: str) -> Line:
    return Line(line.number, line.page, rest, rest, 0, False)


def _view(lines: Sequence[Line], index: int, context: Context) -> str:
    line = lines[index]
    body = view_body(line.text)
    if not body or line.text.rstrip(":") in context.body_names or index + 1 >= len(lines):
        return ""
    if line.text.endswith(":") and any(map(_is_speaker, lines)):
        return ""
    free = line.gap > 0 or line.starts_page or (index > 0 and ended(lines[index - 1].text))
    free = free or lines[index + 1].gap > 0
    return body if free and lines[index + 1].text[:1].isupper() else ""


def _is_speaker(line: Line) -> bool:
    """True for one who has news, alone on a line with a colon: "Formanden:"."""
    word, colon, rest = line.text.partition(":")
    is_known = label_of(line.text) is not None or view_body(line.text)
    return bool(colon and word.isalpha() and word[:1].isupper() and not rest and not is_known)


def _attachment_page(
    lines: Sequence[Line], index: int, parts: Sequence[Part], context: Context
) -> str | None:
    """The title of the attachment whose page the line stands on, or None.

    Such a page has a stamp, or comes behind a separator page after the item's decision.
    """
    if stamped := context.stamped.get(lines[index].page):
        return stamped
    decided = any(part.kind in ("decision", "minutes") for part in parts)
    if decided and (_is_separator(lines, index) or _is_listed(lines[index], parts)):
        return lines[index].text
    return parts[-1].label if parts[-1].to_the_end else None


def _append(parts: list[Part], title: str, line: Line, *, is_stamped: bool) -> None:
    """Put a line of an attachment's pages where it belongs: under that attachment's title."""
    if _label_goes_on(parts[-1], line):
        parts[-1].label = join(parts[-1].label, line.text)
        return
    if parts[-1].kind != "appended" or parts[-1].label != title:
        parts.append(Part("appended", title, label_line=line.number, to_the_end=not is_stamped))
    if line.text != title:
        parts[-1].lines.append(line)


def _label_goes_on(part: Part, line: Line) -> bool:
    """True for the next line of a separator page's title in capitals."""
    capitals = part.label.upper() == part.label and line.text.upper() == line.text
    is_next = part.kind == "appended" and not part.lines and not line.starts_page
    return is_next and part.to_the_end and capitals and any(map(str.isalpha, line.text))


def _is_listed(line: Line, parts: Sequence[Part]) -> bool:
    """A page that begins with a title from the item's own list of attachments.

    Where pages cannot be told apart, the title in capitals on a line that stands free does. A short
    one has a number and is all of a listed title.
    """
    own = letters_of(OWN_NUMBER.sub("", line.text))
    capitals = line.text.upper() == line.text
    if not (line.starts_page or (line.gap > 0 and capitals)) or not own or label_of(line.text):
        return False
    listed = [letters_of(one.text) for p in parts if p.kind == "attachments" for one in p.lines]
    if len(own) < _LEAST_TITLE:
        return capitals and bool(OWN_NUMBER.match(line.text)) and own in listed
    return own in "".join(listed)


def letters_of(text: str) -> str:
    """The letters alone, small, so that wraps, hyphens and numbers do not count."""
    return "".join(sign for sign in text.casefold() if sign.isalpha())


def _is_separator(lines: Sequence[Line], index: int) -> bool:
    """A separator page before an attachment's own pages: its title in capitals."""
    line = lines[index]
    letters = [sign for sign in line.text if sign.isalpha()]
    free = line.starts_page or line.gap > (0 if line.text.startswith("PUNKT ") else 1)
    capitals = len(letters) >= 8 and line.text.upper() == line.text
    return free and index > 0 and capitals and label_of(line.text) is None


def _leaves_list(part: Part, lines: Sequence[Line], index: int) -> bool:
    """A list of attachments ends where a page begins with running text."""
    line = lines[index]
    if part.kind != "attachments" or not part.lines:
        return False
    if not line.starts_page:
        return _is_sentence_behind(part, lines, index)
    if starts_low(line.text) and not ended(part.lines[-1].text):
        return False
    runs_on = any(ended(one.text) for one in lines[index : index + 8])
    return runs_on and mark_of(line) is None and not NUMBERED.match(line.text)


def _is_sentence_behind(part: Part, lines: Sequence[Line], index: int) -> bool:
    """A sentence that stands free behind a list of titles without end marks is no title."""
    line = lines[index]
    if not line.gap or mark_of(line) or not line.text[:1].isupper() or NUMBERED.match(line.text):
        return False
    end = index + 1
    while end < len(lines) and lines[end].gap == 0 and not ended(lines[end - 1].text):
        end += 1
    words = " ".join(one.text for one in lines[index:end]).split()
    listed = any(ended(one.text) for one in part.lines)
    return lines[end - 1].text.endswith(".") and len(words) >= _LEAST_WORDS and not listed
