"""Clips in the shape in which other programs make them."""
# ruff: noqa: E501 (lines as those programs write them)

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.richtext import Cell, Heading, Quote, RichText, Row, Run, Table, plain
from app.ui.richtext import from_html, from_plain
from app.ui.richtext.clipboard.paste import clean
from tests.ui.richtext.shorthand import bullets, item, numbers, p, table, text


def test_cells_from_a_spreadsheet() -> None:
    made = from_html(
        "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head><style>td {mso-ignore:padding}"
        "</style></head><body><table border=0 width=128><!--StartFragment--><col width=64 span=2>"
        "<tr height=20><td class=xl65 style='font-weight:700'>Kommune</td><td style='font-weight:700'>"
        "Beløb</td></tr><tr height=20><td>Nord</td><td align=right>1.234,5</td></tr><!--EndFragment-->"
        "</table></body></html>"
    )
    assert made == text(table(("Kommune", "Beløb"), ("Nord", "1.234,5")))


def test_outlook_wraps_words_in_spans_and_empty_paragraphs() -> None:
    made = from_html(
        '<div class="WordSection1"><p class="MsoNormal"><span style="font-size:11.0pt;font-family:'
        '&quot;Calibri&quot;,sans-serif">Kære alle<o:p></o:p></span></p><p class="MsoNormal"><span>'
        '<o:p>&nbsp;</o:p></span></p><ul style="margin-top:0cm" type="disc"><li class='
        '"MsoListParagraph" style="margin-left:0cm;mso-list:l0 level1 lfo1">Første<o:p></o:p></li>'
        '<li class="MsoListParagraph" style="mso-list:l0 level1 lfo1">Anden</li></ul></div>'
        '<p class="MsoNormal">Se <a href="mailto:sek@region.example">mail</a></p>'
    )
    mail = Run("mail", link="mailto:sek@region.example")
    assert made == text("Kære alle", bullets("Første", "Anden"), p("Se ", mail))


def test_libreoffice_lists_hold_paragraphs() -> None:
    made = from_html(
        '<body lang="da-DK" link="#000080" dir="ltr"><ol start="2"><li><p style="margin-bottom: 0cm; '
        'line-height: 100%"><font face="Liberation Serif"><b>To</b></font></p><ul><li><p>under</p></li>'
        "</ul></li><li><p>Tre</p><p>mere til tre</p></li></ol></body>"
    )
    two = item(p(Run("To", bold=True)), bullets("under"))
    assert made == text(numbers(two, item("Tre", "mere til tre"), start=2))


def test_google_docs_wraps_all_in_a_bold_that_is_not() -> None:
    made = from_html(
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" '
        'style="line-height:1.38"><span style="font-weight:400;font-style:normal">Almindelig </span>'
        '<span style="font-weight:700">fed</span><span style="font-style:italic;font-weight:400"> skrå'
        '</span></p><ul><li dir="ltr" aria-level="1"><p role="presentation"><span>et</span></p></li>'
        '<ul><li aria-level="2"><p><span>under</span></p></li></ul></ul></b><br>'
    )
    words = p("Almindelig ", Run("fed", bold=True), Run(" skrå", italic=True))
    assert made == text(words, bullets(item("et", bullets("under"))))


def test_a_browser_page_keeps_structure_and_loses_the_rest() -> None:
    made = from_html(
        "<header><nav><a href='/menu'>Menu</a></nav></header><article><h2>Nyt</h2><p>Ord&nbsp;er "
        "<a href='https://a.example/x?a=1&amp;b=2'>her</a>.</p><blockquote><p>Citat</p></blockquote>"
        "<script>alert(1)</script><iframe src='https://a.example'></iframe></article>"
    )
    link = Run("her", link="https://a.example/x?a=1&b=2")
    quote = Quote((p("Citat"),))
    assert made == text("Menu", Heading((Run("Nyt"),), 2), p("Ord\u00a0er ", link, "."), quote)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "#bog", "/rel", "data:text/html,x", "//x"],
)
def test_other_links_become_words(address: str) -> None:
    assert from_html(f'<p><a href="{address}">ord</a></p>') == text("ord")


def test_spans_of_cells_are_filled_up() -> None:
    made = from_html(
        "<table><tr><th>a</th><th colspan=2>b</th></tr><tr><td rowspan=2>c</td><td>d</td><td>e</td>"
        "</tr><tr><td>f</td><td>g</td></tr></table>"
    )
    assert made == text(table(("a", "b", ""), ("c", "d", "e"), ("", "f", "g")))


