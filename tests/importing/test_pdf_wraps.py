"""Where a line of a PDF ends for want of room, its paragraph goes on, however many its signs."""

from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from app.importing import read_paper
from app.models.richtext import plain

FONT, SIZE, LEFT, RIGHT, LINE = "Helvetica", 11.0, 60.0, 520.0, 13.0
HEAD = ["Fjordudvalget", "", "Mødet den 4. marts 2026, kl. 9.30 - 12.15", "", "Punkt 1.", "",
        "Færgen", "", "Sagsfremstilling", ""]  # fmt: skip
LONG = "Administrationschefen Wilhelmine-Marie Wammen-Mommsen"


def wrapped(text: str) -> list[str]:
    """The lines a word processor makes of a paragraph."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if LEFT + pdfmetrics.stringWidth(longer, FONT, SIZE) <= RIGHT:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def paper(path: Path, *pages: list[str]) -> list[str]:
    """The paragraphs of the first section of a PDF with these lines."""
    canvas = Canvas(str(path))
    for page in pages:
        canvas.setFont(FONT, SIZE)
        for index, line in enumerate(page):
            canvas.drawString(LEFT, 800 - index * LINE, line)
        canvas.showPage()
    canvas.save()
    (meeting,) = read_paper(path).meetings
    return plain(meeting.items[0].sections[0].text).split("\n")


def paragraph(before: str, words: str, count: int) -> str:
    """A paragraph with long words in the middle: the line before them ends early."""
    filler = "mange " * count
    return (
        f"{before} {filler.strip()} {words} om alt det, der er sket på vandet siden sidste sommer."
    )


@pytest.mark.parametrize("words", [LONG, "”Medlemmerne-i-Mommarkvammen skal kunne nås”"])
@pytest.mark.parametrize("count", range(14, 26, 2))
def test_a_line_that_the_next_word_had_no_room_on_goes_on(
    tmp_path: Path, words: str, count: int
) -> None:
    texts = [
        paragraph("Udvalget har set på sagen sammen med", words, count),
        "Den lille færge ligger i havn til foråret, og den store sejler hver time hele dagen igen.",
        paragraph("Havnen i Klitby er ligeledes blevet talt igennem med", words, count + 1),
    ]
    lines = [line for text in texts for line in [*wrapped(text), ""]]
    assert paper(tmp_path / "a.pdf", [*HEAD, *lines, "Beslutning", "", "Drøftet."]) == texts


def test_a_line_with_room_for_the_next_word_ends_its_paragraph(tmp_path: Path) -> None:
    havn = "havnen, som er lille, og som ikke bliver større af, at færgen ligger der om vinteren"
    texts = [
        "Alle fik lidt tid til at tale, til det i alt fjortende lille tilfælde, til sidst i juli.",
        "Ruten er lang.",
        *(f"{who} så på {havn}, når isen er tyk." for who in ("Eva", "Ib Thorup", "Åse Dahl")),
    ]
    lines = [line for text in texts for line in wrapped(text)]
    assert paper(tmp_path / "a.pdf", [*HEAD, *lines, "", "Beslutning", "", "Drøftet."]) == texts


def test_a_full_line_goes_on_over_the_page_though_a_sentence_ends_there(tmp_path: Path) -> None:
    first = wrapped(
        "Udvalget har set på sagen, og den er god for alle, der sejler på fjorden om sommeren. "
        "Havnen i Klitby er lille, og den er dyr at holde ved lige, når isen ligger på vandet hele "
        "vinteren. "
        + LONG + " har set på havnen, på broen og på molen, og de er alle sammen meget slidte."
    )  # fmt: skip
    cut = next(i for i, line in enumerate(first) if line.endswith("vinteren.")) + 1
    pages = [*HEAD, *first[:cut]], [*first[cut:], "", "Beslutning", "", "Drøftet."]
    assert paper(tmp_path / "a.pdf", *pages) == [" ".join(first)]


def test_what_stands_left_of_the_marks_of_a_list_is_no_part_of_it(tmp_path: Path) -> None:
    point = (
        "Færgen ligger i havn hele vinteren, og den sejler først igen, når isen er væk fra løbet"
    )
    hang = pdfmetrics.stringWidth("• ", FONT, SIZE)
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont(FONT, SIZE)
    lines = [
        *((LEFT, line) for line in HEAD),
        (LEFT, "Følgende blev nævnt i høringen, og det er skrevet ned af havnens kontor:"),
        *((LEFT + 15 + hang * (not mark), mark + line) for mark, line in (
            ("• ", "Færgen ligger i havn hele vinteren, og den sejler først igen, når isen er"),
            ("", "væk fra løbet"),
            ("• ", "Broen skal males til sommer, og den bliver lukket en hel uge i juli og juni"),
        )),
        (LEFT, f"{LONG} så på det hele."),
        (LEFT, ""), (LEFT, "Beslutning"), (LEFT, ""), (LEFT, "Drøftet."),
    ]  # fmt: skip
    for index, (left, line) in enumerate(lines):
        canvas.drawString(left, 800 - index * LINE, line)
    canvas.save()
    (meeting,) = read_paper(tmp_path / "a.pdf").meetings
    assert plain(meeting.items[0].sections[0].text).split("\n")[1:] == [
        f"• {point}",
        "• Broen skal males til sommer, og den bliver lukket en hel uge i juli og juni",
        f"{LONG} så på det hele.",
    ]


def test_short_pages_do_not_tell_where_a_full_line_ends(tmp_path: Path) -> None:
    told = ["Sejlads", "", "Beslutning", "", "Udsat, fordi vi mangler tal."]
    short = [["Fjordudvalget", "", f"Punkt {at}.", "", *told] for at in range(2, 9)]
    long = (
        "Havnen er lille, og den bliver ikke større af, at færgen ligger der hele vinteren igennem."
    )
    text = [
        long,
        long,
        long,
        "Ruten er stadig meget lang og dyr.",
        f"{LONG} så på det hele en gang til.",
    ]
    assert paper(tmp_path / "a.pdf", [*HEAD, *text, "", "Beslutning", "", "Drøftet."], *short) == [
        f"{long} {long} {long} {text[3]}",
        text[4],
    ]


def test_paragraphs_stand_apart_though_most_of_them_have_one_line(tmp_path: Path) -> None:
    full = "Færgen ligger i havn til foråret, når den nye havnefoged er kommet på plads på øerne."
    long = (
        "Skibet er gammelt, og det skal males, lappes og tjæres flere steder end sidst, siger den"
    )
    texts = [full, "Rådet hører fra havnen.", f"{long} gamle skipper.", f"{long} nye skipper."]
    texts += [f"Sejladsen på den {day}. maj er aflyst." for day in range(1, 15)]
    canvas = Canvas(str(tmp_path / "spredt.pdf"))
    canvas.setFont(FONT, SIZE)
    height = 800.0
    for text in [line for line in HEAD if line] + texts:
        for line in wrapped(text):
            canvas.drawString(LEFT, height, line)
            height -= LINE
        height -= LINE / 2
    canvas.save()
    (meeting,) = read_paper(tmp_path / "spredt.pdf").meetings
    assert plain(meeting.items[0].sections[0].text).split("\n") == texts
