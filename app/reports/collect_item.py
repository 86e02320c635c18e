"""One agenda item -> report data, its parts in the order they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.i18n import _, clock_span, ngettext, pgettext
from app.models.agenda import AgendaItem, ItemSection, RecommendationSet, SubItem
from app.models.agenda_words import AFTER_MEETING_KINDS, ItemKind, SectionKind
from app.models.attachment import Attachment
from app.models.body import Body
from app.models.points import names_of
from app.models.richtext import EMPTY, Heading, Paragraph, RichText, Run
from app.models.visibility import Edition, shows_attachment, shows_item
from app.reports.collect_decision import decision_part, shown
from app.reports.data import (
    AttachmentPaper,
    AttachmentsPart,
    ItemPaper,
    Part,
    PointPaper,
    Product,
    RecommendationPart,
    SectionPart,
)

_LEADS_UP = re.compile(r"^.*?\bat\b ?(?P<who>.*)$")


def collect_item(item: AgendaItem, product: Product, edition: Edition) -> ItemPaper:
    """What the edition prints of the item; of a closed one in the open edition, its number."""
    key = str(item.id)
    number = "" if item.number is None else str(item.number)
    if not shows_item(is_closed=item.is_closed, edition=edition):
        return ItemPaper(key, number, is_withheld=True)
    return ItemPaper(
        key=key,
        number=number,
        title=item.title,
        is_closed=item.is_closed,
        meta=tuple(_meta(item, product)),
        parts=tuple(_ItemParts(item, product, edition).all()),
    )


def _meta(item: AgendaItem, product: Product) -> list[str]:
    """Case number, openness, time and presenters; nothing for a formal item."""
    words = []
    if item.case_number_printed:
        words.append(_("Case {number}").format(number=item.case_number_printed))
    words.append(pgettext("paper", "Closed") if item.is_closed else pgettext("paper", "Open"))
    if item.time_from:
        words.append(clock_span(item.time_from, item.time_to))
    if item.duration_min and product == "agenda":
        minutes = ngettext("{count} minute", "{count} minutes", item.duration_min)
        words.append(minutes.format(count=item.duration_min))
    if item.presenters:
        names = ", ".join(presenter.name_as_printed for presenter in item.presenters)
        words.append(_("Presented by {names}").format(names=names))
    return words if len(words) > 1 or item.is_closed else []


class _ItemParts:
    """The parts of one item: its sections in their own order, with what is placed among them."""

    def __init__(self, item: AgendaItem, product: Product, edition: Edition) -> None:
        self._item = item
        self._is_minutes = product == "minutes"
        self._edition = edition
        self._sections = [s for s in item.sections if self._is_printed(s)]
        self._answers = [s for s in self._sections if s.kind in AFTER_MEETING_KINDS and s.text]
        self._boxed = _boxed_section(self._answers)
        self._unplaced = [s for s in item.recommendation_sets if self._slot(s) is None]
        self._names = names_of(item)

    def _is_printed(self, section: ItemSection) -> bool:
        return self._is_minutes or section.kind not in AFTER_MEETING_KINDS

    def _slot(self, found: RecommendationSet) -> ItemSection | None:
        return next((s for s in self._sections if s.id == found.section_id), None)

    def all(self) -> Iterator[Part]:
        """Sections with recommendations and the decision at their places, attachments before it."""
        box_follows_all = self._boxed is None or not self._text_after(self._boxed)
        for section in self._sections:
            if section is self._boxed:
                if not box_follows_all:
                    yield from self._decision()
                    yield from self._attachments()
                continue
            yield from self._section(section)
        yield from self._sub_items()
        yield from self._recommendations(self._unplaced, _("Recommendation"))
        if box_follows_all:
            yield from self._attachments()
            yield from self._decision()

    def _text_after(self, section: ItemSection) -> bool:
        index = self._sections.index(section)
        return any(later.text for later in self._sections[index + 1 :])

    def _section(self, section: ItemSection) -> Iterator[Part]:
        label = section.label_verbatim.strip().rstrip(":")
        text = shown(section.text, self._edition)
        if text:
            yield SectionPart(label, text)
        placed = [s for s in self._item.recommendation_sets if s.section_id == section.id]
        yield from self._recommendations(placed, "" if text else label or _("Recommendation"))

    def _recommendations(self, sets: list[RecommendationSet], label: str) -> Iterator[Part]:
        for found in sets:
            points = tuple(self._points(found))
            if not points and _is_bare(found.lead_in_verbatim, self._item.meeting.body):
                continue
            by = found.from_text.strip()
            own = _("Recommendation from {body}").format(body=by) if by else label
            yield RecommendationPart(own, found.lead_in_verbatim, points, found.list_style)
            label = ""

    def _points(self, found: RecommendationSet) -> Iterator[PointPaper]:
        for point in found.points:
            text = shown(point.text, self._edition)
            if text:
                yield PointPaper(self._names[point.id].mark, text)

    def _sub_items(self) -> Iterator[Part]:
        blocks = [block for sub in self._item.sub_items for block in self._sub_item(sub)]
        if blocks:
            is_information = self._item.kind is ItemKind.INFORMATION
            label = pgettext("paper", "Information") if is_information else ""
            yield SectionPart(label, RichText(tuple(blocks)))

    def _sub_item(self, sub: SubItem) -> Iterator[Heading | Paragraph]:
        title = " ".join(part for part in (sub.number_text, sub.title) if part)
        if title:
            yield Heading((Run(title),))
        if sub.reporter:
            yield Paragraph((Run(sub.reporter, italic=True),))
        yield from shown(sub.text, self._edition).blocks  # type: ignore[misc]

    def _attachments(self) -> Iterator[Part]:
        rows = [
            row
            for row in self._item.attachments
            if self._is_minutes or not row.appended_after_meeting
        ]
        if rows:
            yield AttachmentsPart(tuple(self._attachment(row) for row in rows))

    def _attachment(self, row: Attachment) -> AttachmentPaper:
        number = "" if row.number is None else f"{row.number}."
        may_show = shows_attachment(
            item_is_closed=self._item.is_closed, is_closed=row.is_closed, edition=self._edition
        )
        if not may_show:
            return AttachmentPaper(number, "", is_withheld=True)
        return AttachmentPaper(
            number,
            row.title_verbatim,
            is_closed=row.is_closed and not self._item.is_closed,
            is_late=row.appended_after_meeting,
        )

    def _decision(self) -> Iterator[Part]:
        if not self._is_minutes:
            return
        text = self._boxed.text if self._boxed is not None else EMPTY
        label = self._boxed.label_verbatim.strip().rstrip(":") if self._boxed is not None else ""
        yield from decision_part(self._item, text, label, self._edition)


def _is_bare(lead: str, body: Body) -> bool:
    """True for a lead that only leads up to points: the group's own, or one up to who is to do it.

    A sentence goes on behind a name of one word.
    """
    words = _bare_words(lead)
    if words in ("", _bare_words(body.recommendation_lead)):
        return True
    leads_up = _LEADS_UP.match(words)
    names = (_bare_words(body.name), _bare_words(body.short_name))
    return leads_up is not None and (" " not in leads_up["who"] or leads_up["who"] in names)


def _bare_words(words: str) -> str:
    return " ".join(words.split()).rstrip(":").casefold()


def _boxed_section(answers: list[ItemSection]) -> ItemSection | None:
    """The section printed as the decision: the last one labelled so, else the last minutes."""
    decisions = [section for section in answers if section.kind is SectionKind.DECISION]
    found = decisions or answers
    return found[-1] if found else None
