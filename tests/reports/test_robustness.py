"""Whatever stands in the data, also what no editor makes, becomes a valid paper."""

from __future__ import annotations

import dataclasses
from typing import get_args

from hypothesis import HealthCheck, Phase, given, settings
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
from app.reports.data import (
    AttachmentPaper,
    AttachmentsPart,
    DecisionPaper,
    DecisionPart,
    HeadLine,
    ItemPaper,
    PointPaper,
    RecommendationPart,
    SectionPart,
)
from app.reports.export import render_paper
from tests.reports import samples
from tests.reports.reading import findings

WORDS = st.one_of(st.just(""), st.text(max_size=25), st.just("Et længere stykke tekst " * 6))
RUN = st.builds(
    Run,
    WORDS,
    bold=st.booleans(),
    italic=st.booleans(),
    link=st.sampled_from(["", "", "https://eksempel.example/å b", "http://["]),
    footnote=st.sampled_from(["", "", "En note."]),
)
RUNS = st.lists(RUN, max_size=3).map(tuple)
PARAGRAPH = st.builds(Paragraph, RUNS)


def lists(inner: st.SearchStrategy[Paragraph | List]) -> st.SearchStrategy[List]:
    return st.builds(
        List,
        st.lists(st.builds(ListItem, st.lists(inner, max_size=3).map(tuple)), max_size=3).map(
            tuple
        ),
        ordered=st.booleans(),
        start=st.integers(0, 4000),
        style=st.sampled_from(get_args(ListStyle)),
    )


INNER = st.recursive(PARAGRAPH, lists, max_leaves=8)
INNERS = st.lists(INNER, max_size=2).map(tuple)
ROW = st.lists(st.builds(Cell, INNERS), max_size=4).map(tuple)
TABLE = st.builds(
    Table, st.lists(ROW, max_size=5).map(tuple), st.integers(-1, 7), st.sampled_from(["", "Tabel"])
)
BLOCK = st.one_of(
    INNER,
    TABLE,
    st.builds(Heading, RUNS, st.integers(0, 4)),
    st.builds(Quote, INNERS, WORDS),
    st.builds(Image, st.just("0" * 64), WORDS, WORDS),
)
TEXT = st.builds(RichText, st.lists(BLOCK, max_size=6).map(tuple))
NUMBER = st.sampled_from(["", "1.", "\uf0b7", "22)"])
POINTS = st.lists(st.builds(PointPaper, NUMBER, TEXT), max_size=3).map(tuple)
ATTACHMENTS = st.lists(st.builds(AttachmentPaper, NUMBER, WORDS, st.booleans()), max_size=3)
ANSWERS = st.lists(
    st.builds(DecisionPaper, NUMBER, st.sampled_from(["", "Godkendt"]), TEXT), max_size=3
)
PART = st.one_of(
    st.builds(SectionPart, WORDS, TEXT),
    st.builds(
        RecommendationPart,
        WORDS,
        WORDS,
        POINTS,
        st.sampled_from(["numbered", "bullets", "lines", "sentence"]),
    ),
    st.builds(AttachmentsPart, ATTACHMENTS.map(tuple)),
    st.builds(DecisionPart, WORDS, ANSWERS.map(tuple), st.lists(WORDS, max_size=2).map(tuple)),
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(st.lists(PART, max_size=4).map(tuple), WORDS, st.booleans())
def test_anything_becomes_a_valid_paper(
    parts: tuple[SectionPart, ...], words: str, is_closed: bool
) -> None:
    item = ItemPaper(samples.key_of("1"), "1", words, False, is_closed, (words,), parts)
    paper = samples.minutes(item, samples.short_item("2", "Eventuelt"))
    paper = dataclasses.replace(paper, head=(HeadLine(words, words),))
    built = render_paper(paper)
    assert findings(built.pdf) == []
