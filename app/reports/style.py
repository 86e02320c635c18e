"""Measures, type and colours of every paper: the only place that knows a point or a hex.

Source: the PDF table of the design. All lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4
"""Points in a millimetre."""


def mm(length: float) -> float:
    """A length in millimetres as points."""
    return length * MM


# --- The sheet

PAGE_WIDTH, PAGE_HEIGHT = mm(210), mm(297)
LEFT, RIGHT = mm(25), mm(185)
TOP, BOTTOM = mm(27), mm(272)
"""The text area, measured from the left and from the top of the sheet."""
TEXT_X = mm(62)
TEXT_WIDTH = RIGHT - TEXT_X
LABEL_WIDTH = mm(33)
LABEL_WHOLE = mm(80)
"""A label up to this height stands beside its text."""
LEAST_WIDTH = mm(9)
"""No column of text gets narrower, however deep lists are nested or many columns a table has."""
FRAME_HEIGHT = BOTTOM - TOP
HEADER_TOP = mm(14)
FOOTER_TOP = PAGE_HEIGHT - mm(13) - 11
FOOTER_RULE_GAP = mm(2.4)

# --- Faces (file names of the shipped fonts without their ending)

SERIF = "SourceSerif4-Regular"
SERIF_ITALIC = "SourceSerif4-Italic"
SERIF_SEMIBOLD = "SourceSerif4-SemiBold"
SERIF_SEMIBOLD_ITALIC = "SourceSerif4-SemiBoldItalic"
SANS = "SourceSans3-Regular"
SANS_ITALIC = "SourceSans3-Italic"
SANS_SEMIBOLD = "SourceSans3-SemiBold"
SANS_SEMIBOLD_ITALIC = "SourceSans3-SemiBoldItalic"
SANS_BOLD = "SourceSans3-Bold"

EMPHASIS = {
    (SERIF, True, False): SERIF_SEMIBOLD,
    (SERIF, False, True): SERIF_ITALIC,
    (SERIF, True, True): SERIF_SEMIBOLD_ITALIC,
    (SERIF_SEMIBOLD, False, True): SERIF_SEMIBOLD_ITALIC,
    (SERIF_SEMIBOLD, True, True): SERIF_SEMIBOLD_ITALIC,
    (SERIF_ITALIC, True, False): SERIF_SEMIBOLD_ITALIC,
    (SERIF_ITALIC, True, True): SERIF_SEMIBOLD_ITALIC,
    (SANS, True, False): SANS_SEMIBOLD,
    (SANS, False, True): SANS_ITALIC,
    (SANS, True, True): SANS_SEMIBOLD_ITALIC,
    (SANS_SEMIBOLD, False, True): SANS_SEMIBOLD_ITALIC,
    (SANS_SEMIBOLD, True, True): SANS_SEMIBOLD_ITALIC,
}
"""Face of (face, bold, italic); a face that is not named keeps itself."""

SUBSTITUTES = {
    SERIF: SANS,
    SERIF_ITALIC: SANS_ITALIC,
    SERIF_SEMIBOLD: SANS_SEMIBOLD,
    SERIF_SEMIBOLD_ITALIC: SANS_SEMIBOLD_ITALIC,
}
"""The sans knows 700 characters more than the serif (Sami letters, signs) and lends them."""

# --- Colours

INK = "#16232B"
INK_SOFT = "#47565F"
FJORD = "#15597A"
HEATHER = "#634079"
RULE = "#D3DBDE"
TABLE_RULE = "#B9C4C8"
BOX_FILL = "#EDF4F8"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set: face, size and leading in points, colour, and if words are cut.

    ``tracking`` is added after each letter, in points; large sizes stand a little closer.
    """

    face: str
    size: float
    leading: float
    colour: str = INK
    hyphenate: bool = True
    tracking: float = 0.0


