"""``demo``: sample data, their papers and pictures of the screens in one folder."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import say
from app.cli.export import write_paper
from app.errors import FileProblem, InvalidInput
from app.i18n import _, ngettext
from app.paths import AppPaths, resources_dir
from app.settings import Preferences

if TYPE_CHECKING:
    from app.reports.data import Product
    from app.services.queries.meetings import MeetingRow
    from app.storage.database import Database

DATA, PAPERS, SCREENS, NOTE = "data", "papirer", "skaerme", "laes-mig.txt"
"""What lies in the folder. The note says that the folder is the demo's own and may be made anew."""

SECRETARY = "Ida Thorsager"
"""Who the program takes its user for in the demo; one of the sample's fictional people."""


def run(options: argparse.Namespace, paths: AppPaths) -> int:
    """Make the demo; the exit code is 0."""
    folder: Path = options.folder
    try:
        _clear(folder)
        papers = _make_papers(folder)
        pictures = [] if options.only_papers else _make_pictures(folder)
    except OSError as error:
        raise FileProblem(
            "The demo was not made in {folder}. Check that the folder can be written to "
            "and has room.",
            folder=str(folder),
        ) from error
    _tell(folder, papers, pictures)
    return 0


def _clear(folder: Path) -> None:
    """Ready the folder: a demo that was there is removed, anything else is left alone."""
    if folder.exists() and not folder.is_dir():
        raise FileProblem("{path} is a file. Write the name of a folder.", path=folder)
    folder.mkdir(parents=True, exist_ok=True)
    note = _("This folder was made by Mødeværk as a demo and is made anew by the next one.") + "\n"
    if any(folder.iterdir()) and not _holds(folder / NOTE, note):
        raise InvalidInput(
            "{folder} holds something else. Choose an empty folder for the demo.",
            folder=str(folder),
        )
    for name in (DATA, PAPERS, SCREENS):
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)
    (folder / NOTE).write_text(note, encoding="utf-8")


def _holds(path: Path, words: str) -> bool:
    return path.is_file() and path.read_bytes().decode(errors="replace").split() == words.split()


def _make_papers(folder: Path) -> list[Path]:
    """The data with every paper that the meetings are ready for."""
    from app.services.queries.meetings import meeting_row
    from app.services.sample import load_sample
    from app.storage.database import Database

    target, paths = folder / PAPERS, AppPaths.standard(folder / DATA)
    target.mkdir()
    Preferences(name=SECRETARY).save(paths.preferences)
    with Database.create(paths.database, SECRETARY) as database:
        keys = load_sample(database, resources_dir() / "sample")
        meetings = [meeting_row(database, key) for key in keys]
        return [path for row in meetings for path in _papers_of(database, row, target)]


def _papers_of(database: Database, row: MeetingRow, target: Path) -> Iterator[Path]:
    """An agenda, and minutes once the meeting has been held, each in both editions."""
    from app.reports.export import suggested_name

    products: list[Product] = ["agenda"]
    if row.state.is_held:
        products.append("minutes")
    for product in products:
        for edition in ("open", "full"):
            unnamed = target / "paper.pdf"
            built = write_paper(database, row.id, product, edition, unnamed)
            yield unnamed.replace(target / suggested_name(built.paper))


def _make_pictures(folder: Path) -> list[Path]:
    from app.cli.screens import photograph

    (folder / SCREENS).mkdir()
    return photograph(AppPaths.standard(folder / DATA), folder / SCREENS)


def _tell(folder: Path, papers: list[Path], pictures: list[Path]) -> None:
    """Where everything lies."""
    words = ngettext("{count} paper in {folder}", "{count} papers in {folder}", len(papers))
    say(words.format(count=len(papers), folder=folder / PAPERS))
    for path in papers:
        say(f"  {path.name}")
    if pictures:
        words = ngettext(
            "{count} picture in {folder}", "{count} pictures in {folder}", len(pictures)
        )
        say(words.format(count=len(pictures), folder=folder / SCREENS))
    say(_("The data lie in {folder}.").format(folder=folder / DATA))
