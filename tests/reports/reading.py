"""Reading a PDF back: by structure, as a screen reader does, and by place on the page."""

from __future__ import annotations

import ctypes
import importlib
import io
import platform
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

Content = dict[tuple[int, int], str]


def findings(pdf: bytes) -> list[str]:
    """What the validator of PDF/UA-1 objects to; skipped where there is none, elsewhere it must be
    there."""
    if platform.machine() == "ARM64":
        pytest.skip("there is no validator for Windows on ARM")
    report = importlib.import_module("page").validate_pdf_bytes(pdf, profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


@dataclass(frozen=True)
class Element:
    """A stretch of words of one structure element: tags from the root, words, page of the start."""

    path: tuple[str, ...]
    words: str
    page: int

    @property
    def tag(self) -> str:
        return self.path[-1]


def elements(pdf: bytes) -> list[Element]:
    """All elements with content in reading order."""
    content = _marked_content(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = {page.obj.objgen: index for index, page in enumerate(document.pages)}
        return list(_walk(document.Root.StructTreeRoot.K, (), pages, content, -1))


def words_in_order(pdf: bytes) -> list[str]:
    """Every word of the paper as it is read aloud."""
    return " ".join(element.words for element in elements(pdf)).split()


def _walk(
    node: pikepdf.Object,
    path: tuple[str, ...],
    pages: dict[tuple[int, int], int],
    content: Content,
    page: int,
) -> Iterator[Element]:
    if "/Pg" in node:
        page = pages[node.Pg.objgen]
    path = (*path, str(node.S)[1:])
    kids = node.get("/K", pikepdf.Array([]))
    run: list[tuple[int, str]] = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            run.append((page, content.get((page, kid), "")))
        elif kid.get("/Type") == pikepdf.Name.MCR:
            there = pages[kid.Pg.objgen]
            run.append((there, content.get((there, int(kid.MCID)), "")))
        elif kid.get("/Type") != pikepdf.Name.OBJR:
            yield from _element(path, run)
            run = []
            yield from _walk(kid, path, pages, content, page)
    yield from _element(path, run)


def _element(path: tuple[str, ...], run: list[tuple[int, str]]) -> Iterator[Element]:
    """One element a page: what runs over a page is two."""
    for page, group in groupby(run, key=lambda piece: piece[0]):
        yield Element(path, "".join(words for _page, words in group), page)


def _marked_content(pdf: bytes) -> Content:
    """Words of each piece of marked content; incidental hyphens are left out."""
    found: Content = defaultdict(str)
    document = pypdfium2.PdfDocument(pdf)
    for index, page in enumerate(document):
        text_page = page.get_textpage()
        for item in page.get_objects():
            mcid = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
            if mcid >= 0 and item.type == pdfium.FPDF_PAGEOBJ_TEXT:
                if pdfium.FPDFPageObj_CountMarks(item.raw) == 1:
                    found[index, mcid] += _text_of(item.raw, text_page.raw)
            elif mcid >= 0:
                found[index, mcid] += ""
        text_page.close()
        page.close()
    document.close()
    return found


def _text_of(item: object, text_page: object) -> str:
    length = pdfium.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFTextObj_GetText(
        item, text_page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
    )
    # PDFium turns a hyphen at the end of a line into a mark of its own.
    return buffer.raw.decode("utf-16-le").rstrip("\0").replace("\x02", "-")


@dataclass(frozen=True)
class PlacedText:
    """A piece of text on a page: points from the left and from the top, and its size."""

    page: int
    left: float
    right: float
    top: float
    bottom: float
    words: str
    is_tagged: bool


def placed_texts(pdf: bytes) -> list[PlacedText]:
    """Every piece of text with the box around it, in order of drawing."""
    found = []
    document = pypdfium2.PdfDocument(pdf)
    for index, page in enumerate(document):
        text_page, height = page.get_textpage(), page.get_height()
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            left, low, right, high = item.get_bounds()
            words = _text_of(item.raw, text_page.raw)
            tagged = pdfium.FPDFPageObj_GetMarkedContentID(item.raw) >= 0
            found.append(PlacedText(index, left, right, height - high, height - low, words, tagged))
        text_page.close()
        page.close()
    document.close()
    return found