def test_cells_hold_lists_and_captions_stand_above() -> None:
    made = from_html(
        "<table><caption>Tabel 1</caption><tr><td>a</td><td><ul><li>b</li></ul></td></tr></table>"
    )
    row: Row = (Cell((p("a"),)), Cell((bullets("b"),)))
    assert made == RichText((Table((row,), 0, "Tabel 1"),))


def test_a_layout_table_of_one_cell_is_no_table() -> None:
    assert from_html("<table><tr><td><h1>Nyt</h1><p>ord</p></td></tr></table>") == text(
        Heading((Run("Nyt"),)), "ord"
    )


def test_line_breaks_and_blanks_fold_as_in_a_browser() -> None:
    assert from_html("<p> a\n  b<br>c <b> d</b></p>\n<p>&nbsp;</p>") == text(
        p("a b\nc ", Run("d", bold=True))
    )


def test_hidden_words_stay_away() -> None:
    assert from_html("<p>a<span style='display:none'>skjult</span> b</p>") == text("a b")


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("- et\n- to", text(bullets("et", "to"))),
        ("• et\r\n\t• under\r\n• to", text(bullets(item("et", bullets("under")), "to"))),
        ("1. et\n2. to\n\n3) tre", text(numbers("et", "to", "tre"))),
        ("8. maj var der møde\nslut", text("8. maj var der møde", "slut")),
        ("før\n1. et\nefter", text("før", numbers("et"), "efter")),
        ("a\r\nb\vc\fd\x85e", text("a", "b", "c", "d", "e")),
        (" midt i ", text(" midt i ")),
        ("-5 grader", text("-5 grader")),
        ("", text()),
    ],
)
def test_plain_words(words: str, made: RichText) -> None:
    assert from_plain(words) == made


@given(st.text(st.sampled_from("ab <>&/\"'=pliuodtr123-.\n"), max_size=80))
def test_any_rubbish_gives_a_text(html: str) -> None:
    assert isinstance(from_html(html), RichText)


@given(st.lists(st.text("abcæøå", min_size=1, max_size=6), min_size=1, max_size=6))
def test_no_word_is_lost(words: list[str]) -> None:
    html = "".join(
        f"<{tag}>{word}</{tag}>"
        for word, tag in zip(words, ["p", "li", "td", "h4", "div", "blockquote"], strict=False)
    )
    assert [word for word in plain(from_html(html)).split() if word != "•"] == words


def test_a_clip_of_five_megabytes_is_quick() -> None:
    """A Word clip is mostly style sheet and pictures; its words are what takes time."""
    ballast = "<style>" + "p.x {margin:0} " * 200_000 + "</style>"
    picture = '<img src="data:image/png;base64,' + "A" * 1_500_000 + '">'
    words = "".join(
        f"<p class=MsoNormal>Afsnit {n} med <b>nogle</b> ord i.</p>" for n in range(4000)
    )
    clip = ballast + picture + words
    assert len(clip) > 4_600_000
    started = time.process_time()
    made = from_html(clip)
    took = time.process_time() - started
    assert len(made.blocks) == 4000
    assert took < 2  # 0.2 s is the aim on a quiet machine; a busy one must not fail the test


@pytest.mark.parametrize(
    "opened", ["<img ", "<style ", "<xml", "<p style='", "<b>", "<ul><li>", "<!--"]
)
def test_what_is_never_closed_does_not_stall(opened: str) -> None:
    started = time.process_time()
    assert isinstance(from_html((opened + "x") * 3_000), RichText)
    assert time.process_time() - started < 5


def test_clean_html_holds_no_address_of_its_own() -> None:
    html = clean(
        '<p style="background:url(https://a.example/x)"><img src="https://a.example/y">a</p>'
    )
    assert "example" not in html


def test_raised_and_lowered_figures_stay_so() -> None:
    made = from_html(
        "<p>120 m<sup>2</sup>, 10<sup>-3</sup>, CO<sub>2</sub>, 3<span style='vertical-align:super'>4"
        "</span>, note<sup>[1]</sup>, 1<sup>ste</sup></p>"
    )
    assert made == text("120 m², 10⁻³, CO₂, 3⁴, note[1], 1ste")


@pytest.mark.parametrize("tag", ["nav", "center", "figure", "form", "button", "summary", "option"])
def test_words_in_blocks_of_their_own_are_not_run_together(tag: str) -> None:
    assert from_html(f"<{tag}>et</{tag}><{tag}>to</{tag}>") == text("et", "to")
