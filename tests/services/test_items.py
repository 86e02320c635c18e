"""Items and their parts: by service, asserted by a fresh read."""

from uuid import UUID

import pytest

from app.errors import InvalidInput, NotFound
from app.models.agenda import AgendaItem, RecommendationPoint
from app.models.agenda_words import ItemKind, SectionKind
from app.models.decision import Decision, Outcome
from app.models.follow_up import ActorKind, FollowUpStatus
from app.models.meeting import Meeting, MeetingState
from app.models.problems import ProblemKind
from app.models.richtext import plain, text_of
from app.services import (
    bodies,
    decisions,
    follow_ups,
    items,
    meetings,
    recommendations,
    sections,
)
from app.services.queries.items import item_rows, item_view
from app.services.queries.registers import body_rows, decision_rows, follow_up_rows, member_rows
from app.storage.database import Database, dump


@pytest.fixture
def item_id(database: Database, meeting_id: UUID) -> UUID:
    return items.create_item(database, meeting_id, title="Fælles beredskab")


@pytest.fixture
def set_id(database: Database, item_id: UUID) -> UUID:
    return item_view(database, item_id).recommendations[0].id


def test_a_new_item_lands_before_the_formal_tail(
    database: Database, meeting_id: UUID, item_id: UUID
) -> None:
    rows = item_rows(database, meeting_id)
    assert [row.number for row in rows] == [1, 2, 3, 4, 5]
    assert rows[2].id == item_id


def test_a_new_item_is_born_with_the_sections_of_the_body(
    database: Database, item_id: UUID
) -> None:
    view = item_view(database, item_id)
    assert [section.label for section in view.sections] == [
        "Resumé",
        "Sagsfremstilling",
        "Økonomi",
        "Indstilling",
    ]
    assert view.recommendations[0].lead == "Det indstilles, at Den Fælles Styregruppe"
    assert view.recommendations[0].section_id == view.sections[3].id


def test_an_item_can_land_after_another(database: Database, meeting_id: UUID) -> None:
    first = item_rows(database, meeting_id)[0].id
    added = items.create_item(database, meeting_id, kind=ItemKind.THEME, after_item_id=first)
    assert item_rows(database, meeting_id)[1].id == added


def test_moving_renumbers_and_undo_restores(
    database: Database, meeting_id: UUID, item_id: UUID
) -> None:
    before = dump(database)
    items.move_item(database, item_id, 0)
    rows = item_rows(database, meeting_id)
    assert rows[0].id == item_id
    assert [row.number for row in rows] == [1, 2, 3, 4, 5]
    items.move_item(database, item_id, 99)
    assert item_rows(database, meeting_id)[-1].id == item_id
    database.undo()
    database.undo()
    assert dump(database) == before


def test_a_title_is_one_line(database: Database, item_id: UUID) -> None:
    items.rename_item(database, item_id, " Fælles\n beredskab   ved lukning ")
    assert item_view(database, item_id).title == "Fælles beredskab ved lukning"


def test_only_cases_bear_the_case_number_of_the_meeting(
    database: Database, meeting_id: UUID
) -> None:
    meetings.edit_meeting(database, meeting_id, case_number="2026-000123")
    for kind in (ItemKind.CASE, ItemKind.ANY_OTHER_BUSINESS):
        items.create_item(database, meeting_id, title=kind, kind=kind)
    numbers = {row.title: row.case_number for row in item_rows(database, meeting_id)}
    assert numbers[ItemKind.CASE] == "2026-000123"
    assert numbers[ItemKind.ANY_OTHER_BUSINESS] == ""


def test_closing_keeps_the_number(database: Database, meeting_id: UUID, item_id: UUID) -> None:
    items.set_closed(database, item_id, True, reason="Personoplysninger")
    row = item_rows(database, meeting_id)[2]
    assert (row.is_closed, row.number) == (True, 3)
    assert item_view(database, item_id).closed_reason == "Personoplysninger"
    items.set_closed(database, item_id, False)
    assert item_view(database, item_id).closed_reason == ""


