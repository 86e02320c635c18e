"""The lists of people on the program's own papers: one entry a person, with ``;`` between."""

from __future__ import annotations

import re

from app.i18n import _, pgettext
from app.importing.layouts.head_words import STATUS
from app.importing.people.entries import STANDS_IN, comma_parts
from app.importing.people.names import is_title
from app.importing.people.read import read_people
from app.labels import label
from app.models.draft import AttendanceDraft
from app.models.meeting import AttendanceStatus

_ENTRY = re.compile(r"(?:\((?:[^()]|\([^()]*\))*\)|[^;])+")
_REMARK = re.compile(r"^(?P<words>[^(].*?)\s*\((?P<remark>(?:[^()]|\([^()]*\))*)\)$")


def read_own_people(words: str, heading: str) -> list[AttendanceDraft]:
    """The people of one list; ``heading`` tells their status, or that they are in the chair."""
    status, group = _status(heading)
    is_chair = heading == pgettext("paper", "Chair")
    people = []
    for entry in filter(None, map(str.strip, _ENTRY.findall(words))):
        person = _person(entry, status, "" if is_chair else group)
        told = [one for one in person.note.split(", ") if one]
        if _("substitute") in told:  # for somebody who is not named
            told.remove(_("substitute"))
            person.role, person.note = "substitute", ", ".join(told)
        if is_chair:
            person.role = "chairing"
        people.append(person)
    return people


def _person(entry: str, status: str, group: str) -> AttendanceDraft:
    """The person of an entry, whose parts are as the program prints them where words mislead."""
    guessed = read_people(entry, status, group)
    return guessed[0] if len(guessed) == 1 else _as_printed(entry, status, group)


def _as_printed(entry: str, status: str, group: str) -> AttendanceDraft:
    """``Ulf Dam, partner, Deloitte Consulting (under punkt 2)``, whatever the words look like."""
    found = _REMARK.match(entry)
    words, remark = (found["words"], found["remark"]) if found else (entry, "")
    name, *told = [part.strip() for part in comma_parts(words)]
    has_title = len(told) > 1 or (len(told) == 1 and (told[0][:1].islower() or is_title(told[0])))
    made = AttendanceDraft(name, status=status, group_label=group, printed=entry)
    made.title = told.pop(0) if has_title else ""
    made.organisation = ", ".join(told)
    made.role = "guest" if status == AttendanceStatus.OTHER_PARTICIPANT.value else "member"
    notes = []
    for part in remark.split(", "):
        if part == _("chairing the meeting"):
            made.role = "chairing"
        elif stands_in := STANDS_IN.match(part):
            made.role, made.substitutes_for = "substitute", stands_in["who"].strip()
        else:
            notes.append(part)
    made.note = ", ".join(notes)
    return made


def _status(heading: str) -> tuple[str, str]:
    """What a list's heading says of the people on it, and the heading if it is not the usual."""
    for status in AttendanceStatus:
        if heading == label(status):
            return status.value, ""
        if heading.endswith(told := f" ({label(status).lower()})"):
            return status.value, heading.removesuffix(told)
    return STATUS.get(heading.casefold(), AttendanceStatus.PRESENT.value), heading
