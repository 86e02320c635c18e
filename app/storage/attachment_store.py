"""Attachments: immutable files named by their SHA-256 beside the database."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from app.errors import FileProblem

CHUNK = 1 << 20
_INCOMING = "incoming-"


@dataclass(frozen=True)
class StoredFile:
    """A file in the store: its name there and its size in bytes."""

    sha256: str
    size: int


class AttachmentStore:
    """A folder ``ab/<hash>``. Files are added whole or not at all, and never changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, source: Path) -> StoredFile:
        """Copy a file in: temporary name, synced, renamed. The same content is stored once.

        Raises ``FileProblem`` when it cannot be read, is empty, or the store cannot be written.
        """
        try:
            if not source.is_file():
                raise FileProblem("The file {name} was not found.", name=source.name)
            if source.stat().st_size == 0:
                raise FileProblem("The file {name} is empty and was not added.", name=source.name)
            self.folder.mkdir(parents=True, exist_ok=True)
            return self._take_in(source)
        except OSError as error:
            raise FileProblem(
                "The file {name} was not added. "
                "Check that it can be read and that the disk has room.",
                name=source.name,
            ) from error

    def _take_in(self, source: Path) -> StoredFile:
        digest, size = hashlib.sha256(), 0
        handle, temporary = tempfile.mkstemp(dir=self.folder, prefix=_INCOMING)
        try:
            with os.fdopen(handle, "wb") as out, source.open("rb") as file:
                while chunk := file.read(CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
                    out.write(chunk)
                out.flush()
                os.fsync(out.fileno())
            stored = StoredFile(digest.hexdigest(), size)
            self._rename(Path(temporary), self.path_of(stored.sha256))
        finally:
            Path(temporary).unlink(missing_ok=True)
        return stored

    def _rename(self, temporary: Path, target: Path) -> None:
        target.parent.mkdir(exist_ok=True)
        if not self.is_sound(target.name):  # one that has rotted is made good
            if target.exists():
                target.chmod(0o644)  # Windows replaces nothing that is read-only
            temporary.chmod(0o444)
            temporary.replace(target)
        sync_folder(target.parent)

    def sweep(self) -> None:
        """Remove what a process that was killed left half taken in; nobody else may be adding."""
        for path in self.folder.glob(f"{_INCOMING}*"):
            with contextlib.suppress(OSError):
                path.unlink()

    def path_of(self, sha256: str) -> Path:
        """Where the file of that hash lies, whether it is there or not."""
        return self.folder / sha256[:2] / sha256

    def is_sound(self, sha256: str) -> bool:
        """True when the file is there and still has the content that its name says."""
        path = self.path_of(sha256)
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder survive a power cut, where the system has a way to."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
