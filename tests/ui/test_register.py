"""A register is its description: nothing has to be overridden."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.pages.register import Register, RegisterPage
from app.ui.tables import Column, Group
from app.ui.widgets import EmptyState
from tests.ui.conftest import World


@dataclass(frozen=True)
class Boat:
    """A row."""

    id: int
    name: str
    harbour: str


BOATS = [Boat(1, "Alken", "Havnby"), Boat(2, "Maagen", "Havnby"), Boat(3, "Ternen", "Sandvig")]


def test_a_description_is_a_whole_page(qtbot: QtBot, world: World) -> None:
    boats, opened = list(BOATS), list[Boat]()
    register = Register(
        title="Både",
        tables=("meeting",),
        columns=[Column("name", "Navn", lambda boat: boat.name)],
        reader=lambda: lambda: tuple(boats),
        open_row=opened.append,
        filter_hint="Søg i både",
        empty=EmptyState("users", "Ingen både", "Her kommer bådene."),
        heading=lambda boat: boat.harbour,
    )
    page = RegisterPage(world.context, register)
    qtbot.addWidget(page)
    page.show()
    page.open()
    assert (page.title, page.filter.placeholderText()) == ("Både", "Søg i både")
    assert list(page.model.rows) == BOATS
    qtbot.keyClicks(page.filter, "havnby m")
    qtbot.waitUntil(lambda: list(page.model.rows) == BOATS[1:2])
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert opened == [BOATS[1]]
    boats.clear()
    page.reload(None)
    assert register.empty.isVisible()
    page.open()
    assert page.focusWidget() is page.filter, "the table is hidden"


def test_headings_stand_between_the_rows_that_are_shown(qtbot: QtBot, world: World) -> None:
    register = Register(
        title="Både",
        tables=("meeting",),
        columns=[
            Column("name", "Navn", lambda boat: boat.name, sort_key=lambda boat: -boat.id),
            Column("harbour", "Havn", lambda boat: boat.harbour),
        ],
        reader=lambda: lambda: BOATS,
        open_row=lambda _boat: None,
        filter_hint="Søg",
        empty=EmptyState("users", "Ingen både", ""),
        grouped=lambda rows: [Group("Havn"), *rows],
    )
    page = RegisterPage(world.context, register)
    qtbot.addWidget(page)
    page.open()
    assert list(page.model.rows) == [Group("Havn"), *BOATS]
    page.model.sort(0, Qt.SortOrder.AscendingOrder)
    assert list(page.model.rows) == BOATS[::-1]
