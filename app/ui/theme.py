"""Colours, fonts and sizes of the whole window; the only place that knows a colour value.

Public: ``theme()``, ``Theme`` (``set_appearance``, ``set_text_size``, ``tokens``, ``color``,
``font``, ``px``, ``changed``), ``LIGHT``, ``DARK``, ``keep``, ``set_role``, ``look_again``.

Colours belong to the application in Qt (palette and style sheet), so does the theme: ``theme()``
finds it. What paints itself asks ``theme()`` while painting; what holds a font or an icon uses
``keep(widget, restyle)``, which calls ``restyle`` now and at every change.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.settings import Appearance
from app.ui.stylesheet import stylesheet
from app.ui.tokens import Role, Tokens

SANS, SERIF = "Source Sans 3", "Source Serif 4"

LIGHT = Tokens(
    window="#F3F6F6", surface="#FFFFFF", sunken="#F8FAFA", hover="#EAEFF0", navsel="#E1E9EB",
    selected="#E1EDF3", line2="#E8EDEE", line="#D8DFE1", control="#7D8C94",
    text="#16232B", text2="#47565F", muted="#5A6972",
    accent="#15597A", accent_hover="#104861", on_accent="#FFFFFF",
    accent_soft="#E2EEF4", accent_line="#A8C9D9",
    green="#1C6443", green_soft="#E2F1E9",
    amber="#7D4B00", amber_soft="#FAEED8", amber_solid="#C4800F",
    red="#9C2F27", red_soft="#FAE8E5", red_solid="#B43C32", on_red="#FFFFFF",
    heather="#634079", heather_soft="#F0E9F5", heather_solid="#7A5292",
    neutral="#E9EEEF", desk="#E9EDEE", page="#FFFFFF",
    toast="#22323B", toast_text="#F2F6F7", toast_action="#9AD2E8",
    scrim="#0E181E",
)  # fmt: skip

DARK = Tokens(
    window="#0F171C", surface="#172127", sunken="#131C21", hover="#212E35", navsel="#21313A",
    selected="#1B3B4B", line2="#222E35", line="#2D3A42", control="#6E808A",
    text="#E8EEF1", text2="#B6C3CA", muted="#93A3AC",
    accent="#72BCDB", accent_hover="#8FCDE7", on_accent="#06212E",
    accent_soft="#17384A", accent_line="#33647B",
    green="#80D0A6", green_soft="#163628",
    amber="#EBBB69", amber_soft="#3B2C10", amber_solid="#D9A03F",
    red="#F39B90", red_soft="#43211D", red_solid="#E07366", on_red="#2A0E0A",
    heather="#CBAAE0", heather_soft="#34253F", heather_solid="#A97FC4",
    neutral="#25323A", desk="#0B1115", page="#E6EBEC",
    toast="#E6EDF0", toast_text="#16232B", toast_action="#15597A",
    scrim="#0E181E",
)  # fmt: skip

# role -> family, weight, pixels at 100 %, letter spacing in pixels
_FONTS: dict[Role, tuple[str, int, float, float]] = {
    Role.FIRST_RUN_TITLE: (SERIF, 600, 40, -0.4),
    Role.PAGE_TITLE: (SERIF, 600, 28, -0.2),
    Role.ITEM_TITLE: (SERIF, 600, 24, 0),
    Role.MEETING_TITLE: (SERIF, 600, 22, 0),
    Role.CONFIRM_TITLE: (SERIF, 600, 18, 0),
    Role.WORDMARK: (SERIF, 600, 19, 0),
    Role.MONTH: (SERIF, 600, 17, 0),
    Role.BODY: (SERIF, 400, 15.5, 0),
    Role.DECISION: (SERIF, 400, 15, 0),
    Role.SECTION_TITLE: (SANS, 600, 16, 0),
    Role.CARD_TITLE: (SANS, 600, 18, 0),
    Role.LEAD: (SANS, 400, 17, 0),
    Role.BASE: (SANS, 400, 15, 0),
    Role.STRONG: (SANS, 600, 15, 0),
    Role.LIST_TITLE: (SANS, 500, 15, 0),
    Role.BUTTON: (SANS, 600, 15, 0),
    Role.LABEL: (SANS, 500, 13.5, 0),
    Role.SECTION_LABEL: (SANS, 600, 13.5, 0),
    Role.CHIP: (SANS, 500, 13, 0),
    Role.META: (SANS, 400, 13.5, 0),
    Role.SMALL: (SANS, 400, 12.5, 0),
    Role.KEY: (SANS, 500, 12, 0),
}


class Theme(QObject):
    """The colours and sizes in force; ``changed`` comes after palette and style sheet are set."""

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        appearance: Appearance = Appearance.SYSTEM,
        text_size: int = 100,
    ) -> None:
        super().__init__(app)
        self.setObjectName("theme")
        self._app, self.appearance, self.text_size = app, appearance, text_size
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in force now."""
        if self.appearance is not Appearance.SYSTEM:
            return self.appearance is Appearance.DARK
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return DARK if self.is_dark else LIGHT

    def set_appearance(self, appearance: Appearance) -> None:
        """Change the colours of everything on screen."""
        if appearance is not self.appearance:
            self.appearance = appearance
            self._apply()

    def set_text_size(self, text_size: int) -> None:
        """Change the size of everything on screen; in per cent, of ``app.settings.TEXT_SIZES``."""
        if text_size != self.text_size:
            self.text_size = text_size
            self._apply()

    def color(self, token: str) -> QColor:
        """The colour of a token by its field name."""
        return QColor(getattr(self.tokens, token))

    def px(self, pixels: float) -> int:
        """A length given at 100 %, at the user's text size."""
        return round(pixels * self.text_size / 100)

    def font(self, role: Role) -> QFont:
        """The font of a role at the user's text size."""
        family, weight, pixels, spacing = _FONTS[role]
        font = QFont(family)
        font.setPointSizeF(pixels * self.text_size / 100 * 72 / _dots_per_inch())
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        if spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing * self.text_size / 100)
        return font

    def _follow_system(self) -> None:
        if self.appearance is Appearance.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        self._app.setPalette(palette(self.tokens))
        self._app.setFont(self.font(Role.BASE))
        header_points = self.font(Role.SECTION_LABEL).pointSizeF()
        self._app.setStyleSheet(stylesheet(self.tokens, self.px, header_points))
        # The first style sheet brings back the fonts that Windows has for menus, tables and hints.
        self._app.setFont(self.font(Role.BASE))
        self.changed.emit()


