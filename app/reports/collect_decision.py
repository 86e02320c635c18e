"""What was decided on an item -> the decision box."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from app.i18n import _, long_date, pgettext
from app.labels import bound_label, due_words, label
from app.models.agenda import AgendaItem
from app.models.decision import Decision, Modifier, Outcome, Statement
from app.models.follow_up import ActorKind, FollowUp, FollowUpStatus
from app.models.meeting import SourceLayout
from app.models.points import PointName, names_of
from app.models.richtext import EMPTY, Paragraph, RichText, Run, plain
from app.models.visibility import Edition, visible_text
from app.reports.data import DecisionPaper, DecisionPart


def decision_part(
    item: AgendaItem, text: RichText, printed_label: str, edition: Edition
) -> Iterator[DecisionPart]:
    """The box, or nothing when nothing was decided or minuted.

    ``text`` is the continuous text of the minutes. A decision that only repeats it is not printed
    twice.
    """
    answers = [
        *_answers(item, text, edition),
        *_continuous(text, edition),
        *(_statement(one, edition) for one in item.statements if one.text or one.shown_name),
    ]
    follow_ups = tuple(
        _follow_up(follow_up)
        for follow_up in item.follow_ups
        if follow_up.status is not FollowUpStatus.DROPPED and follow_up.action.strip()
    )
    if answers or follow_ups:
        yield DecisionPart(
            printed_label or pgettext("paper", "Decision"), tuple(answers), follow_ups
        )


def _continuous(text: RichText, edition: Edition) -> Iterator[DecisionPaper]:
    if text:
        yield DecisionPaper(text=shown(text, edition))


def shown(text: RichText, edition: Edition) -> RichText:
    """The text as the edition may show it."""
    return visible_text(text, edition, _("[left out]"))


def _answers(item: AgendaItem, text: RichText, edition: Edition) -> Iterator[DecisionPaper]:
    """The answers to the points in their order, then the free decisions."""
    names: Mapping[UUID | None, PointName] = dict(names_of(item).items())
    places = {point_id: place for place, point_id in enumerate(names)}
    for decision in sorted(item.decisions, key=lambda d: places.get(d.point_id, len(places))):
        name = names.get(decision.point_id)
        if _repeats(decision, text, item):
            paper, name = DecisionPaper(text=RichText(tuple(_extras(decision, text)))), None
        else:
            paper = _decision(decision, edition)
        if paper.outcome or paper.text:
            yield paper if name is None else _named(paper, name)


def _repeats(decision: Decision, text: RichText, item: AgendaItem) -> bool:
    """True for a decision that the minutes have already.

    Its words begin a sentence or a block there, and so does its outcome; of an imported paper the
    outcome only says how the text was understood.
    """
    if not text:
        return False
    is_own = item.meeting.source_layout is SourceLayout.OWN
    words, lines = plain(decision.text) or decision.outcome_text_verbatim, plain(text)
    if not words.strip():
        return decision.point_id is None and not is_own
    return _says(lines, words) and (not is_own or _says(lines, _outcome(decision)))


def _says(lines: str, words: str) -> bool:
    """True when the words are what a sentence or a line begins with, however they are broken."""
    begun = r"(?:^|[.!?]\s)\s*(?:•\s|\w{1,3}[.)]\s)?\s*"
    wanted = r"\s+".join(map(re.escape, words.strip(" .").split()))
    return bool(re.search(rf"{begun}{wanted}(?!\w)", lines, re.IGNORECASE | re.MULTILINE))


def _decision(decision: Decision, edition: Edition) -> DecisionPaper:
    text = shown(decision.text, edition)
    extras = tuple(_extras(decision))
    outcome = _outcome(decision)
    said = _said(decision) or outcome
    if said and re.match(rf"{re.escape(said)}(?!\w)", plain(text), re.IGNORECASE):
        text, outcome = _emphasised(text, said), ""
    return DecisionPaper("", outcome, RichText((*text.blocks, *extras)))


def _outcome(decision: Decision) -> str:
    """The words that were printed, otherwise the house's own; none where none was needed."""
    if decision.outcome is None or decision.outcome is Outcome.NOT_APPLICABLE:
        return decision.outcome_text_verbatim.strip(" .")
    own = bound_label(decision.outcome, decision.modifier)
    return decision.outcome_text_verbatim.strip(" .") or own


def _said(decision: Decision) -> str:
    """The house's bare word, where a line of its own says how the outcome is bound."""
    match decision.modifier:
        case Modifier.CONDITIONAL:
            told = bool(_condition(decision))
        case Modifier.WITH_RESERVATION:
            told = bool(decision.reservation_text.strip())
        case _:
            told = False
    if decision.outcome is None or decision.outcome_text_verbatim or not told:
        return ""
    return label(decision.outcome)


