"""What was attached after the meeting says so in the minutes, and nowhere else (domain R38)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.models.meeting import MeetingState
from app.models.visibility import Edition
from app.reports.data import Product
from app.reports.export import build_paper
from app.services.attachments import add_attachments, set_attachment_closed
from app.services.bodies import create_body
from app.services.items import create_item
from app.services.meetings import change_state, create_meeting
from app.storage.database import Database
from tests.reports.reading import findings, words_in_order

MARK = "(vedlagt efter mødet)"


@pytest.fixture
def held(tmp_path: Path) -> Iterator[tuple[Database, UUID, UUID]]:
    """A meeting that has been held, with one attachment from before it and one from after."""
    with Database.create(tmp_path / "data" / "moedevaerk.db") as database:
        body_id = create_body(database, "Styregruppen for Fjordområdet")
        meeting_id = create_meeting(database, body_id, dt.date(2032, 5, 6))
        item_id = create_item(database, meeting_id, title="Pladser i botilbud")
        attach(database, item_id, tmp_path / "Notat om pladser.pdf")
        for state in (MeetingState.AGENDA_SENT, MeetingState.HELD):
            change_state(database, meeting_id, state)
        late = attach(database, item_id, tmp_path / "Slides fra oplægget.pdf")
        yield database, meeting_id, late


def attach(database: Database, item_id: UUID, path: Path) -> UUID:
    path.write_bytes(path.name.encode())
    return add_attachments(database, item_id, [path])[0]


def printed(database: Database, meeting_id: UUID, product: Product, edition: Edition) -> str:
    """The words of the paper, which is sound."""
    with database.read() as session:
        pdf = build_paper(session, meeting_id, product, edition).pdf
    assert findings(pdf) == []
    return " ".join(words_in_order(pdf))


@pytest.mark.parametrize("edition", list(Edition))
def test_the_minutes_mark_what_came_after_the_meeting(
    held: tuple[Database, UUID, UUID], edition: Edition
) -> None:
    words = printed(*held[:2], "minutes", edition)
    assert f"2. Slides fra oplægget {MARK}" in words
    assert "1. Notat om pladser 2." in words
    assert words.count(MARK) == 1


def test_the_agenda_knows_nothing_of_it(held: tuple[Database, UUID, UUID]) -> None:
    words = printed(*held[:2], "agenda", Edition.FULL)
    assert "Notat om pladser" in words
    assert "Slides" not in words
    assert MARK not in words


def test_a_closed_one_is_not_told_of_in_the_open_edition(
    held: tuple[Database, UUID, UUID],
) -> None:
    database, meeting_id, late = held
    set_attachment_closed(database, late, True)
    opened = printed(database, meeting_id, "minutes", Edition.OPEN)
    assert "2. Lukket bilag" in opened
    assert MARK not in opened
    full = printed(database, meeting_id, "minutes", Edition.FULL)
    assert "2. Slides fra oplægget (lukket, vedlagt efter mødet)" in full
    assert full.count("lukket") == 1
