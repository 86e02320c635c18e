"""A draft in the form of ``import --json``."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from app.importing.content.items import sets_in
from app.importing.content.recommendations import set_text
from app.models.draft import (
    AttendanceDraft,
    DecisionDraft,
    ImportDraft,
    ItemDraft,
    MeetingDraft,
    RecommendationSetDraft,
)
from app.models.richtext import RichText, plain


def draft_json(draft: ImportDraft) -> dict[str, Any]:
    """Plain data of a draft; dates ISO, times ``HH:MM``."""
    return {"meetings": [_meeting(meeting) for meeting in draft.meetings]}


def _meeting(meeting: MeetingDraft) -> dict[str, Any]:
    return {
        "body": meeting.body,
        "date": meeting.date.isoformat() if meeting.date else None,
        "start": meeting.start.strftime("%H:%M") if meeting.start else None,
        "end": meeting.end.strftime("%H:%M") if meeting.end else None,
        "place": meeting.place,
        "layout": meeting.layout,
        "other_info": plain(meeting.other_info),
        "attendance": [_attendance(person) for person in meeting.attendance],
        "items": [_item(item) for item in meeting.items],
        "unplaced": [
            {"line": one.line, "page": one.page, "text": one.text} for one in meeting.unplaced
        ],
        "coverage": round(meeting.coverage, 4),
    }


def _attendance(person: AttendanceDraft) -> dict[str, Any]:
    return {
        "name": person.name,
        "title": person.title,
        "organisation": person.organisation,
        "status": person.status,
        "role": person.role,
        "substitutes_for": person.substitutes_for or None,
        "note": person.note or None,
    }


def _item(item: ItemDraft) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.title,
        "case_number": item.case_number,
        "is_closed": item.is_closed,
        "kind": item.kind,
        "presenters": list(item.presenters),
        "sections": [
            {"kind": section.kind, "label": section.label, "text": plain(section_text(item, index))}
            for index, section in enumerate(item.sections)
        ],
        "recommendation_sets": [_set(made) for made in item.recommendation_sets],
        "attachments": [one.title for one in item.attachments],
        "decision_text": item.decision_text,
        "outcome": item.outcome.outcome if item.outcome else None,
        "decisions": [_decision(made) for made in item.decisions],
        "statements": [{"name": one.name, "text": plain(one.text)} for one in item.statements],
        "follow_ups": [asdict(made) for made in item.follow_ups],
        "sub_items": [asdict(made) | {"text": plain(made.text)} for made in item.sub_items],
    }


def _decision(made: DecisionDraft) -> dict[str, Any]:
    """Its fields with ISO dates; ``point`` counts the points of the item from 1."""
    days = ("valid_from", "valid_to", "delegated_until")
    told = {day: value.isoformat() if (value := getattr(made, day)) else None for day in days}
    point = None if made.point is None else made.point + 1
    return asdict(made) | told | {"text": plain(made.text), "point": point}


def section_text(item: ItemDraft, index: int) -> RichText:
    """A section as the paper shows it: a recommendation with its lead and points."""
    text = item.sections[index].text
    for made in sets_in(item, index):
        text = RichText(text.blocks + set_text(made).blocks)
    return text


def _set(made: RecommendationSetDraft) -> dict[str, Any]:
    return {
        "from_body": made.from_body or None,
        "lead": made.lead,
        "points": [plain(point.text) for point in made.points],
    }
