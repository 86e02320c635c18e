"""What a decision says in plain words, and words that take a reader."""

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft

BEFORE = (
    "Punkt 1.\n\nGodkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\n Punkt 2.\n\nFærgen\n\n"
)


def outcome_of(decision: str) -> str | None:
    text = f"{BEFORE}Resume\n\nFærgen er gammel.\n\nBeslutning\n\n{decision}\n"
    meeting = read_lines(make_lines([text]), ImportDraft("papir.txt", ""))[0]
    outcome = meeting.items[1].outcome
    assert meeting.items[1].decision_text.startswith(decision[:12])
    return outcome.outcome if outcome else None


@pytest.mark.parametrize(
    ("title", "asked", "decision"),
    [
        ("Færgen", "Det indstilles, at DAS\n\ngodkender prisen\n\n", "Prisen godkendes."),
        ("Færgen", "", ""),
        ("Temadrøftelse - Færgen", "Det indstilles, at DAS\n\ndrøfter prisen\n\n", ""),
    ],
)
def test_minutes_below_an_empty_label_answer_what_was_recommended(
    title: str, asked: str, decision: str
) -> None:
    asked = f"Indstilling\n\n{asked}" if asked else ""
    text = BEFORE.replace("Færgen", title) + (
        f"Sagsfremstilling\n\nFærgen er gammel.\n\n{asked}"
        "Beslutning:\n\nReferat\n\nPrisen godkendes.\n"
    )
    meeting = read_lines(make_lines([text]), ImportDraft("papir.txt", ""))[0]
    assert meeting.items[1].decision_text == decision


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Godkendt, idet punkt 4 tages først.", "approved"),
        ("Godkendt, dog uden afsnittet om priser.", "approved"),
        ("Begge dele godkendt.", "approved"),
        ("Godkendt som indstillet.", "approved"),
        ("Tiltrådt som foreslået.", "endorsed"),
        ("Planen blev godkendt.", "approved"),
        ("Budgettet for 2027 blev godkendt med den tilføjelse, at prisen holdes.", "approved"),
        ("Tidsplanen godkendes.", "approved"),
        ("Alle tre indstillinger blev godkendt.", "approved"),
        ("Indstillingen tiltrådt.", "endorsed"),
        ("Indstillingen blev tiltrådt, idet der følges op hvert år.", "endorsed"),
        ("Taget til efterretning med en bemærkning om prisen.", "noted"),
        ("Redegørelsen tages til efterretning.", "noted"),
        ("Eva Bæk fortalte om ruten. Orienteringen blev taget til efterretning.", "noted"),
        ("Netværket tiltrådte indstillingen.", "endorsed"),
        ("Drøftet. Ib Thorup laver et oplæg.", "discussed"),
        ("Udsat, da der mangler et budget.", "postponed"),
        ("Intet til referat.", "not_applicable"),
        ("Der var ingen bemærkninger.", "not_applicable"),
        ("Ingen meddelelser.", "not_applicable"),
        ("Ingen punkter.", "not_applicable"),
        ("Der var ikke noget til dette punkt.", "not_applicable"),
        ("Der var intet til eventuelt.", "not_applicable"),
    ],
)
def test_plain_words_are_an_outcome(decision: str, outcome: str) -> None:
    assert outcome_of(decision) == outcome


@pytest.mark.parametrize(
    "decision",
    [
        "Godkendt, dog ikke punkt 3.",
        "Godkendt, idet punkt 2 udsættes.",
        "Indstillingen blev godkendt, idet punkt 2 blev udskudt.",
        "Tiltrådt, undtaget punkt c.",
        "Planen blev ikke behandlet, fordi budgettet ikke er godkendt.",
        "Projektet er godkendt af ministeriet, og byggeriet begynder til maj.",
        "Ad 1: Godkendt.\n\nAd 2: Udsat.",
        "Punkt 1 blev godkendt, mens punkt 2 blev udsat.",
        "Budgettet blev godkendt, men planen blev udsat.",
    ],
)
def test_words_that_take_a_reader_stay_unanswered(decision: str) -> None:
    assert outcome_of(decision) is None
