"""Small answers the page needs: where a place is printed, what a step moved, how long it lasts.

Public: ``SHOWN_TABLES``, ``words_at``, ``farthest_moved``, ``length_of``.
"""

from __future__ import annotations

from uuid import UUID

from app.errors import NotFound
from app.i18n import pgettext
from app.models.richtext import plain
from app.services.queries.items import item_view
from app.services.queries.meetings import MeetingFields
from app.storage.database import Database

SHOWN_TABLES = {
    "meeting", "agenda_item", "item_section", "recommendation_set", "recommendation_point",
    "decision", "attachment", "attendance", "unplaced_line", "body", "sub_item", "statement",
    "follow_up", "item_presenter",
}  # fmt: skip


def words_at(database: Database, item_id: UUID, place: object) -> str:
    """The first words printed of a part: of a section by its id, of the others by their word.

    Empty for the head of the item, and where nothing is written yet.
    """
    try:
        view = item_view(database, item_id)
    except NotFound:
        return ""
    if isinstance(place, UUID):
        return next((plain(one.text) for one in view.sections if one.id == place), "")
    if place == "recommendation":
        points = [point for found in view.recommendations for point in found.points]
        return plain(points[0].text) if points else ""
    if place == "sub_items":
        return view.sub_items[0].title if view.sub_items else ""
    if place == "decision":
        return pgettext("paper", "Decision")
    if place == "attachments":
        return view.attachments[0].title if view.attachments else ""
    return ""


def length_of(fields: MeetingFields) -> int | None:
    """Minutes from start to end."""
    if fields.start is None or fields.end is None:
        return None
    start, end = (time.hour * 60 + time.minute for time in (fields.start, fields.end))
    return end - start


def farthest_moved(
    before: list[UUID], after: list[UUID], chosen: UUID | None = None
) -> UUID | None:
    """The item that a step back has moved, if it has moved one; neighbours shift by one.

    Of two that changed places the one that is ``chosen`` is taken.
    """
    if before == after or set(before) != set(after):
        return None

    def distance(item_id: UUID) -> tuple[int, bool]:
        return abs(after.index(item_id) - before.index(item_id)), item_id == chosen

    return max(after, key=distance)
