"""A register that takes its time: the window stays alive, and nothing old is taken for new."""

import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from app.errors import FileProblem
from app.services.queries.meetings import meeting_rows
from app.storage.database import Database
from app.ui.pages import at_once
from app.ui.pages.register import RegisterPage
from app.ui.pages.register_data import Register
from app.ui.tables import Column, Group
from app.ui.widgets import EmptyState
from tests.ui.conftest import World
from tests.ui.hands import column, register


@dataclass(frozen=True)
class Boat:
    """A row."""

    id: int
    name: str


@dataclass
class Harbour:
    """Boats that are read when the gate is open; how often that was begun, and in which thread."""

    boats: list[Boat] = field(default_factory=lambda: [Boat(n, f"Båd {n}") for n in range(200)])
    gate: threading.Event = field(default_factory=threading.Event)
    readers: list[int] = field(default_factory=list)
    is_damaged: bool = False
    told: int = 0

    def tell(self, boat: Boat) -> str:
        """What is searched beside the cells; in a thread, like reading."""
        self.told += 1
        assert self.gate.wait(20)
        return f"nr{boat.id}"

    def read(self) -> list[Boat]:
        self.readers.append(threading.get_ident())
        boats = list(self.boats)
        assert self.gate.wait(20)
        if self.is_damaged:
            raise FileProblem("The file {name} is damaged.", name="a.db")
        return boats


