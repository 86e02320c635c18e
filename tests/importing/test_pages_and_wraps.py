"""Wrapped titles, running heads, separator pages and paragraphs that end early."""

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft
from app.models.richtext import plain
from tests.importing.test_other_secretaries import item_of, meeting_of

LONG = "Fordeling af udgifter til drift af færger mellem de fire kommuner langs fjorden og ud af"


def airy(text: str) -> str:
    return text.replace("\n", "\n\n")


def test_a_wrapped_title_is_whole_though_its_crumb_is_cut() -> None:
    lines = f" Punkt 1: {LONG}\nlandsdelen\n\nFjordudvalget\n\nPunkt 1.\n\n{LONG}\nlandsdelen\n\n"
    meeting = meeting_of(f"{lines}Referat:\n\nUdsat.\n Punkt 2: Broen\n\nPunkt 2.\n\nBroen\n")
    assert meeting.items[0].title == f"{LONG} landsdelen"
    assert [section.kind for section in meeting.items[0].sections] == ["minutes"]


def test_a_wrapped_title_is_whole_with_blank_lines_between_all_lines() -> None:
    wide = LONG.removesuffix(" og ud af") + " mod vest"
    text = airy(
        f"Punkt 1.\n{wide}\nHøring af naboer\nResume\n"
        + "Udgifterne til færgerne er vokset hvert år siden den første aftale blev indgået i den\n"
        "gamle by, og de skal derfor fordeles på ny mellem de kommuner, som har brug for de\n"
        * 6
        + "ruter.\nBeslutning\nUdsat.\nPunkt 2.\nBroen\nBeslutning\nUdsat."
    )
    assert meeting_of(f"Fjordudvalget\n\n{text}").items[0].title == f"{wide} Høring af naboer"


def test_a_wrapped_title_of_an_attachment_is_whole() -> None:
    item = item_of(
        "Færgen\n\nBilag:\n\nBilag 1: Sejlplan\n\nBilag 2: Opgørelse af overfarter, 1. halvår\n"
        "2026\n\nBilag 3: Priser\n\nBeslutning\n\nUdsat."
    )
    assert [one.title for one in item.attachments] == [
        "Bilag 1: Sejlplan",
        "Bilag 2: Opgørelse af overfarter, 1. halvår 2026",
        "Bilag 3: Priser",
    ]


@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_numbered_list_may_begin_behind_its_label(between: str) -> None:
    listed = f"Bilag: 1. Sejlplan{between}2. Priser for 2026"
    item = item_of(f"Færgen\n\nResume\nFærgen er gammel.\n\n{listed}\n\nBeslutning\n\nUdsat.")
    assert [one.title for one in item.attachments] == ["Sejlplan", "Priser for 2026"]


def test_separator_pages_without_contents_are_no_sections() -> None:
    item = item_of(
        "Færgen\n\nBilag:\n- Regler for sejlads og anløb i fjorden\n- Kort over ruten\n\n"
        "Beslutning\n\nUdsat.\n"
        " 2. REGLER FOR SEJLADS OG AN-\nLØB I FJORDEN\n\nSide 4\n 2. KORT OVER RUTEN\n\nSide 5"
    )
    assert [s.label for s in item.sections][:1] == ["Beslutning"]
    assert item.sections[1:] == []
    assert item.decision_text == "Udsat."


def two_pages() -> MeetingDraft:
    head = "Fjordudvalget Referat 04.03.2026\n"
    first = f"{head}Fjordudvalget\nMøde onsdag d. 4. marts 2026 kl. 9-11\n\nPunkt 1. Færgen\n"
    second = "\nBeslutning\nUdsat.\n\nBilag\n1. Sejlplan\nSide 1/2\f"
    third = f"{head}Punkt 2. Broen\n\nBeslutning\nUdsat.\nSide 2/2"
    pages = (first + second + third).split("\f")
    return read_lines(make_lines(pages), ImportDraft("papir.txt", ""))[0]


def test_a_running_head_of_two_pages_is_no_content() -> None:
    meeting = two_pages()
    assert [one.title for one in meeting.items[0].attachments] == ["Sejlplan"]
    assert meeting.unplaced == []


def section_of(text: str) -> list[str]:
    item: ItemDraft = item_of(f"Færgen\n\nSagsfremstilling\n{text}\n\nBeslutning\nUdsat.")
    return plain(item.sections[0].text).split("\n")


def test_a_lone_line_set_in_by_a_space_is_no_point() -> None:
    text = (
        "Der kom tre svar, og de blev drøftet.\n\n Havnegruppen udtaler følgende:\n\n”Vi er med.”"
    )
    assert section_of(text)[1] == "Havnegruppen udtaler følgende:"


def test_a_year_goes_on_with_its_month_over_a_blank_line() -> None:
    text = "Forsøget med den nye rute begynder efter sommeren i uge 36, det vil sige i september"
    assert section_of(f"{text}\n\n2026 og varer et år.") == [f"{text} 2026 og varer et år."]


def test_a_full_stop_before_the_margin_ends_a_paragraph() -> None:
    full = (
        "Færgerne sejler hver time fra den gamle havn i Klitby og over fjorden til det nye anløb i"
    )
    assert section_of(
        f"{full}\n{full}\nFjordby, hvor der er venteværelse. Taksterne er de samme hele ugen.\n"
        f"Havnen betaler for anløbet, og {full[0].lower()}{full[1:50]}\n{full}\nFjordby."
    )[1].startswith("Havnen betaler")


@pytest.mark.parametrize("margin", [" ", "  ", "   "])
def test_a_margin_before_most_lines_is_no_mark_of_points(margin: str) -> None:
    text = (
        "Punkt 1.\n\nSenge\n\nSagsfremstilling\n\nSengene er slidte.\n\nDe står på loftet.\n\n"
        "Rådet har set dem.\n\nBeslutning\n\nDer købes nye.\n\nDe gamle brændes.\n"
    )
    set_in = "\n".join(margin + line if line else "" for line in text.split("\n"))
    lines = make_lines(["Sundrådet\n" + set_in])
    meeting = read_lines(lines, ImportDraft("papir.txt", ""))[0]
    assert [plain(section.text).split("\n") for section in meeting.items[0].sections] == [
        ["Sengene er slidte.", "De står på loftet.", "Rådet har set dem."],
        ["Der købes nye.", "De gamle brændes."],
    ]
