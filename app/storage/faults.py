"""What SQLite's words about a fault mean for the user. A file is *damaged* only when it says so."""

from __future__ import annotations

from pathlib import Path

from app.errors import FileProblem, UnusableFile

_DAMAGE = ("malformed", "not a database", "unsupported file format")


def is_damage(words: str) -> bool:
    """True when the file itself is bad, so that a copy may take its place."""
    return any(sign in words for sign in _DAMAGE)


def damaged(path: Path) -> UnusableFile:
    """What to say of a file that holds no sound data."""
    return UnusableFile(
        "The file {name} is damaged and was left as it is. Restore a copy instead.", name=path.name
    )


def not_saved(words: str, path: Path) -> FileProblem | None:
    """What SQLite's words about a change mean for the user."""
    if "full" in words:
        return FileProblem("The change was not saved. The disk is full; make room and try again.")
    if _is_busy(words):
        return FileProblem(
            "The change was not saved. Another program is using {name}.", name=path.name
        )
    if _is_gone(words):
        return FileProblem(
            "The change was not saved. The drive does not answer or is write-protected."
        )
    return None


def not_read(words: str, path: Path) -> FileProblem | None:
    """What SQLite's words about reading mean for the user; nothing was going to be saved."""
    if _is_busy(words):
        return FileProblem(
            "The data could not be read. Another program is using {name}. Try again in a moment.",
            name=path.name,
        )
    if _is_gone(words):
        return FileProblem(
            "The data could not be read. The drive does not answer or is write-protected. "
            "See whether it is connected, and try again."
        )
    return None


def _is_busy(words: str) -> bool:
    return "locked" in words or "busy" in words


def _is_gone(words: str) -> bool:
    return any(sign in words for sign in ("readonly", "i/o", "unable to open"))
