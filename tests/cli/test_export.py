"""``export`` writes one paper, whole or not at all."""

from pathlib import Path

import pikepdf
import pytest

from app.paths import AppPaths
from app.reports.pages import PdfPages
from app.services.bodies import create_body
from app.services.meetings import create_meeting
from app.services.queries.meetings import meeting_rows
from app.storage.database import Database
from tests.cli.conftest import Run

CHOICE = ("--paper", "referat", "--edition", "aaben")
CLOSED = "Nordlyset"
CONFIDENTIAL = "19 timer"


def words_of(path: Path) -> str:
    with PdfPages(path.read_bytes()) as pages:
        return " ".join(pages.text(index) for index in range(len(pages)))


@pytest.mark.parametrize(
    "meeting", ["2026-11-05", "5.11.2026", "5/11-2026", "5. november 2026", " 05-11-2026 "]
)
def test_the_meeting_is_named_by_its_date(
    run: Run, sample: Path, tmp_path: Path, meeting: str
) -> None:
    path = tmp_path / "ud.pdf"
    result = run("export", meeting, *CHOICE, "-o", path)
    assert (result.code, result.err) == (0, "")
    assert result.out == f"{path} er skrevet.\n"
    assert "Når ét tilbud ikke er nok" in words_of(path)


def test_or_by_its_id(run: Run, sample: Path, tmp_path: Path) -> None:
    with Database.open(AppPaths.standard(sample).database) as database:
        key = str(meeting_rows(database)[0].id)
    for words in (key, key[:8], key.upper()):
        assert run("export", words, *CHOICE, "-o", tmp_path / "ud.pdf").code == 0


def test_the_open_edition_holds_nothing_closed(run: Run, sample: Path, tmp_path: Path) -> None:
    open_path, full_path = tmp_path / "aaben.pdf", tmp_path / "fuld.pdf"
    run("export", "2026-11-05", *CHOICE, "-o", open_path)
    run("export", "2026-11-05", "--paper", "referat", "--edition", "fuld", "-o", full_path)
    full = words_of(full_path)
    assert CLOSED in full
    assert CONFIDENTIAL in full.replace("\r\n", " ")
    with pikepdf.open(open_path) as document:
        raw = b"".join(
            thing.read_bytes() if isinstance(thing, pikepdf.Stream) else thing.unparse()
            for thing in document.objects
        )
    assert CLOSED.encode() not in raw
    text = words_of(open_path)
    assert CLOSED not in text
    assert CONFIDENTIAL not in text
    assert "Lukket punkt" in text


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        ("2026-11-06", "Der er intet møde fredag den 6. november 2026."),
        ("2026-02-31", "Datoen 2026-02-31 findes ikke."),
        ("i går", "”i går” er hverken en dato eller et id."),
        ("ffffffff", "Der er intet møde med id ffffffff."),
        ("", "”” er hverken en dato eller et id."),
    ],
)
def test_an_unknown_meeting(
    run: Run, sample: Path, tmp_path: Path, meeting: str, expected: str
) -> None:
    result = run("export", meeting, *CHOICE, "-o", tmp_path / "ud.pdf")
    assert result.code == 2
    assert result.sentence.replace("\u00a0", " ").startswith(expected)
    assert not (tmp_path / "ud.pdf").exists()


def test_two_bodies_met_that_day(run: Run, sample: Path, tmp_path: Path) -> None:
    with Database.open(AppPaths.standard(sample).database) as database:
        day = meeting_rows(database)[0].date
        create_meeting(database, create_body(database, "Et andet udvalg"), day)
        keys = [str(row.id)[:8] for row in meeting_rows(database) if row.date == day]
    result = run("export", day.isoformat(), *CHOICE, "-o", tmp_path / "ud.pdf")
    assert result.code == 2
    assert result.sentence.startswith("2 møder passer: DAS Social")
    assert "Et andet udvalg" in result.sentence
    assert all(key in result.sentence for key in keys)
    for key in keys:
        assert run("export", key, *CHOICE, "-o", tmp_path / "ud.pdf").code == 0


def test_places_that_cannot_be_written(run: Run, sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "fil"
    file.write_text("x")
    for path, expected in (
        (tmp_path, "er en mappe. Skriv navnet på en fil."),
        (tmp_path / "ingen" / "ud.pdf", "Mappen findes ikke."),
        (file / "ud.pdf", "blev ikke gemt."),
        (AppPaths.standard(sample).database, "indeholder dine data."),
        (tmp_path / ("x" * 300 + ".pdf"), "xxx.pdf"),  # systems refuse it at different steps
    ):
        result = run("export", "2026-11-05", *CHOICE, "-o", path)
        assert result.code == 2
        assert expected in result.sentence
    assert run("check-data").code == 0


def test_a_paper_takes_the_place_of_no_data(run: Run, sample: Path, tmp_path: Path) -> None:
    database, backups = AppPaths.standard(sample).database, AppPaths.standard(sample).backups
    assert run("backup", backups).code == 0
    attachment = next((sample / "attachments").glob("??/*"))
    linked = tmp_path / "genvej.pdf"
    linked.hardlink_to(database)
    for path in (
        *(database.with_name(database.name + end) for end in ("-journal", "-wal", ".lock")),
        sample / "Moedevaerk.DB",  # the same file on macOS and Windows
        sample / "moedevaerk-beskadiget-2027-01-01T00.00.00.db",
        next(backups.glob("*.db")),
        backups / "ny.pdf",
        attachment,
        backups / ".." / attachment.relative_to(sample),
        linked,
    ):
        before = path.read_bytes() if path.exists() else None
        result = run("export", "2026-11-05", *CHOICE, "-o", path)
        assert (result.code, path.name in result.sentence) == (2, True)
        assert "indeholder dine data" in result.sentence
        assert (path.read_bytes() if path.exists() else None) == before
    assert run("export", "2026-11-05", *CHOICE, "-o", sample / "referat.pdf").code == 0


def test_a_failed_export_leaves_the_old_file(
    run: Run, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ud.pdf"
    path.write_bytes(b"det gamle")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = run("export", "2026-11-05", *CHOICE, "-o", path)
    assert result.code == 2
    assert "Disken er fuld" in result.sentence
    assert path.read_bytes() == b"det gamle"
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".tmp"] == []


def test_a_paper_waits_for_a_scanner_that_holds_it(
    run: Run, sample: Path, tmp_path: Path, held: list[int]
) -> None:
    assert run("export", "2026-11-05", *CHOICE, "-o", tmp_path / "ud.pdf").code == 0
    assert (tmp_path / "ud.pdf").exists()
    assert held == []


def test_the_same_data_give_the_same_bytes(run: Run, sample: Path, tmp_path: Path) -> None:
    paths = tmp_path / "en.pdf", tmp_path / "to.pdf"
    for path in paths:
        run("export", "2027-03-11", "--paper", "dagsorden", "--edition", "fuld", "-o", path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
