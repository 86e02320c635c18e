"""Tables of a PDF whose cells are wrapped: each row is whole."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.importing import read_paper
from app.importing.source import read_source
from app.models.richtext import Table, plain

FONT, SIZE, LINE, TOP = "Helvetica", 11.0, 13.0, 780.0
COLUMNS = (60.0, 220.0, 400.0)
BEFORE = ("Punkt 1.", "", "Senge til øerne", "", "Sagsfremstilling", "", "Planen er denne:", "")
AFTER = ("", "Planen er lagt af rådet.", "", "Beslutning:", "", "Godkendt.")
PLAN = (
    (("Tiltag",), ("Ansvarlig",), ("Status",)),
    (("Nye senge til alle",), ("Rådets kontor",), ("I gang",)),
    (("Køb af madrasser", "og puder"), ("Klitby",), ("Ikke begyndt",)),
    (("Fragt",), ("Vesterø og", "Lilleø"), ("Venter på", "færgen")),
    (("Fest",), ("Alle",), ("Holdes, når", "sengene er", "kommet")),
)


def write(path: Path, rows: tuple[tuple[tuple[str, ...], ...], ...]) -> Path:
    """A paper with a table; every cell is written line by line before the one beside it."""
    canvas = Canvas(str(path))
    canvas.setFont(FONT, SIZE)
    height = TOP
    for words in BEFORE:
        canvas.drawString(COLUMNS[0], height, words)
        height -= LINE
    for row in rows:
        for left, cell in zip(COLUMNS, row, strict=False):
            for down, words in enumerate(cell):
                canvas.drawString(left, height - down * LINE, words)
        height -= LINE * max(map(len, row)) + 4
    for words in AFTER:
        canvas.drawString(COLUMNS[0], height, words)
        height -= LINE
    canvas.save()
    return path


def rows_of(path: Path) -> list[str]:
    text = read_paper(path).meetings[0].items[0].sections[0].text
    (table,) = [block for block in text.blocks if isinstance(block, Table)]
    return plain(text).split("\n")[1 : 1 + len(table.rows)]


def test_wrapped_cells_are_whole(tmp_path: Path) -> None:
    assert rows_of(write(tmp_path / "a.pdf", PLAN)) == [
        "Tiltag\tAnsvarlig\tStatus",
        "Nye senge til alle\tRådets kontor\tI gang",
        "Køb af madrasser og puder\tKlitby\tIkke begyndt",
        "Fragt\tVesterø og Lilleø\tVenter på færgen",
        "Fest\tAlle\tHoldes, når sengene er kommet",
    ]


def test_the_text_around_a_table_stays_as_it_was(tmp_path: Path) -> None:
    section = read_paper(write(tmp_path / "a.pdf", PLAN)).meetings[0].items[0].sections[0]
    told = plain(section.text).split("\n")
    assert (told[0], told[-1]) == ("Planen er denne:", "Planen er lagt af rådet.")


@pytest.mark.parametrize("columns", [1, 2])
def test_names_beside_a_label_keep_their_lines(tmp_path: Path, columns: int) -> None:
    rows = ((("Til stede",), ("Eva Bæk", "Ib Thorup", "Ulf Dam")), (("Afbud",), ("Lis Holm",)))
    path = write(tmp_path / "a.pdf", tuple(row[:columns] for row in rows))
    lines = [line.text for line in read_source(path).lines]
    assert ("Ib Thorup" in lines) == (columns == 2)
