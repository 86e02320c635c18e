"""A confidential picture: whole in the full edition, not one byte of it in the open one."""

from __future__ import annotations

import datetime as dt
import io
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from PIL import Image as PillowImage

from app.models.agenda import ItemSection
from app.models.richtext import Image, Paragraph, RichText, Run
from app.models.visibility import Edition
from app.reports.export import BuiltPaper, build_paper
from app.reports.images import Picture, stored_images
from app.services import bodies, items, meetings
from app.services import sections as parts
from app.services.queries.items import item_view
from app.storage.database import Database
from tests.reports.reading import findings

SIDE = 40
BEFORE = Paragraph((Run("Kortet viser tilbuddene."),))
LEFT_OUT = Paragraph((Run("[udeladt]"),))
Build = Callable[[RichText, Edition], BuiltPaper]


def noise() -> bytes:
    """Pixels that stand nowhere by chance."""
    return random.Random(7).randbytes(SIDE * SIDE * 3)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "moedevaerk.db", "Ida Prøve") as opened:
        yield opened


@pytest.fixture
def picture(database: Database, tmp_path: Path) -> Image:
    path = tmp_path / "kort.png"
    PillowImage.frombytes("RGB", (SIDE, SIDE), noise()).save(path)
    sha256 = database.attachments.add(path).sha256
    return Image(sha256, "Zqalternativ over fjorden", "Zqbilledtekst", confidential=True)


@pytest.fixture
def asked() -> list[str]:
    """Pictures that the paper asked the store for."""
    return []


@pytest.fixture
def build(database: Database, asked: list[str]) -> Build:
    """The minutes of a meeting whose one item holds the text."""
    body_id = bodies.create_body(database, "Styregruppen for Fjordområdet")
    meeting_id = meetings.create_meeting(database, body_id, dt.date(2032, 5, 6))
    item_id = items.create_item(database, meeting_id, title="Pladser ved fjorden")
    section_id: UUID = item_view(database, item_id).sections[0].id
    resolve = stored_images(database.attachments.path_of)

    def images(sha256: str) -> Picture | None:
        asked.append(sha256)
        return resolve(sha256)

    def made(text: RichText, edition: Edition) -> BuiltPaper:
        parts.edit_section_text(database, section_id, text)
        with database.read() as session:
            return build_paper(session, meeting_id, "minutes", edition, images)

    return made


def contents(pdf: bytes) -> Iterator[bytes]:
    """The file raw, and each object and stream of it written out."""
    yield pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for found in document.objects:
            yield found.unparse(resolved=True)
            if isinstance(found, pikepdf.Stream):
                yield found.read_bytes()


def test_the_open_edition_is_the_same_as_if_the_picture_had_never_been(
    build: Build, picture: Image, asked: list[str]
) -> None:
    with_picture = build(RichText((BEFORE, picture)), Edition.OPEN)
    without = build(RichText((BEFORE, LEFT_OUT)), Edition.OPEN)
    assert with_picture.pdf == without.pdf
    assert asked == []


def test_the_full_edition_holds_picture_caption_and_alternative(
    build: Build, picture: Image, asked: list[str]
) -> None:
    built = build(RichText((BEFORE, picture)), Edition.FULL)
    found = list(contents(built.pdf))
    assert any(noise() in content for content in found)
    words = "Zqalternativ".encode("utf-16-be")
    assert any(words in c or words.hex().encode() in c or b"Zqalternativ" in c for c in found)
    assert asked == [picture.sha256]
    assert findings(built.pdf) == []


def test_an_open_picture_is_in_the_open_edition(build: Build, picture: Image) -> None:
    """The same search finds what is there, so the first test can fail."""
    shown = Image(picture.sha256, picture.alternative)
    found = contents(build(RichText((BEFORE, shown)), Edition.OPEN).pdf)
    assert any(noise() in content for content in found)


def test_the_mark_survives_the_file(build: Build, database: Database, picture: Image) -> None:
    build(RichText((picture,)), Edition.OPEN)
    path = database.path
    database.close()
    with Database.open(path, "Ida Prøve") as again, again.read() as session:
        texts = [section.text for section in session.query(ItemSection)]
    assert RichText((picture,)) in texts
