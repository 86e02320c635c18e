"""A page of the full edition with confidential parts says so at its head."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from app.models.richtext import Paragraph, RichText, Run
from app.models.visibility import Edition
from app.reports.export import build_paper
from app.reports.pages import PdfPages
from app.services.attachments import add_attachments, set_attachment_closed
from app.services.bodies import create_body
from app.services.decisions import add_free_decision
from app.services.items import create_item
from app.services.meetings import create_meeting
from app.services.queries.items import item_view
from app.services.recommendations import add_point
from app.services.sections import edit_section_text
from app.storage.database import Database

SECRET = RichText((Paragraph((Run("Prisen er "), Run("4 mio. kr.", confidential=True))),))
HEADS = {"Åben", "Lukket", "Indeholder fortroligt"}


def in_section(database: Database, item_id: UUID, _file: Path) -> None:
    edit_section_text(database, item_view(database, item_id).sections[0].id, SECRET)


def in_point(database: Database, item_id: UUID, _file: Path) -> None:
    add_point(database, item_view(database, item_id).recommendations[0].id, SECRET)


def in_decision(database: Database, item_id: UUID, _file: Path) -> None:
    add_free_decision(database, item_id, SECRET)


def in_attachment(database: Database, item_id: UUID, file: Path) -> None:
    add_attachments(database, item_id, [file])
    set_attachment_closed(database, item_view(database, item_id).attachments[0].id, True)


def heads(database: Database, meeting_id: UUID, edition: Edition) -> list[str]:
    """What the head of each page says of the items on it."""
    with database.read() as session:
        pdf = build_paper(session, meeting_id, "minutes", edition).pdf
    with PdfPages(pdf) as pages:
        words = [pages.text(page).splitlines() for page in range(1, len(pages))]
    return [next(head for line in page for head in HEADS if line.endswith(head)) for page in words]


@pytest.mark.parametrize("hide", [in_section, in_point, in_decision, in_attachment])
def test_a_page_that_holds_confidential_parts_does_not_call_itself_open(
    tmp_path: Path, hide: Callable[[Database, UUID, Path], None]
) -> None:
    file = tmp_path / "tilbud.txt"
    file.write_text("4 mio. kr.")
    with Database.create(tmp_path / "moedevaerk.db") as database:
        body = create_body(database, "Den Fælles Fjordgruppe", short_name="Fjordgruppen")
        meeting_id = create_meeting(database, body, dt.date(2027, 1, 14))
        create_item(database, meeting_id, title="Kajen")
        hide(database, create_item(database, meeting_id, title="Færgen"), file)
        assert heads(database, meeting_id, Edition.FULL) == [
            "Åben",
            "Indeholder fortroligt",
            "Åben",
        ]
        assert set(heads(database, meeting_id, Edition.OPEN)) == {"Åben"}
