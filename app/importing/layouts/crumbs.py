"""Breadcrumbs of the meeting that minutes were attached to, printed above their own items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from app.importing.content.parts import letters_of
from app.importing.furniture import printed_again
from app.importing.layouts.openings import ItemLines, Opening, find_openings
from app.importing.lines import Line
from app.models.draft import ItemDraft, MeetingDraft

_WORD = re.compile(r"\w+")
_APPROVAL = """
godkendelse godkendelsen af referat referatet referater referaterne fra til for det de den sidste
seneste senest forrige foregående tidligere møde mødet møder
"""
_OF_APPROVAL = frozenset(_APPROVAL.split())
"""Words of a title that say no more than that minutes are approved."""


def outer_crumbs(
    kept: Sequence[Line],
    groups: Sequence[ItemLines],
    meeting: MeetingDraft,
    outer: Iterable[ItemDraft],
) -> set[int]:
    """Line numbers of breadcrumbs that the draft need not hold.

    Such a one is printed on several pages, is a title of ``outer``, the items of the paper these
    minutes are attached to, or says that they are approved there; then the meeting knows it.
    """
    openings = [*find_openings(kept[: groups[0].start]), *_inside(kept, groups)]
    found = {kept[one.index].number for one in openings}
    titles = {letters_of(item.title) for item in outer if item.title}
    known = {kept[one.index].number for one in openings if letters_of(one.title) in titles}
    own = {letters_of(item.title) for item in meeting.items}
    for one in openings:
        if one.is_crumb and letters_of(one.title) not in own and _says_approval(one.title):
            meeting.approved_in_item = meeting.approved_in_item or one.number
            known.add(kept[one.index].number)
    return known | printed_again(kept, found)


def _says_approval(title: str) -> bool:
    return _OF_APPROVAL.issuperset(_WORD.findall(title.casefold()))


def _inside(kept: Sequence[Line], groups: Iterable[ItemLines]) -> list[Opening]:
    """Breadcrumbs inside items."""
    inside = {index for group in groups for index in group.crumbs}
    return [one for one in find_openings(kept) if one.index in inside] if inside else []
