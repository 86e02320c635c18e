"""A long Referat as PDF, the preview's page as a picture, and a paper read in."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.models.visibility import Edition
from app.paths import resources_dir
from app.reports.data import MeetingPaper
from app.reports.export import BuiltPaper, build_paper, render_paper
from app.reports.pages import PdfPages
from app.services.queries.meetings import meeting_rows
from app.services.sample import load_sample
from app.storage.database import Database

PAPERS = Path(__file__).resolve().parents[2].parent / "shared" / "papers"
JANUARY = "das-2025-01-09-referat.txt"
TURNS, COPIES = 15, 10


def measure() -> dict[str, float]:
    """Milliseconds a page of a Referat (collected and rendered), of the sample's and a long one.

    ``import_ms`` is missing where the paper does not lie beside the clone.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        Database.create(Path(folder) / "moedevaerk.db") as database,
    ):
        load_sample(database, resources_dir() / "sample")
        held = meeting_rows(database)[2].id

        def build() -> BuiltPaper:
            with database.read() as session:
                return build_paper(session, held, "minutes", Edition.FULL)

        return _rendering("papers", build) | _long(build().paper) | _importing()


def _long(paper: MeetingPaper) -> dict[str, float]:
    """The same items many times over: some ninety pages."""
    items = [
        replace(item, key=f"{item.key[:-2]}{copy:02d}")
        for copy in range(COPIES)
        for item in paper.items
    ]
    paper = replace(paper, items=tuple(items))
    return _rendering("papers_long", lambda: render_paper(paper))


def _rendering(name: str, build: Callable[[], BuiltPaper]) -> dict[str, float]:
    built = build()
    spent = _median(build)
    with PdfPages(built.pdf) as pages:
        picture = _median(lambda: pages.image(0, 1.0))
    return {
        f"{name}_pages": built.page_count,
        f"{name}_ms_per_page": round(spent / built.page_count, 2),
        f"{name}_picture_ms": round(picture, 2),
    }


def _importing() -> dict[str, float]:
    if not (PAPERS / JANUARY).exists():
        return {}
    from app.importing.reading import read_paper

    return {"import_ms": round(_median(lambda: read_paper(PAPERS / JANUARY)), 1)}


def _median(work: Callable[[], object]) -> float:
    """Median milliseconds, the first turn aside."""
    times = []
    for _ in range(TURNS + 1):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times[1:])
