"""Recommendations in the program's own papers, set in any of their four ways."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.importing.content.leads import OPEN_LEAD, is_lead
from app.importing.content.recommendations import first_word, read_recommendations
from app.importing.lines import Line
from app.importing.own.tagged_text import (
    blocks_of_point,
    holds_confidential,
    mark_of_point,
    runs_of,
    text_of_elements,
)
from app.importing.own.words import Known
from app.importing.pdf.tagged import Element
from app.importing.vocabulary import VERBS
from app.models.draft import PointDraft, RecommendationSetDraft
from app.models.richtext import Paragraph, RichText, Run, Runs, normalise, plain


@dataclass(slots=True)
class Sets:
    """The sets of a part, and the elements before and behind them."""

    sets: list[RecommendationSetDraft] = field(default_factory=list)
    before: list[Element] = field(default_factory=list)
    behind: list[Element] = field(default_factory=list)


def read_sets(elements: Sequence[Element], known: Known) -> Sets:
    """The recommendations of a part: leads, each with the points below it."""
    found = Sets()
    told = [one for one in elements if one.tag != "Note"]
    pairs = list(itertools.zip_longest(told, told[1:]))
    is_led = any(_leads(element, below) for element, below in pairs)
    for element, below in pairs:
        last = found.sets[-1] if found.sets else None
        if found.behind:
            found.behind.append(element)
        elif _leads(element, below):
            found.sets.append(_lead(element, below, known))
        elif element.tag == "L" and (last.points if last else not is_led):
            found.sets.append(_with_points(RecommendationSetDraft(""), element))
        elif element.tag == "L" and last is not None:
            _with_points(last, element)
        elif last is None:
            found.before.append(element)
        elif last.list_style == "lines" and element.tag == "P":
            last.points.append(_point(text_of_elements([element])))
        else:
            found.behind.append(element)
    return found


def _leads(element: Element, below: Element | None) -> bool:
    """True for the words before points; confidential ones are none, as a lead has no looks."""
    if element.tag != "P":
        return False
    leads_on = below is not None and below.tag == "L" and bool(OPEN_LEAD.match(element.text))
    return (is_lead(element.text) or leads_on) and not holds_confidential(element)


def _lead(element: Element, below: Element | None, known: Known) -> RecommendationSetDraft:
    """A set of its lead; with its only point where that goes on behind the lead's "at"."""
    text = element.text
    alone = below is None or below.tag not in ("P", "L")
    read = read_recommendations([Line(0, 0, text, text)], known.setting, known.bodies).sets
    if not alone or not read or read[0].list_style != "sentence":
        return RecommendationSetDraft(text)
    made = RecommendationSetDraft(read[0].lead, list_style="sentence")
    runs = _behind_count(runs_of(element), len(made.lead))
    made.points = [_point(RichText((Paragraph(runs),)))]
    return made


def _behind_count(runs: Runs, count: int) -> Runs:
    """The runs without their first ``count`` signs and the space behind these."""
    kept: list[Run] = []
    for run in runs:
        rest = replace(run, text=run.text[count:])
        count = max(count - len(run.text), 0)
        if rest.text or rest.footnote:
            kept.append(rest if kept else replace(rest, text=rest.text.lstrip()))
    return tuple(kept)


def _with_points(made: RecommendationSetDraft, element: Element) -> RecommendationSetDraft:
    made.list_style = "bullets" if element.numbering == "Disc" else "numbered"
    for point in element.elements("LI"):
        mark = "" if made.list_style == "bullets" else mark_of_point(point)
        made.points.append(_point(RichText(tuple(blocks_of_point(point))), mark))
    return made


def _point(text: RichText, number: str = "") -> PointDraft:
    verb = first_word(plain(text))
    return PointDraft(normalise(text), number, verb if verb in VERBS else "")
