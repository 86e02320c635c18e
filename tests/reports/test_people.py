"""Who was there, under the headings of an imported paper and as corrected since."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.models.meeting import Attendance, AttendanceStatus, Meeting, SourceLayout
from app.models.visibility import Edition
from app.reports.collect import collect_meeting
from app.services.attendances import edit_attendance
from app.services.bodies import create_body
from app.services.meetings import create_meeting
from app.services.queries.meetings import attendance_rows
from app.storage.actions import Action
from app.storage.database import Database


@pytest.fixture
def imported(tmp_path: Path) -> Iterator[tuple[Database, UUID]]:
    """A paper that lists people by where they work."""
    with Database.create(tmp_path / "moedevaerk.db") as database:
        meeting_id = create_meeting(
            database, create_body(database, "Forum for botilbud"), dt.date(2030, 3, 4)
        )
        with database.write(Action.IMPORT_MEETING) as session:
            session.get_one(Meeting, meeting_id).source_layout = SourceLayout.FORUM
            for order, (name, status) in enumerate(
                [
                    ("Ane Holm", AttendanceStatus.PRESENT),
                    ("Bo Lund", AttendanceStatus.APOLOGIES),
                    ("Dora Winther", AttendanceStatus.PRESENT),
                ]
            ):
                session.add(
                    Attendance(
                        meeting_id=meeting_id,
                        name_as_printed=name,
                        status=status,
                        group_label="Kommunerne:",
                        print_order=order,
                    )
                )
        yield database, meeting_id


def people(database: Database, meeting_id: UUID) -> dict[str, str]:
    with database.read() as session:
        paper = collect_meeting(session, meeting_id, "minutes", Edition.OPEN)
    return {line.label: line.words for line in paper.head}


def test_a_heading_over_several_statuses_says_who_was_away(
    imported: tuple[Database, UUID],
) -> None:
    assert people(*imported) == {
        "Kommunerne": "Ane Holm; Dora Winther",
        "Kommunerne (afbud)": "Bo Lund",
    }


def test_who_gets_another_status_leaves_the_heading(imported: tuple[Database, UUID]) -> None:
    database, meeting_id = imported
    dora = attendance_rows(database, meeting_id)[2]
    edit_attendance(database, dora.id, status=AttendanceStatus.ABSENT)
    printed = people(database, meeting_id)
    assert printed["Kommunerne"] == "Ane Holm"
    assert printed["Fraværende"] == "Dora Winther"
    database.undo()
    assert people(database, meeting_id)["Kommunerne"] == "Ane Holm; Dora Winther"
