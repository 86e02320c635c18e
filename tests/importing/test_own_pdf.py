"""Papers of this program, exported and read back: what is closed stays closed."""

from pathlib import Path
from uuid import UUID

import pikepdf
import pytest

from app.importing.reading import read_paper
from app.models.draft import ImportDraft, ItemDraft
from app.models.visibility import Edition
from app.paths import resources_dir
from app.reports.data import Product
from app.reports.export import build_paper
from app.services.importing import import_drafts
from app.services.queries.items import ItemView, item_rows, item_view
from app.services.queries.meetings import meeting_rows
from app.services.sample import load_sample
from app.storage.database import Database
from tests.importing.pdfs import write_pdf


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """The sample data, with closed items, a closed attachment and confidential words."""
    made = Database.create(tmp_path_factory.mktemp("own") / "moedevaerk.db")
    load_sample(made, resources_dir() / "sample")
    return made


MEETINGS = range(4)
PRODUCTS: list[Product] = ["agenda", "minutes"]


def meeting_id_of(database: Database, number: int) -> UUID:
    return sorted(meeting_rows(database), key=lambda row: row.date)[number].id


def read_back(
    database: Database, meeting_id: UUID, product: Product, edition: Edition, folder: Path
) -> ImportDraft:
    """The draft of the paper as it is exported."""
    path = folder / "papir.pdf"
    with database.read() as session:
        path.write_bytes(build_paper(session, meeting_id, product, edition).pdf)
    return read_paper(path)


def items_of(database: Database, meeting_id: UUID) -> list[ItemView]:
    return [item_view(database, row.id) for row in item_rows(database, meeting_id)]


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("number", MEETINGS)
def test_a_full_edition_comes_back_with_what_is_closed(
    database: Database, tmp_path: Path, number: int, product: Product
) -> None:
    meeting_id = meeting_id_of(database, number)
    draft = read_back(database, meeting_id, product, Edition.FULL, tmp_path)
    (meeting,) = draft.meetings
    stored = items_of(database, meeting_id)
    assert [(one.number, one.title) for one in meeting.items] == [
        (one.number, one.title) for one in stored
    ]
    assert [_facts(one) for one in meeting.items] == [
        (one.is_closed, one.case_number) for one in stored
    ]
    assert [_attachments(one) for one in meeting.items] == [
        [(file.title, file.is_closed and not one.is_closed) for file in one.attachments]
        for one in stored
    ]
    assert meeting.unplaced == []
    assert draft.notices == []


def _facts(item: ItemDraft) -> tuple[bool, str]:
    return item.is_closed, item.case_number or ""


def _attachments(item: ItemDraft) -> list[tuple[str, bool]]:
    return [(one.title, one.is_closed) for one in item.attachments]


def test_the_sample_has_what_is_asked_for(database: Database) -> None:
    items = [one for n in MEETINGS for one in items_of(database, meeting_id_of(database, n))]
    files = [file for one in items for file in one.attachments if not one.is_closed]
    assert sum(one.is_closed for one in items) > 2
    assert sum(file.is_closed for file in files) == 1


def test_what_was_closed_is_not_in_the_open_edition_of_the_imported(
    database: Database, tmp_path: Path
) -> None:
    meeting_id = meeting_id_of(database, 3)
    draft = read_back(database, meeting_id, "agenda", Edition.FULL, tmp_path)
    with Database.create(tmp_path / "ny" / "moedevaerk.db") as other:
        (copied,) = import_drafts(other, [draft]).created
        opened = read_back(other, copied, "agenda", Edition.OPEN, tmp_path)
    printed = [[one.title for one in item.attachments] for item in opened.meetings[0].items]
    assert printed[3] == [
        "Belægning og ventetid på krisecentre 2025–2026",
        "Model for fælles venteliste, udkast",
        "Lukket bilag",
    ]
    closed = opened.meetings[0].items[9]
    assert (closed.is_closed, closed.sections, closed.attachments) == (True, [], [])


@pytest.mark.parametrize("edition", Edition)
def test_a_paper_that_lost_its_tags_tells_that_closed_words_are_not_marked(
    database: Database, tmp_path: Path, edition: Edition
) -> None:
    meeting_id = meeting_id_of(database, 3)
    read_back(database, meeting_id, "agenda", edition, tmp_path)
    with pikepdf.open(tmp_path / "papir.pdf", allow_overwriting_input=True) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save()
    draft = read_paper(tmp_path / "papir.pdf")
    told = any("full edition was read" in one.msgid for one in draft.notices)
    assert told == (edition is Edition.FULL)
    assert len(draft.meetings[0].items) == len(items_of(database, meeting_id))


def test_pages_that_are_put_behind_a_paper_are_not_lost(database: Database, tmp_path: Path) -> None:
    read_back(database, meeting_id_of(database, 1), "minutes", Edition.OPEN, tmp_path)
    added = write_pdf(tmp_path / "bilag.pdf", [["Kort over havnen", "", "Havnen er dyb."]])
    with pikepdf.open(tmp_path / "papir.pdf", allow_overwriting_input=True) as pdf:
        with pikepdf.open(added) as other:
            pdf.pages.extend(other.pages)
        pdf.save()
    (meeting,) = read_paper(tmp_path / "papir.pdf").meetings
    assert [one.text for one in meeting.unplaced] == ["Kort over havnen", "Havnen er dyb."]
    assert 0.9 < meeting.coverage < 1
    assert meeting.items[3].decisions


def test_days_and_deadlines_stay_in_their_sentences(database: Database, tmp_path: Path) -> None:
    meeting_id = meeting_id_of(database, 1)
    draft = read_back(database, meeting_id, "minutes", Edition.FULL, tmp_path)
    items = draft.meetings[0].items
    (point,) = items[4].recommendation_sets[0].points
    assert point.text.blocks[0].runs[0].text.endswith("fra 1. januar 2027.")  # type: ignore[union-attr]
    told = [line for one in items for line in one.decision_text.split("\n")]
    follow_ups = [line for line in told if line.startswith("Opfølgning:")]
    assert len(follow_ups) > 5
    assert all(line.endswith(".") and "Ansvarlig: " in line for line in follow_ups)
    assert not any(line.startswith("20. november") for line in told)
