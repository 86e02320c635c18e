"""Recommendations, their points, and how points are answered."""

import datetime as dt
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.errors import InvalidInput
from app.models.agenda import RecommendationPoint, RecommendationSet
from app.models.decision import Outcome
from app.models.draft import (
    ImportDraft,
    ItemDraft,
    MeetingDraft,
    PointDraft,
    RecommendationSetDraft,
    SectionDraft,
)
from app.models.meeting import MeetingState
from app.models.problems import ProblemKind
from app.models.richtext import plain, text_of
from app.services import decisions, items, meetings, recommendations, sections
from app.services.importing import import_drafts
from app.services.queries.items import item_rows, item_view
from app.storage.database import Database, dump


@pytest.fixture
def set_id(database: Database, item_id: UUID) -> UUID:
    return item_view(database, item_id).recommendations[0].id


def test_points_are_added_moved_and_deleted(
    database: Database, item_id: UUID, set_id: UUID
) -> None:
    first = recommendations.add_point(database, set_id, text_of("godkender planen"))
    second = recommendations.add_point(database, set_id, text_of("drøfter fristen"), to_index=0)
    recommendations.move_point(database, first, 0)
    recommendations.edit_point(database, second, text_of("drøfter tidsplanen"))
    points = item_view(database, item_id).recommendations[0].points
    assert [plain(point.text) for point in points] == ["godkender planen", "drøfter tidsplanen"]
    recommendations.delete_point(database, first)
    assert len(item_view(database, item_id).recommendations[0].points) == 1


def test_the_verb_of_a_point_follows_its_words_in_one_step_of_typing(
    database: Database, set_id: UUID
) -> None:
    def verb() -> str:
        with database.read() as session:
            return session.get_one(RecommendationPoint, point).verb

    point = recommendations.add_point(database, set_id, text_of("godkender planen"))
    steps = len(database.history.undoable)
    for words in ("drøfter", "drøfter tids", "drøfter tidsplanen"):
        recommendations.edit_point(database, point, text_of(words))
    assert verb() == "drøfter"
    assert len(database.history.undoable) == steps + 1
    database.undo()
    assert verb() == "godkender"
    database.redo()
    assert verb() == "drøfter"


def test_an_item_holds_recommendations_of_several_bodies(
    database: Database, item_id: UUID, set_id: UUID
) -> None:
    other = recommendations.add_recommendation_set(
        database, item_id, lead="Udvalget indstiller, at"
    )
    recommendations.edit_recommendation_set(database, other, from_text="Forretningsudvalget")
    recommendations.add_point(database, other, text_of("fristen flyttes"))
    views = item_view(database, item_id).recommendations
    assert [view.from_text for view in views] == ["", "Forretningsudvalget"]
    recommendations.delete_recommendation_set(database, set_id)
    assert [view.id for view in item_view(database, item_id).recommendations] == [other]


def test_a_further_recommendation_comes_after_those_of_an_imported_paper(
    database: Database,
) -> None:
    told, *sets = (RecommendationSetDraft(f"Udvalg {n} indstiller, at") for n in range(3))
    told.section = 0
    item = ItemDraft(1, "Takster", sections=[SectionDraft("case_presentation", "Sagen")])
    item.recommendation_sets = [told, *sets]
    paper = MeetingDraft("Gruppen", dt.date(2026, 1, 8), layout="C", items=[item])
    (meeting_id,) = import_drafts(database, [ImportDraft("a.txt", "f" * 64, [paper])]).created
    (row,) = item_rows(database, meeting_id)
    recommendations.add_recommendation_set(database, row.id, lead="Nyt")
    with database.read() as session:
        places = session.execute(
            sa.select(RecommendationSet.lead_in_verbatim, RecommendationSet.position).order_by(
                RecommendationSet.position
            )
        ).all()
    assert places == [
        ("Udvalg 1 indstiller, at", 0),
        ("Udvalg 2 indstiller, at", 1),
        ("Nyt", 2),
    ]


