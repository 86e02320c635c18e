"""What is marked as closed is closed, wherever the mark stands; nothing is opened by mistake."""

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft

HEAD = "Fjordudvalget\nMødet den 4. marts 2026, kl. 9 - 11\nSted: Klitby Kro\n\n"
FIRST = "Punkt 1.\n\nFærgen\n\nBeslutning\nUdsat.\n\n"
LAST = "\n\nPunkt 3.\n\nEventuelt\n\nIntet.\n"
DECIDED = "\n\nBeslutning\nAftalen opsiges."


def read(text: str) -> tuple[MeetingDraft, ImportDraft]:
    draft = ImportDraft("papir.txt", "")
    return read_lines(make_lines([text]), draft)[0], draft


MARKS = [
    "Punkt 2. (lukket)\n\nAftale med værftet",
    "Punkt 2 (lukket punkt):\n\nAftale med værftet",
    "Punkt 2. (lukket) Aftale med værftet",
    "Punkt 2.\n\nLUKKET: Aftale med værftet",
    "Punkt 2: LUKKET: Aftale med værftet",
    "Punkt 2.\n\nAftale med værftet (lukket)",
    "Punkt 2.\n\nAftale med værftet (lukket punkt)",
    "Punkt 2.\n\nAftale med værftet - lukket dagsorden",
    "Lukkede punkter\n\nPunkt 2.\n\nAftale med værftet",
    "Punkter til lukket behandling:\n\nPunkt 2.\n\nAftale med værftet",
    "(Lukket)\nPunkt 2.\n\nAftale med værftet",
    "Punkt 2.\n\nLUKKET PUNKT Aftale med værftet",
    "Punkt 2.\n\nAftale med værftet (fortroligt)",
    "Punkt 2.\n\nIkke-offentlig: Aftale med værftet",
    "Punkt 2.\n\nAftale med værftet\n\nStatus: Lukket",
    "Punkt 2.\n\nAftale med værftet\n\nSagstype: Fortrolig",
]


@pytest.mark.parametrize("opening", MARKS)
def test_a_mark_closes_its_item(opening: str) -> None:
    meeting, _ = read(f"{HEAD}{FIRST}{opening}{DECIDED}")
    first, second = meeting.items
    assert (first.is_closed, second.is_closed) == (False, True)
    assert (second.number, second.title) == (2, "Aftale med værftet")
    assert second.decision_text == "Aftalen opsiges."
    assert meeting.unplaced == []


@pytest.mark.parametrize(
    ("said", "is_closed"),
    [
        ("Punktet behandles for lukkede døre.", True),
        ("Punktet er et lukket punkt.", True),
        ("Sagen behandles som et lukket punkt", True),
        ("Punktet om havnen behandles i udvalget.", False),
        ("Sagen er lukket.", False),
        ("Punkt 3 behandles for lukkede døre.", False),
    ],
)
def test_an_item_that_says_that_it_is_closed_is(said: str, *, is_closed: bool) -> None:
    meeting, _ = read(f"{HEAD}{FIRST}Punkt 2.\n\nAftalen\n\nResume\n{said}{DECIDED}{LAST}")
    assert [item.is_closed for item in meeting.items] == [False, is_closed, False]


def test_a_closed_series_lasts_until_it_is_opened() -> None:
    meeting, _ = read(
        f"{HEAD}{FIRST}Lukket dagsorden\n\nPunkt 2.\n\nAftalen{DECIDED}{LAST}"
        "\nÅben dagsorden\n\nPunkt 4.\n\nBroen\n\nBeslutning\nUdsat.\n"
    )
    assert [item.is_closed for item in meeting.items] == [False, True, True, False]


def test_a_closed_paper_is_closed_throughout() -> None:
    meeting, _ = read(f"{HEAD}Lukket referat\n\n{FIRST}{LAST}")
    assert {item.is_closed for item in meeting.items} == {True}


def test_a_mark_in_the_contents_counts() -> None:
    listed = "1. Færgen\n2. Aftale med værftet (lukket)\n3. Eventuelt\n\n"
    meeting, _ = read(f"{HEAD}{listed}{FIRST}Punkt 2.\n\nAftale med værftet{DECIDED}{LAST}")
    assert [item.is_closed for item in meeting.items] == [False, True, False]


def test_words_about_something_closed_are_no_mark() -> None:
    meeting, _ = read(f"{HEAD}{FIRST}Punkt 2.\n\nLukket afdeling på havnehjemmet{DECIDED}{LAST}")
    assert [item.is_closed for item in meeting.items] == [False, False, False]


def test_numbered_items_with_a_mark() -> None:
    meeting, _ = read(
        "Forum: Fjordudvalget\nDato: 4. marts 2026\n\n1. Færgen\n\nBeslutning\nUdsat.\n\n"
        "2. LUKKET: Køb af grund\n\nBeslutning\nGodkendt.\n"
    )
    assert [(i.title, i.is_closed) for i in meeting.items] == [
        ("Færgen", False),
        ("Køb af grund", True),
    ]


@pytest.mark.parametrize(
    "mark", ["69. LUKKET: Køb af grund", "Køb af grund (lukket sag)", "Lukket"]
)
def test_an_unknown_paper_with_a_mark_is_closed_and_says_so(mark: str) -> None:
    meeting, draft = read(f"Nyt fra havnen\n\nHer er nyt om færgen.\n\n{mark}\nMere følger.\n")
    assert meeting.layout == "unknown"
    assert meeting.items[0].is_closed
    assert any("marked as closed" in one.msgid for one in draft.notices)
