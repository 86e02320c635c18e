"""A point has one number: in the form, in the decision, in the register and on paper."""

import datetime as dt
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.models.agenda import RecommendationPoint, RecommendationSet
from app.models.agenda_words import SectionKind
from app.models.decision import Outcome
from app.models.draft import (
    DecisionDraft,
    ImportDraft,
    ItemDraft,
    MeetingDraft,
    PointDraft,
    RecommendationSetDraft,
)
from app.models.meeting import MeetingState
from app.models.problems import ProblemKind
from app.models.richtext import EMPTY, plain, text_of
from app.models.visibility import Edition
from app.reports.collect import collect_meeting
from app.reports.data import DecisionPaper, DecisionPart, Part, RecommendationPart
from app.services import decisions, items, recommendations, sections
from app.services.importing import import_drafts
from app.services.meetings import change_state
from app.services.queries.items import item_rows, item_view
from app.services.queries.registers import decision_rows
from app.storage.actions import Action
from app.storage.database import Database, dump


@pytest.fixture
def item_id(database: Database, meeting_id: UUID) -> UUID:
    """A case with a recommendation of its own, and one of a committee in an earlier section."""
    item_id = items.create_item(database, meeting_id, title="Fælles beredskab")
    (own,) = item_view(database, item_id).recommendations
    section = sections.add_section(
        database, item_id, SectionKind.BODY_VIEW, "Forretningsudvalget", to_index=0
    )
    theirs = recommendations.add_recommendation_set(database, item_id, section_id=section)
    recommendations.edit_recommendation_set(database, theirs, from_text="Forretningsudvalget")
    for set_id, words in (
        (own.id, "godkender planen"),
        (own.id, "drøfter fristen"),
        (theirs, "tager tallene til efterretning"),
    ):
        recommendations.add_point(database, set_id, text_of(words))
    return item_id


def in_form(database: Database, item_id: UUID) -> list[tuple[str, str]]:
    sets = item_view(database, item_id).recommendations
    return [(point.name.mark, plain(point.text)) for found in sets for point in found.points]


def parts_of(database: Database, meeting_id: UUID) -> list[Part]:
    with database.read() as session:
        paper = collect_meeting(session, meeting_id, "minutes", Edition.FULL)
    return [part for item in paper.items for part in item.parts]


def box(database: Database, meeting_id: UUID) -> list[DecisionPaper]:
    parts = parts_of(database, meeting_id)
    return [line for part in parts if isinstance(part, DecisionPart) for line in part.decisions]


def on_paper(database: Database, meeting_id: UUID) -> list[tuple[str, str]]:
    parts = parts_of(database, meeting_id)
    points = [p for part in parts if isinstance(part, RecommendationPart) for p in part.points]
    return [(point.number, plain(point.text)) for point in points]


ALL = [
    ("1.", "tager tallene til efterretning"),
    ("2.", "godkender planen"),
    ("3.", "drøfter fristen"),
]


def test_points_are_numbered_on_through_all_recommendations_as_they_are_read(
    database: Database, meeting_id: UUID, item_id: UUID
) -> None:
    assert in_form(database, item_id) == ALL
    assert on_paper(database, meeting_id) == ALL
    assert [s.next_name.mark for s in item_view(database, item_id).recommendations] == ["1.", "2."]


def test_a_decision_bears_the_number_of_its_point(
    database: Database, meeting_id: UUID, item_id: UUID
) -> None:
    first, second, third = (
        point.id for found in item_view(database, item_id).recommendations for point in found.points
    )
    for point_id, words in ((third, "Tredje."), (first, "Første."), (second, "Andet.")):
        decisions.edit_decision_text(database, item_id, text_of(words), point_id=point_id)
    decisions.add_free_decision(database, item_id, text_of("Fri."))
    expected = [("1.", "Første."), ("2.", "Andet."), ("3.", "Tredje."), ("", "Fri.")]
    assert [(one.number, plain(one.text)) for one in box(database, meeting_id)] == expected
    assert [(row.point_label, row.words) for row in decision_rows(database)] == expected


