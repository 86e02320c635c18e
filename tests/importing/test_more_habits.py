"""Habits of yet other secretaries: bodies in small letters, empty seats, short feet, separators."""

import pytest

from app.importing.content.recommendations import set_text
from app.importing.lines import make_lines
from app.importing.people.read import read_people
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft
from app.models.richtext import plain

HEAD = "Fjordudvalget\n\nMødet den 4. marts 2026, kl. 9.30 - 12.15\n\n"
FIRST = "Punkt 1.\n\nGodkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\n"


def meeting_of(*pages: str) -> MeetingDraft:
    return read_lines(make_lines(pages), ImportDraft("papir.txt", ""))[0]


def item_of(text: str, title: str = "Færgen") -> ItemDraft:
    return meeting_of(f"{HEAD}{FIRST}Punkt 2.\n\n{title}\n\n{text}").items[1]


@pytest.mark.parametrize(
    ("lead", "point"),
    [
        ("Det indstilles, at styregruppen", "godkender planen for færgen."),
        ("Formandskabet indstiller, at havnerådet", "tager notatet til efterretning."),
        ("Det indstilles, at netværket", "revurderer ruten i maj."),
    ],
)
def test_a_body_in_small_letters_belongs_to_the_lead(lead: str, point: str) -> None:
    item = item_of(f"Indstilling\n\n{lead} {point}\n\nBeslutning\n\nUdsat.\n")
    (made,) = item.recommendation_sets
    assert (made.lead, [plain(one.text) for one in made.points]) == (lead, [point])
    assert plain(set_text(made)) == f"{lead} {point}"
    assert made.to_body == ""


@pytest.mark.parametrize(
    "point",
    ["kommunerne godkender planen.", "udvalget for havne godkender planen.", "rådet selv vælger."],
)
def test_others_in_small_letters_belong_to_the_point(point: str) -> None:
    item = item_of(f"Indstilling\n\nDet indstilles, at {point}\n\nBeslutning\n\nUdsat.\n")
    (made,) = item.recommendation_sets
    assert (made.lead, [plain(one.text) for one in made.points]) == ("Det indstilles, at", [point])


@pytest.mark.parametrize("word", ["Vakant", "Ubesat", "vakant"])
def test_an_empty_seat_is_one_row_with_its_organisation(word: str) -> None:
    seat = (word, "Klitby Kommune")
    for names in ((seat, ("Eva Bæk", ""), ("Ib Thorup", "")), (("Eva Bæk", ""), seat)):
        text = ", ".join(", ".join(filter(None, one)) for one in names)
        people = read_people(text, "absent")
        assert tuple((p.name, p.organisation) for p in people) == names


def test_an_empty_seat_among_lines_leaves_the_others_a_line_each() -> None:
    people = "Direktør Eva Bæk, Klitby Kommune\nVakant, Fjordby Kommune\nChef Ib Thorup, Ø Kommune"
    meeting = meeting_of(f"{HEAD}Til stede:\n{people}\n\n{FIRST}")
    assert [(p.name, p.organisation) for p in meeting.attendance] == [
        ("Eva Bæk", "Klitby Kommune"),
        ("Vakant", "Fjordby Kommune"),
        ("Ib Thorup", "Ø Kommune"),
    ]


@pytest.mark.parametrize("short", ["Konst. havnechef", "Fung. chef", "Adm. direktør"])
def test_a_shortened_word_before_a_title_is_part_of_it(short: str) -> None:
    people = (
        "Direktør Eva Bæk, Klitby Kommune (formand)\nKonsulent Åse Dahl, Ø Kommune (til kl. 11)\n"
        f"{short} Ulf Dam (i stedet for Ib Thorup, Fjordby Kommune)"
    )
    meeting = meeting_of(f"{HEAD}Til stede:\n{people}\n\n{FIRST}")
    assert [(p.name, p.title, p.role) for p in meeting.attendance] == [
        ("Eva Bæk", "Direktør", "chairing"),
        ("Åse Dahl", "Konsulent", "member"),
        ("Ulf Dam", short, "substitute"),
    ]
    assert meeting.attendance[2].substitutes_for == "Ib Thorup"


