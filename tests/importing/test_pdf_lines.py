"""What stands where on a page of a PDF tells columns, the ends of lists and turned pages."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.importing import read_paper
from app.importing.preview import remark
from app.importing.source import read_source

LINE, TOP = 14.0, 780.0
FONT, SIZE = "Helvetica", 11.0


def put(canvas: Canvas, lines: list[tuple[float, str]]) -> None:
    """Lines below each other, each at its own distance from the left."""
    canvas.setFont(FONT, SIZE)
    for index, (left, words) in enumerate(lines):
        canvas.drawString(left, TOP - index * LINE, words)


def raw_lines(path: Path) -> list[tuple[str, int]]:
    return [(line.raw.strip(), line.gap) for line in read_source(path).lines]


def test_a_page_without_text_is_read_past(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    put(canvas, [(60, "Forrest")])
    canvas.showPage()
    canvas.showPage()
    put(canvas, [(60, "Bagest")])
    canvas.save()
    assert [(line.text, line.page) for line in read_source(tmp_path / "a.pdf").lines] == [
        ("Forrest", 1),
        ("Bagest", 3),
    ]
    assert read_source(tmp_path / "a.pdf").pictures == ()


def test_a_scanned_page_among_others_is_told(tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (40, 60), "grey").save(picture, "PNG")
    canvas = Canvas(str(tmp_path / "a.pdf"))
    put(canvas, [(60, "Forrest")])
    canvas.showPage()
    canvas.drawImage(ImageReader(picture), 60, 60, 400, 600)
    canvas.save()
    told = [remark(one) for one in read_paper(tmp_path / "a.pdf").notices]
    assert "Side 2 er et billede uden tekst. Intet på den bliver hentet." in told


def test_columns_stay_apart_and_words_do_not(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont(FONT, SIZE)
    for left, height, words in (
        (60, TOP, "Havnen"),
        (200, TOP, "14"),
        (300, TOP, "18"),
        (60, TOP - LINE, "Broen bygges i"),
        (60 + canvas.stringWidth("Broen bygges i ", FONT, SIZE) + 4, TOP - LINE, "maj"),
        (60, TOP - 2 * LINE, "1."),
        (90, TOP - 2 * LINE, "sten"),
    ):
        canvas.drawString(left, height, words)
    canvas.save()
    assert [words for words, _gap in raw_lines(tmp_path / "a.pdf")] == [
        "Havnen   14   18",
        "Broen bygges i maj",
        "1. sten",
    ]


def test_what_stands_further_left_than_a_point_is_no_part_of_it(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    put(
        canvas,
        [
            (60, "Fjordgruppen ser to veje, som begge har været prøvet af i andre havne nordpå:"),
            (72, "- havnen udvides mod vest, hvor der er dybt vand og plads til flere skibe end"),
            (80, "i dag"),
            (72, "- havnen bliver"),
            (60, "Udvalget har ikke drøftet prisen."),
        ],
    )
    canvas.save()
    assert [gap for _words, gap in raw_lines(tmp_path / "a.pdf")] == [0, 0, 0, 0, 1]


def test_a_date_at_the_beginning_of_a_line_ends_no_paragraph(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    put(
        canvas,
        [
            (60, "Havnen lukker for alle skibe over tyve meter fra og med fredag den"),
            (60, "12. maj og åbner igen for dem alle, når sluserne er sat i stand af Havnens"),
            (60, "Venner, som har lovet det."),
        ],
    )
    canvas.save()
    assert [gap for _words, gap in raw_lines(tmp_path / "a.pdf")] == [0, 0, 0]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_turned_page_reads_as_it_is_shown(tmp_path: Path, angle: int) -> None:
    lines = [
        (60.0, "Havnen:"),
        (72.0, "- dybere"),
        (72.0, "- bredere"),
        (60.0, "Prisen er ukendt."),
    ]
    upright, turned = tmp_path / "op.pdf", tmp_path / "drejet.pdf"
    for path, degrees in ((upright, 0), (turned, angle)):
        canvas = Canvas(str(path), pagesize=(595, 842))
        if degrees:
            canvas.setPageRotation(degrees)
            canvas.translate(*{90: (595, 0), 180: (595, 842), 270: (0, 842)}[degrees])
            canvas.rotate(degrees)
        put(canvas, lines)
        canvas.save()
    assert raw_lines(turned) == raw_lines(upright)


def test_a_hyphen_set_apart_by_justifying_belongs_to_its_word(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    put(canvas, [(60, "Kajens sund")])
    canvas.drawString(60 + canvas.stringWidth("Kajens sund", FONT, SIZE) + 1.6, TOP, "-")
    canvas.drawString(60, TOP - LINE, "hed er god.")
    canvas.save()
    assert [words for words, _gap in raw_lines(tmp_path / "a.pdf")] == [
        "Kajens sund-",
        "hed er god.",
    ]


def test_words_that_hang_lower_do_not_move_their_line(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for index in range(9):
        text = canvas.beginText(60, TOP - index * LINE)
        text.setFont(FONT, SIZE)
        text.textOut(f"{index} er ")
        text.setRise(-6 if index == 4 else 0)
        text.textOut("i en lav note")
        text.setRise(0)
        text.textOut(" den regel, som gælder for alle, der sejler med færgen til øen")
        canvas.drawText(text)
    canvas.save()
    assert [gap for _text, gap in raw_lines(tmp_path / "a.pdf")] == [0] * 9
