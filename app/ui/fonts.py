"""The bundled fonts. Public: ``load_fonts()``, to be called once after the QApplication is made."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from app.paths import resources_dir


def load_fonts() -> list[str]:
    """Register Source Sans 3 and Source Serif 4; returns the names of files Qt could not read."""
    files = sorted((resources_dir() / "fonts").glob("*.ttf"))
    return [file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0]