def theme() -> Theme:
    """The application's theme; made with the system's colours if nobody has made one yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("the theme needs a QApplication")
    return app.findChild(Theme, "theme") or Theme(app)


def keep(owner: QObject, restyle: Callable[[], None]) -> None:
    """Call ``restyle`` now and after each change of theme, as long as ``owner`` lives."""
    keeper = _Keeper(owner, restyle)
    theme().changed.connect(keeper.restyle)
    restyle()


def set_role(widget: QWidget, role: Role) -> None:
    """Give a widget the font of a role, for good."""
    keep(widget, lambda: widget.setFont(theme().font(role)))


def look_again(widget: QWidget) -> None:
    """Let the style sheet see that a property of the widget has another value.

    Unpolishing alone would give back the font that the widget had when it was first polished.
    """
    font = widget.font()
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.setFont(font)


class _Keeper(QObject):
    """Dies with its owner, and its connection with it."""

    def __init__(self, owner: QObject, restyle: Callable[[], None]) -> None:
        super().__init__(owner)
        self._restyle = restyle

    def restyle(self) -> None:
        self._restyle()


def _dots_per_inch() -> float:
    """Qt takes whole pixels only; points of the screen's own density give the halves."""
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() if screen else 96.0


def palette(tokens: Tokens) -> QPalette:
    """Qt's own colour roles, for what the style sheet leaves alone."""
    made = QPalette()
    for role, token in _PALETTE.items():
        made.setColor(role, QColor(getattr(tokens, token)))
    for role in (_Part.Text, _Part.WindowText, _Part.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.control))
    return made


_Part = QPalette.ColorRole
_PALETTE = {
    _Part.Window: "surface",
    _Part.WindowText: "text",
    _Part.Base: "surface",
    _Part.AlternateBase: "sunken",
    _Part.Text: "text",
    _Part.PlaceholderText: "muted",
    _Part.Button: "surface",
    _Part.ButtonText: "text",
    _Part.BrightText: "on_accent",
    _Part.Highlight: "accent",
    _Part.HighlightedText: "on_accent",
    _Part.Accent: "accent",
    _Part.Link: "accent",
    _Part.LinkVisited: "accent",
    _Part.ToolTipBase: "toast",
    _Part.ToolTipText: "toast_text",
    _Part.Light: "surface",
    _Part.Midlight: "line2",
    _Part.Mid: "line",
    _Part.Dark: "control",
    _Part.Shadow: "control",
}
