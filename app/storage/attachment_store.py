"""Attachments: immutable files named by their SHA-256 beside the database."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import FileProblem
from app.storage import files

CHUNK = 1 << 20
HASH = re.compile(r"[0-9a-f]{64}")
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
        _check_name(source)
        try:
            if not source.is_file():
                raise FileProblem("The file {name} was not found.", name=source.name)
            if source.stat().st_size == 0:
                raise FileProblem("The file {name} is empty and was not added.", name=source.name)
            files.make_folder(self.folder)
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
            files.discard(Path(temporary))
        return stored

    def _rename(self, temporary: Path, target: Path) -> None:
        files.make_folder(target.parent)
        if self.is_sound(target.name):
            with contextlib.suppress(OSError):
                os.utime(target)  # taken in anew
        else:  # one that has rotted is made good
            if target.exists():
                target.chmod(0o644)  # Windows replaces nothing that is read-only
            files.protect(temporary)
            files.replace(temporary, target)
        files.sync_folder(target.parent)

    def take_from(self, other: AttachmentStore, *, recheck: bool = False) -> list[str]:
        """Copy in what the other store has and this one has not; each copy is read again.

        A file that is here with the same size counts as had; ``recheck`` reads it to be sure.
        Gives the hashes that the other's files do not live up to: they are not copied. Raises
        ``FileProblem`` for a copy that did not hold.
        """
        rotten = []
        for source in other.paths():
            if self._has(source) and not (recheck and not self.is_sound(source.name)):
                continue
            if not other.is_sound(source.name):
                rotten.append(source.name)
                continue
            files.make_folder(self.folder)
            self._take_in(source)
            self._check_copy(source.name)
        return rotten

    def paths(self) -> Iterator[Path]:
        """The files of the store, in the order of their hashes."""
        found = sorted(self.folder.glob("??/*"))
        return (path for path in found if HASH.fullmatch(path.name))

    def _has(self, source: Path) -> bool:
        target = self.path_of(source.name)
        return target.is_file() and target.stat().st_size == source.stat().st_size

    def _check_copy(self, sha256: str) -> None:
        if not self.is_sound(sha256):
            files.remove(self.path_of(sha256))
            raise FileProblem("The copy did not hold and was thrown away. Try another folder.")

    def sweep(self) -> None:
        """Remove what a process that was killed left half taken in; nobody else may be adding."""
        for path in self.folder.glob(f"{_INCOMING}*"):
            files.discard(path)

    def path_of(self, sha256: str) -> Path:
        """Where the file of that hash lies, whether it is there or not."""
        return self.folder / sha256[:2] / sha256

    def is_sound(self, sha256: str) -> bool:
        """True when the file can be read and still has the content that its name says."""
        try:
            with self.path_of(sha256).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except OSError:
            return False


def _check_name(source: Path) -> None:
    """Raise ``FileProblem`` for a name that no row can hold."""
    name = source.name.encode(errors="replace").decode()
    if name != source.name:
        raise FileProblem(
            "The file {name} has a character in its name that is no text. Rename it first.",
            name=name,
        )
