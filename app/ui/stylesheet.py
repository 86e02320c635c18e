"""The one style sheet, built from tokens and the text size. Fonts are not set here (see
``theme``).

Public: ``stylesheet``. Properties it answers to: ``surface`` on a QWidget (window, surface,
sunken, desk), ``tone`` on a QLabel (text2, muted, accent, green, amber, red, heather), ``invalid``
on fields, ``bare`` on fields and views without a frame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from string import Template

from app.ui.tokens import Tokens

_SURFACES = ("window", "surface", "sunken", "desk", "accent_soft")
_TONES = ("text2", "muted", "accent", "green", "amber", "red", "heather")

_SHEET = """
QMainWindow, QDialog { background: $surface; }
QDialog { border: 1px solid $line; }
CalendarPopup { border: 1px solid $control; }
QLabel { background: transparent; color: $text; }
QLabel[underlined="true"] { text-decoration: underline; }
QLabel:disabled { color: $control; }
QFrame[line="true"] { background: $line; border: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
  background: $surface; color: $text; border: 1px solid $control; border-radius: 6px;
  padding: 0 ${px9}px; selection-background-color: $line; selection-color: $text; }
QLineEdit { placeholder-text-color: $muted; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: ${px32}px; max-height: ${px32}px; }
QPlainTextEdit, QTextEdit { padding: ${px4}px ${px7}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: 2px solid $accent; padding: 0 ${px8}px;
  selection-background-color: $accent; selection-color: $on_accent;
  min-height: ${px30}px; max-height: ${px30}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ${px3}px ${px6}px;
  min-height: 0; max-height: 99999px; }
QLineEdit[invalid="true"], QComboBox[invalid="true"] {
  border: 2px solid $red_solid; padding: 0 ${px8}px;
  min-height: ${px30}px; max-height: ${px30}px; }
QPlainTextEdit[invalid="true"] {
  border: 2px solid $red_solid; padding: ${px3}px ${px6}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled {
  background: $neutral; color: $control; border-color: $line; }
QLineEdit[bare="true"], QTextEdit[bare="true"], QPlainTextEdit[bare="true"],
QLineEdit[bare="true"]:focus, QTextEdit[bare="true"]:focus, QPlainTextEdit[bare="true"]:focus {
  background: transparent; border: none; border-radius: 0; padding: 0;
  min-height: 0; max-height: 99999px; }
QComboBox::drop-down { border: none; width: ${px30}px; }
QComboBox::down-arrow { image: none; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $control;
  border-radius: 10px; padding: 6px; outline: none; }
QComboBox QAbstractItemView::item { min-height: ${px32}px; padding: 0 ${px9}px;
  border-radius: 6px; }
QComboBox QAbstractItemView::item:selected { background: $selected; color: $text; }

.QPushButton { background: $surface; color: $text; border: 1px solid $line; border-radius: 6px;
  min-height: ${px32}px; padding: 0 ${px13}px; }
.QPushButton:hover { background: $hover; }
.QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
.QPushButton:disabled { background: $neutral; color: $control; border-color: $neutral; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolButton { background: transparent; border: none; border-radius: 6px; color: $text2; }
QToolButton:hover { background: $hover; }

QMenuBar { background: $window; color: $text; border-bottom: 1px solid $line; }
QMenuBar::item { padding: ${px5}px ${px10}px; background: transparent; border-radius: 6px; }
QMenuBar::item:selected { background: $hover; }
QMenu, QListView:window { background: $surface; border: 1px solid $line; border-radius: 10px;
  padding: 6px; }
QMenu::item { color: $text; padding: ${px6}px ${px36}px ${px6}px ${px10}px; border-radius: 6px;
  min-height: ${px20}px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $control; }
QMenu::separator { height: 1px; background: $line2; margin: 6px 0; }
QMenu::icon { padding-left: ${px8}px; }
QToolTip { background: $toast; color: $toast_text; border: none; padding: ${px4}px ${px8}px; }

QTableView, QTreeView, QListView { background: $surface; color: $text; border: none; outline: none;
  gridline-color: $line2; selection-background-color: $selected; selection-color: $text; }
QTableView:disabled { color: $control; }
QHeaderView { background: $sunken; border: none; font: 600 ${header_pt}pt; }
QHeaderView::section { background: $sunken; color: $text2; border: none;
  border-bottom: 1px solid $line; padding: 0 8px; min-height: ${px35}px; }
QTableCornerButton::section { background: $sunken; border: none; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }

QTabBar { background: transparent; border: none; }
QTabBar::tab { color: $text2; background: transparent; border: none;
  padding: 0 0 ${px8}px 0; margin-right: ${px20}px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QProgressBar { background: $neutral; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""


def stylesheet(tokens: Tokens, px: Callable[[float], int], header_points: float) -> str:
    """The style sheet in these colours; ``px`` turns a length at 100 % into pixels.

    ``header_points`` is the size of table heads, which take their font from nowhere else.
    """
    lengths = {f"px{n}": str(px(n)) for n in range(1, 41)} | {"header_pt": str(header_points)}
    sheet = Template(_SHEET).substitute(asdict(tokens) | lengths)
    surfaces = [
        f'QWidget[surface="{name}"] {{ background: {getattr(tokens, name)}; }}'
        for name in _SURFACES
    ]
    tones = [
        f'QLabel[tone="{name}"]:enabled {{ color: {getattr(tokens, name)}; }}' for name in _TONES
    ]
    return "\n".join([sheet, *surfaces, *tones])
