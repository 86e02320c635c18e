"""Read aloud, a paper says what was written, whole and in order."""

from __future__ import annotations

from ctypes import c_uint
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument, PdfObject, raw

from app.models.richtext import (
    Cell,
    Heading,
    Image,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    Quote,
    RichText,
    Run,
    Table,
    normalise,
)
from app.reports import style
from app.reports.data import ItemPaper, SectionPart
from app.reports.meeting_story import meeting_story
from app.reports.render import render
from tests.reports import samples
from tests.reports.reading import elements

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
PAPERS = {"referat-typisk": samples.typical_minutes, "dagsorden-typisk": samples.typical_agenda}


@pytest.mark.parametrize("name", PAPERS)
def test_reads_as_the_golden_text(name: str) -> None:
    """Regenerate by deleting the file; then read the difference before committing it."""
    read = elements(render(meeting_story(PAPERS[name]())).pdf)
    text = (
        "\n".join(f"{'/'.join(one.path[1:])}: {' '.join(one.words.split())}" for one in read) + "\n"
    )
    path = GOLDEN / f"{name}.txt"
    if not path.exists():
        path.write_text(text, encoding="utf-8")
        pytest.fail(f"{path.name} was missing and has been written: read it")
    assert text == path.read_text(encoding="utf-8")


LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyzæøåÆØÅÉé0123456789§½”…–-/<>&%,.;:@()'\"")
WORD = st.one_of(
    st.text(LETTERS, min_size=1, max_size=12),
    st.text(LETTERS, min_size=30, max_size=120),
    st.sampled_from(
        ["socialtilsynskommunernes", "<b>fed</b>", "&amp;", "\\x", "(", "100\u00a0kr."]
    ),
)
WORDS = st.lists(WORD, min_size=1, max_size=14).map(" ".join)
RUN = st.builds(
    Run,
    WORDS,
    bold=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    link=st.sampled_from(["", "", "https://eksempel.example/æ", "mailto:a@b.example"]),
)
RUNS = st.lists(RUN, min_size=1, max_size=4).map(tuple)
PARAGRAPH = st.builds(Paragraph, RUNS)


def lists(inner: st.SearchStrategy[Paragraph | List]) -> st.SearchStrategy[List]:
    item = st.builds(
        lambda first, more: ListItem((first, *more)), PARAGRAPH, st.lists(inner, max_size=2)
    )
    style = st.sampled_from(get_args(ListStyle))
    return st.builds(
        List,
        st.lists(item, min_size=1, max_size=4).map(tuple),
        ordered=st.booleans(),
        start=st.integers(1, 40),
        style=style,
    )


INNER = st.recursive(PARAGRAPH, lists, max_leaves=6)
INNERS = st.lists(INNER, min_size=1, max_size=3).map(tuple)
CELL = st.builds(Cell, st.lists(INNER, max_size=2).map(tuple))
TABLE = st.integers(1, 5).flatmap(
    lambda width: st.builds(
        Table,
        st.lists(
            st.lists(CELL, min_size=width, max_size=width).map(tuple), min_size=1, max_size=6
        ).map(tuple),
        header_rows=st.integers(0, 2),
        caption=st.sampled_from(["", "Tabel 1. Tal"]),
    )
)
BLOCK = st.one_of(
    PARAGRAPH,
    lists(INNER),
    st.builds(Heading, RUNS, st.integers(1, 2)),
    st.builds(Quote, INNERS, st.sampled_from(["", "Formanden"])),
    TABLE,
)
TEXT = st.builds(RichText, st.lists(BLOCK, min_size=1, max_size=8).map(tuple)).map(normalise)


def squeezed(words: str) -> str:
    return "".join(words.split())


def words_of(block: object) -> str:
    match block:
        case Paragraph(runs=runs) | Heading(runs=runs):
            return "".join(run.text for run in runs)
        case List(items=items):
            return "".join(words_of(inner) for item in items for inner in item.blocks)
        case Quote(blocks=blocks, author=author):
            return "".join(map(words_of, blocks)) + (f"–{author}" if author else "")
        case Table(rows=rows, caption=caption):
            cells = (words_of(inner) for row in rows for cell in row for inner in cell.blocks)
            return caption + "".join(cells)
    raise AssertionError(block)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # making a failure small takes minutes
)
@given(TEXT)
def test_any_text_is_printed_whole_and_in_order(text: RichText) -> None:
    item = ItemPaper(samples.key_of("1"), "1", "Punkt", parts=(SectionPart("Tekst", text),))
    read = elements(render(meeting_story(samples.minutes(item))).pdf)
    label = next(index for index, one in enumerate(read) if one.words.strip() == "Tekst")
    printed = "".join(one.words for one in read[label + 1 :] if one.tag != "Lbl")
    assert squeezed(printed) == squeezed("".join(map(words_of, text.blocks)))


def test_a_note_is_read_after_its_section_and_reached_by_a_link() -> None:
    text = RichText((Paragraph((Run("Se tallet", footnote="Opgjort i marts."), Run(" her."))),))
    item = ItemPaper(samples.key_of("1"), "1", "Punkt", parts=(SectionPart("Tekst", text),))
    read = elements(render(meeting_story(samples.minutes(item))).pdf)[-5:]
    assert [(one.tag, squeezed(one.words)) for one in read] == [
        ("P", "Setallet"),
        ("Link", "1"),
        ("P", "her."),
        ("Lbl", "1"),
        ("P", "Opgjortimarts."),
    ]


def test_a_missing_picture_is_said_in_words() -> None:
    text = RichText((Image("0" * 64, "Kort over landsdelen"),))
    item = ItemPaper(samples.key_of("1"), "1", "Punkt", parts=(SectionPart("Kort", text),))
    read = elements(render(meeting_story(samples.minutes(item))).pdf)
    assert read[-1].words == "[Billedet mangler: Kort over landsdelen]"


@pytest.mark.parametrize("is_confidential", [False, True])
def test_the_words_for_a_missing_picture_are_as_closed_as_it_is(is_confidential: bool) -> None:
    text = RichText((Image("0" * 64, "Kort", confidential=is_confidential),))
    item = ItemPaper(samples.key_of("1"), "1", "Punkt", parts=(SectionPart("Kort", text),))
    with PdfDocument(render(meeting_story(samples.minutes(item))).pdf) as document:
        words = [one for one in document[1].get_objects((raw.FPDF_PAGEOBJ_TEXT,))]
        assert (style.HEATHER in {colour_of(one) for one in words}) is is_confidential


def colour_of(shown: PdfObject) -> str:
    parts = [c_uint() for _each in range(4)]
    raw.FPDFPageObj_GetFillColor(shown, *parts)
    return "#" + "".join(f"{part.value:02X}" for part in parts[:3])


def test_headings_never_skip_a_level() -> None:
    text = RichText(
        (Heading((Run("Dyb"),), 2), Heading((Run("Høj"),), 1), Heading((Run("Dyb"),), 2))
    )
    for label, tags in (("Tekst", ["H4", "H4", "H5"]), ("", ["H3", "H3", "H4"])):
        item = ItemPaper(samples.key_of("1"), "1", "Punkt", parts=(SectionPart(label, text),))
        read = elements(render(meeting_story(samples.minutes(item))).pdf)
        assert [one.tag for one in read[-3:]] == tags
