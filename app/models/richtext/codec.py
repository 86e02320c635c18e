"""Block tree <-> versioned JSON, the stored form of every formatted text.

``{"v": 1, "blocks": [...]}``; a block is an object with a type letter under ``t``: ``p``
paragraph, ``h`` heading, ``l`` list, ``q`` quotation, ``tbl`` table, ``img`` picture. A run is a
string when it has no look, otherwise an object. Unknown versions and shapes raise
``RichTextError``: text is never guessed.
"""

from __future__ import annotations

import json
from typing import Any, cast, get_args

from app.models.richtext.blocks import (
    EMPTY,
    Block,
    Cell,
    Heading,
    Image,
    InnerBlock,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    Quote,
    RichText,
    Run,
    Runs,
    Table,
)

VERSION = 1
_FLAGS = (("b", "bold"), ("i", "italic"), ("u", "underline"), ("c", "confidential"))


class RichTextError(ValueError):
    """Stored text that this version of the program cannot read."""


def to_json(text: RichText) -> str:
    """The stored form; empty text is the empty string."""
    if not text.blocks:
        return ""
    blocks = [_block_out(block) for block in text.blocks]
    return json.dumps({"v": VERSION, "blocks": blocks}, ensure_ascii=False, separators=(",", ":"))


def from_json(stored: str | None) -> RichText:
    """The text of a stored form. Raises ``RichTextError`` for anything it does not know."""
    if not stored:
        return EMPTY
    try:
        data = json.loads(stored)
        if data["v"] != VERSION:
            raise RichTextError(f"text version {data['v']!r} is not known")
        return RichText(tuple(_block_in(block) for block in data["blocks"]))
    except (AttributeError, KeyError, TypeError, RecursionError, json.JSONDecodeError) as error:
        raise RichTextError(f"text cannot be read: {error}") from error


def _run_out(run: Run) -> str | dict[str, Any]:
    out: dict[str, Any] = {key: 1 for key, name in _FLAGS if getattr(run, name)}
    if run.link:
        out["a"] = run.link
    if run.footnote:
        out["f"] = run.footnote
    return {"s": run.text, **out} if out else run.text


def _run_in(data: str | dict[str, Any]) -> Run:
    if isinstance(data, str):
        return Run(data)
    flags = {name: bool(data.get(key)) for key, name in _FLAGS}
    words, link, footnote = data["s"], data.get("a", ""), data.get("f", "")
    return Run(_words(words), link=_words(link), footnote=_words(footnote), **flags)


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise RichTextError(f"{value!r} stands where words should stand")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise RichTextError(f"{value!r} stands where a number should stand")
    return value


def _style(value: object) -> ListStyle:
    for style in get_args(ListStyle):
        if value == style:
            return cast(ListStyle, style)
    raise RichTextError(f"list style {value!r} is not known")


def _runs_in(data: list[Any]) -> Runs:
    return tuple(_run_in(run) for run in data)


def _block_out(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph() | List():
            return _inner_out(block)
        case Heading():
            return {"t": "h", "n": block.level, "r": [_run_out(run) for run in block.runs]}
        case Quote():
            out: dict[str, Any] = {"t": "q", "b": [_inner_out(inner) for inner in block.blocks]}
            return out | ({"by": block.author} if block.author else {})
        case Table():
            rows = [[[_inner_out(b) for b in cell.blocks] for cell in row] for row in block.rows]
            out = {"t": "tbl", "rows": rows, "head": block.header_rows}
            return out | ({"cap": block.caption} if block.caption else {})
        case Image():
            out = {"t": "img", "sha": block.sha256, "alt": block.alternative}
            out |= {"c": 1} if block.confidential else {}
            return out | ({"cap": block.caption} if block.caption else {})


def _inner_out(block: InnerBlock) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"t": "p", "r": [_run_out(run) for run in block.runs]}
    out: dict[str, Any] = {
        "t": "l",
        "items": [[_inner_out(inner) for inner in item.blocks] for item in block.items],
    }
    if block.ordered:
        out |= {"o": 1, "start": block.start, "style": block.style}
    return out


def _block_in(data: dict[str, Any]) -> Block:
    match data["t"]:
        case "h":
            return Heading(_runs_in(data["r"]), _number(data["n"]))
        case "q":
            return Quote(_inners_in(data["b"]), _words(data.get("by", "")))
        case "tbl":
            rows = tuple(tuple(Cell(_inners_in(cell)) for cell in row) for row in data["rows"])
            return Table(rows, _number(data["head"]), _words(data.get("cap", "")))
        case "img":
            sha256, alternative = _words(data["sha"]), _words(data["alt"])
            caption, is_hidden = _words(data.get("cap", "")), bool(data.get("c"))
            return Image(sha256, alternative, caption, confidential=is_hidden)
        case _:
            return _inner_in(data)


def _inner_in(data: dict[str, Any]) -> InnerBlock:
    match data["t"]:
        case "p":
            return Paragraph(_runs_in(data["r"]))
        case "l":
            items = tuple(ListItem(_inners_in(item)) for item in data["items"])
            if not data.get("o"):
                return List(items)
            return List(items, True, _number(data["start"]), _style(data["style"]))
        case unknown:
            raise RichTextError(f"text block {unknown!r} is not known")


def _inners_in(data: list[Any]) -> tuple[InnerBlock, ...]:
    return tuple(_inner_in(block) for block in data)
