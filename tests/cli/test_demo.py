"""``demo`` makes data and papers, keeps to its own folder, and can be made again."""

from pathlib import Path

import pikepdf

from tests.cli.conftest import Run


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


def test_a_file_is_no_folder(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "fil"
    file.write_text("x")
    assert "er en fil" in run("demo", file).sentence
    assert run("demo", file / "under").code == 2
