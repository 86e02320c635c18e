"""What the preview of an import promises, counts and shows."""

from pytestqt.qtbot import QtBot

from app.models.draft import AttendanceDraft, ItemDraft
from app.services import importing
from tests.ui.conftest import World
from tests.ui.papers_in import cells, opened, paper, press_confirm, said, write_date


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
    dialog = opened(qtbot, world, draft)
    assert cells(dialog, "people") == ["2"]
    dialog.reject()


def test_the_items_are_shown_whole_where_the_window_has_room(qtbot: QtBot, world: World) -> None:
    draft = paper(1)
    draft.meetings[0].items[:] = [ItemDraft(n, f"Kaj {n}") for n in range(1, 11)]
    world.window.resize(1440, 1000)
    dialog = opened(qtbot, world, draft)
    assert dialog.items.verticalScrollBar().maximum() == 0
    assert dialog.height() < world.window.height()
    dialog.reject()