@pytest.mark.parametrize("minutes", [-5, 24 * 60 + 1, 10**30])
def test_impossible_minutes_are_refused(database: Database, item_id: UUID, minutes: int) -> None:
    with pytest.raises(InvalidInput, match="a day at most"):
        items.edit_item(database, item_id, duration_min=minutes)
    items.edit_item(database, item_id, duration_min=25, case_number_printed="2026-000123")
    view = item_view(database, item_id)
    assert (view.duration_min, view.case_number) == (25, "2026-000123")


def test_presenters_are_replaced_whole(database: Database, item_id: UUID) -> None:
    items.set_presenters(database, item_id, ["Ane  Holm", "", "Bo Lund"])
    items.set_presenters(database, item_id, ["Bo Lund", "Ane Holm"])
    assert item_view(database, item_id).presenters == ("Bo Lund", "Ane Holm")


def test_deleting_after_dispatch_keeps_the_other_numbers(
    database: Database, meeting_id: UUID, item_id: UUID
) -> None:
    meetings.change_state(database, meeting_id, MeetingState.AGENDA_SENT)
    items.delete_item(database, item_id)
    assert [row.number for row in item_rows(database, meeting_id)] == [1, 2, 4, 5]
    with pytest.raises(NotFound):
        item_view(database, item_id)


def test_sections_keep_their_own_order(database: Database, item_id: UUID) -> None:
    added = sections.add_section(database, item_id, SectionKind.BACKGROUND, "Baggrund", to_index=1)
    sections.edit_section_text(database, added, text_of("Siden 2024 …"))
    sections.rename_section(database, added, "Anledning")
    sections.move_section(database, added, 0)
    labels = [section.label for section in item_view(database, item_id).sections]
    assert labels == ["Anledning", "Resumé", "Sagsfremstilling", "Økonomi", "Indstilling"]
    sections.delete_section(database, item_view(database, item_id).sections[4].id)
    view = item_view(database, item_id)
    assert len(view.sections) == 4
    assert view.recommendations[0].section_id is None


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


def test_a_free_decision_needs_no_point(database: Database, item_id: UUID) -> None:
    kept = decisions.edit_decision_text(database, item_id, text_of("Emnet tages op igen."))
    added = decisions.add_free_decision(database, item_id, text_of("Udvalget bemyndiges."))
    assert kept != added
    decisions.edit_free_decision(database, added, text_of("Udvalget får bemyndigelse."))
    follow_up = follow_ups.add_follow_up(database, item_id, "skriv notat", decision_id=added)
    decisions.delete_decision(database, added)
    assert [plain(row.words and text_of(row.words)) for row in decision_rows(database)] == [
        "Emnet tages op igen."
    ]
    assert [row.id for row in follow_up_rows(database)] == [follow_up]


def test_a_point_of_another_item_is_refused(
    database: Database, meeting_id: UUID, set_id: UUID
) -> None:
    point = recommendations.add_point(database, set_id, text_of("godkender planen"))
    other = items.create_item(database, meeting_id, title="Andet")
    with pytest.raises(InvalidInput):
        decisions.set_outcome(database, other, Outcome.APPROVED, point_id=point)


def test_follow_ups_keep_their_words_and_may_lack_a_date(database: Database, item_id: UUID) -> None:
    dated = follow_ups.add_follow_up(database, item_id, "spørg alle kommuner", due="medio maj 2026")
    undated = follow_ups.add_follow_up(database, item_id, "meld tilbage", due="når der er nyt")
    rows = follow_up_rows(database)
    assert [(row.id, row.due, row.due_from is None) for row in rows] == [
        (dated, "medio maj 2026", False),
        (undated, "når der er nyt", True),
    ]
    with pytest.raises(InvalidInput):
        follow_ups.add_follow_up(database, item_id, " ")
    with pytest.raises(InvalidInput):
        follow_ups.edit_follow_up(database, dated, action="")
    follow_ups.edit_follow_up(
        database, dated, action="spørg igen", due="uge 20", status=FollowUpStatus.DONE
    )
    assert [row.id for row in follow_up_rows(database)] == [undated]
    assert len(follow_up_rows(database, with_finished=True)) == 2
    follow_ups.delete_follow_up(database, undated)
    assert follow_up_rows(database) == []


