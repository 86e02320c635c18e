"""Items, their sections and free decisions: by service, asserted by a fresh read."""

from uuid import UUID

import pytest

from app.errors import InvalidInput, NotFound
from app.models.agenda_words import ItemKind, SectionKind
from app.models.decision import Decision, Outcome
from app.models.follow_up import FollowUp
from app.models.meeting import MeetingState
from app.models.richtext import plain, text_of
from app.services import decisions, follow_ups, items, meetings, sections
from app.services.queries.items import item_rows, item_view
from app.services.queries.registers import decision_rows, follow_up_rows
from app.storage.actions import Action
from app.storage.database import Database, dump


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


def test_an_extra_item_that_is_moved_stays_before_the_formal_tail(
    database: Database, meeting_id: UUID
) -> None:
    for title in ("Havnen", "Broen"):
        items.create_item(database, meeting_id, title=title)
    meetings.change_state(database, meeting_id, MeetingState.AGENDA_SENT)
    extra = items.create_item(database, meeting_id, title="Ekstra")
    before = dump(database)
    items.move_item(database, extra, 0)
    items.move_item(database, extra, 99)
    assert [(row.number, row.title) for row in item_rows(database, meeting_id)][-4:] == [
        (4, "Broen"),
        (5, "Ekstra"),
        (6, "Eventuelt"),
        (7, "Næste møde"),
    ]
    items.create_item(database, meeting_id, title="Endnu et")
    numbers = {row.title: row.number for row in item_rows(database, meeting_id)}
    assert (numbers["Endnu et"], numbers["Eventuelt"]) == (6, 7)
    for _step in range(3):
        database.undo()
    assert dump(database) == before


def test_an_extra_item_of_the_tail_may_stand_last(database: Database, meeting_id: UUID) -> None:
    items.delete_item(database, item_rows(database, meeting_id)[-1].id)
    meetings.change_state(database, meeting_id, MeetingState.AGENDA_SENT)
    extra = items.create_item(database, meeting_id, title="Farvel", kind=ItemKind.NEXT_MEETING)
    items.move_item(database, extra, 99)
    assert [(row.number, row.title) for row in item_rows(database, meeting_id)][-2:] == [
        (3, "Eventuelt"),
        (4, "Farvel"),
    ]


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


def test_an_item_that_is_opened_and_closed_again_keeps_its_ground(
    database: Database, item_id: UUID
) -> None:
    items.set_closed(database, item_id, True, reason=" Personoplysninger ")
    items.set_closed(database, item_id, False)
    items.set_closed(database, item_id, True)
    view = item_view(database, item_id)
    assert (view.is_closed, view.closed_reason) == (True, "Personoplysninger")
    items.set_closed(database, item_id, True, reason="")
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


def test_deleting_an_item_loosens_what_points_into_it(
    database: Database, meeting_id: UUID, item_id: UUID
) -> None:
    other = items.create_item(database, meeting_id, title="Opfølgning")
    decision = decisions.set_outcome(database, item_id, Outcome.APPROVED)
    follow_up = follow_ups.add_follow_up(database, other, "spørg igen", decision_id=decision)
    with database.write(Action.EDIT_FOLLOW_UP) as session:
        session.get_one(FollowUp, follow_up).closed_in_item_id = item_id
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


def test_the_agenda_of_approved_minutes_stays_as_it_is(
    database: Database, meeting_id: UUID
) -> None:
    meetings.change_state(database, meeting_id, MeetingState.HELD)
    extra = items.create_item(database, meeting_id, title="Ny havn")
    shut = items.create_item(database, meeting_id, title="Lejemål", is_closed=True)
    meetings.change_state(database, meeting_id, MeetingState.APPROVED)
    before = dump(database)
    attempts = [
        lambda: items.create_item(database, meeting_id, title="Bagefter"),
        lambda: items.move_item(database, extra, 3),
        lambda: items.set_closed(database, extra, True),
        lambda: items.set_closed(database, shut, False),
        lambda: items.delete_item(database, extra),
    ]
    for attempt in attempts:
        with pytest.raises(InvalidInput, match="The minutes are approved"):
            attempt()
    assert dump(database) == before


def test_the_texts_of_approved_minutes_may_be_corrected(
    database: Database, meeting_id: UUID, item_id: UUID
) -> None:
    meetings.change_state(database, meeting_id, MeetingState.APPROVED)
    items.rename_item(database, item_id, "Rettet")
    sections.edit_section_text(database, item_view(database, item_id).sections[0].id, text_of("Ny"))
    view = item_view(database, item_id)
    assert (view.title, plain(view.sections[0].text)) == ("Rettet", "Ny")


@pytest.mark.parametrize("is_undone", [True, False])
def test_the_agenda_can_be_changed_once_the_approval_is_taken_back(
    database: Database, meeting_id: UUID, item_id: UUID, is_undone: bool
) -> None:
    meetings.change_state(database, meeting_id, MeetingState.APPROVED)
    if is_undone:
        database.undo()
    else:
        meetings.change_state(database, meeting_id, MeetingState.MINUTES_IN_REVIEW, reason="Fejl")
    items.set_closed(database, item_id, True)
    items.create_item(database, meeting_id, title="Bagefter")
    items.delete_item(database, item_id)
    rows = item_rows(database, meeting_id)
    assert item_id not in [row.id for row in rows]
    assert "Bagefter" in [row.title for row in rows]
