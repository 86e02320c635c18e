"""The account of words: a line whose words the draft does not hold is shown as not placed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from app.i18n import MONTHS
from app.importing.as_json import section_text
from app.importing.content.marks import mark_of
from app.importing.furniture import printed_again
from app.importing.layouts.head_words import LABELS
from app.importing.lines import Line
from app.models.draft import AttendanceDraft, ItemDraft, MeetingDraft, UnplacedLine
from app.models.richtext import plain

_WORD = re.compile(r"[^\W_]+")
_PAGE_BEHIND = re.compile(r" ?[ .]{3,}\d+$")
_HEADS = """
punkt pkt docx pdf side s den d dag kl klokken fra til ca og samt i ved af hos for der dato nr
oplysninger mandag tirsdag onsdag torsdag fredag lørdag søndag referat dagsorden
beslutningsreferat mødereferat beslutningsprotokol mødeindkaldelse indhold indholdsfortegnelse
dagsordenspunkter punkter åben åbent navn titel stilling organisation kommune funktion stede
suppleant stedfortræder stedet som vikar lukket lukkede åbne møde del sager ekskl eks excl uden
bilag ingen mødeleder mødeledere formand formænd formandskab formandskabet ordstyrere
forkvinde forperson ordstyrer afbud fraværende ikke deltog
var er har havde forhindret mødet blev ledet modtaget meldt herudover
"""
_OF_HEADS = frozenset(_HEADS.split())
"""Words of a head that its fields say otherwise."""
_ITEMS = """
punkt punkter pkt ad nr dagsordenspunkt åben åbent åbne lukket lukkede møde del sager sag sagsnr
sagsnummer sags id sagsid j journalnr journalnummer acadre dok emn v ved oplæg oplægsholder
indleder indledning varighed tid tidsramme tidsforbrug minutter min kl bilag bilagsliste
bilagsoversigt vedlagte vedlagt vedhæftede ingen dagsorden tillægspunkt ekstrapunkt ekstra
tillægssag sagnr status sagstype type offentlighed behandling fortrolig fortroligt strengt ikke
offentlig offentligt til under for
"""
_OF_ITEMS = frozenset(_ITEMS.split())
"""Words of an item that number, flags and times say otherwise."""
_SHORTEST_PIECE = 2


class _Held:
    """The words of one part of the draft, whole and as one string of letters.

    ``once`` is a name that a header may repeat without spaces.
    """

    def __init__(self, texts: Iterable[str], furniture: frozenset[str], once: str = "") -> None:
        self.once = _letters(once)
        whole = "\n".join(texts)
        self.letters = _letters(whole)
        self._words = {_same(word) for word in _WORD.findall(whole.casefold())} | furniture

    def holds(self, line: Line, *, in_template: bool = False) -> bool:
        """True when no word of the line is missing; at its ends words may be broken.

        In a header, footer or stamp figures count pages and copies.
        """
        mark = mark_of(line)
        text = _PAGE_BEHIND.sub("", mark.rest if mark else line.text)
        if _letters(text) in self.letters:
            return True
        words = [_same(word) for word in _WORD.findall(text.casefold())]
        if self.once and not _letters(text).replace(self.once, ""):
            return True
        missing = [
            at
            for at, word in enumerate(words)
            if word not in self._words and not (in_template and word.isdigit())
        ]
        return all(self._is_piece(words, at) for at in missing)

    def _is_piece(self, words: Sequence[str], at: int) -> bool:
        is_end = at in (0, len(words) - 1)
        return is_end and len(words[at]) >= _SHORTEST_PIECE and words[at] in self.letters


def add_lost_lines(meeting: MeetingDraft, lines: Sequence[Line], template: set[int]) -> None:
    """List among the unplaced each line of which the meeting does not hold every word.

    ``template`` are the numbers of headers, footers and stamps: what is printed again is known.
    """
    listed = {one.line for one in meeting.unplaced}
    printed = printed_again(lines, template)
    items = [
        (item.span, _item_words(item, meeting.body)) for item in meeting.items if item.is_printed
    ]
    head = _head_words(meeting)
    for line in lines:
        if line.number in listed or line.number in printed:
            continue
        inside = [h for s, h in items if s.first <= line.number <= s.last]
        is_template = line.number in template
        parts = [head, *(h for _, h in items)] if is_template else inside or [head]
        if not any(part.holds(line, in_template=is_template) for part in parts):
            meeting.unplaced.append(UnplacedLine(line.page, line.number, line.text))
    meeting.unplaced.sort(key=lambda one: one.line)


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text)).casefold()


def _same(word: str) -> str:
    """The word, a number without the zeros before it."""
    return (word.lstrip("0") or "0") if word.isdigit() else word


def _head_words(meeting: MeetingDraft) -> _Held:
    labels = frozenset(word for label in LABELS for word in _WORD.findall(label))
    texts = [meeting.body, meeting.place, meeting.case_number, plain(meeting.other_info)]
    texts += [f"{item.number or ''} {item.title}" for item in meeting.items]
    texts += [word for person in meeting.attendance for word in _person_words(person)]
    return _Held(
        [*texts, *_when(meeting.date, meeting.start, meeting.end)], labels | _OF_HEADS, meeting.body
    )


def _person_words(person: AttendanceDraft) -> tuple[str, ...]:
    return (
        person.name, person.title, person.organisation, person.substitutes_for, person.note,
        person.group_label,
    )  # fmt: skip


def _when(day: dt.date | None, *times: dt.time | None) -> Iterator[str]:
    if day is not None:
        yield f"{day.day} {MONTHS[day.month - 1]} {day.month} {day.year} {day.year % 100}"
    for time in times:
        if time is not None:
            yield f"{time.hour} {time.minute}"


def _item_words(item: ItemDraft, body: str) -> _Held:
    texts = [item.title, item.case_number or "", *item.presenters, body, str(item.number or "")]
    texts += [f"{one.number or ''} {one.title}" for one in item.attachments]
    for index, section in enumerate(item.sections):
        texts += [section.label, plain(section_text(item, index))]
    texts += [str(item.duration_min or ""), *_when(None, item.time_from, item.time_to)]
    return _Held(texts, _OF_ITEMS)
