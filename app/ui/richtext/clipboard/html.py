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
    return _blocks(text.blocks)


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
            return f"<blockquote>{_blocks(block.blocks)}{by}</blockquote>"
        case Table():
            return _table(block)
        case Image(caption=caption, alternative=alternative):
            return f"<p>{escape(caption or alternative)}</p>"


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "".join(_block(block) for block in blocks)


def _inside(block: Cell | ListItem) -> str:
    """Its first paragraph stands bare: some programs put one of its own below the bullet."""
    match block.blocks:
        case (Paragraph(runs=runs), *rest):
            return _runs(runs) + _blocks(tuple(rest))
        case blocks:
            return _blocks(blocks)


def _list(block: List) -> str:
    items = "".join(f"<li>{_inside(item)}</li>" for item in block.items)
    if not block.ordered:
        return f"<ul>{items}</ul>"
    return f'<ol start="{block.start}" type="{_TYPES.get(block.style, "1")}">{items}</ol>'


def _table(block: Table) -> str:
    caption = f"<caption>{escape(block.caption)}</caption>" if block.caption else ""
    rows = ""
    for index, row in enumerate(block.rows):
        tag = "th" if index < block.header_rows else "td"
        rows += "<tr>" + "".join(f"<{tag}>{_inside(cell)}</{tag}>" for cell in row) + "</tr>"
    return f'<table border="1" cellspacing="0" cellpadding="4">{caption}{rows}</table>'


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
