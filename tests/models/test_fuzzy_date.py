"""Deadlines in words: kept as written, with the days they may mean."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.fuzzy_date import MONTHS, Precision, parse_fuzzy_date

TODAY = dt.date(2026, 6, 2)


def _days(*parts: int) -> dt.date:
    return dt.date(*parts)


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("24.03.2027", _days(2027, 3, 24), _days(2027, 3, 24), Precision.DAY),
        ("2/6", _days(2026, 6, 2), _days(2026, 6, 2), Precision.DAY),
        ("1/6", _days(2027, 6, 1), _days(2027, 6, 1), Precision.DAY),
        ("1/7 2033", _days(2033, 7, 1), _days(2033, 7, 1), Precision.DAY),
        ("2.6.", _days(2026, 6, 2), _days(2026, 6, 2), Precision.DAY),
        ("2. juni", _days(2026, 6, 2), _days(2026, 6, 2), Precision.DAY),
        ("senest den 2. jun. 2027", _days(2027, 6, 2), _days(2027, 6, 2), Precision.DAY),
        ("om 14 dage", _days(2026, 6, 16), _days(2026, 6, 16), Precision.DAY),
        ("2027-02-03", _days(2027, 2, 3), _days(2027, 2, 3), Precision.DAY),
        ("uge 10", _days(2027, 3, 8), _days(2027, 3, 14), Precision.WEEK),
        ("uge 53 2026", _days(2026, 12, 28), _days(2027, 1, 3), Precision.WEEK),
        ("medio august", _days(2026, 8, 11), _days(2026, 8, 20), Precision.HALF_MONTH),
        ("ultimo februar 2028", _days(2028, 2, 21), _days(2028, 2, 29), Precision.HALF_MONTH),
        ("primo 2027", _days(2027, 1, 1), _days(2027, 4, 30), Precision.PART_OF_YEAR),
        ("medio 2027", _days(2027, 5, 1), _days(2027, 8, 31), Precision.PART_OF_YEAR),
        ("3. kvartal", _days(2026, 7, 1), _days(2026, 9, 30), Precision.QUARTER),
        ("1. kvartal", _days(2027, 1, 1), _days(2027, 3, 31), Precision.QUARTER),
        ("2. halvår 2026", _days(2026, 7, 1), _days(2026, 12, 31), Precision.HALF_YEAR),
        ("foråret 2027", _days(2027, 3, 1), _days(2027, 5, 31), Precision.SEASON),
        ("i april", _days(2027, 4, 1), _days(2027, 4, 30), Precision.MONTH),
        ("april / maj 2027", _days(2027, 4, 1), _days(2027, 5, 31), Precision.MONTH),
        ("Marts – august 2027", _days(2027, 3, 1), _days(2027, 8, 31), Precision.MONTH),
        ("november – januar", _days(2026, 11, 1), _days(2027, 1, 31), Precision.MONTH),
        ("i løbet af 2027", _days(2027, 1, 1), _days(2027, 12, 31), Precision.YEAR),
    ],
)
def test_words_have_a_span(words: str, first: dt.date, last: dt.date, precision: Precision) -> None:
    found = parse_fuzzy_date(words, TODAY)
    assert (found.first, found.last, found.precision) == (first, last, precision)
    assert found.verbatim == words


@pytest.mark.parametrize("words", ["", "når der er nyt i sagen", "snarest muligt", "31. februar"])
def test_words_without_a_time_have_no_span(words: str) -> None:
    found = parse_fuzzy_date(words, TODAY)
    assert (found.verbatim, found.first, found.last) == (words, None, None)
    assert not found.is_late(TODAY)


@given(st.text(max_size=40), st.dates(dt.date(1990, 1, 1), dt.date(2080, 1, 1)))
def test_any_words_are_kept_and_the_span_is_in_order(words: str, today: dt.date) -> None:
    found = parse_fuzzy_date(words, today)
    assert found.verbatim == words.strip()
    assert (found.first is None) == (found.last is None) == (found.precision is Precision.NONE)
    if found.first and found.last:
        assert found.first <= found.last


@given(st.sampled_from(sorted(MONTHS)), st.dates(dt.date(2000, 1, 1), dt.date(2060, 1, 1)))
def test_a_month_without_a_year_is_not_over_yet(month: str, today: dt.date) -> None:
    found = parse_fuzzy_date(f"i {month}", today)
    assert found.last is not None
    assert not found.is_late(today)
    assert (found.last - today).days < 397


REVIEWED = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("uge 10-12", _days(2027, 3, 8), _days(2027, 3, 28), Precision.WEEK),
        ("ugerne 10 og 11 2028", _days(2028, 3, 6), _days(2028, 3, 19), Precision.WEEK),
        ("uge 51-2", _days(2026, 12, 14), _days(2027, 1, 17), Precision.WEEK),
        ("uge 10-2027", _days(2027, 3, 8), _days(2027, 3, 14), Precision.WEEK),
        ("den 24-25. marts 2026", _days(2026, 3, 24), _days(2026, 3, 25), Precision.DAYS),
        ("den 24.-25. marts", _days(2027, 3, 24), _days(2027, 3, 25), Precision.DAYS),
        ("1. maj - 15. juni 2026", _days(2026, 5, 1), _days(2026, 6, 15), Precision.DAYS),
        ("20. dec. til 4. jan. 2027", _days(2026, 12, 20), _days(2027, 1, 4), Precision.DAYS),
        ("1/5-15/6", _days(2027, 5, 1), _days(2027, 6, 15), Precision.DAYS),
    ],
)
def test_a_span_of_days_or_weeks_is_not_one_other_day(
    words: str, first: dt.date, last: dt.date, precision: Precision
) -> None:
    found = parse_fuzzy_date(words, REVIEWED)
    assert (found.first, found.last, found.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("9. januar 2027 kl. 13.30", _days(2027, 1, 9)),
        ("9. januar 2027 kl. 12.10", _days(2027, 1, 9)),
        ("kl. 12.00 den 9. januar 2027", _days(2027, 1, 9)),
        ("kl. 12-14 den 9. januar 2027", _days(2027, 1, 9)),
        ("kl. 10 - 9. januar 2027", _days(2027, 1, 9)),
        ("2-6-2027", _days(2027, 6, 2)),
        ("d. 2/6-27", _days(2027, 6, 2)),
        ("to gange, senest 2 gange inden 1. maj", _days(2027, 5, 1)),
    ],
)
def test_figures_beside_a_day_do_not_hide_it(words: str, day: dt.date) -> None:
    found = parse_fuzzy_date(words, REVIEWED)
    assert (found.first, found.last, found.precision) == (day, day, Precision.DAY)


@pytest.mark.parametrize(
    "words", ["punkt 3.2 i marts 2026", "§ 3.2, marts 2026", "1,5 eller 2.5 timer i marts 2026"]
)
def test_a_number_of_a_paragraph_is_no_day(words: str) -> None:
    found = parse_fuzzy_date(words, REVIEWED)
    assert (found.first, found.last) == (_days(2026, 3, 1), _days(2026, 3, 31))


@pytest.mark.parametrize(
    "words",
    [
        "inden for 2-3 uger", "2-3 gange årligt", "efter 1.5 år", "1/2 år", "senest 15.3.202",
        "31/2", "31. februar 2027", "kl. 13.30", "2-6", "15. juni 2027 - 1. maj 2027",
        "uge 52 9999", "uge 52-1 9999",
    ],
)  # fmt: skip
def test_figures_that_name_no_day_have_no_span(words: str) -> None:
    assert parse_fuzzy_date(words, REVIEWED).precision is Precision.NONE


def test_late_is_after_the_last_day_it_may_mean() -> None:
    found = parse_fuzzy_date("medio august 2026", TODAY)
    assert not found.is_late(dt.date(2026, 8, 20))
    assert found.is_late(dt.date(2026, 8, 21))
