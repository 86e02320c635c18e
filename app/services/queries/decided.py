"""What was decided as it stands in the text of an item: imported minutes, and decision sections."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import AgendaItem, ItemSection
from app.models.agenda_words import SectionKind
from app.models.body import Body
from app.models.meeting import Meeting, SourceLayout
from app.models.richtext import plain


@dataclass(frozen=True, slots=True)
class Written:
    """The words that say what became of an item; ``section_id`` is the last that holds some."""

    item: AgendaItem
    meeting: Meeting
    body: Body
    section_id: UUID
    words: str


def written_decisions(session: orm.Session) -> dict[UUID, Written]:
    """By item. Minutes are the decision only where an imported paper has no label for it."""
    query = (
        sa.select(ItemSection, AgendaItem, Meeting, Body)
        .join(AgendaItem, ItemSection.item_id == AgendaItem.id)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .join(Body, Meeting.body_id == Body.id)
        .where(
            sa.or_(
                ItemSection.kind == SectionKind.DECISION,
                sa.and_(
                    ItemSection.kind == SectionKind.MINUTES,
                    Meeting.source_layout != SourceLayout.OWN,
                ),
            )
        )
        .order_by(ItemSection.position)
    )
    places: dict[UUID, tuple[AgendaItem, Meeting, Body]] = {}
    sections: dict[UUID, list[ItemSection]] = defaultdict(list)
    for section, item, meeting, body in session.execute(query):
        places[item.id] = item, meeting, body
        sections[item.id].append(section)
    found = {item_id: _telling(of_item) for item_id, of_item in sections.items()}
    return {
        item_id: Written(*places[item_id], told[-1].id, "\n".join(plain(s.text) for s in told))
        for item_id, told in found.items()
        if told
    }


def _telling(sections: list[ItemSection]) -> list[ItemSection]:
    """Those labelled as a decision, otherwise the minutes; only what holds words."""
    decisions = [section for section in sections if section.kind is SectionKind.DECISION]
    return [section for section in decisions or sections if plain(section.text)]
