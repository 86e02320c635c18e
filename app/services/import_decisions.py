"""Decisions of an imported paper with what travels with them, remarks, sub-items, follow-ups."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import orm

from app.models.agenda import AgendaItem, SubItem
from app.models.decision import Decision, Modifier, Outcome, Statement
from app.models.draft import DecisionDraft, FollowUpDraft, ItemDraft
from app.models.follow_up import ActorKind, FollowUp
from app.models.fuzzy_date import parse_fuzzy_date
from app.models.meeting import Meeting
from app.models.person import Person
from app.services.fields import name_key
from app.services.import_bodies import find_body, make_body
from app.services.import_people import known_people


def add_decisions(
    session: orm.Session,
    meeting: Meeting,
    row: AgendaItem,
    drafts: Sequence[DecisionDraft],
    points: Sequence[UUID],
) -> None:
    """The decisions; ``points`` are the keys of the item's points, in order."""
    for position, draft in enumerate(drafts):
        made = _decision(session, draft)
        made.item_id, made.position = row.id, position
        made.condition_due = parse_fuzzy_date(draft.condition_due, meeting.date)
        made.point_id = None if draft.point is None else points[draft.point]
        session.add(made)


def _decision(session: orm.Session, draft: DecisionDraft) -> Decision:
    return Decision(
        text=draft.text,
        outcome=Outcome(draft.outcome) if draft.outcome else None,
        modifier=Modifier(draft.modifier),
        outcome_text_verbatim=draft.words,
        reservation_text=draft.reservation,
        condition_text=draft.condition,
        condition_body_id=_named_body_id(session, draft.condition_body),
        dissent_text=draft.dissent,
        is_standing_rule=draft.is_standing_rule,
        valid_from=draft.valid_from,
        valid_to=draft.valid_to,
        anchored_in_body_id=_named_body_id(session, draft.anchored_in),
        delegated_to_body_id=_named_body_id(session, draft.delegated_to),
        delegation_scope=draft.delegation_scope,
        delegated_until=draft.delegated_until,
    )


def add_remarks(session: orm.Session, row: AgendaItem, item: ItemDraft) -> None:
    """Remarks under somebody's name, and the points below an information item."""
    for position, one in enumerate(item.statements):
        session.add(
            Statement(item_id=row.id, position=position, name_as_printed=one.name, text=one.text)
        )
    for position, sub in enumerate(item.sub_items):
        session.add(
            SubItem(
                item_id=row.id,
                position=position,
                number_text=sub.number,
                title=sub.title,
                reporter=sub.reporter,
                text=sub.text,
            )
        )


def add_follow_ups(
    session: orm.Session, meeting: Meeting, row: AgendaItem, drafts: Sequence[FollowUpDraft]
) -> None:
    """Who does what by when; those who were at the meeting are known already.

    Whoever is known keeps the task, whether the paper's name was taken for a person's or a group's.
    """
    known = known_people(session, meeting.body_id) if drafts else {}
    for position, draft in enumerate(drafts):
        made = FollowUp(
            item_id=row.id,
            position=position,
            action=draft.action,
            actor_kind=ActorKind(draft.actor_kind),
        )
        made.due = parse_fuzzy_date(draft.due, meeting.date)
        if draft.actor and (person_id := known.get(name_key(draft.actor))):
            made.actor_kind, made.actor_person_id = ActorKind.PERSON, person_id
        elif draft.actor and (body := find_body(session, draft.actor)):
            made.actor_kind, made.actor_body_id = ActorKind.BODY, body.id
        elif made.actor_kind is ActorKind.PERSON:
            made.actor_person_id = known[name_key(draft.actor)] = _person_id(session, draft.actor)
        elif made.actor_kind is ActorKind.BODY:
            made.actor_body_id = _named_body_id(session, draft.actor)
        session.add(made)


def _person_id(session: orm.Session, name: str) -> UUID:
    person = Person(name=name)
    session.add(person)
    session.flush()
    return person.id


def _named_body_id(session: orm.Session, name: str) -> UUID | None:
    """The body that the paper names, made when it is not there; None for no name."""
    return (find_body(session, name) or make_body(session, name)).id if name.strip() else None
