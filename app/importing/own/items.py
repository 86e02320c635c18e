"""Items of the program's own papers, read from their tagged elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.i18n import _, pgettext
from app.importing.content.attachments import attachment
from app.importing.content.items import CLOSED_TITLE
from app.importing.content.outcomes import outcome_of
from app.importing.dates import find_span
from app.importing.own.answers import read_answers
from app.importing.own.recommendations import read_sets
from app.importing.own.tagged_text import (
    is_label,
    mark_of_point,
    tell_notes,
    text_of_elements,
    words_of,
)
from app.importing.own.words import Known
from app.importing.pdf.tagged import Element
from app.importing.people.names import is_name
from app.importing.vocabulary import item_kind, label_of, recommending_body, view_body
from app.models.draft import (
    AttachmentDraft,
    ItemDraft,
    SectionDraft,
    Span,
    SubItemDraft,
)
from app.models.points import SetOfPoints, point_names
from app.models.richtext import (
    EMPTY,
    Block,
    Heading,
    Paragraph,
    RichText,
    normalise,
)

_MINUTES = re.compile(r"^(\d{1,4}) minut(?:ter)?$")
_SUB_TITLE = re.compile(r"^(?P<number>\w{1,3}[.)])(?: (?P<title>.*))?$")
_BETWEEN = " · "


@dataclass(slots=True)
class _Part:
    """A labelled stretch of an item's elements."""

    label: str
    elements: list[Element] = field(default_factory=list)


def read_own_item(section: Element, known: Known) -> ItemDraft:
    """The item of one section of the paper; ``known`` but for its points."""
    head, *rest = section.elements()
    item = _headed(head)
    if rest and rest[0].tag == "P" and _take_meta(item, rest[0].text):
        rest.pop(0)
    parts = list(_parts(rest))
    for part in parts:
        tell_notes(part.elements)
    box = _box_of(parts)
    place = 0
    for part in parts:
        if part is box:
            place = len(item.sections)
        else:
            _add_part(item, part, known)
    _take_sub_items(item)
    if box is not None:
        _insert(item, place, _read_box(item, box, known))
    return item


def _insert(item: ItemDraft, place: int, section: SectionDraft) -> None:
    """Put a section among the others; recommendations stay in theirs."""
    item.sections.insert(place, section)
    for made in item.recommendation_sets:
        if made.section is not None and made.section >= place:
            made.section += 1


def _headed(head: Element) -> ItemDraft:
    """The number stands before the title; it is empty where the item has none."""
    words = [one.text for one in head.words()]
    number, title = "".join(words[:1]), " ".join("".join(words[1:]).split())
    closed = title == _("Closed item")
    title = "" if title == _("No title") else CLOSED_TITLE if closed else title
    own = int(number) if number.strip().isdigit() else None
    return ItemDraft(own, title, is_closed=closed, kind=item_kind(title))


def _take_meta(item: ItemDraft, text: str) -> bool:
    """Case number, openness, times and presenters; False where the line is none of that."""
    told = text.split(_BETWEEN)
    opened, closed = pgettext("paper", "Open"), pgettext("paper", "Closed")
    if opened not in told and closed not in told:
        return False
    item.is_closed = item.is_closed or closed in told
    for one in told:
        case_number = _behind(_("Case {number}"), one)
        presenters = _behind(_("Presented by {names}"), one)
        if minutes := _MINUTES.match(one):
            item.duration_min = int(minutes[1])
        elif case_number:
            item.case_number = case_number
        elif presenters:
            names = presenters.split(", ")
            item.presenters = names if all(map(is_name, names)) else [presenters]
        elif one not in (opened, closed):
            item.time_from, item.time_to = find_span(one)
    return True


def _behind(message: str, text: str) -> str:
    """What the text says in the place of the message's name in braces; empty for other words."""
    head, _brace, _name = message.partition("{")
    return text.removeprefix(head) if text.startswith(head) else ""


def _parts(elements: Sequence[Element]) -> Iterator[_Part]:
    part: _Part | None = None
    for element in elements:
        if is_label(element):
            if part is not None:
                yield part
            part = _Part(element.text)
        else:
            part = part or _Part("")
            part.elements.append(element)
    if part is not None:
        yield part


def _kind(part: _Part) -> str:
    found = label_of(part.label) if part.label else None
    if _behind(_("Recommendation from {body}"), part.label):
        return "recommendation"
    return found[0] if found else "body_view" if view_body(part.label) else "other"


