"""In as a paper, out as a PDF: every sentence is there, in the order of its item."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from app.importing.as_json import section_text
from app.importing.reading import read_paper
from app.models.draft import ItemDraft
from app.models.richtext import plain
from app.models.visibility import Edition
from app.reports.collect import collect_meeting
from app.reports.meeting_story import meeting_story
from app.reports.render import render
from app.services.importing import import_drafts
from app.storage.database import Database
from tests.importing.accounting import letters

ROOT = Path(__file__).resolve().parents[2]
MADE = sorted((ROOT / "tests" / "data" / "papers").glob("layout_*.txt"))
REAL = sorted((ROOT.parent / "shared" / "papers").glob("das-*.txt"))


def sentences(item: ItemDraft) -> Iterator[str]:
    for index in range(len(item.sections)):
        words = plain(section_text(item, index))
        yield from (letters(part) for part in re.split(r"(?<=[.!?:])\s+|\n|\t", words))


def printed(pdf: bytes) -> str:
    """The letters of the PDF without running header and footer."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    pages = [re.sub(r"[\ufffe\x02]", "", text).split("\n") for text in texts]
    return "".join(
        letters("\n".join(lines[1 if number else 0 : -1])) for number, lines in enumerate(pages)
    )


@pytest.mark.parametrize("path", [*MADE, *REAL], ids=lambda path: path.stem)
def test_every_sentence_comes_out_again(path: Path, tmp_path: Path) -> None:
    draft = read_paper(path)
    with Database.create(tmp_path / "moedevaerk.db") as database:
        (meeting_id,) = import_drafts(database, [draft]).created
        with database.read() as session:
            paper = collect_meeting(session, meeting_id, "minutes", Edition.FULL)
    out = printed(render(meeting_story(paper)).pdf)
    lost = []
    for item in draft.meetings[0].items:
        place = 0
        for sentence in filter(None, sentences(item)):
            found = out.find(sentence, place)
            if found < 0:
                lost.append((item.number, sentence))
            else:
                place = found
    assert lost == []
