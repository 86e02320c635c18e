"""The markup of the sample data -> structured text.

A few marks that stay readable in a data file: ``#`` and ``##`` headings, ``-`` and ``1.`` points
(two spaces deeper a level deeper), ``|`` tables with a header row under a ``^`` caption, ``>``
quotations with their author after ``>>``; in the line ``**bold**``, ``*italic*``,
``[words](address)``, ``[[confidential]]`` and ``^[footnote]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from app.models.richtext import RichText, normalise
from app.models.richtext.blocks import (
    Block,
    Cell,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
)

_INLINE = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*|\[\[(?P<confidential>.+?)\]\]"
    r"|\^\[(?P<footnote>.+?)\]|\[(?P<words>.+?)\]\((?P<link>.+?)\)"
)
_POINT = re.compile(r"(?P<indent> *)(?P<mark>-|\d+\.) (?P<words>.+)")


def sample_text(markup: str) -> RichText:
    """The text of some markup."""
    blocks: list[Block] = []
    caption = ""
    for chunk in re.split(r"\n\s*\n", markup.strip("\n")):
        lines = [line for line in chunk.split("\n") if line.strip()]
        if lines and lines[0].startswith("^ "):
            caption, lines = lines[0][2:], lines[1:]
        if lines:
            blocks.extend(_reader(lines[0])(lines))
            if caption and isinstance(blocks[-1], Table):
                blocks[-1], caption = replace(blocks[-1], caption=caption), ""
    return normalise(RichText(tuple(blocks)))


def _reader(line: str) -> Callable[[list[str]], list[Block]]:
    if line.startswith("#"):
        return _headed
    if line.startswith("|"):
        return _table
    if line.startswith(">"):
        return _quote
    return _points if _POINT.match(line) else _paragraph


def _headed(lines: list[str]) -> list[Block]:
    marks, words = lines[0].split(" ", 1)
    rest = _reader(lines[1])(lines[1:]) if lines[1:] else []
    return [Heading(_runs(words), len(marks)), *rest]


def _paragraph(lines: list[str]) -> list[Block]:
    """Lines up to the first point are one paragraph."""
    start = next((i for i, line in enumerate(lines) if _POINT.match(line)), len(lines))
    words: list[Block] = [Paragraph(_runs(" ".join(line.strip() for line in lines[:start])))]
    return words + (_points(lines[start:]) if lines[start:] else [])


def _points(lines: list[str]) -> list[Block]:
    return [_list(lines, len(lines[0]) - len(lines[0].lstrip()))]


def _list(lines: list[str], indent: int) -> List:
    """The points that stand at ``indent``, each with the deeper ones below it."""
    groups: list[list[str]] = []
    for line in lines:
        match = _POINT.match(line)
        if match and len(match["indent"]) <= indent:
            groups.append([line])
        else:
            groups[-1].append(line)
    first = _POINT.match(groups[0][0])
    ordered = bool(first and first["mark"] != "-")
    return List(tuple(_item(group) for group in groups), ordered=ordered)


def _item(lines: list[str]) -> ListItem:
    match = _POINT.match(lines[0])
    assert match is not None
    own = [match["words"]]
    deeper = lines[1:]
    while deeper and not _POINT.match(deeper[0]):
        own.append(deeper.pop(0).strip())
    paragraph = Paragraph(_runs(" ".join(own)))
    if not deeper:
        return ListItem((paragraph,))
    return ListItem((paragraph, _list(deeper, len(deeper[0]) - len(deeper[0].lstrip()))))


def _table(lines: list[str]) -> list[Block]:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    cells = tuple(tuple(Cell((Paragraph(_runs(cell)),)) for cell in row) for row in rows)
    return [Table(cells, header_rows=1)]


def _quote(lines: list[str]) -> list[Block]:
    author = next((line[2:].strip() for line in lines if line.startswith(">>")), "")
    words = " ".join(line[1:].strip() for line in lines if not line.startswith(">>"))
    return [Quote((Paragraph(_runs(words)),), author)]


def _runs(words: str) -> Runs:
    runs: list[Run] = []
    end = 0
    for match in _INLINE.finditer(words):
        runs.append(Run(words[end : match.start()]))
        runs.append(_marked(match))
        end = match.end()
    runs.append(Run(words[end:]))
    return tuple(run for run in runs if run.text or run.footnote)


def _marked(match: re.Match[str]) -> Run:
    if match["link"]:
        return Run(match["words"], link=match["link"])
    if match["footnote"]:
        return Run("", footnote=match["footnote"])
    if match["bold"]:
        return Run(match["bold"], bold=True)
    if match["italic"]:
        return Run(match["italic"], italic=True)
    return Run(match["confidential"], confidential=True)
