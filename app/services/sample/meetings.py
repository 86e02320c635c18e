"""One meeting of the sample data: head, people, items."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.models.meeting import (
    Attendance,
    AttendanceRole,
    AttendanceStatus,
    Meeting,
    MeetingMode,
    MeetingState,
)
from app.models.sample import sample_key
from app.services.sample.items import add_item
from app.services.sample.rows import SampleRows

_HEAD = (
    "date", "start", "end", "place_text", "case_number", "other_info", "dispatched_at",
    "next_date", "next_start", "next_end", "next_place", "next_text",
)  # fmt: skip


def add_meeting(rows: SampleRows, data: dict[str, Any]) -> UUID:
    """The meeting with all that belongs to it; its id."""
    key = rows.add(
        Meeting,
        ("meeting", data["date"]),
        body_id=sample_key("body", data["body"]),
        state=MeetingState(data["state"]),
        mode=MeetingMode(data.get("mode", "physical")),
        **{name: data[name] for name in _HEAD if name in data},
    )
    rows.session.flush()
    _add_people(rows, data, key)
    for position, item in enumerate(data["items"]):
        add_item(rows, data, position, item)
    rows.session.flush()
    return key


def _add_people(rows: SampleRows, data: dict[str, Any], meeting_id: UUID) -> None:
    """Every member of the body, then the substitutes and the others."""
    apologies, order = data.get("apologies", ()), 0
    seats: dict[str, UUID] = {}
    for member in rows.members[data["body"]]:
        is_away = member in apologies
        is_chairing = member == data.get("chairing")
        seats[rows.people[member]["name"]] = _attend(
            rows, data, meeting_id, order, rows.people[member],
            person_id=sample_key("person", member),
            status=AttendanceStatus.APOLOGIES if is_away else AttendanceStatus.PRESENT,
            role=AttendanceRole.CHAIRING if is_chairing else AttendanceRole.MEMBER,
        )  # fmt: skip
        order += 1
    for other in data.get("others", ()):
        person = rows.people.get(other.get("person", ""), other)
        _attend(
            rows, data, meeting_id, order, person,
            person_id=sample_key("person", other["person"]) if "person" in other else None,
            status=AttendanceStatus(other.get("status", "other_participant")),
            role=AttendanceRole(other["role"]),
            substitutes_for_id=seats.get(other.get("substitutes_for", "")),
            substitutes_for_text=other.get("substitutes_for", ""),
        )  # fmt: skip
        order += 1


def _attend(
    rows: SampleRows,
    data: dict[str, Any],
    meeting_id: UUID,
    order: int,
    person: dict[str, Any],
    **values: Any,
) -> UUID:
    return rows.add(
        Attendance,
        ("meeting", data["date"], "attendance", order),
        meeting_id=meeting_id,
        name_as_printed=person["name"],
        title_snapshot=person["title"],
        organisation_snapshot=person["organisation"],
        print_order=order,
        **values,
    )
