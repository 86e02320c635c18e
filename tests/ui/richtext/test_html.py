"""What other programs get of a text, and what comes back."""

import pytest
from PySide6.QtCore import QMimeData

from app.models.richtext import Cell, Heading, Quote, RichText, Run, Table
from app.ui.richtext import from_html
from app.ui.richtext.clipboard.html import to_html
from app.ui.richtext.clipboard.mime_data import OWN
from tests.ui.richtext.shorthand import bullets, item, numbers, p, table, text


def test_the_words_of_a_point_stand_beside_its_bullet() -> None:
    nested = bullets("et", item("to", "mere", numbers("under"), "efter"))
    assert to_html(text(nested)) == (
        "<ul><li>et</li><li>to<p>mere</p>"
        '<ol start="1" type="1"><li>under</li></ol><p>efter</p></li></ul>'
    )


def test_cells_have_lines_and_no_empty_line() -> None:
    content = Table(((Cell((p("a"), p("b"))), Cell((bullets("c"),)), Cell()),), 0, "Takster")
    assert to_html(text(content)) == (
        '<table border="1" cellspacing="0" cellpadding="4"><caption>Takster</caption>'
        "<tr><td>a<p>b</p></td><td><ul><li>c</li></ul></td><td></td></tr></table>"
    )


@pytest.mark.parametrize(
    "content",
    [
        text(
            "før",
            bullets("et", item("to", "mere", bullets("under", item("dyb", numbers("x"))))),
            "z",
        ),
        text(numbers("tre", item("fire", numbers("a", "b", style="lower_alpha")), start=3)),
        text(Heading((Run("Titel"),), 1), Heading((Run("Under"),), 2), Quote((p("Citat"),))),
        text(table(("k", "l"), ("1", "")), "z"),
        text(p("a\nb ", Run("c", bold=True, link="https://a.example/?b=1&c=2"), ' <d> & "e"')),
    ],
)
def test_what_is_copied_reads_as_it_stood(content: RichText) -> None:
    assert from_html(to_html(content)) == content


def test_a_clip_of_another_version_is_read_as_other_programs_would(editor) -> None:
    source = QMimeData()
    source.setData(OWN, b'{"v":99,"blocks":[]}')
    source.setHtml("<ul><li>et</li></ul>")
    source.setText("• et")
    editor.insertFromMimeData(source)
    assert editor.text() == text(bullets("et"))
