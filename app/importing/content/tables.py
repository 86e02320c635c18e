"""Tables where they can be recognised in plain lines; whatever cannot stays paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.i18n import MONTHS
from app.importing.content.marks import mark_of
from app.importing.content.wraps import Para, dangling, ended, starts_low
from app.importing.lines import Line, fold
from app.models.richtext import Cell, Paragraph, Row, Run, Table

_COLUMNS = re.compile(r"\t+| {3,}")
_NUMBER = (
    r"(?:[-–−] ?)?\d{1,3}(?:\.\d{3})*(?:,\d+)?(?: ?(?:kr\.|%|pct\.|mio\. kr\.|mio\.|t\.kr\.))?"
)
_FIGURES = r"(?:19|20)\d{2}(?:[/–-]\d{2,4})?|\d{1,3} ?%"
"""A year, a period of years or a share at the beginning of a row."""
_NUMBER_ROW = re.compile(
    rf"^(?P<label>{_FIGURES}|.*?[^\W\d_].*?)(?P<cells>(?: {_NUMBER})+(?: [-–—])?)$"
)
_BEFORE_HEADS = (re.compile(r" (?=[A-ZÆØÅ])"), re.compile(r" (?=[A-ZÆØÅ\d])"))
"""Where the heads of columns printed on one line begin: with a capital, or also with a figure."""
_AMOUNTS = re.compile(
    r"^([A-ZÆØÅ][^\W\d_]+(?: [a-zæøå]+){0,3})"
    r" ((?:Antal|Beløb|Pris|Takst|Udgift|Indtægt|Andel|Budget|Regnskab|Timer|Pladser|Kr\.|Pct\.)"
    r"(?: [a-zæøå.%()]+){0,4}|(?:19|20)\d{2})$"
)
"""The heads of a column of labels and of one of amounts: "Post Beløb i kr."."""
_MOST_HEADS, _LONGEST_HEAD = 5, 70
_NOTHING = re.compile(r" ([-–—])(?= |$)")
_LONGEST_ROW = 160
_CELL = re.compile(rf"{_NUMBER}|[-–—]")
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_WHEN = re.compile(
    r"^(?:(?:primo|medio|ultimo|uge|start|slut|foråret?|efteråret?|sommeren?|vinteren?"
    rf"|\d\. (?:kvartal|halvår))\b(?: ?{_MONTH})?|\d{{1,2}}\. ?{_MONTH}|{_MONTH})"
    rf"(?: ?[/–-] ?{_MONTH})?(?: \d{{1,2}}(?!\d))?(?: \d{{4}})?"
    rf"(?: ?[/–-] ?(?:\d{{1,2}}\. ?)?{_MONTH}(?: \d{{4}})?)?",
    re.IGNORECASE,
)
_PLAN_HEAD = re.compile(
    r"^(?P<when>Tidspunkt|Hvornår|Tid|Dato|Måned|Periode) "
    r"(?P<who>Forum|Hvem|Ansvarlig|Deltagere|Aktør|Instans) "
    r"(?P<what>Handling|Aktivitet|Hvad|Opgave|Indhold|Proces)$"
)
_CELL_LINES, _LONGEST_CELL, _PLAN_CELLS = 1, 60, 3
_REGION = re.compile(r"^(?:KKR|Region) (?:Nord|Midt|Syd|Sjæl|Hoved|Øst|Vest)[a-zæøå]+\b")
_FORUMS = (
    "Den Administrative Styregruppe", "Socialpolitisk Dialogforum", "Politisk Dialogforum",
    "Arbejdsgrupper under DAS",
    "Politiske udvalg", "Kommunaldirektørkredsen", "Kommunalbestyrelser", "Byråd og regionsråd",
    "Ekspertpanelet",
    "Styringsaftalegruppen", "Forretningsudvalget", "KL’s Koordinationsforum",
    "Koordinationsforum", "Sekretariatet",
    "DAS Social", "FU Social", "KKR Nordjylland", "DAS", "KKR", "KDK", "FU", "Arbejdsgrupper",
    "Dialogforum", "Kommunalbestyrelserne", "Byrådene", "Byråd",
)  # fmt: skip


def take_table(paras: Sequence[Para], index: int) -> tuple[Table, int] | None:
    """The table that begins at this paragraph and the index after it, or None."""
    if plan := _plan(paras, index):
        return plan
    columns, numbers = _columns(paras, index), _numbers(paras, index)
    if columns is None or numbers is None:
        return columns or numbers
    (apart, apart_end), (figures, end) = columns, numbers
    is_wider = figures.header_rows and len(figures.rows[0]) > len(apart.rows[0])
    return numbers if is_wider or end > apart_end else columns


def _cell(text: str) -> Cell:
    return Cell((Paragraph((Run(text),)),) if text else ())


def _row(texts: Sequence[str]) -> Row:
    return tuple(_cell(text) for text in texts)


# --- a process plan: time, forum, action


def _plan(paras: Sequence[Para], index: int) -> tuple[Table, int] | None:
    lines = [line for para in paras[index:] for line in para.lines]
    head = _PLAN_HEAD.match(lines[0].text)
    if not head:
        return None
    rows: list[list[Line]] = []
    for at, line in enumerate(lines[1:], 1):
        if _WHEN.match(line.text):
            rows.append([line])
        elif not rows or not (_goes_on(rows[-1], line) or _is_between(lines, at)):
            break
        else:
            rows[-1].append(line)
    if len(rows) < 2:
        return None
    taken = 1 + sum(len(row) for row in rows)
    cells = [_plan_row(row) for row in rows]
    table = Table((_row(head.group("when", "who", "what")), *map(_row, cells)))
    end = _end_at(paras, index, taken)
    return (table, end) if end is not None else None


def _goes_on(row: list[Line], line: Line) -> bool:
    """True for a line that continues a wrapped cell: in small letters, or below a cut-off name."""
    if line.gap > 1 or line.starts_page:
        return False
    rest = _after_time(" ".join(one.text for one in row)).strip()
    begun = any(name.startswith(rest + " ") for name in _FORUMS)
    return starts_low(line.text) or dangling(rest) or begun or _forum(rest)[1] == ""


def _is_between(lines: Sequence[Line], at: int) -> bool:
    """True for a short cell between two rows: the plan goes on with a time right below."""
    line, below = lines[at], lines[at + 1 : at + 2 + _CELL_LINES]
    is_cell = len(line.text) <= _LONGEST_CELL and not ended(line.text) and not line.starts_page
    return is_cell and any(_WHEN.match(one.text) for one in below)


def _after_time(text: str) -> str:
    found = _WHEN.match(text)
    return text[found.end() :] if found else text


def _plan_row(row: list[Line]) -> tuple[str, str, str]:
    first = row[0].raw.strip()
    found = _WHEN.match(first)
    assert found is not None
    cells = _split(row[0])
    if len(cells) == _PLAN_CELLS:
        return cells[0], cells[1], fold(" ".join([cells[2], *(line.text for line in row[1:])]))
    empty_forum = re.match(r"  \S", first[found.end() :])
    rest = fold(" ".join([first[found.end() :], *(line.text for line in row[1:])]))
    forum, action = ("", rest) if empty_forum else _forum(rest)
    return found[0].strip(), forum, action


def _forum(text: str) -> tuple[str, str]:
    rest = text.strip()
    if region := _REGION.match(rest):
        return region[0], rest[region.end() :].strip()
    for name in _FORUMS:
        if rest == name or rest.startswith(name + " "):
            return name, rest[len(name) :].strip()
    return "", rest


def _end_at(paras: Sequence[Para], index: int, taken: int) -> int | None:
    """The paragraph index after ``taken`` lines; None when that would cut a paragraph in two."""
    while taken > 0 and index < len(paras):
        taken -= len(paras[index].lines)
        index += 1
    return index if taken == 0 else None


# --- cells set apart by tabs or wide spaces


def _columns(paras: Sequence[Para], index: int) -> tuple[Table, int] | None:
    rows: list[list[str]] = []
    end = index
    while end < len(paras):
        cells = [_split(line) for line in paras[end].lines]
        width = len(rows[0]) if rows else len(cells[0])
        if width < 2 or any(len(row) != width for row in cells):
            break
        rows.extend(cells)
        end += 1
    if len(rows) < 2:
        return None
    return Table(tuple(_row(row) for row in rows)), end


def _split(line: Line) -> list[str]:
    """The cells of a line; the mark of a point is none of its own."""
    cells = [fold(part) for part in _COLUMNS.split(line.raw.strip())]
    mark = mark_of(line)
    if mark and cells[0] == line.text.removesuffix(mark.rest).strip():
        return [" ".join(cells[:2]), *cells[2:]]
    return cells


# --- labels with the same count of numbers behind them


def _numbers(paras: Sequence[Para], index: int) -> tuple[Table, int] | None:
    start = _first_row(paras, index)
    heads = [para.text for para in paras[index:start]]
    columns = _count_columns(paras[start:])
    rows: list[tuple[str, ...]] = []
    end = start
    while end < len(paras):
        found = [_number_cells(line.text, columns) for line in paras[end].lines]
        cells = [row for row in found if row is not None]
        if len(cells) != len(found):
            break
        rows.extend(cells)
        end += 1
    top = _top(heads, columns)
    headless = not heads and any(re.fullmatch(_FIGURES, row[0]) for row in rows)
    if len(rows) < (2 if columns > 1 else 3) or top is None or headless:
        return None
    if not heads or (columns == 1 and not top[0]):
        return Table(tuple(map(_row, rows)), header_rows=0, caption="".join(heads)), end
    return Table((_row(top), *map(_row, rows))), end


def _first_row(paras: Sequence[Para], index: int) -> int:
    """Index of the first row of figures, heads of columns perhaps above it; otherwise ``index``."""
    for at in range(index, min(index + _MOST_HEADS + 1, len(paras))):
        if _number_cells(paras[at].lines[0].text) is not None and len(paras[at].lines) == 1:
            return at + _ends_in_figures(paras, at)
        if len(paras[at].text) > _LONGEST_HEAD or (at > index and _columns(paras, at)):
            break
    return index


def _ends_in_figures(paras: Sequence[Para], at: int) -> bool:
    """True for heads such as "Sted Uge 1 Uge 2", told by the row of more figures below them."""
    below = _number_cells(paras[at + 1].lines[0].text) if at + 1 < len(paras) else None
    own = _number_cells(paras[at].lines[0].text)
    if not own or not below or len(below) <= len(own):
        return False
    return _on_one_line(paras[at].text, len(below) - 1) is not None


def _top(heads: Sequence[str], columns: int) -> Sequence[str] | None:
    """The heads as a row: all on one line, or a line for each column; None for other words."""
    if not heads:
        return ()
    last = _on_one_line(heads[-1], columns) if columns > 1 else None
    if len(heads) == 1 and columns > 1:
        return last
    if len(heads) == columns and (amounts := _AMOUNTS.match(heads[0])):
        return amounts.groups()
    is_row = len(heads) == columns and last is None and not any(map(ended, heads))
    return ("", *heads) if is_row else None


def _on_one_line(text: str, columns: int) -> Sequence[str] | None:
    for pattern in _BEFORE_HEADS:
        cells = pattern.split(text)
        if len(cells) == columns and text.replace(" ", "").isdigit():
            cells = ["", *cells]
        if len(cells) == columns + 1 and not any(map(dangling, cells)):
            return cells
    return None


def _count_columns(paras: Sequence[Para]) -> int:
    """How many figures the row has that comes first, or the one below it where that has more.

    A dash may stand for nothing in one row and make a figure negative in the other.
    """
    counts = [
        len(cells) - 1
        for para in paras[:2]
        if (cells := _number_cells(para.lines[0].text)) is not None
    ]
    return max(counts, default=0)


def _number_cells(text: str, columns: int = 0) -> tuple[str, ...] | None:
    """Label and figures of a row; ``columns`` is how many it must have, if that is known."""
    found = _NUMBER_ROW.match(text) if len(text) < _LONGEST_ROW else None
    if (
        not found
        or len(found["label"]) > 70
        or (text.endswith((".", ":")) and not text.endswith("kr."))
    ):
        return None
    cells = [cell.strip() for cell in _CELL.findall(found["cells"])]
    if columns and len(cells) < columns:
        cells = [cell.strip() for cell in _CELL.findall(_NOTHING.sub(r" \1\t", found["cells"]))]
    if columns and len(cells) != columns:
        return None
    return found["label"].strip(), *cells
