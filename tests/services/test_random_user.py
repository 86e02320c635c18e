"""A user who does anything in any order: invariants hold, undo and redo are exact."""

import contextlib
import datetime as dt
import tempfile
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.errors import AppError
from app.models.agenda import (
    AgendaItem,
    ItemSection,
    RecommendationPoint,
    RecommendationSet,
    SubItem,
)
from app.models.agenda_words import TAIL_KINDS, ItemKind, SectionKind
from app.models.attachment import Attachment
from app.models.base import Base
from app.models.decision import Decision, Modifier, Outcome, Statement
from app.models.follow_up import FollowUp
from app.models.meeting import Meeting, MeetingState
from app.models.richtext import text_of
from app.services import (
    attachments,
    bodies,
    decisions,
    follow_ups,
    items,
    meetings,
    recommendations,
    sections,
    statements,
    sub_items,
)
from app.storage.database import Database, dump
from app.storage.journal import broken_link

WORDS = st.text("abcæøåÆØÅ §–1 ", max_size=12)
PLACE = st.integers(0, 8)
PICK = st.integers(0, 1_000_000)


class RandomUser(RuleBasedStateMachine):
    """Each rule is one thing a user can do; what is refused with a sentence may be refused."""

    template: bytes = b""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "moedevaerk.db"
        if not RandomUser.template:
            Database.create(path).close()
            RandomUser.template = path.read_bytes()
        path.write_bytes(RandomUser.template)
        self.database = Database.open(path, "Tilfældig")
        self.start = dump(self.database)
        self.body_id = bodies.create_body(
            self.database, "Styregruppen", members=[bodies.NewMember("Ane Holm")]
        )
        meeting = meetings.create_meeting(self.database, self.body_id, dt.date(2026, 3, 5))
        for title in ("Beredskab", "Takster", "Status"):
            items.create_item(self.database, meeting, title=title)

    def do(self, verb: Any, *values: Any, **named: Any) -> None:
        """Call a service; a sentence for the user is a fine answer, anything else is not."""
        with contextlib.suppress(AppError):
            verb(self.database, *values, **named)

    def ids(self, entity: type[Base]) -> list[UUID]:
        with self.database.read() as session:
            # Not by key: keys are random, and a failing run must fail again when tried again.
            return list(session.scalars(sa.select(entity.id).order_by(sa.text("rowid"))))

    def pick(self, entity: type[Base], number: int) -> UUID | None:
        found = self.ids(entity)
        return found[number % len(found)] if found else None

    @rule(day=st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)))
    def create_meeting(self, day: dt.date) -> None:
        self.do(meetings.create_meeting, self.body_id, day)

    @rule(pick=PICK, end=st.times(), place=WORDS)
    def edit_meeting(self, pick: int, end: dt.time, place: str) -> None:
        if meeting := self.pick(Meeting, pick):
            self.do(meetings.edit_meeting, meeting, end=end, place_text=place)

    @precondition(lambda self: len(self.ids(Meeting)) > 1)
    @rule(pick=PICK)
    def delete_meeting(self, pick: int) -> None:
        self.do(meetings.delete_meeting, self.pick(Meeting, pick))

    @rule(pick=PICK, state=st.sampled_from(MeetingState), reason=WORDS)
    def change_state(self, pick: int, state: MeetingState, reason: str) -> None:
        if meeting := self.pick(Meeting, pick):
            self.do(meetings.change_state, meeting, state, reason=reason)

    @rule(pick=PICK, title=WORDS, kind=st.sampled_from(ItemKind))
    def create_item(self, pick: int, title: str, kind: ItemKind) -> None:
        if meeting := self.pick(Meeting, pick):
            self.do(items.create_item, meeting, title=title, kind=kind)

    @rule(pick=PICK, title=WORDS)
    def rename_item(self, pick: int, title: str) -> None:
        if item := self.pick(AgendaItem, pick):
            self.do(items.rename_item, item, title)

    @rule(pick=PICK, place=PLACE)
    def move_item(self, pick: int, place: int) -> None:
        if item := self.pick(AgendaItem, pick):
            self.do(items.move_item, item, place)

    @rule(pick=PICK, closed=st.booleans())
    def close_item(self, pick: int, closed: bool) -> None:
        if item := self.pick(AgendaItem, pick):
            self.do(items.set_closed, item, closed)

    @rule(pick=PICK)
    def delete_item(self, pick: int) -> None:
        if item := self.pick(AgendaItem, pick):
            self.do(items.delete_item, item)

    @rule(pick=PICK, names=st.lists(WORDS, max_size=3))
    def set_presenters(self, pick: int, names: list[str]) -> None:
        if item := self.pick(AgendaItem, pick):
            self.do(items.set_presenters, item, names)

    @rule(pick=PICK, kind=st.sampled_from(SectionKind), label=WORDS, place=PLACE)
    def add_section(self, pick: int, kind: SectionKind, label: str, place: int) -> None:
        if item := self.pick(AgendaItem, pick):
            self.do(sections.add_section, item, kind, label, to_index=place)

    @rule(pick=PICK, words=WORDS)
    def edit_section(self, pick: int, words: str) -> None:
        if section := self.pick(ItemSection, pick):
            self.do(sections.edit_section_text, section, text_of(words))

    @rule(pick=PICK, place=PLACE)
    def move_section(self, pick: int, place: int) -> None:
        if section := self.pick(ItemSection, pick):
            self.do(sections.move_section, section, place)

    @rule(pick=PICK)
    def delete_section(self, pick: int) -> None:
        if section := self.pick(ItemSection, pick):
            self.do(sections.delete_section, section)

    @rule(pick=PICK)
    def add_set(self, pick: int) -> None:
        if item := self.pick(AgendaItem, pick):
            self.do(recommendations.add_recommendation_set, item)

    @rule(pick=PICK)
    def delete_set(self, pick: int) -> None:
        if found := self.pick(RecommendationSet, pick):
            self.do(recommendations.delete_recommendation_set, found)

    @rule(pick=PICK, words=WORDS, place=PLACE)
    def add_point(self, pick: int, words: str, place: int) -> None:
        if found := self.pick(RecommendationSet, pick):
            self.do(recommendations.add_point, found, text_of(words), to_index=place)

    @rule(pick=PICK, place=PLACE)
    def move_point(self, pick: int, place: int) -> None:
        if point := self.pick(RecommendationPoint, pick):
            self.do(recommendations.move_point, point, place)

    @rule(pick=PICK)
    def delete_point(self, pick: int) -> None:
        if point := self.pick(RecommendationPoint, pick):
            self.do(recommendations.delete_point, point)

    @rule(pick=PICK, point=PICK, outcome=st.sampled_from([*Outcome, None]))
    def set_outcome(self, pick: int, point: int, outcome: Outcome | None) -> None:
        if item := self.pick(AgendaItem, pick):
            self.do(
                decisions.set_outcome, item, outcome, point_id=self.pick(RecommendationPoint, point)
            )

    @rule(pick=PICK, outcome=st.sampled_from(Outcome))
    def answer_all(self, pick: int, outcome: Outcome) -> None:
        if item := self.pick(AgendaItem, pick):
            self.do(decisions.answer_all_points, item, outcome)

    @rule(pick=PICK, words=WORDS)
    def decide(self, pick: int, words: str) -> None:
        if item := self.pick(AgendaItem, pick):
            self.do(decisions.edit_decision_text, item, text_of(words))

    @rule(pick=PICK, point=PICK, modifier=st.sampled_from(Modifier), words=WORDS)
    def bind_decision(self, pick: int, point: int, modifier: Modifier, words: str) -> None:
        if item := self.pick(AgendaItem, pick):
            self.do(
                decisions.describe_decision, item, point_id=self.pick(RecommendationPoint, point),
                modifier=modifier, reservation_text=words, is_standing_rule=bool(words),
            )  # fmt: skip

    @rule(pick=PICK)
    def delete_decision(self, pick: int) -> None:
        if decision := self.pick(Decision, pick):
            self.do(decisions.delete_decision, decision)

    @rule(pick=PICK, title=WORDS)
    def add_sub_item(self, pick: int, title: str) -> None:
        if item := self.pick(AgendaItem, pick):
            self.do(sub_items.add_sub_item, item, title)

    @rule(pick=PICK, number=WORDS, words=WORDS)
    def edit_sub_item(self, pick: int, number: str, words: str) -> None:
        if found := self.pick(SubItem, pick):
            self.do(sub_items.edit_sub_item, found, number_text=number, title=words, reporter=words)
            self.do(sub_items.edit_sub_item_text, found, text_of(words))

    @rule(pick=PICK, place=PLACE)
    def move_sub_item(self, pick: int, place: int) -> None:
        if found := self.pick(SubItem, pick):
            self.do(sub_items.move_sub_item, found, place)

    @rule(pick=PICK)
    def delete_sub_item(self, pick: int) -> None:
        if found := self.pick(SubItem, pick):
            self.do(sub_items.delete_sub_item, found)

    @rule(pick=PICK, name=WORDS, words=WORDS)
    def add_statement(self, pick: int, name: str, words: str) -> None:
        if item := self.pick(AgendaItem, pick):
            self.do(statements.add_statement, item, name, text_of(words))

    @rule(pick=PICK, name=WORDS, words=WORDS)
    def edit_statement(self, pick: int, name: str, words: str) -> None:
        if found := self.pick(Statement, pick):
            self.do(statements.rename_statement, found, name)
            self.do(statements.edit_statement_text, found, text_of(words))

    @rule(pick=PICK, place=PLACE)
    def move_statement(self, pick: int, place: int) -> None:
        if found := self.pick(Statement, pick):
            self.do(statements.move_statement, found, place)

    @rule(pick=PICK)
    def delete_statement(self, pick: int) -> None:
        if found := self.pick(Statement, pick):
            self.do(statements.delete_statement, found)

    @rule(pick=PICK, action=WORDS, due=st.sampled_from(["", "medio maj", "uge 10", "snart"]))
    def add_follow_up(self, pick: int, action: str, due: str) -> None:
        if item := self.pick(AgendaItem, pick):
            decision = self.pick(Decision, pick)
            self.do(follow_ups.add_follow_up, item, action, due=due, decision_id=decision)

    @rule(pick=PICK)
    def delete_follow_up(self, pick: int) -> None:
        if follow_up := self.pick(FollowUp, pick):
            self.do(follow_ups.delete_follow_up, follow_up)

    @rule(pick=PICK, content=WORDS)
    def attach(self, pick: int, content: str) -> None:
        if item := self.pick(AgendaItem, pick):
            file = Path(self.folder.name) / "Bilag 1 - notat.txt"
            file.write_text(content, encoding="utf-8")
            self.do(attachments.add_attachments, item, [file])

    @rule(pick=PICK, place=PLACE)
    def move_attachment(self, pick: int, place: int) -> None:
        if attachment := self.pick(Attachment, pick):
            self.do(attachments.move_attachment, attachment, place)

    @rule(pick=PICK)
    def delete_attachment(self, pick: int) -> None:
        if attachment := self.pick(Attachment, pick):
            self.do(attachments.delete_attachment, attachment)

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.database.undo()

    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            self.database.redo()

    @invariant()
    def numbers_are_sound(self) -> None:
        with self.database.read() as session:
            for meeting in session.scalars(sa.select(Meeting)).all():
                rows = session.scalars(
                    sa.select(AgendaItem)
                    .where(AgendaItem.meeting_id == meeting.id)
                    .order_by(AgendaItem.position)
                ).all()
                self._check_numbers(meeting, rows)

    @staticmethod
    def _check_numbers(meeting: Meeting, rows: Any) -> None:
        numbers = [item.number for item in rows]
        assert [item.position for item in rows] == list(range(len(rows)))
        assert len(set(numbers)) == len(numbers)
        assert None not in numbers
        if meeting.state is MeetingState.DRAFT:
            assert numbers == list(range(1, len(rows) + 1))
            return
        for item in rows:
            if item.number_at_dispatch is not None and item.kind not in TAIL_KINDS:
                assert item.number == item.number_at_dispatch

    @invariant()
    def points_remarks_and_decisions_count_from_nought(self) -> None:
        with self.database.read() as session:
            for entity in (SubItem, Statement, Decision):
                rows = session.execute(
                    sa.select(entity.item_id, entity.position).order_by(entity.position)
                ).all()
                for item_id in {row[0] for row in rows}:
                    places = [position for item, position in rows if item == item_id]
                    assert places == list(range(len(places)))

    @invariant()
    def references_are_sound(self) -> None:
        with self.database.read() as session:
            broken = session.connection().exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        assert broken == []

    def teardown(self) -> None:
        while self.database.redo():
            pass
        end = dump(self.database)
        while self.database.undo():
            pass
        assert dump(self.database) == self.start
        while self.database.redo():
            pass
        assert dump(self.database) == end
        with self.database.read() as session:
            assert broken_link(session.connection()) is None
        self.database.close()
        self.folder.cleanup()


TestRandomUser = RandomUser.TestCase
TestRandomUser.settings = settings(
    max_examples=30,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
