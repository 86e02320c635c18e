"""Real minutes, read in and printed again: valid, complete, without a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.importing.reading import read_paper
from app.models.visibility import Edition
from app.reports.data import Product
from app.reports.export import build_paper
from app.services.importing import import_drafts
from app.storage.database import Database
from tests.reports.reading import elements, findings

PAPERS = sorted(
    (Path(__file__).resolve().parents[2].parent / "shared" / "papers").glob("das-*.txt")
)


@pytest.mark.skipif(not PAPERS, reason="the folder of real papers is not here")
@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
@pytest.mark.parametrize("product", ["agenda", "minutes"])
def test_an_imported_paper_is_valid(path: Path, product: Product, tmp_path: Path) -> None:
    with Database.create(tmp_path / "moedevaerk.db") as database:
        imported = import_drafts(database, [read_paper(path)]).created
        with database.read() as session:
            built = build_paper(session, imported[0], product, Edition.OPEN)
    assert findings(built.pdf) == []
    assert built.warnings == ()
    read = elements(built.pdf)
    titles = [one.words.split()[0] for one in read if one.tag == "H2"]
    assert titles == [item.number for item in built.paper.items]
    boxes = {"Beslutning", "Referat"} & {one.words.strip() for one in read if one.tag == "H3"}
    assert bool(boxes) is (product == "minutes")
