"""The list of groups, and the form of one."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.models.body import BodyKind, BodyState
from app.services.bodies import create_body
from app.services.body_setup import body_setup
from app.services.queries.registers import body_rows
from app.ui.dialogs.base import Confirmation
from app.ui.dialogs.body import BodyDialog
from app.ui.key_list import key_list
from app.ui.theme import Theme
from app.ui.widgets import Button
from tests.ui.conftest import World
from tests.ui.hands import active, column, register, shown
from tests.ui.papers_in import press_receipt


def test_groups_sort_in_danish_order_and_back(qtbot: QtBot, world: World) -> None:
    for name in ("Ærø-gruppen", "Aalborg-gruppen", "Zebra-gruppen"):
        create_body(world.database, name)
    page = register(world, "bodies")
    page.model.sort(0, Qt.SortOrder.AscendingOrder)
    assert column(page, 0)[-3:] == ["Zebra-gruppen", "Ærø-gruppen", "Aalborg-gruppen"]
    page.model.sort(0, Qt.SortOrder.DescendingOrder)
    assert column(page, 0)[0] == "Aalborg-gruppen"


def test_groups_stand_in_danish_order(world: World) -> None:
    for name in ("Østgruppen", "Gruppe 10", "Ågruppen", "gruppe 2", "Zonegruppen"):
        create_body(world.database, name)
    page = world.window.open("bodies")
    names = [row.name for row in page.table.rows_model().rows]
    order = ["gruppe 2", "Gruppe 10", "Zonegruppen", "Østgruppen", "Ågruppen"]
    assert [name for name in names if name in order] == order


def test_a_group_needs_a_name(qtbot: QtBot, world: World) -> None:
    dialog = BodyDialog(world.database, world.window)
    dialog.open()
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.name.accessibleDescription() == "Skriv gruppens navn."
    qtbot.keyClicks(dialog.name, "Udvalget for havne")
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert "Udvalget for havne" in [row.name for row in body_rows(world.database)]


def test_a_group_is_edited_in_its_form(qtbot: QtBot, world: World) -> None:
    page = world.window.open("bodies", id=world.sample.body_id)
    qtbot.keyClick(page.edit, Qt.Key.Key_Space)
    dialog = page.findChild(BodyDialog)
    dialog.members.setPlainText("Ane Holm, direktør, Vesterkommunen\n , , \n Bo  Lund ")
    dialog.items.setPlainText("Godkendelse af dagsorden (10 min)\nEventuelt")
    qtbot.keyClicks(dialog.kind, "Arbejdsg")
    qtbot.keyClicks(dialog.state, "Nedl")
    dialog.times.setText("femten")
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    dialog.times.setText("9.30-12")
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    setup = body_setup(world.database, world.sample.body_id)
    assert [(m.name, m.title, m.organisation) for m in setup.members] == [
        ("Ane Holm", "direktør", "Vesterkommunen"),
        ("Bo Lund", "", ""),
    ]
    assert [(i.title, i.duration_min) for i in setup.fixed_items] == [
        ("Godkendelse af dagsorden", 10),
        ("Eventuelt", None),
    ]
    assert (setup.default_start, setup.default_end) == (dt.time(9, 30), dt.time(12))
    assert (setup.kind, setup.state) == (BodyKind.WORKING_GROUP, BodyState.CLOSED)


def test_f2_opens_the_form_of_the_chosen_group(qtbot: QtBot, world: World) -> None:
    page = register(world, "bodies", id=world.sample.body_id)
    active(qtbot, world)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    dialog = page.findChild(BodyDialog)
    assert dialog.name.text() == body_setup(world.database, world.sample.body_id).name
    dialog.reject()
    edit = next(one for one in page.menu_actions() if one.objectName() == "edit_body")
    assert edit.shortcut().toString() == "F2"
    lists = next(group for group in key_list([]) if group.title == "Lister")
    assert ("F2", "Ret gruppe") in {(row.keys, row.words) for row in lists.rows}


def test_a_second_group_of_the_same_name_is_refused_at_the_name(qtbot: QtBot, world: World) -> None:
    whole = body_setup(world.database, world.sample.body_id).name
    before = body_rows(world.database)
    dialog = BodyDialog(world.database, world.window)
    dialog.open()
    qtbot.keyClicks(dialog.name, whole)
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.name
    words = dialog.name.accessibleDescription()
    assert words == f"Der er allerede en gruppe, der hedder {whole}. Giv den her et andet navn."
    assert body_rows(world.database) == before


@pytest.mark.parametrize("again", ["Ane Holm, direktør, Vesterkommunen", "ane  holm"])
def test_a_member_with_two_seats_is_refused_at_the_seats(
    qtbot: QtBot, world: World, again: str
) -> None:
    before = body_setup(world.database, world.sample.body_id)
    dialog = BodyDialog(world.database, world.window, world.sample.body_id)
    dialog.open()
    seats = "Ane Holm, direktør, Vesterkommunen\nBo Lund\n"
    dialog.members.setPlainText(seats + again)
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.members
    said = "har allerede en plads. Skriv også organisationen, hvis det er en anden."
    assert dialog.members.accessibleDescription().endswith(said)
    assert body_setup(world.database, world.sample.body_id) == before
    dialog.members.setPlainText(seats + "Ane Holm, direktør, Sydkommunen")
    assert dialog.members.accessibleDescription() == ""
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert len(body_setup(world.database, world.sample.body_id).members) == 3


def test_a_time_is_read_when_its_field_is_left(qtbot: QtBot, world: World) -> None:
    dialog = BodyDialog(world.database, world.window)
    shown(qtbot, dialog)
    for words, said in (("femten", "Skriv tiden"), ("9-12", "")):
        dialog.times.setFocus()
        dialog.times.setText(words)
        qtbot.keyClick(dialog.times, Qt.Key.Key_Tab)
        assert said in dialog.times.accessibleDescription()
        assert bool(dialog.times.accessibleDescription()) is bool(said)
        tops = {one.mapTo(dialog, QPoint()).y() for one in (dialog.place, dialog.times)}
        assert len(tops) == 1


def test_a_group_made_by_mistake_is_deleted_and_one_that_meets_stays(
    qtbot: QtBot, world: World
) -> None:
    mistake = create_body(world.database, "Prøvegruppen")
    page = register(world, "bodies")
    for body_id, said in (
        (world.sample.body_id, "SG Fjord har møder"),
        (mistake, "Prøvegruppen er slettet."),
    ):
        page.table.select_id(body_id)
        page.table.setFocus()
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
        assert world.context.messages.text.startswith(said)
    assert mistake not in {row.id for row in body_rows(world.database)}
    press_receipt(qtbot, world)
    assert mistake in {row.id for row in body_rows(world.database)}


def asked(dialog: BodyDialog) -> Confirmation:
    """The question that Cancel meets once something is written."""
    question = dialog.findChild(Confirmation)
    assert question is not None
    assert question.isVisible()
    return question


def test_esc_asks_before_a_written_group_is_lost(qtbot: QtBot, world: World) -> None:
    dialog = BodyDialog(world.database, world.window)
    dialog.open()
    qtbot.keyClicks(dialog.members, "Ane Holm")
    qtbot.keyClick(dialog.members, Qt.Key.Key_Escape)
    question = asked(dialog)
    assert question.windowTitle().startswith("Kassér det, du har skrevet?")
    stay = question.focusWidget()
    assert isinstance(stay, Button)
    assert stay.text() == "Bliv"
    qtbot.keyClick(stay, Qt.Key.Key_Return)
    assert not question.isVisible()
    assert dialog.isVisible()
    assert dialog.members.toPlainText() == "Ane Holm"


def test_a_written_group_is_discarded_when_that_is_said(qtbot: QtBot, world: World) -> None:
    before = [row.name for row in body_rows(world.database)]
    dialog = BodyDialog(world.database, world.window)
    dialog.open()
    qtbot.keyClicks(dialog.name, "Udvalget for havne")
    dialog.close()
    assert dialog.isVisible()
    question = asked(dialog)
    assert question.confirm.text() == "Kassér"
    with qtbot.waitSignal(dialog.rejected):
        qtbot.mouseClick(question.confirm, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert [row.name for row in body_rows(world.database)] == before


def test_a_group_as_it_was_closes_at_once(qtbot: QtBot, world: World) -> None:
    dialog = BodyDialog(world.database, world.window, world.sample.body_id)
    dialog.open()
    qtbot.keyClicks(dialog.place, "x")
    qtbot.keyClick(dialog.place, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.place, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("size", [100, 130])
def test_a_group_and_why_it_is_asked_for_fit_a_low_screen(
    qtbot: QtBot, world: World, look: Theme, size: int
) -> None:
    look.set_text_size(size)
    dialog = BodyDialog(world.database, world.window, note="Et møde hører til en gruppe.")
    dialog.open()
    qtbot.waitUntil(lambda: dialog.minimumHeight() > 400)
    assert dialog.minimumHeight() <= 728  # a screen of 768 less the frame of a window


def test_a_long_seat_is_seen_whole_and_stays_one_seat(qtbot: QtBot, world: World) -> None:
    seat = "Ane Holm, direktør for social og sundhed, Den selvejende institution Vesterkommunen"
    dialog = BodyDialog(world.database, world.window)
    dialog.open()
    dialog.name.setText("Udvalget for havne")
    dialog.members.setPlainText(seat)
    qtbot.waitUntil(lambda: dialog.members.document().firstBlock().layout().lineCount() > 1)
    assert dialog.members.horizontalScrollBar().maximum() == 0
    with qtbot.waitSignal(dialog.saved) as made:
        qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert [m.name for m in body_setup(world.database, made.args[0]).members] == ["Ane Holm"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_makes_the_group_from_its_lines(qtbot: QtBot, world: World, key: Qt.Key) -> None:
    dialog = BodyDialog(world.database, world.window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClicks(dialog.name, "Udvalget for havne")
    qtbot.keyClicks(dialog.members, "Ane Holm")
    dialog.members.setFocus()
    with qtbot.waitSignal(dialog.saved) as made:
        qtbot.keyClick(dialog.members, key, Qt.KeyboardModifier.ControlModifier)
    setup = body_setup(world.database, made.args[0])
    assert (setup.name, [m.name for m in setup.members]) == ("Udvalget for havne", ["Ane Holm"])
