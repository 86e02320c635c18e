"""A small world for screens, all of it made up: one group, meetings, decisions, follow-ups."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from app.models.decision import Outcome
from app.models.follow_up import ActorKind
from app.services.bodies import create_body
from app.services.decisions import set_outcome
from app.services.follow_ups import add_follow_up
from app.services.items import create_item, edit_item, set_closed
from app.services.meetings import create_meeting
from app.storage.database import Database

_ITEMS = (
    ("Fælles vagttelefon om natten", Outcome.APPROVED, "2030-004411"),
    ("Prøveår med delte boliger", Outcome.POSTPONED, "2030-004412"),
    ("Tal for ventetid i efteråret", Outcome.NOTED, ""),
    ("Flytning af arkivet", Outcome.REJECTED, "2030-004420"),
)


@dataclass(frozen=True)
class Sample:
    """Ids of what was made."""

    body_id: UUID
    meeting_ids: tuple[UUID, ...]
    item_ids: tuple[UUID, ...]


def fill(database: Database) -> Sample:
    """Make the small world."""
    body_id = create_body(database, "Styregruppen for Fjordområdet", short_name="SG Fjord")
    meetings, items = [], []
    for day in (dt.date(2030, 2, 7), dt.date(2030, 4, 11)):
        meeting_id = create_meeting(database, body_id, day, start=dt.time(9), end=dt.time(12))
        meetings.append(meeting_id)
        for title, outcome, case in _ITEMS:
            item_id = create_item(database, meeting_id, title=title)
            if case:
                edit_item(database, item_id, case_number_printed=case)
            set_outcome(database, item_id, outcome)
            items.append(item_id)
    set_closed(database, items[3], True)
    add_follow_up(database, items[0], "Send svar til de ni økonomichefer", due="14. marts 2020")
    add_follow_up(
        database,
        items[1],
        "Saml bemærkninger til prøveåret",
        due="1. maj 2090",
        actor_kind=ActorKind.ALL_MUNICIPALITIES,
    )
    add_follow_up(database, items[2], "Hold øje med ventetiden", due="løbende")
    return Sample(body_id, tuple(meetings), tuple(items))