def print_marks(database: Database, marks: dict[str, str]) -> None:
    """As an import would have it: the marks that the paper had, by the points' words."""
    with database.write(Action.IMPORT_MEETING) as session:
        for point in session.query(RecommendationPoint):
            point.number_text = marks[plain(point.text)]


def test_printed_marks_are_kept_until_the_points_are_put_in_another_order(
    database: Database, meeting_id: UUID, item_id: UUID
) -> None:
    printed = [("a)", ALL[0][1]), ("b)", ALL[1][1]), ("c)", ALL[2][1])]
    print_marks(database, {words: mark for mark, words in printed})
    assert in_form(database, item_id) == printed
    assert on_paper(database, meeting_id) == printed
    last = item_view(database, item_id).recommendations[1].points[1].id
    recommendations.move_point(database, last, 0)
    moved = [printed[0], ("2.", ALL[2][1]), ("3.", ALL[1][1])]
    assert in_form(database, item_id) == moved
    assert on_paper(database, meeting_id) == moved
    database.undo()
    assert in_form(database, item_id) == printed


def test_marks_that_a_paper_begins_anew_are_kept_and_decisions_name_the_body(
    database: Database, meeting_id: UUID, item_id: UUID
) -> None:
    print_marks(database, {ALL[0][1]: "1.", ALL[1][1]: "1.", ALL[2][1]: "2."})
    decisions.answer_all_points(database, item_id, Outcome.APPROVED)
    kept = ["1.", "1.", "2."]
    assert [mark for mark, _words in in_form(database, item_id)] == kept
    assert [mark for mark, _words in on_paper(database, meeting_id)] == kept
    assert [(line.number, line.outcome) for line in box(database, meeting_id)] == [
        ("", "Forretningsudvalget 1: Godkendt"),
        ("1.", "Godkendt"),
        ("2.", "Godkendt"),
    ]
    assert [row.point_label for row in decision_rows(database)] == [
        "Forretningsudvalget 1.", "1.", "2.",
    ]  # fmt: skip
    first = item_view(database, item_id).recommendations[0].points[0].id
    decisions.set_outcome(database, item_id, None, point_id=first)
    decisions.edit_decision_text(database, item_id, text_of("Tages op igen."), point_id=first)
    line = box(database, meeting_id)[0]
    assert (line.number, plain(line.text)) == ("", "Forretningsudvalget 1: Tages op igen.")


def test_points_that_are_not_put_to_decision_want_no_answer(
    database: Database, meeting_id: UUID, item_id: UUID
) -> None:
    def lacks() -> bool:
        (row,) = (row for row in item_rows(database, meeting_id) if row.id == item_id)
        return ProblemKind.OUTCOME in row.problems

    quoted, _asked = (found.id for found in item_view(database, item_id).recommendations)
    recommendations.edit_recommendation_set(database, quoted, is_put_to_decision=False)
    for state in (MeetingState.AGENDA_SENT, MeetingState.HELD):
        change_state(database, meeting_id, state)
    assert lacks()
    decisions.answer_all_points(database, item_id, Outcome.APPROVED)
    assert not lacks()
    recommendations.edit_recommendation_set(database, quoted, is_put_to_decision=True)
    assert lacks()


def lacks_outcome(database: Database, meeting_id: UUID, item_id: UUID) -> bool:
    (row,) = (row for row in item_rows(database, meeting_id) if row.id == item_id)
    return ProblemKind.OUTCOME in row.problems


