"""Papers of this program read back, from the lines their pages give."""

import datetime as dt

from app.importing.lines import make_lines
from app.importing.own.by_lines import as_layout_c, is_own
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft
from app.models.richtext import plain

INDENT = " " * 17
FRONT = f"""DAS Fjord
Den Fælles Fjordgruppe
Sekretariatet for fjorden

{INDENT}Referat
{INDENT}Torsdag den 5. november 2026

Tid Kl. 12.00–16.00

Sted Klitby Rådhus

Til stede Eva Bæk, Klitby Kommune (mødeleder); Ib Thorup, forstander,
{INDENT}Fjordhuset Havgården


Punkt Side

1 Godkendelse af dagsorden 2

2 Varsel for lukning af den gamle
{INDENT}færgerute
{INDENT}                          2

3 Lukket punkt 3


Referat, åben udgave · I høring Side 1 af 3"""
SECOND = f"""DAS Fjord, møde den 5. november 2026 Åben

1 Godkendelse af dagsorden


Beslutning Godkendt.


2 Varsel for lukning af den
{INDENT}gamle færgerute
{INDENT}Sag 2026-004711 · Åben · kl. 12.15–13.15 · 30 minutter · Indledning ved Ib Thorup

Resumé Færgen er gammel, og gruppen foreslår et varsel
{INDENT}på seks måneder.

FU Socials
bemærkninger
{INDENT}Udvalget ønsker en undtagelse.

Indstilling fra
Havnegruppen
{INDENT}Det indstilles, at Den Fælles Fjordgruppe
{INDENT}1. godkender et varsel på seks måneder for lukning af
{INDENT}    en rute
{INDENT}2. drøfter ruten.

Bilag 1. Rutekort


Referat, åben udgave · I høring Side 2 af 3"""
THIRD = f"""DAS Fjord, møde den 5. november 2026 Åben


Beslutning 1. Godkendt.
{INDENT}2. Drøftet.


3 Lukket punkt


Referat, åben udgave · I høring Side 3 af 3"""


def read() -> MeetingDraft:
    return read_lines(make_lines([FRONT, SECOND, THIRD]), ImportDraft("referat.pdf", ""))[0]


def test_the_meeting_is_known() -> None:
    meeting = read()
    assert (meeting.body, meeting.date, meeting.start) == (
        "DAS Fjord",
        dt.date(2026, 11, 5),
        dt.time(12),
    )
    assert (meeting.layout, meeting.coverage, meeting.unplaced) == ("C", 1.0, [])
    assert [(p.name, p.title, p.organisation, p.role) for p in meeting.attendance] == [
        ("Eva Bæk", "", "Klitby Kommune", "chairing"),
        ("Ib Thorup", "forstander", "Fjordhuset Havgården", "member"),
    ]


def test_items_keep_number_title_and_what_stands_below_it() -> None:
    first, second, closed = read().items
    assert (first.number, first.title, first.decision_text) == (
        1,
        "Godkendelse af dagsorden",
        "Godkendt.",
    )
    assert second.title == "Varsel for lukning af den gamle færgerute"
    assert (second.case_number, second.duration_min) == ("2026-004711", 30)
    assert (second.time_from, second.time_to) == (dt.time(12, 15), dt.time(13, 15))
    assert second.presenters == ["Ib Thorup"]
    assert (closed.number, closed.is_closed, closed.sections) == (3, True, [])


def test_labels_in_the_margin_open_sections() -> None:
    item = read().items[1]
    assert [(section.kind, section.label) for section in item.sections] == [
        ("summary", "Resumé"),
        ("body_view", "FU Socials bemærkninger"),
        ("recommendation", "Indstilling fra Havnegruppen"),
        ("decision", "Beslutning"),
    ]
    (made,) = item.recommendation_sets
    assert made.from_body == "Havnegruppen"
    assert [plain(one.text) for one in made.points] == [
        "godkender et varsel på seks måneder for lukning af en rute",
        "drøfter ruten.",
    ]
    assert [one.title for one in item.attachments] == ["Rutekort"]
    assert item.decision_text == "1. Godkendt.\n2. Drøftet."


MORE = f"""DAS Fjord, møde den 5. november 2026 Åben

4 Ny havn


Sagsfremstilling Der er tre muligheder:

{INDENT} • Havnen udvides
{INDENT}   – mod vest
{INDENT}   – mod øst, hvor der
{INDENT}      er dybt vand
{INDENT} • Havnen flyttes

FU Social FU finder, at havnen bør udvides.

Indstilling fra
FU FU indstiller, at Den Fælles Fjordgruppe
{INDENT}1. drøfter havnen, idet formanden kan foretage
{INDENT}    mindre rettelser og
{INDENT}    sende sagen videre

Indstilling fra FU FU indstiller, at Den Fælles Fjordgruppe
{INDENT}1. godkender prisen

Bilag Kort over havnen
{INDENT}Priser_2026.xlsx


Referat, åben udgave · I høring Side 4 af 4"""


def test_points_views_and_files_come_back() -> None:
    front = FRONT.replace("3 Lukket punkt 3", "3 Lukket punkt 3\n\n4 Ny havn 4")
    pages = [front, SECOND, THIRD, MORE]
    meeting = read_lines(make_lines(pages), ImportDraft("referat.pdf", ""))[0]
    item = meeting.items[3]
    assert [(s.kind, s.label) for s in item.sections] == [
        ("case_presentation", "Sagsfremstilling"),
        ("body_view", "FU Social"),
        *[("recommendation", "Indstilling fra FU")] * 2,
    ]
    assert plain(item.sections[0].text).split("\n") == [
        *("Der er tre muligheder:", "• Havnen udvides", "  • mod vest"),
        "  • mod øst, hvor der er dybt vand",
        "• Havnen flyttes",
    ]
    for made in item.recommendation_sets:
        assert (made.lead, made.from_body) == ("FU indstiller, at Den Fælles Fjordgruppe", "FU")
        assert len(made.points) == 1
    assert [one.title for one in item.attachments] == ["Kort over havnen", "Priser_2026.xlsx"]
    assert meeting.unplaced == []


def test_every_word_is_kept_and_other_papers_are_left_alone() -> None:
    lines = make_lines([FRONT, SECOND, THIRD])
    made = " ".join(line.text for line in as_layout_c(lines)).split()
    printed = [word for line in lines for word in line.text.split() if word.isalpha()]
    letterhead = {"Den", "Sekretariatet", "for", "fjorden", "Indledning", "Sag", "november"}
    assert set(printed) - set(made) <= letterhead | {"møde", "Side"}
    assert not is_own(make_lines(["Referat\n\nPunkt 1.\n\nFærgen\n\nSide 1 af 3"]))


def test_an_own_paper_whose_first_page_is_empty_is_read_all_the_same() -> None:
    foot = "Referat, fuld udgave · Fjordudvalget Side 2 af 2"
    lines = make_lines(["", f"1. Ny færgerute\n\nFærgen er gammel.\n\n{foot}\n"])
    meeting = read_lines(lines, ImportDraft("papir.txt", ""))[0]
    told = [plain(s.text) for item in meeting.items for s in item.sections]
    assert "Færgen er gammel." in " ".join(told + [one.text for one in meeting.unplaced])
