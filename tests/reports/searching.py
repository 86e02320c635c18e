"""Looking for words in a paper wherever a file can hold them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import pikepdf
import pypdfium2

from app.reports.export import BuiltPaper, suggested_name


def found_in(built: BuiltPaper, secrets: Iterable[str]) -> set[str]:
    """Those of the words that the file holds anywhere."""
    places = list(hiding_places(built))
    return {
        secret for secret in secrets if any(form in p for form in forms(secret) for p in places)
    }


def shown_words(pdf: bytes) -> str:
    """What a reader sees, without the breaks of lines and words."""
    document = pypdfium2.PdfDocument(pdf)
    words = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(words.split())


def hiding_places(built: BuiltPaper) -> Iterator[bytes]:
    """The file raw, each object and stream of it written out, its metadata and its name."""
    yield built.pdf
    yield suggested_name(built.paper).encode()
    with pikepdf.open(io.BytesIO(built.pdf)) as pdf:
        yield pdf.open_metadata().__str__().encode()
        for found in pdf.objects:
            yield found.unparse(resolved=True)
            if isinstance(found, pikepdf.Stream):
                yield found.read_bytes()
    yield shown_words(built.pdf).encode()


def forms(secret: str) -> Iterator[bytes]:
    for coding in ("utf-8", "utf-16-be", "utf-16-le"):
        plain = secret.encode(coding)
        yield plain
        yield plain.hex().encode()
        yield plain.hex().upper().encode()
