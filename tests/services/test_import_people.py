"""Who gets a seat by an import, and for which items somebody was there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.models.draft import AttendanceDraft, FollowUpDraft, ImportDraft, ItemDraft, MeetingDraft
from app.models.meeting import Attendance, AttendanceSpan
from app.models.person import Membership, MembershipRole, Person
from app.models.visibility import Edition
from app.reports.collect import collect_meeting
from app.services.bodies import NewMember, create_body
from app.services.importing import import_drafts
from app.services.items import set_closed
from app.services.meetings import create_meeting
from app.services.queries.items import item_rows
from app.storage.database import Database


def paper(day: dt.date, *people: AttendanceDraft, items: Sequence[ItemDraft] = ()) -> ImportDraft:
    meeting = MeetingDraft("Fjordudvalget", day, layout="C")
    meeting.attendance, meeting.items = list(people), list(items)
    return ImportDraft(f"{day}.txt", str(day).ljust(64, "0"), [meeting])


def seats(database: Database) -> list[tuple[str, MembershipRole]]:
    query = (
        sa.select(Person.name, Membership.role)
        .join(Membership, Membership.person_id == Person.id)
        .order_by(Membership.position)
    )
    with database.read() as session:
        return [(name, role) for name, role in session.execute(query)]


def test_a_new_group_gets_the_members_of_its_newest_paper(database: Database) -> None:
    then = paper(dt.date(2019, 3, 4), AttendanceDraft("Ib Thorup"), AttendanceDraft("Åse Dahl"))
    now = paper(
        dt.date(2026, 3, 4),
        AttendanceDraft("Åse Dahl", role="chairing"),
        AttendanceDraft("Ole Bach", status="absent"),
        AttendanceDraft("Gry Lund", status="other_participant", role="secretariat"),
    )
    import_drafts(database, [now, then])
    assert seats(database) == [
        ("Åse Dahl", MembershipRole.CHAIR),
        ("Ole Bach", MembershipRole.MEMBER),
    ]


def test_an_old_paper_gives_nobody_a_seat_in_a_group_that_has_members(database: Database) -> None:
    create_body(database, "Fjordudvalget", members=[NewMember("Åse Dahl")])
    import_drafts(database, [paper(dt.date(2019, 3, 4), AttendanceDraft("Ib Thorup"))])
    import_drafts(database, [paper(dt.date(2018, 3, 4), AttendanceDraft("Kim Friis"))])
    assert [name for name, _role in seats(database)] == ["Åse Dahl"]


def test_who_is_listed_twice_gets_one_seat(database: Database) -> None:
    ib = AttendanceDraft("Ib Thorup")
    import_drafts(database, [paper(dt.date(2026, 3, 4), ib, replace(ib, status="apologies"))])
    assert [name for name, _role in seats(database)] == ["Ib Thorup"]


def test_who_is_listed_twice_substitutes_where_the_paper_says_so(database: Database) -> None:
    gry = AttendanceDraft("Gry Lund", status="other_participant", role="guest")
    substitute = AttendanceDraft("Gry Lund", role="substitute", substitutes_for="Ib Thorup")
    ib = AttendanceDraft("Ib Thorup", status="apologies")
    import_drafts(database, [paper(dt.date(2026, 3, 4), gry, substitute, ib)])
    with database.read() as session:
        first, second, member = session.scalars(
            sa.select(Attendance).order_by(Attendance.print_order)
        )
    assert (first.substitutes_for_id, second.substitutes_for_id) == (None, member.id)


def test_an_old_paper_seats_nobody_where_a_newer_meeting_is(database: Database) -> None:
    create_meeting(database, create_body(database, "Fjordudvalget"), dt.date(2026, 3, 4))
    import_drafts(database, [paper(dt.date(2015, 3, 4), AttendanceDraft("Kim Friis"))])
    assert seats(database) == []


GUEST = AttendanceDraft(
    "Ea Falk",
    title="advokat",
    status="other_participant",
    role="guest",
    note="deltog under punkt 2",
)


@pytest.fixture
def visited(database: Database) -> UUID:
    """A meeting whose second item somebody was called in for."""
    items = [ItemDraft(1, "Åben sag"), ItemDraft(2, "Personsag", is_closed=True)]
    result = import_drafts(database, [paper(dt.date(2026, 3, 4), GUEST, items=items)])
    return result.created[0]


def head(database: Database, meeting_id: UUID, edition: Edition) -> str:
    with database.read() as session:
        return str(collect_meeting(session, meeting_id, "minutes", edition).head)


def test_a_guest_of_a_closed_item_is_not_in_the_open_edition(
    database: Database, visited: UUID
) -> None:
    assert "Ea Falk" not in head(database, visited, Edition.OPEN)
    assert "Ea Falk, advokat (deltog under punkt 2)" in head(database, visited, Edition.FULL)
    set_closed(database, item_rows(database, visited)[1].id, False)
    assert "Ea Falk" in head(database, visited, Edition.OPEN)


def test_a_remark_on_an_item_that_is_not_there_is_kept(database: Database) -> None:
    import_drafts(database, [paper(dt.date(2026, 3, 4), GUEST)])
    with database.read() as session:
        (span,) = session.scalars(sa.select(AttendanceSpan)).all()
    assert (span.from_item_id, span.to_item_id, span.note) == (None, None, "deltog under punkt 2")


def test_a_member_who_came_for_a_closed_item_alone_stays_on_the_list(database: Database) -> None:
    member = AttendanceDraft("Ib Thorup", note="deltog under punkt 2")
    items = [ItemDraft(1, "Åben sag"), ItemDraft(2, "Personsag", is_closed=True)]
    result = import_drafts(database, [paper(dt.date(2026, 3, 4), member, items=items)])
    assert "Ib Thorup" in head(database, result.created[0], Edition.OPEN)


def test_somebody_who_is_only_named_in_follow_ups_is_one_person_in_all_papers(
    database: Database,
) -> None:
    task = FollowUpDraft("skriver til havnen", actor_kind="person", actor="Karen Kjær")
    for month in (1, 2, 3):
        item = ItemDraft(1, "Havnen", follow_ups=[task])
        import_drafts(database, [paper(dt.date(2026, month, 5), items=[item])])
    with database.read() as session:
        assert [one.name for one in session.scalars(sa.select(Person))] == ["Karen Kjær"]
