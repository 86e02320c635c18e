"""A decision in the program's own minutes: its outcome, and what travels with it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from app.i18n import _
from app.importing.content.outcomes import outcome_of
from app.importing.dates import find_date
from app.importing.own.tagged_text import first_words, without_first, words_of
from app.importing.own.words import DAY, Known, due_as_written, template
from app.labels import label
from app.models.decision import Modifier, Outcome
from app.models.draft import DecisionDraft
from app.models.richtext import Block, Paragraph, RichText, Run, normalise, text_of


def decision_of(blocks: Sequence[Block], known: Known, point: int | None = None) -> DecisionDraft:
    """A decision of its blocks: the outcome in front, the text, and what travels with it."""
    made, kept = DecisionDraft(point=point), list(blocks)
    outcome, added = _parted(kept[0]) if kept else (Run(""), None)
    if added is not None:  # nothing was written but the outcome
        _take_outcome(made, outcome)
        made.words = made.words or ("" if point is not None else outcome.text.strip(" ."))
        kept[0] = added
    elif kept and (first := first_words(kept[0])).bold:
        _take_outcome(made, first)
        is_bare = made.modifier == Modifier.PLAIN
        kept[0] = _unmarked(kept[0]) if is_bare else without_first(kept[0], first, first.text)
    made.text = normalise(RichText(tuple(one for one in kept if not add_to(made, one, known))))
    if added is None:
        bind(made)
    return made


def add_to(made: DecisionDraft, block: Block, known: Known) -> bool:
    """Put a paragraph such as "Forbehold: …" in its field; False for any other."""
    heading = first_words(block)
    words = heading.text.strip()
    add = _extras().get(words) if heading.italic else None
    told = words_of(block).removeprefix(words).strip()
    return add is not None and bool(told) and add(made, told, known)


def outcome_in(first: Run) -> tuple[str, str] | None:
    """Outcome and modifier that the bold words say in the program's own way."""
    words = first.text.strip(" .").casefold()
    return _outcomes().get(words) if first.bold else None


@cache
def _outcomes() -> Mapping[str, tuple[str, str]]:
    found = {label(outcome).casefold(): (outcome.value, "plain") for outcome in Outcome}
    for outcome in Outcome:
        for modifier in Modifier:
            if modifier is not Modifier.PLAIN:
                words = f"{label(outcome)} {label(modifier)}".casefold()
                found[words] = (outcome.value, modifier.value)
    return found


def _take_outcome(made: DecisionDraft, first: Run) -> None:
    """Note the outcome that the strong words in front of a decision tell."""
    if (found := outcome_in(first)) is not None:
        made.outcome, made.modifier = found
    else:
        made.words = first.text.strip(" .")
        told = outcome_of(text_of(first.text))
        made.outcome = told.outcome if told else ""


def _unmarked(block: Block) -> Block:
    """The paragraph with its first words in their usual look."""
    assert isinstance(block, Paragraph)
    return Paragraph((replace(block.runs[0], bold=False), *block.runs[1:]))


def bind(made: DecisionDraft) -> None:
    """A decision with a reservation or a condition is bound by it, though its outcome is bare."""
    if made.modifier == Modifier.PLAIN and made.outcome and made.text:
        if made.reservation:
            made.modifier = Modifier.WITH_RESERVATION
        elif made.condition or made.condition_due or made.condition_body:
            made.modifier = Modifier.CONDITIONAL


def _parted(block: Block) -> tuple[Run, Block | None]:
    """Outcome and what is added behind it on its line ("Godkendt. Forbehold: …"), if anything."""
    runs, first = block.runs if isinstance(block, Paragraph) else (), first_words(block)
    for at, run in enumerate(runs):
        if at and run.italic and run.text.strip() in _extras():
            is_bare = first.bold and not any(one.text.strip() for one in runs[1:at])
            return (first, Paragraph(runs[at:])) if is_bare else (Run(""), None)
    return Run(""), None


def _add_reservation(made: DecisionDraft, words: str, _known: Known) -> bool:
    made.reservation = words
    return True


def _add_dissent(made: DecisionDraft, words: str, _known: Known) -> bool:
    made.dissent = words
    return True


def _add_condition(made: DecisionDraft, words: str, known: Known) -> bool:
    body = template(_("Awaits {body}."), body=r"(?P<body>[^.]+)")
    due = template(_("Deadline: {due}."), due=r"(?P<due>.+)")
    found = re.match(rf"^(?P<words>.*?) ?(?:{body})? ?(?:{due})?$", words)
    assert found is not None
    made.condition, made.condition_body = found["words"].strip(), found["body"] or ""
    made.condition_due = due_as_written(found["due"] or "", known)
    return True


def _add_validity(made: DecisionDraft, words: str, _known: Known) -> bool:
    rule, day = re.escape(_("as a standing rule")), rf"{DAY}"
    first = template(_("from {day}"), day=rf"(?P<first>{day})")
    last = template(_("until {day}"), day=rf"(?P<last>{day})")
    found = re.match(rf"^(?P<rule>{rule})? ?(?:{first})? ?(?:{last})?\.$", words)
    if found is None:
        return False
    made.is_standing_rule = bool(found["rule"])
    made.valid_from, made.valid_to = _day(found["first"]), _day(found["last"])
    return True


def _add_anchor(made: DecisionDraft, words: str, _known: Known) -> bool:
    found = re.match(rf"^{template(_('in {body}'), body='(?P<body>.+?)')}\.?$", words)
    made.anchored_in = found["body"] if found else ""
    return bool(found)


def _add_delegation(made: DecisionDraft, words: str, _known: Known) -> bool:
    body = template(_("to {body}"), body=r"(?P<body>[A-ZÆØÅ][^,]*?)")
    until = template(_("until {day}"), day=rf"(?P<until>{DAY})")
    found = re.match(
        rf"^(?:{body}(?:, |(?=\.?$)))?(?P<scope>.*?)(?:(?:, |^|(?<=, )){until})?\.?$", words
    )
    assert found is not None
    made.delegated_to, made.delegation_scope = found["body"] or "", found["scope"].strip()
    made.delegated_until = _day(found["until"])
    return True


@cache
def _extras() -> Mapping[str, Callable[[DecisionDraft, str, Known], bool]]:
    """The heading of what travels with a decision -> what puts its words in their fields."""
    return {
        _("Reservation:"): _add_reservation,
        _("Condition:"): _add_condition,
        _("Dissent:"): _add_dissent,
        _("Valid:"): _add_validity,
        _("Anchored:"): _add_anchor,
        _("Delegated:"): _add_delegation,
    }


def _day(words: str | None) -> dt.date | None:
    return find_date(words) if words else None
