"""The list of bodies."""

from app.services.bodies import create_body
from app.services.queries.registers import body_rows
from app.storage.database import Database


def test_bodies_stand_in_danish_order(database: Database) -> None:
    for name in ("Østgruppen", "Gruppe 10", "Ågruppen", "gruppe 2", "Aalegruppen", "Zonegruppen"):
        create_body(database, name)
    assert [row.name for row in body_rows(database)] == [
        "gruppe 2", "Gruppe 10", "Zonegruppen", "Østgruppen", "Ågruppen", "Aalegruppen",
    ]  # fmt: skip
