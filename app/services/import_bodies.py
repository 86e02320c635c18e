"""The body an imported paper names: found by any of its names, otherwise made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.body import Body, BodyKind, BodyName
from app.services.bodies import give_habits, standard_lead
from app.services.fields import name_key, one_line

_KINDS: tuple[tuple[str, BodyKind], ...] = (
    (r"^(?:FU\b|forretningsudvalg)", BodyKind.EXECUTIVE_COMMITTEE),
    (r"^(?:KKR\b|kommune(?:rnes )?kontaktråd)", BodyKind.POLITICAL_COUNCIL),
    (r"^(?:KDK\b|kommunaldirektørkreds)", BodyKind.CHIEF_EXECUTIVE_CIRCLE),
    (r"koordineringsgruppe", BodyKind.COORDINATION_GROUP),
    (r"arbejdsgruppe", BodyKind.WORKING_GROUP),
    (r"ekspertpanel", BodyKind.EXPERT_PANEL),
    (r"direktørkreds", BodyKind.DIRECTOR_CIRCLE),
    (r"netværk", BodyKind.NETWORK),
    (r"partnerskab", BodyKind.PARTNERSHIP),
    (r"forum", BodyKind.DIALOGUE_FORUM),
    (r"^(?:[\w-]+ )+kommune$|^region [\w-]+$", BodyKind.AUTHORITY),
)


def find_body(session: orm.Session, name: str) -> Body | None:
    """The body that has this name, short name, code or one of its other names; None for no name."""
    if not (wanted := name_key(name)):
        return None
    for body in session.scalars(sa.select(Body).order_by(Body.name)):
        if wanted in {name_key(body.name), name_key(body.short_name), name_key(body.code)}:
            return body
    for row in session.scalars(sa.select(BodyName).order_by(BodyName.name)):
        if name_key(row.name) == wanted:
            return session.get(Body, row.body_id)
    return None


def body_id(session: orm.Session, name: str) -> UUID | None:
    """The key of the body that has the name, or None."""
    found = find_body(session, name)
    return found.id if found else None


def make_body(
    session: orm.Session, name: str, lead: str = "", letterhead: Sequence[str] = ()
) -> Body:
    """A new body of that name with the standard items and sections.

    ``lead`` is how its paper leads recommendations in; without one the house's form is used. In a
    ``letterhead`` the full name stands above the sender, or one of them alone.
    """
    name = one_line(name)
    lines = [one_line(line) for line in letterhead]
    full = lines.pop(0) if len(lines) > 1 or (lines and lines[0] in lead) else name
    body = Body(
        name=full,
        short_name="" if full == name else name,
        sender=" ".join(lines),
        kind=_kind(full),
        recommendation_lead=lead or standard_lead(full),
    )
    give_habits(body)
    session.add(body)
    session.flush()
    return body


def _kind(name: str) -> BodyKind:
    for pattern, kind in _KINDS:
        if re.search(pattern, name, re.IGNORECASE):
            return kind
    return BodyKind.STEERING_GROUP
