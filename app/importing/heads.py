"""What stands before the first item: cover, contents, Tid, Sted and the lists of people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.importing.attendance import add_people
from app.importing.dates import find_date, find_span
from app.importing.lines import Line
from app.importing.people import is_group_label, is_line_by_line, read_people
from app.importing.vocabulary import case_number_of
from app.importing.wraps import Setting, join
from app.models.draft import AttendanceDraft, MeetingDraft, UnplacedLine
from app.models.richtext import text_of

_STATUS = {
    label: status
    for status, labels in {
        "present": (
            "til stede", "tilstede", "deltagere", "mødedeltagere", "deltog", "medlemmer",
            "fremmødte", "suppleanter", "mødeleder", "formand", "ordstyrer",
        ),
        "absent": ("fraværende", "ikke til stede"),
        "apologies": ("afbud", "afbud fra", "fraværende med afbud"),
        "other_participant": (
            "øvrige deltagere", "øvrige", "andre deltagere", "gæster", "sekretariat",
            "fra sekretariatet", "referent", "inviterede", "inviteret", "desuden deltog",
            "endvidere deltog", "eksterne deltagere",
        ),
        "not_attending": ("deltager ikke",),
    }.items()
    for label in labels
}  # fmt: skip
_ROLES = {
    "mødeleder": "chairing",
    "formand": "chairing",
    "ordstyrer": "chairing",
    "referent": "secretariat",
    "sekretariat": "secretariat",
    "fra sekretariatet": "secretariat",
    "suppleanter": "substitute",
    "gæster": "guest",
}
_FIELDS = (
    "tid", "tidspunkt", "dato", "sted", "mødested", "øvrige oplysninger", "møde", "mødetid", "emne",
    "forum", "mødeforum", "udvalg", "bemærkninger", "sagsnummer", "sagsnr.", "mødedato",
)  # fmt: skip
_LABELS = sorted((*_STATUS, *_FIELDS), key=len, reverse=True)
_COVER = re.compile(
    r"^(?:(?:Mødet?|Dato:?|Mødedato:?),? )?"
    r"(?:(?<=[ :])|(?:man|tirs|ons|tors|fre|lør|søn)dag,? )(?:den |d\. )?\d{1,2}\.",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"^(?:Punkt )?(?P<number>\d{1,2})[.:] (?P<title>\S.*)$")
_HEAD_WORDS = re.compile(
    r"^(?:Referat|Dagsorden|Beslutningsreferat|Mødereferat|Indholdsfortegnelse|Indhold|Dagsordenspunkter|Punkter"
    r"|Referat \(.*\)|Åben (?:dagsorden|referat)|Punkter på (?:dagsordenen|mødet))$",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(slots=True)
class Head:
    """What the head gave: ``contents`` are listed titles, ``used`` the lines understood."""

    contents: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    furniture: set[int] = field(default_factory=set)


def read_head(lines: Sequence[Line], meeting: MeetingDraft, setting: Setting) -> Head:
    """Fill the meeting from the lines before its first item."""
    head = Head()
    fields = _fields(lines, head)
    _read_fields(fields, meeting, setting)
    loose = [line for line in lines if line.number not in head.used]
    _read_cover(loose, meeting, head)
    _read_contents(loose, head, setting)
    _read_first_line(lines, meeting, head)
    for line in lines:
        if line.number not in head.used and line.number not in head.furniture:
            meeting.unplaced.append(UnplacedLine(line.page, line.number, line.text))
    return head


def _read_first_line(lines: Sequence[Line], meeting: MeetingDraft, head: Head) -> None:
    """A head without a cover names the body in its first line."""
    first = lines[0] if lines else None
    if meeting.body or first is None or first.number in head.used | head.furniture:
        return
    if len(first.text) <= 60 and first.text[:1].isupper() and first.text[-1] not in ".:;,":
        meeting.body = first.text
        head.used.add(first.number)


# --- labels with a value


def _label(line: Line) -> tuple[str, str] | None:
    """Label in small letters and the value on its line."""
    folded = line.text.casefold()
    for label in _LABELS:
        if not folded.startswith(label):
            continue
        rest = line.text[len(label) :]
        if rest[:1] in ("", ":") or (rest[:1] == " " and _value_like(label, rest.strip())):
            return label, rest.lstrip(" :").strip()
    return None


def _value_like(label: str, rest: str) -> bool:
    """Without a colon a label is one only if what follows looks like its value."""
    if label in (
        "emne",
        "forum",
        "mødeforum",
        "udvalg",
        "møde",
        "bemærkninger",
        "øvrige",
        "formand",
    ):
        return False
    return (
        rest[:1].isupper()
        or rest[:1].isdigit()
        or rest.casefold().startswith(("kl", "mødet", "mandag", "den"))
    )


def _fields(lines: Sequence[Line], head: Head) -> list[tuple[str, list[Line], str]]:
    """(label, value lines, value on the label's line) in printed order."""
    fields: list[tuple[str, list[Line], str]] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        label, taken = _two_line_label(lines, index) or (_label(line), 1)
        if label is not None:
            fields.append((label[0], [], label[1]))
            head.used.update(one.number for one in lines[index : index + taken])
        elif fields and _goes_on(line):
            fields[-1][1].append(line)
            head.used.add(line.number)
        index += taken if label is not None else 1
    return fields


def _goes_on(line: Line) -> bool:
    """True for a line that may belong to the value above it."""
    heads = _CONTENTS.match(line.text) or _HEAD_WORDS.match(line.text)
    return not line.starts_page and not heads


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


def _read_fields(
    fields: Sequence[tuple[str, list[Line], str]], meeting: MeetingDraft, setting: Setting
) -> None:
    for label, lines, value in fields:
        if label in _STATUS:
            people = _people(label, value, lines, setting)
            add_people(meeting.attendance, people, is_role=label in _ROLES)
            continue
        text = _joined(value, lines, setting)
        if label in ("møde", "forum", "mødeforum", "udvalg") and find_date(text) is None:
            meeting.body = meeting.body or text
        elif label in ("tid", "tidspunkt", "dato", "møde", "mødetid", "mødedato"):
            _set_time(meeting, text)
        elif label in ("sted", "mødested"):
            meeting.place = text
        elif label in ("øvrige oplysninger", "bemærkninger"):
            meeting.other_info = text_of(text)
        elif label.startswith("sagsn"):
            meeting.case_number = case_number_of(text) or text


def _joined(value: str, lines: Sequence[Line], setting: Setting) -> str:
    text = value
    for line in lines:
        text = join(text, line.text, setting.words) if text else line.text
    return text


# --- lists of people


def _people(
    label: str, value: str, lines: Sequence[Line], setting: Setting
) -> list[AttendanceDraft]:
    people: list[AttendanceDraft] = []
    for group, text in _groups(value, lines, setting):
        people.extend(read_people(text, _STATUS[label], group))
    for person in people:
        if label in _ROLES and person.role in ("member", "guest"):
            person.role = _ROLES[label]
    return people


def _groups(value: str, lines: Sequence[Line], setting: Setting) -> list[tuple[str, str]]:
    """(heading of the group, its people); one group unless each person has a line of its own."""
    texts = [text for text in (value, *(line.text for line in lines)) if text]
    if not is_line_by_line(texts, with_titles=bool(value)):
        return [("", _joined(value, lines, setting))]
    groups: list[tuple[str, str]] = []
    for text in texts:
        if is_group_label(text):
            groups.append((text.rstrip(":"), ""))
            continue
        heading, people = groups.pop() if groups else ("", "")
        groups.append((heading, f"{people}\n{text}".strip()))
    return groups


def _set_time(meeting: MeetingDraft, text: str) -> None:
    day, (start, end) = find_date(text), find_span(text)
    meeting.date = meeting.date or day
    meeting.start, meeting.end = meeting.start or start, meeting.end or end


# --- cover and contents


def _read_cover(lines: Sequence[Line], meeting: MeetingDraft, head: Head) -> None:
    """Body above the date line, place below it; further lines are left."""
    for index, line in enumerate(lines):
        if _COVER.match(line.text) and find_date(line.text):
            _set_time(meeting, line.text)
            head.used.add(line.number)
            _cover_body(lines, index, meeting, head)
            _cover_place(lines, index, meeting, head)
            break
    for line in lines:
        if line.text == meeting.body or _HEAD_WORDS.match(line.text) or line.text == meeting.place:
            head.furniture.add(line.number)


def _cover_body(lines: Sequence[Line], index: int, meeting: MeetingDraft, head: Head) -> None:
    above = lines[index - 1] if index else None
    if above is not None and above.number not in head.used and not _CONTENTS.match(above.text):
        meeting.body = (
            above.text if not meeting.body or above.text.startswith(meeting.body) else meeting.body
        )
        head.used.add(above.number)
    _separator(lines[: max(index - 1, 0)], head)


def _separator(lines: Sequence[Line], head: Head) -> None:
    """A separator page of the bundle the minutes were cut from: capitals only."""
    for line in lines:
        if line.text.upper() == line.text and any(sign.isalpha() for sign in line.text):
            head.furniture.add(line.number)


def _cover_place(lines: Sequence[Line], index: int, meeting: MeetingDraft, head: Head) -> None:
    below = lines[index + 1] if index + 1 < len(lines) else None
    if (
        below is None
        or below.starts_page
        or _CONTENTS.match(below.text)
        or below.number in head.used
    ):
        return
    if not _HEAD_WORDS.match(below.text):
        meeting.place = meeting.place or below.text
        head.used.add(below.number)


def _read_contents(lines: Sequence[Line], head: Head, setting: Setting) -> None:
    """The list of items: numbered titles, the number on the first line only."""
    open_title = False
    for line in lines:
        if line.number in head.used or line.number in head.furniture:
            open_title = False
            continue
        found = _CONTENTS.match(line.text)
        if found:
            head.contents.append(
                re.sub(r"[ .]{3,}\d*$|\s\d{1,3}$", "", found["title"]) or found["title"]
            )
            head.furniture.add(line.number)
        elif open_title and not line.starts_page:
            head.contents[-1] = join(head.contents[-1], line.text, setting.words)
            head.furniture.add(line.number)
        open_title = bool(found) or (open_title and line.number in head.furniture)
