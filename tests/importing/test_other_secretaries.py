"""Habits of other secretaries: each a small paper and what a reader finds in it."""

import datetime as dt
import unicodedata
from typing import Literal

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft
from app.models.richtext import plain

COVER = "Fjordudvalget\n\nMødet den 4. marts 2026, kl. 9.30 - 12.15\n\nKlitby Rådhus\n\n"
PEOPLE = "Til stede Eva Bæk, Ib Thorup\n"


def meeting_of(text: str) -> MeetingDraft:
    return read_lines(make_lines([text]), ImportDraft("papir.txt", ""))[0]


def paper(*items: str) -> str:
    opened = (
        f" Mødet den 04.03.2026 Fjordudvalget\n\nÅben\nPunkt {number}.\n\n{text}\n"
        for number, text in enumerate(items, 1)
    )
    return COVER + PEOPLE + "\n".join(opened)


def item_of(text: str) -> ItemDraft:
    return meeting_of(paper("Godkendelse af dagsorden\n\nBeslutning:\n\nGodkendt.", text)).items[1]


def labels(item: ItemDraft) -> list[tuple[str, str]]:
    return [(section.kind, section.label) for section in item.sections]


FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")


@pytest.mark.parametrize("form", FORMS)
def test_letters_with_loose_rings_are_whole(form: Literal["NFC", "NFD"]) -> None:
    text = paper("Årsrapport om åer\n\nBeslutning:\n\nDrøftet på årets første møde.")
    meeting = meeting_of(unicodedata.normalize(form, text))
    assert meeting.items[0].title == "Årsrapport om åer"
    assert meeting.attendance[0].name == "Eva Bæk"
    assert meeting.layout == "C"


def test_a_weekday_stands_in_the_date_line() -> None:
    meeting = meeting_of(paper("Eventuelt\n\nBeslutning:\n\nIntet.").replace(
        "Mødet den 4. marts", "Mødet onsdag den 4. marts"
    ))  # fmt: skip
    assert (meeting.date, meeting.start) == (dt.date(2026, 3, 4), dt.time(9, 30))
    assert meeting.unplaced == []


def test_a_closed_item_may_print_its_number_and_say_so_in_the_title() -> None:
    meeting = meeting_of(
        " Punkt 1: Færgen\n\nFjordudvalget\n\nPunkt 1.\n\nFærgen\n\nReferat:\n\nUdsat.\n"
        " Punkt 2: Lukket punkt\n\nFjordudvalget\n\nPunkt 2.\n\nLukket punkt\n"
        " Punkt 3: Broen\n\nFjordudvalget\n\nPunkt 3.\n\nBroen\n\nReferat:\n\nGodkendt.\n"
    )
    assert meeting.layout == "A"
    assert [(item.title, item.is_closed) for item in meeting.items] == [
        ("Færgen", False),
        ("Lukket punkt", True),
        ("Broen", False),
    ]


def test_a_title_broken_inside_a_word_is_whole() -> None:
    item = item_of("Fordeling af udgifter til den nye færge-\nforbindelse\n\nBeslutning:\n\nUdsat.")
    assert item.title == "Fordeling af udgifter til den nye færgeforbindelse"


def test_headings_in_a_decision_are_no_sections() -> None:
    item = item_of(
        "Færgen\n\nSagsbeskrivelse\n\nFærgen er gammel, og den skal repareres.\n\nBeslutning\n\n"
        "Sagen blev drøftet.\n\nØkonomi\nPengene findes på næste års budget.\n\n"
        "Ad 2\nUdsat til næste møde."
    )
    assert labels(item) == [("case_presentation", "Sagsbeskrivelse"), ("decision", "Beslutning")]
    assert "Pengene findes" in item.decision_text
    assert item.decision_text.endswith("Udsat til næste møde.")


def test_sections_behind_the_minutes_stay_sections() -> None:
    item = item_of(
        "Færgen\n\nReferat:\n\nDrøftet.\n\nBilag:\n\nSagsfremstilling - Færgen\n"
        " Sagsfremstilling\n\nFærgen er gammel, og den skal repareres snart.\n\n"
        "Økonomi\n\nReparationen koster 3 mio. kr."
    )
    kinds = [section.kind for section in item.sections]
    assert kinds == ["minutes", "case_presentation", "finance"]
    assert [one.title for one in item.attachments] == ["Sagsfremstilling - Færgen"]


def test_another_bodys_view_is_a_section() -> None:
    item = item_of("Færgen\n\nResume\n\nFærgen er gammel.\n\nDAS Social\n\nDAS ønsker en ny færge.")
    assert labels(item) == [("summary", "Resume"), ("body_view", "DAS Social")]


