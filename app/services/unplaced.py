"""Lines of an imported paper that found no place: dealt with one by one."""

from __future__ import annotations

from uuid import UUID

from app.models.meeting import UnplacedLine
from app.services.finding import get
from app.storage.actions import Action
from app.storage.database import Database
from app.storage.deletion import delete_tree


def place_line(database: Database, line_id: UUID) -> None:
    """Take a line off the "ikke placeret" list because somebody has dealt with it.

    Raises ``NotFound`` when it is off the list already.
    """
    with database.write(Action.PLACE_LINE) as session:
        delete_tree(session, get(session, UnplacedLine, line_id))
