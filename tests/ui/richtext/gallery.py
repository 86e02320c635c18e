"""Draw the editor with every kind of block, to be looked at beside the design.

By hand: ``QT_QPA_PLATFORM=offscreen python -m tests.ui.richtext.gallery FOLDER``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.models.richtext import EMPTY, Heading, Image, Quote, Run
from app.settings import Appearance
from app.ui.fonts import load_fonts
from app.ui.richtext import RichTextEdit, RichTextToolbar
from app.ui.theme import theme
from tests.ui.richtext.shorthand import bullets, item, numbers, p, table, text

CASE = text(
    "Seks krisecentre har indberettet for perioden januar 2024 til marts 2025. Opgørelsen viser:",
    bullets(
        item("Belægningen lå på 94 procent.", bullets("Tre centre har måttet afvise nogen.")),
        "Den typiske ventetid er steget fra fire til ni dage.",
    ),
    "Listen føres af det center, der først modtager henvendelsen.",
)
RECOMMENDATION = text(
    "Det indstilles, at Den Administrative Styregruppe",
    numbers("drøfter opgørelsen af belægning og ventetid", "godkender en fælles venteliste."),
)
EVERYTHING = text(
    Heading((Run("Økonomi og tidsplan"),), 1),
    p(
        "Se ",
        Run("kommunens side", link="https://kommune.example/"),
        " om ",
        Run("fed", bold=True),
        ", ",
        Run("kursiv", italic=True),
        " og ",
        Run("understreget", underline=True),
        " med en ",
        Run("fortrolig passage", confidential=True),
        Run(" og en note", footnote="Kilde: egen opgørelse"),
        ".",
    ),
    Heading((Run("Takster"),), 2),
    Quote((p("Vi har ikke set så lange ventetider før."),), "Leder af et krisecenter"),
    table(("Center", "Pladser", "Dage"), ("Nord", "24", "9"), ("Syd", "11", "4")),
    numbers(
        item("niende", "Andet afsnit", numbers("a", "b", style="lower_alpha")), "tiende", start=9
    ),
    Image("0" * 64, "Kort", "Figur 1. Udviklingen"),
)


def window() -> QWidget:
    """Toolbar and four fields, the first of them in use."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(24, 16, 24, 16)
    toolbar, editors = RichTextToolbar(), [RichTextEdit() for _ in range(4)]
    for part in (toolbar, *editors):
        layout.addWidget(part)
    layout.addStretch(1)
    for editor, content in zip(editors, (CASE, RECOMMENDATION, EVERYTHING, EMPTY), strict=True):
        editor.setPlaceholderText("Skriv sagsfremstillingen her")
        editor.set_text(content)
    editors[0].setTextCursor(editors[0].document().find("afvise"))
    toolbar.set_editor(editors[0])
    return made


def draw(folder: Path) -> list[Path]:
    """All combinations of colours and text sizes as PNG files."""
    load_fonts()
    folder.mkdir(parents=True, exist_ok=True)
    return [
        _grab(folder, appearance, size)
        for appearance in (Appearance.LIGHT, Appearance.DARK)
        for size in (100, 130)
    ]


def _grab(folder: Path, appearance: Appearance, size: int) -> Path:
    theme().set_appearance(appearance)
    theme().set_text_size(size)
    made = window()
    made.resize(theme().px(760), 100)
    made.show()
    QApplication.processEvents()
    made.resize(made.width(), made.sizeHint().height())
    QApplication.processEvents()
    path = folder / f"text-editor-{appearance}-{size}.png"
    made.grab().save(str(path))
    made.close()
    return path


if __name__ == "__main__":
    application = QApplication([])
    for drawn in draw(Path(sys.argv[1])):
        print(drawn)
