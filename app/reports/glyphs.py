"""Before export: which characters of a paper can only be printed by their name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.i18n import _
from app.models.richtext import plain
from app.reports import fonts, symbols
from app.reports.data import (
    AttachmentsPart,
    DecisionPart,
    ItemPaper,
    MeetingPaper,
    Part,
    RecommendationPart,
    SectionPart,
)


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character that no shipped face can draw: itself, its name, and the item it stands in.

    ``item_key`` is empty for the front page. The paper prints the name in brackets.
    """

    character: str
    name: str
    item_key: str
    item_number: str

    @property
    def sentence(self) -> str:
        """What the user is told."""
        values = {"character": self.character, "name": self.name, "number": self.item_number}
        if not self.item_key:
            return _("The front page prints “{character}” as [{name}].").format(**values)
        return _("Item {number} prints “{character}” as [{name}].").format(**values)


def missing_glyphs(paper: MeetingPaper) -> list[MissingGlyph]:
    """Each such character once an item, in the order of the paper."""
    found = list(_missing(_front_words(paper), "", ""))
    for item in paper.items:
        found.extend(_missing(_item_words(item), item.key, item.number))
    return found


def passages_left_out(full: MeetingPaper, opened: MeetingPaper) -> int:
    """How many stretches of confidential words the items of the open edition leave out."""
    typed = {item.key: _marks(item) for item in full.items}
    shown = (item for item in opened.items if not item.is_withheld)
    return sum(_marks(item) - typed[item.key] for item in shown)


def _marks(item: ItemPaper) -> int:
    mark = _("[left out]")
    return sum(words.count(mark) for words in _item_words(item))


def _missing(words: Iterable[str], key: str, number: str) -> Iterator[MissingGlyph]:
    seen: dict[str, None] = {}
    for one in words:
        seen |= dict.fromkeys(fonts.missing_characters(one))
    for character in seen:
        yield MissingGlyph(character, symbols.name(character), key, number)


def _front_words(paper: MeetingPaper) -> Iterator[str]:
    yield paper.body_name
    yield from paper.sender_lines
    for line in paper.head:
        yield line.label
        yield line.words


def _item_words(item: ItemPaper) -> Iterator[str]:
    yield item.title
    yield from item.meta
    for part in item.parts:
        yield from _part_words(part)


def _part_words(part: Part) -> Iterator[str]:
    match part:
        case SectionPart():
            yield from (part.label, plain(part.text))
        case RecommendationPart():
            yield from (part.label, part.lead)
            for point in part.points:
                yield from (point.number, plain(point.text))
        case AttachmentsPart():
            for attachment in part.attachments:
                yield from (attachment.number, attachment.title)
        case DecisionPart():
            yield part.label
            for decision in part.decisions:
                yield from (decision.number, decision.outcome, plain(decision.text))
            yield from part.follow_ups
