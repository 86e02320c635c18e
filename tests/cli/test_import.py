"""``import``: looks first, writes once, says what it did."""

import json
from pathlib import Path

import pytest

from app.cli.data import read_date
from app.errors import InvalidInput
from tests.cli.conftest import Run

GAPS = ("--body", "Prøvegruppen", "--date", "2027-01-14")


def test_a_dry_run_writes_nothing(run: Run, paper: Path, data_dir: Path) -> None:
    result = run("import", paper, "--dry-run")
    assert result.code == 0
    assert "Fælles indkøb af hjælpemidler" in result.out
    assert result.out.endswith("Intet blev skrevet.\n")
    assert not data_dir.exists()


def test_importing_twice_makes_nothing_twice(run: Run, paper: Path) -> None:
    first = run("import", paper, *GAPS)
    assert (first.code, first.err) == (0, "")
    assert first.out.endswith("1 møde er importeret.\n")
    again = run("import", paper, *GAPS)
    assert again.code == 0
    assert again.out.endswith("1 møde er importeret fra denne fil før og er uændret.\n")
    (meeting,) = json.loads(run("meetings", "--json").out)["meetings"]
    assert (meeting["body"], meeting["items"]) == ("Prøvegruppen", 2)


def test_the_same_file_named_twice_is_one(run: Run, paper: Path) -> None:
    result = run("import", paper, paper, *GAPS)
    assert result.out.splitlines()[-2:] == [
        "1 møde er importeret.",
        "1 møde er importeret fra denne fil før og er uændret.",
    ]
    assert len(json.loads(run("meetings", "--json").out)["meetings"]) == 1


def test_what_the_paper_does_not_say_is_asked_for(run: Run, paper: Path, data_dir: Path) -> None:
    result = run("import", paper)
    assert result.code == 2
    assert result.sentence == (
        "referat.txt siger ikke, hvilken gruppe der mødtes. Skriv gruppen efter --body."
    )
    assert run("import", paper, "--body", "  ").sentence == result.sentence
    result = run("import", paper, "--body", "Prøvegruppen")
    assert result.sentence.endswith("Skriv datoen efter --date.")
    assert not data_dir.exists()


def test_as_json(run: Run, paper: Path, data_dir: Path) -> None:
    result = run("import", paper, "--dry-run", "--json")
    (meeting,) = json.loads(result.out)["meetings"]
    assert set(meeting) >= {
        "body", "date", "start", "end", "place", "layout", "attendance", "items", "unplaced",
        "coverage",
    }  # fmt: skip
    item = meeting["items"][1]
    assert set(item) >= {
        "number", "title", "case_number", "is_closed", "kind", "sections", "recommendation_sets",
        "attachments", "decision_text",
    }  # fmt: skip
    assert (item["number"], item["title"]) == (2, "Fælles indkøb af hjælpemidler")
    assert item["case_number"] is None
    assert item["decision_text"] == "Godkendt."
    (found,) = item["recommendation_sets"]
    assert set(found) == {"from_body", "lead", "points"}
    assert len(found["points"]) == 2
    assert all(set(section) == {"kind", "label", "text"} for section in item["sections"])
    assert meeting["coverage"] == 1.0
    assert not data_dir.exists()


def test_json_is_all_there_is_on_stdout(run: Run, paper: Path) -> None:
    result = run("import", paper, *GAPS, "--json")
    assert json.loads(result.out)["meetings"][0]["date"] == "2027-01-14"
    assert result.sentence == "1 møde er importeret."


@pytest.mark.parametrize(
    ("name", "content"),
    [("tom.pdf", b""), ("rod.txt", bytes(range(256)) * 20), ("rod.pdf", b"\x00\x01\x02" * 999)],
)
def test_files_that_are_no_papers(
    run: Run, tmp_path: Path, data_dir: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    result = run("import", path)
    assert result.code == 2
    assert name in result.sentence
    assert not data_dir.exists()


def test_a_missing_file_and_a_folder(run: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "findes-ikke.pdf", tmp_path):
        result = run("import", path)
        assert result.code == 2
        assert path.name in result.sentence


def test_one_bad_file_stops_them_all(run: Run, paper: Path, tmp_path: Path, data_dir: Path) -> None:
    result = run("import", paper, tmp_path / "findes-ikke.pdf", *GAPS)
    assert result.code == 2
    assert result.out == ""
    assert not data_dir.exists()


def test_a_bad_date(run: Run, paper: Path) -> None:
    result = run("import", paper, "--body", "G", "--date", "snart")
    assert result.sentence == "”snart” er ikke en dato. Skriv fx 2027-01-14."
    with pytest.raises(InvalidInput):
        read_date("31. februar 2027")


def test_foreign_papers_are_kept_whole_and_told_of(run: Run, tmp_path: Path) -> None:
    papers = [tmp_path / "brev.txt", tmp_path / "notat.txt"]
    papers[0].write_text("Kære alle\n\nTak for sidst. Vi vender tilbage.\n", encoding="utf-8")
    papers[1].write_text("NOTAT\n\nPladserne er optalt to gange.\n", encoding="utf-8")
    result = run("import", *papers)
    assert result.code == 0
    for paper in papers:
        assert f"{paper.name} siger ikke, hvilken gruppe der mødtes." in result.out
    assert run("import", *papers).code == 0
    assert len(json.loads(run("meetings", "--json").out)["meetings"]) == 2
