"""The small toolbar above the sections: it acts on the editor last written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QActionGroup, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget

from app.i18n import _
from app.ui.richtext.editing.commands import ParagraphStyle
from app.ui.richtext.editor import RichTextEdit
from app.ui.richtext.editor_state import (
    COMMANDS,
    STYLE_NAMES,
    Command,
    editor_state,
    shortcut_words,
)
from app.ui.theme import theme
from app.ui.tokens import Role
from app.ui.widgets.buttons import Button, IconButton, Variant
from app.ui.widgets.labels import Line
from app.ui.widgets.painting import draw_icon, painter_on, rounded, text_width

if TYPE_CHECKING:
    from app.ui.history import HistoryActions

_STEPS = ("undo", "redo")
_GROUPS = (
    ("bold", "italic"),
    ("bullets", "numbers", "outdent", "indent"),
    ("table", "picture", "link", "footnote", "confidential"),
    _STEPS,
)
_CHECKABLE = frozenset(("bold", "italic", "bullets", "numbers", "confidential"))
_SIDE = 30


class RichTextToolbar(QWidget):
    """Style chooser and command buttons. They act on ``editor``; ``None`` switches them off.

    The toolbar follows the focus inside its window by itself.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor: RichTextEdit | None = None
        self._history: HistoryActions | None = None
        self._beyond: frozenset[str] = frozenset()
        self.style_chooser = StyleChooser(self)
        self.style_chooser.chosen = self._set_style
        self.buttons = {key: self._button(COMMANDS[key]) for group in _GROUPS for key in group}
        self.more = _ToolbarButton("ellipsis", _("More tools"), parent=self)
        self.more.clicked.connect(self._open_more)
        self.more.hide()
        self._lay_out()
        self.setAccessibleName(_("Text formatting"))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self._show_state()

    def set_editor(self, editor: RichTextEdit | None) -> None:
        """Act on ``editor`` from now on."""
        if editor is self.editor:
            return
        if self.editor is not None:
            self.editor.state_changed.disconnect(self._show_state)
            self.editor.destroyed.disconnect(self._forget)
        self.editor = editor
        if editor is not None:
            if self._history is not None:
                editor.commands.follow_history(self._history)
            editor.state_changed.connect(self._show_state)
            editor.destroyed.connect(self._forget)
        self._show_state()

    def follow_history(self, history: HistoryActions) -> None:
        """Undo and redo go on in the history where the text has no step left, as their keys do."""
        self._history = history
        history.renamed.connect(self._show_state)
        self._show_state()

    def _forget(self, *_gone: object) -> None:
        self.editor = None
        self._show_state()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, RichTextEdit) and new.window() is self.window() and not new.isReadOnly():
            self.set_editor(new)
        elif new is not None and new.window() is self.window() and not self.isAncestorOf(new):
            self.set_editor(None)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.style_chooser)
        for group in _GROUPS:
            row.addSpacing(6)
            row.addWidget(_divider(self))
            row.addSpacing(6)
            for key in group:
                row.addWidget(self.buttons[key])
        row.addWidget(self.more)
        row.addStretch(1)

    def _button(self, command: Command) -> IconButton:
        button = _ToolbarButton(command.icon, _(command.name), parent=self)
        if command.shortcut:
            button.setToolTip(_tip(_(command.name), command))
        button.setCheckable(command.key in _CHECKABLE)
        button.clicked.connect(lambda _checked=False: self._run(command.key))
        return button

    def menu_of_hidden(self) -> QMenu:
        """The commands whose buttons there is no room for."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, button in self.buttons.items():
            if button.isHidden():
                command = COMMANDS[key]
                words = button.accessibleName()
                if command.shortcut:
                    words = f"{words}\t{shortcut_words(command.shortcut)}"
                action = menu.addAction(words)
                action.setEnabled(button.isEnabled())
                action.setCheckable(button.isCheckable())
                action.setChecked(button.isChecked())
                action.triggered.connect(lambda _checked=False, key=key: self._run(key))
        return menu

    def _open_more(self) -> None:
        self.menu_of_hidden().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _run(self, key: str) -> None:
        if self._history is not None and key in self._beyond:
            self._history.take(key)
        elif self.editor is not None:
            self.editor.commands.run(key)
        self._show_state()

    def _set_style(self, wanted: ParagraphStyle) -> None:
        if self.editor is not None:
            self.editor.commands.set_paragraph_style(wanted)

    def _show_state(self) -> None:
        state = editor_state(self.editor) if self.editor is not None else None
        usable = state.usable if state is not None else frozenset()
        self._show_steps(usable)
        for key, button in self.buttons.items():
            button.setEnabled(key in usable or key in self._beyond)
            if button.isCheckable():
                button.setChecked(state is not None and key in state.on)
        style = state.paragraph_style if state is not None else ParagraphStyle.BODY
        self.style_chooser.show_style(style, usable=state is not None and not state.in_table)

    def _show_steps(self, usable: frozenset[str]) -> None:
        """Which steps would be the history's, and what each would take back."""
        history = self._history
        if history is None:
            return
        self._beyond = frozenset(key for key in _STEPS if key not in usable and history.has(key))
        for key in _STEPS:
            name = history.words(key) if key in self._beyond else _(COMMANDS[key].name)
            self.buttons[key].setToolTip(_tip(name, COMMANDS[key]))
            self.buttons[key].setAccessibleName(name)


