"""The rows of an open case with closed passages, answers and an attachment."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.agenda import (
    AgendaItem,
    ItemSection,
    ListStyle,
    RecommendationPoint,
    RecommendationSet,
    SubItem,
)
from app.models.agenda_words import SectionKind
from app.models.attachment import Attachment
from app.models.base import Base
from app.models.decision import Decision, Outcome, Statement
from app.models.follow_up import FollowUp
from app.models.meeting import Meeting
from app.models.richtext import (
    Cell,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    RichText,
    Run,
    Table,
    text_of,
)
from tests.reports.canaries import canary, hidden, key_of


def open_item(meeting: Meeting) -> Iterator[Base]:
    """A case with all that a case can hold, and passages of it closed."""
    item = AgendaItem(
        id=key_of("open"),
        meeting_id=meeting.id,
        position=0,
        number=1,
        title="Kapacitet på krisecentre i Nordjylland",
        case_number_printed="2025-009317",
        duration_min=25,
    )
    slot = ItemSection(
        id=key_of("slot"),
        item_id=item.id,
        position=2,
        label_verbatim="Indstilling:",
        kind=SectionKind.RECOMMENDATION,
    )
    yield from (item, *_sections(item), slot)
    yield from _recommendation(item, slot)
    yield from _answers(item)
    yield from _words_beside(item)


def _sections(item: AgendaItem) -> Iterator[Base]:
    yield ItemSection(
        id=key_of("summary"),
        item_id=item.id,
        position=0,
        label_verbatim="Resumé",
        kind=SectionKind.SUMMARY,
        text=_text_with_passages(),
    )
    yield ItemSection(
        item_id=item.id, position=1, label_verbatim="Økonomi", kind=SectionKind.FINANCE
    )


def _words_beside(item: AgendaItem) -> Iterator[Base]:
    """A sub-item, a statement and attachments, of which one is closed."""
    news = RichText((Paragraph((Run("Mødt "), hidden("subpassage"))),))
    yield SubItem(item_id=item.id, position=0, title="Nyt fra netværket", text=news)
    remark = RichText((Paragraph((Run("Jeg mener "), hidden("remark"))),))
    yield Statement(item_id=item.id, name_as_printed="Karen Vestergaard", text=remark)
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
        id=key_of("set"),
        item_id=item.id,
        section_id=slot.id,
        lead_in_verbatim="Det indstilles, at Den Administrative Styregruppe",
        list_style=ListStyle.NUMBERED,
    )
    yield found
    texts = (
        RichText((Paragraph((Run("drøfter opgørelsen "), hidden("pointpassage"))),)),
        text_of("tager orienteringen til efterretning."),
    )
    for position, text in enumerate(texts):
        yield RecommendationPoint(
            id=key_of(f"point{position}"),
            recommendation_set_id=found.id,
            position=position,
            text=text,
        )


def _answers(item: AgendaItem) -> Iterator[Base]:
    for position, text in enumerate((_answer(), RichText())):
        yield Decision(
            item_id=item.id,
            point_id=key_of(f"point{position}"),
            position=position,
            outcome=Outcome.APPROVED,
            text=text,
        )
    yield FollowUp(
        item_id=item.id,
        action="Retter planen til",
        due_verbatim="ultimo juni",
        note=canary("note"),
    )


def _answer() -> RichText:
    return RichText((Paragraph((Run("med bemærkninger "), hidden("answerpassage"))),))


def _text_with_passages() -> RichText:
    return RichText(
        (
            Paragraph((Run("Ventetiden steg "), hidden("passage"), Run(" gennem 2024."))),
            Paragraph((Run("Se "), hidden("linked", link=f"https://{canary('linked')}.example"))),
            Paragraph((Run("Kilde"), hidden("cell", footnote=canary("footnote")))),
            List((ListItem((Paragraph((hidden("listpoint"),)),)),)),
            Table(
                (
                    (Cell((Paragraph((Run("Center"),)),)), Cell((Paragraph((Run("Pladser"),)),))),
                    (Cell((Paragraph((hidden("cell"),)),)), Cell((Paragraph((Run("12"),)),))),
                )
            ),
            Heading((Run("Om "), hidden("heading"))),
            Quote((Paragraph((hidden("quotation"),)),), "Socialtilsynet"),
        )
    )
