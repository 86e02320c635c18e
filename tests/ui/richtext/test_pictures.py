"""Pictures: from a file, the clipboard and by drop; asked about, kept, changed, taken away."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image as PillowImage
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget

from app.errors import AppError, FileProblem
from app.i18n import sentence
from app.models.richtext import EMPTY, Heading, Image, Quote, RichText, Run
from app.ui.richtext import RichTextEdit
from app.ui.richtext.objects import picture_at
from app.ui.richtext.picture_actions import Fetch, Fetched
from app.ui.richtext.picture_dialog import PictureDialog
from app.ui.richtext.picture_file import LONGEST_SIDE, MOST_BYTES, read_picture
from tests.ui.richtext.shorthand import bullets, p, table, text

UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
REDO = (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
HIDE = (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
PICTURE = (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
PASTE = (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@dataclass
class Shelf:
    """A store in memory that answers at once."""

    kept: dict[str, bytes] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    is_full: bool = False

    def __call__(self, sha256: str) -> QImage | None:
        return QImage.fromData(self.kept[sha256]) if sha256 in self.kept else None

    def keep(self, data: bytes) -> str:
        if self.is_full:
            raise FileProblem("The file {name} was not added. ", name="billede")
        sha256 = hashlib.sha256(data).hexdigest()
        self.kept[sha256] = data
        return sha256

    def fetch(self, _owner: QObject, read: Fetch, then: Callable[[Fetched], None]) -> None:
        then(read())

    def tell(self, error: AppError) -> None:
        self.told.append(sentence(error))


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def editor(qtbot, _fonts, shelf) -> Iterator[RichTextEdit]:
    window, made = QWidget(), RichTextEdit(name="Tekst", image_of=shelf)
    QVBoxLayout(window).addWidget(made)
    window.resize(700, 500)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.setFocus()
    yield made
    window.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kort over fjorden.png"
    PillowImage.new("RGB", (60, 40), (21, 89, 122)).save(path)
    return path


@pytest.fixture
def answer(editor) -> Callable[..., PictureDialog]:
    """Fill in the open question and press the button."""

    def fill(alternative: str = "Kort over fjorden", caption: str = "", *, hidden: bool = False):
        dialog = question(editor)
        assert dialog is not None
        dialog.alternative.setText(alternative)
        dialog.caption.setText(caption)
        dialog.confidential.setChecked(hidden)
        dialog.accept()
        return dialog

    return fill


def question(editor: RichTextEdit) -> PictureDialog | None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = [one for one in editor.findChildren(PictureDialog) if one.isVisible()]
    return found[0] if found else None


def dropped(*paths: Path) -> QMimeData:
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return source


def pictures(content: RichText) -> list[Image]:
    return [block for block in content.blocks if isinstance(block, Image)]


# --- In


def test_a_screenshot_is_pasted_asked_about_and_kept(editor, shelf, typed, answer) -> None:
    shot = QImage(30, 20, QImage.Format.Format_RGB32)
    shot.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(shot)
    typed("Se her:", PASTE)
    assert question(editor).alternative.text() == ""
    answer("Skærmbillede af kortet", "Figur 1")
    made = editor.text()
    (picture,) = pictures(made)
    assert (picture.alternative, picture.caption) == ("Skærmbillede af kortet", "Figur 1")
    assert QImage.fromData(shelf.kept[picture.sha256]).pixelColor(5, 5) == QColor("teal")
    assert typed("Mere") == text("Se her:", picture, "Mere")
    typed(UNDO, UNDO)
    assert editor.text() == text("Se her:")
    assert typed(REDO) == text("Se her:", picture)


def test_words_go_before_the_picture_that_a_program_adds(editor, typed) -> None:
    source = QMimeData()
    source.setText("fire ord i regneark")
    source.setImageData(QImage(9, 9, QImage.Format.Format_RGB32))
    editor.insertFromMimeData(source)
    assert editor.text() == text("fire ord i regneark")
    assert question(editor) is None


def test_a_picture_of_a_web_page_is_a_picture(editor, answer) -> None:
    source = QMimeData()
    source.setHtml('<html><body><img src="https://a.example/kort.png"></body></html>')
    source.setImageData(QImage(9, 9, QImage.Format.Format_RGB32))
    assert editor.canInsertFromMimeData(source)
    editor.insertFromMimeData(source)
    answer("Kort")
    assert [picture.alternative for picture in pictures(editor.text())] == ["Kort"]


def test_a_picture_is_not_put_into_a_text_that_is_shown_meanwhile(
    editor, shelf, file, monkeypatch
) -> None:
    reading: list = []
    monkeypatch.setattr(Shelf, "fetch", lambda _self, *job: reading.append(job))
    editor.insertFromMimeData(dropped(file, file))
    editor.set_text(text("et andet punkt"))
    for _owner, read, then in reading:
        then(read())
    assert len(reading) == 1
    assert shelf.told == ["Nu vises en anden tekst. Indsæt billedet igen, hvor det hører til."]
    assert question(editor) is None
    assert editor.text() == text("et andet punkt")


def test_a_file_is_chosen_with_the_keyboard(
    editor, shelf, typed, answer, file, monkeypatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a: ([str(file)], ""))
    typed(PICTURE)
    answer(hidden=True)
    (picture,) = pictures(editor.text())
    assert picture.confidential
    assert picture.sha256 in shelf.kept


def test_dropped_pictures_come_one_after_the_other_and_other_files_go_on(
    editor, answer, file, tmp_path
) -> None:
    other, paper = tmp_path / "graf.jpg", tmp_path / "bilag.pdf"
    PillowImage.new("RGB", (9, 9)).save(other)
    passed_on: list = []
    editor.files_dropped.connect(passed_on.append)
    editor.insertFromMimeData(dropped(file, paper, other))
    answer("Første")
    answer("Anden")
    assert question(editor) is None
    assert [picture.alternative for picture in pictures(editor.text())] == ["Første", "Anden"]
    assert passed_on == [[str(paper)]]


def test_an_alternative_text_must_be_written(editor, answer, file) -> None:
    editor.insertFromMimeData(dropped(file))
    dialog = answer("   ")
    assert dialog.isVisible()
    assert dialog.alternative.accessibleDescription() == "Skriv med få ord, hvad billedet viser."
    dialog.reject()
    assert editor.text() == EMPTY


@pytest.mark.parametrize(
    ("before", "words", "made"),
    [
        (text("et to", "tre"), "to", ["et to", "*", "tre"]),
        (text(bullets("et", "to")), "et", [bullets("et"), "*", bullets("to")]),
        (text(table(("a", "b")), "slut"), "a", [table(("a", "b")), "*", "slut"]),
        (
            text(Quote((p("a"), p("b")), "Leder"), "slut"),
            "a",
            [Quote((p("a"), p("b")), "Leder"), "*", "slut"],
        ),
        (text(Heading((Run("Titel"),)), "x"), "Titel", [Heading((Run("Titel"),)), "*", "x"]),
        (
            text(Image("0" * 64, "a", "Figur"), "x"),
            "Figur",
            [Image("0" * 64, "a", "Figur"), "*", "x"],
        ),
    ],
)
def test_it_lands_below_what_the_cursor_stands_in(
    editor, select, answer, typed, file, before, words, made
) -> None:
    editor.set_text(before)
    select(words)
    editor.insertFromMimeData(dropped(file))
    answer()
    picture = pictures(editor.text())[-1]
    assert editor.text() == text(*(picture if block == "*" else block for block in made))
    assert typed(UNDO) == before


def test_a_full_store_is_told_and_the_text_left_alone(editor, shelf, answer, file) -> None:
    shelf.is_full = True
    editor.insertFromMimeData(dropped(file))
    answer()
    assert len(shelf.told) == 1
    assert editor.text() == EMPTY


@pytest.mark.usefixtures("_fonts")
def test_a_text_without_a_store_takes_files_as_before(qtbot, file) -> None:
    made = RichTextEdit()
    qtbot.addWidget(made)
    passed_on: list = []
    made.files_dropped.connect(passed_on.append)
    made.insertFromMimeData(dropped(file))
    assert passed_on == [[str(file)]]
    image = QMimeData()
    image.setImageData(QImage(9, 9, QImage.Format.Format_RGB32))
    assert not made.canInsertFromMimeData(image)


# --- What cannot be used


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("x.png", b"\x89PNG\r\n\x1a\n broken", "Billedet x.png kan ikke læses."),
        ("x.jpg", b"", "Billedet x.jpg kan ikke læses."),
        ("x.png", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "Billedet"),
    ],
)
def test_a_broken_or_foreign_picture_is_told(
    editor, shelf, tmp_path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)
    editor.insertFromMimeData(dropped(tmp_path / name))
    assert question(editor) is None
    assert [words.startswith(told) for words in shelf.told] == [True]


def test_a_missing_and_a_huge_picture_are_told_and_the_next_is_asked_about(
    editor, shelf, answer, tmp_path, file
) -> None:
    huge, bomb = tmp_path / "stor.png", tmp_path / "bombe.png"
    with huge.open("wb") as out:
        out.truncate(MOST_BYTES + 1)
    PillowImage.new("1", (12_000, 9_000)).save(bomb)
    editor.insertFromMimeData(dropped(tmp_path / "væk.png", huge, bomb, file))
    answer()
    assert [words.split(".png ")[1].split(".")[0] for words in shelf.told] == [
        "kan ikke læses",
        "er for stort",
        "er for stort",
    ]
    assert len(pictures(editor.text())) == 1


# --- What is kept


def test_a_photo_is_kept_upright_small_and_without_what_the_camera_wrote(tmp_path) -> None:
    path = tmp_path / "foto.jpg"
    exif = PillowImage.Exif()
    exif[0x0112], exif[0x010F] = 6, "Zqkamera"  # turn it by a quarter; who made the camera
    PillowImage.new("RGB", (3000, 600), (200, 30, 30)).save(path, exif=exif)
    assert b"Zqkamera" in path.read_bytes()
    read = read_picture(path)
    assert (read.image.width(), read.image.height()) == (400, LONGEST_SIDE)
    assert read.data[:3] == b"\xff\xd8\xff"
    assert b"Zqkamera" not in read.data
    assert b"Exif" not in read.data


@pytest.mark.parametrize("kind", ["PNG", "BMP", "GIF", "TIFF", "WEBP"])
def test_other_pictures_become_png(tmp_path, kind: str) -> None:
    path = tmp_path / f"graf.{kind.lower()}"
    PillowImage.new("RGB", (40, 30), (0, 128, 0)).save(path, kind)
    read = read_picture(path)
    assert read.data[:8] == b"\x89PNG\r\n\x1a\n"
    assert read.image.pixelColor(3, 3).green() in range(120, 136)


def test_what_was_sheer_stays_sheer(tmp_path) -> None:
    path = tmp_path / "logo.png"
    PillowImage.new("RGBA", (40, 30), (0, 128, 0, 0)).save(path)
    assert QImage.fromData(read_picture(path).data).pixelColor(3, 3).alpha() == 0


def test_the_same_picture_is_kept_once(editor, shelf, answer, file) -> None:
    for _turn in range(2):
        editor.insertFromMimeData(dropped(file))
        answer()
    one, other = pictures(editor.text())
    assert one.sha256 == other.sha256
    assert len(shelf.kept) == 1


# --- Changing it


@pytest.fixture
def shown(editor, shelf, file) -> Image:
    """A text with a picture between two paragraphs."""
    picture = Image(shelf.keep(file.read_bytes()), "Kort", "Figur 1")
    editor.set_text(text("før", picture, "efter"))
    return picture


def click_twice(qtbot, editor) -> None:
    place = editor.cursorRect(at_picture(editor)).center() + QPoint(8, 0)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)


def at_picture(editor):
    cursor = editor.textCursor()
    cursor.setPosition(len("før") + 1)
    return cursor


def test_a_click_chooses_it_two_clicks_and_enter_change_it(
    qtbot, editor, typed, answer, shown
) -> None:
    click_twice(qtbot, editor)
    assert question(editor).alternative.text() == "Kort"
    answer("Kort over Fjordby", "Figur 2", hidden=True)
    changed = Image(shown.sha256, "Kort over Fjordby", "Figur 2", confidential=True)
    assert editor.text() == text("før", changed, "efter")
    assert typed(UNDO) == text("før", shown, "efter")
    place = editor.cursorRect(at_picture(editor)).center() + QPoint(8, 0)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    typed(Qt.Key.Key_Return)
    answer("Kort", "")
    assert editor.text() == text("før", Image(shown.sha256, "Kort"), "efter")
    assert typed(UNDO) == text("før", shown, "efter")


def test_a_caption_is_added_to_a_picture_without_one(editor, typed, answer, shown) -> None:
    editor.set_text(text(Image(shown.sha256, "Kort")))
    editor.setTextCursor(editor.textCursor())
    typed(PICTURE)
    answer("Kort", "Figur 9")
    assert editor.text() == text(Image(shown.sha256, "Kort", "Figur 9"))


def test_it_is_hidden_and_shown_with_the_keys_of_confidential_words(editor, typed, shown) -> None:
    editor.setTextCursor(at_picture(editor))
    hidden = Image(shown.sha256, "Kort", "Figur 1", confidential=True)
    assert typed(HIDE) == text("før", hidden, "efter")
    assert typed(HIDE) == text("før", shown, "efter")
    assert typed(UNDO, UNDO) == text("før", shown, "efter")


def test_backspace_and_delete_choose_it_before_they_take_it_away(editor, typed, shown) -> None:
    whole, gone = text("før", shown, "efter"), text("før", "efter")
    editor.setTextCursor(at_picture(editor))
    typed(Qt.Key.Key_Left)
    assert typed(Qt.Key.Key_Delete) == whole
    assert typed(Qt.Key.Key_Delete) == gone
    assert typed(UNDO) == whole
    editor.set_text(text("før", Image(shown.sha256, "Kort"), "efter"))
    cursor = editor.document().find("efter")
    cursor.setPosition(cursor.selectionStart())
    editor.setTextCursor(cursor)
    typed(Qt.Key.Key_Backspace)
    assert len(pictures(editor.text())) == 1
    assert typed(Qt.Key.Key_Backspace) == gone


def test_the_menu_takes_it_away_with_its_caption(editor, typed, shown) -> None:
    editor.setTextCursor(at_picture(editor))
    menu = editor.commands.menu()
    next(a for a in menu.actions() if a.text() == "Slet billede").trigger()
    assert editor.text() == text("før", "efter")
    assert typed(UNDO) == text("før", shown, "efter")


def test_a_confidential_picture_wears_a_frame_and_a_lock(editor, typed, shown) -> None:
    def heather() -> int:
        QApplication.processEvents()
        image, tone = editor.viewport().grab().toImage(), editor.editor_style.confidential.rgb()
        spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixel(x, y) == tone for x, y in spots)

    before = heather()
    editor.setTextCursor(at_picture(editor))
    typed(HIDE)
    editor.setTextCursor(editor.document().find("efter"))
    assert heather() > before + 100


def test_a_read_only_text_takes_no_picture(editor, typed, shown, file) -> None:
    editor.setReadOnly(True)
    editor.setTextCursor(at_picture(editor))
    typed(PICTURE, HIDE)
    assert question(editor) is None
    assert editor.text() == text("før", shown, "efter")


def test_words_typed_over_a_picture_and_cuts_leave_a_plain_line(editor, typed, shown) -> None:
    cut = (Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    for strokes, left in ((("- nyt",), bullets("nyt")), ((cut, "- nyt"), bullets("nyt"))):
        editor.set_text(text("før", Image(shown.sha256, "Kort"), "efter"))
        editor.setTextCursor(picture_at(at_picture(editor)))
        assert typed(*strokes) == text("før", left, "efter")
    typed(Qt.Key.Key_Return, PASTE)
    assert editor.text() == text("før", left, Image(shown.sha256, "Kort"), "efter")
