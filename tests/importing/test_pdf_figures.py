"""Columns of figures that a PDF sets close to a column of words: they stay apart."""

from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.importing import read_paper
from app.importing.pdf.figures import with_columns_of_figures
from app.importing.pdf.lines import PlacedLine, Space
from app.importing.source import read_source
from app.models.richtext import Table, plain

FONT, SIZE, LINE, TOP, LEFT = "Helvetica", 11.0, 13.0, 780.0, 60.0
BEFORE = ("Punkt 1.", "", "Senge til øerne", "", "Sagsfremstilling", "", "Planen er denne:", "")
AFTER = ("", "Planen er lagt af rådet.", "", "Beslutning:", "", "Godkendt.")
SENGE = (
    ("Sted", "Antal", "Bemærkning"),
    ("Klitby", "12", "Udvides i 2027"),
    ("Vesterø", "1.240", "Lukkes efter sommeren"),
    ("Lilleø", "7", "Ingen ændring"),
)
Columns = tuple[tuple[str, float], ...]


def write(path: Path, rows: tuple[tuple[str, ...], ...], columns: Columns) -> Path:
    """A paper with a table; "r" sets a column to end at its place, "l" to begin there."""
    canvas = Canvas(str(path))
    canvas.setFont(FONT, SIZE)
    height = TOP
    for words in BEFORE:
        canvas.drawString(LEFT, height, words)
        height -= LINE
    for row in rows:
        for (side, place), cell in zip(columns, row, strict=True):
            draw = canvas.drawRightString if side == "r" else canvas.drawString
            for down, words in enumerate(cell.split("\n")):
                draw(place, height - down * LINE, words)
        height -= LINE * max(cell.count("\n") + 1 for cell in row) + 4
    for words in AFTER:
        canvas.drawString(LEFT, height, words)
        height -= LINE
    canvas.save()
    return path


def rows_of(path: Path) -> list[tuple[str, ...]]:
    text = read_paper(path).meetings[0].items[0].sections[0].text
    (table,) = [block for block in text.blocks if isinstance(block, Table)]
    lines = plain(text).split("\n")[1 : 1 + len(table.rows)]
    return [tuple(line.split("\t")) for line in lines]


@pytest.mark.parametrize("room", [5.0, 8.0, 12.0])
@pytest.mark.parametrize("side", ["r", "l"])
def test_figures_right_before_words_are_a_column(tmp_path: Path, side: str, room: float) -> None:
    figures = (side, 250.0 if side == "r" else 250.0 - 28)
    path = write(tmp_path / "a.pdf", SENGE, (("l", LEFT), figures, ("l", 250.0 + room)))
    assert rows_of(path) == list(SENGE)


def test_figures_with_units_and_dashes_are_a_column(tmp_path: Path) -> None:
    rows = (("Sted", "Andel", "Ord"), ("Klitby", "12 %", "Flere"), ("Lilleø", "3,5 kr.", "Færre"),
            ("Vesterø", "–", "Ingen"))  # fmt: skip
    path = write(tmp_path / "a.pdf", rows, (("l", LEFT), ("r", 250.0), ("l", 257.0)))
    assert rows_of(path) == list(rows)


def test_amounts_at_the_margin_are_a_column(tmp_path: Path) -> None:
    rows = (("Beløb", "Formål"), ("12.000", "Senge til øerne"), ("700", "Fragt og told"))
    path = write(tmp_path / "a.pdf", rows, (("r", 120.0), ("l", 127.0)))
    assert rows_of(path) == list(rows)


def test_two_columns_of_figures_on_a_line_are_both_found(tmp_path: Path) -> None:
    rows = (("Sted", "Nu", "Vare", "Før", "Bemærkning"), ("Klitby", "12", "Senge", "9", "Flere"),
            ("Vesterø", "3", "Puder", "14", "Færre"))  # fmt: skip
    places = (("l", LEFT), ("r", 180.0), ("l", 187.0), ("r", 300.0), ("l", 307.0))
    assert rows_of(write(tmp_path / "a.pdf", rows, places)) == list(rows)


def test_words_that_go_on_below_stay_in_their_cell(tmp_path: Path) -> None:
    rows = (*SENGE[:1], ("Klitby", "12", "Udvides i 2027, når\npengene er der"), *SENGE[2:])
    path = write(tmp_path / "a.pdf", rows, (("l", LEFT), ("r", 250.0), ("l", 258.0)))
    assert rows_of(path)[1] == ("Klitby", "12", "Udvides i 2027, når pengene er der")
    assert len(rows_of(path)) == len(rows)


def test_running_text_with_figures_below_each_other_stays_text(tmp_path: Path) -> None:
    rows = tuple(
        (f"i {year} var der {n} senge på øerne, og",) for n, year in enumerate(range(2021, 2027))
    )
    path = write(tmp_path / "a.pdf", rows, (("l", LEFT),))
    lines = [line.raw for line in read_source(path).lines]
    assert [one for one in lines if "   " in one.strip()] == []


def test_points_that_are_numbered_without_a_mark_are_no_table(tmp_path: Path) -> None:
    rows = (("1", "Velkomst"), ("2", "Oplæg om senge"), ("3", "Tak for i dag"))
    path = write(tmp_path / "a.pdf", rows, (("l", LEFT), ("l", 72.0)))
    lines = [line.raw.strip() for line in read_source(path).lines]
    assert "2 Oplæg om senge" in lines


def test_a_line_whose_words_go_back_on_the_page_is_left_as_it_is() -> None:
    spaces = (Space(1, 199.0, 203.0), Space(2, 220.0, 224.0))
    line = PlacedLine("Sted 12 senge", 524.0, 260.0, 700.0, 12.0, 524.0, 20.0, (524.0,), spaces)
    lines = [line, replace(line, base=687.0)]
    assert with_columns_of_figures(lines) == lines