@pytest.fixture(autouse=True)
def impatient(patience: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here nothing is there at once."""
    monkeypatch.setattr(at_once, "AT_ONCE_S", 0.0)


@pytest.fixture
def harbour() -> Iterator[Harbour]:
    made = Harbour()
    yield made
    made.gate.set()


@pytest.fixture
def page(qtbot: QtBot, world: World, harbour: Harbour) -> RegisterPage:
    words = Register(
        title="Både",
        tables=("meeting",),
        columns=[
            Column("name", "Navn", lambda boat: boat.name),
            Column("berth", "Plads", lambda boat: ""),
        ],
        reader=lambda: harbour.read,
        open_row=lambda _boat: None,
        filter_hint="Søg i både",
        empty=EmptyState("users", "Ingen både", "Her kommer bådene."),
        grouped=lambda boats: [Group("Havn"), *boats],
        heading=harbour.tell,
    )
    made = RegisterPage(world.context, words)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def come(qtbot: QtBot, page: RegisterPage, harbour: Harbour) -> None:
    """Let the boats be read."""
    harbour.gate.set()
    qtbot.waitUntil(lambda: page.context.jobs.is_idle)
    harbour.gate.clear()


def ids(page: RegisterPage) -> list[int]:
    return [boat.id for boat in page.model.rows if not isinstance(boat, Group)]


def test_the_window_lives_while_rows_are_read(
    qtbot: QtBot, page: RegisterPage, harbour: Harbour
) -> None:
    page.open(id=150)
    assert page.filter.hasFocus()
    assert not page.reading.text(), "what is there soon is not announced"
    assert not page._register.empty.isVisible(), "nobody knows yet whether there are none"
    qtbot.waitUntil(lambda: page.reading.text() == "Læser …")
    assert page.reading.isVisible()
    come(qtbot, page, harbour)
    assert harbour.readers != [threading.get_ident()]
    assert page.table.current_row().id == 150
    assert page.table.hasFocus()
    assert not page.reading.isVisible()


def test_words_typed_meanwhile_filter_what_comes(
    qtbot: QtBot, page: RegisterPage, harbour: Harbour
) -> None:
    page.open()
    qtbot.keyClicks(page.filter, "båd 19")
    qtbot.wait(200)
    assert not page._register.empty.isVisible()
    come(qtbot, page, harbour)
    assert ids(page) == [n for n in range(200) if "19" in str(n)]
    assert page.filter.hasFocus()


def test_what_is_searched_is_made_when_somebody_searches(
    qtbot: QtBot, page: RegisterPage, harbour: Harbour
) -> None:
    page.open()
    come(qtbot, page, harbour)
    assert harbour.told == 0
    page.table.select_id(5)
    qtbot.keyClicks(page.filter, "nr7")
    qtbot.waitUntil(lambda: harbour.told == 1)
    qtbot.waitUntil(lambda: not page._typing.isActive())
    assert len(ids(page)) == 200, "what was shown stays until it can be searched"
    come(qtbot, page, harbour)
    assert ids(page) == [7, *range(70, 80)]
    assert page.table.current_row().id == 7, "the first that was found"
    assert len(harbour.readers) == 1, "nothing was read again"
    qtbot.keyClicks(page.filter, "1")
    qtbot.waitUntil(lambda: ids(page) == [71])
    assert harbour.told == 200


def test_rows_that_are_read_again_are_searched_again(
    qtbot: QtBot, page: RegisterPage, harbour: Harbour
) -> None:
    page.open()
    come(qtbot, page, harbour)
    qtbot.keyClicks(page.filter, "nr7 båd")
    come(qtbot, page, harbour)
    harbour.boats.append(Boat(799, "Båd"))
    page.reload(None)
    come(qtbot, page, harbour)
    assert ids(page) == [7, *range(70, 80), 799]
    page.clear_filters()
    assert len(ids(page)) == 201


def test_choice_and_place_survive_what_comes_in_above(
    qtbot: QtBot, page: RegisterPage, harbour: Harbour
) -> None:
    page.open()
    come(qtbot, page, harbour)
    bar = page.table.verticalScrollBar()
    assert (bar.value(), bar.maximum() > 0) == (0, True), "with the heading of the first row"
    page.table.select_id(120)
    bar.setValue(bar.value() + 60)
    height = page.table.visualRect(page.table.currentIndex()).top()
    harbour.boats.insert(0, Boat(999, "Ny"))
    page.reload(None)
    assert ids(page)[0] == 0, "the old rows stay until the new ones are here"
    come(qtbot, page, harbour)
    assert ids(page)[0] == 999
    assert page.table.current_row().id == 120
    assert page.table.visualRect(page.table.currentIndex()).top() == height


def test_changes_during_a_reading_are_read_once_more(
    qtbot: QtBot, page: RegisterPage, harbour: Harbour
) -> None:
    page.open()
    qtbot.waitUntil(lambda: len(harbour.readers) == 1)
    harbour.boats.append(Boat(999, "Ny"))
    for _change in range(5):
        page.reload(None)
    assert len(harbour.readers) == 1
    harbour.gate.set()
    qtbot.waitUntil(lambda: 999 in ids(page))
    assert len(harbour.readers) == 2


def test_a_row_that_was_asked_for_and_is_not_there_takes_no_choice_later(
    qtbot: QtBot, page: RegisterPage, harbour: Harbour
) -> None:
    page.open(id=999)
    come(qtbot, page, harbour)
    page.table.select_id(5)
    harbour.boats.append(Boat(999, "Ny"))
    page.reload(None)
    come(qtbot, page, harbour)
    assert 999 in ids(page)
    assert page.table.current_row().id == 5


def test_a_reading_that_fails_is_said_and_tried_again(
    qtbot: QtBot, page: RegisterPage, harbour: Harbour
) -> None:
    come(qtbot, page, harbour)
    harbour.boats.append(Boat(999, "Ny"))
    harbour.is_damaged = True
    with qtbot.captureExceptions() as faults:
        page.reload(None)
        come(qtbot, page, harbour)
    assert [fault[0] for fault in faults] == [FileProblem], "of which the hook makes a sentence"
    assert len(ids(page)) == 200
    harbour.is_damaged = False
    page.open()
    come(qtbot, page, harbour)
    assert len(ids(page)) == 201


def test_the_window_gets_its_turn_soon_while_rows_are_read(
    qtbot: QtBot, world: World, harbour: Harbour
) -> None:
    turns: list[float] = []
    harbour.gate.set()
    at_once.start(
        world.context.jobs,
        world.window,
        sys.getswitchinterval,
        lambda answer: turns.append(answer.result()),
    )
    qtbot.waitUntil(lambda: bool(turns))
    assert turns[0] == pytest.approx(at_once.TURN_S)


def test_a_first_reading_that_fails_is_no_longer_under_way(
    qtbot: QtBot, page: RegisterPage, harbour: Harbour
) -> None:
    qtbot.waitUntil(lambda: page.reading.text() != "")
    harbour.is_damaged = True
    with qtbot.captureExceptions() as faults:
        come(qtbot, page, harbour)
    assert len(faults) == 1
    assert page.reading.text() == ""


# --- in the window


@pytest.fixture
def slow_meetings(monkeypatch: pytest.MonkeyPatch, harbour: Harbour) -> Harbour:
    """Meetings that are read when the gate is open."""

    def slow(database: Database) -> object:
        harbour.read()
        return meeting_rows(database)

    monkeypatch.setattr("app.ui.pages.meetings.page.meeting_rows", slow)
    return harbour


def test_the_window_closes_while_a_register_is_read(
    qtbot: QtBot, world: World, slow_meetings: Harbour
) -> None:
    world.window.open("meetings")
    qtbot.waitUntil(lambda: bool(slow_meetings.readers))
    world.window.open("settings")
    threading.Timer(0.2, slow_meetings.gate.set).start()
    assert world.window.close()
    assert world.context.jobs.shut_down()


def test_rows_of_data_that_were_replaced_meanwhile_are_dropped(
    qtbot: QtBot, world: World, slow_meetings: Harbour
) -> None:
    old = world.window.open("meetings")
    qtbot.waitUntil(lambda: bool(slow_meetings.readers))
    world.context.slot.fill(world.database)
    qtbot.waitUntil(lambda: not shiboken6.isValid(old))
    slow_meetings.gate.set()
    qtbot.waitUntil(lambda: world.context.jobs.is_idle)
    new = register(world, "meetings")
    qtbot.waitUntil(lambda: len(column(new, 0)) == 2)
