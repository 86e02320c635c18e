"""``self-test``: does everything that the program is made of work on this computer?"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from app.cli import console, trials
from app.cli.faults import trail
from app.i18n import N_, _
from app.paths import AppPaths

Trial = Callable[[Path], None]
TRIALS: tuple[tuple[str, Trial], ...] = (
    (N_("Danish catalogue"), trials.catalogue),
    (N_("Fonts and icons"), trials.resources),
    (N_("Database with undo"), trials.database),
    (N_("Sample data"), trials.sample),
    (N_("Import of a paper"), trials.paper_in),
    (N_("Paper as PDF"), trials.paper_out),
    (N_("Window"), trials.window),
)


def run(options: argparse.Namespace, paths: AppPaths) -> int:
    """Try everything in a temporary folder; the exit code is 1 when something fails."""
    with tempfile.TemporaryDirectory(prefix="moedevaerk-") as folder:
        passed = [_try(words, trial, Path(folder)) for words, trial in TRIALS]
    if not all(passed):
        console.complain(_("The program is not whole. Install it again."))
        return 1
    console.say("ok")
    return 0


def _try(words: str, trial: Trial, folder: Path) -> bool:
    """One line; a trial that fails for whatever reason must not stop the others."""
    try:
        trial(folder)
    except trials.Failed as error:
        console.say(f"{_(words)}: {_('failed')} ({error})")
        return False
    except Exception as error:
        console.say(f"{_(words)}: {_('failed')}")
        console.complain(trail(error))
        return False
    console.say(f"{_(words)}: ok")
    return True
