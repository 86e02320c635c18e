"""Letters stand as the face wants them, and lines are as wide as they were reckoned."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.paths import resources_dir
from app.reports import fonts, style
from app.reports.kerning import Kerning
from app.reports.layout.lines import break_lines
from app.reports.layout.words import Span
from app.reports.tagged import DocumentInfo, Node, TaggedCanvas, finish
from tests.reports.reading import placed_texts

FACES = (style.SERIF, style.SERIF_SEMIBOLD, style.SERIF_ITALIC, style.SANS, style.SANS_SEMIBOLD)


@pytest.mark.parametrize("name", FACES)
def test_open_pairs_are_drawn_together(name: str) -> None:
    kerning = fonts.face(name).kerning
    assert kerning["To"] < -20
    assert kerning["P,"] < -50
    assert kerning["nn"] == 0


def test_spaces_and_strange_characters_are_left_alone() -> None:
    kerning = fonts.face(style.SERIF).kerning
    assert kerning.steps("T o\u00a0V語") == [0, 0, 0, 0, 0]


def test_a_file_without_the_table_has_no_kerning(tmp_path: Path) -> None:
    """The font with its GPOS entry renamed, as a font without one would be."""
    source = resources_dir() / "fonts" / f"{style.SERIF}.ttf"
    bare = tmp_path / "bare.ttf"
    bare.write_bytes(source.read_bytes().replace(b"GPOS", b"XPOS", 1))
    glyphs = fonts.face(style.SERIF).font.face.charToGlyph
    assert Kerning(bare, glyphs)["AV"] == 0
    assert Kerning(source, glyphs)["AV"] < 0


@pytest.mark.parametrize("look", [style.BODY, style.ITEM_TITLE, style.META])
def test_a_line_is_drawn_as_wide_as_it_was_reckoned(look: style.TextStyle) -> None:
    words = "Tov AVIS: Vi tager To. Wa, Ty – ”Tæt” på P, l"
    (line,) = break_lines([Span(words, look)], 1000)
    canvas, root = TaggedCanvas(), Node("Document")
    line.draw(canvas, 50, 100, root.add("P"))
    canvas.mark(root.add("P"))
    canvas.text(50 + line.width, 100, "l", look)
    canvas.end_page()
    drawn = placed_texts(finish(canvas, root, DocumentInfo("t", "a", "s")))
    end = max(text.right for text in drawn[:-1])
    assert drawn[-1].right - end == pytest.approx(
        fonts.face(look.face).width("l", look.size), abs=0.5
    )
