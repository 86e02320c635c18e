"""Qt's own words in Danish: its catalogue, and ours for what that lacks or writes otherwise.

Public: ``install_danish(app)``.
"""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

# Context and words as they stand in Qt's source -> Danish.
_WORDS = {
    ("QFileDialog", "&Look in:"): "&Placering:",
    ("QFileDialog", "Files of &type:"): "Fil&type:",
    ("QFileDialog", "Parent Directory"): "Overliggende mappe",
    ("QAbstractFileIconProvider", "Drive"): "Drev",
    ("QAbstractFileIconProvider", "%1 File"): "%1-fil",
    ("QAbstractFileIconProvider", "File"): "Fil",
    ("QAbstractFileIconProvider", "File Folder"): "Mappe",
    ("QAbstractFileIconProvider", "Folder"): "Mappe",
    ("QAbstractFileIconProvider", "Shortcut"): "Genvej",
    ("QAbstractFileIconProvider", "Alias"): "Genvej",
    ("QAbstractFileIconProvider", "Unknown"): "Ukendt",
    ("QCalendarWidget", "Previous Month"): "Forrige måned",
    ("QCalendarWidget", "Next Month"): "Næste måned",
    ("QColorDialog", "&Add to Custom Colors"): "&Føj til egne farver",
    ("QColorDialog", "&Custom colors"): "&Egne farver",
    ("QMenuBar", "Menu"): "Menu",
    ("QMessageBox", "Show Details..."): "Vis detaljer",
    ("QMessageBox", "Hide Details..."): "Skjul detaljer",
    ("QPlatformTheme", "Cancel"): "Annullér",
    ("QPlatformTheme", "Ignore"): "Ignorér",
    ("QLineEdit", "&Redo"): "&Gentag",
    ("QWidgetTextControl", "&Redo"): "&Gentag",
    ("QToolBar", "Extension"): "Mere",
    # Keys as the keyboard, the manual and other programs name them.
    ("QShortcut", "Return"): "Enter",
    ("QShortcut", "Del"): "Delete",
    ("QShortcut", "PgDown"): "PgDn",
    ("QShortcut", "Tab"): "Tab",
    ("QShortcut", "Up"): "↑",
    ("QShortcut", "Down"): "↓",
    ("QShortcut", "Left"): "←",
    ("QShortcut", "Right"): "→",
}


class _OwnWords(QTranslator):
    """The table above as a translator; None leaves the question to Qt's own."""

    def translate(
        self,
        context: str | bytes,
        source: str | bytes,
        disambiguation: str | bytes | None = None,
        number: int = -1,
    ) -> str | None:
        return _WORDS.get((str(context), str(source)))

    def isEmpty(self) -> bool:
        return False


def install_danish(app: QApplication) -> None:
    """Let Qt speak Danish, and write dates and numbers as Danes do."""
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
    for translator in (_qt_catalogue(app), _OwnWords(app)):
        app.installTranslator(translator)


def _qt_catalogue(owner: QObject) -> QTranslator:
    made = QTranslator(owner)
    made.load("qtbase_da", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return made
