"""A label that is a whole text stays on the paper, above what it is the label of."""

from __future__ import annotations

import pytest

from app.models.richtext import text_of
from app.reports import style
from app.reports.data import DecisionPaper, DecisionPart, ItemPaper, Part, SectionPart
from app.reports.export import render_paper
from tests.reports.reading import elements, findings, placed_texts
from tests.reports.samples import key_of, minutes


def part(kind: str, label: str) -> Part:
    text = text_of("Kort svar.\nOg et til.")
    if kind == "section":
        return SectionPart(label, text)
    return DecisionPart(label, (DecisionPaper("", "Godkendt", text),))


def paper(kind: str, count: int) -> bytes:
    label = " ".join(f"etiketord{number}" for number in range(count))
    item = ItemPaper(key_of("1"), "1", "Kajen", parts=(part(kind, label),))
    return render_paper(minutes(item)).pdf


@pytest.mark.parametrize("kind", ["section", "decision"])
@pytest.mark.parametrize("count", [3, 14, 18, 46, 60, 200, 900])
def test_a_label_of_any_length_stays_between_header_and_footer(kind: str, count: int) -> None:
    pdf = paper(kind, count)
    body = [one for one in placed_texts(pdf) if one.is_tagged and one.words.strip()]
    assert all(one.top >= style.TOP - 1 and one.bottom <= style.BOTTOM + 1 for one in body)
    assert all(one.right <= style.RIGHT + 1 for one in body)
    label = " ".join(one.words for one in elements(pdf) if one.tag == "H3").split()
    assert label == [f"etiketord{number}" for number in range(count)]
    words = " ".join(one.words for one in elements(pdf))
    assert words.index(f"etiketord{count - 1}") < words.index("Kort svar.")
    assert findings(pdf) == []


@pytest.mark.parametrize("kind", ["section", "decision"])
def test_no_lines_of_a_long_label_lie_on_the_text(kind: str) -> None:
    placed = [one for one in placed_texts(paper(kind, 60)) if one.words.strip()]
    (answer,) = (one for one in placed if "Kort svar." in one.words)
    above = [one for one in placed if one.page == answer.page and "etiketord" in one.words]
    assert above
    assert all(one.bottom <= answer.top + 1 for one in above)
