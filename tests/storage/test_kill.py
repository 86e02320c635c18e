"""kill -9 at any instant while saving: no acknowledged edit is lost and the file stays whole.

Twenty kills run here; ``MOEDEVAERK_KILLS=200`` runs as many as one likes.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import sqlalchemy as sa

from app.models.body import Body
from app.services.check_data import check_data
from app.storage.actions import Action
from app.storage.database import Database

KILLS = int(os.environ.get("MOEDEVAERK_KILLS", "20"))
WRITER = """
import sys
from pathlib import Path
from app.models.body import Body
from app.storage.actions import Action
from app.storage.database import Database
database, number = Database.open(Path(sys.argv[1]), "Skriver"), int(sys.argv[2])
while True:
    number += 1
    with database.write(Action.EDIT_BODY) as session:
        body = session.query(Body).one()
        body.code, body.name = str(number), "Ændring af vedtægter " * 500
        body.sender = str(number)
    print(number, flush=True)
"""


def test_no_acknowledged_edit_is_lost(path: Path) -> None:
    with Database.open(path) as database, database.write(Action.CREATE_BODY) as session:
        session.add(Body(name="x", code="0", sender="0"))
    acknowledged, instants = 0, random.Random(20261123)
    for _ in range(KILLS):
        acknowledged = max(acknowledged, _write_until_killed(path, acknowledged, instants))
        with Database.open(path) as database:
            with database.read() as session:
                body = session.scalars(sa.select(Body)).one()
            assert int(body.code) >= acknowledged
            assert body.code == body.sender
            assert [finding for finding in check_data(database) if finding.faults] == []
            acknowledged = int(body.code)
    assert acknowledged > KILLS


def _write_until_killed(path: Path, number: int, instants: random.Random) -> int:
    """The last number that the writer reported before it was killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(number)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    assert first, "the writer did not start"
    time.sleep(instants.uniform(0, 0.25))
    process.kill()
    rest = process.stdout.read().split("\n")
    process.wait()
    process.stdout.close()
    lines = [line for line in [first.strip(), *rest[:-1]] if line]
    return int(lines[-1])
