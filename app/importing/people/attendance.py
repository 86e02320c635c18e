"""One list of people out of several: who is named twice for one role is one person."""

from __future__ import annotations

from collections.abc import Sequence

from app.models.draft import AttendanceDraft

_AWAY = ("absent", "apologies")
_SINGLE_ROLES = ("chairing", "secretariat")


def add_people(
    attendance: list[AttendanceDraft], people: Sequence[AttendanceDraft], *, is_role: bool
) -> None:
    """Add the people of a list to those known already.

    ``is_role`` tells that the list's label is a role ("Mødeleder"). Somebody named under it and in
    a list of participants, or among these and under "Afbud", is one person.
    """
    for person in people:
        same = next((one for one in attendance if one.name == person.name), None)
        if same is None or not _is_one(same, person, is_role=is_role):
            attendance.append(person)
        else:
            _merge(same, person)


def _is_one(known: AttendanceDraft, person: AttendanceDraft, *, is_role: bool) -> bool:
    roles = is_role or known.role in _SINGLE_ROLES
    return roles or (known.status in _AWAY) != (person.status in _AWAY)


def _other_words(known: AttendanceDraft, person: AttendanceDraft) -> list[str]:
    """Title and place of work where the second list tells others than the first."""
    pairs = ((known.title, person.title), (known.organisation, person.organisation))
    return [new for old, new in pairs if old.casefold() != new.casefold()]


def _merge(known: AttendanceDraft, person: AttendanceDraft) -> None:
    known.title = known.title or person.title
    known.organisation = known.organisation or person.organisation
    known.group_label = known.group_label or person.group_label
    known.substitutes_for = known.substitutes_for or person.substitutes_for
    told = [known.note, person.note, *_other_words(known, person)]
    known.note = ", ".join(dict.fromkeys(word for word in told if word))
    if person.role in _SINGLE_ROLES:
        known.role = person.role
    if person.status in _AWAY or (person.status == "present" and known.status not in _AWAY):
        known.status = person.status
