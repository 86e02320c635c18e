"""A picture whose pixels are damaged: the paper is made, and says that the picture is missing."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image as PillowImage

from app.models.richtext import Image, Paragraph, RichText, Run
from app.reports.data import ItemPaper, SectionPart
from app.reports.export import render_paper
from app.reports.images import picture_from
from tests.reports.reading import findings, words_in_order
from tests.reports.samples import key_of, minutes

FORMATS = ("JPEG", "PNG", "GIF", "TIFF", "BMP", "WEBP")
SIZE = (60, 40)


def encoded(form: str) -> bytes:
    pixels = random.Random(5).randbytes(SIZE[0] * SIZE[1] * 3)
    picture, out = PillowImage.frombytes("RGB", SIZE, pixels), io.BytesIO()
    picture.convert("P" if form == "GIF" else "RGB").save(out, form)
    return out.getvalue()


def paper(data: bytes) -> bytes:
    """A paper that holds the picture between two sentences."""
    text = RichText((
        Paragraph((Run("Før kortet."),)),
        Image("a" * 64, "Kort over havnen", "Tegnet af Ove"),
        Paragraph((Run("Efter kortet."),)),
    ))  # fmt: skip
    item = ItemPaper(key_of("1"), "1", "Kajen", parts=(SectionPart("Resumé", text),))
    return render_paper(minutes(item), lambda _sha256: picture_from(data)).pdf


@pytest.mark.parametrize("form", FORMATS)
def test_a_picture_cut_off_half_way_leaves_its_words(form: str) -> None:
    whole = encoded(form)
    pdf = paper(whole[: len(whole) // 2])
    words = " ".join(words_in_order(pdf))
    assert "Før kortet. [Billedet mangler: Kort over havnen – Tegnet af Ove] Efter kortet." in words
    assert findings(pdf) == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_whole_picture_is_printed(form: str) -> None:
    words = " ".join(words_in_order(paper(encoded(form))))
    assert "mangler" not in words
    assert "Tegnet af Ove" in words


@pytest.mark.filterwarnings("ignore::UserWarning")  # of Pillow, about a file's own facts
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("seed", range(12))
def test_bytes_that_were_changed_never_stop_a_paper(form: str, seed: int) -> None:
    chance, data = random.Random(seed), bytearray(encoded(form))
    for _change in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert "Efter kortet." in " ".join(words_in_order(paper(bytes(data))))