def _emphasised(text: RichText, said: str) -> RichText:
    """The text with the outcome and its full stop strong, when they stand in one run."""
    first = text.blocks[0]
    if not isinstance(first, Paragraph) or len(first.runs[0].text) < len(said):
        return text
    run, *rest = first.runs
    length = len(said) + run.text.startswith(".", len(said))
    head = replace(run, text=run.text[:length], bold=True, footnote="")
    tail = replace(run, text=run.text[length:])
    runs = (head, *([tail] if tail.text or tail.footnote else []), *rest)
    return RichText((Paragraph(runs), *text.blocks[1:]))


def _extras(decision: Decision, printed: RichText = EMPTY) -> Iterator[Paragraph]:
    """Reservation, condition and dissent travel with the decision (domain I5); those that the
    printed text has already are not said twice."""
    already = plain(printed)
    for heading, words in (
        (_("Reservation:"), decision.reservation_text),
        (_("Condition:"), _condition(decision)),
        (_("Dissent:"), decision.dissent_text),
        (_("Valid:"), _validity(decision)),
        (_("Anchored:"), _anchor(decision)),
        (_("Delegated:"), _delegation(decision)),
    ):
        if words.strip() and not _says(already, words):
            yield Paragraph((Run(heading, italic=True), Run(" " + _sentence(words))))


def _condition(decision: Decision) -> str:
    """What has to happen, whose decision it waits for, and by when."""
    words, awaited = decision.condition_text.strip(), []
    if decision.condition_body is not None:
        awaited.append(_("Awaits {body}.").format(body=decision.condition_body.shown_name))
    if decision.condition_due_verbatim:
        awaited.append(_("Deadline: {due}.").format(due=due_words(decision.condition_due)))
    return " ".join([_sentence(words) if awaited and words else words, *awaited]).strip()


def _validity(decision: Decision) -> str:
    parts = [_("as a standing rule")] if decision.is_standing_rule else []
    if decision.valid_from:
        parts.append(_("from {day}").format(day=_day(decision.valid_from)))
    if decision.valid_to:
        parts.append(_("until {day}").format(day=_day(decision.valid_to)))
    return _sentence(" ".join(parts)) if parts else ""


def _anchor(decision: Decision) -> str:
    """Who keeps the matter from here on."""
    body = decision.anchored_in_body
    return _sentence(_("in {body}").format(body=body.shown_name)) if body is not None else ""


def _delegation(decision: Decision) -> str:
    """Who may decide what, and for how long (domain R23)."""
    body, parts = decision.delegated_to_body, []
    if body is not None:
        parts.append(_("to {body}").format(body=body.shown_name))
    if scope := decision.delegation_scope.strip().rstrip("."):
        parts.append(scope)
    if decision.delegated_until:
        parts.append(_("until {day}").format(day=_day(decision.delegated_until)))
    return _sentence(", ".join(parts)) if parts else ""


def _day(day: dt.date) -> str:
    return long_date(day, weekday=False)


def _statement(statement: Statement, edition: Edition) -> DecisionPaper:
    """A remark under the name of who made it; whatever stands in the one field or the other."""
    name = statement.shown_name
    text = shown(statement.text, edition)
    if not text:
        return DecisionPaper(text=RichText((Paragraph((Run(name, bold=True),)),)))
    return DecisionPaper(text=_headed(text, name) if name else text)


def _named(paper: DecisionPaper, name: PointName) -> DecisionPaper:
    """The answer behind the number of its point; a longer name stands in its words."""
    if name.label == name.mark:
        return DecisionPaper(name.mark, paper.outcome, paper.text)
    words = name.label.rstrip(".")
    if paper.outcome:
        return DecisionPaper("", f"{words}: {paper.outcome}", paper.text)
    return DecisionPaper(text=_headed(paper.text, words))


def _headed(text: RichText, name: str) -> RichText:
    """The text with a name before its first words."""
    first, *rest = text.blocks
    if not isinstance(first, Paragraph):
        first, rest = Paragraph(), list(text.blocks)
    return RichText((Paragraph((Run(f"{name}: ", bold=True), *first.runs)), *rest))


def _follow_up(follow_up: FollowUp) -> str:
    """``Opfølgning: … Ansvarlig: … Frist: …``."""
    parts = [_("Follow-up: {action}").format(action=_sentence(follow_up.action))]
    parts.append(_("Responsible: {actor}.").format(actor=_actor(follow_up)))
    if follow_up.due_verbatim:
        parts.append(_("Deadline: {due}.").format(due=due_words(follow_up.due)))
    return " ".join(parts)


def _sentence(words: str) -> str:
    words = words.strip()
    return words if words[-1:] in ".!?" else words + "."


def _actor(follow_up: FollowUp) -> str:
    if follow_up.actor_kind is ActorKind.PERSON and follow_up.actor_person is not None:
        return follow_up.actor_person.name
    if follow_up.actor_kind is ActorKind.BODY and follow_up.actor_body is not None:
        return follow_up.actor_body.shown_name
    return label(follow_up.actor_kind)
