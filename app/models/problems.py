"""Completeness: what is still missing. Never stops saving, only release and approval."""

from __future__ import annotations

import enum
from collections.abc import Collection
from dataclasses import dataclass

from app.models.agenda_words import FORMAL_KINDS, TAIL_KINDS, ItemKind, SectionKind


class ProblemKind(enum.StrEnum):
    """What is missing."""

    TITLE = "title"
    SUMMARY = "summary"
    RECOMMENDATION = "recommendation"
    OUTCOME = "outcome"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What the rules look at; ``filled`` and ``required`` are kinds of sections.

    ``is_number_only``: a closed item of an imported open edition, which told its number alone.
    """

    kind: ItemKind
    title: str
    filled: Collection[SectionKind]
    required: Collection[SectionKind]
    has_points: bool
    unanswered_points: int = 0
    is_decided: bool = False
    is_held: bool = False
    has_unnamed_task: bool = False
    is_number_only: bool = False


def answers_all(*, has_outcome: bool, has_own_answers: bool, is_imported: bool) -> bool:
    """Whether a decision on no point in particular answers all points at once (domain R11, R12).

    Where we met ourselves, one with an outcome does ("Indstillingen godkendt"), as long as no point
    ``has_own_answers``; words alone may be about something else, so the points still ask. Minutes
    that were imported are printed and done: their words answer as they stand, and nothing is left
    to warn of.
    """
    return is_imported or (has_outcome and not has_own_answers)


def item_problems(item: ItemFacts) -> tuple[ProblemKind, ...]:
    """What the item lacks before its agenda, or once held its minutes, can be sent."""
    if item.is_number_only:
        return ()
    rules = (
        (ProblemKind.TITLE, not item.title.strip()),
        (ProblemKind.RECOMMENDATION, _lacks_recommendation(item)),
        (ProblemKind.SUMMARY, _lacks(item, SectionKind.SUMMARY)),
        (ProblemKind.OUTCOME, item.is_held and _lacks_decision(item)),
        (ProblemKind.TASK, item.has_unnamed_task),
    )
    return tuple(kind for kind, is_missing in rules if is_missing)


def _lacks(item: ItemFacts, kind: SectionKind) -> bool:
    """Formal items have no sections, and an information item may be all sub-items."""
    if item.kind in FORMAL_KINDS or item.kind is ItemKind.INFORMATION:
        return False
    return kind in item.required and kind not in item.filled


def _lacks_decision(item: ItemFacts) -> bool:
    """Nobody decides on any other business or the next meeting, unless a point asks for it."""
    if item.unanswered_points > 0:
        return True
    return not item.is_decided and item.kind not in TAIL_KINDS


def _lacks_recommendation(item: ItemFacts) -> bool:
    return (
        item.kind is ItemKind.CASE
        and SectionKind.RECOMMENDATION in item.required
        and not item.has_points
        and SectionKind.RECOMMENDATION not in item.filled
    )
