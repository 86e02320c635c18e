"""The fonts and icons that go along: fit for screen and paper, and with their licences."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from tests.architecture.source import APP, ROOT, modules

FONTS = sorted((ROOT / "resources" / "fonts").glob("*.ttf"))
ICONS = sorted((ROOT / "resources" / "icons").glob("*.svg"))
PAPER_CHARACTERS = "æøåÆØÅéüäöÉ§”“–—½…•°−×€"
STYLES = {
    "SourceSans3": "Regular Italic Medium SemiBold SemiBoldItalic Bold",
    "SourceSerif4": "Regular Italic SemiBold SemiBoldItalic Bold BoldItalic",
}


def test_all_styles_of_the_design_are_there() -> None:
    wanted = {f"{name}-{style}" for name, styles in STYLES.items() for style in styles.split()}
    assert {path.stem for path in FONTS} == wanted


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_fonts_hold_danish_and_embed_in_pdf(path: Path) -> None:
    face = TTFont(path.stem, str(path)).face  # refuses fonts without TrueType outlines
    assert [c for c in PAPER_CHARACTERS if ord(c) not in face.charToGlyph] == []


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_icons_are_drawings_on_a_square(path: Path) -> None:
    drawing = ET.parse(path).getroot()
    _, _, width, height = drawing.attrib["viewBox"].split()
    assert width == height
    assert path.stem == "moedevaerk" or drawing.attrib["stroke"] == "currentColor"


def test_every_icon_is_shown_somewhere() -> None:
    """A name in quotes in a screen; the mark is drawn for the system that starts the program."""
    screens = "".join(path.read_text(encoding="utf-8") for path in modules(APP / "ui"))
    names = {path.stem for path in ICONS} - {"moedevaerk"}
    assert {icon for icon in names if f'"{icon}"' not in screens} == set()


def test_licences_go_along() -> None:
    texts = {
        path: path.read_text(encoding="utf-8") for path in (ROOT / "resources").glob("*/*.txt")
    }
    fonts = [text for text in texts.values() if "SIL OPEN FONT LICENSE Version 1.1" in text]
    assert len(fonts) == len(STYLES)
    assert any("ISC License" in text for text in texts.values())
