"""What an edition shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.richtext import Paragraph, RichText, Run, iter_runs, normalise, plain
from app.models.visibility import Edition, shows_attachment, shows_item, visible_text

RUNS = st.lists(
    st.builds(
        Run,
        st.text("abc æøå", min_size=1, max_size=6),
        bold=st.booleans(),
        confidential=st.booleans(),
        footnote=st.sampled_from(["", "note"]),
    ),
    max_size=6,
).map(tuple)


@pytest.mark.parametrize(
    ("is_closed", "edition", "shown"),
    [
        (False, Edition.OPEN, True),
        (True, Edition.OPEN, False),
        (False, Edition.FULL, True),
        (True, Edition.FULL, True),
    ],
)
def test_a_closed_item_is_shown_in_the_full_edition_alone(
    is_closed: bool, edition: Edition, shown: bool
) -> None:
    assert shows_item(is_closed=is_closed, edition=edition) is shown


@given(st.booleans(), st.booleans())
def test_an_attachment_is_closed_by_itself_or_with_its_item(item: bool, own: bool) -> None:
    assert shows_attachment(item_is_closed=item, is_closed=own, edition=Edition.FULL)
    shown = shows_attachment(item_is_closed=item, is_closed=own, edition=Edition.OPEN)
    assert shown is not (item or own)


@given(RUNS)
def test_no_confidential_run_is_left_in_the_open_text(runs: tuple[Run, ...]) -> None:
    text = RichText((Paragraph(runs),))
    assert visible_text(text, Edition.FULL, "[x]") == text
    shown = visible_text(text, Edition.OPEN, "[x]")
    kept = [run for run in runs if not run.confidential]
    assert not any(run.confidential for run in iter_runs(shown))
    assert [run for run in iter_runs(shown) if run.text.strip() != "[x]"] == kept


def test_neighbouring_confidential_runs_share_one_mark() -> None:
    runs = (Run("a"), Run("b", confidential=True), Run("c", bold=True, confidential=True), Run("d"))
    shown = visible_text(RichText((Paragraph(runs),)), Edition.OPEN, "[udeladt]")
    assert plain(shown) == "a[udeladt]d"


def test_words_do_not_run_together_where_the_blanks_were_marked_too() -> None:
    runs = (
        Run("PPR"),
        Run(" holder", confidential=True),
        Run(" i ", confidential=True),
        Run("tid"),
    )
    shown = visible_text(RichText((Paragraph(runs),)), Edition.OPEN, "[udeladt]")
    assert plain(shown) == "PPR [udeladt] tid"


def test_a_confidential_note_after_open_words_is_hidden_when_the_text_is_put_in_order() -> None:
    runs = (Run("Priserne"), Run("", footnote="Tilbud fra Nord", confidential=True))
    text = visible_text(normalise(RichText((Paragraph(runs),))), Edition.OPEN, "[…]")
    assert plain(text) == "Priserne[…]"
