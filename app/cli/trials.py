"""What ``self-test`` tries. Each raises when its part fails; ``folder`` is theirs to use."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from app.i18n import _
from app.paths import AppPaths, resources_dir

PAPER = """Punkt 1.
Godkendelse af dagsorden
Referat:
Godkendt.
Punkt 2.
Selvtest af Mødeværk
Indstilling
Det indstilles, at
DAS godkender, at prøven er gennemført.
Referat:
Godkendt.
"""


class Failed(Exception):
    """A part does not do what it should."""


def expect(holds: object, what: str) -> None:
    """Raise ``Failed`` unless it holds."""
    if not holds:
        raise Failed(what)


def catalogue(folder: Path) -> None:
    """The words are Danish."""
    expect(_("Minutes") == "Referat", "catalogue")


def resources(folder: Path) -> None:
    """Fonts and icons are where they should be, and licensed."""
    for kind, at_least in (("fonts/*.ttf", 12), ("icons/*.svg", 60), ("fonts/*OFL.txt", 2)):
        found = list(resources_dir().glob(kind))
        expect(len(found) >= at_least, kind)
        expect(all(path.stat().st_size for path in found), kind)


def database(folder: Path) -> None:
    """A database is made, written, undone, redone, closed and opened again."""
    from app.services.bodies import create_body
    from app.services.check_data import check_data
    from app.services.queries.registers import body_rows
    from app.storage.database import Database

    path = AppPaths.standard(folder / "database").database
    with Database.create(path) as made:
        create_body(made, "Prøvegruppen")
        made.undo()
        expect(not body_rows(made), "undo")
        made.redo()
    with Database.open(path) as again:
        expect([row.name for row in body_rows(again)] == ["Prøvegruppen"], "redo")
        expect(not any(finding.faults for finding in check_data(again)), "check")


def sample(folder: Path) -> None:
    """The sample data load with their files."""
    from app.services.check_data import check_data
    from app.services.sample import load_sample
    from app.storage.database import Database

    with Database.create(AppPaths.standard(folder / "sample").database) as made:
        expect(len(load_sample(made, resources_dir() / "sample")) == 4, "meetings")
        expect(not any(finding.faults for finding in check_data(made)), "check")


def paper_in(folder: Path) -> None:
    """A small paper is read, each line of it placed."""
    from app.importing.reading import read_paper

    path = folder / "referat.txt"
    path.write_text(PAPER, encoding="utf-8")
    (meeting,) = read_paper(path).meetings
    expect([item.number for item in meeting.items] == [1, 2], "items")
    expect(meeting.coverage == 1.0, "coverage")


def paper_out(folder: Path) -> None:
    """A paper becomes a tagged PDF that other programs can read."""
    import pikepdf

    from app.models.visibility import Edition
    from app.reports.export import export_paper
    from app.services.bodies import create_body
    from app.services.meetings import create_meeting
    from app.storage.database import Database

    pdf = folder / "dagsorden.pdf"
    with Database.create(AppPaths.standard(folder / "paper").database) as made:
        meeting_id = create_meeting(made, create_body(made, "Prøvegruppen"), dt.date(2027, 1, 14))
        with made.read() as session:
            built = export_paper(session, meeting_id, "agenda", Edition.OPEN, pdf)
    with pikepdf.open(pdf) as document:
        expect(len(document.pages) == built.page_count, "pages")
        expect("/StructTreeRoot" in document.Root, "tags")
        expect(str(document.Root.Lang) == "da-DK", "language")
    _page_as_picture(pdf)


def _page_as_picture(pdf: Path) -> None:
    from app.reports.pages import PdfPages

    with PdfPages(pdf.read_bytes()) as pages:
        image = pages.image(0, 0.5)
        expect(len(set(image.pixels)) > 2, "picture")


def window(folder: Path) -> None:
    """The window opens over empty data and paints the first page, on a screen or without one."""
    from app.cli.stage import Stage

    with Stage(AppPaths.standard(folder / "window")) as stage:
        expect(stage.window.page_key == "first_start", "first page")
        expect(stage.colours() > 16, "paint")
