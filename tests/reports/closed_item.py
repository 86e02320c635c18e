"""The rows of a closed case, a word of its own in every place."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.agenda import (
    AgendaItem,
    ItemPresenter,
    ItemSection,
    RecommendationPoint,
    RecommendationSet,
    SubItem,
)
from app.models.agenda_words import SectionKind
from app.models.attachment import Attachment
from app.models.base import Base
from app.models.decision import Decision, Statement
from app.models.follow_up import FollowUp
from app.models.forwarding import Forwarding
from app.models.meeting import (
    Attendance,
    AttendanceRole,
    AttendanceSpan,
    AttendanceStatus,
    Meeting,
)
from app.models.richtext import Block, Cell, Image, Paragraph, Quote, RichText, Run, Table, text_of
from tests.reports.canaries import canary, key_of


def closed_item(meeting: Meeting) -> Iterator[Base]:
    """A closed case; every word of it is a canary."""
    item = AgendaItem(
        id=key_of("closed"),
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
    yield from (*_texts(item), *_outcome(item), *_guest(item))
    yield Forwarding(
        item_id=item.id,
        to_body_id=key_of("body"),
        sequence_no=1,
        answer_text=text_of(canary("answertext")),
    )
    yield Attachment(
        item_id=item.id,
        position=0,
        number=1,
        title_verbatim=canary("attachment"),
        file_name=canary("file") + ".pdf",
    )


def _guest(item: AgendaItem) -> Iterator[Base]:
    """Somebody who was called in for this item alone."""
    guest = Attendance(
        id=key_of("guest"),
        meeting_id=item.meeting_id,
        name_as_printed=canary("guest"),
        title_snapshot=canary("guesttitle"),
        status=AttendanceStatus.OTHER_PARTICIPANT,
        role=AttendanceRole.GUEST,
        print_order=9,
    )
    yield guest
    yield AttendanceSpan(
        attendance_id=guest.id,
        from_item_id=item.id,
        to_item_id=item.id,
        note=canary("whenthere"),
    )


def _texts(item: AgendaItem) -> Iterator[Base]:
    """What is written before the meeting."""
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
    found = RecommendationSet(
        id=key_of("closedset"), item_id=item.id, lead_in_verbatim=canary("lead")
    )
    yield found
    yield RecommendationPoint(
        recommendation_set_id=found.id, position=0, text=text_of(canary("point"))
    )


def _outcome(item: AgendaItem) -> Iterator[Base]:
    """What is written at the meeting."""
    yield Decision(
        item_id=item.id,
        text=text_of(canary("decision")),
        reservation_text=canary("reservation"),
        condition_text=canary("condition"),
        dissent_text=canary("dissent"),
    )
    yield Decision(item_id=item.id, position=1, text=text_of(canary("freedecision")))
    speaker, words = canary("speaker"), text_of(canary("statement"))
    yield Statement(item_id=item.id, name_as_printed=speaker, text=words)
    yield FollowUp(item_id=item.id, action=canary("followup"))


def _all_sorts() -> Iterator[Block]:
    """Words that stand beside the running text, each in its own kind of place."""
    target = f"https://{canary('target')}.example"
    yield Paragraph((Run("Se", link=target), Run("her", footnote=canary("innernote"))))
    head, cell = (Cell((Paragraph((Run(words),)),)) for words in (canary("tablehead"), "12"))
    yield Table(((head,), (cell,)), caption=canary("caption"))
    yield Quote((Paragraph((Run(canary("quoted")),)),), canary("author"))
    yield Image("0" * 64, canary("alternative"), canary("picture"))
