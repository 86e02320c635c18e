"""Structured text -> strips: what an editor's text looks like on paper, and how it is tagged."""

from app.reports.richtext.blocks import note_strips, rich_strips
from app.reports.richtext.lists import bullet_mark, inner_strips, label_mark, point_strips
from app.reports.richtext.setting import Notes, Setting, spans_of

__all__ = [
    "Notes",
    "Setting",
    "bullet_mark",
    "inner_strips",
    "label_mark",
    "note_strips",
    "point_strips",
    "rich_strips",
    "spans_of",
]
