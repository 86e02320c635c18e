"""The points of an item are told apart by their numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.points import SetOfPoints, point_names


def marks(*sets: list[str]) -> list[str]:
    return [name.mark for name in point_names([SetOfPoints("", printed) for printed in sets])]


@pytest.mark.parametrize(
    ("printed", "called"),
    [
        ([[]], []),
        ([["", "", ""]], ["1.", "2.", "3."]),
        ([["", ""], [""]], ["1.", "2.", "3."]),
        ([["1)", "2)", "4)"]], ["1)", "2)", "4)"]),
        ([["a.", " b. "], ["", ""]], ["a.", "b.", "3.", "4."]),
        ([["a.", "A."]], ["1.", "2."]),
        ([["1.", ""], ["1."]], ["1.", "2.", "1."]),
        ([["•", "–"]], ["1.", "2."]),
    ],
)
def test_points_are_counted_on_unless_a_paper_numbered_them(
    printed: list[list[str]], called: list[str]
) -> None:
    assert marks(*printed) == called


def test_a_decision_names_the_body_where_the_number_does_not_tell() -> None:
    sets = [SetOfPoints("", ["1.", "2."]), SetOfPoints("FU", ["1.", "3."])]
    assert [name.label for name in point_names(sets)] == ["1.", "2.", "FU 1.", "3."]


@given(st.lists(st.lists(st.sampled_from(["", "1.", "2.", "a)", "A)", "-", "3"]))))
def test_no_two_points_of_a_recommendation_are_called_the_same(printed: list[list[str]]) -> None:
    names = marks(*printed)
    assert len(names) == sum(map(len, printed))
    for points in printed:
        own, names = names[: len(points)], names[len(points) :]
        assert len({mark.casefold() for mark in own}) == len(own)
        assert all(own)


@given(st.lists(st.lists(st.just(""), max_size=4)))
def test_points_of_our_own_are_counted_on_through_all_recommendations(
    printed: list[list[str]],
) -> None:
    assert marks(*printed) == [f"{n}." for n in range(1, sum(map(len, printed)) + 1)]
