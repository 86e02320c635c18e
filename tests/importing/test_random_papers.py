"""Whatever minutes say, the reader gives back what their author meant."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft
from app.models.richtext import plain
from tests.importing.accounting import differences
from tests.importing.made_papers import MadeItem, minutes, paper_a, paper_b, paper_c

LAYOUTS = {"A": paper_a, "B": paper_b, "C": paper_c}
FEW = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def read(text: str) -> MeetingDraft:
    return read_lines(make_lines(text.split("\f")), ImportDraft("made.txt", "0" * 64))[0]


def told(made: MadeItem, layout: str) -> tuple[object, ...]:
    case_number = made.case_number if layout != "A" else ""
    points = [f"fjordudvalget {p}" if layout == "A" else p for p in made.points]
    return (
        made.title,
        case_number,
        [(kind, label, texts) for kind, label, texts in made.sections],
        [point.casefold() for point in points],
        made.attachments,
        made.decision,
    )


def found(item: ItemDraft) -> tuple[object, ...]:
    formal = ("recommendation", "minutes", "decision")
    return (
        item.title,
        item.case_number or "",
        [
            (s.kind, s.label, plain(s.text).split("\n"))
            for s in item.sections
            if s.kind not in formal
        ],
        [plain(p.text).casefold() for made in item.recommendation_sets for p in made.points],
        [attachment.title for attachment in item.attachments],
        item.decision_text.split("\n"),
    )


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@FEW
@given(items=minutes(), width=st.integers(70, 115))
def test_the_reader_gives_back_the_model(layout: str, items: list[MadeItem], width: int) -> None:
    meeting = read(LAYOUTS[layout](items, width))
    assert meeting.layout == layout
    assert [item.number for item in meeting.items] == list(range(1, len(items) + 1))
    assert [item.is_closed for item in meeting.items] == [made.is_left_out for made in items]
    for item, made in zip(meeting.items, items, strict=True):
        if not made.is_left_out:
            assert found(item) == told(made, layout)


@FEW
@given(items=minutes(), width=st.integers(60, 115), cut=st.integers(30, 400))
def test_a_page_break_changes_no_word(items: list[MadeItem], width: int, cut: int) -> None:
    """A footer and a form feed anywhere leave the words of every part alone."""
    lines = paper_c(items, width).split("\n")
    place = cut % len(lines)
    broken = "\n".join([*lines[:place], "Side 3 af 12", "\f" + "\n".join(lines[place:])])
    whole = make_lines(broken.split("\f"))
    meeting = read_lines(whole, ImportDraft("made.txt", "0" * 64))[0]
    assert differences(whole, meeting) == []
    assert meeting.lines_total == len(whole)


@FEW
@given(text=st.text(st.sampled_from("abcÆø .:-•\n\t1I”()Punkt"), max_size=400))
def test_no_text_breaks_the_reader(text: str) -> None:
    lines = make_lines([text])
    if lines:
        meeting = read_lines(lines, ImportDraft("made.txt", "0" * 64))[0]
        assert 0 <= meeting.coverage <= 1
