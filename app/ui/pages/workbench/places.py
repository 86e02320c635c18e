"""Which words of the paper belong to a place in the editor. Public: ``words_at``."""

from __future__ import annotations

from uuid import UUID

from app.errors import NotFound
from app.i18n import pgettext
from app.models.richtext import plain
from app.services.queries.items import item_view
from app.storage.database import Database


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
    if place == "decision":
        return pgettext("paper", "Decision")
    if place == "attachments":
        return view.attachments[0].title if view.attachments else ""
    return ""
