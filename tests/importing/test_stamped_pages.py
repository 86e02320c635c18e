"""Pages with a stamp: attachments of an item, or a paper that was itself attached elsewhere."""

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft
from app.models.richtext import plain

OPENING = "Punkt 1.\n\nGodkendelse af dagsorden\n\nReferat\n\nGodkendt.\n"
CASE = (
    "Punkt 2.\n\nNye senge\n\nSagsfremstilling\n\nSengene er slidte.\n\nReferat\n\nDrøftet.\n\n"
    "Bilag:\n\nTegning af senge\n"
)
LAST = "Punkt 3.\n\nEventuelt\n\nReferat\n\nIntet.\n"


def meeting_of(*pages: str) -> MeetingDraft:
    return read_lines(make_lines(pages), ImportDraft("papir.txt", ""))[0]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_stamped_pages_behind_their_item_are_its_attachment(count: int) -> None:
    stamp = "Punkt 2, Bilag 1: Tegning af senge"
    pages = [f"Baggrund\n\nSengen er {n} meter lang.\n\n{stamp}\n" for n in range(1, count + 1)]
    item = meeting_of(OPENING, CASE, *pages, LAST).items[1]
    assert [one.title for one in item.attachments] == ["Tegning af senge"]
    assert item.decision_text == "Drøftet."
    assert [(section.kind, section.label) for section in item.sections] == [
        ("case_presentation", "Sagsfremstilling"), ("minutes", "Referat"),
        ("other", "Tegning af senge"),
    ]  # fmt: skip


def test_a_stamp_ends_its_page_where_the_text_marks_none() -> None:
    stamp = "Punkt 2, Bilag 1: Tegning af senge"
    pages = "".join(f"Baggrund\n\nSengen er {n} meter lang.\n\n{stamp}\n\n\n\n" for n in (1, 2))
    text = f"{OPENING}\n {CASE.strip()}\n {pages} {LAST}"
    item = meeting_of(text).items[1]
    assert [section.label for section in item.sections] == [
        "Sagsfremstilling", "Referat", "Tegning af senge",
    ]  # fmt: skip
    assert [one.title for one in item.attachments] == ["Tegning af senge"]


def test_one_stamp_over_several_items_is_that_of_the_whole_paper() -> None:
    stamp = "\nPunkt 7, Bilag 1: Referat af møde den 4. marts\n"
    meeting = meeting_of(*(page + stamp for page in (OPENING, CASE, LAST)))
    assert [len(item.attachments) for item in meeting.items] == [0, 1, 0]
    assert meeting.unplaced == []


def test_a_stamp_of_minutes_is_that_of_the_whole_paper_by_its_title() -> None:
    stamp = "\nPunkt 2, Bilag 1: Referat af møde den 4. marts\n"
    more = f"Sagsfremstilling\n\nSengene er af jern.\n{stamp}"
    item = meeting_of(OPENING, CASE, more, LAST).items[1]
    told = [plain(s.text) for s in item.sections if s.kind == "case_presentation"]
    assert told == ["Sengene er slidte.", "Sengene er af jern."]
