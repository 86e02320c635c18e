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
    if path.resolve() == paths.database.resolve():
        raise FileProblem("{path} holds your data. Write another name.", path=path)


def write_paper(
    database: Database, meeting_id: UUID, product: Product, edition: str, path: Path
) -> BuiltPaper:
    """One paper, with the pictures of its texts. Raises ``FileProblem``."""
    from app.reports.export import export_paper
    from app.reports.images import stored_images

    images = stored_images(database.attachments.path_of)
    with database.read() as session:
        return export_paper(session, meeting_id, product, edition, path, images)
