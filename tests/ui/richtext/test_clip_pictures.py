"""Pictures that come with words: in where they stood, asked about like any other, never fetched."""

from __future__ import annotations

import base64
import io
import time
from pathlib import Path

import pytest
from PIL import Image as PillowImage
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage

from app.models.richtext import Heading, Run
from app.ui.richtext.clipboard import clip_pictures
from app.ui.richtext.clipboard.paste import clip_from_html
from app.ui.richtext.pictures import file as picture_file
from tests.ui.richtext.shelf import pictures, question
from tests.ui.richtext.shorthand import bullets, numbers, p, table, text

UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
NOT_FETCHED = "Billeder på nettet bliver ikke hentet. Gem dem som filer, og sæt dem ind derfra."
UNREADABLE = (
    "Et billede i det, du satte ind, kan ikke læses eller er for stort. Gem det som en mindre "
    "PNG- eller JPEG-fil, og sæt den ind."
)


def png(colour: str = "teal") -> bytes:
    buffer = io.BytesIO()
    PillowImage.new("RGB", (30, 20), colour).save(buffer, "PNG")
    return buffer.getvalue()


def data(colour: str = "teal", kind: str = "image/png") -> str:
    return f"data:{kind};base64,{base64.b64encode(png(colour)).decode()}"


