"""Structured text -> strips: what an editor's text looks like on paper, and how it is tagged."""

from app.reports.richtext.blocks import note_strips, rich_strips
from app.reports.richtext.lists import inner_strips, point_mark, point_strips
from app.reports.richtext.setting import Notes, Setting, spans_of

__all__ = [
    "Notes",
    "Setting",
    "inner_strips",
    "note_strips",
    "point_mark",
    "point_strips",
    "rich_strips",
    "spans_of",
]
