"""What binds a decision is printed with it, whatever else of it is left out (domain I5, R13)."""

from app.models.agenda import AgendaItem
from app.models.decision import Decision, Modifier, Outcome
from app.models.richtext import EMPTY, RichText, plain, text_of
from app.models.visibility import Edition
from app.reports.collect_decision import decision_part


def printed(decision: Decision, text: RichText = EMPTY) -> list[tuple[str, str]]:
    item = AgendaItem(decisions=[decision])
    return [
        (one.outcome, plain(one.text))
        for part in decision_part(item, text, "", Edition.OPEN)
        for one in part.decisions
    ]


def make(**values: object) -> Decision:
    plain_fields = {
        "text": EMPTY, "outcome_text_verbatim": "", "reservation_text": "", "condition_text": "",
        "condition_due_verbatim": "", "dissent_text": "", "modifier": Modifier.PLAIN,
    }  # fmt: skip
    return Decision(**{**plain_fields, **values})


def test_the_outcome_says_how_it_is_bound_and_the_words_follow() -> None:
    decision = make(
        outcome=Outcome.APPROVED,
        modifier=Modifier.WITH_RESERVATION,
        reservation_text="Fjordby afventer sit byråd.",
        condition_text="Midlerne findes.",
        dissent_text="Havneby er uenig.",
    )
    ((outcome, words),) = printed(decision)
    assert outcome == "Godkendt med forbehold"
    assert words.splitlines() == [
        "Forbehold: Fjordby afventer sit byråd.",
        "Betingelse: Midlerne findes.",
        "Mindretal: Havneby er uenig.",
    ]


def test_the_words_of_a_paper_stand_as_they_were_printed() -> None:
    decision = make(
        outcome=Outcome.APPROVED,
        modifier=Modifier.IN_PART,
        outcome_text_verbatim="Første led blev godkendt.",
    )
    assert printed(decision) == [("Første led blev godkendt", "")]


def test_a_reservation_stays_when_the_minutes_have_the_rest_of_the_decision() -> None:
    minutes = text_of("Indstillingen blev godkendt.")
    decision = make(
        outcome=Outcome.APPROVED,
        text=text_of("Indstillingen blev godkendt."),
        reservation_text="Fjordby afventer sit byråd.",
    )
    words = [text for _outcome, text in printed(decision, minutes)]
    assert sorted(words) == [
        "Forbehold: Fjordby afventer sit byråd.",
        "Indstillingen blev godkendt.",
    ]


def test_a_reservation_that_the_minutes_have_is_not_said_twice() -> None:
    minutes = text_of("Godkendt. Fjordby afventer sit byråd.")
    decision = make(
        outcome=Outcome.APPROVED,
        text=text_of("Godkendt."),
        reservation_text="Fjordby afventer sit byråd.",
    )
    assert [text for _outcome, text in printed(decision, minutes)] == [plain(minutes)]
