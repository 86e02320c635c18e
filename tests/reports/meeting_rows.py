"""A meeting in a database, every closed place of it holding a word of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import orm

from app.models.agenda import AgendaItem, ItemSection
from app.models.agenda_words import ItemKind, SectionKind
from app.models.attachment import Attachment
from app.models.base import Base
from app.models.body import Body
from app.models.decision import Decision
from app.models.meeting import Attendance, AttendanceRole, AttendanceStatus, Meeting, MeetingState
from app.models.richtext import Paragraph, RichText, Run, text_of
from tests.reports.canaries import hidden, key_of
from tests.reports.closed_item import closed_item
from tests.reports.open_item import open_item


@dataclass
class Scene:
    """Rows in order of writing, and the key of the meeting."""

    rows: list[Base]
    meeting: Meeting

    def add_to(self, session: orm.Session) -> None:
        for row in self.rows:
            session.add(row)
            session.flush()


def scene() -> Scene:
    """A held meeting with an open case, a closed case and Eventuelt."""
    body = Body(
        id=key_of("body"),
        name="Den Administrative Styregruppe på socialområdet",
        short_name="DAS Social",
        code="DAS",
    )
    meeting = Meeting(
        id=key_of("meeting"),
        body_id=body.id,
        date=dt.date(2025, 5, 8),
        start=dt.time(12),
        end=dt.time(16),
        place_text="Regionshuset, mødelokale A",
        state=MeetingState.HELD,
    )
    rows: list[Base] = [body, meeting, *_people(meeting)]
    rows += [*open_item(meeting), *closed_item(meeting), *_last_item(meeting)]
    return Scene(rows, meeting)


def _people(meeting: Meeting) -> Iterator[Base]:
    people = (
        ("Torben Hvass", "Frederikshavn", AttendanceStatus.ABSENT, AttendanceRole.MEMBER),
        ("Karen Vestergaard", "Hjørring", AttendanceStatus.PRESENT, AttendanceRole.CHAIRING),
        ("Jens Overgaard", "Aalborg", AttendanceStatus.PRESENT, AttendanceRole.MEMBER),
    )
    for order, (name, organisation, status, role) in enumerate(people):
        yield Attendance(
            meeting_id=meeting.id,
            name_as_printed=name,
            organisation_snapshot=organisation,
            status=status,
            role=role,
            print_order=order,
        )


def _last_item(meeting: Meeting) -> Iterator[Base]:
    item = AgendaItem(
        id=key_of("last"),
        meeting_id=meeting.id,
        position=2,
        number=3,
        title="Eventuelt",
        kind=ItemKind.ANY_OTHER_BUSINESS,
    )
    yield item
    yield ItemSection(
        item_id=item.id,
        position=0,
        label_verbatim="Referat",
        kind=SectionKind.MINUTES,
        text=RichText((Paragraph((Run("Der blev spurgt til "), hidden("minuted"))),)),
    )
    yield Decision(item_id=item.id, text=text_of("Intet."))
    yield Attachment(
        item_id=item.id,
        position=0,
        number=1,
        title_verbatim="Oplæg vist på mødet",
        appended_after_meeting=True,
    )
