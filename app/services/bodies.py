"""Bodies: create them, say what they are used to, delete those that nothing names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import orm

from app.errors import InvalidInput
from app.models.agenda_words import ItemKind, SectionKind
from app.models.body import Body, BodyKind, BodyState, FixedItem, SectionTemplate
from app.models.person import Membership, MembershipRole, Person
from app.services.durations import checked_minutes
from app.services.finding import get, owned
from app.storage.actions import Action
from app.storage.database import Database
from app.storage.deletion import delete_tree, is_referred_to


@dataclass(frozen=True)
class NewItem:
    """An item that stands on every agenda of the body."""

    kind: ItemKind
    title: str
    duration_min: int | None = None


@dataclass(frozen=True)
class NewSection:
    """A section that a new case item is born with."""

    kind: SectionKind
    label: str
    is_required: bool = False


@dataclass(frozen=True)
class NewMember:
    """A seat of the body; ``name`` may be empty while only the organisation is known."""

    name: str
    title: str = ""
    organisation: str = ""
    role: MembershipRole = MembershipRole.MEMBER


STANDARD_ITEMS = (
    NewItem(ItemKind.AGENDA_APPROVAL, "Godkendelse af dagsorden", 5),
    NewItem(ItemKind.MINUTES_APPROVAL, "Godkendelse af referat fra seneste møde", 5),
    NewItem(ItemKind.ANY_OTHER_BUSINESS, "Eventuelt", 5),
    NewItem(ItemKind.NEXT_MEETING, "Næste møde", 5),
)
"""What a new body starts with; data that the user edits, hence Danish as it is printed."""

STANDARD_SECTIONS = (
    NewSection(SectionKind.SUMMARY, "Resumé", True),
    NewSection(SectionKind.CASE_PRESENTATION, "Sagsfremstilling"),
    NewSection(SectionKind.FINANCE, "Økonomi"),
    NewSection(SectionKind.RECOMMENDATION, "Indstilling", True),
)


def create_body(
    database: Database,
    name: str,
    *,
    short_name: str = "",
    kind: BodyKind = BodyKind.STEERING_GROUP,
    state: BodyState = BodyState.ACTIVE,
    recommendation_lead: str = "",
    members: Sequence[NewMember] = (),
    fixed_items: Sequence[NewItem] = STANDARD_ITEMS,
    default_place: str = "",
    default_start: dt.time | None = None,
    default_end: dt.time | None = None,
) -> UUID:
    """Create a body with its seats and habits. Raises ``InvalidInput`` without a name."""
    if not name.strip():
        raise InvalidInput("Write the name of the group.")
    lead = recommendation_lead.strip() or standard_lead(name)
    body = Body(
        name=name.strip(), short_name=short_name.strip(), kind=kind, state=state,
        recommendation_lead=lead, default_place=default_place,
        default_start=default_start, default_end=default_end,
    )  # fmt: skip
    give_habits(body, fixed_items)
    with database.write(Action.CREATE_BODY) as session:
        session.add(body)
        session.flush()
        for position, member in enumerate(members):
            session.add(_membership(body.id, member, position))
    return body.id


def delete_body(database: Database, body_id: UUID) -> None:
    """Delete a group that nothing but its seats points at, and who sat in it alone.

    Raises ``InvalidInput`` for one that has met or that a paper names, ``NotFound``.
    """
    with database.write(Action.DELETE_BODY) as session:
        body = get(session, Body, body_id)
        seats = owned(session, Membership, Membership.body_id, body_id, Membership.position)
        people = dict.fromkeys(get(session, Person, seat.person_id) for seat in seats)
        for seat in seats:
            delete_tree(session, seat)
        if is_referred_to(session, body):
            raise InvalidInput(
                "{name} has meetings or is named in papers, so it stays. "
                "A group that meets no more can be set as closed in its form.",
                name=body.shown_name,
            )
        for row in (body, *(one for one in people if not _is_known(session, one))):
            delete_tree(session, row)


def _is_known(session: orm.Session, person: Person) -> bool:
    """Whether somebody has a seat, or is named anywhere."""
    seats = owned(session, Membership, Membership.person_id, person.id, Membership.position)
    return bool(seats) or is_referred_to(session, person)


def standard_lead(name: str) -> str:
    """How recommendations to a body of that name begin until it says otherwise."""
    return f"Det indstilles, at {name.strip()}"


def give_habits(body: Body, fixed_items: Sequence[NewItem] = STANDARD_ITEMS) -> None:
    """What the agendas of a new body always hold, and what its cases are written in."""
    body.fixed_items = [
        FixedItem(
            position=i,
            kind=item.kind,
            title=item.title,
            duration_min=checked_minutes(item.duration_min),
        )
        for i, item in enumerate(fixed_items)
    ]
    body.section_templates = [
        SectionTemplate(position=i, kind=s.kind, label=s.label, is_required=s.is_required)
        for i, s in enumerate(STANDARD_SECTIONS)
    ]


def _membership(body_id: UUID, member: NewMember, position: int) -> Membership:
    person = Person(name=member.name.strip(), title=member.title, organisation=member.organisation)
    return Membership(body_id=body_id, person=person, role=member.role, position=position)
