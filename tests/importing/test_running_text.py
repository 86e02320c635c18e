"""Lines of running text that look like a heading, a number of a list or an end."""

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft
from app.models.richtext import List, plain
from tests.importing.test_other_secretaries import item_of, meeting_of, paper

FULL = (
    "Færgerne sejler hver time fra den gamle havn i Klitby og over fjorden til det nye anløb\n" * 6
)
DAYS = ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag", "Juledag")


def decision_of(text: str) -> list[str]:
    item = item_of(f"Færgen\n\nSagsfremstilling\n{FULL}i øst.\n\nBeslutning\n{text}")
    return plain(item.decision).split("\n")


@pytest.mark.parametrize("word", ["punkt", "pkt."])
def test_a_sentence_that_goes_on_with_the_number_of_an_item_opens_none(word: str) -> None:
    first = "Sekretariatet sender planen for ruten rundt inden påske, og prisen drøftes sammen med"
    meeting = meeting_of(
        paper("Færgen\n\nBeslutning\n" + f"{first}\n{word} 3.\n\nEva Bæk var enig.", "Broen")
    )
    assert [item.title for item in meeting.items] == ["Færgen", "Broen"]
    assert plain(meeting.items[0].decision) == f"{first} {word} 3.\nEva Bæk var enig."


def test_an_opening_in_small_letters_that_stands_free_is_one() -> None:
    meeting = meeting_of(
        paper("Færgen\n\nBeslutning\nUdsat til i maj", "Broen").replace("Pu", "pu")
    )
    assert [item.title for item in meeting.items] == ["Færgen", "Broen"]


def test_a_number_behind_its_word_begins_no_list() -> None:
    first = "Ib Thorup foreslog, at broen til øen behandles på et senere møde i stedet for punkt"
    item = item_of(
        f"Færgen\n\nSagsfremstilling\n{FULL}i øst.\n\nBeslutning\n{first}\n1. Det blev aftalt."
    )
    assert plain(item.decision) == f"{first} 1. Det blev aftalt."
    assert not any(isinstance(block, List) for block in item.decision.blocks)


UNPARTED = {
    "Havnen betaler for anløbet af de nye færger, og i år er udgiften steget med hele 12": "% af.",
    "Færgerne sejler hver time fra den gamle havn i Klitby efter reglerne i færgelovens": "§ 7 b.",
    "Oplægget om ruten over fjorden holdes af en tidligere styrmand fra Klitby ved navn": "Ib T.",
    "Plan: Færgens timer tælles i et nyt skema i hver eneste uge. Ansvarlig:": "Sekretariatet. Nu.",
}


@pytest.mark.parametrize(("above", "below"), UNPARTED.items())
def test_a_full_line_goes_on_with_what_no_line_parts(above: str, below: str) -> None:
    assert decision_of(f"{above}\n{below}") == [f"{above} {below}"]


def test_a_lead_that_ends_its_line_is_not_glued_to_what_follows() -> None:
    assert decision_of("Der var to svar:\n\nEva Bæk var enig.") == [
        "Der var to svar:",
        "Eva Bæk var enig.",
    ]


def test_a_title_does_not_take_the_first_line_of_its_text() -> None:
    told = "Godkendt med en rettelse under punkt 2, hvor tidspunktet for den sidste færge efter-"
    item = item_of(
        f"Godkendelse af referatet fra det forrige møde i udvalget for den nye rute\n{told}\n"
        "følgende blev ændret."
    )
    assert item.title == "Godkendelse af referatet fra det forrige møde i udvalget for den nye rute"


def test_a_list_of_attachments_goes_on_over_the_page() -> None:
    text = "Færgen\n\nBilag:\n- Kort\n- Notat om færgens ind-\ftægter i 2025\n\nBeslutning\nUdsat."
    meeting = read_lines(make_lines(paper(text).split("\f")), ImportDraft("papir.pdf", ""))[0]
    titles = [one.title for one in meeting.items[0].attachments]
    assert titles == ["Kort", "Notat om færgens indtægter i 2025"]


def test_a_title_below_a_closed_bracket_is_one_of_its_own() -> None:
    first = "Rapport om færgens indtægter i de seneste fem år fra udvalget (endelig)"
    item = item_of(f"Færgen\n\nBilag:\n{first}\nHavnekontorets bemærkninger\n\nBeslutning\nUdsat.")
    assert [one.title for one in item.attachments] == [first, "Havnekontorets bemærkninger"]


def test_a_set_behind_that_of_a_named_body_is_the_meetings_own() -> None:
    item = item_of(
        "Færgen\n\nIndstilling fra Havnegruppen\nHavnegruppen indstiller til Fjordudvalget, at\n"
        "1. prisen sættes op\n2. ruten ændres\n\nDet indstilles, at Fjordudvalget\n"
        "a. drøfter prisen\nb. udsætter ruten\n\nBeslutning\nUdsat."
    )
    assert [made.from_body for made in item.recommendation_sets] == ["Havnegruppen", ""]


def test_short_lines_of_their_own_near_each_other_are_no_narrow_column() -> None:
    told = [
        f"{day}: {who} sejler ud fra Klitby"
        for day in DAYS
        for who in ("Eva Bæk", "Ib Thorup", "Ea Dam")
    ]
    assert decision_of("\n".join(told)) == told


def test_a_short_heading_that_ends_in_a_small_word_stands_for_itself() -> None:
    text = "Eva Bæk fortalte om færgen.\n\nHvad det hele handler om\n\nFærgen er for gammel."
    assert decision_of(text) == [
        "Eva Bæk fortalte om færgen.",
        "Hvad det hele handler om",
        "Færgen er for gammel.",
    ]


FILLED = "Ib Thorup fortalte om ruten fra den gamle havn i Klitby og over fjorden til det nye sted."


@pytest.mark.parametrize("opens", ["Ad 2. Udsat.", "Ad b) Udsat.", "¹ Jf. brevet fra havnen."])
def test_an_answer_and_a_footnote_stand_for_themselves(opens: str) -> None:
    assert decision_of(f"{FILLED}\n{opens}") == [FILLED, opens]


def test_points_with_capital_letters_stand_for_themselves() -> None:
    first = "A. Færgen sejler fra den gamle havn i Klitby og over fjorden til det nye sted i den by"
    second = "B. Ulla B. Hansen sejler med færgen fra den gamle havn i Klitby og over til Holger"
    third = "B. Dam, der venter\nC. Færgen"
    points = decision_of(f"Der er tre forslag:\n{first}\n{second}\n{third}")
    assert points[1:] == [first, f"{second} B. Dam, der venter", "C. Færgen"]


def test_letters_below_a_number_are_its_own() -> None:
    item = item_of(
        "Færgen\n\nBeslutning\n1. Ruten lægges om\na) om sommeren\nb) om vinteren\n2. Prisen holdes"
    )
    (points,) = item.decision.blocks
    assert isinstance(points, List)
    assert [len(one.blocks) for one in points.items] == [2, 1]
