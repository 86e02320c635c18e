"""The five states of a meeting: their dates, and what it takes to reach each.

Public: ``steps_of(fields, item_count)`` for the stepper, ``requirements(fields, rows, state)`` for
the dialog.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from app.i18n import _, listed, long_date, ngettext, short_date
from app.labels import label, lacked
from app.models.meeting import MeetingState
from app.services.queries.items import ItemRow
from app.services.queries.meetings import MeetingFields
from app.ui.widgets import Step

ORDER = list(MeetingState)


@dataclass(frozen=True)
class Requirement:
    """One thing a state takes; it is met or not, and what is not met never blocks."""

    words: str
    is_met: bool


def steps_of(fields: MeetingFields, item_count: int) -> list[Step]:
    """The steps with a note each: number of items, or the date that is known."""
    return [Step(state.value, label(state), _note(state, fields, item_count)) for state in ORDER]


def _note(state: MeetingState, fields: MeetingFields, item_count: int) -> str:
    if state is MeetingState.DRAFT:
        return ngettext("{count} item", "{count} items", item_count).format(count=item_count)
    if state is MeetingState.AGENDA_SENT and fields.dispatched_at:
        return short_date(fields.dispatched_at.date())
    if state is MeetingState.HELD:
        return short_date(fields.date)
    if state is MeetingState.APPROVED and fields.approved_on:
        return short_date(fields.approved_on)
    return ""


def is_back(fields: MeetingFields, state: MeetingState) -> bool:
    """Whether the state lies before the present one."""
    return ORDER.index(state) < ORDER.index(fields.state)


def consequence(fields: MeetingFields, state: MeetingState) -> str:
    """What the change does, in a sentence or two."""
    if state is MeetingState.DRAFT:
        return _("The items follow the order of the agenda again and get new numbers.")
    if is_back(fields, state):
        return _("The meeting goes back. Texts and decisions stay as they are.")
    if fields.state is MeetingState.DRAFT:
        return _("The numbers are frozen. A further item comes before Any other business.")
    if state is MeetingState.APPROVED:
        return _("The minutes are approved and are the record of the meeting.")
    return _("Nothing is sent. The state says how far the meeting has come.")


def requirements(
    fields: MeetingFields, rows: Sequence[ItemRow], state: MeetingState
) -> list[Requirement]:
    """What should be there; the dialog shows it, whoever decides may go on without it."""
    if is_back(fields, state):
        return []
    found = [_has_items(rows), _is_complete(rows)] if rows else [_has_items(rows)]
    if ORDER.index(state) >= ORDER.index(MeetingState.AGENDA_SENT):
        found.append(_has_place(fields))
    if ORDER.index(state) >= ORDER.index(MeetingState.HELD) and fields.date > dt.date.today():
        day = long_date(fields.date, weekday=False)
        found.append(Requirement(_("The meeting is not until {date}").format(date=day), False))
    if state is MeetingState.APPROVED:
        found.append(_approved(fields))
    return found


def _has_items(rows: Sequence[ItemRow]) -> Requirement:
    if not rows:
        return Requirement(_("No items on the agenda"), False)
    count = ngettext("{count} item on the agenda", "{count} items on the agenda", len(rows))
    return Requirement(count.format(count=len(rows)), True)


def _is_complete(rows: Sequence[ItemRow]) -> Requirement:
    lacking = [row for row in rows if row.problems]
    if not lacking:
        return Requirement(_("All items are complete"), True)
    return Requirement("\n".join(map(_lacks, lacking)), False)


def _lacks(row: ItemRow) -> str:
    """All that an item lacks in one sentence."""
    things = listed([lacked(problem) for problem in row.problems])
    return _("Item {number} lacks {things}").format(number=row.number or "–", things=things)


def _has_place(fields: MeetingFields) -> Requirement:
    if fields.start and fields.place_text:
        return Requirement(_("Time and place are set"), True)
    if fields.start:
        return Requirement(_("The place is missing"), False)
    if fields.place_text:
        return Requirement(_("The time is missing"), False)
    return Requirement(_("Time and place are missing"), False)


def _approved(fields: MeetingFields) -> Requirement:
    if fields.approved_on:
        day = long_date(fields.approved_on, weekday=False)
        return Requirement(_("An item approves the minutes on {date}").format(date=day), True)
    return Requirement(_("No item of a later meeting approves the minutes yet"), False)
