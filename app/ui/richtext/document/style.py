"""How formatted text looks on screen: the fonts, colours and measures an editor draws with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont

from app.ui.theme import Theme
from app.ui.tokens import Role

GUTTER = 16  # room left of the words for the focus bar, in px at 100 %
COLUMN = 680  # widest column of words, in px at 100 %


@dataclass(frozen=True)
class EditorStyle:
    """Everything the editor takes from the theme. Lengths are asked for by ``px`` at 100 %."""

    body: QFont
    line: float
    sans: QFont
    text: QColor
    text2: QColor
    muted: QColor
    accent: QColor
    quote_bar: QColor
    rule: QColor
    head_rule: QColor
    confidential: QColor
    confidential_fill: QColor
    scale: float = 1.0

    @classmethod
    def of(cls, theme: Theme, role: Role = Role.BODY, line: float = 23) -> EditorStyle:
        """The style of a role: editor body unless said; ``line`` is its line height at 100 %."""
        return cls(
            body=theme.font(role),
            line=line,
            sans=theme.font(Role.BASE),
            text=theme.color("text"),
            text2=theme.color("text2"),
            muted=theme.color("muted"),
            accent=theme.color("accent"),
            quote_bar=theme.color("accent_line"),
            rule=theme.color("line"),
            head_rule=theme.color("control"),
            confidential=theme.color("heather_solid"),
            confidential_fill=theme.color("heather_soft"),
            scale=theme.text_size / 100,
        )

    def px(self, pixels: float) -> float:
        """A length at the user's text size."""
        return pixels * self.scale

    def points(self, factor: float) -> float:
        """Size of a font ``factor`` times the body, in points."""
        return self.body.pointSizeF() * factor

    def measures(self) -> tuple[str, float, float, float]:
        """What moves words when it changes; colours may change without a new layout."""
        return self.body.family(), self.body.pointSizeF(), self.line, self.scale
