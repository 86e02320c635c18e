"""Words that could not be saved: put into a file of their own before the window closes.

Public: ``rescue_file(folder, now)`` (where it will be), ``write_rescue(path, words)``.
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


def write_rescue(path: Path, words: str) -> None:
    """Write the words; raises ``FileProblem``."""
    try:
        path.write_text(words + "\n", encoding="utf-8-sig")  # the mark makes Notepad read it right
    except OSError as error:
        raise FileProblem(
            "The text could not be put into a file. Copy it and paste it somewhere else."
        ) from error
