"""``demo`` makes data and papers, keeps to its own folder, and can be made again."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf

from app.reports.pages import PdfPages
from tests.cli.conftest import Run
from tests.reports.reading import findings

CLOSED = (
    "Nordlyset", "Kystvagten", "2026-012870", "2026-018012", "forhandlingsmandat", "leverandør",
    "bemandingen", "stor udskiftning", "19 timer", "Thisted Kommune tager forbehold",
)  # fmt: skip
"""Words that stand in closed items, attachments and passages of the sample, and nowhere else."""


def test_data_and_papers(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    result = run("demo", folder, "--only-papers")
    assert (result.code, result.err) == (0, "")
    papers = sorted(path.name for path in (folder / "papirer").iterdir())
    assert len(papers) == 12
    assert sum("åben udgave" in name for name in papers) == 6
    assert sum("referat" in name for name in papers) == 4
    assert all(name in result.out for name in papers)
    for path in (folder / "papirer").iterdir():
        with pikepdf.open(path) as document:
            assert len(document.pages) > 1
    assert (folder / "data" / "moedevaerk.db").is_file()


def test_every_paper_passes_the_pdf_ua_validator(run: Run, tmp_path: Path) -> None:
    run("demo", tmp_path / "demo", "--only-papers")
    papers = list((tmp_path / "demo" / "papirer").iterdir())
    assert papers
    assert {path.name: findings(path.read_bytes()) for path in papers} == {
        path.name: [] for path in papers
    }


def test_open_papers_hold_nothing_closed(run: Run, tmp_path: Path) -> None:
    run("demo", tmp_path / "demo", "--only-papers")
    folder = tmp_path / "demo" / "papirer"
    seen = {words: False for words in CLOSED}
    for path in folder.iterdir():
        told = everything_in(path)
        for words in CLOSED:
            if "åben udgave" in path.name:
                assert words not in told, path.name
            seen[words] |= words in told
    assert [words for words, was_seen in seen.items() if not was_seen] == []


def everything_in(path: Path) -> str:
    """The words of the pages, and of every object of the file."""
    with PdfPages(path.read_bytes()) as pages:
        told = [" ".join(pages.text(index).split()) for index in range(len(pages))]
    with pikepdf.open(path) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream):
                told.append(thing.read_bytes().decode("utf-8", "replace"))
            else:
                told.append(" ".join(strings_of(thing)))
    return " ".join(told)


def strings_of(thing: object) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for one in list(thing):  # type: ignore[call-overload]
            yield from strings_of(one) if not is_elsewhere(one) else ()
    elif isinstance(thing, pikepdf.Dictionary):
        for one in thing.values():
            yield from strings_of(one) if not is_elsewhere(one) else ()


def is_elsewhere(thing: object) -> bool:
    """An indirect object is met by itself."""
    return isinstance(thing, pikepdf.Object) and thing.is_indirect


def test_again_in_the_same_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    run("demo", folder, "--only-papers")
    before = {path.name: path.read_bytes() for path in (folder / "papirer").iterdir()}
    assert run("demo", folder, "--only-papers").code == 0
    assert {path.name: path.read_bytes() for path in (folder / "papirer").iterdir()} == before


def test_a_folder_with_something_else_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "mit.txt").write_text("mit")
    result = run("demo", tmp_path, "--only-papers")
    assert result.code == 2
    assert result.sentence.startswith(f"Der ligger andet i {tmp_path}.")
    assert (tmp_path / "data" / "mit.txt").read_text() == "mit"


def test_a_read_me_of_somebody_else_does_not_make_a_folder_the_demos_own(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "mit.txt").write_text("mit")
    (tmp_path / "laes-mig.txt").write_bytes("Min egen vejledning, på dansk".encode("cp1252"))
    assert run("demo", tmp_path, "--only-papers").code == 2
    assert (tmp_path / "data" / "mit.txt").read_text() == "mit"
    assert (tmp_path / "laes-mig.txt").read_bytes().startswith(b"Min egen vejledning")


def test_a_file_is_no_folder(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "fil"
    file.write_text("x")
    assert "er en fil" in run("demo", file).sentence
    assert run("demo", file / "under").code == 2
