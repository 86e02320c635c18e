"""The register of decisions holds those that stand in the text of imported minutes, too."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest
from sqlalchemy import orm

from app.models.agenda_words import SectionKind
from app.models.decision import Outcome
from app.models.draft import (
    ImportDraft,
    ItemDraft,
    MeetingDraft,
    OutcomeDraft,
    PointDraft,
    RecommendationSetDraft,
    SectionDraft,
)
from app.models.richtext import EMPTY, text_of
from app.services.decisions import add_free_decision
from app.services.importing import import_drafts
from app.services.items import create_item, rename_item
from app.services.meetings import create_meeting
from app.services.queries import registers
from app.services.queries.items import item_rows
from app.services.queries.registers import decision_rows
from app.services.sections import add_section
from app.storage.database import Database

DAY = dt.date(2031, 3, 2)


def section(kind: str, words: str = "") -> SectionDraft:
    return SectionDraft(kind, kind.title(), text_of(words) if words else EMPTY)


def bring(database: Database, *items: ItemDraft) -> None:
    meeting = MeetingDraft(body="SG Fjord", date=DAY, layout="A", items=list(items))
    import_drafts(database, [ImportDraft("referat.txt", "ab" * 32, [meeting])])


def shown(database: Database) -> list[tuple[int | None, Outcome | None, str]]:
    return [(row.item_number, row.outcome, row.words) for row in decision_rows(database)]


def test_minutes_are_the_decision_where_the_paper_has_no_label_for_it(database: Database) -> None:
    bring(
        database,
        ItemDraft(1, "Kaj", sections=[section("minutes", "Kajen udbedres i maj.")]),
        ItemDraft(2, "Bro", sections=[section("minutes", "Talt om."), section("decision", "Nej.")]),
        ItemDraft(3, "Fyr", sections=[section("minutes", "Talt om."), section("decision")]),
        ItemDraft(4, "Sluse", sections=[section("background", "Slusen er gammel.")]),
    )
    assert shown(database) == [(1, None, "Kajen udbedres i maj."), (2, None, "Nej.")]


def test_what_was_written_goes_before_what_was_recommended(database: Database) -> None:
    def asked(number: int, *more: SectionDraft, outcome: str = "approved") -> ItemDraft:
        points = RecommendationSetDraft("Det indstilles, at", points=[PointDraft(text_of("Ja."))])
        return ItemDraft(
            number,
            "Kaj",
            sections=list(more),
            recommendation_sets=[points],
            outcome=OutcomeDraft(outcome, "Godkendt"),
        )

    bring(database, asked(1, section("minutes", "Godkendt med to bemærkninger.")), asked(2))
    assert shown(database) == [
        (1, Outcome.APPROVED, "Godkendt med to bemærkninger."),
        (2, Outcome.APPROVED, "Ja."),
    ]
    assert [row.point_label for row in decision_rows(database)] == ["", "1."]


def test_a_text_beside_several_decisions_is_one_more_and_comes_last(database: Database) -> None:
    bring(database, ItemDraft(1, "Kaj", sections=[section("decision", "Alt i alt godt.")]))
    (item,) = item_rows(database, decision_rows(database)[0].meeting_id)
    add_free_decision(database, item.id, text_of("Kajen udbedres."))
    add_free_decision(database, item.id, text_of("Broen bliver."))
    assert [words for _n, _o, words in shown(database)] == [
        "Kajen udbedres.",
        "Broen bliver.",
        "Alt i alt godt.",
    ]


def test_minutes_of_a_meeting_that_was_written_here_are_no_decision(
    database: Database, meeting_id: UUID
) -> None:
    item_id = create_item(database, meeting_id, title="Kaj")
    for kind, words in ((SectionKind.MINUTES, "Talt om."), (SectionKind.DECISION, "Udbedres.")):
        add_section(database, item_id, kind, "", text=text_of(words))
    assert [words for _number, _outcome, words in shown(database)] == ["Udbedres."]


class Busy:
    """A database into which something is saved as often as a reader lets go of it."""

    def __init__(self, database: Database, item_id: UUID) -> None:
        self._database, self._item_id, self.saved = database, item_id, 0

    @contextmanager
    def read(self) -> Iterator[orm.Session]:
        with self._database.read() as session:
            yield session
        rename_item(self._database, self._item_id, f"Kaj {self.saved}")
        self.saved += 1


def test_saving_waits_for_a_few_meetings_not_for_the_whole_register(
    database: Database, body_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registers, "MEETINGS_AT_A_TIME", 2)
    days = [DAY + dt.timedelta(days=number) for number in range(5)]
    for day in days:
        item_id = create_item(database, create_meeting(database, body_id, day), title="Kaj")
        add_free_decision(database, item_id, text_of("Udbedres."))
    busy = Busy(database, item_id)
    found = decision_rows(busy)  # type: ignore[arg-type]
    assert [row.date for row in found] == days[::-1]
    assert busy.saved == 4, "the list of meetings, then two, two and one of them"