def test_a_follow_up_may_be_begun_without_its_action(database: Database, item_id: UUID) -> None:
    begun = follow_ups.add_follow_up(database, item_id, due="uge 20")
    all_of_them = ActorKind.ALL_MUNICIPALITIES
    charged = follow_ups.add_follow_up(database, item_id, actor_kind=all_of_them)
    assert {row.id: row.action for row in follow_up_rows(database)} == {begun: "", charged: ""}
    follow_ups.edit_follow_up(database, begun, action="", due="uge 21")
    follow_ups.edit_follow_up(database, begun, action="spørg")
    with pytest.raises(InvalidInput):
        follow_ups.edit_follow_up(database, begun, action=" ")
    (first, second) = follow_up_rows(database)
    assert (first.action, first.due, second.actor_kind) == ("spørg", "uge 21", all_of_them)


def test_a_deadline_is_counted_from_the_meeting_however_late_it_is_corrected(
    database: Database, item_id: UUID
) -> None:
    with database.read() as session:
        met_on = session.get_one(Meeting, session.get_one(AgendaItem, item_id).meeting_id).date
    key = follow_ups.add_follow_up(database, item_id, "Spørg", due="ultimo juni")
    (added,) = follow_up_rows(database)
    follow_ups.edit_follow_up(database, key, due="Ultimo juni.")
    (corrected,) = follow_up_rows(database)
    assert added.due_to == corrected.due_to
    assert added.due_to is not None
    assert met_on <= added.due_to < met_on.replace(year=met_on.year + 1)


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


def test_bodies_are_listed_with_what_they_hold(
    database: Database, body_id: UUID, meeting_id: UUID
) -> None:
    (row,) = body_rows(database)
    assert (row.meeting_count, row.member_count, row.latest_on is not None) == (1, 2, True)
    assert [member.name for member in member_rows(database, body_id)] == ["Ane Holm", "Bo Lund"]


def test_deleting_an_item_loosens_what_points_into_it(
    database: Database, meeting_id: UUID, item_id: UUID
) -> None:
    other = items.create_item(database, meeting_id, title="Opfølgning")
    decision = decisions.set_outcome(database, item_id, Outcome.APPROVED)
    follow_up = follow_ups.add_follow_up(database, other, "spørg igen", decision_id=decision)
    follow_ups.edit_follow_up(database, follow_up, closed_in_item_id=item_id)
    before = dump(database)
    items.delete_item(database, item_id)
    assert [row.id for row in follow_up_rows(database)] == [follow_up]
    assert decision_rows(database) == []
    database.undo()
    assert dump(database) == before


def test_another_outcome_takes_the_printed_word_away(database: Database, item_id: UUID) -> None:
    decision = decisions.set_outcome(database, item_id, Outcome.ENDORSED)
    assert decision is not None

    def printed() -> str:
        with database.read() as session:
            return session.get_one(Decision, decision).outcome_text_verbatim

    decisions.edit_decision(database, decision, outcome_text_verbatim="bakkede op om")
    decisions.set_outcome(database, item_id, Outcome.ENDORSED)
    assert printed() == "bakkede op om"
    decisions.set_outcome(database, item_id, Outcome.REJECTED)
    assert printed() == ""


def test_a_follow_up_names_the_group_that_has_it(database: Database, item_id: UUID) -> None:
    group = bodies.create_body(database, "Faggruppe Genoptræning")
    kind = ActorKind.BODY
    follow_up = follow_ups.add_follow_up(database, item_id, "skriv notat", actor_kind=kind)
    assert [row.actor_body for row in follow_up_rows(database)] == [""]
    follow_ups.edit_follow_up(database, follow_up, actor_body_id=group)
    row = follow_up_rows(database)[0]
    assert (row.actor_body, row.actor_name) == ("Faggruppe Genoptræning", "")
    assert row.body_name != row.actor_body