def test_one_odd_line_does_not_run_a_list_together() -> None:
    people = (
        "Direktør Eva Bæk, Klitby Kommune\nKonsulent Åse Dahl, Ø Kommune\n"
        "Brugernes talsperson (ikke udpeget)\nChef Ib Thorup, Fjordby Kommune\n"
        "Leder Ulf Dam, Havnby Kommune"
    )
    meeting = meeting_of(f"{HEAD}Til stede:\n{people}\n\n{FIRST}")
    names = [p.name for p in meeting.attendance]
    assert [name for name in names if "talsperson" not in name] == [
        "Eva Bæk", "Åse Dahl", "Ib Thorup", "Ulf Dam",
    ]  # fmt: skip
    assert len(names) == 5


@pytest.mark.parametrize("words", ["afbud pr. telefon", "afbud pga. sygdom", "Afbud - sygdom"])
def test_how_regrets_were_sent_is_a_remark(words: str) -> None:
    (person,) = read_people(f"Skolechef Eva Bæk, Klitby Kommune ({words})", "absent")
    assert (person.name, person.status, person.note) == ("Eva Bæk", "apologies", words)


def test_a_rector_has_a_title_and_a_gymnasium_is_no_person() -> None:
    people = read_people(
        "Sekretær Eva Bæk, Kontoret\nRektor Ib Thorup, Klitby Gymnasium", "present"
    )
    assert [(p.name, p.title, p.organisation) for p in people] == [
        ("Eva Bæk", "Sekretær", "Kontoret"),
        ("Ib Thorup", "Rektor", "Klitby Gymnasium"),
    ]


@pytest.mark.parametrize("foot", ["FURFURFUR", "FURFUR", "FUR FUR FUR"])
def test_a_foot_of_a_short_name_over_itself_is_no_content(foot: str) -> None:
    pages = [
        f"Punkt {number}.\n\nSag {number}\n\nBilag:\n- Notat {number}\n\n{foot}\n\n"
        f"FUR Møde den 04.03.2026\nkl. 9.00 Side 1 af 2\n"
        for number in (1, 2)
    ]
    meeting = meeting_of("\n\n\n".join(pages))
    titles = [[one.title for one in item.attachments] for item in meeting.items]
    assert titles == [["Notat 1"], ["Notat 2"]]


def test_pages_below_a_listed_title_in_capitals_are_the_attachments() -> None:
    item = item_of(
        "Bilag:\n- Rapport om kajen\n- Bilag - Udkast til plan\n\nBeslutning:\n\nUdsat til maj.\n\n"
        " RAPPORT OM KAJEN\n\n\n\nRapport\nKajen er slidt.\n\n"
        " 2. BILAG - UDKAST TIL PLAN\n\n\n\nPlan\nEr kajen lappet?\n"
    )
    decided = [plain(s.text) for s in item.sections if s.kind == "decision"]
    assert decided == ["Udsat til maj."]
    everything = "\n".join(plain(section.text) for section in item.sections)
    assert "Kajen er slidt." in everything
    assert "Er kajen lappet?" in everything


def test_speakers_in_an_item_of_news_are_no_bodies_with_views() -> None:
    item = item_of(
        "Formanden:\nDer er kommet to ansøgninger.\n\nSekretariatet:\nHjemmesiden er nede.\n\n"
        "Beslutning:\nTaget til efterretning.\n",
        "Meddelelser",
    )
    assert [section.kind for section in item.sections] == ["information", "decision"]
    assert "Sekretariatet:\nHjemmesiden er nede." in plain(item.sections[0].text)


@pytest.mark.parametrize("word", ["Ad {}.", "Ad {}", "Ad punkt {}:", "Ad pkt. {}"])
def test_items_may_open_with_ad(word: str) -> None:
    first, second, third = (word.format(number) for number in (1, 2, 3))
    meeting = meeting_of(
        f"{HEAD}{first}\n\nGodkendelse af dagsorden\n\nBeslutning:\n\nGodkendt.\n\n"
        f"{second}\n\nFærgen\n\nResumé\n\nFærgen er gammel.\n\nBeslutning:\n\nUdsat.\n\n"
        f"{third}\n\nEventuelt\n"
    )
    assert meeting.body == "Fjordudvalget"
    assert [(one.number, one.title) for one in meeting.items] == [
        (1, "Godkendelse af dagsorden"),
        (2, "Færgen"),
        (3, "Eventuelt"),
    ]
    assert [s.kind for s in meeting.items[1].sections] == ["summary", "decision"]


