"""One item of an imported paper with its sections, recommendations, decision and attachments."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import (
    AgendaItem,
    ItemPresenter,
    ItemSection,
    ListStyle,
    RecommendationPoint,
    RecommendationSet,
)
from app.models.agenda_words import ItemKind, SectionKind
from app.models.attachment import Attachment, AttachmentKind
from app.models.decision import Decision, Outcome
from app.models.draft import AttachmentDraft, ItemDraft, PointDraft, RecommendationSetDraft
from app.models.meeting import Meeting
from app.models.richtext import EMPTY
from app.services.import_bodies import body_id
from app.services.import_decisions import add_decisions, add_remarks

_OWN_NUMBER = re.compile(r"^Bilag \d{1,3}\s*[:.\-–]?\s+(?=\S)", re.IGNORECASE)


def add_item(session: orm.Session, meeting: Meeting, position: int, item: ItemDraft) -> AgendaItem:
    """The item under its printed number, which from then on is fixed."""
    row = AgendaItem(
        meeting_id=meeting.id,
        position=position,
        number=item.number,
        number_at_dispatch=item.number,
        title=item.title,
        kind=ItemKind(item.kind),
        is_closed=item.is_closed,
        added_at_meeting=item.added_at_meeting,
        case_number_printed=item.case_number or "",
        time_from=item.time_from,
        time_to=item.time_to,
        duration_min=item.duration_min,
    )
    session.add(row)
    session.flush()
    for order, name in enumerate(item.presenters):
        session.add(ItemPresenter(item_id=row.id, position=order, name_as_printed=name))
    sections = _add_sections(session, row, item)
    points = _add_sets(session, row, item.recommendation_sets, sections)
    if item.decisions:
        add_decisions(session, meeting, row, item.decisions, points)
    else:
        _add_decision(session, row, item)
    add_remarks(session, row, item)
    _add_attachments(session, row, item.attachments)
    return row


def _add_sections(
    session: orm.Session, row: AgendaItem, item: ItemDraft
) -> Mapping[int, ItemSection]:
    """The sections by their place in the draft, but for those of which nothing is left to write.

    Minutes stay, though empty: their label is that of the decision.
    """
    sections = {
        place: ItemSection(
            item_id=row.id,
            position=place,
            label_verbatim=section.label,
            kind=SectionKind(section.kind),
            author_body_id=body_id(session, section.author_body),
            text=section.text if section.rest is None else section.rest,
        )
        for place, section in enumerate(item.sections)
        if section.rest is None or section.rest or section.kind == SectionKind.MINUTES
    }
    session.add_all(sections.values())
    session.flush()
    return sections


def _add_sets(
    session: orm.Session,
    row: AgendaItem,
    drafts: Sequence[RecommendationSetDraft],
    sections: Mapping[int, ItemSection],
) -> list[UUID]:
    """The sets; one told inside another section stays there as text and is not stored twice.

    The keys of their points, in order.
    """
    points: list[UUID] = []
    own = [
        made
        for made in drafts
        if made.section is None or sections[made.section].kind is SectionKind.RECOMMENDATION
    ]
    for position, made in enumerate(own):
        found = _set(session, made)
        found.item_id, found.position = row.id, position
        found.section_id = None if made.section is None else sections[made.section].id
        session.add(found)
        session.flush()
        points += _add_points(session, found, made.points)
    return points


def _set(session: orm.Session, made: RecommendationSetDraft) -> RecommendationSet:
    return RecommendationSet(
        from_body_id=body_id(session, made.from_body),
        to_body_id=body_id(session, made.to_body),
        from_text=made.from_body,
        lead_in_verbatim=made.lead,
        list_style=ListStyle(made.list_style),
        is_put_to_decision=made.put_to_decision,
    )


def _add_points(
    session: orm.Session, found: RecommendationSet, drafts: Sequence[PointDraft]
) -> list[UUID]:
    points = [
        RecommendationPoint(
            recommendation_set_id=found.id,
            position=position,
            number_text=point.number,
            verb=point.verb,
            text=point.text,
        )
        for position, point in enumerate(drafts)
    ]
    session.add_all(points)
    session.flush()
    return [point.id for point in points]


def _add_decision(session: orm.Session, row: AgendaItem, item: ItemDraft) -> None:
    """The outcome where the words are plain; the words themselves stand in their section.

    It answers the point where there is one alone, otherwise the item.
    """
    if item.outcome is not None:
        session.flush()
        points = session.scalars(
            sa.select(RecommendationPoint.id)
            .join(RecommendationSet)
            .where(RecommendationSet.item_id == row.id, RecommendationSet.is_put_to_decision)
        ).all()
        session.add(
            Decision(
                item_id=row.id,
                point_id=points[0] if len(points) == 1 else None,
                outcome=Outcome(item.outcome.outcome),
                outcome_text_verbatim=item.outcome.words,
                text=EMPTY,
            )
        )


def _add_attachments(
    session: orm.Session, row: AgendaItem, drafts: Sequence[AttachmentDraft]
) -> None:
    for position, draft in enumerate(drafts):
        in_title = draft.number is not None and not draft.is_counted
        title = _OWN_NUMBER.sub("", draft.title) if in_title else draft.title
        session.add(
            Attachment(
                item_id=row.id,
                position=position,
                number=draft.number if draft.is_counted or title != draft.title else None,
                title_verbatim=title,
                kind=AttachmentKind.MINUTES if draft.is_minutes else AttachmentKind.OTHER,
                is_case_presentation=draft.is_case_presentation,
                is_closed=row.is_closed or draft.is_closed,
                appended_after_meeting=draft.is_late,
                excludes_own_attachments=draft.excludes_own_attachments,
            )
        )
