"""What binds a decision is printed with it, whatever else of it is left out (domain I5, R13)."""

import datetime as dt
import uuid

import pytest

from app.models.agenda import AgendaItem, RecommendationPoint, RecommendationSet
from app.models.body import Body
from app.models.decision import Decision, Modifier, Outcome, Statement
from app.models.follow_up import ActorKind, FollowUp, FollowUpStatus
from app.models.fuzzy_date import FuzzyDate, parse_fuzzy_date
from app.models.meeting import Meeting, SourceLayout
from app.models.richtext import EMPTY, Paragraph, RichText, Run, plain, text_of
from app.models.visibility import Edition
from app.reports.collect_decision import decision_part


def printed(
    decision: Decision, text: RichText = EMPTY, layout: SourceLayout = SourceLayout.OWN
) -> list[tuple[str, str]]:
    item = AgendaItem(decisions=[decision], meeting=Meeting(source_layout=layout))
    return [
        (one.outcome, plain(one.text))
        for part in decision_part(item, text, "", Edition.OPEN)
        for one in part.decisions
    ]


def make(**values: object) -> Decision:
    plain_fields = {
        "text": EMPTY, "outcome_text_verbatim": "", "reservation_text": "", "condition_text": "",
        "condition_due": FuzzyDate(""), "dissent_text": "", "modifier": Modifier.PLAIN,
        "delegation_scope": "", "is_standing_rule": False,
    }  # fmt: skip
    return Decision(**{**plain_fields, **values})


def test_the_outcome_says_how_it_is_bound_and_the_words_follow() -> None:
    decision = make(
        outcome=Outcome.APPROVED,
        modifier=Modifier.WITH_RESERVATION,
        reservation_text="Fjordby afventer sit byråd",
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
    words = [text for _outcome, text in printed(decision, minutes, SourceLayout.C)]
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
        condition_due=FuzzyDate("medio august 2030"),
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


def test_a_deadline_counted_from_the_meeting_has_its_day() -> None:
    due = parse_fuzzy_date("om 14 dage.", dt.date(2030, 2, 7))
    ((_outcome, words),) = printed(make(condition_text="Midlerne findes.", condition_due=due))
    assert words.replace("\u00a0", " ") == (
        "Betingelse: Midlerne findes. Frist: om 14 dage (21. februar 2030)."
    )


def test_it_says_who_keeps_the_matter() -> None:
    kept = make(anchored_in_body=Body(name="Forretningsudvalget", short_name="FU Fjord"))
    assert printed(kept) == [("", "Forankret: i FU Fjord.")]


def test_a_standing_rule_says_so_before_its_days() -> None:
    rule = make(text=text_of("Sagen behandles altid her."), is_standing_rule=True)
    ((_outcome, words),) = printed(rule)
    assert words.splitlines()[1:] == ["Gælder: som fast regel."]
    rule.valid_from = dt.date(2030, 7, 1)
    ((_outcome, words),) = printed(rule)
    assert words.replace("\u00a0", " ").splitlines()[1:] == [
        "Gælder: som fast regel fra 1. juli 2030."
    ]


def test_what_binds_it_is_not_said_before_words_that_say_the_outcome_themselves() -> None:
    """ "Godkendt på betingelse. Godkendt med en undtagelse." said the same thing twice."""
    decision = make(
        outcome=Outcome.APPROVED,
        modifier=Modifier.CONDITIONAL,
        text=text_of("Godkendt med en undtagelse."),
        condition_text="Midlerne findes.",
    )
    (answer,) = printed(decision)
    assert answer == ("", "Godkendt med en undtagelse.\nBetingelse: Midlerne findes.")
    decision.modifier = Modifier.IN_PART
    ((outcome, _words),) = printed(decision)
    assert outcome == "Godkendt delvist"


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("Ja", "Punktet blev udsat til januar."),
        ("Udsat", "Punkt 1 blev udsat til januar."),
        ("Godkendt", "Godkendtes budgettet, var pengene der."),
    ],
)
def test_words_inside_other_words_or_sentences_repeat_nothing(words: str, minutes: str) -> None:
    decision = make(text=text_of(words))
    assert [text for _outcome, text in printed(decision, text_of(minutes))] == [words, minutes]


@pytest.mark.parametrize(
    "minutes",
    [
        "Godkendt.",
        "Debatten var kort. Godkendt med tak.",
        "Debatten var kort.\n• Godkendt",
        "Ad\n1) godkendt.",
    ],
)
def test_words_that_open_a_sentence_or_a_block_are_not_said_twice(minutes: str) -> None:
    blocks = tuple(Paragraph((Run(line),)) for line in minutes.split("\n"))
    decision = make(outcome_text_verbatim="Godkendt.")
    assert [text for _outcome, text in printed(decision, RichText(blocks))] == [minutes]