def test_a_point_of_a_paper_keeps_its_verb_until_its_words_change(database: Database) -> None:
    words = text_of("Tidsplanen følges")
    asked = RecommendationSetDraft("Det indstilles, at", points=[PointDraft(words)])
    item = ItemDraft(1, "Takster", recommendation_sets=[asked])
    paper = MeetingDraft("Gruppen", dt.date(2026, 1, 8), layout="C", items=[item])
    import_drafts(database, [ImportDraft("a.txt", "f" * 64, [paper])])
    with database.read() as session:
        (point,) = session.scalars(sa.select(RecommendationPoint)).all()
    before = dump(database)
    recommendations.edit_point(database, point.id, words)
    assert dump(database) == before


def test_each_point_has_its_own_outcome_and_words(
    database: Database, item_id: UUID, set_id: UUID
) -> None:
    first = recommendations.add_point(database, set_id, text_of("godkender planen"))
    second = recommendations.add_point(database, set_id, text_of("drøfter fristen"))
    decisions.set_outcome(database, item_id, Outcome.REJECTED, point_id=second)
    decisions.edit_decision_text(
        database, item_id, text_of("Nuværende praksis fortsætter."), point_id=second
    )
    decisions.answer_all_points(database, item_id, Outcome.APPROVED)
    one, two = item_view(database, item_id).recommendations[0].points
    assert (one.outcome, two.outcome) == (Outcome.APPROVED, Outcome.REJECTED)
    assert plain(two.decision_text) == "Nuværende praksis fortsætter."
    recommendations.delete_point(database, first)
    assert [d.outcome for d in item_view(database, item_id).decisions] == [Outcome.APPROVED]


def test_a_point_of_another_item_is_refused(
    database: Database, meeting_id: UUID, set_id: UUID
) -> None:
    point = recommendations.add_point(database, set_id, text_of("godkender planen"))
    other = items.create_item(database, meeting_id, title="Andet")
    with pytest.raises(InvalidInput):
        decisions.set_outcome(database, other, Outcome.APPROVED, point_id=point)


def test_what_is_missing_is_told_until_it_is_there(
    database: Database, meeting_id: UUID, item_id: UUID, set_id: UUID
) -> None:
    def problems() -> tuple[ProblemKind, ...]:
        return item_rows(database, meeting_id)[2].problems

    assert problems() == (ProblemKind.RECOMMENDATION, ProblemKind.SUMMARY)
    summary = item_view(database, item_id).sections[0].id
    sections.edit_section_text(database, summary, text_of("Kort fortalt"))
    point = recommendations.add_point(database, set_id, text_of("godkender planen"))
    assert problems() == ()
    meetings.change_state(database, meeting_id, MeetingState.HELD)
    assert problems() == (ProblemKind.OUTCOME,)
    decisions.set_outcome(database, item_id, Outcome.APPROVED, point_id=point)
    assert problems() == ()


def test_a_point_without_words_asks_for_nothing(
    database: Database, meeting_id: UUID, item_id: UUID, set_id: UUID
) -> None:
    def lacks(problem: ProblemKind) -> bool:
        return problem in item_rows(database, meeting_id)[2].problems

    first = recommendations.add_point(database, set_id)
    assert lacks(ProblemKind.RECOMMENDATION)
    recommendations.edit_point(database, first, text_of("godkender planen"))
    blank = recommendations.add_point(database, set_id)
    meetings.change_state(database, meeting_id, MeetingState.HELD)
    decisions.set_outcome(database, item_id, Outcome.APPROVED, point_id=first)
    assert not lacks(ProblemKind.OUTCOME)
    recommendations.edit_point(database, blank, text_of("drøfter fristen"))
    assert lacks(ProblemKind.OUTCOME)


def test_only_a_blank_point_is_dropped(database: Database, item_id: UUID, set_id: UUID) -> None:
    written = recommendations.add_point(database, set_id, text_of("godkender planen"))
    answered, blank = (recommendations.add_point(database, set_id) for _one in range(2))
    decisions.set_outcome(database, item_id, Outcome.APPROVED, point_id=answered)
    for point in (written, answered, blank, blank):
        recommendations.drop_blank_point(database, point)
    left = [point.id for point in item_view(database, item_id).recommendations[0].points]
    assert left == [written, answered]
