"""Papers whose items open with "Punkt 3.": layouts A, B and C and minutes attached inside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.i18n import N_
from app.importing.content.items import read_item
from app.importing.content.parts import Context, letters_of
from app.importing.content.structure import rich_text
from app.importing.content.wraps import Setting
from app.importing.dates import find_date, find_span
from app.importing.furniture import Furniture, find_furniture, without
from app.importing.layouts.ad_openings import ad_openings, bare_openings
from app.importing.layouts.closing import close_gaps, close_marked
from app.importing.layouts.covers import separator_lines
from app.importing.layouts.crumbs import outer_crumbs
from app.importing.layouts.heads import read_head
from app.importing.layouts.layouts import detect, with_headless
from app.importing.layouts.nesting import Piece, Pieces, cut_nested
from app.importing.layouts.openings import (
    ItemLines,
    find_openings,
    group_openings,
    is_supplementary,
)
from app.importing.ledger import add_lost_lines
from app.importing.lines import Line
from app.importing.vocabulary import label_of
from app.models.draft import (
    ImportDraft,
    ItemDraft,
    MeetingDraft,
    NextMeetingDraft,
    SectionDraft,
    Span,
    notice,
)
from app.models.richtext import plain

_NUMBER = re.compile(r"^(?:Punkt )?\d{1,3}[.:]?\s+", re.IGNORECASE)


def read_punkt_paper(
    lines: Sequence[Line], setting: Setting, draft: ImportDraft, outer: Sequence[ItemDraft] = ()
) -> MeetingDraft | None:
    """The meeting with its attached ones, or None when no item opens with "Punkt".

    ``outer`` are the items of the paper that these minutes are attached to.
    """
    furniture, kept, groups = _groups(lines)
    if not groups:
        return None
    pieces = cut_nested(kept, groups, furniture)
    if not _groups(pieces.outer(lines))[2]:  # nothing is left that they could be attached to
        pieces = Pieces()
    meeting = _read_meeting(pieces.outer(lines), setting, draft, outer)
    for piece in pieces.nested:
        _attach(meeting, piece, pieces.lines_of(piece, lines), setting, draft)
    return meeting


def _groups(lines: Sequence[Line]) -> tuple[Furniture, list[Line], list[ItemLines]]:
    """The furniture of the lines, the lines without it, and their items."""
    furniture = find_furniture(lines)
    kept = without(lines, furniture.numbers)
    openings = find_openings(kept) or ad_openings(kept) or bare_openings(kept)
    return furniture, kept, group_openings(openings, kept)


def _attach(
    meeting: MeetingDraft,
    piece: Piece,
    lines: Sequence[Line],
    setting: Setting,
    draft: ImportDraft,
) -> None:
    """Read attached minutes and hang them on the item they follow, which may approve them.

    Without a date they are no minutes: another paper that counts its points, whose text is kept.
    """
    told = ImportDraft(draft.source_name, draft.source_sha256)
    inner = read_punkt_paper(lines, setting, told, meeting.items)
    known = meeting.item(piece.item_number) if piece.item_number is not None else None
    item = known or meeting.items[-1]
    if inner is None or inner.date is None:
        _append_text(meeting, item, lines, setting)
        return
    draft.notices.extend(told.notices)
    item.attached_minutes.append(inner)
    if item.kind == "minutes_approval":
        inner.approved_in_item = item.number
    else:
        draft.notices.append(
            notice(N_("Minutes of another meeting are attached, but no item approves them."))
        )


def _append_text(
    meeting: MeetingDraft, item: ItemDraft, lines: Sequence[Line], setting: Setting
) -> None:
    """Keep lines as a section of the item they stand behind."""
    kept = without(lines, find_furniture(lines).numbers)
    span = Span(lines[0].number, lines[-1].number)
    item.sections.append(SectionDraft("other", "", rich_text(kept, setting), span))
    meeting.lines_total += len(lines)
    meeting.lines_placed += len(lines)
    meeting.lines_furniture += len(lines) - len(kept)


def _read_meeting(
    lines: Sequence[Line], setting: Setting, draft: ImportDraft, outer: Sequence[ItemDraft]
) -> MeetingDraft:
    furniture, kept, groups = _groups(lines)
    meeting = MeetingDraft()
    _from_headers(meeting, lines, furniture)
    meeting.layout = detect(kept, groups)
    groups = _with_cut_start(kept, groups)
    before = kept[: groups[0].start]
    head = read_head(before, meeting, setting)
    groups = with_headless(kept, groups) if meeting.layout == "B" else groups
    stamps = _own_stamps(kept, groups, furniture)
    context = Context(setting, _names(meeting, furniture), tuple(head.contents), stamps)
    for group in groups:
        meeting.items.append(_read_group(group, kept, context))
    close_marked(meeting, kept, head.numbered)
    _body_by_recommendations(meeting, draft)
    meeting.is_minutes = has_minutes(meeting)
    close_gaps(meeting, draft, head.numbered)
    _next_meeting(meeting)
    meeting.lines_total = len(lines)
    crumbs = outer_crumbs(kept, groups, meeting, outer) | separator_lines(before)
    known = crumbs | _listed_titles(meeting)
    meeting.unplaced = [one for one in meeting.unplaced if one.line not in known]
    own = [line for line in lines if line.number not in crumbs]
    add_lost_lines(meeting, own, furniture.numbers)
    meeting.lines_placed = meeting.lines_total - len(meeting.unplaced)
    meeting.lines_furniture = len(lines) - len(kept) + len(head.furniture) + len(known)
    _notices(meeting, draft)
    return meeting


def _listed_titles(meeting: MeetingDraft) -> set[int]:
    """Lines of the head that only repeat an item's title: a list of contents without numbers."""
    titles = [letters for item in meeting.items if (letters := letters_of(item.title))]
    return {
        one.line
        for one in meeting.unplaced
        if (own := letters_of(_NUMBER.sub("", one.text))) and any(own in title for title in titles)
    }