def _box_of(parts: Sequence[_Part]) -> _Part | None:
    """The part printed as the decision: the last one labelled so, else the last minutes."""
    for kind in ("decision", "minutes"):
        if found := [part for part in parts if _kind(part) == kind]:
            return found[-1]
    return None


def _add_part(item: ItemDraft, part: _Part, known: Known) -> None:
    kind = _kind(part)
    if kind == "attachments" and part.elements and part.elements[0].tag == "L":
        points = part.elements[0].elements("LI")
        item.attachments += [_attachment(point) for point in points]
        _add_text(item, _Part("", part.elements[1:]), "other")
    elif kind == "recommendation":
        _add_recommendation(item, part, known)
    else:
        _add_text(item, part, "other" if kind == "attachments" else kind)


def _add_recommendation(item: ItemDraft, part: _Part, known: Known) -> None:
    """The section of its label with the sets in it, and what stands before and behind them."""
    read = read_sets(part.elements, known)
    by = _behind(_("Recommendation from {body}"), part.label) or recommending_body(part.label)
    for made in read.sets:  # a further body would have a label of its own
        made.section, made.from_body = len(item.sections), by
        by = ""
    item.recommendation_sets += read.sets
    before = text_of_elements(read.before)
    item.sections.append(SectionDraft("recommendation", part.label, before))
    _add_text(item, _Part("", read.behind), "other")


def _add_text(item: ItemDraft, part: _Part, kind: str) -> None:
    text = text_of_elements(part.elements)
    if text or part.label:
        author = view_body(part.label) if kind == "body_view" else ""
        item.sections.append(SectionDraft(kind, part.label, text, author_body=author))


def _attachment(point: Element) -> AttachmentDraft:
    mark = mark_of_point(point).rstrip(".")
    title = " ".join(one.text for one in point.elements("LBody"))
    if title == _("Closed attachment"):
        made = attachment(title, Span())
        made.is_closed = True
    else:
        closed, late = _("closed"), _("attached after the meeting")
        title, told = _without_remark(title, (closed, late))
        made = attachment(title, Span())
        made.is_closed, made.is_late = closed in told, late in told
    made.number, made.is_counted = (int(mark), True) if mark.isdigit() else (None, False)
    return made


def _without_remark(title: str, words: Sequence[str]) -> tuple[str, list[str]]:
    """The title without the bracket of the program's own remarks, and these."""
    head, _bracket, rest = title.rpartition(" (")
    told = rest.removesuffix(")").split(", ")
    return (head, told) if head and set(told) <= set(words) else (title, [])


# --- sub-items and decision


def _take_sub_items(item: ItemDraft) -> None:
    """The points of an information item: each with a heading that begins with its mark."""
    for section in item.sections:
        blocks = section.text.blocks
        is_led = section.kind == "information" and blocks and _sub_title(blocks[0])
        if is_led and not item.sub_items:
            for block in blocks:
                _add_to_sub_items(item.sub_items, block)
            section.rest, item.kind = EMPTY, "information"


def _add_to_sub_items(found: list[SubItemDraft], block: Block) -> None:
    if (title := _sub_title(block)) is not None:
        found.append(SubItemDraft(title["number"], title["title"] or ""))
    elif _is_reporter(found[-1], block):
        found[-1].reporter = words_of(block)
    else:
        found[-1].text = RichText((*found[-1].text.blocks, block))


def _sub_title(block: Block) -> re.Match[str] | None:
    return _SUB_TITLE.match(words_of(block)) if isinstance(block, Heading) else None


def _is_reporter(last: SubItemDraft, block: Block) -> bool:
    if last.reporter or last.text or not isinstance(block, Paragraph):
        return False
    return bool(words_of(block)) and all(run.italic for run in block.runs)


def _read_box(item: ItemDraft, box: _Part, known: Known) -> SectionDraft:
    """The decision, whole as a section; what is read out of it is the item's."""
    sets = [
        SetOfPoints(made.from_body, [one.number for one in made.points])
        for made in item.recommendation_sets
    ]
    own = replace(known, points=point_names(sets))
    read = read_answers(box.elements, own)
    item.decisions, item.statements, item.follow_ups = (
        read.decisions,
        read.statements,
        read.follow_ups,
    )
    kind = _kind(box)
    section = SectionDraft(kind, box.label, text_of_elements(box.elements))
    if read.decisions or read.statements or read.follow_ups:
        section.rest = normalise(RichText(tuple(read.rest)))
    item.outcome = outcome_of(section.text, known.bodies)
    return section
