"""``export``: one paper as PDF."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.arguments import EDITIONS, PAPERS
from app.cli.console import complain, say
from app.cli.data import find_meeting, open_data
from app.errors import FileProblem
from app.i18n import _
from app.paths import AppPaths

if TYPE_CHECKING:
    from uuid import UUID

    from app.reports.data import Product
    from app.reports.export import BuiltPaper
    from app.storage.database import Database


def run(options: argparse.Namespace, paths: AppPaths) -> int:
    """Write the paper of the meeting that was named."""
    _check_target(options.output, paths)
    product, edition = PAPERS[options.paper], EDITIONS[options.edition]
    with open_data(paths) as database:
        meeting = find_meeting(database, options.meeting)
        built = write_paper(database, meeting.id, product, edition, options.output)
    for warning in built.warnings:
        complain(warning.sentence)
    say(_("{path} is written.").format(path=options.output))
    return 0


def _check_target(path: Path, paths: AppPaths) -> None:
    """Raise ``FileProblem`` for a place that a paper must never take."""
    if path.is_dir():
        raise FileProblem("{path} is a folder. Write the name of a file.", path=path)
    if path.exists() and not path.is_file():  # a device: the rename would replace it
        raise FileProblem("{path} is no ordinary file. Write another name.", path=path)
    if _holds_data(path.resolve(), paths):
        raise FileProblem("{path} holds your data. Write another name.", path=path)


def _holds_data(path: Path, paths: AppPaths) -> bool:
    """Whether it is the database, belongs to it or lies among the attachments or copies."""
    if _is_same(path, paths.database):
        return True
    if _is_same(path.parent, paths.data_dir):
        return path.name.casefold().startswith("moedevaerk") and ".db" in path.name.casefold()
    kept = (paths.attachments, paths.backups)
    return any(_is_same(above, folder) for above in path.parents for folder in kept)


def _is_same(one: Path, other: Path) -> bool:
    """Whether both are one file or folder; many systems do not tell ``A`` from ``a``."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other.resolve()


def write_paper(
    database: Database, meeting_id: UUID, product: Product, edition: str, path: Path
) -> BuiltPaper:
    """One paper, with the pictures of its texts. Raises ``FileProblem``."""
    from app.reports.export import export_paper
    from app.reports.images import stored_images

    images = stored_images(database.attachments.path_of)
    with database.read() as session:
        return export_paper(session, meeting_id, product, edition, path, images)
