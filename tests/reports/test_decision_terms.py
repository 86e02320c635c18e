"""What binds a decision is printed with it, whatever else of it is left out (domain I5, R13)."""

import datetime as dt

from app.models.agenda import AgendaItem
from app.models.body import Body
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
        "delegation_scope": "",
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


def test_a_condition_says_whom_it_awaits_and_by_when() -> None:
    decision = make(
        outcome=Outcome.APPROVED,
        modifier=Modifier.CONDITIONAL,
        condition_text="Kredsen tiltræder planen",
        condition_body=Body(name="Direktørkredsen ved Fjorden", short_name="Fjordkredsen"),
        condition_due_verbatim="medio august 2030",
    )
    ((outcome, words),) = printed(decision)
    assert outcome == "Godkendt på betingelse"
    assert words == (
        "Betingelse: Kredsen tiltræder planen. Afventer Fjordkredsen. Frist: medio august 2030."
    )


def test_delegation_and_validity_are_printed_with_the_decision() -> None:
    decision = make(
        outcome=Outcome.APPROVED,
        delegated_to_body=Body(name="Forretningsudvalget", short_name=""),
        delegation_scope="tilpasning af tidsplanen.",
        delegated_until=dt.date(2030, 12, 31),
        valid_from=dt.date(2030, 7, 1),
        valid_to=dt.date(2032, 6, 30),
    )
    ((_outcome, words),) = printed(decision)
    assert words.replace("\u00a0", " ").splitlines() == [
        "Gælder: fra 1. juli 2030 til og med 30. juni 2032.",
        "Delegeret: til Forretningsudvalget, tilpasning af tidsplanen, "
        "til og med 31. december 2030.",
    ]
    (with_scope_alone,) = printed(make(delegation_scope="svar til ministeriet"))
    assert with_scope_alone == ("", "Delegeret: svar til ministeriet.")
