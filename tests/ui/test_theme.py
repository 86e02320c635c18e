"""Tokens, fonts and sizes, and that all of it changes while the program runs."""

import re
from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import Appearance
from app.ui import icons
from app.ui.application import dress
from app.ui.theme import DARK, LIGHT, Theme
from app.ui.tokens import Role, Tokens, Tone
from app.ui.widgets import Button, Label

LOWEST = 4.5


def luminance(color: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    made = QColor(color)
    red, green, blue = (linear(part) for part in (made.redF(), made.greenF(), made.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_text_can_be_read_on_every_ground_it_stands_on(tokens: Tokens) -> None:
    pairs = [
        (getattr(tokens, text), getattr(tokens, ground))
        for text in ("text", "text2", "muted")
        for ground in ("surface", "window", "sunken", "selected")
    ]
    pairs += [(getattr(tokens, tone.words), getattr(tokens, tone.fill)) for tone in Tone]
    pairs += [(tokens.on_accent, tokens.accent), (tokens.on_red, tokens.red_solid)]
    pairs += [(tokens.toast_text, tokens.toast), (tokens.toast_action, tokens.toast)]
    assert [pair for pair in pairs if contrast(*pair) < LOWEST] == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_borders_of_controls_can_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens.control, tokens.surface) >= 3


def test_every_token_is_a_colour() -> None:
    for tokens in (LIGHT, DARK):
        values = [getattr(tokens, field.name) for field in fields(tokens)]
        assert all(re.fullmatch("#[0-9A-F]{6}", value) for value in values)


def test_bundled_fonts_are_used(look: Theme) -> None:
    assert {"Source Sans 3", "Source Serif 4"} <= set(QFontDatabase.families())
    assert QFontInfo(look.font(Role.PAGE_TITLE)).family() == "Source Serif 4"
    assert QFontInfo(look.font(Role.BASE)).family() == "Source Sans 3"


def test_roles_have_the_sizes_of_the_design(look: Theme) -> None:
    sizes = {Role.PAGE_TITLE: 28, Role.BODY: 15.5, Role.LABEL: 13.5, Role.SMALL: 12.5}
    for role, pixels in sizes.items():
        assert QFontInfo(look.font(role)).pointSizeF() * 96 / 72 == pytest.approx(pixels, abs=0.6)


def test_changing_the_scheme_repaints_what_is_on_screen(qtbot: QtBot, look: Theme) -> None:
    button = Button("Udsend", "send")
    qtbot.addWidget(button)
    button.show()
    light = button.grab().toImage()
    look.set_appearance(Appearance.DARK)
    assert look.is_dark
    assert button.grab().toImage() != light
    assert QApplication.palette().window().color() == QColor(DARK.surface)


def test_text_size_enlarges_words_and_controls(qtbot: QtBot, look: Theme) -> None:
    label, button = Label("Dagsorden"), Button("Nyt punkt")
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    before = label.font().pointSizeF(), button.sizeHint().height()
    look.set_text_size(130)
    after = label.font().pointSizeF(), button.sizeHint().height()
    assert after == pytest.approx((before[0] * 1.3, before[1] * 1.3), rel=0.02)


def test_another_tone_keeps_the_size(qtbot: QtBot, look: Theme) -> None:
    label = Label("9 t 20 min for meget", Role.META, "text2")
    qtbot.addWidget(label)
    label.show()
    look.set_text_size(130)
    before = label.font().pointSizeF()
    label.set_tone("red")
    assert label.font().pointSizeF() == before


def test_following_the_system_is_the_default(qapp: QApplication) -> None:
    assert Theme(qapp).appearance is Appearance.SYSTEM


def test_icons_take_the_colour_of_the_token_and_the_density_of_the_screen(look: Theme) -> None:
    drawn = icons.pixmap("plus", 16, "accent", 2)
    assert (drawn.width(), drawn.devicePixelRatio()) == (32, 2)
    inked = drawn.toImage().pixelColor(16, 16)
    assert inked.name().upper() == LIGHT.accent


def test_an_icon_is_drawn_once_for_each_colour(look: Theme) -> None:
    first = icons.pixmap("plus", 16, "accent", 1)
    assert icons.pixmap("plus", 16, "accent", 1).cacheKey() == first.cacheKey()
    assert icons.pixmap("plus", 16, "text2", 1).cacheKey() != first.cacheKey()


@pytest.mark.parametrize("brings", ["setStyle", "setStyleSheet"])
def test_the_fonts_that_windows_has_for_menus_do_not_stay(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, brings: str
) -> None:
    """There a new style, and the first style sheet, bring back the system's fonts."""
    monkeypatch.setattr(
        QApplication, brings, lambda *_: QApplication.setFont(QFont("Arial"), "QMenu")
    )
    dress(qapp)
    if brings == "setStyleSheet":
        Theme(qapp)
    assert QApplication.font("QMenu") == QApplication.font()