def _tip(name: str, command: Command) -> str:
    return f"{name} ({shortcut_words(command.shortcut)})"


def _divider(parent: QWidget) -> Line:
    line = Line(vertical=True, parent=parent)
    line.setFixedHeight(theme().px(18))
    return line


class _ToolbarButton(IconButton):
    """Smaller than icons elsewhere, without a border when on. A click leaves the focus be."""

    def __init__(self, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(icon, name, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme().px(_SIDE), theme().px(_SIDE))

    def _colors(self) -> tuple[str, str, str, str]:
        if self.isChecked() and self.isEnabled():
            return "selected", "", "accent", "accent"
        fill, border, words, symbol = super()._colors()
        return fill if self.isEnabled() else "", border, words, symbol


class StyleChooser(Button):
    """Shows the paragraph style at the cursor and offers the others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_(STYLE_NAMES[ParagraphStyle.BODY]), variant=Variant.GHOST, parent=parent)
        self.chosen = lambda _style: None
        self._style = ParagraphStyle.BODY
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Paragraph style"))
        self.setToolTip(_("Paragraph style"))
        self.clicked.connect(self._open)

    def show_style(self, style: ParagraphStyle, *, usable: bool) -> None:
        """Show what stands at the cursor."""
        self._style = style
        self.setText(_(STYLE_NAMES[style]))
        self.updateGeometry()
        self.setEnabled(usable)

    def menu_of_styles(self) -> QMenu:
        """The menu with the current style ticked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for style, name in STYLE_NAMES.items():
            action = menu.addAction(_(name))
            action.setCheckable(True)
            action.setChecked(style is self._style)
            action.setActionGroup(group)
            action.triggered.connect(lambda _checked=False, style=style: self.chosen(style))
        return menu

    def _open(self) -> None:
        self.menu_of_styles().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens, as in every chooser."""
        if event.key() == Qt.Key.Key_Down:
            self._open()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as the name of the usual style, or of one that is longer."""
        usual = _(STYLE_NAMES[ParagraphStyle.BODY])
        widest = max(text_width(self.font(), words) for words in (usual, self.text()))
        return QSize(widest + theme().px(8 + 10 + 14 + 6), theme().px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words at the left, a chevron at the right."""
        with painter_on(self) as painter:
            if self.isEnabled() and (self.underMouse() or self.isDown()):
                rounded(painter, QRectF(self.rect()), 6, theme().color("hover"), None)
            self._draw(painter)

    def _draw(self, painter: QPainter) -> None:
        px = theme().px
        painter.setPen(theme().color("text" if self.isEnabled() else "control"))
        words = QRectF(self.rect()).adjusted(px(8), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        at = QPointF(self.width() - px(6 + 14), (self.height() - px(14)) / 2)
        draw_icon(painter, "chevron-down", at, px(14), "text2" if self.isEnabled() else "control")

    def _restyle(self) -> None:
        self.setFont(theme().font(Role.BASE))
        self.updateGeometry()
