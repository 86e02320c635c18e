"""A database with one meeting, made once for all tests that only read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from app.models.visibility import Edition
from app.reports.data import MeetingPaper, Product
from app.reports.export import BuiltPaper, build_paper
from app.storage.actions import Action
from app.storage.database import Database
from tests.reports.meeting_rows import Scene, scene

Build = Callable[[Product, Edition], BuiltPaper]


@pytest.fixture(scope="session")
def meeting() -> Scene:
    return scene()


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory, meeting: Scene) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("reports") / "moedevaerk.db"
    opened = Database.create(path)
    try:
        with opened.write(Action.LOAD_SAMPLE) as session:
            meeting.add_to(session)
        yield opened
    finally:
        opened.close()


@pytest.fixture(scope="session")
def build(database: Database, meeting: Scene) -> Build:
    meeting_id = meeting.meeting.id

    def made(product: Product, edition: Edition) -> BuiltPaper:
        with database.read() as session:
            return build_paper(session, meeting_id, product, edition)

    return made


@pytest.fixture(scope="session")
def open_minutes(build: Build) -> MeetingPaper:
    return build("minutes", Edition.OPEN).paper
