"""Random texts with every kind of block, for property tests."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from app.models.richtext import (
    Cell,
    Heading,
    Image,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    Quote,
    RichText,
    Run,
    Table,
)

ALPHABET = 'abcæøåÅ §½–.,1 \n\t\u00a0😀<&"'
words = st.text(ALPHABET, max_size=8)
one_line = st.text("abcæøå 1.😀", max_size=8)
links = st.sampled_from(["", "", "https://kommune.example/side?a=1&b=2", "mailto:a@b.example"])
runs = st.lists(
    st.builds(
        Run,
        words,
        bold=st.booleans(),
        italic=st.booleans(),
        underline=st.booleans(),
        confidential=st.booleans(),
        link=links,
        footnote=st.sampled_from(["", "", "", "En note", "En anden note"]),
    ),
    max_size=3,
).map(tuple)
paragraphs = st.builds(Paragraph, runs)
styles = st.sampled_from(get_args(ListStyle))


def _lists(inner: st.SearchStrategy) -> st.SearchStrategy:
    items = st.lists(
        st.builds(ListItem, st.lists(inner, min_size=1, max_size=3).map(tuple)), max_size=3
    ).map(tuple)
    return st.one_of(
        st.builds(List, items),
        st.builds(List, items, st.just(True), st.integers(1, 12), styles),
    )


inners = st.lists(st.recursive(paragraphs, _lists, max_leaves=6), max_size=3).map(tuple)
cells = st.builds(Cell, inners)
rows = st.lists(cells, max_size=3).map(tuple)
blocks = st.one_of(
    paragraphs,
    st.builds(Heading, runs, st.integers(1, 2)),
    _lists(st.recursive(paragraphs, _lists, max_leaves=5)),
    st.builds(Quote, inners, one_line),
    st.builds(Table, st.lists(rows, max_size=3).map(tuple), st.integers(0, 2), one_line),
    st.builds(
        Image,
        st.text("0123456789abcdef", min_size=64, max_size=64),
        one_line,
        one_line,
        st.booleans(),
    ),
)
texts = st.builds(RichText, st.lists(blocks, max_size=6).map(tuple))
