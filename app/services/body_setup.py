"""What a group is used to, read and written whole by one form."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.errors import InvalidInput
from app.models.agenda_words import ItemKind
from app.models.body import Body, BodyKind, BodyName, BodyState, FixedItem
from app.models.person import Membership, Person
from app.services.bodies import STANDARD_ITEMS, NewItem, NewMember, create_body
from app.services.durations import checked_minutes
from app.services.fields import name_key, one_line, update
from app.services.finding import get, owned, seats_of
from app.services.import_people import known_people
from app.services.ordering import reorder
from app.storage.actions import Action
from app.storage.database import Database
from app.storage.deletion import delete_tree


@dataclass(frozen=True)
class BodySetup:
    """A group as its form shows it; members and items in their order."""

    name: str
    short_name: str = ""
    kind: BodyKind = BodyKind.STEERING_GROUP
    state: BodyState = BodyState.ACTIVE
    recommendation_lead: str = ""
    default_place: str = ""
    default_start: dt.time | None = None
    default_end: dt.time | None = None
    members: tuple[NewMember, ...] = ()
    fixed_items: tuple[NewItem, ...] = STANDARD_ITEMS


_OWN = (
    "name", "short_name", "kind", "state", "recommendation_lead", "default_place", "default_start",
    "default_end",
)  # fmt: skip


def body_setup(database: Database, body_id: UUID) -> BodySetup:
    """The group as it is now; raises ``NotFound``."""
    with database.read() as session:
        body = get(session, Body, body_id)
        items = owned(session, FixedItem, FixedItem.body_id, body_id, FixedItem.position)
        seats = seats_of(session, body_id)
        return BodySetup(
            **{name: getattr(body, name) for name in _OWN},
            members=tuple(NewMember(p.name, p.title, p.organisation, m.role) for m, p in seats),
            fixed_items=tuple(NewItem(i.kind, i.title, i.duration_min) for i in items),
        )


def save_body(
    database: Database,
    setup: BodySetup,
    body_id: UUID | None = None,
    *,
    today: dt.date | None = None,
) -> UUID:
    """Make a group, or change it to be as ``setup`` says, in one step.

    A member who is no longer named leaves ``today``; papers keep their own snapshot (domain I7).
    Meetings that are there keep their items. Raises ``InvalidInput`` without a name, with that of
    another group, or for a member with two seats.
    """
    if not setup.name.strip():
        raise InvalidInput("Write the name of the group.")
    refuse_twice(setup.members)
    with database.read() as session:
        _check_name(session, setup, body_id)
    if body_id is None:
        own: dict[str, Any] = {name: getattr(setup, name) for name in _OWN}
        return create_body(database, **own, members=setup.members, fixed_items=setup.fixed_items)
    today = today or dt.date.today()
    with database.write(Action.EDIT_BODY) as session:
        body = get(session, Body, body_id)
        _keep_names(session, body, setup, today)
        update(body, {name: getattr(setup, name) for name in _OWN}, frozenset(_OWN))
        _set_members(session, body_id, setup.members, today)
        _set_items(session, body_id, setup.fixed_items)
    return body_id


def _check_name(session: orm.Session, setup: BodySetup, body_id: UUID | None) -> None:
    """What lists show of a group names no other one; groups of one name have short names."""
    bodies = {body.id: _names(body) for body in session.scalars(sa.select(Body))}
    own = _names(setup)
    if body_id and bodies.pop(body_id, None) == own:
        return
    if any(own[0] in other or other[0] in own for other in bodies.values()):
        raise InvalidInput(
            "There is a group called {name} already. Give this one another name.",
            name=one_line(setup.short_name or setup.name),
        )


def _names(group: Body | BodySetup) -> tuple[str, str]:
    """The name that lists show, then the whole one, both to be compared."""
    return name_key(group.short_name or group.name), name_key(group.name)


def refuse_twice(members: Sequence[NewMember]) -> None:
    """Raises ``InvalidInput`` for a member who has two seats.

    Two people of one name are told apart by their organisation (or title).
    """
    told: dict[str, list[str]] = defaultdict(list)
    for member in members:
        name, about = name_key(member.name), name_key(member.organisation or member.title)
        if name and told[name] and (not about or {about, ""} & {*told[name]}):
            raise InvalidInput(
                "{name} has a seat already. Write the organisation too if this is somebody else.",
                name=one_line(member.name),
            )
        told[name].append(about)


def _keep_names(session: orm.Session, body: Body, setup: BodySetup, today: dt.date) -> None:
    """The papers so far name the group as it was called: it is still found by that."""
    others = owned(session, BodyName, BodyName.body_id, body.id, BodyName.name)
    known = {
        name_key(one) for one in ("", setup.name, setup.short_name, *(row.name for row in others))
    }
    for name in (body.name, body.short_name):
        if name_key(name) not in known:
            session.add(BodyName(body_id=body.id, name=one_line(name), used_to=today))
            known.add(name_key(name))


def known_kind(title: str) -> ItemKind:
    """What sort of item a title on the list of fixed items means; information when unknown."""
    words = title.casefold()
    for kind, sign in (
        (ItemKind.AGENDA_APPROVAL, "dagsorden"),
        (ItemKind.MINUTES_APPROVAL, "referat"),
        (ItemKind.ANY_OTHER_BUSINESS, "eventuelt"),
        (ItemKind.NEXT_MEETING, "næste møde"),
        (ItemKind.THEME, "tema"),
    ):
        if sign in words:
            return kind
    return ItemKind.INFORMATION


def _set_members(
    session: orm.Session, body_id: UUID, members: Sequence[NewMember], today: dt.date
) -> None:
    """Seats matched by name, or by organisation while nobody is appointed."""
    old, seated = defaultdict(list), set()
    for seat, who in seats_of(session, body_id):
        old[_key(who.name, who.organisation)].append((seat, who))
        seated.add(who.id)
    wanted = Counter(_key(member.name, member.organisation) for member in members)
    is_change = any(found[0][1].name and len(found) > wanted[name] for name, found in old.items())
    known = known_people(session, body_id)
    known = {name: key for name, key in known.items() if key not in seated}
    for position, member in enumerate(members):
        namesakes = old[_key(member.name, member.organisation)]
        namesakes.sort(key=lambda known: known[1].organisation != member.organisation)
        if namesakes:
            seat, person = namesakes.pop(0)
        else:
            person = _person(session, known, member.name)
            seat = _new_seat(session, body_id, person, today, is_change=is_change)
        person.name = one_line(member.name)
        person.title, person.organisation = member.title, member.organisation
        seat.role, seat.position = member.role, position
    for seat, _who in itertools.chain.from_iterable(old.values()):
        seat.to_on = today


def _person(session: orm.Session, known: dict[str, UUID], name: str) -> Person:
    """Who had a seat before or came to a meeting is known; a namesake of a member is not them."""
    key = known.pop(name_key(name), None)
    return session.get_one(Person, key) if key else Person(name=name.strip())


def _new_seat(
    session: orm.Session, body_id: UUID, person: Person, today: dt.date, *, is_change: bool
) -> Membership:
    """Who returns, or comes where somebody leaves, has a seat from today; somebody who was only
    forgotten has sat there all along. Who left today had not left."""
    session.add(person)
    session.flush()
    past = [
        seat
        for seat in owned(session, Membership, Membership.person_id, person.id, Membership.position)
        if seat.body_id == body_id
    ]
    for seat in past:
        if seat.to_on == today:
            seat.to_on = None
            return seat
    seat = Membership(body_id=body_id, person=person, from_on=today if past or is_change else None)
    session.add(seat)
    return seat


def _key(name: str, organisation: str) -> str:
    return name_key(name or organisation)


def _set_items(session: orm.Session, body_id: UUID, items: Sequence[NewItem]) -> None:
    old = owned(session, FixedItem, FixedItem.body_id, body_id, FixedItem.position)
    by_title = defaultdict(list)
    for row in old:
        by_title[row.title.casefold()].append(row)
    kept: list[FixedItem] = []
    for item in items:
        if known := by_title[item.title.casefold()]:
            row = known.pop(0)
        else:
            row = FixedItem(body_id=body_id, position=0, kind=item.kind, title=item.title)
            session.add(row)
        row.title, row.duration_min = item.title, checked_minutes(item.duration_min)
        kept.append(row)
    for row in itertools.chain.from_iterable(by_title.values()):
        delete_tree(session, row)
    reorder(kept)
