"""The look of a run as a character format, and back; ``looks`` sees to fonts and colours."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCharFormat, QTextFormat, QTextImageFormat, QTextLength

from app.models.richtext import OBJECT, Image, Run

LINE_BREAK = "\u2028"
FOOTNOTE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
_OWN = QTextFormat.Property.UserProperty.value + 200
CONFIDENTIAL, FOOTNOTE, ALTERNATIVE = range(_OWN, _OWN + 3)
IMAGE_PREFIX = "sha256:"

# What Qt would take for structure or cannot hold inside a paragraph, and characters that no paper
# shows: programs write line breaks and hyphens with some of them.
_TO_QT = str.maketrans(
    {code: None for code in (*range(9), *range(14, 32), *range(127, 160), 0xFFFE, 0xFFFF)}
    | dict.fromkeys(map(ord, (OBJECT, "\r", "\ufdd0", "\ufdd1")))
    | dict.fromkeys(map(ord, "\n\v\f\x85\u2029"), LINE_BREAK)
    | {0x1E: "\u2011", 0x1F: "\u00ad"}
)


def to_qt(words: str) -> str:
    """Words as they may stand inside one block; most words are what they may be already."""
    if words.isprintable() and OBJECT not in words:
        return words
    return words.translate(_TO_QT)


def from_qt(words: str) -> str:
    """Words of a block as the model holds them."""
    return words.replace(LINE_BREAK, "\n").replace(OBJECT, "")


def char_format(run: Run) -> QTextCharFormat:
    """The format of a run's words."""
    made = QTextCharFormat()
    if run.bold:
        made.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        made.setFontItalic(True)
    if run.underline:
        made.setFontUnderline(True)
    if run.confidential:
        made.setProperty(CONFIDENTIAL, True)
    if run.link:
        made.setAnchor(True)
        made.setAnchorHref(run.link)
    return made


def run_of(words: str, look: QTextCharFormat) -> Run:
    """The run of some words in a format."""
    return Run(
        from_qt(words),
        bold=is_bold(look),
        italic=look.fontItalic(),
        underline=look.fontUnderline(),
        confidential=look.boolProperty(CONFIDENTIAL),
        link=look.anchorHref() if look.isAnchor() else "",
    )


def is_bold(look: QTextCharFormat) -> bool:
    """True for words somebody made bold."""
    return look.fontWeight() >= QFont.Weight.Bold


def is_footnote(look: QTextFormat) -> bool:
    """True for the format of a footnote's mark."""
    return look.objectType() == FOOTNOTE_OBJECT


def footnote_format(run: Run) -> QTextCharFormat:
    """The format of the mark after a run, holding the note's words."""
    made = char_format(run)
    made.setObjectType(FOOTNOTE_OBJECT)
    made.setProperty(FOOTNOTE, run.footnote)
    return made


def image_format(picture: Image) -> QTextImageFormat:
    """The format of a picture of the attachment store; its caption is a block of its own."""
    made = QTextImageFormat()
    made.setName(IMAGE_PREFIX + picture.sha256)
    made.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setProperty(ALTERNATIVE, picture.alternative)
    if picture.confidential:
        made.setProperty(CONFIDENTIAL, True)
    return made


def picture_of(look: QTextCharFormat) -> Image:
    """The picture that a format stands for, without its caption."""
    return Image(
        look.toImageFormat().name().removeprefix(IMAGE_PREFIX),
        look.stringProperty(ALTERNATIVE),
        confidential=look.boolProperty(CONFIDENTIAL),
    )