def test_an_outcome_without_words_stands_beside_the_minutes_of_ones_own_meeting() -> None:
    minutes = text_of("Der var debat om økonomien.")
    decision = make(outcome=Outcome.POSTPONED)
    assert ("Udsat", "") in printed(decision, minutes)
    assert printed(decision, minutes, SourceLayout.A) == [("", plain(minutes))]


def test_an_outcome_that_the_minutes_do_not_have_is_printed_with_its_words() -> None:
    minutes = text_of("Gruppen samler punkterne. Debatten var kort.")
    decision = make(outcome=Outcome.POSTPONED, text=text_of("Gruppen samler punkterne."))
    assert printed(decision, minutes)[0] == ("Udsat", "Gruppen samler punkterne.")


def test_only_whole_words_at_the_beginning_are_the_outcome() -> None:
    decision = make(outcome=Outcome.POSTPONED, text=text_of("Udsatte borgere høres først."))
    assert printed(decision) == [("Udsat", "Udsatte borgere høres først.")]


def test_the_emphasised_outcome_keeps_its_looks() -> None:
    """A confidential answer was printed as if everybody might read it."""
    run = Run(
        "Godkendt efter aftale", italic=True, underline=True, confidential=True, link="https://a.dk"
    )
    item = AgendaItem(
        decisions=[make(outcome=Outcome.APPROVED, text=RichText((Paragraph((run,)),)))]
    )
    (part,) = decision_part(item, EMPTY, "", Edition.FULL)
    (paragraph,) = part.decisions[0].text.blocks
    assert isinstance(paragraph, Paragraph)
    head, tail = paragraph.runs
    assert (head.text, tail.text) == ("Godkendt", " efter aftale")
    assert (head.bold, tail.bold) == (True, False)
    assert all(
        one.italic and one.underline and one.confidential and one.link == run.link
        for one in paragraph.runs
    )


def test_the_full_stop_of_the_outcome_is_as_strong_as_its_word() -> None:
    decision = make(outcome=Outcome.DISCUSSED, text=text_of("Drøftet. Gruppen pegede på to emner."))
    (part,) = decision_part(AgendaItem(decisions=[decision]), EMPTY, "", Edition.FULL)
    (paragraph,) = part.decisions[0].text.blocks
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.bold) for run in paragraph.runs] == [
        ("Drøftet.", True),
        (" Gruppen pegede på to emner.", False),
    ]


def test_answers_stand_in_the_order_of_the_points_and_the_free_ones_last() -> None:
    points = [RecommendationPoint(id=uuid.uuid4(), number_text="") for _number in range(2)]
    decisions = [
        make(text=text_of("Frit.")),
        make(text=text_of("Andet."), point_id=points[1].id),
        make(text=text_of("Første."), point_id=points[0].id),
    ]
    sets = [RecommendationSet(points=points, from_text="")]
    item = AgendaItem(decisions=decisions, recommendation_sets=sets)
    (part,) = decision_part(item, EMPTY, "", Edition.OPEN)
    assert [(one.number, plain(one.text)) for one in part.decisions] == [
        ("1.", "Første."),
        ("2.", "Andet."),
        ("", "Frit."),
    ]


def test_a_statement_written_in_the_field_for_the_name_is_printed() -> None:
    said = Statement(name_as_printed="Bo Ærø tog forbehold for prisen.", text=EMPTY)
    (part,) = decision_part(AgendaItem(statements=[said]), EMPTY, "", Edition.OPEN)
    assert [plain(one.text) for one in part.decisions] == ["Bo Ærø tog forbehold for prisen."]


def test_a_follow_up_that_is_only_begun_is_not_printed() -> None:
    begun = FollowUp(
        action=" ",
        actor_kind=ActorKind.SECRETARIAT,
        status=FollowUpStatus.OPEN,
        due_verbatim="primo maj",
    )
    item = AgendaItem(decisions=[], follow_ups=[begun], meeting=Meeting())
    assert list(decision_part(item, EMPTY, "", Edition.FULL)) == []


def test_a_dropped_follow_up_is_not_printed() -> None:
    follow_ups = [
        FollowUp(action=action, actor_kind=ActorKind.SECRETARIAT, due_verbatim="", status=status)
        for action, status in (
            ("Ringer til Fjordby", FollowUpStatus.OPEN),
            ("Skriver til Havneby", FollowUpStatus.DROPPED),
        )
    ]
    item = AgendaItem(follow_ups=follow_ups)
    (part,) = decision_part(item, EMPTY, "", Edition.OPEN)
    assert part.follow_ups == ("Opfølgning: Ringer til Fjordby. Ansvarlig: Sekretariatet.",)
