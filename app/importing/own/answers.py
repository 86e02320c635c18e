"""The decision box of the program's own minutes -> decisions, statements, follow-ups, the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.importing.own.decisions import add_to, bind, decision_of, outcome_in
from app.importing.own.follow_ups import follow_up_in
from app.importing.own.tagged_text import (
    blocks_of_point,
    first_words,
    mark_of_point,
    text_of_elements,
    without_first,
    words_of,
)
from app.importing.own.words import Known
from app.importing.pdf.tagged import Element
from app.importing.people.names import is_name, is_organisation
from app.models.draft import DecisionDraft, FollowUpDraft, StatementDraft
from app.models.richtext import Block, Paragraph, RichText, Run

_NAMED = re.compile(r"^(?P<name>[^:]{2,80}):$")


@dataclass(slots=True)
class Minuted:
    """What the box holds; ``rest`` are the blocks of its continuous text."""

    decisions: list[DecisionDraft] = field(default_factory=list)
    statements: list[StatementDraft] = field(default_factory=list)
    follow_ups: list[FollowUpDraft] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)


def read_answers(elements: Sequence[Element], known: Known) -> Minuted:
    """The parts of the box, which stand in the order of ``Minuted``, the rest before statements."""
    box = _Box(known)
    loose: list[Element] = []
    for element in elements:
        if element.tag == "L" and box.answers_points(element):
            box.take_loose(loose)
            box.take_points(element)
            loose = []
        else:
            loose.append(element)
    box.take_loose(loose)
    return box.minuted


class _Box:
    """Takes the blocks of a box one after the other."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._marks = [name.label for name in known.points]
        self.minuted = Minuted()

    def answers_points(self, element: Element) -> bool:
        """True for a list whose numbers are those of points, and that says what became of one."""
        points = element.elements("LI")
        firsts = [first_words(block) for one in points for block in blocks_of_point(one)[:1]]
        return set(map(mark_of_point, points)) <= set(self._marks) and any(map(outcome_in, firsts))

    def take_points(self, element: Element) -> None:
        """The answers to points, one a point of the list."""
        for one in element.elements("LI"):
            point = self._marks.index(mark_of_point(one))
            made = decision_of(blocks_of_point(one), self._known, point)
            self.minuted.decisions.append(made)

    def take_loose(self, elements: Sequence[Element]) -> None:
        """What stands between the answers to points."""
        for block in text_of_elements(elements).blocks:
            self.take(block)

    def take(self, block: Block) -> None:
        """One block that stands in the box by itself."""
        done = self.minuted
        first = first_words(block)
        if found := follow_up_in(words_of(block), self._known):
            done.follow_ups.append(found)
        elif done.statements and not self._is_name(first):
            last = done.statements[-1]
            last.text = RichText((*last.text.blocks, block))
        elif (point := self._long_name(first)) is not None:
            own = without_first(block, first, point[1])
            done.decisions.append(decision_of([own], self._known, point[0]))
        elif self._adds_to_last(block):
            return
        elif outcome_in(first) and self._owns_rest():
            done.decisions.append(decision_of([block], self._known))
        elif self._is_name(first):
            done.statements.append(_statement(block, first))
        else:
            done.rest.append(block)

    def _owns_rest(self) -> bool:
        """Give what was read since to the free decision above; False where nobody takes it."""
        done = self.minuted
        if done.rest and (not done.decisions or done.decisions[-1].point is not None):
            return False
        if done.rest:
            last = done.decisions[-1]
            last.text, done.rest = RichText((*last.text.blocks, *done.rest)), []
        return True

    def _adds_to_last(self, block: Block) -> bool:
        """Put what travels with a decision into the last one, or a new one of the words above."""
        done, made = self.minuted, DecisionDraft()
        if not add_to(made, block, self._known):
            return False
        if not self._owns_rest() or not done.decisions:
            done.decisions.append(DecisionDraft(RichText(tuple(done.rest))))
            done.rest = []
        add_to(done.decisions[-1], block, self._known)
        bind(done.decisions[-1])
        return True

    def _long_name(self, first: Run) -> tuple[int, str] | None:
        """The point that a bold name in front stands for, where its number alone is not enough."""
        for at, name in enumerate(self._known.points):
            words = name.label.rstrip(".") + ":"
            if name.label != name.mark and first.bold and first.text.startswith(words):
                return at, words
        return None

    def _is_name(self, first: Run) -> bool:
        """True for bold words that name somebody who can say something."""
        words = first.text.strip()
        told = _NAMED.match(words)
        name = told["name"] if told else words
        looks_so = told is not None and (is_name(name) or is_organisation(name))
        return first.bold and (looks_so or name in self._known.names)


def _statement(block: Block, first: Run) -> StatementDraft:
    text = without_first(block, first, first.text)
    assert isinstance(text, Paragraph)
    return StatementDraft(
        first.text.strip().rstrip(":"), RichText((text,)) if text.runs else RichText()
    )
