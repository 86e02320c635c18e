"""Attachments: taken in, named, numbered in their order."""

import datetime as dt
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import pytest

from app.errors import FileProblem, InvalidInput
from app.models.attachment import Attachment
from app.models.draft import AttachmentDraft, ImportDraft, ItemDraft, MeetingDraft
from app.models.meeting import Meeting, MeetingState, SourceLayout
from app.paths import resources_dir
from app.reports.pages import PdfPages
from app.services import attachments, items
from app.services.importing import import_drafts
from app.services.meetings import change_state, edit_meeting
from app.services.queries.items import item_rows, item_view
from app.storage.actions import Action
from app.storage.attachment_store import AttachmentStore, StoredFile
from app.storage.database import Database, dump

PAPER = next((resources_dir() / "sample" / "attachments").glob("*.pdf"))


@pytest.fixture
def item_id(database: Database, meeting_id: UUID) -> UUID:
    return items.create_item(database, meeting_id, title="Fælles beredskab")


def test_pages_are_counted_while_the_preview_is_drawn() -> None:
    with ThreadPoolExecutor(1) as pool:
        counting = pool.submit(
            lambda: {attachments.page_count(PAPER, PAPER.name) for _ in range(300)}
        )
        while not counting.done():
            with PdfPages(PAPER.read_bytes()) as pages:
                pages.image(0, 0.2)
                count = len(pages)
    assert counting.result() == {count}


def test_attachments_are_numbered_in_their_order(
    database: Database, item_id: UUID, tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("Bilag 2 - Plan_udkast (1).txt", "svar.txt")]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    first, second = attachments.add_attachments(database, item_id, files)
    attachments.move_attachment(database, second, 0)
    attachments.rename_attachment(database, second, "Svar fra kommunerne")
    attachments.set_attachment_closed(database, first, True)
    rows = item_view(database, item_id).attachments
    assert [(row.number, row.title, row.is_closed) for row in rows] == [
        (1, "Svar fra kommunerne", False),
        (2, "Plan udkast", True),
    ]
    assert all(database.attachments.is_sound(row.sha256) for row in rows)
    with pytest.raises(InvalidInput):
        attachments.rename_attachment(database, first, " ")
    attachments.delete_attachment(database, second)
    assert [row.number for row in item_view(database, item_id).attachments] == [1]


