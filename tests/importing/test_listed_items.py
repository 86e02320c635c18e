"""Papers of other systems: the items are those that the list of contents prints before them."""

import datetime as dt

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft
from app.models.richtext import plain

COUNCIL = (
    "KLITBY KOMMUNE\n\nUdvalget for Øer og Sund\nReferat\n\nMødedato: 4. marts 2026\n"
    "Mødetidspunkt: kl. 15:00 - 17:10\nMødelokale: Salen, Klitby Rådhus\n"
    "Deltagere: Eva Bæk (A) (formand), Ib Thorup (V)\nAfbud: Ulf Dam (C)\n\n"
    "Indholdsfortegnelse\n"
    "41. Godkendelse af dagsorden ........................ 2\n"
    "42. Ny rute til øen\n    og ny kaj ....................................... 3\n"
    "43. Lukket: Køb af færge ............................ 5\n"
    "44. Orienteringer ................................... 6\n\n"
    "41. Godkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\n"
    "42. Ny rute til øen\nog ny kaj\n\n05.00.00-P20-2-26\n\nSagsfremstilling\n\nRuten er lang.\n\n"
    "Kajen har tre dele:\n\n1. Broen er af træ.\n2. Skuret er af sten.\n\nIndstilling\n\n"
    "Forvaltningen indstiller, at\n\n1. ruten godkendes\n\nBeslutning\n\nGodkendt.\n\n"
    "Bilag\n1 (1204417) - Kort over ruten\n2 (1204419) - Tegning af kajen\n\n"
    "44. Orienteringer\n\nFormanden fortalte om is på sundet.\n"
)


def read(text: str) -> tuple[MeetingDraft, ImportDraft]:
    draft = ImportDraft("papir.txt", "")
    return read_lines(make_lines([text]), draft)[0], draft


def test_items_begin_at_any_number_that_the_contents_list() -> None:
    meeting, draft = read(COUNCIL)
    assert [(item.number, item.title, item.is_closed) for item in meeting.items] == [
        (41, "Godkendelse af dagsorden", False),
        (42, "Ny rute til øen og ny kaj", False),
        (43, "Køb af færge", True),
        (44, "Orienteringer", False),
    ]
    assert meeting.items[1].case_number == "05.00.00-P20-2-26"
    assert [s.kind for s in meeting.items[1].sections] == [
        "case_presentation", "recommendation", "decision",
    ]  # fmt: skip
    assert meeting.unplaced == []
    assert len(draft.notices) == 1


def test_attachments_may_be_counted_by_bare_figures() -> None:
    meeting, _ = read(COUNCIL)
    assert [one.title for one in meeting.items[1].attachments] == [
        "(1204417) - Kort over ruten", "(1204419) - Tegning af kajen",
    ]  # fmt: skip


def test_the_head_of_a_paper_of_another_system_is_read() -> None:
    meeting, _ = read(COUNCIL)
    assert (meeting.body, meeting.date) == ("Udvalget for Øer og Sund", dt.date(2026, 3, 4))
    assert (meeting.start, meeting.place) == (dt.time(15), "Salen, Klitby Rådhus")
    assert [(one.name, one.note, one.role) for one in meeting.attendance] == [
        ("Eva Bæk", "A", "chairing"), ("Ib Thorup", "V", "member"), ("Ulf Dam", "C", "member"),
    ]  # fmt: skip


BOARD = (
    "Referat fra møde i bestyrelsen for Foreningen Fyret\n"
    "Onsdag den 4. marts 2026 kl. 19.00-21.00\n"
    "Fyrmesterboligen, Klitvej 2\n\n"
    "Til stede: Eva Bæk (formand), Ib Thorup (fra kl. 19.30) og Ulf Dam (referent)\n"
    "Afbud: Lis Holm\n\n"
    "Dagsorden:\n1. Velkomst\n2. Lampen\n3. Eventuelt\n\n"
    "Ad 1. Velkomst\nEva bød velkommen. Der var kaffe.\n\n"
    "Ad 2. Lampen\nLampen er slukket. Der er to muligheder:\n- Den repareres.\n- Den tages ned.\n"
    "Beslutning: Ib spørger en smed.\n\n"
    "Ad 3. Eventuelt\nNøglen er væk.\n\n"
    "Næste møde er onsdag den 1. april kl. 19.00.\n\nReferent: Ulf Dam\n"
)


def test_items_told_by_ad_and_the_number_in_the_agenda_are_items() -> None:
    meeting, _ = read(BOARD)
    assert [(item.number, item.title) for item in meeting.items] == [
        (1, "Velkomst"), (2, "Lampen"), (3, "Eventuelt"),
    ]  # fmt: skip
    assert meeting.items[1].decision_text == "Ib spørger en smed."
    assert [one.name for one in meeting.attendance] == [
        "Eva Bæk",
        "Ib Thorup",
        "Ulf Dam",
        "Lis Holm",
    ]
    assert (meeting.body, meeting.place) == (
        "bestyrelsen for Foreningen Fyret", "Fyrmesterboligen, Klitvej 2",
    )  # fmt: skip


def test_answers_by_number_in_an_item_open_none() -> None:
    text = BOARD.replace("Lampen er slukket.", "Lampen er slukket.\n\nAd 1. Velkomst\n")
    assert len(read(text)[0].items) == 3


def test_a_numbered_list_without_items_below_it_makes_no_items() -> None:
    text = (
        "Huskeliste til fyret\n\n1. Olie\n2. Klude\n3. Sæbe\n\n"
        "Olien står i skuret. Kludene ligger i skabet, og sæben er brugt op.\n"
    )
    meeting, _ = read(text)
    assert meeting.layout == "unknown"
    assert "Klude" in plain(meeting.items[0].sections[0].text)


def test_items_without_a_list_may_begin_at_any_number() -> None:
    text = (
        COUNCIL.split("Indholdsfortegnelse")[0] + COUNCIL.split("5\n44. Orienteringer ....")[1][30:]
    )
    text = text[: text.index("41. God")] + text[text.index("41. God") :].replace(
        "44. Ori", "43. Ori"
    )
    meeting, _ = read(text.replace("Formanden fortalte", "Beslutning\n\nFormanden fortalte"))
    assert [item.number for item in meeting.items] == [41, 42, 43]
