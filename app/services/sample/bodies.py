"""Bodies and people of the sample data."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from app.models.body import Body, BodyKind, BodyName, BodyState, FixedItem, SectionTemplate
from app.models.person import Membership, MembershipRole, Person
from app.models.sample import sample_key
from app.services.bodies import STANDARD_ITEMS, STANDARD_SECTIONS, standard_lead
from app.services.sample.rows import SampleRows


def add_bodies(rows: SampleRows, data: dict[str, Any]) -> None:
    """All people, then all bodies with their seats."""
    for person in data["people"]:
        rows.people[person["key"]] = person
        rows.add(
            Person,
            ("person", person["key"]),
            name=person["name"],
            title=person["title"],
            organisation=person["organisation"],
        )
    for body in data["bodies"]:
        _add_body(rows, body)
    rows.session.flush()


def _add_body(rows: SampleRows, data: dict[str, Any]) -> None:
    code = data["code"]
    rows.leads[code] = lead = standard_lead(data["name"])
    key = rows.add(
        Body,
        ("body", code),
        code=code,
        kind=BodyKind(data["kind"]),
        name=data["name"],
        short_name=data.get("short_name", ""),
        sender=data.get("sender", ""),
        recommendation_lead=lead,
        default_place=data.get("place", ""),
        default_start=data.get("start"),
        default_end=data.get("end"),
        is_external=data.get("is_external", False),
        founded_on=data.get("founded_on"),
        state=BodyState(data.get("state", "active")),
    )
    rows.session.flush()
    for name in data.get("aliases", ()):
        rows.add(BodyName, ("body", code, "name", name), body_id=key, name=name)
    if data.get("meets_here", False):
        _add_habits(rows, code)
    _add_seats(rows, code, data)


def _add_habits(rows: SampleRows, code: str) -> None:
    """What its agendas always hold, and what its cases are written in."""
    body_id = sample_key("body", code)
    for position, item in enumerate(STANDARD_ITEMS):
        path = ("body", code, "fixed", position)
        rows.add(FixedItem, path, body_id=body_id, position=position, **asdict(item))
    for position, section in enumerate(STANDARD_SECTIONS):
        path = ("body", code, "section", position)
        rows.add(SectionTemplate, path, body_id=body_id, position=position, **asdict(section))


def _add_seats(rows: SampleRows, code: str, data: dict[str, Any]) -> None:
    roles = data.get("roles", {})
    rows.members[code] = data.get("members", [])
    for position, person in enumerate(rows.members[code]):
        rows.add(
            Membership,
            ("body", code, "seat", person),
            body_id=sample_key("body", code),
            person_id=sample_key("person", person),
            role=MembershipRole(roles.get(person, "member")),
            position=position,
        )
