"""``check-data``: is everything whole?"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from app.cli.console import complain, say
from app.cli.data import open_data
from app.i18n import N_, _
from app.paths import AppPaths

if TYPE_CHECKING:
    from app.services.check_data import Finding

FAULTS_FOUND = 1
SHOWN = 20
"""Faults of one kind that are named; the rest is counted."""

WORDS = {
    "pages": N_("Database file"),
    "references": N_("References between rows"),
    "journal": N_("Chain of the journal"),
    "texts": N_("Formatted texts"),
    "pictures": N_("Pictures in the texts"),
    "attachments": N_("Files of the attachments"),
}


def run(options: argparse.Namespace, paths: AppPaths) -> int:
    """Look at everything; the exit code is 1 when something is wrong."""
    from app.services.check_data import check_data

    with open_data(paths) as database:
        findings = check_data(database)
    for finding in findings:
        _tell(finding)
    if any(finding.faults for finding in findings):
        complain(_("The data have faults. Restore a copy, or ask for help with this list."))
        return FAULTS_FOUND
    say(_("The data are whole."))
    return 0


def _tell(finding: Finding) -> None:
    verdict = _("faults: {count}").format(count=len(finding.faults)) if finding.faults else "ok"
    say(f"{_(WORDS[finding.check])}: {verdict}")
    for fault in finding.faults[:SHOWN]:
        say(f"  {fault}")
