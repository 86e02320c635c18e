"""What the registers list: by service, asserted by a fresh read."""

import datetime as dt
from uuid import UUID

import pytest

from app.services.meetings import create_meeting
from app.services.queries.registers import body_rows, member_rows
from app.storage.database import Database


def test_bodies_are_listed_with_what_they_hold(
    database: Database, body_id: UUID, meeting_id: UUID
) -> None:
    (row,) = body_rows(database, dt.date(2026, 3, 5))
    assert (row.meeting_count, row.member_count) == (1, 2)
    assert row.latest_on == dt.date(2026, 3, 5)
    assert [member.name for member in member_rows(database, body_id)] == ["Ane Holm", "Bo Lund"]


@pytest.mark.parametrize(
    ("today", "latest"),
    [
        (dt.date(2026, 3, 4), None),
        (dt.date(2026, 6, 10), dt.date(2026, 3, 5)),
        (dt.date(2026, 6, 11), dt.date(2026, 6, 11)),
    ],
)
def test_a_meeting_to_come_is_not_the_latest(
    database: Database, body_id: UUID, meeting_id: UUID, today: dt.date, latest: dt.date | None
) -> None:
    create_meeting(database, body_id, dt.date(2026, 6, 11))
    (row,) = body_rows(database, today)
    assert (row.latest_on, row.meeting_count) == (latest, 2)
