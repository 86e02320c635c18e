"""The forum shell: a head of labels, then numbered items with minutes and presenters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.i18n import N_
from app.importing.content.items import read_item
from app.importing.content.outcomes import is_plain_outcome
from app.importing.content.parts import Context, letters_of
from app.importing.content.structure import rich_text
from app.importing.content.wraps import Setting, ended
from app.importing.furniture import find_furniture, without
from app.importing.layouts.closing import close_gaps, close_marked
from app.importing.layouts.dotted import DottedItem, dotted_items
from app.importing.layouts.heads import read_head
from app.importing.layouts.listed import NUMBERED, listed_starts
from app.importing.layouts.openings import read_title
from app.importing.layouts.openness import first_lines
from app.importing.ledger import add_lost_lines
from app.importing.lines import Line
from app.importing.vocabulary import VERBS, case_number_of, item_kind, label_of
from app.models.draft import (
    ImportDraft,
    ItemDraft,
    MeetingDraft,
    Notice,
    SectionDraft,
    Span,
    notice,
)

_LONGEST_GAP = 5
_MINUTES = re.compile(
    r"\s*[(\[–-]?\s*(?P<minutes>\d{1,3}) ?min(?:utter|\.)?[)\]]?\.?$", re.IGNORECASE
)
_LEAST_ITEMS = 2
_OF_EVERY_MEETING = frozenset(
    {"agenda_approval", "minutes_approval", "any_other_business", "next_meeting"}
)


def read_forum(lines: Sequence[Line], setting: Setting, draft: ImportDraft) -> MeetingDraft | None:
    """The meeting, or None when numbered items with minutes cannot be told."""
    furniture = find_furniture(lines)
    kept = without(lines, furniture.numbers)
    dotted = dotted_items(kept)
    starts = [one.start for one in dotted] or listed_starts(kept) or _counted_starts(kept)
    if not starts:
        return None
    firsts = starts if dotted else first_lines(kept, starts)
    meeting = MeetingDraft(layout="forum", lines_total=len(lines))
    head = read_head(kept[: firsts[0]], meeting, setting)
    if furniture.headers and not meeting.body:
        meeting.body = furniture.headers[0].body
    context = Context(setting, (meeting.body,) if meeting.body else (), tuple(head.contents))
    if dotted:
        meeting.items = [_read_dotted(one, n, kept, context) for n, one in enumerate(dotted, 1)]
        draft.notices.append(_counted_anew(len(dotted)))
    else:
        places = zip(firsts, starts, [*firsts[1:], len(kept)], strict=True)
        meeting.items = [_read(kept[a:at], kept[at:b], context) for a, at, b in places]
    numbered = {} if dotted else head.numbered
    close_marked(meeting, kept, numbered)
    close_gaps(meeting, draft, numbered)
    headings = {letters_of(kept[one.start].text) for one in dotted}
    listed = head.furniture
    own = [one for one in lines if one.number not in listed or letters_of(one.text) not in headings]
    add_lost_lines(meeting, own, furniture.numbers)
    meeting.lines_placed = len(lines) - len(meeting.unplaced)
    meeting.lines_furniture = len(lines) - len(kept) + len(head.furniture)
    return meeting


def _counted_starts(kept: Sequence[Line]) -> list[int]:
    """Indexes of the lines 1, 2, 3 … that open items: with minutes where the paper gives them.

    A list of contents runs 1, 2, 3 too: of several runs the one with most minuted items counts, of
    two that begin alike the second. A council counts on over its meetings: then all are minuted.
    """
    candidates = [index for index in range(len(kept)) if _may_open(kept, index)]
    timed = [index for index in candidates if _is_timed(kept, index)]
    if len(timed) >= _LEAST_ITEMS:
        candidates = timed
    firsts = [at for at, index in enumerate(candidates) if _number(kept[index]) == 1]
    found = _best(kept, [_run(kept, candidates[at:]) for at in firsts])
    if _is_forum(kept, found):
        return found
    later = [_run(kept, candidates[at:]) for at in range(len(candidates))]
    found = max(later, key=len, default=[])
    return found if len(found) > _LEAST_ITEMS and _minuted(kept, found) == len(found) else []


def _best(kept: Sequence[Line], runs: Sequence[list[int]]) -> list[int]:
    best = max((_minuted(kept, run) for run in runs), default=0)
    alike = [run for run in runs if _minuted(kept, run) == best]
    again = [run for run in alike if _title(kept, run) == _title(kept, alike[0])]
    return again[-1] if again else []


def _title(kept: Sequence[Line], run: Sequence[int]) -> str:
    return letters_of(kept[run[0]].text)


def _run(kept: Sequence[Line], candidates: Sequence[int]) -> list[int]:
    """The candidates that count on; a paper that marks its items leaves closed ones out."""
    starts: list[int] = []
    for index in candidates:
        found = NUMBERED.match(kept[index].text)
        step = _number(kept[index]) - _number(kept[starts[-1]]) if starts else 1
        marked = starts and found and found["mark"]
        if step == 1 or (marked and 1 < step <= _LONGEST_GAP):
            starts.append(index)
    return starts


def _number(line: Line) -> int:
    found = NUMBERED.match(line.text)
    return int(found["number"]) if found else 0


def _may_open(kept: Sequence[Line], index: int) -> bool:
    line = kept[index]
    found = NUMBERED.match(line.text)
    if not found or found["word"] or found["title"].split()[0].casefold() in VERBS:
        return False
    free = line.gap > 0 or line.starts_page or index == 0 or _is_timed(kept, index)
    free = free or case_number_of(kept[index - 1].text) is not None
    return free and not ended(_MINUTES.sub("", found["title"]))


def _is_timed(kept: Sequence[Line], index: int) -> bool:
    """Minutes on the line itself or on one of the next two."""
    near = [line.text for line in kept[index : index + 3]]
    own = bool(_MINUTES.search(near[0]))
    return own or any(re.match(r"^(?:Varighed|Tid|\()?:? ?\d{1,3} ?min", text) for text in near[1:])


def _is_forum(kept: Sequence[Line], starts: Sequence[int]) -> bool:
    """At least two items, at least half of them minuted."""
    return len(starts) >= _LEAST_ITEMS and _minuted(kept, starts) * 2 >= len(starts)


def _minuted(kept: Sequence[Line], starts: Sequence[int]) -> int:
    """How many of the items have minutes, a decision or a recommendation.

    An item that every meeting has needs none, nor does one that says its outcome and no more.
    """
    minuted = 0
    for start, end in zip(starts, [*starts[1:], len(kept)], strict=True):
        kinds = {(label_of(line.text) or ("",))[0] for line in kept[start:end]}
        title = kept[start].text.split(None, 1)[-1]
        told = any(is_plain_outcome(line.text) for line in kept[start + 1 : end])
        labelled = bool(kinds & {"minutes", "decision", "recommendation"})
        minuted += labelled or told or item_kind(title) in _OF_EVERY_MEETING
    return minuted


def _read(above: Sequence[Line], lines: Sequence[Line], context: Context) -> ItemDraft:
    """An item whose first line holds number, title and often its minutes.

    What stands above that tells its case number, or that it is closed.
    """
    found = NUMBERED.match(lines[0].text)
    assert found is not None
    minutes = _MINUTES.search(found["title"])
    printed = _MINUTES.sub("", found["title"]).strip()
    first = replace(lines[0], raw=printed, text=printed)
    title, taken = read_title([first, *lines[1:]], 0, len(lines), context.hints, context.setting)
    head = [*above, *lines[:taken]]
    item = read_item(int(found["number"]), head, lines[taken:], context, title)
    if minutes:
        item.duration_min = int(minutes["minutes"])
    return item


def _read_dotted(
    place: DottedItem, number: int, kept: Sequence[Line], context: Context
) -> ItemDraft:
    """An item with a number such as 2.1, kept with its title; a heading stands above its text."""
    heading = list(kept[place.start : place.title])
    lines = kept[place.title : place.end]
    title, taken = read_title(lines, 0, len(lines), context.hints, context.setting)
    item = read_item(number, [*heading, *lines[:taken]], lines[taken:], context, title)
    item.kind = item_kind(title.partition(" ")[2])
    if heading:
        text = rich_text(heading, context.setting)
        span = Span(heading[0].number, heading[0].number)
        item.sections.insert(0, SectionDraft("other", "", text, span))
        for made in item.recommendation_sets:
            made.section = None if made.section is None else made.section + 1
    return item


def _counted_anew(count: int) -> Notice:
    return notice(
        N_("The items have numbers such as 2.1. They are counted from 1 to {count} instead."),
        count=count,
    )
