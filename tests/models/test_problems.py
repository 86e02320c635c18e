"""What an item still lacks."""

from dataclasses import replace

import pytest

from app.models.agenda_words import FORMAL_KINDS, ItemKind, SectionKind
from app.models.problems import ItemFacts, ProblemKind, item_problems

WHOLE = ItemFacts(
    kind=ItemKind.CASE,
    title="Beredskab",
    filled={SectionKind.SUMMARY},
    required={SectionKind.SUMMARY, SectionKind.RECOMMENDATION},
    has_points=True,
)


def test_a_whole_item_lacks_nothing() -> None:
    assert item_problems(WHOLE) == ()


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        (replace(WHOLE, title=" "), ProblemKind.TITLE),
        (replace(WHOLE, filled=set()), ProblemKind.SUMMARY),
        (replace(WHOLE, has_points=False), ProblemKind.RECOMMENDATION),
        (replace(WHOLE, is_held=True), ProblemKind.OUTCOME),
        (replace(WHOLE, is_held=True, is_decided=True, unanswered_points=1), ProblemKind.OUTCOME),
        (replace(WHOLE, has_unnamed_task=True), ProblemKind.TASK),
    ],
)
def test_each_lack_is_named(facts: ItemFacts, problem: ProblemKind) -> None:
    assert item_problems(facts) == (problem,)


def test_what_the_body_does_not_require_is_not_missed() -> None:
    assert item_problems(replace(WHOLE, filled=set(), has_points=False, required=set())) == ()


@pytest.mark.parametrize("kind", sorted(FORMAL_KINDS | {ItemKind.INFORMATION}))
def test_only_a_case_wants_a_recommendation(kind: ItemKind) -> None:
    facts = replace(WHOLE, kind=kind, has_points=False, filled={SectionKind.SUMMARY})
    assert item_problems(facts) == ()


@pytest.mark.parametrize("kind", sorted(ItemKind))
def test_only_what_closes_a_meeting_can_do_without_a_decision(kind: ItemKind) -> None:
    facts = replace(WHOLE, kind=kind, is_held=True)
    lacks = ProblemKind.OUTCOME in item_problems(facts)
    assert lacks == (kind not in {ItemKind.ANY_OTHER_BUSINESS, ItemKind.NEXT_MEETING})
    assert ProblemKind.OUTCOME in item_problems(replace(facts, unanswered_points=1))


def test_nothing_is_missed_of_an_item_known_by_its_number_alone() -> None:
    facts = ItemFacts(
        ItemKind.CASE, "", filled=(), required=WHOLE.required, has_points=False, is_held=True
    )
    assert len(item_problems(facts)) == 4
    assert item_problems(replace(facts, is_number_only=True)) == ()
