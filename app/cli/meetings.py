"""``meetings``: what is in the data."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from app.cli.console import say, say_json
from app.cli.data import SHORT_ID, open_data
from app.i18n import _, clock_span, ngettext
from app.paths import AppPaths

if TYPE_CHECKING:
    from app.services.queries.meetings import MeetingRow


def run(options: argparse.Namespace, paths: AppPaths) -> int:
    """List the meetings, newest first."""
    from app.services.queries.meetings import meeting_rows

    with open_data(paths) as database:
        rows = meeting_rows(database)
    if options.json:
        say_json({"meetings": [_plain(row) for row in rows]})
    elif rows:
        for line in _table(rows):
            say(line)
    else:
        say(_("There are no meetings yet. Import a paper, or make a meeting in the window."))
    return 0


def _plain(row: MeetingRow) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "body": row.body_name,
        "date": row.date.isoformat(),
        "start": row.start.strftime("%H:%M") if row.start else None,
        "end": row.end.strftime("%H:%M") if row.end else None,
        "place": row.place,
        "state": row.state.value,
        "items": row.item_count,
        "closed_items": row.closed_count,
        "unplaced": row.unplaced_count,
        "is_imported": row.is_imported,
    }


def _table(rows: list[MeetingRow]) -> list[str]:
    """The rows in columns as wide as their widest cell."""
    cells = [_cells(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]


def _cells(row: MeetingRow) -> tuple[str, ...]:
    from app.labels import label

    items = ngettext("{count} item", "{count} items", row.item_count).format(count=row.item_count)
    return (
        row.date.isoformat(),
        clock_span(row.start, row.end).replace("\u00a0", " "),
        row.body_name,
        label(row.state),
        items,
        str(row.id)[:SHORT_ID],
    )
