"""One agenda item of the sample data with everything below it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.models.agenda import (
    AgendaItem,
    ItemPresenter,
    ItemSection,
    RecommendationPoint,
    RecommendationSet,
    SubItem,
)
from app.models.agenda_words import ItemKind, SectionKind
from app.models.attachment import Attachment, AttachmentKind
from app.models.case import Case, CaseNumber
from app.models.decision import Decision, Modifier, Outcome, Statement
from app.models.follow_up import ActorKind, FollowUp, FollowUpStatus
from app.models.forwarding import Forwarding, ForwardingStatus, Purpose
from app.models.fuzzy_date import parse_fuzzy_date
from app.models.sample import sample_key
from app.services.recommendations import verb_of
from app.services.sample.rows import SampleRows
from app.services.sample.text import sample_text

_PLAIN = (
    "title", "is_closed", "closed_reason", "added_at_meeting", "added_by", "time_from", "time_to",
    "duration_min", "prepared_by", "number_at_dispatch",
)  # fmt: skip
_DECISION = (
    "reservation_text", "condition_text", "dissent_text", "is_standing_rule",
)  # fmt: skip
Data = dict[str, Any]
Path = tuple[object, ...]


def add_item(rows: SampleRows, meeting: Data, position: int, data: Data) -> None:
    """The item at ``position`` of the meeting; its number follows the order."""
    path: Path = ("meeting", meeting["date"], "item", position)
    approves = data.get("approves")
    key = rows.add(
        AgendaItem,
        path,
        meeting_id=sample_key("meeting", meeting["date"]),
        case_id=_case(rows, data),
        position=position,
        number=position + 1,
        kind=ItemKind(data["kind"]),
        case_number_printed=data.get("case_number", ""),
        approves_meeting_id=sample_key("meeting", approves) if approves else None,
        **{name: data[name] for name in _PLAIN if name in data},
    )
    rows.session.flush()
    _add_texts(rows, path, key, data)
    points = _add_recommendations(rows, path, key, meeting, data)
    decisions = _add_decisions(rows, path, key, meeting, data, points)
    _add_follow_ups(rows, path, key, meeting, data, decisions)
    _add_forwardings(rows, path, key, data, decisions)
    _add_attachments(rows, path, key, data)


def _case(rows: SampleRows, data: Data) -> UUID | None:
    """The case that the item belongs to, made when it is met for the first time."""
    subject, number = data.get("case"), data.get("case_number")
    if subject is None:
        return None
    key = sample_key("case", subject)
    if rows.session.get(Case, key) is None:
        rows.add(Case, ("case", subject), title=subject)
        rows.session.flush()
    number_key = sample_key("case", subject, number)
    if number and rows.session.get(CaseNumber, number_key) is None:
        rows.add(CaseNumber, ("case", subject, number), case_id=key, number=number)
    return key


def _add_texts(rows: SampleRows, path: Path, item_id: UUID, data: Data) -> None:
    for position, name in enumerate(data.get("presenters", ())):
        rows.add(
            ItemPresenter, (*path, "presenter", position),
            item_id=item_id, position=position, name_as_printed=name,
        )  # fmt: skip
    for position, section in enumerate(data.get("sections", ())):
        rows.add(
            ItemSection, (*path, "section", position),
            item_id=item_id, position=position, kind=SectionKind(section["kind"]),
            label_verbatim=section["label"], text=sample_text(section.get("text", "")),
        )  # fmt: skip
    for position, sub_item in enumerate(data.get("sub_items", ())):
        rows.add(
            SubItem, (*path, "sub_item", position),
            item_id=item_id, position=position, number_text=f"{'abcdefgh'[position]}.",
            title=sub_item["title"], reporter=sub_item.get("reporter", ""),
            text=sample_text(sub_item["text"]),
        )  # fmt: skip
    for position, statement in enumerate(data.get("statements", ())):
        rows.add(
            Statement, (*path, "statement", position),
            item_id=item_id, position=position, name_as_printed=statement["name"],
            text=sample_text(statement["text"]),
        )  # fmt: skip
    rows.session.flush()


def _add_recommendations(
    rows: SampleRows, path: Path, item_id: UUID, meeting: Data, data: Data
) -> list[UUID]:
    """The keys of the points that are put to decision, in their order."""
    places = [section["kind"] for section in data.get("sections", ())]
    asked: list[UUID] = []
    for position, found in enumerate(data.get("recommendations", ())):
        place = places.index(found.get("section", "recommendation"))
        is_asked = found.get("is_put_to_decision", True)
        key = rows.add(
            RecommendationSet, (*path, "set", position),
            item_id=item_id, position=position, section_id=sample_key(*path, "section", place),
            from_body_id=sample_key("body", found["from_body"]) if "from_body" in found else None,
            to_body_id=sample_key("body", found.get("to_body", meeting["body"])),
            from_text=found.get("from_text", ""), is_put_to_decision=is_asked,
            lead_in_verbatim=found.get("lead", rows.leads[meeting["body"]]),
        )  # fmt: skip
        rows.session.flush()
        points = [_add_point(rows, path, key, n, one) for n, one in enumerate(found["points"])]
        asked += points if is_asked else []
    rows.session.flush()
    return asked


def _add_point(rows: SampleRows, path: Path, set_id: UUID, position: int, words: str) -> UUID:
    text = sample_text(words)
    return rows.add(
        RecommendationPoint, (*path, "point", set_id, position),
        recommendation_set_id=set_id, position=position, text=text, verb=verb_of(text),
    )  # fmt: skip


def _add_decisions(
    rows: SampleRows, path: Path, item_id: UUID, meeting: Data, data: Data, points: list[UUID]
) -> list[UUID]:
    made = []
    for position, found in enumerate(data.get("decisions", ())):
        number, outcome = found.get("point"), found.get("outcome")
        anchored = found.get("anchored_in")
        made.append(
            rows.add(
                Decision, (*path, "decision", position),
                item_id=item_id, position=position, text=sample_text(found.get("text", "")),
                point_id=points[number - 1] if number else None,
                outcome=Outcome(outcome) if outcome else None,
                modifier=Modifier(found.get("modifier", "plain")),
                anchored_in_body_id=sample_key("body", anchored) if anchored else None,
                condition_due=parse_fuzzy_date(
                    found.get("condition_due_verbatim", ""), meeting["date"]
                ),
                **{name: found[name] for name in _DECISION if name in found},
            )
        )  # fmt: skip
    rows.session.flush()
    return made


def _add_follow_ups(
    rows: SampleRows, path: Path, item_id: UUID, meeting: Data, data: Data, decisions: list[UUID]
) -> None:
    for position, found in enumerate(data.get("follow_ups", ())):
        person, body, decision = found.get("person"), found.get("body"), found.get("decision")
        rows.add(
            FollowUp, (*path, "follow_up", position),
            item_id=item_id, position=position, action=found["action"],
            decision_id=decisions[decision - 1] if decision else None,
            actor_kind=ActorKind(found.get("actor", "secretariat")),
            actor_person_id=sample_key("person", person) if person else None,
            actor_body_id=sample_key("body", body) if body else None,
            status=FollowUpStatus(found.get("status", "open")),
            waiting_for_text=found.get("waiting_for", ""), note=found.get("note", ""),
            due=parse_fuzzy_date(found.get("due", ""), meeting["date"]),
        )  # fmt: skip


def _add_forwardings(
    rows: SampleRows, path: Path, item_id: UUID, data: Data, decisions: list[UUID]
) -> None:
    for position, found in enumerate(data.get("forwardings", ())):
        rows.add(
            Forwarding, (*path, "forwarding", position),
            item_id=item_id, sequence_no=position + 1, to_body_id=sample_key("body", found["to"]),
            decision_id=decisions[found["decision"] - 1] if "decision" in found else None,
            purpose=Purpose(found["purpose"]), status=ForwardingStatus(found["status"]),
            sent_on=found.get("sent_on"), needs_answer=found.get("needs_answer", False),
        )  # fmt: skip


def _add_attachments(rows: SampleRows, path: Path, item_id: UUID, data: Data) -> None:
    for position, found in enumerate(data.get("attachments", ())):
        file = rows.files[found["file"]]
        rows.add(
            Attachment, (*path, "attachment", position),
            item_id=item_id, position=position, number=position + 1,
            title_verbatim=found["title"], file_name=found["file"],
            sha256=file.sha256, size=file.size, page_count=file.page_count,
            kind=AttachmentKind(found.get("kind", "note")),
            is_closed=found.get("is_closed", False),
            contains_personal_data=found.get("contains_personal_data", False),
            appended_after_meeting=found.get("appended_after_meeting", False),
        )  # fmt: skip
