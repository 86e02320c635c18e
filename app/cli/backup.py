"""``backup``: a verified copy of all data."""

from __future__ import annotations

import argparse

from app.cli.console import say
from app.cli.data import open_data
from app.errors import FileProblem
from app.i18n import _
from app.paths import AppPaths


def run(options: argparse.Namespace, paths: AppPaths) -> int:
    """Make the copy in the folder that was named."""
    if options.folder.exists() and not options.folder.is_dir():
        raise FileProblem("{path} is a file. Write the name of a folder.", path=options.folder)
    from app.services.backups import back_up

    with open_data(paths) as database:
        copy = back_up(database, options.folder)
    say(_("The copy is made and checked: {path}").format(path=copy.path))
    return 0
