"""The block tree: its stored form, its normal form, its plain words."""

import itertools
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.models.richtext import (
    EMPTY,
    OBJECT,
    Cell,
    Heading,
    Image,
    List,
    ListItem,
    Paragraph,
    Quote,
    RichText,
    RichTextError,
    Run,
    Table,
    from_json,
    iter_runs,
    map_runs,
    merge_runs,
    normalise,
    number_label,
    plain,
    runs_text,
    text_of,
    to_json,
)
from tests.models.richtext_texts import runs, texts

many = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def p(*pieces: str | Run) -> Paragraph:
    return Paragraph(tuple(Run(piece) if isinstance(piece, str) else piece for piece in pieces))


def points(*words: str, ordered: bool = False, start: int = 1) -> List:
    return List(tuple(ListItem((p(word),)) for word in words), ordered, start)


# --- Stored form


@many
@given(texts)
def test_json_round_trips(text: RichText) -> None:
    assert from_json(to_json(text)) == text


@pytest.mark.parametrize("stored", [None, ""])
def test_nothing_stored_is_the_empty_text(stored: str | None) -> None:
    assert from_json(stored) == EMPTY


def test_the_empty_text_is_stored_as_nothing() -> None:
    assert to_json(EMPTY) == ""


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "[]",
        "3",
        '"tekst"',
        "{}",
        '{"v":2,"blocks":[]}',
        '{"v":1}',
        '{"v":1,"blocks":[3]}',
        '{"v":1,"blocks":3}',
        '{"v":1,"blocks":[{"t":"x"}]}',
        '{"v":1,"blocks":[{"t":"p","r":[3]}]}',
        '{"v":1,"blocks":[{"t":"p","r":[{"s":3}]}]}',
        '{"v":1,"blocks":[{"t":"h","r":[],"n":"x"}]}',
        '{"v":1,"blocks":[{"t":"l","o":1,"start":1,"style":"stars","items":[]}]}',
        '{"v":1,"blocks":[{"t":"l","o":1,"start":"1","style":"decimal","items":[]}]}',
        '{"v":1,"blocks":[{"t":"tbl","rows":[],"head":"x"}]}',
        '{"v":1,"blocks":[{"t":"tbl","rows":[[[{"t":"h","r":[],"n":1}]]],"head":0}]}',
        '{"v":1,"blocks":[{"t":"q","b":[{"t":"q","b":[]}]}]}',
        '{"v":1,"blocks":[{"t":"img","sha":1,"alt":""}]}',
    ],
)
def test_unknown_shapes_are_refused(stored: str) -> None:
    with pytest.raises(RichTextError):
        from_json(stored)


def test_a_bottomless_list_is_refused() -> None:
    depth = 5_000
    lists = '{"t":"l","items":[[' * depth + "]]}" * depth
    with pytest.raises(RichTextError):
        from_json(f'{{"v":1,"blocks":[{lists}]}}')


def test_plain_runs_are_stored_short() -> None:
    stored = json.loads(to_json(text_of("ord")))
    assert stored == {"v": 1, "blocks": [{"t": "p", "r": ["ord"]}]}


# --- Normal form


@many
@given(texts)
def test_normalise_is_idempotent(text: RichText) -> None:
    once = normalise(text)
    assert normalise(once) == once


@many
@given(texts)
def test_normalise_keeps_every_word_and_note(text: RichText) -> None:
    def words(of: RichText) -> str:
        return "".join(run.text for run in iter_runs(of))

    def notes(of: RichText) -> list[str]:
        return [run.footnote for run in iter_runs(of) if run.footnote]

    assert words(normalise(text)) == words(text)
    assert notes(normalise(text)) == notes(text)


@many
@given(texts)
def test_normalise_keeps_confidential_words_confidential(text: RichText) -> None:
    def secret(of: RichText) -> str:
        return "".join(run.text for run in iter_runs(of) if run.confidential)

    assert secret(normalise(text)) == secret(text)


@many
@given(texts)
def test_a_normal_text_has_no_empty_parts(text: RichText) -> None:
    for block in normalise(text).blocks:
        match block:
            case Paragraph(runs=found) | Heading(runs=found):
                assert found
            case List(items=found) | Quote(blocks=found):
                assert found
            case Table(rows=rows):
                assert len({len(row) for row in rows}) == 1
                assert 0 <= block.header_rows <= len(rows)


@given(runs)
def test_merged_runs_differ_from_their_neighbours(found: tuple[Run, ...]) -> None:
    merged = merge_runs(found)
    for first, second in itertools.pairwise(merged):
        assert first.footnote or not first.same_look(second)
    assert merge_runs(merged) == merged


def test_runs_of_one_look_melt() -> None:
    bold = Run("b", bold=True)
    assert merge_runs((Run("a"), Run("c"), bold, Run(""), bold)) == (
        Run("ac"),
        Run("bb", bold=True),
    )


def test_a_note_stays_between_the_words_it_stood_between() -> None:
    assert merge_runs((Run("a", footnote="n"), Run("b"))) == (Run("a", footnote="n"), Run("b"))
    assert merge_runs((Run("a"), Run("b", footnote="n"))) == (Run("ab", footnote="n"),)


def test_a_note_without_words_hangs_on_the_words_before() -> None:
    assert merge_runs((Run("a"), Run("", footnote="n"))) == (Run("a", footnote="n"),)


