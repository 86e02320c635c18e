"""An item as a chunk of the paper: title, then its parts, each in its own space."""

from __future__ import annotations

from app.i18n import pgettext
from app.reports import parts, style
from app.reports.data import (
    AttachmentsPart,
    DecisionPart,
    ItemPaper,
    Part,
    RecommendationPart,
    SectionPart,
)
from app.reports.front import item_title, withheld_title
from app.reports.layout.pages import Chunk
from app.reports.layout.strips import Strip, gap, kept
from app.reports.richtext import Notes
from app.reports.story import Workshop
from app.reports.tagged import Node


def item_chunk(item: ItemPaper, workshop: Workshop) -> Chunk:
    """The item; it goes on under the one before when it fits there whole."""
    node = workshop.root.add("Sect")
    strips = parts.title_strips(item, item_title(item), node)
    title_height = len(strips)
    for own in _parts(item, node, workshop):
        is_first = len(strips) == title_height
        is_box = own[0].box is not None
        space = style.TITLE_GAP if is_first else style.SECTION_GAP
        strips.append(gap(style.BOX_GAP if is_box else space, keep=is_first))
        strips += kept(own[:1], first=is_first) + own[1:]
    is_bare = len(strips) == title_height
    if is_bare:
        strips.append(gap(style.TITLE_GAP))
    return Chunk(item.key, strips, running=_running(item, is_bare=is_bare))


def _running(item: ItemPaper, *, is_bare: bool) -> str:
    """What the head of the page says of the item: nothing where a closed one shows its number
    only."""
    if item.is_withheld or (is_bare and item_title(item) == withheld_title()):
        return ""
    if item.is_closed:
        return pgettext("paper", "Closed")
    if item.is_partly_closed:
        return pgettext("paper", "Holds confidential parts")
    return pgettext("paper", "Open")


def _parts(item: ItemPaper, node: Node, workshop: Workshop) -> list[list[Strip]]:
    made = (
        _part(part, node, Notes(f"{item.key}-{index}"), workshop)
        for index, part in enumerate(item.parts)
    )
    return [strips for strips in made if strips]


def _part(part: Part, node: Node, notes: Notes, workshop: Workshop) -> list[Strip]:
    match part:
        case SectionPart():
            return parts.section_strips(part, node, notes, workshop.images)
        case RecommendationPart():
            return parts.recommendation_strips(part, node, notes, workshop.images)
        case AttachmentsPart():
            return parts.attachments_strips(part, node)
        case DecisionPart():
            return parts.decision_strips(part, node, notes, workshop.images)
