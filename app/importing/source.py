"""A file -> its lines, page by page; a sentence for everything that is no readable paper."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from app.errors import FileProblem
from app.i18n import N_
from app.importing.lines import Line, make_lines

MAX_BYTES = 50_000_000
_ENCODINGS = ("utf-8-sig", "cp1252", "latin-1")
_ZIPPED = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_PDF = b"%PDF-"


@dataclass(frozen=True, slots=True)
class Source:
    """A paper's lines with the file's name and hash; ``pictures`` are its pages without text."""

    name: str
    sha256: str
    lines: tuple[Line, ...]
    pictures: tuple[int, ...] = ()


def read_source(path: Path) -> Source:
    """The lines of a text or PDF file. Raises ``FileProblem`` with a sentence for anything else."""
    data = _bytes_of(path)
    sha256 = hashlib.sha256(data).hexdigest()
    if _PDF in data[:1024]:
        from app.importing.pdf.text import read_pdf

        found = read_pdf(data, path.name)
        return Source(path.name, sha256, make_lines(found.pages), found.pictures)
    return Source(path.name, sha256, make_lines(_text_pages(data, path.name)))


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise FileProblem(
                N_("“{name}” is a folder. Choose the file with the minutes."), name=path.name
            )
        if path.stat().st_size > MAX_BYTES:
            raise FileProblem(
                N_("“{name}” is over {megabytes} MB. Save it without attachments, then try again."),
                name=path.name, megabytes=MAX_BYTES // 1_000_000,
            )  # fmt: skip
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FileProblem(
            N_("“{name}” does not exist. Check the name and the folder."), name=str(path)
        ) from error
    except OSError as error:
        raise FileProblem(
            N_("“{name}” cannot be read. Check that you may open the file."), name=path.name
        ) from error
    if not data.strip():
        raise FileProblem(N_("“{name}” is empty. Choose a file with text in it."), name=path.name)
    return data


def _text_pages(data: bytes, name: str) -> list[str]:
    if data.startswith((_ZIPPED, _OLE)):
        raise FileProblem(
            N_("“{name}” is a Word or Office file. Open it, save it as PDF and import the PDF."),
            name=name,
        )
    text = decode(data)
    if text is None:
        raise FileProblem(
            N_("“{name}” is neither text nor PDF. Save the minutes as PDF and import the PDF."),
            name=name,
        )
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\f")


def decode(data: bytes) -> str | None:
    """The text of a file in any of the usual encodings; None for a binary file."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            return None
    if b"\x00" in data[:4096]:
        return None
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        controls = sum(1 for sign in text[:4096] if ord(sign) < 32 and sign not in "\n\r\t\f")
        return text if controls * 50 <= len(text[:4096]) else None
    return None
