"""What stands before the first item: cover, contents, Tid, Sted and the lists of people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.importing.content.wraps import Setting, dangling, ended, join, starts_low
from app.importing.dates import find_date, find_span
from app.importing.layouts.covers import read_cover, read_first_lines, set_time, tell
from app.importing.layouts.dotted import DOTTED
from app.importing.layouts.head_words import (
    BODY_LABELS,
    CASE_LABELS,
    CONTENTS,
    END_LABELS,
    FREE_LABELS,
    INFO_LABELS,
    LABELS,
    NEEDS_COLON,
    PLACE_LABELS,
    ROLES,
    START_LABELS,
    STATUS,
    TIME_LABELS,
    is_head_word,
)
from app.importing.lines import Line
from app.importing.people.attendance import add_people
from app.importing.people.columns import one_below_the_other
from app.importing.people.entries import is_person
from app.importing.people.lines import groups_of_people
from app.importing.people.read import read_people
from app.importing.vocabulary import case_number_of
from app.models.draft import AttendanceDraft, MeetingDraft, UnplacedLine

_INNER_LABEL = re.compile(
    rf"(?<=\S) +(?=(?:{'|'.join(re.escape(one.capitalize()) for one in LABELS)}):(?: |$))"
)
_OF_ITEM = re.compile(
    rf"^(?P<label>{'|'.join(sorted(STATUS, key=len, reverse=True))})"
    r" (?P<note>(?:under|ved|til|på|i) (?:punkt|pkt\.?) ?\d[\d –-]*): ?(?P<value>.*)$",
    re.IGNORECASE,
)
"""A label of people who were there for one item: "Gæster under punkt 3: …"."""
_OF_GROUP = re.compile(
    rf"^(?:(?P<label>{'|'.join(sorted(STATUS, key=len, reverse=True))})(?: fra)?|fra)"
    r" (?P<group>(?-i:[A-ZÆØÅ])[\w .&-]{1,50}?|sekretariatet)(?: deltog)?: ?(?P<value>.*)$",
    re.IGNORECASE,
)
"""A label of people from one of several bodies: "Til stede fra DAS: …", "Fra DAS deltog: …"."""
_OF_VALUE = frozenset({"mødelokale"})
"""Labels that without a colon are a part of what they tell: "Mødelokale 4"."""
_ABOVE, _OPENING = 3, 5
"""How many lines may stand above the body's name, and how many it takes with the time below it."""
_PAGE_BEHIND = re.compile(r"[ .]{3,}\d*$|\s\d{1,3}$")
_ON_ITS_LINE = TIME_LABELS | START_LABELS | END_LABELS | CASE_LABELS
"""Labels whose value does not go on below it."""
_UNKNOWN_LABEL = re.compile(r"^[A-ZÆØÅ][\wæøå]+(?: [\wæøå]+){0,2}:(?: |$)")


@dataclass(slots=True)
class Head:
    """What the head gave: ``contents`` are listed titles, ``used`` the lines understood.

    ``numbered`` are the listed titles by the number before them.
    """

    contents: list[str] = field(default_factory=list)
    numbered: dict[int, str] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    furniture: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Field:
    """A label in small letters, the value on its line, and the lines below it."""

    label: str
    value: str
    lines: list[Line] = field(default_factory=list)
    note: str = ""

    @property
    def last(self) -> str:
        """Its last line so far."""
        return self.lines[-1].text if self.lines else self.value


def read_head(lines: Sequence[Line], meeting: MeetingDraft, setting: Setting) -> Head:
    """Fill the meeting from the lines before its first item."""
    head = Head()
    for one in _fields(one_below_the_other(lines), head, setting):
        _read_field(one, meeting, setting)
    loose = [line for line in lines if line.number not in head.used]
    read_cover(loose, meeting, head.used, head.furniture)
    _read_contents(loose, head, setting)
    read_first_lines(lines, meeting, head.used, head.furniture)
    for line in lines:
        if line.number not in head.used and line.number not in head.furniture:
            meeting.unplaced.append(UnplacedLine(line.page, line.number, line.text))
    return head


