"""``meetings`` lists what is in the data, and names a missing or unfit file."""

import json
from pathlib import Path

import pytest

from app.paths import AppPaths
from app.storage.database import Database
from tests.cli.conftest import Run


def test_meetings_stand_newest_first(run: Run, sample: Path) -> None:
    result = run("meetings")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert [line[:10] for line in lines] == ["2027-03-11", "2027-01-14", "2026-11-05", "2026-08-27"]
    assert "kl. 12.00–16.00  DAS Social  Kladde" in lines[0]
    assert "12 punkter" in lines[0]


def test_as_json(run: Run, sample: Path) -> None:
    meetings = json.loads(run("meetings", "--json").out)["meetings"]
    assert len(meetings) == 4
    assert meetings[0] | {"id": ""} == {
        "id": "",
        "body": "DAS Social",
        "date": "2027-03-11",
        "start": "12:00",
        "end": "16:00",
        "place": "Regionshuset, mødelokale A",
        "state": "draft",
        "items": 12,
        "closed_items": 1,
        "unplaced": 0,
        "is_imported": False,
    }


def test_no_meetings_is_a_sentence_not_an_error(run: Run, data_dir: Path) -> None:
    Database.create(AppPaths.standard(data_dir).database).close()
    result = run("meetings")
    assert result.code == 0
    assert result.out.startswith("Der er ingen møder endnu.")
    assert json.loads(run("meetings", "--json").out) == {"meetings": []}


@pytest.mark.parametrize("verb", [["meetings"], ["check-data"], ["backup", "kopi"]])
def test_without_data_nothing_is_made(run: Run, data_dir: Path, verb: list[str]) -> None:
    result = run(*verb)
    assert result.code == 2
    assert result.sentence == (f"Der er ingen data i {data_dir} endnu. Importér et referat først.")
    assert not data_dir.exists()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "er tom og er ikke rørt"),
        (b"SQLite format 3\x00", "er beskadiget og er ikke rørt"),
        (b"noget helt andet " * 50, "er ikke en Mødeværk-database og er ikke rørt"),
    ],
)
def test_an_unfit_file_is_named_and_left(
    run: Run, data_dir: Path, content: bytes, expected: str
) -> None:
    data_dir.mkdir()
    file = AppPaths.standard(data_dir).database
    file.write_bytes(content)
    result = run("meetings")
    assert result.code == 2
    assert expected in result.sentence
    assert file.read_bytes() == content


def test_a_newer_file_is_left(run: Run, sample: Path) -> None:
    file = AppPaths.standard(sample).database
    content = bytearray(file.read_bytes())
    content[60:64] = (999).to_bytes(4, "big")
    file.write_bytes(content)
    result = run("meetings")
    assert result.code == 2
    assert "nyere version" in result.sentence
    assert file.read_bytes() == content


def test_a_truncated_file_is_left(run: Run, sample: Path) -> None:
    file = AppPaths.standard(sample).database
    file.write_bytes(file.read_bytes()[:20_000])
    result = run("meetings")
    assert result.code == 2
    assert "beskadiget" in result.sentence
    assert file.stat().st_size == 20_000


def test_somebody_else_has_it_open(run: Run, sample: Path) -> None:
    with Database.open(AppPaths.standard(sample).database):
        result = run("meetings")
    assert result.code == 2
    assert "moedevaerk.db er allerede åben på denne computer" in result.sentence
