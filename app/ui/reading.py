"""Reading papers in the worker process; no Qt here, so that the worker starts fast.

Public: ``read_papers``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.errors import AppError
from app.importing.reading import read_paper
from app.models.draft import ImportDraft


def read_papers(paths: Sequence[Path]) -> list[ImportDraft | AppError]:
    """The draft of each paper, or the reason why it cannot be read."""
    return [_read_paper(path) for path in paths]


def _read_paper(path: Path) -> ImportDraft | AppError:
    try:
        return read_paper(path)
    except AppError as error:
        return error
