"""The cover of a paper: the line with the date, the body above it, the place behind or below it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from app.importing.content.wraps import dangling, join
from app.importing.dates import find_date, find_span, time_end
from app.importing.layouts.head_words import (
    CONTENTS,
    NAMES_ATTACHED,
    NAMES_BODY,
    PAPER_OF_BODY,
    is_head_word,
)
from app.importing.lines import Line
from app.importing.people.names import is_organisation
from app.models.draft import MeetingDraft
from app.models.richtext import plain, text_of

_WEEKDAY = r"(?:man|tirs|ons|tors|fre|lør|søn)dag,? "
_COVER = re.compile(
    r"^(?:(?:(?:Referat|Dagsorden|Beslutningsreferat) )?(?:(?:fra|af|til|for) )?"
    r"(?:Mødet?|Møde|Dato:?|Mødedato:?)(?: i (?P<body>[A-ZÆØÅ][^,\d]{1,60}?))?,? "
    rf"(?:{_WEEKDAY})?|{_WEEKDAY})(?:den |d\. ?)?\d{{1,2}}[.\-/]",
    re.IGNORECASE,
)
_PLACE_BEHIND = re.compile(r"^(?:,| i| på| –| -) ?(?P<place>(?:[A-ZÆØÅ]|lokale).+)$")
_DAY_FIRST = re.compile(rf"^(?:{_WEEKDAY})?(?:den )?\d{{1,2}}\. ?\w+ \d{{4}}\b", re.IGNORECASE)
_DATE_ALONE = re.compile(r"^(?:den )?\d{1,2}\.\d{1,2}\.\d{2,4}$", re.IGNORECASE)
"""The rest of a title that was broken: "… REFERAT DEN", "04.03.26"."""
_PAPER_BEHIND = re.compile(r",? ?[-–:]? (?:referat|dagsorden|beslutningsreferat)$", re.IGNORECASE)
_TITLE_LINES = 3
_BROKEN_TITLE = re.compile(
    r"^(?:Referat|Dagsorden|Beslutningsreferat) (?:fra|af|til|for) mødet? (?:i|for|med)\b",
    re.IGNORECASE,
)
_MOST_TITLE_LINES = 4
_LONGEST_BODY = 60


def read_cover(
    lines: Sequence[Line], meeting: MeetingDraft, used: set[int], furniture: set[int]
) -> None:
    """Fill body, date, times and place; ``used`` and ``furniture`` take the lines understood."""
    lines = _with_whole_title(lines, used)
    _paper_of_body(lines, meeting, used)
    for index, line in enumerate(lines):
        cover = _COVER.match(line.text)
        if cover and find_date(line.text) and not CONTENTS.match(line.text):
            set_time(meeting, line.text)
            used.add(line.number)
            _body(lines, index, meeting, used, cover["body"] or "")
            _place(lines, index, meeting, used)
            break
    _dated_line(lines, meeting, used)
    _separator(lines, used, furniture)
    for line in lines:
        is_place = f" {line.text} " in f" {meeting.place} "
        is_date = _DATE_ALONE.match(line.text) and find_date(line.text) == meeting.date
        is_name = _PAPER_BEHIND.sub("", line.text) == meeting.body
        if is_name or is_place or is_date or is_head_word(line.text):
            furniture.add(line.number)


def _dated_line(lines: Sequence[Line], meeting: MeetingDraft, used: set[int]) -> None:
    """The first other line with a date and nothing behind date and times: "Møde nr. 9, den …"."""
    if meeting.date is not None:
        return
    for line in lines:
        first = _DAY_FIRST.match(line.text)
        is_day = first is not None and find_date(first[0]) is not None
        is_whole = time_end(line.text) == len(line.text) and find_date(line.text) is not None
        if is_whole and line.number not in used and (is_day or not CONTENTS.match(line.text)):
            set_time(meeting, line.text)
            used.add(line.number)
            if not is_day:
                tell(meeting, line.text)
            return


def _with_whole_title(lines: Sequence[Line], used: set[int]) -> Sequence[Line]:
    """The lines, with a title broken before its date or place on one: "… mødet i", "Udvalget"."""
    at = next((i for i, line in enumerate(lines) if _BROKEN_TITLE.match(line.text)), None)
    if at is None or find_date(lines[at].text):
        return lines
    title, end = lines[at], at + 1
    while end < len(lines) and end - at <= _MOST_TITLE_LINES and not lines[end].starts_page:
        text = lines[end].text
        if find_date(title.text) and not re.match(r"(?:i|på) [A-ZÆØÅ]", text):
            break
        title = replace(title, text=join(title.text, text))
        end += 1
    if not _COVER.match(title.text) or find_date(title.text) is None:
        return lines
    used.update(line.number for line in lines[at:end])
    return [*lines[:at], title, *lines[end:]]


def set_time(meeting: MeetingDraft, text: str) -> None:
    """Date and times told by a text, where they are not known yet."""
    day, (start, end) = find_date(text), find_span(text)
    meeting.date = meeting.date or day
    meeting.start, meeting.end = meeting.start or start, meeting.end or end


def _paper_of_body(lines: Sequence[Line], meeting: MeetingDraft, used: set[int]) -> None:
    """A title such as "Referat af møde i …", though it is broken over lines."""
    for index, line in enumerate(lines[:6]):
        if not PAPER_OF_BODY.match(line.text) or find_date(line.text):
            continue
        text, taken = line.text, [line]
        for below in lines[index + 1 : index + _TITLE_LINES]:
            if not dangling(text) or below.starts_page:
                break
            text = join(text, below.text)
            taken.append(below)
        found = PAPER_OF_BODY.match(text)
        if found and not meeting.body:
            meeting.body = found["body"]
            used.update(one.number for one in taken)
        return


def _body(
    lines: Sequence[Line], index: int, meeting: MeetingDraft, used: set[int], told: str
) -> None:
    """The body told by the line itself, or by the nearest line above that is no head word."""
    if told:
        meeting.body = meeting.body or told
        return
    above = next((one for one in reversed(lines[:index]) if not is_head_word(one.text)), None)
    if above is None or above.number in used or CONTENTS.match(above.text):
        return
    if not meeting.body or above.text.startswith(meeting.body):
        meeting.body = above.text
        used.add(above.number)


def _separator(lines: Sequence[Line], used: set[int], furniture: set[int]) -> None:
    """A separator page of the bundle the minutes were cut from: capitals only."""
    furniture.update(
        line.number for line in lines if _is_capitals(line.text) and line.number not in used
    )


def separator_lines(lines: Sequence[Line]) -> set[int]:
    """Lines that begin the paper and name it as an attachment: "2. FU REFERAT (EKSKL. BILAG)"."""
    first = list(itertools.takewhile(lambda line: _is_capitals(line.text), lines))
    is_named = NAMES_ATTACHED.search(" ".join(line.text for line in first))
    return {line.number for line in first} if is_named else set()


def _is_capitals(text: str) -> bool:
    return text.upper() == text and any(sign.isalpha() for sign in text)


def _place(lines: Sequence[Line], index: int, meeting: MeetingDraft, used: set[int]) -> None:
    behind = _PLACE_BEHIND.match(lines[index].text[time_end(lines[index].text) :])
    if behind and not meeting.place:
        meeting.place = behind["place"]
        return
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is None or below.starts_page or below.number in used or meeting.place:
        return
    if not CONTENTS.match(below.text) and not is_head_word(below.text):
        meeting.place = below.text
        used.add(below.number)
        _room(lines[index + 2 :], meeting, used)


def _room(below: Sequence[Line], meeting: MeetingDraft, used: set[int]) -> None:
    """What is told of the place in brackets on the line right below it."""
    if below and not below[0].gap and below[0].text[0] == "(" and below[0].text[-1] == ")":
        meeting.place = f"{meeting.place} {below[0].text}"
        used.add(below[0].number)


def read_first_lines(
    lines: Sequence[Line], meeting: MeetingDraft, used: set[int], furniture: set[int]
) -> None:
    """A head without a cover names the body in its first line, or below whose letterhead it is."""
    own = [one for one in lines if one.number not in furniture and not is_head_word(one.text)]
    if meeting.body or not own or not _may_be_body(own[0], used):
        return
    first, below = own[0], own[min(1, len(own) - 1)]
    named = _may_be_body(below, used) and NAMES_BODY.search(below.text)
    if named and is_organisation(first.text):
        tell(meeting, first.text)
        used.add(first.number)
        first = below
    meeting.body = first.text
    used.add(first.number)


def _may_be_body(line: Line, used: set[int]) -> bool:
    text = line.text
    is_name = len(text) <= _LONGEST_BODY and text[:1].isupper() and text[-1] not in ".:;,"
    return is_name and line.number not in used


def tell(meeting: MeetingDraft, text: str) -> None:
    """Put a text under the meeting's other information."""
    known = plain(meeting.other_info)
    meeting.other_info = text_of(f"{known}\n{text}".strip())
