"""What is written in the lead of a recommendation is printed, with points or without."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.importing.reading import read_paper
from app.models.agenda import ListStyle
from app.models.richtext import text_of
from app.models.visibility import Edition
from app.reports.data import Product
from app.reports.export import build_paper
from app.services.bodies import create_body
from app.services.importing import import_drafts
from app.services.items import create_item
from app.services.meetings import create_meeting
from app.services.queries.items import item_view
from app.services.recommendations import (
    add_point,
    add_recommendation_set,
    edit_recommendation_set,
)
from app.storage.database import Database
from tests.reports.searching import shown_words

LEAD = "Det indstilles, at styregruppen godkender rammen på 4 mio. kr."


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "moedevaerk.db") as made:
        yield made


@pytest.fixture
def meeting_id(database: Database) -> UUID:
    body = create_body(database, "Den Fælles Fjordgruppe", short_name="Fjordgruppen")
    return create_meeting(database, body, dt.date(2027, 1, 14))


@pytest.fixture
def set_id(database: Database, meeting_id: UUID) -> UUID:
    """The empty recommendation that a new case is born with."""
    item = item_view(database, create_item(database, meeting_id, title="Kajen"))
    return item.recommendations[0].id


def printed(database: Database, meeting_id: UUID, product: Product = "minutes") -> str:
    with database.read() as session:
        return shown_words(build_paper(session, meeting_id, product, Edition.OPEN).pdf)


@pytest.mark.parametrize("product", ["agenda", "minutes"])
@pytest.mark.parametrize("list_style", list(ListStyle))
def test_a_recommendation_written_in_its_lead_is_printed(
    database: Database, meeting_id: UUID, set_id: UUID, product: Product, list_style: ListStyle
) -> None:
    edit_recommendation_set(database, set_id, lead_in_verbatim=LEAD, list_style=list_style)
    words = printed(database, meeting_id, product)
    assert "".join(LEAD.split()) in words
    assert words.count("Indstilling") == 1


def test_a_lead_of_one_word_is_printed(database: Database, meeting_id: UUID, set_id: UUID) -> None:
    edit_recommendation_set(database, set_id, lead_in_verbatim="Godkendes.")
    assert "IndstillingGodkendes." in printed(database, meeting_id)


def test_a_lead_alone_comes_back_from_its_paper(
    database: Database, meeting_id: UUID, set_id: UUID, tmp_path: Path
) -> None:
    edit_recommendation_set(database, set_id, lead_in_verbatim=LEAD)
    with database.read() as session:
        pdf = build_paper(session, meeting_id, "agenda", Edition.FULL).pdf
    (path := tmp_path / "dagsorden.pdf").write_bytes(pdf)
    with Database.create(tmp_path / "ny" / "moedevaerk.db") as other:
        (again,) = import_drafts(other, [read_paper(path)]).created
        assert "".join(LEAD.split()) in printed(other, again, "agenda")


@pytest.mark.parametrize(
    "bare",
    [
        "",
        "  ",
        "Det indstilles, at Den Fælles Fjordgruppe",
        "Det indstilles, at fjordgruppen:",
        "Det indstilles, at Styregruppen",
        "Sekretariatet indstiller, at",
    ],
)
def test_a_lead_that_leads_to_nothing_is_not_printed(
    database: Database, meeting_id: UUID, set_id: UUID, bare: str
) -> None:
    edit_recommendation_set(database, set_id, lead_in_verbatim=bare)
    words = printed(database, meeting_id)
    assert "Kajen" in words
    assert not any(word in words for word in ("Indstilling", "indstille"))
    add_point(database, set_id, text_of("sejler"))
    assert "".join(bare.split()) in printed(database, meeting_id)


def test_the_groups_own_lead_is_bare_whatever_it_says(database: Database) -> None:
    lead = "Udvalgene anbefaler den fælles gruppe"
    body = create_body(database, "Fjordgruppen", recommendation_lead=lead)
    meeting_id = create_meeting(database, body, dt.date(2027, 1, 14))
    create_item(database, meeting_id, title="Kajen")
    assert "anbefaler" not in printed(database, meeting_id)


def test_the_label_goes_to_the_first_recommendation_that_is_printed(
    database: Database, meeting_id: UUID
) -> None:
    item_id = create_item(database, meeting_id, title="Kajen")
    section = item_view(database, item_id).recommendations[0].section_id
    add_recommendation_set(database, item_id, section_id=section, lead=LEAD)
    words = printed(database, meeting_id)
    assert "Indstilling" in words
    assert "".join(LEAD.split()) in words
