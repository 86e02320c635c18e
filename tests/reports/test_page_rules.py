"""What no page may do, tried on a paper that strains every rule."""

from __future__ import annotations

from itertools import groupby, pairwise

import pytest

from app.reports import style
from app.reports.meeting_story import meeting_story
from app.reports.render import Rendered, render
from tests.reports.crowded import HEAD_WORDS, crowded_minutes
from tests.reports.reading import Element, PlacedText, elements, findings, placed_texts

HEADINGS = {"H1", "H2", "H3", "H4", "H5"}


@pytest.fixture(scope="module")
def rendered() -> Rendered:
    return render(meeting_story(crowded_minutes()))


@pytest.fixture(scope="module")
def placed(rendered: Rendered) -> list[PlacedText]:
    return placed_texts(rendered.pdf)


@pytest.fixture(scope="module")
def read(rendered: Rendered) -> list[Element]:
    return elements(rendered.pdf)


def test_passes_the_validator(rendered: Rendered) -> None:
    assert findings(rendered.pdf) == []
    assert rendered.page_count > 20


def test_words_stay_inside_the_margins(placed: list[PlacedText]) -> None:
    outside = [
        text
        for text in placed
        if text.words.strip()
        and not (
            text.left >= style.LEFT - 1
            and text.right <= style.RIGHT + 1
            and text.top >= style.HEADER_TOP
            and text.bottom <= style.FOOTER_TOP + 12
        )
    ]
    assert outside == []


def test_body_stays_between_header_and_footer(placed: list[PlacedText]) -> None:
    body = [text for text in placed if text.is_tagged and text.words.strip()]
    assert body
    assert all(text.top >= style.TOP - 1 and text.bottom <= style.BOTTOM + 1 for text in body)


def test_each_page_says_its_number_at_the_right(
    placed: list[PlacedText], rendered: Rendered
) -> None:
    feet = [text for text in placed if text.words.startswith("Side ") and not text.is_tagged]
    total = rendered.page_count
    assert [text.words for text in feet] == [f"Side {n} af {total}" for n in range(1, total + 1)]
    assert all(abs(text.right - style.RIGHT) < 1.5 for text in feet)


def test_each_page_but_the_first_says_which_meeting(placed: list[PlacedText]) -> None:
    heads = [t.page for t in placed if t.words.startswith("DAS Social, møde den 17. marts 2025")]
    assert heads == list(range(1, placed[-1].page + 1))


def test_each_page_says_edition_and_status(placed: list[PlacedText]) -> None:
    for words in ("Referat, åben udgave", "Kladde"):
        pages = [t.page for t in placed if t.words.strip() == words and not t.is_tagged]
        assert pages == list(range(placed[-1].page + 1))


def test_no_page_ends_with_a_heading(read: list[Element]) -> None:
    body = [element for element in read if "TOC" not in element.path]
    alone = [(a, b) for a, b in pairwise(body) if a.tag in HEADINGS and b.page != a.page]
    assert alone == []


def test_table_heads_are_drawn_on_each_page_and_read_once(
    placed: list[PlacedText], read: list[Element]
) -> None:
    rows = {t.page for t in placed if t.words.strip() == "Længerevarende botilbud med"} | {
        t.page for t in placed if t.words.startswith("Længerevarende")
    }
    for word in HEAD_WORDS:
        heads = {t.page for t in placed if t.words.strip() == word}
        assert rows <= heads
        assert len([one for one in read if one.tag == "P" and one.words.strip() == word]) == 1
    assert len(rows) > 2


def test_no_paragraph_leaves_a_line_alone(placed: list[PlacedText], read: list[Element]) -> None:
    """A paragraph that runs over a page has two lines on each side."""
    run_over = {
        page for a, b in pairwise(read) if a.path == b.path and (page := b.page) == a.page + 1
    }
    assert run_over
    body = [t for t in placed if t.is_tagged and t.left >= style.TEXT_X - 1 and t.words.strip()]
    for number, group in groupby(body, key=lambda text: text.page):
        if number in run_over:
            lines = sorted({round(text.bottom) for text in group})
            assert lines[1] - lines[0] < 1.5 * style.BODY.leading


def test_a_small_box_is_never_split(rendered: Rendered, read: list[Element]) -> None:
    answers = [one.page for one in read if one.words.strip() == "Godkendt."]
    labels = [one.page for one in read if one.words.strip() == "Beslutning"][1:]
    assert answers == labels
    assert len(answers) == 39
