"""What an edition shows: the one place that decides (domain I2; docs/decisions/0012).

Papers ask here, once, when their data are collected (``app/reports/collect_*.py``): what is closed
to the edition is not in the data, so neither on a page nor in outline, properties or file name.
Screens do not ask: who works with the file sees all of it.
"""

from __future__ import annotations

import enum
from itertools import groupby

from app.models.meeting import AttendanceRole
from app.models.richtext import RichText, Run, Runs, iter_runs, map_runs

_MEMBERS = frozenset({AttendanceRole.MEMBER, AttendanceRole.CHAIRING, AttendanceRole.SUBSTITUTE})


class Edition(enum.StrEnum):
    """For everybody (Åben udgave) or for those who may read the closed parts (Fuld udgave)."""

    OPEN = "open"
    FULL = "full"


def shows_item(*, is_closed: bool, edition: Edition) -> bool:
    """True when title, texts and all else of the item may be shown; its number always is."""
    return edition is Edition.FULL or not is_closed


def shows_attachment(*, item_is_closed: bool, is_closed: bool, edition: Edition) -> bool:
    """True when title, file and page count of the attachment may be shown."""
    return edition is Edition.FULL or not (item_is_closed or is_closed)


def shows_attendance(*, role: AttendanceRole, is_for_closed_only: bool, edition: Edition) -> bool:
    """True when a person on the lists may be named: whom the body called in for closed items alone
    would tell what they are about; members are known anyhow."""
    return edition is Edition.FULL or not (is_called_in(role) and is_for_closed_only)


def is_called_in(role: AttendanceRole) -> bool:
    """True for those whom the body called in, who are not its members or their substitutes."""
    return role not in _MEMBERS


def visible_text(text: RichText, edition: Edition, mark: str) -> RichText:
    """The text without its confidential words, each stretch of which becomes ``mark``.

    A footnote of a confidential run goes with it. The full edition is the text itself.
    """
    if edition is Edition.FULL or not any(run.confidential for run in iter_runs(text)):
        return text
    return map_runs(text, lambda runs: _without_confidential(runs, mark))


def _without_confidential(runs: Runs, mark: str) -> Runs:
    kept: list[Run] = []
    for is_hidden, group in groupby(runs, key=lambda run: run.confidential):
        stretch = list(group)
        kept += [Run(_between_blanks(mark, stretch))] if is_hidden else stretch
    return tuple(kept)


def _between_blanks(mark: str, hidden: list[Run]) -> str:
    """The blanks that were marked with the words at their ends part them from their neighbours."""
    words = "".join(run.text for run in hidden)
    before, behind = (" " if end.isspace() else "" for end in (words[:1], words[-1:]))
    return f"{before}{mark}{behind}"
