"""Components by keys and clicks."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import clock
from app.ui.theme import Theme
from app.ui.tokens import Role
from app.ui.widgets import (
    Button,
    CheckBox,
    ElidedLabel,
    Entry,
    Field,
    IconButton,
    LineEdit,
    LinkLabel,
    NavigationBar,
    SaveStatus,
    SearchField,
    Segment,
    SegmentedControl,
    Splitter,
    Step,
    Stepper,
    Variant,
)
from app.ui.widgets.chips import chip_size
from app.ui.widgets.focus_ring import Ring
from app.ui.widgets.layouts import column
from app.ui.widgets.painting import text_width
from app.ui.widgets.status import initials
from tests.ui.hands import shown
from tests.ui.memory import Memory

OPEN_CLOSED = [Segment("open", "Åben", "lock-open"), Segment("closed", "Lukket", "lock")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_buttons_answer_to_space_and_enter(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Nyt punkt", "plus", Variant.PRIMARY)
    shown(qtbot, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_lone_icon_says_its_name_and_keys() -> None:
    button = IconButton("bold", "Fed", "Ctrl+B")
    assert button.accessibleName() == "Fed"
    assert button.toolTip() == "Fed (Ctrl+B)"


def test_a_button_mirrors_its_action(qtbot: QtBot) -> None:
    action = QAction("Forhåndsvisning")
    action.setCheckable(True)
    button = Button("Forhåndsvisning")
    shown(qtbot, button)
    button.follow(action)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert action.isChecked()
    action.setChecked(False)
    action.setEnabled(False)
    assert not button.isChecked()
    assert not button.isEnabled()


def test_segments_move_with_arrows_and_stop_at_the_ends(qtbot: QtBot) -> None:
    control = SegmentedControl(OPEN_CLOSED, "Adgang")
    shown(qtbot, control)
    chosen: list[str] = []
    control.chosen.connect(chosen.append)
    first = control._buttons["open"]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.keyClick(control._buttons["closed"], Qt.Key.Key_Right)
    assert chosen == ["closed"]
    assert control.value == "closed"


def test_setting_a_segment_tells_nobody(qtbot: QtBot) -> None:
    control = SegmentedControl(OPEN_CLOSED, "Adgang")
    qtbot.addWidget(control)
    with qtbot.assertNotEmitted(control.chosen):
        control.set_value("closed")
    assert control.value == "closed"


def test_the_stepper_asks_and_never_steps(qtbot: QtBot) -> None:
    stepper = Stepper("Mødets tilstand")
    shown(qtbot, stepper)
    steps = [Step("draft", "Kladde"), Step("sent", "Dagsorden udsendt"), Step("held", "Afholdt")]
    stepper.set_steps(steps, "draft")
    names = [b.accessibleName() for b in stepper.findChildren(QWidget) if b.accessibleName()]
    assert names == ["1. Kladde, nu", "2. Dagsorden udsendt, senere", "3. Afholdt, senere"]
    button = next(b for b in stepper.findChildren(QWidget) if "Afholdt" in b.accessibleName())
    with qtbot.waitSignal(stepper.asked) as asked:
        qtbot.keyClick(button, Qt.Key.Key_Return)
    assert asked.args == ["held"]
    assert "senere" in button.accessibleName()


@pytest.mark.parametrize("size", [100, 130])
def test_the_stepper_leaves_out_notes_before_it_cuts_a_name(
    qtbot: QtBot, look: Theme, size: int
) -> None:
    look.set_text_size(size)
    stepper = Stepper("Mødets tilstand")
    shown(qtbot, stepper)
    stepper.set_steps([Step("draft", "Kladde", "40 punkter"), Step("held", "Afholdt")], "draft")
    first, last = (b for b in stepper.findChildren(QAbstractButton))
    bare = first.minimumSizeHint().width()
    stepper.resize(600, 40)
    qtbot.waitUntil(lambda: first.width() > bare)
    stepper.resize(bare + last.minimumSizeHint().width() + 60, 40)
    qtbot.waitUntil(lambda: first.width() == bare)
    assert last.width() == last.minimumSizeHint().width()


def test_a_field_shows_its_sentence_and_takes_it_back(qtbot: QtBot) -> None:
    field = Field("Sagsnummer", LineEdit("2030-1"), optional=True)
    shown(qtbot, field)
    field.show_error("Skriv årstal og seks cifre.")
    assert field.editor.property("invalid") is True
    assert field.editor.accessibleDescription() == "Skriv årstal og seks cifre."
    assert field.label.text() == "Sagsnummer (valgfrit)"
    field.clear_error()
    assert field.editor.property("invalid") is False


def test_escape_empties_the_search_field(qtbot: QtBot) -> None:
    field = SearchField("Søg")
    shown(qtbot, field)
    qtbot.keyClicks(field, "tilsyn")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_words_beside_a_check_box_tick_it(qtbot: QtBot) -> None:
    box = CheckBox("Tilgængelig PDF")
    shown(qtbot, box)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, 10))
    assert box.isChecked()


def test_links_work_from_the_keyboard(qtbot: QtBot) -> None:
    link = LinkLabel("Vis alle")
    shown(qtbot, link)
    with qtbot.waitSignal(link.clicked):
        qtbot.keyClick(link, Qt.Key.Key_Return)


def test_the_ring_follows_the_keyboard_and_not_the_mouse(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(300, 120)
    layout = QVBoxLayout(host)
    first, second = Button("Behold"), Button("Slet")
    layout.addWidget(first)
    layout.addWidget(second)
    shown(qtbot, host)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    rings = [ring for ring in host.findChildren(Ring) if ring.isVisible()]
    assert [ring.geometry() for ring in rings] == [first.geometry().adjusted(-4, -4, 4, 4)]
    first.move(first.pos() + QPoint(5, 3))
    assert rings[0].geometry() == first.geometry().adjusted(-4, -4, 4, 4)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert sum(ring.isVisible() for ring in host.findChildren(Ring)) == 1


def test_saving_is_said_only_when_it_takes_long(qtbot: QtBot) -> None:
    status = SaveStatus()
    shown(qtbot, status)
    status.saving()
    earliest = clock(dt.datetime.now().time())
    status.saved()
    qtbot.wait(450)
    latest = clock(dt.datetime.now().time())
    assert status.text() in {f"Gemt kl. {earliest}", f"Gemt kl. {latest}"}
    status.saving()
    qtbot.waitUntil(lambda: status.text() == "Gemmer …", timeout=1000)


def test_navigation_moves_with_arrows_and_collapses(qtbot: QtBot) -> None:
    entries = [Entry("a", "Møder", "calendar-days"), Entry("b", "Grupper", "users", at_foot=True)]
    bar = NavigationBar(entries)
    shown(qtbot, bar)
    bar.select("a")
    wide = bar.width()
    rows = [w for w in bar.findChildren(QWidget) if w.accessibleName() in ("Møder", "Grupper")]
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    with qtbot.waitSignal(bar.chosen) as chosen:
        qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    assert chosen.args == ["b"]
    bar.set_collapsed(True)
    assert (wide, bar.width()) == (232, 60)
    assert rows[0].toolTip() == "Møder"


def test_a_short_label_ends_in_dots_and_keeps_its_words(qtbot: QtBot) -> None:
    label = ElidedLabel("Den Administrative Styregruppe for socialområdet")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.toolTip() == label.text()


def test_a_splitter_comes_back_as_it_was_left(qtbot: QtBot) -> None:
    memory = Memory()

    def make() -> Splitter:
        splitter = Splitter("workbench", memory)
        splitter.resize(901, 300)
        for _ in range(2):
            splitter.addWidget(QWidget())
        splitter.start_with([300, 600])
        shown(qtbot, splitter)
        return splitter

    first = make()
    first.moveSplitter(450, 1)
    assert make().sizes() == first.sizes() == memory.kept["workbench"]


@pytest.mark.parametrize("bare", [True, False])
def test_a_chip_has_room_for_its_words_and_its_icon(look: Theme, bare: bool) -> None:
    words = text_width(look.font(Role.CHIP), "Taget til efterretning")
    alone, marked = (
        chip_size("Taget til efterretning", icon, bare).width() for icon in ("", "check")
    )
    assert words <= alone <= marked - look.px(13)


def test_initials_are_of_first_and_last_name() -> None:
    assert [initials(name) for name in ("Ida Marie Thorup", "Bo", "")] == ["IT", "B", ""]


LONG = "Den Administrative Styregruppe for samarbejdet på socialområdet i hele landsdelen"


def test_long_words_show_from_their_beginning_and_writing_goes_on_at_their_end(
    qtbot: QtBot,
) -> None:
    host = QWidget()
    other, field = LineEdit("x"), LineEdit()
    host.setLayout(column(other, field))
    shown(qtbot, host)
    other.setFocus()
    field.setFixedWidth(160)
    field.setText(LONG)
    assert field.cursorRect().left() < 30
    field.setFocus()
    qtbot.keyClicks(field, "!")
    assert field.text() == f"{LONG}!"
    field.setText("20. maj")
    assert field.cursorPosition() == len("20. maj")


def test_a_click_into_long_words_goes_where_it_points(qtbot: QtBot) -> None:
    host = QWidget()
    other, field = LineEdit("x"), LineEdit()
    host.setLayout(column(other, field))
    shown(qtbot, host)
    other.setFocus()
    field.setFixedWidth(160)
    field.setText(LONG)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(40, field.height() // 2))
    assert 0 < field.cursorPosition() < 10