def test_bare_file_names_below_the_decision_are_attachments() -> None:
    item = item_of(
        "Færgen\n\nBeslutning\n\nUdvalget vælger den store færge.\n\n"
        "Rammer_for_sejlads_v3.docx\nPrisblad 2026.xlsx\n\nBilag:\n"
    )
    titles = [one.title for one in item.attachments]
    assert titles == ["Rammer_for_sejlads_v3.docx", "Prisblad 2026.xlsx"]
    assert item.decision_text == "Udvalget vælger den store færge."


def test_marks_on_lines_of_their_own_belong_to_the_words_below() -> None:
    item = item_of(
        "Færgen\n\nIndstilling\n\nDet indstilles, at Fjordudvalget:\n\n"
        "1.\nDrøfter ruten\n2.\nBeslutter, om prisen er\nrimelig\n\nBeslutning:\n\n"
        "Følgende blev sagt:\n•\nRuten er lang\n•\nPrisen er lav"
    )
    (made,) = item.recommendation_sets
    assert [plain(one.text) for one in made.points] == [
        "Drøfter ruten",
        "Beslutter, om prisen er rimelig",
    ]
    assert item.decision_text.split("\n")[1:] == ["• Ruten er lang", "• Prisen er lav"]


def test_a_number_alone_at_the_end_of_a_sentence_is_no_mark() -> None:
    item = item_of(
        "Færgen\n\nResume\n\n"
        "Ruten langs kysten er kort og sikker, og den er beskrevet nærmere i planens afsnit\n3.\n\n"
        "Den nye rute er kortere."
    )
    assert plain(item.sections[0].text).endswith("afsnit 3.\nDen nye rute er kortere.")


@pytest.mark.parametrize("number", ["23-0004711", "27.03.00-Ø54-7-23", "24/00317", "2026-014553"])
def test_case_numbers_of_other_systems(number: str) -> None:
    assert item_of(f"Færgen\n\n{number}\n\nBeslutning:\n\nUdsat.").case_number == number


def test_who_is_named_under_two_labels_is_one_person() -> None:
    meeting = meeting_of(
        "Forum: Fjordudvalget\nDato: 4. marts 2026\nMødeleder: Eva Bæk\n"
        "Deltagere: Eva Bæk, direktør, Klitby Kommune; Ib Thorup, Fjordhuset (fra punkt 2); "
        "Åse Dahl, Sejlklubben\nAfbud: Åse Dahl\n\n"
        "1. Velkomst (5 min.)\nReferat: Godkendt.\n\n2. Færgen (20 min.)\nReferat: Udsat.\n"
    )
    people = [(p.name, p.organisation, p.status, p.role) for p in meeting.attendance]
    assert people == [
        ("Eva Bæk", "Klitby Kommune", "present", "chairing"),
        ("Ib Thorup", "Fjordhuset", "present", "member"),
        ("Åse Dahl", "Sejlklubben", "apologies", "member"),
    ]


def test_a_separator_ends_the_decision_but_a_label_in_capitals_begins_it() -> None:
    item = item_of(
        "Færgen\n\nReferat:\n\nRuten blev drøftet længe.\n BESLUTNING:\n\nUdsat til maj.\n\n"
        "PUNKT 2 RUTEKORT FOR FÆRGEN\n\nKortet viser ruten i dag."
    )
    assert labels(item)[:2] == [("minutes", "Referat:"), ("decision", "BESLUTNING:")]
    assert item.decision_text == "Udsat til maj."
    assert "Kortet viser ruten i dag." in plain(item.sections[-1].text)


def test_guests_may_be_called_invited() -> None:
    text = paper("Eventuelt\n\nBeslutning:\n\nIntet.").replace(
        PEOPLE, f"{PEOPLE}\nInviterede\n\nKonsulent i Fjordsekretariatet Lis Møller\n"
    )
    statuses = [(p.name, p.status) for p in meeting_of(text).attendance]
    assert statuses[2:] == [("Lis Møller", "other_participant")]


def test_a_sentence_cut_by_a_page_goes_on_with_a_capital() -> None:
    item = item_of(
        "Færgen\n\nSagsfremstilling\n\n"
        "Den nuværende aftale om færgen er indgået for ti år siden, hvor der blev lagt vægt på en\n"
        "tidlig morgenafgang. Færgen sejler i dag fra havnen i Klitby langs kysten til Region\n"
        "Side 4\n Syddanmark, som betaler det halve af udgifterne til driften."
    )
    assert "til Region Syddanmark, som betaler" in plain(item.sections[0].text)


def test_numbers_that_start_over_at_once_leave_a_meeting() -> None:
    meeting = meeting_of(" Mødet den 04.03.2026 Fjordudvalget\nPunkt 3.\nPunkt 1.")
    assert meeting.body == "Fjordudvalget"
    assert {item.number for item in meeting.items} >= {1}
