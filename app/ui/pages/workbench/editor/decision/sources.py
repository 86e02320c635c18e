"""Which decisions the box shows, and where each of them is saved.

Public: ``row_sources(database, view)``, ``answer_key(point_id)``, ``minutes_sections(view)``,
``is_begun(view)``.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import partial
from uuid import UUID

from app.i18n import _, pgettext
from app.models.agenda_words import AFTER_MEETING_KINDS
from app.models.decision import Outcome
from app.models.richtext import EMPTY, RichText
from app.services.decisions import (
    describe_decision,
    edit_decision,
    edit_decision_text,
    edit_free_decision,
    set_outcome,
)
from app.services.queries.items import (
    DecisionTerms,
    DecisionView,
    ItemView,
    NamedBody,
    PointView,
    SectionView,
)
from app.services.queries.registers import body_rows
from app.storage.database import Database
from app.ui.pages.workbench.editor.decision.facts import Around
from app.ui.pages.workbench.editor.decision.row import RowSource


def minutes_sections(view: ItemView) -> list[SectionView]:
    """Sections that were written at the meeting; they stand in the decision box."""
    return [section for section in view.sections if section.kind in AFTER_MEETING_KINDS]


def is_begun(view: ItemView) -> bool:
    """Whether there is anything to show in the box, be it an empty section."""
    points = (point for found in view.recommendations for point in found.points)
    written = view.decisions or view.statements or view.follow_ups or minutes_sections(view)
    return bool(written) or any(point.decision_id for point in points)


def answer_key(point_id: UUID) -> Hashable:
    """Key of the row that answers a point; the point's own text has the point's id."""
    return point_id, "answer"


def row_sources(database: Database, view: ItemView) -> list[RowSource]:
    """The answers to the points in their order, then the free decisions. A point without words
    asks for no answer."""
    points = [
        point
        for found in view.recommendations
        for point in found.points
        if (found.is_put_to_decision and point.text) or point.decision_id
    ]
    around = Around(partial(_bodies, database), view.met_on)
    answers = [_answer(database, view.id, point, around) for point in points]
    return [*answers, *_free(database, view, around, has_points=bool(points))]


def _answer(database: Database, item_id: UUID, point: PointView, around: Around) -> RowSource:
    def outcome(value: Outcome | None) -> UUID | None:
        return set_outcome(database, item_id, value, point_id=point.id)

    def text(value: RichText) -> UUID | None:
        return edit_decision_text(database, item_id, value, point_id=point.id)

    return RowSource(
        key=answer_key(point.id),
        number=point.name.label,
        subject=_("point {number}").format(number=point.name.label.rstrip(".")),
        outcome=point.outcome,
        text=point.decision_text,
        set_outcome=outcome,
        save=text,
        terms=point.terms,
        describe=partial(describe_decision, database, item_id, point_id=point.id),
        around=around,
    )


def _free(
    database: Database, view: ItemView, around: Around, *, has_points: bool
) -> Iterator[RowSource]:
    """The first free decision has an outcome to choose where there is no point to answer. It has
    no text of its own while the minutes hold its words."""
    minuted = any(section.text for section in minutes_sections(view))
    if not view.decisions and not has_points:
        yield _first(database, view.id, None, around, is_minuted=minuted)
    for index, decision in enumerate(view.decisions):
        if index == 0 and (not has_points or decision.outcome is not None):
            yield _first(database, view.id, decision, around, is_minuted=minuted)
        else:
            yield _further(database, decision, around)


def _first(
    database: Database,
    item_id: UUID,
    decision: DecisionView | None,
    around: Around,
    *,
    is_minuted: bool,
) -> RowSource:
    text = decision.text if decision else EMPTY
    terms = decision.terms if decision else DecisionTerms()
    return RowSource(
        key=(item_id, "free"),
        number="",
        subject=pgettext("decision on", "the item"),
        outcome=decision.outcome if decision else None,
        text=text,
        set_outcome=partial(set_outcome, database, item_id),
        save=None if is_minuted and not text else partial(edit_decision_text, database, item_id),
        terms=terms,
        describe=partial(describe_decision, database, item_id),
        around=around,
        decision_id=decision.id if decision and (text or terms != DecisionTerms()) else None,
    )


def _further(database: Database, decision: DecisionView, around: Around) -> RowSource:
    return RowSource(
        key=decision.id,
        number="",
        subject=pgettext("decision on", "the item"),
        outcome=decision.outcome,
        text=decision.text,
        set_outcome=None,
        save=partial(edit_free_decision, database, decision.id),
        terms=decision.terms,
        describe=partial(edit_decision, database, decision.id),
        around=around,
        decision_id=decision.id,
    )


def _bodies(database: Database) -> list[NamedBody]:
    return [NamedBody(body.id, body.shown_name) for body in body_rows(database)]