BODY = TextStyle(SERIF, 10.5, 15)
LABEL = TextStyle(SANS_SEMIBOLD, 9.5, 15, hyphenate=False)
LABEL_DECISION = TextStyle(SANS_BOLD, 9.5, 15, FJORD, hyphenate=False)
ITEM_NUMBER = TextStyle(SERIF_SEMIBOLD, 17, 21, FJORD, hyphenate=False, tracking=-0.055)
ITEM_TITLE = TextStyle(SERIF_SEMIBOLD, 17, 21, hyphenate=False, tracking=-0.055)
ITEM_TITLE_WITHHELD = TextStyle(SERIF_SEMIBOLD, 17, 21, HEATHER, hyphenate=False, tracking=-0.055)
META = TextStyle(SANS, 9.5, 13, INK_SOFT, hyphenate=False)
META_CLOSED = TextStyle(SANS, 9.5, 13, HEATHER, hyphenate=False)
RUNNING = TextStyle(SANS, 8.5, 11, INK_SOFT, hyphenate=False)
RUNNING_STATUS = TextStyle(SANS_SEMIBOLD, 8.5, 11, INK, hyphenate=False)
RUNNING_CLOSED = TextStyle(SANS, 8.5, 11, HEATHER, hyphenate=False)
FRONT_TITLE = TextStyle(SERIF_SEMIBOLD, 30, 34, hyphenate=False, tracking=-0.37)
FRONT_DATE = TextStyle(SERIF, 15, 20, INK_SOFT, hyphenate=False)
SENDER = TextStyle(SANS_SEMIBOLD, 11, 14, FJORD, hyphenate=False)
SENDER_LINE = TextStyle(SANS, 9.5, 13, INK_SOFT, hyphenate=False)
CONTENTS_TITLE = TextStyle(SERIF, 10.5, 14, hyphenate=False)
CONTENTS_WITHHELD = TextStyle(SERIF, 10.5, 14, HEATHER, hyphenate=False)
CONTENTS_NUMBER = TextStyle(SANS_SEMIBOLD, 10, 14, FJORD, hyphenate=False)
CONTENTS_PAGE = TextStyle(SANS, 9.5, 14, INK_SOFT, hyphenate=False)
CONTENTS_HEAD = TextStyle(SANS, 9.5, 14, INK_SOFT, hyphenate=False)
HEADING_1 = TextStyle(SERIF_SEMIBOLD, 11, 15, hyphenate=False)
HEADING_2 = TextStyle(SERIF_SEMIBOLD_ITALIC, 10.5, 15, hyphenate=False)
LIST_NUMBER = TextStyle(SANS_SEMIBOLD, 10, 15, FJORD, hyphenate=False)
TABLE_TEXT = TextStyle(SANS, 9.5, 13)
TABLE_HEAD = TextStyle(SANS_SEMIBOLD, 9.5, 13)
TABLE_NUMBER = TextStyle(SANS_SEMIBOLD, 9.5, 13, FJORD, hyphenate=False)
CAPTION = TextStyle(SANS_SEMIBOLD, 9.5, 13, hyphenate=False)
ATTACHMENT = TextStyle(SANS, 10, 15, hyphenate=False)
ATTACHMENT_WITHHELD = TextStyle(SANS, 10, 15, HEATHER, hyphenate=False)
QUOTE = TextStyle(SERIF_ITALIC, 10.5, 15)
QUOTE_AUTHOR = TextStyle(SANS, 9.5, 13, INK_SOFT, hyphenate=False)
NOTE = TextStyle(SANS, 8.5, 11, INK_SOFT)
NOTE_NUMBER = TextStyle(SANS_SEMIBOLD, 8.5, 11, FJORD, hyphenate=False)
NOTE_MARK_SCALE, NOTE_MARK_RISE = 0.62, 0.36
"""Size and rise of a note's mark, as shares of the size of its text."""

# --- Space between things

PARAGRAPH_GAP = mm(2.2)
SECTION_GAP = mm(5)
ITEM_GAP = mm(13)
TITLE_GAP = mm(6)
META_GAP = mm(1.5)
HEADING_GAP, HEADING_AFTER = mm(3.4), mm(1)
POINT_GAP = mm(0.85)
LEAD_GAP = mm(1.5)
FOLLOW_UP_GAP = mm(2.9)
SENDER_GAP_WIDE, SENDER_GAP_NARROW = mm(30), mm(14)
DATE_GAP = mm(1.2)
GRID_GAP_WIDE, GRID_GAP_NARROW = mm(9), mm(7)
GRID_ROW_GAP = mm(2.6)
CONTENTS_GAP_WIDE, CONTENTS_GAP_NARROW = mm(11.2), mm(8.1)
CONTENTS_PADDING = mm(1.6)

# --- Lists, tables, box, notes

BULLET_INDENT = mm(5)
NUMBER_INDENT = mm(7)
BULLET_OFFSET = mm(0.5)
BULLET = TextStyle(SERIF, 17.2, 15, FJORD, hyphenate=False)
BULLET_DROP = 0.185
"""How far the larger bullet stands below the line, as a share of its size, so that its middle
is that of a small letter."""
DASH = TextStyle(SERIF, 10.5, 15, INK_SOFT, hyphenate=False)
QUOTE_INDENT = mm(5)
TABLE_GAP = mm(2.8)
TABLE_PADDING = mm(1.28)
TABLE_GUTTER_WIDE, TABLE_GUTTER_NARROW = mm(6), mm(2)
CAPTION_GAP = mm(0.8)
BOX_GAP = mm(7)
BOX_PADDING = mm(4)
BOX_TEXT_WIDTH = TEXT_WIDTH - BOX_PADDING
LABEL_ACROSS = RIGHT - LEFT - BOX_PADDING
BOX_LEFT = mm(19.9)
BOX_BAR = mm(1.1)
BOX_WHOLE = mm(80)
"""A decision box up to this height never splits; so does a table row."""
NOTE_GAP = mm(3)
NOTE_INDENT = mm(5)
IMAGE_MAX_HEIGHT = mm(150)

HAIRLINE, HEAD_RULE, UNDERLINE = 0.4, 0.9, 0.5
DOT, DOT_STEP = 0.8, 1.8
"""Size of a dot, and from dot to dot, under confidential words."""

# --- Breaking lines

HYPHENATE_BELOW = 0.6
"""A word is only hyphenated when the line without it would be filled less than this."""
LONELY_BELOW, FULL_ENOUGH = 0.15, 0.6
"""A last word that fills less than the first share of its line gets company from the line above,
as long as that stays filled by the second."""
