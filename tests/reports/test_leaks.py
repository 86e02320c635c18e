"""Nothing closed is in an open edition, however one looks; the full one has it all."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

from app.models import visibility
from app.models.visibility import Edition
from app.reports import collect_decision, collect_item, collect_people
from app.reports.data import Product
from app.reports.export import BuiltPaper
from app.reports.glyphs import passages_left_out
from tests.reports.canaries import CLOSED_ITEM, NEVER_PRINTED, OPEN_ITEM, canary
from tests.reports.conftest import Build
from tests.reports.reading import words_in_order
from tests.reports.searching import found_in, shown_words

PRODUCTS: tuple[Product, ...] = ("agenda", "minutes")
AFTER_MEETING = {
    "decision", "reservation", "condition", "dissent", "statement", "speaker", "followup",
    "freedecision", "answerpassage", "remark", "minuted", "guest", "guesttitle", "whenthere",
}  # fmt: skip
SECRETS = tuple(canary(place) for place in (*CLOSED_ITEM, *OPEN_ITEM, *NEVER_PRINTED))


def leaks(built: BuiltPaper) -> set[str]:
    return found_in(built, SECRETS)


@pytest.mark.parametrize("product", PRODUCTS)
def test_an_open_edition_holds_no_closed_word(build: Build, product: Product) -> None:
    assert leaks(build(product, Edition.OPEN)) == set()


@pytest.mark.parametrize("product", PRODUCTS)
def test_the_full_edition_holds_them_all(build: Build, product: Product) -> None:
    """The same search finds what is there, so the test above can fail."""
    places = {*CLOSED_ITEM, *OPEN_ITEM} - {"file"}
    if product == "agenda":
        places -= AFTER_MEETING
    assert leaks(build(product, Edition.FULL)) == {canary(place) for place in places}


FILTERS = (
    (collect_item, "shows_item", lambda **_values: True),
    (collect_item, "shows_attachment", lambda **_values: True),
    (collect_people, "shows_attendance", lambda **_values: True),
    (collect_decision, "visible_text", lambda text, _edition, _mark: text),
)


@pytest.mark.parametrize(("room", "name", "let_through"), FILTERS)
def test_without_any_one_filter_words_leak(
    build: Build,
    monkeypatch: pytest.MonkeyPatch,
    room: ModuleType,
    name: str,
    let_through: Callable[..., object],
) -> None:
    assert hasattr(visibility, name)
    monkeypatch.setattr(room, name, let_through)
    assert leaks(build("minutes", Edition.OPEN))


def test_the_closed_item_keeps_its_number_and_its_line(build: Build) -> None:
    words = shown_words(build("minutes", Edition.OPEN).pdf)
    assert words.count("2Lukketpunkt") == 2
    assert "2.Lukketbilag" in words
    assert "[udeladt]" in words


def test_the_passages_left_out_are_counted(build: Build) -> None:
    full, opened = (build("minutes", edition) for edition in (Edition.FULL, Edition.OPEN))
    printed = " ".join(words_in_order(opened.pdf)).count("[udeladt]")
    assert passages_left_out(full.paper, opened.paper) == printed > 3
    assert passages_left_out(full.paper, full.paper) == 0
