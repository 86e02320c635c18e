"""Lines below a label of people -> groups of people, one person a line where lines say so."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from app.importing.content.wraps import Setting, dangling, join
from app.importing.layouts.head_words import NAMES_BODY
from app.importing.lines import Line
from app.importing.people.entries import VACANT, comma_parts, is_person
from app.importing.people.names import (
    ORGANISATION,
    has_title_in,
    is_name,
    is_organisation,
    is_title,
    without_brackets,
)
from app.importing.people.read import without_status

_BULLET = re.compile(r"^\s*[-–—•▪●*·]\s+(?=\S)")
_COLUMNS = re.compile(r"\t+| {3,}")
_BEHIND_BRACKET = re.compile(r"^([^,()]+\([^()]+\)) ([^,()]+)$")
"""Where a second person begins on the line of one whose name has brackets behind it."""
_LED = re.compile(r"^(?P<group>[A-ZÆØÅ][^:,()]{1,60}): (?P<people>\S.*)$")
"""People behind the organisation they come from, on one line."""
_CELL_INDENT = 8
_SURE_LINES = 4
"""With so many lines one may be odd, and yet each is one person's."""


def groups_of_people(value: str, lines: Sequence[Line], setting: Setting) -> list[tuple[str, str]]:
    """(heading of the group, its people, a line each); one group for a list that only wraps."""
    if led := _led_groups([*filter(None, [value]), *(line.text for line in lines)]):
        return led
    rows = _rows(value, lines, setting)
    if not value and len(rows) == 1:
        return [("", rows[0])]
    if not _is_bulleted(value, lines) and not _is_line_by_line(rows, with_titles=bool(value)):
        return [("", _joined(value, lines, setting))]
    groups: list[tuple[str, str]] = []
    for text in rows:
        if is_group_label(text):
            groups.append((text.rstrip(":"), ""))
            continue
        heading, people = groups.pop() if groups else ("", "")
        groups.append((heading, f"{people}\n{text}".strip()))
    return groups


def _led_groups(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Groups on lines of their own, each behind the body it comes from: "DAS: Eva Bæk, Ib Dam"."""
    groups: list[tuple[str, str]] = []
    for text in texts:
        led = _LED.match(text)
        own = led and (not is_title(led["group"]) or NAMES_BODY.search(led["group"]))
        if led and own and is_person(comma_parts(led["people"])[0]):
            groups.append((led["group"], led["people"]))
        elif groups:
            groups[-1] = (groups[-1][0], join(groups[-1][1], text))
        else:
            return []
    return groups


def is_group_label(line: str) -> bool:
    """True for the heading of a group of participants: an area or organisation on a line alone."""
    bare = line.rstrip(":").strip()
    if "," in bare or "(" in bare or len(bare.split()) > 6 or not bare[:1].isupper():
        return False
    if is_person(bare) and not line.endswith(":"):
        return False
    return (
        line.endswith(":")
        or len(bare.split()) == 1
        or (bool(ORGANISATION.search(bare)) and not is_title(bare))
    )


def _rows(value: str, lines: Sequence[Line], setting: Setting) -> list[str]:
    """A text for each bullet or line, with what goes on below put behind it."""
    bulleted = _is_bulleted(value, lines)
    rows = [value] if value else []
    for line, below in itertools.zip_longest(lines, lines[1:]):
        if rows and _goes_on(rows[-1], line, bulleted=bulleted):
            apart = _is_cell(line) and is_name(rows[-1])
            rows[-1] = join(f"{rows[-1]}{',' * apart}", _cells(line)[0], setting.words)
        elif rows and below and _is_cell(below) and _ends_name(rows[-1], line):
            rows[-1] = f"{rows[-1]} {line.text}"
        else:
            rows.extend(_cells(line))
    return rows


def _is_bulleted(value: str, lines: Sequence[Line]) -> bool:
    """True for a list below its label in which each person has a bullet."""
    return not value and bool(lines) and bool(_BULLET.match(lines[0].raw))


def _cells(line: Line) -> list[str]:
    """People set beside each other in columns, or one whose cells stand in columns."""
    raw = _BULLET.sub("", line.raw).strip()
    cells = [" ".join(cell.split()) for cell in _COLUMNS.split(raw)]
    led = _LED.match(cells[0]) if len(cells) == 1 else None
    if led and is_organisation(led["group"]) and is_person(comma_parts(led["people"])[0]):
        return [f"{led['group']}:", led["people"]]
    bracketed = _BEHIND_BRACKET.match(cells[0]) if len(cells) == 1 else None
    beside = list(bracketed.groups()) if bracketed else cells
    if len(beside) > 1 and all(is_name(without_brackets(cell)) for cell in beside):
        return beside
    return [", ".join(cells)]


def _is_cell(line: Line) -> bool:
    return line.indent >= _CELL_INDENT


def _ends_name(row: str, line: Line) -> bool:
    """True for the last word of a name that was wrapped inside its cell."""
    alone = len(line.text.split()) == 1 and not line.gap and not line.indent
    return alone and is_name(row) and is_name(f"{row} {line.text}")


def _goes_on(row: str, line: Line, *, bulleted: bool) -> bool:
    if bulleted:
        return not _BULLET.match(line.raw)
    cell = _is_cell(line) and is_person(comma_parts(without_status(row))[0])
    return row.count("(") > row.count(")") or (
        cell and not is_person(comma_parts(_cells(line)[0])[0])
    )


def _is_line_by_line(rows: Sequence[str], *, with_titles: bool) -> bool:
    """True for a list that gives each person a line, with headings of groups between them.

    ``with_titles`` asks for one name on each line and no more than what is told of that person.
    """
    people = [row for row in rows if not is_group_label(row)]
    if len(people) < 2 or any(dangling(row) for row in people):
        return False
    if with_titles and not all(_tells_more(row) or is_name(row) for row in people):
        return False
    odd = [row for row in people if not _opens_person(row)]
    return not odd or (len(odd) == 1 and len(people) >= _SURE_LINES and not dangling(odd[0]))


def _opens_person(row: str) -> bool:
    first = without_brackets(comma_parts(without_status(row))[0])
    return (is_person(first) and not has_title_in(first)) or bool(VACANT.match(first))


def _tells_more(row: str) -> bool:
    first, *rest = row.split(",")
    return any(is_title(one) or is_organisation(one) for one in rest) or not is_name(first)


def _joined(value: str, lines: Sequence[Line], setting: Setting) -> str:
    text = value
    for line in lines:
        text = join(text, line.text, setting.words) if text else line.text
    return text
