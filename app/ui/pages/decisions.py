"""Beslutninger: what was decided, grouped by meeting, newest first. Public: ``DecisionsPage``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from app.i18n import _, long_date, ngettext
from app.services.queries.registers import DecisionRow, decision_rows
from app.ui.context import AppContext
from app.ui.pages.outcomes import outcome_cell
from app.ui.pages.register import RegisterPage
from app.ui.tables import Cell, Column, Group
from app.ui.tokens import Tone
from app.ui.widgets import EmptyState


class DecisionsPage(RegisterPage):
    """One row a decision; Enter opens the item in its meeting."""

    tables = ("decision", "agenda_item", "meeting", "body", "recommendation_point")

    def __init__(self, context: AppContext) -> None:
        self.title = _("Decisions")
        super().__init__(context)

    def columns(self) -> list[Column]:
        return [
            Column("number", _("Item"), _number, 92),
            Column("title", _("Title"), _title, 320, stretch=True),
            Column("outcome", _("Outcome"), lambda r: outcome_cell(r.outcome), 190),
            Column("words", _("Decision"), lambda r: r.words, 380),
            Column("case", _("Case"), lambda r: r.case_number, 130),
        ]

    def read(self) -> Sequence[DecisionRow]:
        return decision_rows(self.context.database)

    def grouped(self, rows: Sequence[DecisionRow]) -> list[Any]:
        made: list[Any] = []
        for meeting, members in groupby(rows, key=lambda r: (r.meeting_id, r.date, r.body_name)):
            found = list(members)
            count = ngettext("{count} decision", "{count} decisions", len(found))
            made.append(
                Group(
                    long_date(meeting[1], weekday=False), meeting[2], count.format(count=len(found))
                )
            )
            made.extend(found)
        return made

    def filter_words(self) -> str:
        return _("Search in decisions")

    def empty_state(self) -> EmptyState:
        return EmptyState(
            "file-check",
            _("No decisions yet"),
            _("Decisions from the meetings are shown here with outcome and case."),
        )


def _number(row: DecisionRow) -> Cell:
    return Cell(str(row.item_number or ""), tone=Tone.NEUTRAL, strong=True)


def _title(row: DecisionRow) -> Cell:
    return Cell(row.item_title, mark="lock" if row.is_closed else "")
