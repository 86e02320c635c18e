"""Words that could not be saved: put into a file of their own before the window closes.

Public: ``rescue_file(folder, now)`` (where it will be), ``write_rescue(path, words)`` (where it
is).
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from app.errors import FileProblem


def rescue_file(folder: Path, now: dt.datetime) -> Path:
    """``reddet-tekst-<time>.txt`` beside the data, or in the user's own folder when nothing can
    be written there."""
    name = f"reddet-tekst-{now:%Y-%m-%d-%H%M%S}.txt"
    is_writable = folder.is_dir() and os.access(folder, os.W_OK)
    return (folder if is_writable else Path.home()) / name


def write_rescue(path: Path, words: str) -> Path:
    """Write the words, in the user's own folder where ``path`` is refused; the file that has them.

    Half of a pair of surrogates becomes "?". Raises ``FileProblem`` where no folder takes it.
    """
    at_home = Path.home() / path.name
    for file in dict.fromkeys((path, at_home)):
        try:
            # the mark makes Notepad read it right
            file.write_text(f"{words}\n", encoding="utf-8-sig", errors="replace")
        except OSError as error:
            refused = error
        else:
            return file
    raise FileProblem(
        "The text could not be put into a file. Copy it and paste it somewhere else."
    ) from refused