# --- labels with a value


def _label(text: str) -> tuple[str, str] | None:
    """Label in small letters and the value on its line."""
    if found := _OF_ITEM.match(text):
        return found["label"].casefold(), found["value"]
    if (found := _OF_GROUP.match(text)) and not is_person(found["group"]):
        if (group := found["group"].casefold()) in STATUS:
            return group, found["value"]
        return (found["label"] or "deltagere").casefold(), f"{found['group']}: {found['value']}"
    folded = text.casefold()
    for label in LABELS:
        if not folded.startswith(label):
            continue
        rest = text[len(label) :]
        if not rest and text[:1].islower():  # the rest of a value that was wrapped
            continue
        if label in _OF_VALUE and rest[:1] == " ":
            return label, text
        if rest[:1] in ("", ":") or (rest[:1] == " " and _value_like(label, rest.strip())):
            return label, rest.lstrip(" :").strip()
    return None


def _value_like(label: str, rest: str) -> bool:
    """Without a colon a label is one only if what follows looks like its value."""
    if label in NEEDS_COLON:
        return False
    return (
        rest[:1].isupper()
        or rest[:1].isdigit()
        or rest.casefold().startswith(("kl", "mødet", "mandag", "den"))
    )


def _fields(lines: Sequence[Line], head: Head, setting: Setting) -> list[_Field]:
    """The labels with their values in printed order."""
    fields: list[_Field] = []
    is_open, index = False, 0
    while index < len(lines):
        line = lines[index]
        texts = _INNER_LABEL.split(line.text)
        label, taken = _two_line_label(lines, index) or (_label(texts[0]), 1)
        if label is None and index < _ABOVE:
            label = _opening_label(lines[index:])
        if is_open and starts_low(line.text) and dangling(fields[-1].last):
            label = None
        if label is not None:
            told = [label, *filter(None, map(_label, texts[1:]))]
            note = _OF_ITEM.match(texts[0])
            fields.extend(
                _Field(name, value, note=note["note"] if note else "") for name, value in told
            )
            head.used.update(one.number for one in lines[index : index + taken])
        elif is_open and _goes_on(fields[-1], line, setting):
            fields[-1].lines.append(line)
            head.used.add(line.number)
        is_open = label is not None or (
            is_open and (line.number in head.used or _heads_columns(line, fields[-1]))
        )
        index += taken if label is not None else 1
    return fields


def _goes_on(last: _Field, line: Line, setting: Setting) -> bool:
    """True for a line that may belong to the value above it."""
    if CONTENTS.match(line.text) or is_head_word(line.text):
        return False
    if line.starts_page and not _goes_over_page(last, line):
        return False
    if last.label in STATUS or last.label in INFO_LABELS or not (last.value or last.lines):
        return True
    names_body = last.label in BODY_LABELS and find_date(last.value) is None
    if last.label in _ON_ITS_LINE and not names_body:
        return False
    return line.gap <= setting.soft_gap and not _UNKNOWN_LABEL.match(line.text)


def _heads_columns(line: Line, last: _Field) -> bool:
    """True for the heads of columns right below a label of people."""
    return last.label in STATUS and not last.last and is_head_word(line.text)


def _goes_over_page(last: _Field, line: Line) -> bool:
    """True where a page ends before the value or inside a sentence of it."""
    if last.label in STATUS and not last.last:
        return find_date(line.text) is None
    if last.label in INFO_LABELS and last.last:
        return not ended(last.last)
    return dangling(last.last) or last.last.endswith("-")


