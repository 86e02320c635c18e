"""Clips in the shape in which Word makes them."""
# ruff: noqa: E501 (lines as Word writes them)

from app.models.richtext import Heading, RichText, Run
from app.ui.richtext import from_html
from tests.ui.richtext.shorthand import bullets, item, numbers, p, table, text

WORD_HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Word 15">
<link rel=File-List href="file:///C:/Temp/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0:level1
{mso-level-number-format:bullet;} --></style></head><body lang=DA style='tab-interval:65.2pt'>
<!--StartFragment-->"""
WORD_FOOT = "<!--EndFragment--></body></html>"


def word_point(words: str, label: str, level: int = 1) -> str:
    return (
        f"<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:"
        f"l0 level{level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-"
        f"font-family:Symbol'><span style='mso-list:Ignore'>{label}<span style='font:7.0pt \"Times New"
        f" Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{words}<o:p></o:p></p>\n"
    )


def word(*parts: str) -> RichText:
    return from_html(WORD_HEAD + "".join(parts) + WORD_FOOT)


def test_word_bullets_with_levels() -> None:
    clip = (word_point("Første", "·"), word_point("Under", "o", 2), word_point("Anden", "·"))
    assert word(*clip) == text(bullets(item("Første", bullets("Under")), "Anden"))


def test_word_numbers_letters_and_romans_with_their_start() -> None:
    clip = (
        word_point("Tredje", "3."),
        word_point("a-led", "a.", 2),
        word_point("b-led", "b.", 2),
        word_point("Fjerde", "4."),
    )
    made = numbers(
        item("Tredje", numbers("a-led", "b-led", style="lower_alpha")), "Fjerde", start=3
    )
    assert word(*clip) == text(made)
    romans = (word_point("et", "i)"), word_point("to", "ii)"))
    assert word(*romans) == text(numbers("et", "to", style="lower_roman"))


def test_word_romans_run_past_ten() -> None:
    clip = [word_point(label, f"{label}.") for label in ("viii", "ix", "x", "xi", "xii")]
    made = numbers("viii", "ix", "x", "xi", "xii", start=8, style="lower_roman")
    assert word(*clip) == text(made)


def test_word_letters_run_past_h_as_letters() -> None:
    clip = [word_point(letter, f"{letter}.") for letter in "ghij"]
    assert word(*clip) == text(numbers("g", "h", "i", "j", start=7, style="lower_alpha"))


def test_word_letters_keep_their_brackets() -> None:
    clip = [word_point(letter, f"{letter})") for letter in "abc"]
    assert word(*clip) == text(numbers("a", "b", "c", style="lower_alpha_paren"))


def test_word_headings_and_looks() -> None:
    made = word(
        "<h1>Økonomi<o:p></o:p></h1>",
        "<p class=MsoNormal>En <b>fed</b>, <i>skrå</i> og <u>streget</u> linje\nbrudt i kilden.</p>",
        "<h3><span style='color:#2F5496'>Takster</span></h3>",
        "<p class=MsoTitle>Titel</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>",
    )
    words = p(
        "En ", Run("fed", bold=True), ", ", Run("skrå", italic=True), " og ",
        Run("streget", underline=True), " linje brudt i kilden.",
    )  # fmt: skip
    first, second = Heading((Run("Økonomi"),), 1), Heading((Run("Takster"),), 2)
    assert made == text(first, words, second, Heading((Run("Titel"),), 1))


def test_a_word_table_with_bold_first_row_gets_a_head() -> None:
    def cell(words: str, bold: bool = False) -> str:
        words = f"<b>{words}<o:p></o:p></b>" if bold else f"{words}<o:p></o:p>"
        return (
            "<td width=201 valign=top style='width:150.4pt;border:solid windowtext 1.0pt'>"
            f"<p class=MsoNormal>{words}</p></td>"
        )

    made = word(
        "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0><tr style='mso-yfti-irow:0'>",
        cell("Center", True), cell("Dage", True), "</tr><tr>", cell("Nord"), cell("9"), "</tr></table>",
    )  # fmt: skip
    assert made == text(table(("Center", "Dage"), ("Nord", "9")))


def test_what_word_hides_in_comments_stays_hidden() -> None:
    made = word(
        "<p class=MsoNormal>a<!--[if gte vml 1]><v:shape alt='x'><v:textbox>skjult</v:textbox></v:shape>"
        "<![endif]--><![if !vml]><img width=9 src='file:///C:/Temp/clip_image001.png'><![endif]> b</p>",
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span "
        "style='mso-list:Ignore'>·<span>&nbsp; </span></span><!--[endif]-->punkt</p>",
    )
    assert made == text("a b", bullets("punkt"))


def test_word_numbers_of_several_parts_count_by_their_last() -> None:
    clip = (
        word_point("et", "1."), word_point("et et", "1.1.", 2), word_point("et to", "1.2.", 2),
        word_point("to", "2."), word_point("to et", "2.1", 2), word_point("to to", "2.2", 2),
    )  # fmt: skip
    made = numbers(item("et", numbers("et et", "et to")), item("to", numbers("to et", "to to")))
    assert word(*clip) == text(made)


def test_words_comments_on_the_text_stay_in_word() -> None:
    made = word(
        "<p class=MsoNormal>Sagen<span class=MsoCommentReference><span style='font-size:8.0pt'>"
        '<![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" href="#_msocom_1" '
        "name=\"_msoanchor_1\">[AB1]</a><![endif]><span style='mso-special-character:comment'>&nbsp;"
        "</span></span></span> er klar.<o:p></o:p></p>"
        "<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff width=\"33%\">"
        "<![endif]><div style='mso-element:comment'><![if !supportAnnotations]><div id=\"_com_1\" "
        "class=msocomtxt><![endif]><p class=MsoCommentText><span style='mso-special-character:comment'>"
        '&nbsp;<a href="#_msoanchor_1" class=msocomoff>[AB1]</a></span>Er det nu rigtigt?</p></div></div></div>'
    )
    assert made == text("Sagen er klar.")


def test_words_that_were_struck_out_say_so() -> None:
    clip = (
        "<p class=MsoNormal>Taksten er <s><span lang=DA>4.100 kr. </span></s>4.300 kr.</p>",
        "<p class=MsoNormal>Frist: <span class=msoDel><del datetime=2026>1. maj</del></span></p>",
        "<p style='text-decoration:line-through'>Udgår</p>",
        "<p style='text-decoration:none'>Bliver</p>",
    )
    assert word(*clip) == text(
        p("Taksten er [overstreget: 4.100 kr.] 4.300 kr."),
        p("Frist: [overstreget: 1. maj]"),
        p("[overstreget: Udgår]"),
        p("Bliver"),
    )
