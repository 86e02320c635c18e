"""The words that agenda items and their sections are sorted by (domain section 4.1)."""

from __future__ import annotations

import enum


class ItemKind(enum.StrEnum):
    """What sort of item it is."""

    AGENDA_APPROVAL = "agenda_approval"
    MINUTES_APPROVAL = "minutes_approval"
    THEME = "theme"
    CASE = "case"
    INFORMATION = "information"
    ANY_OTHER_BUSINESS = "any_other_business"
    NEXT_MEETING = "next_meeting"


FORMAL_KINDS = frozenset(
    {
        ItemKind.AGENDA_APPROVAL,
        ItemKind.MINUTES_APPROVAL,
        ItemKind.ANY_OTHER_BUSINESS,
        ItemKind.NEXT_MEETING,
    }
)
TAIL_KINDS = frozenset({ItemKind.ANY_OTHER_BUSINESS, ItemKind.NEXT_MEETING})


class SectionKind(enum.StrEnum):
    """What a section is for; its printed label is free."""

    SUMMARY = "summary"
    BACKGROUND = "background"
    CASE_PRESENTATION = "case_presentation"
    DISCUSSION = "discussion"
    FINANCE = "finance"
    BODY_VIEW = "body_view"
    TIMETABLE = "timetable"
    INFORMATION = "information"
    RECOMMENDATION = "recommendation"
    MINUTES = "minutes"
    DECISION = "decision"
    OTHER = "other"


AFTER_MEETING_KINDS = frozenset({SectionKind.MINUTES, SectionKind.DECISION})
