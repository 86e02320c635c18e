"""Titles of items: over several lines and pages, and in words that are labels elsewhere."""

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft

HEAD = " Mødet den 04.03.2026 Fjordudvalget\n\nÅben\n"
FIRST = f"{HEAD}Punkt 1.\n\nGodkendelse af dagsorden\n\nBeslutning:\n\nGodkendt.\n"


def meeting_of(*pages: str) -> MeetingDraft:
    return read_lines(make_lines(pages), ImportDraft("papir.txt", ""))[0]


def second_of(*pages: str) -> ItemDraft:
    (item,) = [one for one in meeting_of(*pages).items if one.number == 2]
    return item


@pytest.mark.parametrize("gap", ["", "\n\n\n"])
def test_a_title_goes_on_behind_the_foot_of_its_page(gap: str) -> None:
    item = second_of(
        f"{FIRST}{HEAD}Punkt 2.\n\nNy sejlplan for de små færger mellem øerne og Klitby i de\n\n"
        "Side 3 af 9\n",
        f"{gap}kolde måneder\n\n2026-004711\n\nResume\n\nFærgerne sejler for sjældent.\n\n"
        "Beslutning:\n\nUdsat.\n",
    )
    assert item.title == "Ny sejlplan for de små færger mellem øerne og Klitby i de kolde måneder"
    assert item.case_number == "2026-004711"
    assert [one.kind for one in item.sections] == ["summary", "decision"]


def test_the_time_slot_of_a_title_may_stand_on_its_own_line() -> None:
    item = second_of(
        f"{FIRST}{HEAD}Punkt 2.\n\nTemadrøftelse - sejlads om natten\n(13.45-14.45)\n\n"
        "2026-004711\n\nResume\n\nFærgerne sejler for sjældent.\n\nBeslutning:\n\nUdsat.\n"
    )
    assert item.title == "Temadrøftelse - sejlads om natten (13.45-14.45)"
    assert item.case_number == "2026-004711"
    assert item.time_from is not None


@pytest.mark.parametrize("wrap", [" ", "\n"])
@pytest.mark.parametrize(
    "title",
    [
        "Indstilling til KKR om ny fordeling af{wrap}midler til fyrene",
        "Beslutning om{wrap}bøjer",
        "Indstilling fra Havnerådet",
        "Høring",
        "Tidsplan",
        "Økonomi og personale",
        "Orientering",
    ],
)
@pytest.mark.parametrize("below", ["Resume\n\nFyrene slukker.\n\nIndstilling", "Indstilling"])
def test_a_title_may_begin_with_the_word_of_a_label(title: str, wrap: str, below: str) -> None:
    item = second_of(
        f"{FIRST}{HEAD}Punkt 2.\n\n{title.format(wrap=wrap)}\n\n{below}\n\n"
        "Det indstilles, at Fjordudvalget\n\n1. Drøfter fyrene\n\nBeslutning:\n\nUdsat.\n"
    )
    assert item.title == title.format(wrap=" ")
    assert [one.kind for one in item.sections][-2:] == ["recommendation", "decision"]
    assert len(item.sections) == below.count("\n\n") // 2 + 2


def test_a_breadcrumb_tells_a_title_that_begins_with_the_word_of_a_label() -> None:
    crumb = "Punkt 2: Indstilling til KKR om nye fyr på\nde ydre skær\n\nFjordudvalget\n\n"
    item = second_of(
        f"{FIRST} Fjordudvalget Møde den 04.03.2026\nkl. 9.30 Side 2 af 3\n\n{crumb}"
        "Punkt 2.\n\nIndstilling til KKR om nye fyr på de ydre skær\n\nReferat:\n\nUdsat.\n"
    )
    assert item.title == "Indstilling til KKR om nye fyr på de ydre skær"
    assert [one.kind for one in item.sections] == ["minutes"]


def test_an_item_without_a_title_keeps_its_labels() -> None:
    item = second_of(
        f"{FIRST}{HEAD}Punkt 2.\n\nIndstilling\n\nDet indstilles, at Fjordudvalget\n\n"
        "1. Drøfter fyrene\n\nBeslutning:\n\nUdsat.\n"
    )
    assert item.title == ""
    assert [one.kind for one in item.sections] == ["recommendation", "decision"]


def test_a_line_between_title_and_case_number_hides_neither() -> None:
    item = second_of(
        f"{FIRST}{HEAD}Punkt 2.\n\nTema: Sejlads om natten\n\n"
        "Deltager: Lods Ib Thorup fra Sandø Havn\n\n2026-004711\n\n"
        "Resume\n\nFærgerne sejler for sjældent.\n\nBeslutning:\n\nUdsat.\n"
    )
    assert (item.title, item.case_number) == ("Tema: Sejlads om natten", "2026-004711")
    assert [one.kind for one in item.sections] == ["other", "summary", "decision"]
