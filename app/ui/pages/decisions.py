"""Beslutninger: what was decided, grouped by meeting, newest first. Public: ``DecisionsPage``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import UUID

from app.i18n import N_, _, long_date, ngettext
from app.services.queries.registers import DecisionRow, decision_rows
from app.ui.context import AppContext
from app.ui.pages.outcomes import outcome_cell
from app.ui.pages.register import RegisterPage, open_item
from app.ui.pages.register_data import Register
from app.ui.tables import Cell, Column, Group
from app.ui.tokens import Tone
from app.ui.widgets import EmptyState


class DecisionsPage(RegisterPage):
    """One row a decision; Enter opens the item in its meeting."""

    opening_words = N_("Open the item")

    def __init__(self, context: AppContext) -> None:
        register = Register(
            title=_("Decisions"),
            tables=(
                *("decision", "agenda_item", "item_section", "meeting", "body"),
                *("recommendation_set", "recommendation_point"),
            ),
            columns=_columns(),
            reader=lambda: partial(decision_rows, context.database),
            open_row=partial(open_item, context),
            grouped=_grouped,
            filter_hint=_("Search in decisions"),
            empty=EmptyState(
                "file-check",
                _("No decisions yet"),
                _("Decisions from the meetings are shown here with outcome and case."),
            ),
        )
        super().__init__(context, register)


def _columns() -> list[Column]:
    return [
        Column("number", _("Item"), _number, 92, about=_item),
        Column("title", _("Title"), _title, 320, stretch=True, about=_item),
        Column("outcome", _("Outcome"), _outcome, 190),
        Column("words", _("Decision"), _words, 380),
        Column("case", _("Case"), lambda r: r.case_number, 130, about=_item),
    ]


def _item(row: DecisionRow) -> UUID:
    return row.item_id


def _grouped(rows: Sequence[DecisionRow]) -> list[Any]:
    made: list[Any] = []
    for _meeting_id, members in groupby(rows, key=attrgetter("meeting_id")):
        found = list(members)
        count = ngettext("{count} decision", "{count} decisions", len(found))
        day = long_date(found[0].date, weekday=False)
        made.append(Group(day, found[0].body_name, count.format(count=len(found))))
        made.extend(found)
    return made


def _number(row: DecisionRow) -> Cell:
    return Cell(str(row.item_number or ""), tone=Tone.NEUTRAL, strong=True)


def _outcome(row: DecisionRow) -> str | Cell:
    return outcome_cell(row.outcome, row.terms.modifier)


def _words(row: DecisionRow) -> str:
    """The words behind the number of the point they answer, and what binds them, as in the
    minutes, in one line.

    Lines that no sign ends are set apart.
    """
    told = [*row.words.splitlines(), *_terms(row)]
    lines = [" ".join(line.split()) for line in told if line.strip()]
    apart = [line if line[-1] in ".,:;!?" else f"{line} ·" for line in lines[:-1]]
    return " ".join([row.point_label, *apart, *lines[-1:]]).strip()


def _terms(row: DecisionRow) -> Iterator[str]:
    _modifier, *bound = row.terms
    headings = (_("Reservation:"), _("Condition:"), _("Dissent:"))
    yield from (f"{head} {words}" for head, words in zip(headings, bound, strict=True) if words)


def _title(row: DecisionRow) -> Cell:
    return Cell(row.item_title, mark="lock" if row.is_closed else "")
