"""Pictures on their way into the text: from a file, the clipboard and by drop."""

import pytest
from PIL import Image as PillowImage
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage

from app.models.richtext import EMPTY, Heading, Image, Quote, Run
from app.ui.richtext import RichTextEdit
from app.ui.richtext.pictures.file import MOST_BYTES
from tests.ui.richtext.shelf import Shelf, dropped, pictures, question
from tests.ui.richtext.shorthand import bullets, p, table, text

UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
REDO = (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
PICTURE = (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
PASTE = (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


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


def test_a_file_is_chosen_with_the_keyboard(editor, shelf, typed, answer, file) -> None:
    shelf.chosen = [file]
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


def test_the_same_picture_is_kept_once(editor, shelf, answer, file) -> None:
    for _turn in range(2):
        editor.insertFromMimeData(dropped(file))
        answer()
    one, other = pictures(editor.text())
    assert one.sha256 == other.sha256
    assert len(shelf.kept) == 1