def test_the_pages_are_those_of_the_stored_copy(
    database: Database, item_id: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file may be gone or written anew as soon as it has been taken in."""
    original = AttachmentStore.add

    def add_and_lose(store: AttachmentStore, source: Path) -> StoredFile:
        stored = original(store, source)
        source.unlink()
        return stored

    monkeypatch.setattr(AttachmentStore, "add", add_and_lose)
    file = tmp_path / "Notat.PDF"
    file.write_bytes(PAPER.read_bytes())
    attachments.add_attachments(database, item_id, [file])
    (row,) = item_view(database, item_id).attachments
    with PdfPages(PAPER.read_bytes()) as pages:
        assert row.page_count == len(pages)


def test_letters_with_their_rings_apart_become_letters(
    database: Database, item_id: UUID, tmp_path: Path
) -> None:
    """As macOS names a file that was typed there: a search for ``å`` would miss it."""
    file = tmp_path / unicodedata.normalize("NFD", "Årsplan på møder.txt")
    file.write_text("x", encoding="utf-8")
    attachments.add_attachments(database, item_id, [file])
    (row,) = item_view(database, item_id).attachments
    assert (row.title, row.file_name) == ("Årsplan på møder", "Årsplan på møder.txt")


def test_one_bad_file_adds_none(database: Database, item_id: UUID, tmp_path: Path) -> None:
    good, bad = tmp_path / "god.txt", tmp_path / "tom.txt"
    good.write_text("x", encoding="utf-8")
    bad.touch()
    with pytest.raises(FileProblem):
        attachments.add_attachments(database, item_id, [good, bad])
    assert item_view(database, item_id).attachments == ()


def test_the_good_ones_of_some_files_are_taken_in(database: Database, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.txt", "tom.txt", "væk.txt", "b.txt")]
    for file in (files[0], files[3]):
        file.write_text(file.name, encoding="utf-8")
    files[1].touch()
    taken = attachments.take_in(database, files)
    assert [file.file_name for file in taken.files] == ["a.txt", "b.txt"]
    assert [problem.values["name"] for problem in taken.refused] == ["tom.txt", "væk.txt"]
    store = database.attachments
    assert [store.path_of(one.sha256).read_text() for one in taken.files] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Referat_2. marts_2026 word (1).docx", "Referat 2. marts 2026 word"),
        ("Bilag 2 - Kommissorium for gruppen.pdf", "Kommissorium for gruppen"),
        ("Bilag 4.pdf", "Bilag 4"),
        ("notat - kopi.pdf", "notat"),
        ("Bilag 2025 regnskab.pdf", "Bilag 2025 regnskab"),
        ("Bilag 1 - 2025 regnskab.pdf", "2025 regnskab"),
        ("Bilag 1-2025 regnskab.pdf", "2025 regnskab"),
        ("Bilag 1-2 oversigt.pdf", "Bilag 1-2 oversigt"),
        ("bilag 3.1 tabel.pdf", "tabel"),
        ("Bilag 3.2: tabel.pdf", "tabel"),
    ],
)
def test_a_file_name_becomes_a_title(name: str, title: str) -> None:
    assert attachments.title_from_file_name(name) == title


def is_late(database: Database, item_id: UUID, tmp_path: Path, now: dt.datetime) -> bool:
    """Whether a file that is attached at this time counts as coming after the meeting."""
    file = tmp_path / "notat.txt"
    file.write_text("Indhold", encoding="utf-8")
    taken = attachments.take_in(database, [file])
    attachments.add_taken(database, item_id, taken.files, now=now)
    return item_view(database, item_id).attachments[-1].is_late


@pytest.mark.parametrize(
    ("end", "now", "expected"),
    [
        (dt.time(15), dt.datetime(2026, 3, 5, 14, 59), False),
        (dt.time(15), dt.datetime(2026, 3, 5, 15, 1), True),
        (None, dt.datetime(2026, 3, 5, 23, 59), False),
        (None, dt.datetime(2026, 3, 6, 0, 0), True),
    ],
)
def test_what_comes_when_the_meeting_is_over_is_late_though_nobody_has_said_it_was_held(
    database: Database, meeting_id: UUID, item_id: UUID, tmp_path: Path,
    end: dt.time | None, now: dt.datetime, expected: bool,
) -> None:  # fmt: skip
    edit_meeting(database, meeting_id, end=end)
    assert not is_late(database, item_id, tmp_path, now)
    change_state(database, meeting_id, MeetingState.AGENDA_SENT)
    assert is_late(database, item_id, tmp_path, now) is expected


def test_papers_of_an_old_agenda_that_was_imported_are_not_late(
    database: Database, meeting_id: UUID, item_id: UUID, tmp_path: Path
) -> None:
    change_state(database, meeting_id, MeetingState.AGENDA_SENT)
    with database.write(Action.IMPORT_MEETING) as session:
        session.get_one(Meeting, meeting_id).source_layout = SourceLayout.A
    assert not is_late(database, item_id, tmp_path, dt.datetime(2030, 1, 1))


def test_a_printed_series_keeps_its_numbers_once_sent(
    database: Database, meeting_id: UUID, item_id: UUID, tmp_path: Path
) -> None:
    """Papers may count the case itself as number one (domain 3.5)."""
    new = tmp_path / "tal.txt"
    new.write_text("1, 2, 3", encoding="utf-8")
    with database.write(Action.IMPORT_MEETING) as session:
        for position, number in enumerate((2, 3, 5)):
            row = Attachment(item_id=item_id, position=position, number=number)
            row.title_verbatim = f"Bilag {number}"
            session.add(row)
    change_state(database, meeting_id, MeetingState.HELD)
    (added,) = attachments.add_attachments(database, item_id, [new])

    def series() -> list[tuple[int | None, str]]:
        return [(row.number, row.title) for row in item_view(database, item_id).attachments]

    assert series() == [(2, "Bilag 2"), (3, "Bilag 3"), (5, "Bilag 5"), (6, "tal")]
    attachments.delete_attachment(database, item_view(database, item_id).attachments[1].id)
    assert series() == [(2, "Bilag 2"), (5, "Bilag 5"), (6, "tal")]
    attachments.move_attachment(database, added, 0)
    assert series() == [(2, "tal"), (5, "Bilag 2"), (6, "Bilag 5")]


def test_back_in_the_draft_the_numbers_follow_the_order_again(
    database: Database, meeting_id: UUID, item_id: UUID, tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("plan.txt", "svar.txt")]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    first, _second = attachments.add_attachments(database, item_id, files)
    change_state(database, meeting_id, MeetingState.AGENDA_SENT)
    attachments.delete_attachment(database, first)
    assert [row.number for row in item_view(database, item_id).attachments] == [2]
    change_state(database, meeting_id, MeetingState.DRAFT, reason="Et bilag var forkert")
    assert [row.number for row in item_view(database, item_id).attachments] == [1]


def test_a_list_without_numbers_stays_without_once_sent(
    database: Database, meeting_id: UUID, item_id: UUID, tmp_path: Path
) -> None:
    new = tmp_path / "tal.txt"
    new.write_text("1, 2, 3", encoding="utf-8")
    with database.write(Action.IMPORT_MEETING) as session:
        session.add(Attachment(item_id=item_id, position=0, title_verbatim="Oplæg"))
    change_state(database, meeting_id, MeetingState.HELD)
    attachments.add_attachments(database, item_id, [new])
    assert [row.number for row in item_view(database, item_id).attachments] == [None, None]


def numbers(database: Database, item_id: UUID) -> list[tuple[int | None, str]]:
    return [(row.number, row.title) for row in item_view(database, item_id).attachments]


def test_a_number_that_was_sent_names_no_other_paper(
    database: Database, meeting_id: UUID, item_id: UUID, tmp_path: Path
) -> None:
    files = [tmp_path / f"{name}.txt" for name in ("budget", "plan", "kort", "brev")]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    budget, plan, draft = attachments.add_attachments(database, item_id, files[:3])
    attachments.delete_attachment(database, draft)
    change_state(database, meeting_id, MeetingState.AGENDA_SENT)
    before = dump(database)
    attachments.delete_attachment(database, plan)
    (wrong,) = attachments.add_attachments(database, item_id, files[2:3])
    assert numbers(database, item_id) == [(1, "budget"), (3, "kort")]
    attachments.delete_attachment(database, wrong)
    attachments.add_attachments(database, item_id, files[3:])
    assert numbers(database, item_id) == [(1, "budget"), (3, "brev")]
    attachments.delete_attachment(database, budget)
    attachments.delete_attachment(database, item_view(database, item_id).attachments[0].id)
    attachments.add_attachments(database, item_id, files[3:])
    assert numbers(database, item_id) == [(3, "brev")]
    change_state(database, meeting_id, MeetingState.DRAFT, reason="Sendes igen")
    assert numbers(database, item_id) == [(1, "brev")]
    for _step in range(8):
        database.undo()
    assert dump(database) == before


def test_a_number_of_imported_minutes_names_no_other_paper(
    database: Database, tmp_path: Path
) -> None:
    plan = AttachmentDraft("Plan", number=1, is_counted=True)
    item = ItemDraft(1, "Fælles beredskab", attachments=[plan])
    meeting = MeetingDraft("Fjordudvalget", dt.date(2026, 3, 4), layout="C", items=[item])
    (made,) = import_drafts(database, [ImportDraft("a.txt", "f" * 64, [meeting])]).created
    (row,) = item_rows(database, made)
    assert numbers(database, row.id) == [(1, "Plan")]
    attachments.delete_attachment(database, item_view(database, row.id).attachments[0].id)
    (tmp_path / "brev.txt").write_text("Kære", encoding="utf-8")
    attachments.add_attachments(database, row.id, [tmp_path / "brev.txt"])
    assert numbers(database, row.id) == [(2, "brev")]
