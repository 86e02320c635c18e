"""The field itself: handing on, growing, the clipboard, what it never reads."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QApplication

from app.models.richtext import EMPTY, Heading, Image, Run
from app.settings import Appearance
from app.ui.richtext import RichDocument, RichTextEdit, to_document
from app.ui.richtext.clipboard.mime_data import selected_text
from app.ui.richtext.tips import tip_at
from app.ui.theme import theme
from tests.ui.richtext.shorthand import bullets, item, numbers, p, table, text

SHA = "0f" * 32


@pytest.fixture
def handed_on(editor) -> list:
    got: list = []
    editor.text_changed_after_pause.connect(got.append)
    return got


def test_the_text_is_handed_on_after_a_pause(qtbot, editor, typed, handed_on) -> None:
    editor._pause.pause.setInterval(20)
    typed("a")
    assert handed_on == []
    qtbot.waitUntil(lambda: handed_on == [text("a")], timeout=2000)


def test_steady_typing_is_handed_on_in_the_end(qtbot, editor, typed, handed_on) -> None:
    editor._pause.pause.setInterval(10_000)
    editor._pause.longest_wait.setInterval(60)
    typed("a", "b")
    qtbot.waitUntil(lambda: handed_on == [text("ab")], timeout=2000)


def test_leaving_and_flushing_hand_on_at_once_and_once(editor, typed, handed_on) -> None:
    typed("a")
    editor.flush()
    editor.flush()
    typed("b", Qt.Key.Key_Tab)
    assert handed_on == [text("a"), text("ab")]


def test_what_was_taken_back_is_not_handed_on(editor, typed, handed_on) -> None:
    typed("a", Qt.Key.Key_Backspace)
    editor.flush()
    assert handed_on == []


def test_setting_a_text_hands_nothing_on_and_the_same_text_keeps_undo(
    editor, typed, handed_on
) -> None:
    editor.set_text(text("fra data"))
    typed("x")
    editor.set_text(text("xfra data"))
    assert editor.document().isUndoAvailable()
    editor.flush()
    assert handed_on == []


def test_the_field_is_as_high_as_its_text(qtbot, editor, typed) -> None:
    low = editor.height()
    typed("et", *[Qt.Key.Key_Return] * 5)
    qtbot.waitUntil(lambda: editor.height() >= low + 100, timeout=1000)
    assert editor.height() >= editor.document().size().height()
    assert editor.verticalScrollBar().maximum() == 0


def test_the_form_follows_the_cursor(qtbot, form, editor, typed) -> None:
    typed(*["ord", Qt.Key.Key_Return] * 30)
    qtbot.waitUntil(lambda: form.verticalScrollBar().value() > 0, timeout=1000)
    spot = editor.viewport().mapTo(form.viewport(), editor.cursorRect().center())
    assert form.viewport().rect().contains(spot)


def test_the_column_is_never_wider_than_the_design_says(qtbot, form, editor) -> None:
    form.resize(1400, 400)
    QApplication.processEvents()
    assert editor.document().textWidth() <= theme().px(680)


def test_ctrl_k_is_left_to_the_window(editor) -> None:
    taken = {action.shortcut().toString() for action in editor.actions()}
    assert "Ctrl+Shift+K" in taken
    assert QKeySequence("Ctrl+K").toString() not in taken


def test_a_change_of_colours_keeps_the_undo_steps(editor, typed) -> None:
    typed("a")
    theme().set_appearance(Appearance.DARK)
    assert editor.editor_style.text == theme().color("text")
    assert editor.document().isUndoAvailable()
    theme().set_appearance(Appearance.LIGHT)


def test_larger_text_makes_a_higher_field(qtbot, editor) -> None:
    content = text(bullets("et", "to"), table(("a", "b"), ("c", "d")))
    editor.set_text(content)
    before = editor.sizeHint().height()
    theme().set_text_size(130)
    assert editor.sizeHint().height() > before * 1.2
    assert editor.text() == content
    theme().set_text_size(100)


# --- Clipboard


def paste(editor: RichTextEdit, html: str = "", words: str = "") -> None:
    source = QMimeData()
    if html:
        source.setHtml(html)
    if words:
        source.setText(words)
    editor.insertFromMimeData(source)


def test_a_pasted_list_is_one_undo_step(editor, typed) -> None:
    typed("før")
    paste(editor, "<ul><li>et</li><li>to<ol><li>a</li></ol></li></ul>")
    assert editor.text() == text("før", bullets("et", item("to", numbers("a"))))
    editor.undo()
    assert editor.text() == text("før")


def test_pasted_words_join_the_line(editor, at) -> None:
    editor.set_text(text("før efter"))
    at("efter")
    paste(editor, words="midt ")
    assert editor.text() == text("før midt efter")


def test_words_from_the_middle_of_a_page_keep_their_blanks(editor, at) -> None:
    editor.set_text(text("før efter"))
    at("efter")
    paste(editor, "<span>midt <b>i</b> </span>", "midt i ")
    assert editor.text() == text(p("før midt ", Run("i", bold=True), " efter"))


def test_pasted_paragraphs_split_the_line(editor, at) -> None:
    editor.set_text(text("før efter"))
    at("efter")
    paste(editor, words="slut\nbegyndelse")
    assert editor.text() == text("før slut", "begyndelseefter")


def test_a_table_pasted_into_words_parts_them(editor, at) -> None:
    editor.set_text(text("før efter"))
    at("efter")
    paste(editor, "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>")
    assert editor.text() == text("før ", table(("a", "b"), ("c", "d")), "efter")


def test_paragraphs_pasted_into_a_list_become_points(editor, typed) -> None:
    typed("- et", Qt.Key.Key_Return)
    paste(editor, words="to\ntre")
    assert editor.text() == text(bullets("et", "to", "tre"))


def test_a_list_pasted_into_a_list_stays_on_its_level(editor, typed) -> None:
    typed("- et", Qt.Key.Key_Return)
    paste(editor, "<ul><li>to</li><li>tre</li></ul>")
    assert editor.text() == text(bullets("et", "to", "tre"))


def test_only_words_go_into_a_heading(editor, typed) -> None:
    editor.set_text(text(Heading((Run("Om "),))))
    typed(Qt.Key.Key_End)
    paste(editor, "<ul><li>takster</li><li>tid</li></ul>")
    assert editor.text() == text(Heading((Run("Om • takster • tid"),)))


def test_a_table_pasted_into_a_cell_becomes_lines(editor, at) -> None:
    editor.set_text(text(table(("a", "b"))))
    at("b")
    paste(editor, "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>")
    cell = editor.text().blocks[0].rows[0][1]
    assert ["".join(run.text for run in block.runs) for block in cell.blocks] == ["1\t2", "3\t4b"]


def test_copy_and_paste_keep_everything(editor, select) -> None:
    content = text("a", bullets("et", item("to", numbers("x"))), table(("k", "l"), ("m", "n")), "z")
    editor.set_text(content)
    editor.selectAll()
    editor.copy()
    editor.set_text(EMPTY)
    editor.paste()
    assert editor.text() == content


def test_copied_words_of_a_point_are_words(editor, select) -> None:
    editor.set_text(text(bullets(item(p("et ", Run("fed", bold=True), " ord")))))
    select("fed")
    assert selected_text(editor.textCursor()) == text(p(Run("fed", bold=True)))


def test_other_programs_get_html_and_plain_words(editor) -> None:
    editor.set_text(text(bullets("a & b"), "c"))
    editor.selectAll()
    editor.copy()
    got = QGuiApplication.clipboard().mimeData()
    assert "<ul><li>a &amp; b</li></ul><p>c</p>" in got.html()
    assert got.text() == "• a & b\nc"


def test_dropped_files_are_passed_on(editor, tmp_path: Path) -> None:
    got: list = []
    editor.files_dropped.connect(got.append)
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(tmp_path / "bilag.pdf"))])
    assert editor.canInsertFromMimeData(source)
    editor.insertFromMimeData(source)
    assert got == [[str(tmp_path / "bilag.pdf")]]
    assert editor.text() == EMPTY


# --- The mouse


def test_footnotes_and_links_tell_themselves(editor) -> None:
    link = Run("siden", link="https://a.example/")
    editor.set_text(text(p(Run("tal", footnote="Kilde: opgørelse"), " og ", link, " ord")))

    def tip(position: int) -> str:
        cursor = editor.textCursor()
        cursor.setPosition(position)
        return tip_at(editor, editor.cursorRect(cursor).center() + QPoint(2, 0))

    assert [tip(3), tip(10), tip(15), tip(0)] == ["Kilde: opgørelse", "https://a.example/", "", ""]


def test_the_menu_is_about_what_was_clicked(editor) -> None:
    editor.set_text(text("a", table(("k", "l")), "z"))
    there = editor.document().find("l")
    there.setPosition(there.selectionStart())
    place = editor.cursorRect(there).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, editor.mapToGlobal(place))
    editor.contextMenuEvent(event)
    menu = QApplication.activePopupWidget()
    assert editor.textCursor().currentTable() is not None
    assert "Tabel" in [action.text() for action in menu.actions()]
    menu.close()


# --- Nothing is read from disk or net


def test_pasted_pictures_and_styles_ask_for_nothing(editor, tmp_path, monkeypatch) -> None:
    asked: list = []
    monkeypatch.setattr(RichDocument, "loadResource", lambda *a: asked.append(a))
    image = tmp_path / "billede.png"
    QImage(9, 9, QImage.Format.Format_RGB32).save(str(image))
    paste(
        editor,
        f'<link rel="stylesheet" href="file://{image}"><style>@import "file://{image}";</style>'
        f'<p style="background:url(file://{image})">ord<img src="file://{image}">'
        f'<img src="https://a.example/x.png"></p>',
    )
    editor.grab()
    assert asked == []
    assert editor.text() == text("ord")


def test_the_document_answers_no_address(style, tmp_path) -> None:
    image = tmp_path / "billede.png"
    QImage(9, 9, QImage.Format.Format_RGB32).save(str(image))
    document = RichDocument()
    kinds = RichDocument.ResourceType
    for address in (str(image), f"file://{image}", "https://a.example/x.png"):
        for name in (address, QUrl(address)):
            assert document.loadResource(kinds.StyleSheetResource.value, name) is None
            assert document.loadResource(kinds.ImageResource.value, name).size().width() == 64


def test_pictures_come_from_the_resolver_by_their_hash(style) -> None:
    asked: list[str] = []

    def image_of(sha256: str) -> QImage:
        asked.append(sha256)
        return QImage(40, 30, QImage.Format.Format_RGB32)

    document = RichDocument(image_of=image_of)
    to_document(text(Image(SHA, "et kort")), document, style)
    document.setTextWidth(300)
    assert document.size().height() >= 30
    assert set(asked) == {SHA}