def _from_headers(meeting: MeetingDraft, lines: Sequence[Line], furniture: Furniture) -> None:
    """Body, date and start as the running headers print them."""
    if not furniture.headers:
        return
    first = furniture.headers[0]
    meeting.body, meeting.date = first.body, find_date(first.date)
    for line in lines:
        near = first.line <= line.number <= first.line + 2 and line.number in furniture.numbers
        if near and meeting.start is None:
            meeting.start, meeting.end = find_span(line.text)


def _with_cut_start(kept: Sequence[Line], groups: list[ItemLines]) -> list[ItemLines]:
    """A paper that begins inside an item: what stands before the first opening is that item."""
    for index in range(groups[0].start):
        kind = (label_of(kept[index].text) or [""])[0]
        if kind in ("summary", "case_presentation", "recommendation", "decision"):
            number = (groups[0].number or 1) - 1
            return [ItemLines(number or None, index, index, groups[0].start), *groups]
    return groups


_OF_MINUTES = re.compile(r"referat", re.IGNORECASE)
_OF_ITEMS = ("summary", "recommendation", "minutes", "decision")


def _own_stamps(
    kept: Sequence[Line], groups: Sequence[ItemLines], furniture: Furniture
) -> dict[int, str]:
    """Titles of stamped pages; one that also opens an item or its sections was not told apart."""
    if len(set(furniture.stamps.values())) == 1 and not _stamps_attachment(kept, groups, furniture):
        return {}
    openings = {kept[group.body_start - 1].page for group in groups}
    labelled = {line.page for line in kept if (label_of(line.text) or [""])[0] in _OF_ITEMS}
    return {
        page: stamp.title
        for page, stamp in furniture.stamps.items()
        if page not in openings | labelled
    }


def _stamps_attachment(
    kept: Sequence[Line], groups: Sequence[ItemLines], furniture: Furniture
) -> bool:
    """True when the only stamp is that of an attachment, and not that of the paper itself.

    It names the item whose pages it is on, and no minutes.
    """
    for page, stamp in furniture.stamps.items():
        opened = [group for group in groups if kept[group.start].page <= page]
        is_own = bool(opened) and opened[-1].number == stamp.item
        if not is_own or _OF_MINUTES.search(stamp.title):
            return False
    return True


def _names(meeting: MeetingDraft, furniture: Furniture) -> tuple[str, ...]:
    names = dict.fromkeys([meeting.body, *(one.body for one in furniture.headers)])
    return tuple(name for name in names if name)


def _read_group(group: ItemLines, kept: Sequence[Line], context: Context) -> ItemDraft:
    head = kept[group.start : group.body_start]
    crumb = (group.title,) if group.title and group.has_number_line else ()
    hints = (*context.hints, *crumb)
    own = replace(context, hints=tuple(hints))
    content = range(group.body_start, group.end)
    lines = [kept[index] for index in content if index not in group.crumbs]
    if not group.has_number_line and group.title:
        lines.insert(0, replace(head[-1], text=group.title, raw=group.title))
        head = head[:-1]
    item = read_item(group.number, head, lines, own)
    opening = kept[group.start : group.body_start]
    item.added_at_meeting = any(is_supplementary(line.text) for line in opening)
    item.is_closed = item.is_closed or group.is_closed
    return item


def _body_by_recommendations(meeting: MeetingDraft, draft: ImportDraft) -> None:
    """The body most recommendations address, where no header or cover names it; and says so."""
    addressed = Counter(
        made.to_body for item in meeting.items for made in item.recommendation_sets if made.to_body
    )
    if not meeting.body and addressed:
        meeting.body = addressed.most_common(1)[0][0]
        draft.notices.append(
            notice(N_("The paper does not name the group. It is taken from the recommendations."))
        )


def has_minutes(meeting: MeetingDraft) -> bool:
    """False for an agenda: nothing was decided or minuted on any item."""
    formal = ("decision", "minutes")
    return any(s.text for item in meeting.items for s in item.sections if s.kind in formal)


def _next_meeting(meeting: MeetingDraft) -> None:
    item = next((one for one in meeting.items if one.kind == "next_meeting"), None)
    if item is None:
        return
    told = [one.text for one in item.sections if one.text and one.kind != "decision"]
    read_next_meeting(meeting, "\n".join(map(plain, told)))


def read_next_meeting(meeting: MeetingDraft, text: str) -> None:
    """What a text announces of the next meeting: when it is, and whether people come."""
    day, (start, end) = find_date(text, meeting.date), find_span(text)
    low = text.casefold()
    mode = (
        "virtual"
        if "virtuelt" in low and "fysisk" not in low
        else "physical"
        if "fysisk" in low and "virtuelt" not in low
        else ""
    )
    meeting.next_meeting = NextMeetingDraft(day, start, end, mode=mode, text=text)


def _notices(meeting: MeetingDraft, draft: ImportDraft) -> None:
    for item in meeting.items:
        if not item.title:
            draft.notices.append(
                notice(
                    N_("The first page of item {number} is missing in the paper: no title."),
                    item.span.first, number=item.number,
                )
            )  # fmt: skip
        for one in item.attachments:
            if not one.listed:
                draft.notices.append(
                    notice(
                        N_("“{title}” has its own page and is read as an attachment of {number}."),
                        one.span.first, title=one.title, number=item.number,
                    )
                )  # fmt: skip
    if meeting.unplaced:
        draft.notices.append(
            notice(
                N_("{count} lines found no place. They follow the meeting as “not placed”."),
                count=len(meeting.unplaced),
            )
        )
