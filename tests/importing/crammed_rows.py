"""Makes the rows of a meeting, a line each."""

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import orm

from app.models.agenda import (
    AgendaItem,
    ItemSection,
    RecommendationPoint,
    RecommendationSet,
)
from app.models.agenda_words import ItemKind, SectionKind
from app.models.attachment import Attachment
from app.models.body import Body
from app.models.decision import Decision
from app.models.follow_up import FollowUp
from app.models.fuzzy_date import parse_fuzzy_date
from app.models.meeting import (
    Attendance,
    AttendanceSpan,
    Meeting,
    MeetingState,
)
from app.models.person import Person
from app.models.richtext import (
    EMPTY,
    RichText,
    text_of,
)

DAY = dt.date(2027, 5, 20)
LEAD = "Det indstilles, at Den Fælles Fjordgruppe"


class Crammed:
    """Makes the rows of one meeting."""

    def __init__(self, session: orm.Session) -> None:
        self.session = session
        self.body = self.add(
            Body(
                name="Den Fælles Fjordgruppe", short_name="Fjordgruppen",
                sender="Fjordsekretariatet", recommendation_lead=LEAD,
            )
        )  # fmt: skip
        self.other = self.add(Body(name="Havnegruppen"))
        self.payer = self.add(Body(name="Vesterø Kommune"))
        self.eva = self.add(Person(name="Eva Bæk"))
        self.meeting = self.add(
            Meeting(
                body_id=self.body.id, date=DAY, start=dt.time(12, 15), end=dt.time(14),
                place_text="Klitby Rådhus, lokale 4", title_override="Ekstraordinært møde",
                other_info="Mødet begyndte ti minutter for sent.", state=MeetingState.APPROVED,
            )
        )  # fmt: skip
        self.items = 0

    def add(self, row: Any) -> Any:
        self.session.add(row)
        self.session.flush()
        return row

    def item(self, title: str, kind: ItemKind = ItemKind.CASE, **values: Any) -> AgendaItem:
        position, self.items = self.items, self.items + 1
        number = values.pop("number", position + 1)
        return self.add(
            AgendaItem(
                meeting_id=self.meeting.id, position=position, number=number, title=title,
                kind=kind, **values,
            )
        )  # fmt: skip

    def section(
        self, item: AgendaItem, label: str, kind: SectionKind, text: RichText = EMPTY
    ) -> ItemSection:
        position = self.session.query(ItemSection).filter_by(item_id=item.id).count()
        return self.add(
            ItemSection(
                item_id=item.id, position=position, label_verbatim=label, kind=kind, text=text
            )
        )

    def recommend(
        self, item: AgendaItem, section: ItemSection, *texts: str | RichText, **values: Any
    ) -> list[UUID]:
        position = self.session.query(RecommendationSet).filter_by(item_id=item.id).count()
        numbers = values.pop("numbers", [""] * len(texts))
        values.setdefault("lead_in_verbatim", LEAD)
        found = self.add(
            RecommendationSet(item_id=item.id, position=position, section_id=section.id, **values)
        )
        return [
            self.add(
                RecommendationPoint(
                    recommendation_set_id=found.id, position=at, number_text=number,
                    text=text if isinstance(text, RichText) else text_of(text),
                )
            ).id
            for at, (text, number) in enumerate(zip(texts, numbers, strict=True))
        ]  # fmt: skip

    def decide(self, item: AgendaItem, point: UUID | None = None, **values: Any) -> None:
        position = self.session.query(Decision).filter_by(item_id=item.id).count()
        due = parse_fuzzy_date(values.pop("due", ""), DAY)
        self.add(
            Decision(
                item_id=item.id, position=position, point_id=point, condition_due=due, **values
            )
        )

    def follow_up(self, item: AgendaItem, action: str, due: str = "", **values: Any) -> None:
        position = self.session.query(FollowUp).filter_by(item_id=item.id).count()
        made = FollowUp(item_id=item.id, position=position, action=action, **values)
        made.due = parse_fuzzy_date(due, DAY)
        self.add(made)

    def attach(self, item: AgendaItem, *titles: str, **values: Any) -> None:
        for title in titles:
            position = self.session.query(Attachment).filter_by(item_id=item.id).count()
            self.add(
                Attachment(
                    item_id=item.id, position=position, number=position + 1, title_verbatim=title,
                    **values,
                )
            )  # fmt: skip

    def attend(
        self, name: str, *told: str, span: tuple[Any, Any, str] | None = None, **values: Any
    ) -> None:
        title, organisation = (*told, "", "")[:2]
        order = self.session.query(Attendance).filter_by(meeting_id=self.meeting.id).count()
        made = self.add(
            Attendance(
                meeting_id=self.meeting.id, print_order=order, name_as_printed=name,
                title_snapshot=title, organisation_snapshot=organisation, **values,
            )
        )  # fmt: skip
        if span is not None:
            first, last, note = span
            self.add(
                AttendanceSpan(
                    attendance_id=made.id, from_item_id=first, to_item_id=last, note=note
                )
            )