def test_a_decision_on_something_else_answers_no_point(
    database: Database, meeting_id: UUID, item_id: UUID
) -> None:
    change_state(database, meeting_id, MeetingState.HELD)
    before = dump(database)
    decisions.add_free_decision(database, item_id, text_of("Sekretariatet skriver til ministeren."))
    assert lacks_outcome(database, meeting_id, item_id)
    decisions.set_outcome(database, item_id, Outcome.APPROVED)
    assert not lacks_outcome(database, meeting_id, item_id)
    first = item_view(database, item_id).recommendations[0].points[0].id
    decisions.set_outcome(database, item_id, Outcome.REJECTED, point_id=first)
    assert lacks_outcome(database, meeting_id, item_id)
    decisions.answer_all_points(database, item_id, Outcome.APPROVED)
    assert not lacks_outcome(database, meeting_id, item_id)
    for _step in range(4):
        database.undo()
    assert dump(database) == before


def test_printed_minutes_that_answer_all_points_in_one_text_lack_nothing(
    database: Database,
) -> None:
    item = ItemDraft(1, "Fælles beredskab")
    item.recommendation_sets = [
        RecommendationSetDraft(lead="Det indstilles, at", points=[PointDraft(text_of("a"))] * 2)
    ]
    item.decisions = [DecisionDraft(text=text_of("Indstillingen blev fulgt med få rettelser."))]
    meeting = MeetingDraft("Fjordudvalget", dt.date(2026, 3, 4), layout="C", items=[item])
    (made,) = import_drafts(database, [ImportDraft("a.txt", "f" * 64, [meeting])]).created
    (row,) = item_rows(database, made)
    assert len(item_view(database, row.id).recommendations[0].points) == 2
    assert item_view(database, row.id).is_imported
    assert not lacks_outcome(database, made, row.id)


def test_a_point_without_words_is_not_answered_with_the_rest(
    database: Database, item_id: UUID
) -> None:
    found = item_view(database, item_id).recommendations[-1]
    blank = recommendations.add_point(database, found.id)
    decisions.answer_all_points(database, item_id, Outcome.APPROVED)
    points = [point for one in item_view(database, item_id).recommendations for point in one.points]
    answers = {point.id: point.outcome for point in points}
    assert answers.pop(blank) is None
    assert set(answers.values()) == {Outcome.APPROVED}


def test_a_point_is_split_and_taken_back_in_one_step(database: Database, item_id: UUID) -> None:
    (first, *_others) = item_view(database, item_id).recommendations[-1].points
    before = in_form(database, item_id)
    made = recommendations.split_point(
        database, first.id, text_of("godkender"), text_of("drøfter planen")
    )
    points = item_view(database, item_id).recommendations[-1].points
    assert [plain(point.text) for point in points] == [
        "godkender",
        "drøfter planen",
        "drøfter fristen",
    ]
    assert points[1].id == made
    database.undo()
    assert in_form(database, item_id) == before


def test_a_point_cut_before_its_first_word_keeps_its_decision(
    database: Database, item_id: UUID
) -> None:
    decisions.answer_all_points(database, item_id, Outcome.APPROVED)
    (first, *_others) = item_view(database, item_id).recommendations[-1].points
    before = in_form(database, item_id)
    made = recommendations.split_point(database, first.id, EMPTY, first.text)
    points = item_view(database, item_id).recommendations[-1].points
    assert [point.id for point in points[:2]] == [made, first.id]
    assert [point.outcome for point in points[:2]] == [None, Outcome.APPROVED]
    assert [point.text for point in points[:2]] == [EMPTY, first.text]
    database.undo()
    assert in_form(database, item_id) == before


def test_sets_keep_their_order_when_one_of_them_goes(database: Database, item_id: UUID) -> None:
    first = item_view(database, item_id).recommendations[0]
    recommendations.delete_recommendation_set(database, first.id)
    added = recommendations.add_recommendation_set(database, item_id)
    with database.read() as session:
        rows = session.scalars(sa.select(RecommendationSet.position)).all()
    assert sorted(rows) == [0, 1]
    recommendations.delete_recommendation_set(
        database, item_view(database, item_id).recommendations[0].id
    )
    database.undo()
    assert item_view(database, item_id).recommendations[-1].id == added