def test_answers_that_begin_with_ad_open_no_items_where_nothing_says_punkt() -> None:
    text = (
        "Fjordudvalget\n4. marts 2026\n\nFærgen\n\nBeslutning:\n\nAd 1.\nUdsat.\nAd 2.\nGodkendt."
    )
    (item,) = meeting_of(text).items
    assert "Ad 2." in "\n".join(plain(section.text) for section in item.sections)


@pytest.mark.parametrize("label", ["Formandskab", "Formandskabet", "Formænd", "Mødeledere"])
def test_two_may_chair(label: str) -> None:
    people = f"{label}: Eva Bæk og Ib Thorup\nDeltagere: Eva Bæk, Ib Thorup, Åse Dahl"
    meeting = meeting_of(f"{HEAD}{people}\n\n{FIRST}")
    assert meeting.unplaced == []
    assert [(p.name, p.role) for p in meeting.attendance] == [
        ("Eva Bæk", "chairing"),
        ("Ib Thorup", "chairing"),
        ("Åse Dahl", "member"),
    ]


def test_a_second_lead_to_a_body_in_small_letters_opens_a_set() -> None:
    item = item_of(
        "Indstilling\n\nForretningsudvalget indstiller, at havnerådet\n\n1. godkender planen\n\n"
        "Sekretariatet bemærker, at planen er dyr.\n\n"
        "Teknisk gruppe indstiller, at havnerådet\n\n2. afviser planen\n\n"
        "Lodsen indstiller, at rådet:\n\nbeder om en ny plan\n\nBeslutning:\n\nUdsat.\n"
    )
    assert [
        (made.from_body, [plain(one.text) for one in made.points])
        for made in item.recommendation_sets
    ] == [
        ("Forretningsudvalget", ["godkender planen"]),
        ("Teknisk gruppe", ["afviser planen"]),
        ("Lodsen", ["beder om en ny plan"]),
    ]


def test_file_names_on_one_line_are_a_title_each() -> None:
    item = item_of("Beslutning:\n\nUdsat.\n\nBilag: Plan for kajen.pdf, Kort_2026.docx\n")
    assert [one.title for one in item.attachments] == ["Plan for kajen.pdf", "Kort_2026.docx"]
    item = item_of("Beslutning:\n\nUdsat.\n\nBilag: Notat om kaj, bro og havn.pdf\n")
    assert [one.title for one in item.attachments] == ["Notat om kaj, bro og havn.pdf"]


@pytest.mark.parametrize(
    ("label", "status", "role"),
    [
        ("Afbud modtaget fra:", "apologies", "member"),
        ("Afbud meldt af:", "apologies", "member"),
        ("Fra sekretariatet deltog:", "other_participant", "secretariat"),
        ("Herudover deltog:", "other_participant", "guest"),
        ("Mødet blev ledet af", "present", "chairing"),
    ],
)
def test_labels_of_people_in_more_words(label: str, status: str, role: str) -> None:
    meeting = meeting_of(f"{HEAD}Til stede: Eva Bæk, Åse Dahl\n{label} Ib Thorup\n\n{FIRST}")
    assert [(p.name, p.status, p.role) for p in meeting.attendance] == [
        ("Eva Bæk", "present", "member"),
        ("Åse Dahl", "present", "member"),
        ("Ib Thorup", status, role),
    ]


def test_nobody_was_there_on_an_empty_seat() -> None:
    people = read_people("Eva Bæk (Klitby Kommune), vakant (Fjordby Kommune)", "present")
    assert [(p.name, p.organisation, p.status) for p in people] == [
        ("Eva Bæk", "Klitby Kommune", "present"),
        ("vakant", "Fjordby Kommune", "absent"),
    ]
