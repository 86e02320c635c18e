"""The rows of the import's preview: meetings with what was given for them, and their items.

Public: ``MeetingRow``, ``ItemRow``, ``MeetingTable``, ``rows_of(drafts)``, ``remarks_of``,
``unplaced_of``, ``meeting_columns``, ``item_columns``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from PySide6.QtGui import QResizeEvent

from app.i18n import _, decimal, register_date
from app.importing.preview import facts, remark
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft
from app.models.meeting import AttendanceStatus
from app.ui.tables import EMPTY, Cell, Column
from app.ui.tokens import Tone
from app.ui.widgets.table_view import TableView

WELL_READ = 0.995
NAMED = 3  # papers that are named; more are counted
_CAME = (AttendanceStatus.PRESENT, AttendanceStatus.OTHER_PARTICIPANT)


@dataclass(frozen=True)
class MeetingRow:
    """A meeting of a paper; ``body`` and ``date`` as printed or given, ``facts`` in words.

    ``is_put_there``: nobody chose the group, it is the only one there is.
    """

    id: int
    paper: str
    meeting: MeetingDraft
    facts: str
    body: str
    date: dt.date | None
    is_there: bool = False
    is_left_out: bool = False
    is_put_there: bool = False


class MeetingTable(TableView):
    """Keeps the chosen meeting in sight when what is asked for below takes of its height."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


@dataclass(frozen=True)
class ItemRow:
    """An item of the chosen meeting."""

    id: int
    item: ItemDraft


def rows_of(drafts: Sequence[ImportDraft]) -> list[MeetingRow]:
    """All meetings of all papers, numbered through."""
    rows: list[MeetingRow] = []
    for draft in drafts:
        for meeting in draft.meetings:
            names = [draft.source_name] if len(drafts) > 1 else []
            told = " · ".join([*names, *facts(meeting)])
            rows.append(
                MeetingRow(len(rows), draft.source_name, meeting, told, meeting.body, meeting.date)
            )
    return rows


def remarks_of(drafts: Sequence[ImportDraft], rows: Sequence[MeetingRow]) -> str:
    """What a reader should know, a line for the papers that share it; those are named or counted.

    A meeting's ``facts`` say it of each paper. Of a paper that is left out nothing is said.
    """
    papers: dict[str, list[str]] = {}
    following = iter(rows)
    for draft in drafts:
        own = list(islice(following, len(draft.meetings)))
        if own and all(one.is_left_out for one in own):
            continue
        told = [*map(remark, draft.notices), *(_put_there(one) for one in own if _is_put(one))]
        for words in dict.fromkeys(told):
            papers.setdefault(words, []).append(draft.source_name)
    shared: dict[tuple[str, ...], list[str]] = {}
    for words, names in papers.items():
        shared.setdefault(tuple(names), []).append(words)
    return "\n".join(
        _of_paper(_together(names), " ".join(words), drafts) for names, words in shared.items()
    )


def _is_put(row: MeetingRow) -> bool:
    return row.is_put_there and not row.is_there and not row.is_left_out


def _put_there(row: MeetingRow) -> str:
    return _("The paper does not name a group. It is put under {body}.").format(body=row.body)


def _together(names: Sequence[str]) -> str:
    if len(names) <= NAMED:
        return ", ".join(names)
    return _("{count} papers").format(count=len(names))


def unplaced_of(rows: Sequence[MeetingRow], drafts: Sequence[ImportDraft]) -> list[str]:
    """The lines of what is taken along that found no place; several papers are named."""
    form = _("page {page}, line {line}: {text}")
    return [
        _of_paper(one.paper, form.format(page=n.page, line=n.line, text=n.text), drafts)
        for one in rows
        if not one.is_left_out
        for n in one.meeting.unplaced
    ]


def _of_paper(name: str, words: str, drafts: Sequence[ImportDraft]) -> str:
    return f"{name}: {words}" if len(drafts) > 1 else words


def meeting_columns(*, with_papers: bool) -> list[Column]:
    """``with_papers``: the name of the paper, too, where there are several."""
    papers = [Column("paper", _("Paper"), lambda r: r.paper, 190)] if with_papers else []
    columns = [
        Column("date", _("Date"), _date, 110),
        Column("body", _("Group"), _body, 220, stretch=True),
        *papers,
        Column("items", _("Items"), lambda r: str(len(r.meeting.items)), 80, numeric=True),
        Column("people", _("People"), _people, 90, numeric=True),
        Column("coverage", _("Read"), _coverage, 110),
        Column("there", _("Import"), _there, 150),
    ]
    return [replace(column, cell=_quiet_if_left_out(column.cell)) for column in columns]


def _quiet_if_left_out(
    cell: Callable[[MeetingRow], str | Cell],
) -> Callable[[MeetingRow], str | Cell]:
    """The words alone, without chip, icon and colour, of a meeting that is left out."""

    def shown(row: MeetingRow) -> str | Cell:
        made = cell(row)
        if not row.is_left_out:
            return made
        words = made.text if isinstance(made, Cell) else made
        return Cell(words or EMPTY, is_quiet=True)

    return shown


def item_columns() -> list[Column]:
    """Number, title and what the item holds."""
    return [
        Column("number", _("Item"), lambda r: str(r.item.number or ""), 64),
        Column("title", _("Title"), _item_title, 320, stretch=True),
        Column("case", _("Case"), lambda r: r.item.case_number or "", 130),
        Column("points", _("Points"), _points, 80, numeric=True),
        Column("files", _("Attachments"), _files, 80, numeric=True),
        Column("decision", _("Decision"), lambda r: r.item.decision_text, 220),
    ]


def _date(row: MeetingRow) -> str | Cell:
    return register_date(row.date) if row.date else _missing(row)


def _body(row: MeetingRow) -> str | Cell:
    return row.body or _missing(row)


def _people(row: MeetingRow) -> str:
    """Those who came."""
    return _count(sum(person.status in _CAME for person in row.meeting.attendance))


def _missing(row: MeetingRow) -> str | Cell:
    """Nothing is asked for of what is left out."""
    return "" if row.is_left_out else Cell(_("missing"), "circle-alert", Tone.AMBER)


def _coverage(row: MeetingRow) -> Cell:
    share = f"{decimal(row.meeting.coverage * 100)} %"
    if row.meeting.coverage >= WELL_READ:
        return Cell(share, "check", Tone.GREEN, chip=True)
    return Cell(share, "circle-alert", Tone.AMBER, chip=True)


def _there(row: MeetingRow) -> str | Cell:
    if row.is_left_out:
        return _("Left out")
    if row.is_there:
        return Cell(_("Is there already"), "", Tone.NEUTRAL, chip=True)
    return _("New")


def _item_title(row: ItemRow) -> Cell:
    title = row.item.title or (_("Closed item") if row.item.is_closed else "")
    return Cell(title, mark="lock" if row.item.is_closed else "")


def _points(row: ItemRow) -> str:
    return _count(sum(len(made.points) for made in row.item.recommendation_sets))


def _files(row: ItemRow) -> str:
    return _count(len(row.item.attachments))


def _count(number: int) -> str:
    return str(number) if number else ""
