"""A text as plain HTML for other programs' clipboards: structure only, no styles, no pictures."""

from __future__ import annotations

from html import escape

from app.models.richtext import (
    Block,
    Cell,
    Heading,
    Image,
    List,
    ListItem,
    Paragraph,
    Quote,
    RichText,
    Run,
    Runs,
    Table,
)

_TAGS = (("bold", "b"), ("italic", "i"), ("underline", "u"))
_TYPES = {"lower_alpha": "a", "lower_alpha_paren": "a", "lower_roman": "i"}


def to_html(text: RichText) -> str:
    """The whole text as an HTML fragment."""
    return "".join(_block(block) for block in text.blocks)


def _block(block: Block) -> str:
    match block:
        case Paragraph(runs=runs):
            return f"<p>{_runs(runs)}</p>"
        case Heading(runs=runs, level=level):
            return f"<h{level}>{_runs(runs)}</h{level}>"
        case List():
            return _list(block)
        case Quote(author=author):
            by = f"<p>{escape(author)}</p>" if author else ""
            return f"<blockquote>{_inner(block)}{by}</blockquote>"
        case Table():
            return _table(block)
        case Image(caption=caption, alternative=alternative):
            return f"<p>{escape(caption or alternative)}</p>"


def _inner(block: Quote | Cell | ListItem) -> str:
    return "".join(_block(inner) for inner in block.blocks)


def _list(block: List) -> str:
    items = "".join(f"<li>{_inner(item)}</li>" for item in block.items)
    if not block.ordered:
        return f"<ul>{items}</ul>"
    return f'<ol start="{block.start}" type="{_TYPES.get(block.style, "1")}">{items}</ol>'


def _table(block: Table) -> str:
    caption = f"<caption>{escape(block.caption)}</caption>" if block.caption else ""
    rows = ""
    for index, row in enumerate(block.rows):
        tag = "th" if index < block.header_rows else "td"
        rows += "<tr>" + "".join(f"<{tag}>{_inner(cell)}</{tag}>" for cell in row) + "</tr>"
    return f"<table>{caption}{rows}</table>"


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    words = escape(run.text).replace("\n", "<br>")
    for name, tag in _TAGS:
        if getattr(run, name):
            words = f"<{tag}>{words}</{tag}>"
    if run.link:
        words = f'<a href="{escape(run.link)}">{words}</a>'
    return words + (f" [{escape(run.footnote)}]" if run.footnote else "")
