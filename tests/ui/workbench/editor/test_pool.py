"""Widgets that wait for the next item."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.pages.workbench.editor.fields.pool import Pool


class Part(QWidget):
    made = 0

    def __init__(self) -> None:
        super().__init__()
        Part.made += 1

    def release(self) -> None:
        pass


def test_prepared_widgets_are_used_in_order_and_no_more_are_made(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    layout = QVBoxLayout(host)
    layout.addWidget(QWidget())
    pool = Pool(Part, layout, 1)
    Part.made = 0
    pool.prepare(2)
    host.show()
    assert (Part.made, pool.used) == (2, [])
    assert not any(part.isVisible() for part in host.findChildren(Part))
    first, second = pool.arrange(["a", "b"])
    assert Part.made == 2
    assert [layout.indexOf(part) for part in (first, second)] == [1, 2]
    assert first.isVisible()
    assert second.isVisible()
    pool.prepare(2)
    pool.arrange(["b"])
    assert (Part.made, first.isVisible(), second.isVisible()) == (2, False, True)
