"""Pictures from the editor of an item all the way into the file, and onto paper."""
# ruff: noqa: F811 (a fixture is imported and asked for by its name)

from PIL import Image as PillowImage
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument
from PySide6.QtTest import QTest

from app.models.richtext import Image, RichText, plain
from app.models.visibility import Edition
from app.reports.export import build_paper
from app.reports.images import stored_images
from app.services.queries.items import item_view
from app.storage.database import Database
from app.ui.richtext import RichTextEdit
from app.ui.richtext.document.char_format import IMAGE_PREFIX
from app.ui.richtext.pictures.dialog import PictureDialog
from tests.reports.reading import findings
from tests.ui.richtext.test_clip_pictures import data
from tests.ui.workbench.editor.conftest import Desk, desk, made  # noqa: F401


def answer(qtbot, editor: RichTextEdit, words: str, *, hidden: bool = False) -> None:
    """Wait for the question, which comes when the picture has been read, and answer it."""
    qtbot.waitUntil(lambda: editor.findChild(PictureDialog) is not None, timeout=5000)
    dialog = editor.findChild(PictureDialog)
    dialog.alternative.setText(words)
    dialog.confidential.setChecked(hidden)
    qtbot.keyClick(dialog.alternative, Qt.Key.Key_Return)


def paste_screenshot(editor: RichTextEdit) -> None:
    shot = QImage(64, 48, QImage.Format.Format_RGB32)
    shot.fill(0x15597A)
    QGuiApplication.clipboard().setImage(shot)
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def leaves_open_edition(desk: Desk) -> bool:
    """Whether only the full edition of the meeting asks for pictures."""
    asked: dict[Edition, list[str]] = {Edition.OPEN: [], Edition.FULL: []}
    for edition, found in asked.items():
        with desk.database.read() as session:
            build_paper(session, desk.scene.meeting_id, "agenda", edition, found.append)
    return not asked[Edition.OPEN] and bool(asked[Edition.FULL])


def pictures(text: RichText) -> list[Image]:
    return [block for block in text.blocks if isinstance(block, Image)]


def test_a_picture_pasted_with_words_is_there_after_a_restart(qtbot, desk: Desk) -> None:
    editor, source = desk.section(0).editor, QMimeData()
    source.setHtml(f'<p>Før.</p><p><img src="{data()}"></p><p>Efter.</p>')
    editor.setFocus()
    editor.selectAll()
    editor.insertFromMimeData(source)
    editor.flush()
    assert plain(desk.stored().sections[0].text) == "Før.\nEfter."
    answer(qtbot, editor, "Kort")
    editor.flush()
    before, picture, after = desk.stored().sections[0].text.blocks
    assert isinstance(picture, Image)
    assert picture.alternative == "Kort"
    assert desk.database.attachments.is_sound(picture.sha256)
    assert [plain(RichText((block,))) for block in (before, after)] == ["Før.", "Efter."]


def test_a_pasted_screenshot_is_there_after_a_restart(qtbot, desk: Desk) -> None:
    editor = desk.section(0).editor
    paste_screenshot(editor)
    answer(qtbot, editor, "Skærmbillede af kortet", hidden=True)
    editor.flush()
    (picture,) = pictures(desk.stored().sections[0].text)
    assert (picture.alternative, picture.confidential) == ("Skærmbillede af kortet", True)
    assert desk.database.attachments.is_sound(picture.sha256)
    name = QUrl(f"{IMAGE_PREFIX}{picture.sha256}")
    shown = editor.document().resource(QTextDocument.ResourceType.ImageResource.value, name)
    assert shown.width() == 64
    assert leaves_open_edition(desk)
    path = desk.database.path
    desk.database.close()
    with Database.open(path, "Ida Prøve") as again:
        assert pictures(item_view(again, desk.scene.full).sections[0].text) == [picture]
        assert again.attachments.is_sound(picture.sha256)


def test_undo_takes_a_picture_back_in_the_file_too(qtbot, desk: Desk) -> None:
    before = desk.stored().sections[0].text
    editor = desk.section(0).editor
    paste_screenshot(editor)
    answer(qtbot, editor, "Kort")
    editor.flush()
    assert len(pictures(desk.stored().sections[0].text)) == 1
    editor.undo()
    editor.flush()
    assert desk.stored().sections[0].text == before
    editor.redo()
    editor.flush()
    assert len(pictures(desk.stored().sections[0].text)) == 1


def test_a_picture_in_a_point_is_printed_and_read_aloud(
    qtbot,
    desk: Desk,
    tmp_path,
) -> None:
    path = tmp_path / "graf.png"
    PillowImage.new("RGB", (60, 40), (21, 89, 122)).save(path)
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(path))])
    row = desk.block.rows[0]
    row.setFocus()
    row.insertFromMimeData(source)
    answer(qtbot, row, "Graf over ventetiden")
    row.flush()
    assert len(pictures(desk.stored().recommendations[0].points[0].text)) == 1
    images = stored_images(desk.database.attachments.path_of)
    with desk.database.read() as session:
        built = build_paper(session, desk.scene.meeting_id, "agenda", Edition.OPEN, images)
    assert findings(built.pdf) == []


def test_a_broken_picture_is_told_over_the_window(qtbot, desk: Desk, tmp_path) -> None:
    path = tmp_path / "kort.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(path))])
    desk.section(0).editor.insertFromMimeData(source)
    qtbot.waitUntil(lambda: bool(desk.context.messages.text), timeout=5000)
    told = "Billedet kort.png kan ikke læses. Gem det som PNG eller JPEG, og prøv igen."
    assert told in desk.context.messages.text
    assert desk.section(0).editor.findChild(PictureDialog) is None
