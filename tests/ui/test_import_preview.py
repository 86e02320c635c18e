"""What the preview of an import promises, counts and shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.models.draft import AttendanceDraft, ImportDraft, ItemDraft, UnplacedLine, notice
from app.services import importing
from app.ui.dialogs import base
from app.ui.theme import Theme
from app.ui.widgets import Banner
from app.ui.widgets.scrolled_words import ScrolledWords
from tests.ui.conftest import World
from tests.ui.papers_in import cells, opened, paper, press_confirm, said, write_date

UNKNOWN = notice("The layout is not known. The whole text stands in one item, in its own order.")


def test_the_button_promises_no_import_of_what_is_there(qtbot: QtBot, world: World) -> None:
    importing.import_drafts(world.database, [paper(1)])
    dialog = opened(qtbot, world, paper(1))
    assert dialog.confirm.text() == "Åbn mødet"
    press_confirm(qtbot, dialog)
    assert world.window.page_key == "meeting"
    assert said(world) == "Fandtes allerede og er uændret: SG Fjord 08.05.2031."
    dialog = opened(qtbot, world, paper(1), paper(2, None))
    assert dialog.confirm.text() == "Importér det nye møde"
    write_date(qtbot, dialog, 1, "08.05.2031")
    assert dialog.confirm.text() == "Åbn det første møde"
    dialog.reject()


def test_one_meeting_is_called_the_meeting(qtbot: QtBot, world: World) -> None:
    dialog = opened(qtbot, world, paper(1))
    assert dialog.windowTitle() == "Importér mødet – Mødeværk"
    assert dialog.confirm.text() == "Importér mødet"
    press_confirm(qtbot, dialog)
    assert said(world) == "Mødet er importeret."


def test_only_those_who_came_are_counted(qtbot: QtBot, world: World) -> None:
    came = [("Ida", "present"), ("Bo", "other_participant"), ("Pia", "apologies")]
    people = [*came, ("Kim", "absent"), ("Eva", "not_attending")]
    draft = paper(1)
    draft.meetings[0].attendance.extend(
        AttendanceDraft(name, status=status) for name, status in people
    )
    dialog = opened(qtbot, world, draft, paper(2, None))
    assert cells(dialog, "people") == ["2", "–"]
    dialog.reject()


def test_the_items_are_shown_whole_where_the_window_has_room(qtbot: QtBot, world: World) -> None:
    draft = paper(1)
    draft.meetings[0].items[:] = [ItemDraft(n, f"Kaj {n}") for n in range(1, 11)]
    world.window.resize(1440, 1000)
    dialog = opened(qtbot, world, draft)
    assert dialog.items.verticalScrollBar().maximum() == 0
    assert dialog.height() < world.window.height()
    dialog.reject()


def many_papers(shared: int, own: int) -> list[ImportDraft]:
    """Papers without group and date; ``own`` of them have a remark and a lost line of their own."""
    papers = [paper(n, None, "") for n in range(shared + own)]
    for one in papers[:shared]:
        one.notices = [UNKNOWN]
    for number, one in enumerate(papers[shared:]):
        one.notices = [
            notice("Item {number} is not in the paper. It is kept as a closed item.", number=number)
        ]
        one.meetings[0].unplaced = [UnplacedLine(1, number, "En linje for sig")]
    return papers


def remarks(dialog: QWidget) -> Banner:
    (found,) = [b for b in dialog.findChildren(Banner) if "ukendt" in b.accessibleName()]
    return found


def test_papers_with_the_same_remark_share_a_line(qtbot: QtBot, world: World) -> None:
    dialog = opened(qtbot, world, *many_papers(7, 1))
    told = "Papirets opsætning er ukendt. Hele teksten står i ét punkt i papirets egen rækkefølge."
    assert remarks(dialog).accessibleName().split("\n") == [
        f"7 dokumenter: {told}",
        "8 dokumenter: Papiret nævner ingen gruppe. Det lægges under SG Fjord.",
        "referat-7.txt: Punkt 0 står ikke i papiret. Det oprettes som et lukket punkt.",
    ]
    dialog.reject()
    dialog = opened(qtbot, world, *many_papers(2, 1))
    assert remarks(dialog).accessibleName().startswith("referat-0.txt, referat-1.txt: Papirets")
    dialog.reject()


@pytest.mark.parametrize("size", [100, 130])
def test_the_buttons_stay_on_the_screen_however_much_there_is_to_say(
    qtbot: QtBot, world: World, look: Theme, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    look.set_text_size(size)
    monkeypatch.setattr(base, "_FRAME", 800 - 728)  # as on a screen of 768
    dialog = opened(qtbot, world, *many_papers(2, 20))
    assert dialog.screen().availableGeometry().height() == 800
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert dialog.problem.isVisible()
    assert dialog.height() <= 728
    assert dialog.rect().contains(dialog.confirm.geometry())
    parts = [dialog.body.itemAt(n).widget() for n in range(dialog.body.count())]
    shown = [part for part in parts if part is not None and part.isVisible()]
    for above, below in zip(shown, [*shown[1:], dialog.confirm], strict=True):
        assert above.geometry().bottom() < below.geometry().top()
    dialog.reject()


def test_many_remarks_are_scrolled_with_the_keyboard(qtbot: QtBot, world: World) -> None:
    dialog = opened(qtbot, world, *many_papers(2, 20))
    words = remarks(dialog).findChild(ScrolledWords)
    bar = words.verticalScrollBar()
    assert words.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert words.height() <= 5 * words.widget().fontMetrics().lineSpacing()
    for key, place in (("End", bar.maximum()), ("Home", 0)):
        qtbot.keyClick(words, getattr(Qt.Key, f"Key_{key}"))
        assert bar.value() == place
    qtbot.keyClick(words, Qt.Key.Key_Down)
    assert bar.value() > 0
    dialog.reject()
    dialog = opened(qtbot, world, *many_papers(2, 0))
    words = remarks(dialog).findChild(ScrolledWords)
    assert words.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert words.height() >= words.widget().heightForWidth(words.viewport().width())
    dialog.reject()


def test_group_and_date_are_asked_for_in_equal_room(qtbot: QtBot, world: World) -> None:
    dialog = opened(qtbot, world, paper(1, None, ""), paper(2, None, ""))
    fields = (dialog.group, dialog.date)
    qtbot.waitUntil(lambda: all(one.isVisible() for one in fields))
    assert abs(dialog.group.width() - dialog.date.width()) <= 1
    dialog.reject()
