"""Lines, columns and pages, apart from any paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.richtext import Cell, List, ListItem, Paragraph, RichText, Run, Table
from app.models.visibility import Edition
from app.reports import fonts, style
from app.reports.data import ItemPaper, SectionPart
from app.reports.layout.lines import break_lines
from app.reports.layout.pages import Chunk, paginate
from app.reports.layout.strips import Strip, gap, kept
from app.reports.layout.table import ColumnNeed, column_widths
from app.reports.layout.words import Span
from app.reports.meeting_story import meeting_story
from app.reports.render import render
from app.reports.richtext import Notes, Setting, rich_strips, spans_of
from app.reports.tagged import Node
from tests.reports.reading import words_in_order
from tests.reports.samples import minutes, readiness_item, withheld_item


def lines_of(words: str, width: float, look: style.TextStyle = style.BODY) -> list[str]:
    lines = break_lines([Span(words, look)], width)
    return [
        "".join(f.words for f in line.fragments) + ("¬" if line.hyphen else "") for line in lines
    ]


def test_words_are_broken_at_spaces() -> None:
    assert lines_of("Sekretariatet fører en liste", 90) == ["Sekretariatet", "fører en liste"]


def test_a_hard_space_and_a_hyphen_keep_words_together() -> None:
    assert lines_of("mødet kl.\u00a012.00", 60) == ["mødet", "kl. 12.00"]
    assert lines_of("almindelig pris- og løn", 90) == ["almindelig", "pris- og løn"]
    assert lines_of("efter servicelovens § 107", 107) == ["efter servicelovens", "§ 107"]
    assert lines_of("senest den 1. september", 75) == ["senest den", "1. september"]


@pytest.mark.parametrize("whole", ["4 mio. kr.", "1.250 kr.", "12,5 procent", "d. 7. februar"])
def test_an_amount_and_a_day_stand_on_one_line(whole: str) -> None:
    words = f"der bruges {whole} i alt"
    widths = range(int(style.LEAST_WIDTH) + 40, 200, 3)
    broken = [lines_of(words, width) for width in widths]
    assert any(len(lines) > 1 for lines in broken)
    assert all(any(whole in line for line in lines) for lines in broken)


def test_names_and_titles_are_cut_only_when_they_must() -> None:
    assert lines_of("hos Socialtilsynskommunerne", 140) == ["hos", "Socialtilsynskommunerne"]
    assert lines_of("Socialtilsynskommunerne", 80)[0].endswith("¬")


def test_an_address_is_cut_without_a_hyphen() -> None:
    lines = lines_of("https://eksempel.example/en/meget/lang/adresse?id=1", 100)
    assert "".join(lines) == "https://eksempel.example/en/meget/lang/adresse?id=1"


@given(st.lists(st.text("abcæøå -/§", max_size=60), max_size=5), st.floats(style.LEAST_WIDTH, 350))
def test_no_line_is_wider_than_its_column(parts: list[str], width: float) -> None:
    lines = break_lines([Span(part, style.BODY) for part in parts], width)
    assert all(line.width <= width + 0.1 for line in lines)


POINTS = st.just(0.0) | st.floats(0.1, 400)


@given(
    st.lists(st.tuples(POINTS, POINTS), min_size=1, max_size=8),
    st.floats(100, 350),
)
def test_columns_fill_the_table(pairs: list[tuple[float, float]], width: float) -> None:
    needs = [ColumnNeed(least, least + more) for least, more in pairs]
    widths = column_widths(needs, width)
    assert sum(widths) == pytest.approx(width)
    if sum(need.least for need in needs) <= width:
        assert all(w >= need.least - 0.01 for w, need in zip(widths, needs, strict=True))


def heights(chunks: list[Chunk]) -> list[list[float]]:
    pages, _starts = paginate(chunks)
    return [[placed.strip.height for placed in page.placed] for page in pages]


def test_kept_strips_go_over_together() -> None:
    tall, pair = Strip(600), kept([Strip(50), Strip(51)])
    assert heights([Chunk("a", [tall, *pair])]) == [[600], [50, 51]]


def test_a_gap_vanishes_at_the_top_of_a_page_and_makes_none() -> None:
    assert heights([Chunk("a", [Strip(690), gap(20), Strip(30)])]) == [[690], [30]]
    assert heights([Chunk("a", [Strip(690), gap(20)])]) == [[690]]


def test_strips_kept_with_a_gap_after_them_are_not_lost() -> None:
    """Story: a point whose first paragraph was tied to the space below it vanished at a break."""
    tied = [Strip(30), gap(5, keep=True), Strip(31)]
    assert heights([Chunk("a", [Strip(680), *tied])]) == [[680], [30, 5, 31]]


def test_kept_strips_higher_than_a_page_are_broken_rather_than_lost() -> None:
    pages = heights([Chunk("a", kept([Strip(300) for _ in range(5)]))])
    assert pages == [[300, 300], [300, 300], [300]]


def test_a_chunk_goes_on_below_only_when_it_fits_whole() -> None:
    short = Chunk("b", [Strip(100)], running="Åben")
    closed = Chunk("c", [Strip(100)], running="Lukket")
    long = Chunk("d", [Strip(600)], running="Lukket")
    _pages, starts = paginate([Chunk("a", [Strip(100)], running="Åben"), short, closed, long])
    assert starts == {"a": 0, "b": 0, "c": 1, "d": 2}


def test_a_chunk_that_says_nothing_goes_on_under_any_and_leaves_open_and_closed_apart() -> None:
    bare = [Chunk(key, [Strip(50)]) for key in "abc"]
    shown = Chunk("open", [Strip(50)], running="Åben")
    closed = Chunk("closed", [Strip(50)], running="Lukket")
    pages, starts = paginate([bare[0], shown, bare[1], closed, bare[2]])
    assert starts == {"a": 0, "open": 0, "b": 0, "closed": 1, "c": 1}
    assert [page.chunk.running for page in pages] == ["Åben", "Lukket"]


def test_a_page_of_a_withheld_item_alone_does_not_call_itself_open() -> None:
    paper = minutes(readiness_item("1"), withheld_item("2"))
    chunks = meeting_story(paper).chunks
    assert [chunk.running for chunk in chunks] == ["", "Åben", ""]


@pytest.mark.parametrize(
    ("title", "words"), [("Personsag", "Lukket"), ("Lukket punkt", ""), ("", "")]
)
def test_a_closed_title_never_stands_on_a_page_that_calls_itself_open(
    title: str, words: str
) -> None:
    closed = ItemPaper("b", "2", title, is_closed=True, meta=("Lukket",))
    chunks = meeting_story(minutes(readiness_item("1"), closed, edition=Edition.FULL)).chunks
    assert [chunk.running for chunk in chunks] == ["", "Åben", words]


def test_what_no_face_can_draw_is_written_out() -> None:
    assert fonts.drawable("a\u2011b ◦ ▪", style.SERIF) == "a-b • •"
    assert fonts.drawable("👍🏽 ja\u200b\u00ad", style.SERIF) == "[tommel op] ja"
    assert fonts.drawable("語", style.SERIF) == "[tegn U+8A9E]"
    assert fonts.drawable("A\u030angstrøm", style.SERIF) == "Ångstrøm"
    assert "■" not in fonts.drawable("".join(map(chr, range(0x1F300, 0x1F700))), style.SANS)


def test_a_short_last_word_gets_company() -> None:
    words = "Den kommune, hvor tilbuddet ligger, indkalder til møde samme dag."
    assert lines_of(words, 325)[-1] == "samme dag."
    title = "Godkendelse af referat fra 5. november 2026"
    assert lines_of(title, style.TEXT_WIDTH, style.ITEM_TITLE)[-1] == "5. november 2026"


def test_a_letter_the_serif_lacks_is_borrowed_from_the_sans() -> None:
    (line,) = break_lines([Span("Ruŧŧá ↔ ●", style.BODY)], 300)
    faces = [(fragment.words, fragment.span.style.face) for fragment in line.fragments]
    assert faces[:3] == [("Ru", style.SERIF), ("ŧŧ", style.SANS), ("á ", style.SERIF)]
    assert "".join(words for words, _face in faces) == "Ruŧŧá ↔ ●"


def test_a_full_edition_shows_which_words_are_confidential() -> None:
    runs = (Run("Åbent "), Run("lukket", confidential=True))
    spans = spans_of(runs, style.BODY, Node("P"), Notes("x"))
    assert [span.style.colour for span in spans] == [style.INK, style.HEATHER]
    assert [span.is_dotted for span in spans] == [False, True]


def test_a_confidential_link_is_not_shown_as_an_open_one() -> None:
    runs = (Run("lukket", confidential=True, link="https://eksempel.example"),)
    (span,) = spans_of(runs, style.BODY, Node("P"), Notes("x"))
    assert (span.style.colour, span.is_dotted) == (style.HEATHER, True)
    assert span.target == "https://eksempel.example"


@pytest.mark.parametrize(("lead", "is_tied"), [("Planen er:", True), ("Planen er lagt.", False)])
def test_words_that_lead_to_a_table_stand_on_its_page(lead: str, is_tied: bool) -> None:
    table = Table(((Cell((Paragraph((Run("maj"),)),)),),), header_rows=0)
    text = RichText((Paragraph((Run(lead),)), table))
    _words, *rest = rich_strips(text, Setting(Node("Sect")))
    assert all(strip.keep for strip in rest[:2]) is is_tied


def test_a_bullet_inside_a_point_is_a_dash() -> None:
    inner = List((ListItem((Paragraph((Run("indeni"),)),)),))
    outer = List((ListItem((Paragraph((Run("udenpå"),)), inner)),), ordered=True)
    item = ItemPaper("a", "1", "Liste", parts=(SectionPart("", RichText((outer,))),))
    words = " ".join(words_in_order(render(meeting_story(minutes(item))).pdf))
    assert "1. udenpå – indeni" in words


def test_the_contents_of_a_full_edition_say_what_is_closed() -> None:
    closed = ItemPaper("b", "2", "Personsag", is_closed=True, meta=("Lukket",))
    paper = minutes(readiness_item("1"), closed, withheld_item("3"), edition=Edition.FULL)
    words = " ".join(words_in_order(render(meeting_story(paper)).pdf))
    assert "2 Personsag (lukket) 3" in words
    assert "Lukket punkt (lukket)" not in words
