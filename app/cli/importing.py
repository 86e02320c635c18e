"""``import``: papers into the data, after a look at all of them."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import complain, say, say_json
from app.cli.data import read_date
from app.errors import InvalidInput
from app.i18n import _, clock_span, decimal, long_date, ngettext, register_date
from app.labels import label
from app.models.meeting import SourceLayout
from app.paths import AppPaths

if TYPE_CHECKING:
    from app.models.draft import ImportDraft, MeetingDraft
    from app.services.importing import ImportResult

Tell = Callable[[str], None]


def run(options: argparse.Namespace, paths: AppPaths) -> int:
    """Read every file before the first is written: one that cannot be read stops them all."""
    from app.importing.reading import read_paper

    drafts = [read_paper(path) for path in options.files]
    tell: Tell = complain if options.json else say
    for draft, path in zip(drafts, options.files, strict=True):
        _fill_gaps(draft, options)
        if not options.dry_run:
            _place_foreign(draft, path, tell)
            _check_gaps(draft)
    for draft in drafts:
        _tell_of(draft, tell, is_brief=options.json)
    if options.dry_run:
        tell(_("Nothing was written."))
    else:
        _write(drafts, paths, tell)
    if options.json:
        _say_json(drafts)
    return 0


def _fill_gaps(draft: ImportDraft, options: argparse.Namespace) -> None:
    """What the paper does not say of itself is taken from the command line."""
    date = read_date(options.date) if options.date else None
    for meeting in draft.meetings:
        meeting.body = meeting.body or (options.body or "").strip()
        meeting.date = meeting.date or date


def _place_foreign(draft: ImportDraft, path: Path, tell: Tell) -> None:
    """A paper of a foreign layout is kept whole even when it names neither group nor day.

    It goes to a group for such papers, under the day of the file, and the user is told so.
    """
    for meeting in draft.meetings:
        if meeting.layout.lower() != SourceLayout.UNKNOWN:
            continue
        if not meeting.body:
            meeting.body = _("Unknown group")
            words = _("  Note: {name} does not say which group met. It is put under “{group}”.")
            tell(words.format(name=draft.source_name, group=meeting.body))
        if meeting.date is None:
            meeting.date = dt.date.fromtimestamp(path.stat().st_mtime)
            words = _("  Note: {name} does not say when. It gets the day of the file, {day}.")
            tell(words.format(name=draft.source_name, day=register_date(meeting.date)))


def _check_gaps(draft: ImportDraft) -> None:
    for meeting in draft.meetings:
        if not meeting.body:
            raise InvalidInput(
                "{name} does not say which group met. Write the group after --body.",
                name=draft.source_name,
            )
        if meeting.date is None:
            raise InvalidInput(
                "{name} does not say when the meeting was held. Write the date after --date.",
                name=draft.source_name,
            )


def _write(drafts: Sequence[ImportDraft], paths: AppPaths, tell: Tell) -> None:
    from app.services.importing import import_drafts
    from app.storage.database import Database

    paths.require_chosen()
    with Database.open_or_create(paths.database) as database:
        _tell_result(import_drafts(database, drafts), tell)


def _tell_result(result: ImportResult, tell: Tell) -> None:
    made, known, occupied = len(result.created), len(result.known), len(result.occupied)
    if made:
        words = ngettext("{count} meeting imported.", "{count} meetings imported.", made)
        tell(words.format(count=made))
    if known:
        words = ngettext(
            "{count} meeting was imported from this file before and is unchanged.",
            "{count} meetings were imported from this file before and are unchanged.",
            known,
        )
        tell(words.format(count=known))
    if occupied:
        words = ngettext(
            "{count} meeting is in the data already and is unchanged.",
            "{count} meetings are in the data already and are unchanged.",
            occupied,
        )
        tell(words.format(count=occupied))


def _say_json(drafts: Sequence[ImportDraft]) -> None:
    from app.importing.as_json import draft_json

    say_json({"meetings": [one for draft in drafts for one in draft_json(draft)["meetings"]]})


def _tell_of(draft: ImportDraft, tell: Tell, *, is_brief: bool) -> None:
    """What will be made of a paper; ``is_brief`` leaves only what the reader should know."""
    from app.importing.preview import remark

    if not is_brief:
        tell(draft.source_name)
        for meeting in draft.meetings:
            for line in _lines_of(meeting):
                tell(f"  {line}")
    for notice in draft.notices:
        tell(_("  Note: {words}").format(words=remark(notice)))


def _lines_of(meeting: MeetingDraft) -> list[str]:
    day = long_date(meeting.date) if meeting.date else _("no date")
    head = ", ".join(
        part
        for part in (meeting.body or _("no group"), day, clock_span(meeting.start, meeting.end))
        if part
    )
    lines = [head.replace("\u00a0", " "), "  " + _counts(meeting)]
    for item in meeting.items:
        title = item.title or (_("Closed item") if item.is_closed else "–")
        lines.append(f"  {item.number or '–':>3}  {title}")
    for one in meeting.unplaced:
        place = _("Not placed, page {page}, line {line}: {text}")
        lines.append("  " + place.format(page=one.page, line=one.line, text=one.text))
    return lines


def _counts(meeting: MeetingDraft) -> str:
    items, people = len(meeting.items), len(meeting.attendance)
    return ", ".join(
        (
            label(SourceLayout(meeting.layout.lower())),
            ngettext("{count} item", "{count} items", items).format(count=items),
            ngettext("{count} person", "{count} people", people).format(count=people),
            _("{share} % of the lines placed").format(share=decimal(100 * meeting.coverage)),
        )
    )
