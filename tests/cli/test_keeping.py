"""``backup``, ``restore`` and ``check-data``."""

from pathlib import Path
from uuid import UUID

from app.models.richtext import Image, RichText
from app.paths import AppPaths
from app.services.bodies import create_body
from app.services.check_data import check_data
from app.services.queries.items import item_rows, item_view
from app.services.queries.meetings import meeting_rows
from app.services.sections import edit_section_text
from app.storage.database import Database, dump
from tests.cli.conftest import Run


def test_a_copy_is_whole_data(run: Run, sample: Path, tmp_path: Path) -> None:
    result = run("backup", tmp_path / "kopi")
    assert (result.code, result.err) == (0, "")
    (copy,) = (tmp_path / "kopi").glob("*.db")
    assert result.out == f"Sikkerhedskopien er lavet og kontrolleret: {copy}\n"
    with Database.open(copy) as copied:
        assert not any(finding.faults for finding in check_data(copied))
        rows = dump(copied)
    with Database.open(AppPaths.standard(sample).database) as database:
        assert dump(database) == rows


def test_a_copy_without_a_damaged_attachment_says_so(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    file = next((sample / "attachments").glob("??/*"))
    file.chmod(0o644)
    file.write_bytes(b"forvansket")
    result = run("backup", tmp_path / "kopi")
    (copy,) = (tmp_path / "kopi").glob("*.db")
    assert result.code == 2
    assert result.sentence.startswith(f"Sikkerhedskopien {copy.name} er lavet, men uden de bilag")


def test_no_copy_into_a_file(run: Run, sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "fil"
    file.write_text("x")
    for folder in (file, file / "under"):
        result = run("backup", folder)
        assert result.code == 2
        assert result.sentence
    assert file.read_text() == "x"


def test_a_copy_is_restored_and_what_was_there_can_be_had_again(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    place = AppPaths.standard(sample).database
    run("backup", tmp_path / "kopi")
    (copy,) = (tmp_path / "kopi").glob("*.db")
    with Database.open(place) as database:
        before = dump(database)
        create_body(database, "Siden")
        since = dump(database)
    result = run("restore", copy)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"Sikkerhedskopien er gendannet: {copy}\nSom det var før: ")
    with Database.open(place) as database:
        assert dump(database) == before
    assert run("restore", result.out.split("før: ")[1].strip()).code == 0
    with Database.open(place) as database:
        assert dump(database) == since


def test_a_copy_that_lacks_an_attachment_says_which(run: Run, sample: Path, tmp_path: Path) -> None:
    run("backup", tmp_path / "kopi")
    (copy,) = (tmp_path / "kopi").glob("*.db")
    for folder in (sample, tmp_path / "kopi"):
        next(iter(sorted((folder / "attachments").glob("??/*")))).unlink()
    result = run("restore", copy)
    assert result.code == 1
    assert result.sentence.startswith("Disse bilag kunne ikke gendannes: ")


def test_what_is_no_copy_is_not_restored(run: Run, sample: Path, tmp_path: Path) -> None:
    before = AppPaths.standard(sample).database.read_bytes()
    (tmp_path / "brev.db").write_bytes(b"et brev")
    for name in ("brev.db", "findes ikke.db"):
        result = run("restore", tmp_path / name)
        assert result.code == 2
        assert name in result.sentence
    assert AppPaths.standard(sample).database.read_bytes() == before


def test_a_copy_that_is_not_there_makes_no_data_folder(
    run: Run, data_dir: Path, tmp_path: Path
) -> None:
    assert run("restore", tmp_path / "findes ikke.db").code == 2
    assert not data_dir.exists()


def test_whole_data(run: Run, sample: Path) -> None:
    result = run("check-data")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[-1] == "Data er hele."


def test_a_changed_attachment_is_named(run: Run, sample: Path) -> None:
    file = next((sample / "attachments").glob("??/*"))
    file.chmod(0o644)
    file.write_bytes(b"forvansket")
    result = run("check-data")
    assert result.code == 1
    assert ".pdf" in result.out
    assert result.sentence.startswith("Der er fejl i data.")


def test_a_picture_that_is_missing_or_changed_is_named_by_its_place(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    drawing = tmp_path / "tegning.png"
    drawing.write_bytes(b"sound in the store, whatever it shows")
    with Database.open(AppPaths.standard(sample).database) as database:
        section_id, picture = _section(database), database.attachments.add(drawing)
        edit_section_text(database, section_id, RichText((Image(picture.sha256, "Tegning"),)))
        file = database.attachments.path_of(picture.sha256)
    assert run("check-data").code == 0
    file.chmod(0o644)
    for spoil in (lambda: file.write_bytes(b"forvansket"), file.unlink):
        spoil()
        result = run("check-data")
        assert result.code == 1
        assert f"Billeder i teksterne: 1 fejl\n  item_section.text {section_id}" in result.out


def _section(database: Database) -> UUID:
    for meeting in meeting_rows(database):
        for item in item_rows(database, meeting.id):
            for section in item_view(database, item.id).sections:
                return section.id
    raise AssertionError("the sample has no section")
