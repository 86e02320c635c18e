"""Papers of this program, exported, imported and exported again: the same to a reader."""

from pathlib import Path
from uuid import UUID

import pytest

from app.importing.reading import read_paper
from app.models.visibility import Edition
from app.paths import resources_dir
from app.reports.data import Product
from app.services.importing import import_drafts
from app.services.queries.meetings import meeting_rows
from app.services.sample import load_sample
from app.storage.database import Database
from tests.importing.looks import shown
from tests.importing.trips import Import, export, read_back

ROOT = Path(__file__).resolve().parents[2]
MADE = sorted((ROOT / "tests" / "data" / "papers").glob("layout_*.txt"))
REAL = sorted((ROOT.parent / "shared" / "papers").glob("das-*.txt"))
PRODUCTS: list[Product] = ["agenda", "minutes"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Database, list[UUID]]:
    """The sample data with its four meetings."""
    database = Database.create(tmp_path_factory.mktemp("sample") / "moedevaerk.db")
    load_sample(database, resources_dir() / "sample")
    rows = sorted(meeting_rows(database), key=lambda row: row.date)
    return database, [row.id for row in rows]


def check(
    made: tuple[Database, UUID], product: Product, edition: Edition, imported: Import, folder: Path
) -> None:
    """The paper is the same after the trip, and its open edition shows nothing more."""
    pdf = export(made, product, edition)
    draft = read_back(pdf, folder)
    again = imported(draft)
    assert draft.meetings[0].unplaced == []
    assert draft.meetings[0].coverage == 1.0
    assert shown(export(again, product, edition)) == shown(pdf)
    opened = shown(export(again, product, Edition.OPEN))
    assert opened == shown(export(made, product, Edition.OPEN))


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("product", PRODUCTS)
def test_a_meeting_with_everything_comes_back_as_it_was_printed(
    crammed: tuple[Database, UUID],
    product: Product,
    edition: Edition,
    imported: Import,
    tmp_path: Path,
) -> None:
    check(crammed, product, edition, imported, tmp_path)


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("number", range(4))
def test_the_sample_comes_back_as_it_was_printed(
    sample: tuple[Database, list[UUID]],
    number: int,
    product: Product,
    edition: Edition,
    imported: Import,
    tmp_path: Path,
) -> None:
    database, meetings = sample
    check((database, meetings[number]), product, edition, imported, tmp_path)


@pytest.mark.parametrize("path", [*MADE, *REAL], ids=lambda path: path.stem)
def test_an_imported_paper_comes_back_as_it_was_printed(
    path: Path, imported: Import, tmp_path: Path
) -> None:
    with Database.create(tmp_path / "moedevaerk.db") as database:
        meeting_id = import_drafts(database, [read_paper(path)]).created[0]
        check((database, meeting_id), "minutes", Edition.FULL, imported, tmp_path)
