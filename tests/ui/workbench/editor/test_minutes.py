"""Durations are read as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidInput
from app.i18n import duration
from app.ui.pages.workbench.editor.fields.minutes import read_minutes


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("25", 25), ("25 min", 25), ("25min.", 25), ("1:30", 90), ("1.30", 90), ("1,5 t", 90),
        ("90", 90), ("1 t 30 min", 90), ("2 timer", 120), ("1 time og 5 minutter", 65), ("0", 0),
        ("", None), ("  ", None),
    ],
)  # fmt: skip
def test_minutes_are_read(words: str, minutes: int | None) -> None:
    assert read_minutes(words) == minutes


@pytest.mark.parametrize(
    "words",
    [
        "fem",
        "-5",
        "25 sek",
        "1:3:0",
        "min",
        "99999",
        "1:30 x",
        "1441",
        "24,1 t",
        "9" * 400 + " t",
        "9" * 5000,
    ],
)
def test_anything_else_is_refused(words: str) -> None:
    with pytest.raises(InvalidInput):
        read_minutes(words)


@given(st.integers(0, 24 * 60))
def test_what_the_house_writes_can_be_read(minutes: int) -> None:
    assert read_minutes(duration(minutes)) == minutes