def clip(html: str, *, image: QImage | None = None) -> QMimeData:
    source = QMimeData()
    source.setHtml(f"<html><body>{html}</body></html>")
    if image is not None:
        source.setImageData(image)
    return source


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where programs put the files of their clips."""
    folder = tmp_path / "temp"
    (folder / "msohtmlclip1" / "01").mkdir(parents=True)
    monkeypatch.setattr(clip_pictures, "gettempdir", lambda: str(folder))
    return folder


def test_a_picture_between_paragraphs_is_asked_about_and_stands_there(
    editor, shelf, answer
) -> None:
    editor.insertFromMimeData(
        clip(f'<p>Før.</p><p><img src="{data()}" alt="Kort"></p><p>Efter.</p>')
    )
    assert editor.text() == text("Før.", "Efter.")
    dialog = question(editor)
    assert dialog.alternative.text() == "Kort"
    answer("Kort over fjorden", "Figur 1")
    (picture,) = pictures(editor.text())
    assert editor.text() == text("Før.", picture, "Efter.")
    assert (picture.alternative, picture.caption) == ("Kort over fjorden", "Figur 1")
    assert QImage.fromData(shelf.kept[picture.sha256]).pixelColor(3, 3).name() == "#008080"


def test_two_pictures_keep_their_places_and_writing_goes_on_behind_the_words(
    editor, answer, typed
) -> None:
    typed("Se: ")
    html = f'<p>et</p><img src="{data("red")}"><p>to <img src="{data("blue")}"> tre</p><p>fire</p>'
    editor.insertFromMimeData(clip(html))
    answer("rød")
    answer("blå")
    first, second = pictures(editor.text())
    assert [one.alternative for one in (first, second)] == ["rød", "blå"]
    assert editor.text() == text("Se: et", first, "to tre", second, "fire")
    assert typed(" og") == text("Se: et", first, "to tre", second, "fire og")


def test_a_picture_among_words_behind_an_emoji_leaves_one_blank(editor, answer, at) -> None:
    editor.set_text(text(Heading((Run("😀 Kort over fjorden"),), 1)))
    at(" over")
    editor.insertFromMimeData(clip(f'<p>et</p><img src="{data()}">'))
    answer()
    assert editor.text().blocks[0] == Heading((Run("😀 Kortet over fjorden"),), 1)


def test_word_puts_its_pictures_into_files_of_the_clip(editor, answer, temporary: Path) -> None:
    path = temporary / "msohtmlclip1" / "01" / "clip image001.png"
    path.write_bytes(png())
    html = (
        "<p class=MsoNormal>Før<o:p></o:p></p><p class=MsoNormal><!--[if gte vml 1]><v:shape>"
        f'<v:imagedata src="{QUrl.fromLocalFile(str(path)).toString()}"/></v:shape><![endif]-->'
        f"<![if !vml]><img width=30 height=20\nsrc='{QUrl.fromLocalFile(str(path)).toString()}' "
        "v:shapes=x1><![endif]></p><p class=MsoNormal>Efter</p>"
    )
    editor.insertFromMimeData(clip(html, image=QImage(9, 9, QImage.Format.Format_RGB32)))
    answer("Graf")
    (picture,) = pictures(editor.text())
    assert editor.text() == text("Før", picture, "Efter")
    assert question(editor) is None


def test_a_picture_that_is_not_wanted_leaves_only_the_words(editor, shelf) -> None:
    editor.insertFromMimeData(clip(f'<p>Før.</p><img src="{data()}"><p>Efter.</p>'))
    question(editor).reject()
    assert editor.text() == text("Før.", "Efter.")
    assert shelf.kept == {}


def test_everything_is_taken_back_in_two_steps(editor, answer, typed) -> None:
    typed("Her")
    editor.insertFromMimeData(clip(f'<p>Før.</p><img src="{data()}"><p>Efter.</p>'))
    answer()
    assert typed(UNDO) == text("HerFør.", "Efter.")
    assert typed(UNDO) == text("Her")


def test_pictures_in_lists_tables_and_quotations_stand_below_them(editor, answer) -> None:
    image = f'<img src="{data()}">'
    editor.insertFromMimeData(
        clip(
            f"<ol><li>et {image}</li><li>to</li></ol><p>x</p>"
            f"<table><tr><td>a {image}</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
            f"<p>y</p><h2>Over{image}skrift</h2><p>z</p>"
        )
    )
    for name in ("1", "2", "3"):
        answer(name)
    first, second, third = pictures(editor.text())
    assert [one.alternative for one in (first, second, third)] == ["1", "2", "3"]
    assert editor.text() == text(
        numbers("et", "to"), first, "x", table(("a", "b"), ("c", "d"), head=0), second, "y",
        Heading((Run("Overskrift"),), 2), third, "z",
    )  # fmt: skip


def test_a_picture_between_points_of_word_lets_them_count_on(editor, answer) -> None:
    point = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>"
    )
    html = f'{point}1.</span>et</p><p><img src="{data()}"></p>{point}2.</span>to</p>'
    editor.insertFromMimeData(clip(html))
    answer()
    (picture,) = pictures(editor.text())
    assert editor.text() == text(numbers("et"), picture, numbers("to", start=2))


def test_a_list_that_is_written_in_counts_on(editor, answer, typed) -> None:
    editor.set_text(text(numbers("et")))
    typed((Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier))
    image = f'<img src="{data()}">'
    editor.insertFromMimeData(clip(f"<p>Før.</p>{image}<p>Efter.</p>{image}<p>Sidst.</p>"))
    answer("første")
    answer("anden")
    first, second = pictures(editor.text())
    assert (first.alternative, second.alternative) == ("første", "anden")
    assert editor.text() == text(numbers("etFør.", "Efter.", "Sidst."), first, second)


@pytest.mark.parametrize(
    "before", [bullets("punkt"), table(("celle", "b")), Heading((Run("Titel"),), 1)]
)
def test_words_and_picture_find_a_place_in_any_surroundings(editor, answer, at, before) -> None:
    editor.set_text(text(before, "Sidst"))
    at({"List": "punkt", "Table": "celle", "Heading": "Titel"}[type(before).__name__])
    editor.insertFromMimeData(clip(f'<p>Før.</p><img src="{data()}"><p>Efter.</p>'))
    answer()
    (picture,) = pictures(editor.text())
    words = editor.toPlainText()
    assert "Før." in words
    assert "Efter." in words
    assert clip_pictures.MARK not in words
    assert editor.text().blocks.index(picture) > 0


@pytest.mark.parametrize(
    "address", ["https://a.example/kort.png", "//a.example/k.png", "cid:1", ""]
)
def test_what_is_not_in_the_clip_is_told_and_never_fetched(editor, shelf, address: str) -> None:
    html = f'<p>Før.</p><img src="{address}"><img src="{address}"><p>Efter.</p>'
    editor.insertFromMimeData(clip(html))
    assert editor.text() == text("Før.", "Efter.")
    assert shelf.told == [NOT_FETCHED]
    assert question(editor) is None


def test_the_dots_that_count_readers_are_not_worth_a_word(editor, shelf) -> None:
    editor.insertFromMimeData(
        clip('<p>Ord</p><img width="1" height="1" src="https://a.example/x">')
    )
    assert editor.text() == text("Ord")
    assert shelf.told == []


@pytest.mark.parametrize(
    "bad", ["data:image/png;base64,AAAA", "data:image/svg+xml,<svg/>", "data:x"]
)
def test_a_broken_picture_is_told_and_the_words_stay(editor, shelf, bad: str, answer) -> None:
    html = (
        f"<p>Før.</p><img src='{bad.replace('<', '%3C').replace('>', '%3E')}'><img src='{data()}'>"
    )
    editor.insertFromMimeData(clip(html))
    assert shelf.told == [UNREADABLE]
    answer()
    assert len(pictures(editor.text())) == 1


def test_a_picture_that_is_too_large_is_told(editor, shelf, monkeypatch) -> None:
    monkeypatch.setattr(picture_file, "MOST_BYTES", 40)
    editor.insertFromMimeData(clip(f'<p>Før.</p><img src="{data()}">'))
    assert editor.text() == text("Før.")
    assert shelf.told == [UNREADABLE]


def test_files_outside_the_clips_folder_are_not_read(
    editor, shelf, temporary: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "privat.png"
    secret.write_bytes(png())
    link = temporary / "clip.png"
    link.symlink_to(secret)
    addresses = [
        QUrl.fromLocalFile(str(secret)).toString(),
        QUrl.fromLocalFile(str(link)).toString(),
        f"file://server{temporary}/clip.png",
        f"file://{temporary}/../privat.png",
    ]
    for address in addresses:
        editor.insertFromMimeData(clip(f'<p>Ord</p><img src="{address}">'))
    assert question(editor) is None
    assert shelf.kept == {}
    assert len(shelf.told) == len(addresses)


def test_a_description_may_hold_any_sign(editor, answer) -> None:
    editor.insertFromMimeData(clip(f'<p>Før.</p><img alt="a > b" src="{data()}"><p>Efter.</p>'))
    assert editor.text() == text("Før.", "Efter.")
    assert question(editor).alternative.text() == "a > b"
    answer()


@pytest.mark.parametrize("begin", ['<img src="', "<img ", "<img src='x>", '<img alt="a>b" '])
def test_pictures_that_are_left_open_cost_no_time(begin: str) -> None:
    start = time.process_time()
    clip_from_html("<p>Før.</p>" + begin * 60_000)
    assert time.process_time() - start < 3


def test_a_picture_alone_in_the_html_is_taken_from_it(editor, answer) -> None:
    editor.insertFromMimeData(clip(f'<img src="{data()}" alt="Kort">'))
    answer("Kort")
    assert [one.alternative for one in pictures(editor.text())] == ["Kort"]


def test_an_editor_without_a_store_keeps_the_words(qtbot) -> None:
    from app.ui.richtext import RichTextEdit

    editor = RichTextEdit()
    qtbot.addWidget(editor)
    editor.insertFromMimeData(clip(f'<p>Før.</p><img src="{data()}"><p>Efter.</p>'))
    assert editor.text() == text("Før.", "Efter.")


def test_the_mark_of_a_picture_in_foreign_words_is_only_dropped(editor) -> None:
    editor.insertFromMimeData(clip(f"<p>Et{clip_pictures.MARK}ord</p>"))
    assert editor.text() == text(p("Etord"))
