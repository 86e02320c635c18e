"""What the registers list: by service, asserted by a fresh read."""

from uuid import UUID

from app.services.queries.registers import body_rows, member_rows
from app.storage.database import Database


def test_bodies_are_listed_with_what_they_hold(
    database: Database, body_id: UUID, meeting_id: UUID
) -> None:
    (row,) = body_rows(database)
    assert (row.meeting_count, row.member_count, row.latest_on is not None) == (1, 2, True)
    assert [member.name for member in member_rows(database, body_id)] == ["Ane Holm", "Bo Lund"]
