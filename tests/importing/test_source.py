"""Files of every kind: text in its encodings, PDFs, and a sentence for what cannot be read."""

import zipfile
from pathlib import Path

import pytest

from app.errors import FileProblem
from app.i18n import sentence
from app.importing import source
from app.importing.as_json import draft_json
from app.importing.reading import read_paper
from app.importing.source import read_source
from tests.importing.pdfs import pages_of, write_pdf

PAPERS = Path(__file__).resolve().parents[1] / "data" / "papers"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_read_alike(tmp_path: Path, encoding: str, end: str) -> None:
    text = (PAPERS / "layout_c.txt").read_text(encoding="utf-8").replace("•", "-")
    same, other = tmp_path / "same.txt", tmp_path / "other.txt"
    same.write_bytes(text.encode())
    other.write_bytes(text.replace("\n", end).encode(encoding))
    assert draft_json(read_paper(other)) == draft_json(read_paper(same))


def test_form_feeds_start_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Første\n\fAnden\nTredje\n", encoding="utf-8")
    lines = read_source(path).lines
    assert [(line.page, line.starts_page) for line in lines] == [(1, True), (2, True), (2, False)]


@pytest.mark.parametrize("name", ["layout_b", "layout_c", "forum"])
def test_a_pdf_reads_as_its_text_does(tmp_path: Path, name: str) -> None:
    text = (PAPERS / f"{name}.txt").read_text(encoding="utf-8")
    pdf = write_pdf(tmp_path / "a.pdf", pages_of(text))
    assert draft_json(read_paper(pdf)) == draft_json(read_paper(PAPERS / f"{name}.txt"))


def test_words_broken_at_the_end_of_a_pdf_line_are_joined(tmp_path: Path) -> None:
    lines = ["Vi taler om hjerne-", "skade i Social- og", "Sundhedsforvaltningen."]
    found = read_paper(write_pdf(tmp_path / "a.pdf", [lines])).meetings[0]
    text = draft_json(read_paper(tmp_path / "a.pdf"))["meetings"][0]["items"][0]["sections"][0]
    assert "hjerneskade i Social- og Sundhedsforvaltningen." in text["text"]
    assert found.layout == "unknown"


def locked(folder: Path) -> Path:
    return write_pdf(folder / "laast.pdf", [["Tekst"]], password="hemmelig")


def damaged(folder: Path) -> Path:
    path = folder / "brudt.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"intet her" * 20)
    return path


def scanned(folder: Path) -> Path:
    return write_pdf(folder / "scannet.pdf", [[], []])


def empty(folder: Path) -> Path:
    path = folder / "tom.txt"
    path.write_bytes(b" \n\n")
    return path


def word(folder: Path) -> Path:
    path = folder / "referat.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return path


def binary(folder: Path) -> Path:
    path = folder / "billede.bin"
    path.write_bytes(bytes(range(256)) * 8)
    return path


def missing(folder: Path) -> Path:
    return folder / "findes-ikke.txt"


def a_folder(folder: Path) -> Path:
    return folder


PROBLEMS = {
    locked: "adgangskode",
    damaged: "beskadiget",
    scanned: "billeder",
    empty: "tom",
    word: "Word",
    binary: "hverken",
    missing: "findes ikke",
    a_folder: "mappe",
}


@pytest.mark.parametrize("make", PROBLEMS, ids=lambda make: make.__name__)
def test_what_cannot_be_read_gets_its_own_sentence(tmp_path: Path, make: object) -> None:
    path = make(tmp_path)  # type: ignore[operator]
    with pytest.raises(FileProblem) as caught:
        read_paper(path)
    assert PROBLEMS[make] in sentence(caught.value)  # type: ignore[index]


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 10)
    path = tmp_path / "stor.txt"
    path.write_text("x" * 11, encoding="utf-8")
    with pytest.raises(FileProblem, match="is over"):
        read_paper(path)


def test_a_date_only_in_the_file_name_is_used_and_told(tmp_path: Path) -> None:
    path = tmp_path / "noter-2024-06-11.txt"
    path.write_text("Noter fra dagen\n\nVi talte om alt muligt.\n", encoding="utf-8")
    draft = read_paper(path)
    assert str(draft.meetings[0].date) == "2024-06-11"
    assert any("file's name" in one.msgid for one in draft.notices)
