"""The names of the design's colours and text roles; their values stand in ``theme``.

Public: ``Tokens`` (one colour a field, as ``#RRGGBB``), ``Tone`` (the soft pairs that chips and
banners use), ``Role`` (what a piece of text is, which decides its font).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Tokens:
    """The colours of one scheme; each field is a colour string for ``QColor``."""

    window: str
    surface: str
    sunken: str
    hover: str
    navsel: str
    selected: str
    line2: str
    line: str
    control: str
    text: str
    text2: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_line: str
    green: str
    green_soft: str
    amber: str
    amber_soft: str
    amber_solid: str
    red: str
    red_soft: str
    red_solid: str
    on_red: str
    heather: str
    heather_soft: str
    heather_solid: str
    neutral: str
    desk: str
    page: str
    toast: str
    toast_text: str
    toast_action: str
    scrim: str


class Tone(StrEnum):
    """A pair of text colour and soft fill; the value is the token's stem."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    HEATHER = "heather"

    @property
    def words(self) -> str:
        """Token of the words on the soft fill."""
        return "text2" if self is Tone.NEUTRAL else self.value

    @property
    def fill(self) -> str:
        """Token of the soft fill."""
        return "neutral" if self is Tone.NEUTRAL else f"{self.value}_soft"


class Role(StrEnum):
    """What a piece of text is: the table "Type" of the design."""

    FIRST_RUN_TITLE = "first_run_title"
    PAGE_TITLE = "page_title"
    ITEM_TITLE = "item_title"
    MEETING_TITLE = "meeting_title"
    CONFIRM_TITLE = "confirm_title"
    WORDMARK = "wordmark"
    MONTH = "month"
    BODY = "body"
    DECISION = "decision"
    SECTION_TITLE = "section_title"
    CARD_TITLE = "card_title"
    LEAD = "lead"
    BASE = "base"
    STRONG = "strong"
    LIST_TITLE = "list_title"
    BUTTON = "button"
    LABEL = "label"
    SECTION_LABEL = "section_label"
    CHIP = "chip"
    META = "meta"
    SMALL = "small"
    KEY = "key"
