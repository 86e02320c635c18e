"""What the world does to us, as a sentence for the user.

An ``AppError`` is met and understood; everything else is a bug and reaches the crash report. The
first argument is an English msgid with ``{name}`` fields; ``app.i18n.sentence`` makes the Danish
sentence.
"""

from __future__ import annotations


class AppError(Exception):
    """A sentence for the user: ``msgid`` (English, the translation's key) and its ``values``."""

    def __init__(self, msgid: str, **values: object) -> None:
        super().__init__(msgid)
        self.msgid = msgid
        self.values = values

    def __str__(self) -> str:
        return self.msgid.format(**self.values)


class InvalidInput(AppError):
    """What was typed or given cannot be used; nothing was changed."""


class NotFound(AppError):
    """What was asked for is not in the data (it may have been deleted meanwhile)."""


class FileProblem(AppError):
    """A file cannot be read or written as asked; it was left as it was."""


class UnusableFile(FileProblem):
    """A database file that holds no data to work with; a copy can take its place."""
