"""A meeting in a database, every closed place of it holding a word of its own."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import orm

from app.models.agenda import (
    AgendaItem,
    ItemPresenter,
    ItemSection,
    ListStyle,
    RecommendationPoint,
    RecommendationSet,
    SubItem,
)
from app.models.agenda_words import ItemKind, SectionKind
from app.models.attachment import Attachment
from app.models.base import Base
from app.models.body import Body
from app.models.decision import Decision, Outcome, Statement
from app.models.follow_up import FollowUp
from app.models.forwarding import Forwarding
from app.models.meeting import (
    Attendance,
    AttendanceRole,
    AttendanceStatus,
    Meeting,
    MeetingState,
)
from app.models.richtext import (
    Block,
    Cell,
    Heading,
    Image,
    List,
    ListItem,
    Paragraph,
    Quote,
    RichText,
    Run,
    Table,
    text_of,
)

CLOSED_ITEM = (
    "title", "caseno", "presenter", "summary", "lead", "point", "decision", "reservation",
    "condition", "dissent", "statement", "speaker", "followup", "subtitle", "subtext", "reporter",
    "attachment", "file", "freedecision", "label", "tablehead", "caption", "quoted", "author",
    "alternative", "picture", "target", "innernote",
)  # fmt: skip
"""Printed places of a closed item; the full edition shows each but the file name."""
OPEN_ITEM = (
    "passage",
    "cell",
    "listpoint",
    "footnote",
    "linked",
    "pointpassage",
    "answerpassage",
    "closedfile",
    "heading",
    "quotation",
    "subpassage",
    "remark",
    "minuted",
)
NEVER_PRINTED = ("file", "reason", "note", "answertext", "addedby", "preparedby")


def canary(place: str) -> str:
    """A word that stands nowhere else."""
    return f"Zq{place}{uuid.uuid5(uuid.NAMESPACE_OID, place).hex[:6]}"


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
        id=_id("body"),
        name="Den Administrative Styregruppe på socialområdet",
        short_name="DAS Social",
        code="DAS",
    )
    meeting = Meeting(
        id=_id("meeting"),
        body_id=body.id,
        date=dt.date(2025, 5, 8),
        start=dt.time(12),
        end=dt.time(16),
        place_text="Regionshuset, mødelokale A",
        state=MeetingState.HELD,
    )
    rows: list[Base] = [body, meeting, *_people(meeting)]
    rows += [*_open_item(meeting), *_closed_item(meeting), *_last_item(meeting)]
    return Scene(rows, meeting)


def _id(name: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_OID, name)


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


def _open_item(meeting: Meeting) -> Iterator[Base]:
    item = AgendaItem(
        id=_id("open"),
        meeting_id=meeting.id,
        position=0,
        number=1,
        title="Kapacitet på krisecentre i Nordjylland",
        case_number_printed="2025-009317",
        duration_min=25,
    )
    summary = ItemSection(
        id=_id("summary"),
        item_id=item.id,
        position=0,
        label_verbatim="Resumé",
        kind=SectionKind.SUMMARY,
        text=_text_with_passages(),
    )
    empty = ItemSection(
        item_id=item.id, position=1, label_verbatim="Økonomi", kind=SectionKind.FINANCE
    )
    slot = ItemSection(
        id=_id("slot"),
        item_id=item.id,
        position=2,
        label_verbatim="Indstilling:",
        kind=SectionKind.RECOMMENDATION,
    )
    yield from (item, summary, empty, slot)
    yield from _recommendation(item, slot)
    yield SubItem(
        item_id=item.id,
        position=0,
        title="Nyt fra netværket",
        text=RichText((Paragraph((Run("Mødt "), _hidden("subpassage"))),)),
    )
    yield Statement(
        item_id=item.id,
        name_as_printed="Karen Vestergaard",
        text=RichText((Paragraph((Run("Jeg mener "), _hidden("remark"))),)),
    )
    yield Attachment(item_id=item.id, position=0, number=1, title_verbatim="Belægning 2024–2025")
    yield Attachment(
        item_id=item.id,
        position=1,
        number=2,
        title_verbatim=canary("closedfile"),
        file_name=canary("file") + ".pdf",
        is_closed=True,
    )


def _recommendation(item: AgendaItem, slot: ItemSection) -> Iterator[Base]:
    found = RecommendationSet(
        id=_id("set"),
        item_id=item.id,
        section_id=slot.id,
        lead_in_verbatim="Det indstilles, at Den Administrative Styregruppe",
        list_style=ListStyle.NUMBERED,
    )
    yield found
    texts = (
        RichText((Paragraph((Run("drøfter opgørelsen "), _hidden("pointpassage"))),)),
        text_of("tager orienteringen til efterretning."),
    )
    for position, text in enumerate(texts):
        point = RecommendationPoint(
            id=_id(f"point{position}"),
            recommendation_set_id=found.id,
            position=position,
            text=text,
        )
        yield point
        yield Decision(
            item_id=item.id,
            point_id=point.id,
            position=position,
            outcome=Outcome.APPROVED,
            text=_answer() if position == 0 else RichText(),
        )
    yield FollowUp(
        item_id=item.id,
        action="Retter planen til",
        due_verbatim="ultimo juni",
        note=canary("note"),
    )


def _answer() -> RichText:
    return RichText((Paragraph((Run("med bemærkninger "), _hidden("answerpassage"))),))


def _hidden(place: str, **look: str) -> Run:
    return Run(canary(place), confidential=True, **look)  # type: ignore[arg-type]


def _text_with_passages() -> RichText:
    return RichText(
        (
            Paragraph((Run("Ventetiden steg "), _hidden("passage"), Run(" gennem 2024."))),
            Paragraph((Run("Se "), _hidden("linked", link=f"https://{canary('linked')}.example"))),
            Paragraph((Run("Kilde"), _hidden("cell", footnote=canary("footnote")))),
            List((ListItem((Paragraph((_hidden("listpoint"),)),)),)),
            Table(
                (
                    (Cell((Paragraph((Run("Center"),)),)), Cell((Paragraph((Run("Pladser"),)),))),
                    (Cell((Paragraph((_hidden("cell"),)),)), Cell((Paragraph((Run("12"),)),))),
                )
            ),
            Heading((Run("Om "), _hidden("heading"))),
            Quote((Paragraph((_hidden("quotation"),)),), "Socialtilsynet"),
        )
    )


def _closed_item(meeting: Meeting) -> Iterator[Base]:
    item = AgendaItem(
        id=_id("closed"),
        meeting_id=meeting.id,
        position=1,
        number=2,
        title=canary("title"),
        is_closed=True,
        closed_reason=canary("reason"),
        case_number_printed=canary("caseno"),
        added_by=canary("addedby"),
        prepared_by=canary("preparedby"),
    )
    yield item
    yield Forwarding(
        item_id=item.id,
        to_body_id=_id("body"),
        sequence_no=1,
        answer_text=text_of(canary("answertext")),
    )
    yield ItemPresenter(item_id=item.id, name_as_printed=canary("presenter"))
    yield ItemSection(
        item_id=item.id,
        position=0,
        label_verbatim=canary("label"),
        kind=SectionKind.SUMMARY,
        text=RichText((*text_of(canary("summary")).blocks, *_all_sorts())),
    )
    yield SubItem(
        item_id=item.id,
        position=0,
        title=canary("subtitle"),
        reporter=canary("reporter"),
        text=text_of(canary("subtext")),
    )
    found = RecommendationSet(id=_id("closedset"), item_id=item.id, lead_in_verbatim=canary("lead"))
    yield found
    yield RecommendationPoint(
        recommendation_set_id=found.id, position=0, text=text_of(canary("point"))
    )
    yield Decision(
        item_id=item.id,
        text=text_of(canary("decision")),
        reservation_text=canary("reservation"),
        condition_text=canary("condition"),
        dissent_text=canary("dissent"),
    )
    yield Decision(item_id=item.id, position=1, text=text_of(canary("freedecision")))
    yield Statement(
        item_id=item.id, name_as_printed=canary("speaker"), text=text_of(canary("statement"))
    )
    yield FollowUp(item_id=item.id, action=canary("followup"))
    yield Attachment(
        item_id=item.id,
        position=0,
        number=1,
        title_verbatim=canary("attachment"),
        file_name=canary("file") + ".pdf",
    )


def _all_sorts() -> Iterator[Block]:
    """Words that stand beside the running text, each in its own kind of place."""
    target = f"https://{canary('target')}.example"
    yield Paragraph((Run("Se", link=target), Run("her", footnote=canary("innernote"))))
    head, cell = (Cell((Paragraph((Run(words),)),)) for words in (canary("tablehead"), "12"))
    yield Table(((head,), (cell,)), caption=canary("caption"))
    yield Quote((Paragraph((Run(canary("quoted")),)),), canary("author"))
    yield Image("0" * 64, canary("alternative"), canary("picture"))


def _last_item(meeting: Meeting) -> Iterator[Base]:
    item = AgendaItem(
        id=_id("last"),
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
        text=RichText((Paragraph((Run("Der blev spurgt til "), _hidden("minuted"))),)),
    )
    yield Decision(item_id=item.id, text=text_of("Intet."))
    yield Attachment(
        item_id=item.id,
        position=0,
        number=1,
        title_verbatim="Oplæg vist på mødet",
        appended_after_meeting=True,
    )
