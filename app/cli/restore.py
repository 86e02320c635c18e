"""``restore``: a copy in the place of the data."""

from __future__ import annotations

import argparse

from app.cli.console import complain, say
from app.i18n import _
from app.paths import AppPaths

INCOMPLETE = 1


def run(options: argparse.Namespace, paths: AppPaths) -> int:
    """Restore the copy that was named; the exit code is 1 when attachments are missing."""
    from app.services.backups import restore_copy

    restored = restore_copy(paths.database, options.copy)
    say(_("The copy is restored: {path}").format(path=restored.copy.path))
    kept = restored.before.path if restored.before else restored.aside
    if kept is not None:
        say(_("What was there before: {path}").format(path=kept))
    if restored.lost:
        lost = _("These attachments could not be restored: {names}.")
        complain(lost.format(names=", ".join(restored.lost)))
        return INCOMPLETE
    return 0
