"""The door of the room: a file -> a draft of every meeting in it, with each line accounted for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.i18n import N_
from app.importing.content.wraps import setting_of
from app.importing.dates import find_date
from app.importing.layouts.foreign import read_foreign
from app.importing.layouts.forum import read_forum
from app.importing.layouts.punkt import read_punkt_paper
from app.importing.lines import Line, doc_width
from app.importing.own.by_lines import as_layout_c, close_own, is_own
from app.importing.source import read_source
from app.models.draft import ImportDraft, MeetingDraft, notice


def read_paper(path: Path) -> ImportDraft:
    """The draft of a paper. Raises ``AppError`` with a sentence for a file that is none."""
    source = read_source(path)
    draft = ImportDraft(source.name, source.sha256)
    for page in source.pictures:
        draft.notices.append(
            notice(
                N_("Page {page} is a picture without text, so nothing of it is read."), page=page
            )
        )
    own = _own_meeting(path, source.lines)
    draft.meetings = [own] if own else read_lines(source.lines, draft)
    return draft


def _own_meeting(path: Path, lines: Sequence[Line]) -> MeetingDraft | None:
    """The meeting of a paper of this program that has its tags; of no other paper."""
    if not is_own(lines):
        return None
    from app.importing.own.by_tags import read_own_paper

    return read_own_paper(path.read_bytes(), lines)


def read_lines(lines: Sequence[Line], draft: ImportDraft) -> list[MeetingDraft]:
    """The meetings of a paper's lines, the outer one first; notices go to ``draft``."""
    printed = lines
    if is_own(printed):
        lines = as_layout_c(printed)
    setting = setting_of(lines, doc_width(lines))
    meeting = (
        read_punkt_paper(lines, setting, draft)
        or read_forum(lines, setting, draft)
        or read_foreign(lines, setting, draft)
    )
    if is_own(printed):
        close_own(meeting, printed, draft)
    meeting.body = _as_written(meeting.body, lines)
    _from_file_name(meeting, draft)
    return [meeting, *_attached(meeting)]


def _as_written(name: str, lines: Sequence[Line]) -> str:
    """A name that the cover sets in capitals, as the paper writes it elsewhere."""
    if not name.isupper() or " " not in name:
        return name
    low = name.casefold()
    told = (line.text for line in lines if low in line.text.casefold())
    found = (text[(at := text.casefold().index(low)) : at + len(name)] for text in told)
    return next((one for one in found if not one.isupper() and one[:1].isupper()), name)


def _from_file_name(meeting: MeetingDraft, draft: ImportDraft) -> None:
    """A date that only the file's name tells, and says so."""
    if meeting.date is not None or (found := find_date(draft.source_name)) is None:
        return
    meeting.date = found
    draft.notices.append(notice(N_("The paper prints no date. It is taken from the file's name.")))


def _attached(meeting: MeetingDraft) -> list[MeetingDraft]:
    found: list[MeetingDraft] = []
    for item in meeting.items:
        for inner in item.attached_minutes:
            found += [inner, *_attached(inner)]
    return found