def _two_line_label(lines: Sequence[Line], index: int) -> tuple[tuple[str, str], int] | None:
    """A label broken over two lines: "Øvrige" above "deltagere", values perhaps beside both."""
    if index + 1 >= len(lines) or not lines[index].text.startswith("Øvrige"):
        return None
    above, below = lines[index].text[len("Øvrige") :].strip(), lines[index + 1].text
    for word in ("deltagere", "oplysninger"):
        if below.startswith(word) and not above.startswith(("deltagere", "oplysninger")):
            value = f"{above} {below[len(word) :].strip(' :')}".strip()
            return (f"øvrige {word}", value), 2
    return None


def _opening_label(lines: Sequence[Line]) -> tuple[str, str] | None:
    """A label without a colon that names the body, told by the time below it: "Møde …", "Tid …"."""
    label, _, value = lines[0].text.partition(" ")
    below = [found[0] for line in lines[1:_OPENING] if (found := _label(line.text))]
    named = label.casefold() in BODY_LABELS and value[:1].isupper() and find_date(value) is None
    return (label.casefold(), value) if named and not TIME_LABELS.isdisjoint(below) else None


def _read_field(one: _Field, meeting: MeetingDraft, setting: Setting) -> None:
    if one.label in STATUS:
        people = _people(one, setting)
        add_people(meeting.attendance, people, is_role=one.label in ROLES)
        return
    text = _joined(one, setting)
    if one.label in BODY_LABELS and find_date(text) is None:
        meeting.body = meeting.body or text
    elif one.label in TIME_LABELS:
        set_time(meeting, text if "kl" in text.casefold() else _with_clock(one.label, text))
    elif one.label in START_LABELS:
        meeting.start = meeting.start or find_span(f"kl. {text}")[0]
    elif one.label in END_LABELS:
        meeting.end = meeting.end or find_span(f"kl. {text}")[0]
    elif one.label in PLACE_LABELS:
        meeting.place = ", ".join(part for part in (meeting.place, text) if part)
    elif one.label in INFO_LABELS | FREE_LABELS:
        tell(meeting, text if one.label in INFO_LABELS else f"{one.label.capitalize()}: {text}")
    elif one.label in CASE_LABELS:
        meeting.case_number = case_number_of(text) or text


def _with_clock(label: str, text: str) -> str:
    """A time told without "kl." behind a label that asks for one: "Tidspunkt: 9-11.30"."""
    return text if label in ("dato", "mødedato", "møde") or find_date(text) else f"kl. {text}"


def _joined(one: _Field, setting: Setting) -> str:
    text = one.value
    for line in one.lines:
        text = join(text, line.text, setting.words) if text else line.text
    return text


def _people(one: _Field, setting: Setting) -> list[AttendanceDraft]:
    people: list[AttendanceDraft] = []
    for group, text in groups_of_people(one.value, one.lines, setting):
        people.extend(read_people(text, STATUS[one.label], group))
    for person in people:
        person.note = f"{person.note}, {one.note}".strip(", ")
        if one.label in ROLES and person.role in ("member", "guest"):
            person.role = ROLES[one.label]
    return people


# --- contents


def _read_contents(lines: Sequence[Line], head: Head, setting: Setting) -> None:
    """The list of items: numbered titles, the number on the first line only."""
    open_title, number = False, 0
    for line in lines:
        if line.number in head.used or line.number in head.furniture:
            open_title = False
            continue
        found = CONTENTS.match(line.text)
        if dotted := DOTTED.match(line.text):
            title = _PAGE_BEHIND.sub("", f"{dotted['major']}.{dotted['minor']}. {dotted['title']}")
            found, number = dotted, 0
            head.contents.append(title)
            head.furniture.add(line.number)
        elif found:
            number = int(found["number"])
            head.contents.append(_PAGE_BEHIND.sub("", found["title"]) or found["title"])
            head.numbered[number] = head.contents[-1]
            head.furniture.add(line.number)
        elif open_title and not line.starts_page:
            head.contents[-1] = join(head.contents[-1], line.text, setting.words)
            head.numbered[number] = head.contents[-1]
            head.furniture.add(line.number)
        open_title = bool(found) or (open_title and line.number in head.furniture)
