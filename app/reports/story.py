"""A paper ready to be paginated: its structure tree, its chunks, what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.i18n import _, long_date, pgettext
from app.models.visibility import Edition
from app.reports.data import MeetingPaper
from app.reports.images import ImageResolver, no_images
from app.reports.layout.pages import Chunk
from app.reports.tagged import Bookmark, DocumentInfo, Node


@dataclass(eq=False)
class PageNumbers:
    """Printed page of each item, known once the paper is paginated and before it is drawn."""

    of_item: dict[str, int] = field(default_factory=dict)

    def printed(self, key: str) -> str:
        """The page as the list of items shows it."""
        return str(self.of_item[key])


@dataclass(eq=False)
class Story:
    """Everything ``render`` needs: chunks in order, tree, running words, document information."""

    root: Node
    chunks: list[Chunk]
    numbers: PageNumbers
    info: DocumentInfo
    running_left: str
    footer: str
    status: str


@dataclass(eq=False)
class Workshop:
    """What the parts of one paper share while it is set."""

    paper: MeetingPaper
    root: Node = field(default_factory=lambda: Node("Document"))
    numbers: PageNumbers = field(default_factory=PageNumbers)
    images: ImageResolver = no_images


def product_word(paper: MeetingPaper) -> str:
    """``Dagsorden`` or ``Referat``."""
    return (
        pgettext("paper", "Agenda") if paper.product == "agenda" else pgettext("paper", "Minutes")
    )


def edition_words(paper: MeetingPaper) -> str:
    """``åben udgave`` or ``fuld udgave``."""
    return _("open edition") if paper.edition is Edition.OPEN else _("full edition")


def edition_line(paper: MeetingPaper) -> str:
    """``Dagsorden, åben udgave``: what stands at the foot of every page."""
    return _("{product}, {edition}").format(
        product=product_word(paper), edition=edition_words(paper)
    )


def document_info(paper: MeetingPaper, bookmarks: list[Bookmark]) -> DocumentInfo:
    """Title, sender and status as the file's properties."""
    subject = edition_line(paper)
    day = long_date(paper.held_on, weekday=False).replace("\u00a0", " ")
    title = _("{product}, {body}, {day}").format(
        product=product_word(paper), body=paper.body_name, day=day
    )
    return DocumentInfo(
        title=title,
        author=paper.body_name,
        subject=f"{subject}, {paper.status.lower()}" if paper.status else subject,
        keywords=paper.status,
        bookmarks=tuple(bookmarks),
    )


def running_header(paper: MeetingPaper) -> str:
    """``DAS Social, møde den 8. maj 2025``."""
    day = long_date(paper.held_on, weekday=False)
    return _("{body}, meeting of {day}").format(body=paper.body_name, day=day)
