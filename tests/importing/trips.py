"""Out as a paper and in again."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from app.importing.reading import read_paper
from app.models.draft import ImportDraft
from app.models.visibility import Edition
from app.reports.data import Product
from app.reports.export import build_paper
from app.storage.database import Database

Import = Callable[[ImportDraft], tuple[Database, UUID]]
"""Imports the first meeting of a draft into an empty database."""


def export(made: tuple[Database, UUID], product: Product, edition: Edition) -> bytes:
    database, meeting_id = made
    with database.read() as session:
        return build_paper(session, meeting_id, product, edition).pdf


def read_back(pdf: bytes, folder: Path) -> ImportDraft:
    path = folder / "papir.pdf"
    path.write_bytes(pdf)
    return read_paper(path)
