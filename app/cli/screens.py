"""Pictures of the main screens, light and dark, without a screen."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtGui import QTextCursor

from app.cli.stage import Stage
from app.paths import AppPaths
from app.settings import Appearance

_LINES_DOWN = 5  # to the end of its list
LOOKS = {"lys": Appearance.LIGHT, "moerk": Appearance.DARK}
Pose = Callable[[Stage], None]


def photograph(paths: AppPaths, folder: Path) -> list[Path]:
    """A picture of each screen in each look; the first start has no data yet."""
    with tempfile.TemporaryDirectory(prefix="moedevaerk-") as empty:
        pictures = _take(AppPaths.standard(Path(empty)), folder, {"01-foerste-start": _nothing})
    return pictures + _take(paths, folder, POSES)


def _take(paths: AppPaths, folder: Path, poses: dict[str, Pose]) -> list[Path]:
    made = []
    with Stage(paths) as stage:
        for name, pose in poses.items():
            pose(stage)
            for look, appearance in LOOKS.items():
                stage.dress(appearance)
                stage.settle()
                path = folder / f"{name}-{look}.png"
                stage.save(path)
                made.append(path)
        stage.dress(Appearance.LIGHT)
    return made


def _nothing(stage: Stage) -> None:
    """The window as it starts."""


def _page(key: str) -> Pose:
    return lambda stage: stage.go(key)


def _meeting(stage: Stage) -> None:
    """The workbench at the fourth item of the newest meeting, somebody writing in its case."""
    stage.go("meeting", **_place(stage))
    page: Any = stage.window.page
    stage.window.activateWindow()
    text = page.editor.form.sections[1].editor
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.Start)
    for _line in range(_LINES_DOWN):
        text.moveCursor(QTextCursor.MoveOperation.Down)
    text.moveCursor(QTextCursor.MoveOperation.EndOfLine)
    stage.settle()


def _place(stage: Stage) -> dict[str, UUID]:
    from app.services.queries.items import item_rows
    from app.services.queries.meetings import meeting_rows

    database = stage.context.database
    meeting = meeting_rows(database)[0]
    return {"meeting_id": meeting.id, "item_id": item_rows(database, meeting.id)[3].id}


def _attachments(stage: Stage) -> None:
    """The same item's attachments, the preview put away."""
    from app.ui.pages.workbench.editor.tabs import PartTabs

    page: Any = stage.window.page
    _show_preview(stage, False)
    for tabs in page.findChildren(PartTabs):
        tabs.chosen.emit("attachments")
    stage.settle()


def _decisions(stage: Stage) -> None:
    """The register; the preview of the meeting left behind is as a new user has it."""
    _show_preview(stage, True)
    stage.go("decisions")


def _show_preview(stage: Stage, is_shown: bool) -> None:
    page: Any = stage.window.page
    if page.toggle_preview.isChecked() is not is_shown:
        page.toggle_preview.trigger()
    stage.settle()


POSES: dict[str, Pose] = {
    "02-moeder": _page("meetings"),
    "03-moede": _meeting,
    "04-moede-bilag": _attachments,
    "05-beslutninger": _decisions,
    "06-opfoelgning": _page("follow_ups"),
    "07-grupper": _page("bodies"),
    "08-indstillinger": _page("settings"),
}
"""File name -> how the window gets there from the screen before."""
