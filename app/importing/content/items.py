"""One item's lines -> an item: number, title and flags, then its sections in printed order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.content.attachments import attachment, read_attachments
from app.importing.content.leads import is_lead
from app.importing.content.outcomes import begins_with_outcome, is_plain_outcome, outcome_of
from app.importing.content.parts import OWN_NUMBER, Context, Part, letters_of, split_parts
from app.importing.content.recommendations import read_recommendations
from app.importing.content.structure import blocks_of, rich_text
from app.importing.content.wraps import paragraphs
from app.importing.dates import find_slot
from app.importing.layouts.openings import read_title
from app.importing.layouts.openness import flag_of, says_closed, split_mark
from app.importing.lines import Line
from app.importing.vocabulary import (
    case_number_of,
    is_item_label,
    item_kind,
    label_of,
    recommending_body,
)
from app.models.draft import (
    AttachmentDraft,
    ItemDraft,
    OutcomeDraft,
    RecommendationSetDraft,
    SectionDraft,
    Span,
)
from app.models.richtext import Paragraph, RichText, Run

_PRESENTER = re.compile(
    r"^(?:v/|ved|Oplæg ved|Oplægsholder:|Indleder:) ?(?P<who>[A-ZÆØÅa-zæøå].{3,150})$"
)
_SLOT = re.compile(
    r"^\(?kl\. ?\d{1,2}[.:]\d{2} ?[-–] ?(?:kl\. ?)?\d{1,2}[.:]\d{2}\)?$", re.IGNORECASE
)
_NEAR_TITLE = 4
"""As many lines below the title the case number may stand."""
CLOSED_TITLE = "Lukket punkt"
_DURATION = re.compile(
    r"^(?:Varighed|Tid|Tidsramme|Tidsforbrug)?:? ?\(?(?P<minutes>\d{1,3}) ?min(?:utter|\.)?\)?\.?$",
    re.IGNORECASE,
)
_TITLE_DURATION = re.compile(r"[(–-] ?(?P<minutes>\d{1,3}) ?min(?:utter|\.)?\)?\s*$", re.IGNORECASE)


def read_item(
    number: int | None,
    head: Sequence[Line],
    lines: Sequence[Line],
    context: Context,
    title: str = "",
) -> ItemDraft:
    """The item opened by ``head`` (openness, number) with the content ``lines``."""
    item = ItemDraft(number, title)
    everything = [*head, *lines]
    item.span = Span(everything[0].number, everything[-1].number) if everything else Span()
    for line in head:
        _take_flag(item, line)
    at = _read_head(item, lines, context)
    item.title, closed = split_mark(item.title)
    item.is_closed = item.is_closed if closed is None else closed
    item.is_closed = item.is_closed or any(says_closed(line.text) for line in lines)
    item.kind = item_kind(item.title)
    if item.time_from is None:
        item.time_from, item.time_to = find_slot(item.title)
    if found := _TITLE_DURATION.search(item.title):
        item.duration_min = int(found["minutes"])
    for part in split_parts(_without_case_number(item, lines[at:]), context):
        _add_part(item, part, context)
    _finish(item, context)
    return item


def _take_flag(item: ItemDraft, line: Line) -> bool:
    if (closed := flag_of(line.text)) is not None:
        item.is_closed = closed
    elif (case_number := case_number_of(line.text)) is not None:
        item.case_number = case_number
    elif found := _DURATION.match(line.text):
        item.duration_min = int(found["minutes"])
    elif _SLOT.match(line.text):
        item.time_from, item.time_to = find_slot(line.text)
    elif found := _PRESENTER.match(line.text):
        item.presenters.append(found["who"])
    else:
        return False
    return True


def _read_head(item: ItemDraft, lines: Sequence[Line], context: Context) -> int:
    """Title, case number, openness, presenters in any order; the index where the content begins."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if _take_flag(item, line) or line.text in context.body_names:
            at += 1
        elif item.title or is_item_label(line.text):
            break
        else:
            hints = context.hints
            item.title, at = read_title(lines, at, len(lines), hints, context.setting)
    return at


def _without_case_number(item: ItemDraft, lines: Sequence[Line]) -> Sequence[Line]:
    """The content's lines; a case number near their beginning, before any label, goes to the item.

    A line between title and number tells of guests or of who wrote the case.
    """
    for at, line in enumerate(lines[:_NEAR_TITLE]):
        if item.case_number or label_of(line.text):
            break
        if number := case_number_of(line.text):
            item.case_number = number
            return [*lines[:at], *lines[at + 1 :]]
    return lines