@pytest.mark.parametrize("hides_note", [True, False])
def test_a_note_never_hangs_on_words_that_are_less_or_more_confidential(hides_note: bool) -> None:
    words = Run("tal", confidential=not hides_note)
    note = Run("", footnote="Kilde", confidential=hides_note)
    assert merge_runs((words, note)) == (words, note)


@pytest.mark.parametrize(
    "found",
    [(Run("", footnote="n"),), (Run("a", footnote="m"), Run("", footnote="n"))],
)
def test_a_note_with_nothing_to_hang_on_is_kept(found: tuple[Run, ...]) -> None:
    assert merge_runs(found) == found


def test_lists_that_go_on_are_joined() -> None:
    assert normalise(RichText((points("a"), points("b")))) == RichText((points("a", "b"),))
    first, on = points("a", ordered=True), points("b", ordered=True, start=2)
    assert normalise(RichText((first, on))) == RichText((points("a", "b", ordered=True),))


def test_lists_that_begin_anew_stay_apart() -> None:
    again = RichText((points("a", ordered=True), points("b", ordered=True)))
    assert normalise(again) == again
    other = RichText((points("a", ordered=True), points("b")))
    assert normalise(other) == other


def test_quotations_of_one_author_are_joined_others_not() -> None:
    same = RichText((Quote((p("a"),), "X"), Quote((p("b"),), "X")))
    assert normalise(same) == RichText((Quote((p("a"), p("b")), "X"),))
    others = RichText((Quote((p("a"),), "X"), Quote((p("b"),), "Y")))
    assert normalise(others) == others


def test_short_rows_are_filled_up() -> None:
    table = Table(((Cell((p("a"),)), Cell()), (Cell((p("b"),)),)), header_rows=5)
    normal = normalise(RichText((table,))).blocks[0]
    assert normal.rows[1] == (Cell((p("b"),)), Cell())
    assert normal.header_rows == 2


# --- Words


def test_plain_writes_out_marks_and_numbers() -> None:
    text = RichText(
        (
            Heading((Run("Økonomi"),)),
            List((ListItem((p("et"), points("a", ordered=True), p("mere"))),)),
            points("fem", ordered=True, start=5),
            Table(((Cell((p("a"),)), Cell((p("b"),))),), 1, "Tabel 1"),
            Quote((p("Citat"),), "Leder"),
            Image("0" * 64, "Kort", "Figur 1"),
        )
    )
    assert plain(text).split("\n") == [
        "Økonomi",
        "• et",
        "  1. a",
        "  mere",
        "5. fem",
        "Tabel 1",
        "a\tb",
        "Citat",
        "Leder",
        "Figur 1",
    ]


@many
@given(texts)
def test_plain_holds_every_word(text: RichText) -> None:
    shown = "".join(plain(text).split())
    for run in iter_runs(text):
        for word in run.text.replace(OBJECT, "").split():
            assert word in shown
        assert "".join(run.footnote.split()) in shown


def test_footnotes_stand_in_brackets() -> None:
    assert runs_text((Run("tal", footnote="Kilde: opgørelse"), Run("."))) == (
        "tal [Kilde: opgørelse]."
    )


@pytest.mark.parametrize(
    ("number", "style", "label"),
    [
        (3, "decimal", "3."),
        (3, "decimal_paren", "3)"),
        (3, "lower_alpha", "c."),
        (28, "lower_alpha", "ab."),
        (3, "lower_alpha_paren", "c)"),
        (4, "lower_roman", "iv."),
        (49, "lower_roman", "xlix."),
        (90, "lower_roman", "xc."),
    ],
)
def test_labels(number: int, style: str, label: str) -> None:
    assert number_label(number, style) == label


@pytest.mark.parametrize("style", ["lower_alpha", "lower_alpha_paren", "lower_roman"])
@given(number=st.integers(-3, 0))
def test_labels_below_one_are_still_numbers(style: str, number: int) -> None:
    assert number_label(number, style) == f"{number}."


def test_a_text_is_true_when_there_is_something_to_read() -> None:
    assert not EMPTY
    assert not RichText((p("  "),))
    assert RichText((p("a"),))
    assert RichText((Image("0" * 64, ""),))
    assert RichText((p(Run("", footnote="n")),))


def test_a_confidential_picture_is_asked_about_as_its_words() -> None:
    secret = Image("5e" * 32, "Kort", "Figur 1", confidential=True)
    text = RichText((secret, Image("5e" * 32, "Kort")))
    assert list(iter_runs(text)) == [Run("Figur 1", confidential=True)]
    assert map_runs(text, lambda found: found) == text
    assert map_runs(text, lambda _found: (Run("x"),)).blocks[0] == p("x")
    assert map_runs(text, lambda _found: ()).blocks[0] == p()
    assert normalise(RichText((replace(secret, alternative="", caption=""),))).blocks


def test_map_runs_reaches_every_run() -> None:
    text = RichText((Quote((points("a"),)), Table(((Cell((p("b"),)),),)), Heading((Run("c"),))))
    shouted = map_runs(text, lambda found: tuple(Run(run.text.upper()) for run in found))
    assert [run.text for run in iter_runs(shouted)] == ["A", "B", "C"]


def test_text_of_makes_a_paragraph_a_line() -> None:
    assert text_of("a\n\nb", bold=True) == RichText(
        (p(Run("a", bold=True)), p(Run("b", bold=True)))
    )
