"""The front page: the list of items stays on it where white space can give, and never tears."""

from __future__ import annotations

import pytest

from app.reports.meeting_story import meeting_story
from app.reports.render import render
from tests.reports.reading import elements
from tests.reports.samples import minutes, short_item


def rows_by_page(count: int) -> list[int]:
    """How many rows of the list stand on the first page, and how many on the second."""
    items = (short_item(str(number), f"Sag om vej {number}") for number in range(1, count + 1))
    read = elements(render(meeting_story(minutes(*items))).pdf)
    titles = [one for one in read if "TOCI" in one.path and one.words.startswith("Sag om vej")]
    return [sum(one.page == page for one in titles) for page in (0, 1)]


@pytest.fixture(scope="module")
def filled() -> dict[int, list[int]]:
    """Rows by page for lists around the length that fills a page."""
    return {count: rows_by_page(count) for count in range(12, 32)}


def test_white_space_gives_way_to_the_last_rows(filled: dict[int, list[int]]) -> None:
    whole = [count for count, pages in filled.items() if pages == [count, 0]]
    assert whole == list(range(12, max(whole) + 1))
    assert max(whole) == 16  # 14 would fit with all of the white space


def test_a_list_that_goes_on_takes_three_rows_with_it(filled: dict[int, list[int]]) -> None:
    further = {count: pages for count, pages in filled.items() if pages[1]}
    assert further
    assert all(pages[1] >= 3 and sum(pages) == count for count, pages in further.items())