def _add_part(item: ItemDraft, part: Part, context: Context) -> None:
    match part.kind:
        case "recommendation":
            _add_recommendations(item, part, context)
        case "attachments":
            _add_attachments(item, part, context)
        case "page_title":
            item.attachments.append(_page_title(part.lines[0]))
        case "appended":
            if part.lines or not _is_title_of(item, part.label):
                item.sections.append(_section("other", part, context))
        case "":
            item.sections.append(_unlabelled(item, part, context))
            _find_inner_lead(item, part, context)
        case kind:
            item.sections.append(_section(kind, part, context))
            _find_inner_lead(item, part, context)


def _is_title_of(item: ItemDraft, label: str) -> bool:
    """True for a separator page that only repeats the title of one of the item's attachments."""
    own = letters_of(OWN_NUMBER.sub("", label))
    return any(own in letters_of(one.title) for one in item.attachments)


def _section(kind: str, part: Part, context: Context) -> SectionDraft:
    text = rich_text(part.lines, context.setting)
    return SectionDraft(kind, part.label, text, _span(part), part.author_body)


def _span(part: Part) -> Span:
    first = part.label_line or (part.lines[0].number if part.lines else 0)
    return Span(first, part.lines[-1].number if part.lines else first)


def _unlabelled(item: ItemDraft, part: Part, context: Context) -> SectionDraft:
    """Text without a label: an outcome if it says nothing else, otherwise a section of its own."""
    told = paragraphs(part.lines, context.setting)
    alone = len(told) == 1 and told[0].mark is None and is_plain_outcome(told[0].text)
    is_approval = item.kind in ("agenda_approval", "minutes_approval")
    if alone or (is_approval and begins_with_outcome(told[0].text)):
        return _section("decision", part, context)
    return _section("information" if item.kind == "information" else "other", part, context)


def _add_recommendations(item: ItemDraft, part: Part, context: Context) -> None:
    found = read_recommendations(part.lines, context.setting, context.body_names)
    named = False  # a set without a body behind one that names its own is the meeting's
    for made in found.sets:
        made.section = len(item.sections)
        named = named or bool(made.from_body)
        made.from_body = made.from_body or ("" if named else recommending_body(part.label))
    item.recommendation_sets.extend(found.sets)
    before = blocks_of(found.before)
    item.sections.append(SectionDraft("recommendation", part.label, before, _span(part)))
    if found.after:
        item.sections.append(SectionDraft("other", "", blocks_of(found.after), _span(part)))


def _find_inner_lead(item: ItemDraft, part: Part, context: Context) -> None:
    """A recommendation told inside another section is kept there and known as a set of its own."""
    if part.kind not in ("", "summary", "case_presentation", "body_view", "background"):
        return
    for para in paragraphs(part.lines, context.setting):
        sentence = re.search(r"(?:^|(?<=\. ))Det indstilles,? at .*$", para.text)
        if para.mark is None and sentence and is_lead(sentence[0]):
            line = Line(para.lines[0].number, para.lines[0].page, sentence[0], sentence[0])
            found = read_recommendations([line], context.setting, context.body_names)
            for made in found.sets:
                made.section, made.put_to_decision = len(item.sections) - 1, False
            item.recommendation_sets.extend(found.sets)


def _add_attachments(item: ItemDraft, part: Part, context: Context) -> None:
    """The first list is the item's; a second one, in the case presentation, is kept as printed."""
    read = read_attachments(part.lines, context.setting)
    if not read:  # the label stands behind its titles when a footer came between
        for one in item.attachments:
            one.listed = True
    elif not any(one.listed for one in item.attachments):
        item.attachments.extend(read)
    else:
        item.sections.append(SectionDraft("other", part.label, _titles(read), _span(part)))


def _titles(read: Sequence[AttachmentDraft]) -> RichText:
    return RichText(tuple(Paragraph((Run(one.title),)) for one in read))


def _page_title(line: Line) -> AttachmentDraft:
    return attachment(line.text, Span(line.number, line.number), listed=False)


def _finish(item: ItemDraft, context: Context) -> None:
    item.outcome = outcome_of(item.decision, context.body_names)
    told = {one.kind for one in item.sections} - {
        "summary",
        "recommendation",
        "minutes",
        "decision",
    }
    if item.kind == "case" and told == {"information"}:
        item.kind = "information"
    if item.is_closed and not item.title:
        item.title = CLOSED_TITLE
    if item.outcome is None and item.kind == "theme" and not item.decision:
        item.outcome = OutcomeDraft("not_applicable", "")
    if (
        not any(one.put_to_decision for one in item.recommendation_sets)
        and item.recommendation_sets
    ):
        item.recommendation_sets[-1].put_to_decision = True


def sets_in(item: ItemDraft, section: int) -> list[RecommendationSetDraft]:
    """The sets that stand in a section of kind recommendation."""
    if item.sections[section].kind != "recommendation":
        return []
    return [made for made in item.recommendation_sets if made.section == section]
