"""Papers made by hand: fictional people and cases, one of everything that can be printed."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace

from app.models.richtext import (
    Cell,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    RichText,
    Row,
    Run,
    Table,
    text_of,
)
from app.models.visibility import Edition
from app.reports.data import (
    AttachmentPaper,
    AttachmentsPart,
    DecisionPaper,
    DecisionPart,
    HeadLine,
    ItemPaper,
    MeetingPaper,
    PointPaper,
    RecommendationPart,
    SectionPart,
)


def key_of(number: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, number))


def paragraph(words: str) -> Paragraph:
    return Paragraph((Run(words),))


def point(words: str, *inner: List) -> ListItem:
    return ListItem((paragraph(words), *inner))


def row(*words: str) -> Row:
    return tuple(Cell((paragraph(word),)) if word else Cell() for word in words)


BULLETS = List(
    (
        point(
            "Sekretariatet fører en liste over ledige pladser.",
            List(
                (
                    point("Kommuner og region melder ind den første hverdag i måneden."),
                    point("Listen opdateres dagligt, mens en lukning er i gang."),
                )
            ),
        ),
        point("Den kommune, hvor tilbuddet ligger, indkalder til møde samme dag."),
    )
)
PLACES = Table(
    (
        row("Tilbudstype", "2023", "2024", "Inden for to døgn"),
        row("Midlertidigt botilbud, § 107", "31", "24", "9"),
        row("Længerevarende botilbud, § 108", "18", "15", "4"),
        row("Aflastning, § 84", "12", "14", "11"),
    ),
    caption="Tabel 1. Ledige pladser, som kan indgå i beredskabet",
)
LEAD = "Det indstilles, at Den Administrative Styregruppe"


def recommendation(*points: str) -> RecommendationPart:
    numbered = (PointPaper(f"{i}.", text_of(words)) for i, words in enumerate(points, 1))
    return RecommendationPart("Indstilling", LEAD, tuple(numbered))


def readiness_item(number: str = "4") -> ItemPaper:
    """The full case of the design, with nested list, table, points and decision."""
    return ItemPaper(
        key=key_of(number),
        number=number,
        title="Fælles beredskab ved akut lukning af botilbud",
        meta=("Sag 2025-007208", "Åben", "25 minutter"),
        parts=(
            SectionPart(
                "Resumé",
                text_of(
                    "Når et botilbud må lukke med kort varsel, skal beboerne hurtigt have et andet "
                    "sted at være. Forretningsudvalget foreslår et fælles beredskab, så kommunerne "
                    "kan trække på hinandens ledige pladser inden for to døgn."
                ),
            ),
            SectionPart(
                "Sagsfremstilling",
                RichText(
                    (
                        paragraph(
                            "I 2024 lukkede to private botilbud i landsdelen med under fire ugers "
                            "varsel. Handlekommunerne fandt hver for sig nye pladser. Forslaget "
                            "samler opgaven:"
                        ),
                        BULLETS,
                        PLACES,
                    )
                ),
            ),
            SectionPart(
                "Økonomi",
                text_of(
                    "Pladserne afregnes efter gældende takst. Beredskabet medfører ikke udgifter "
                    "for de kommuner, som ikke bruger det."
                ),
            ),
            recommendation(
                "godkender beredskabet med virkning fra 1. juni 2025",
                "anbefaler KKR Nordjylland at tilslutte sig.",
            ),
            AttachmentsPart(
                (
                    AttachmentPaper("1.", "Beredskabsplan, version 1.2"),
                    AttachmentPaper("2.", "Høringssvar fra kommunerne"),
                )
            ),
            DecisionPart("Beslutning", READINESS_ANSWERS, READINESS_FOLLOW_UPS),
        ),
    )


READINESS_ANSWERS = (
    DecisionPaper(
        "1.",
        "Godkendt",
        text_of(
            "med den tilføjelse, at pårørende orienteres senest dagen efter, at en lukning er "
            "kendt."
        ),
    ),
    DecisionPaper("2.", "Godkendt", text_of("Sagen sendes til KKR Nordjylland.")),
)
READINESS_FOLLOW_UPS = (
    "Opfølgning: Sekretariatet retter planen til og sender den ud senest 24. marts 2025.",
)


def short_item(number: str, title: str, decision: str = "Godkendt.") -> ItemPaper:
    return ItemPaper(
        key_of(number),
        number,
        title,
        parts=(
            recommendation(f"godkender {title.lower()}."),
            DecisionPart("Beslutning", (DecisionPaper("1.", text=text_of(decision)),)),
        ),
    )


def withheld_item(number: str) -> ItemPaper:
    return ItemPaper(key_of(number), number, is_withheld=True)


HEAD = (
    HeadLine("Tid", "Kl. 12.00–15.40"),
    HeadLine("Sted", "Microsoft Teams"),
    HeadLine(
        "Til stede",
        "Karen Vestergaard, Hjørring (formand); Jens Overgaard, Aalborg; Birgitte Lyngsø, "
        "Brønderslev; Lone Dahlgaard, Jammerbugt; Anne Holmgaard, Mariagerfjord; Ulla Skovmand, "
        "Rebild; Søren Klitgaard, Thisted; Mette Nørskov, Vesthimmerland; Henning Brøndum, Region "
        "Nordjylland",
    ),
    HeadLine(
        "Fraværende",
        "Torben Hvass, Frederikshavn; Peter Strandby, Læsø; Klaus Refshauge, Morsø (suppleant kom)",
    ),
    HeadLine("Øvrige oplysninger", "Punkt 8 blev behandlet før punkt 7."),
)


def minutes(*items: ItemPaper, edition: Edition = Edition.OPEN, status: str = "") -> MeetingPaper:
    return MeetingPaper(
        product="minutes",
        edition=edition,
        body_name="DAS Social",
        sender_lines=("Den Administrative Styregruppe på socialområdet i Nordjylland",),
        held_on=dt.date(2025, 3, 17),
        head=HEAD,
        items=items,
        status=status,
    )


def typical_minutes() -> MeetingPaper:
    """Nine items with a closed one, as the open edition prints them."""
    return minutes(
        short_item("1", "Godkendelse af dagsorden"),
        short_item("2", "Godkendelse af referat fra 9. januar 2025"),
        rich_item("3"),
        readiness_item("4"),
        withheld_item("5"),
        short_item("6", "Eventuelt", "Intet."),
    )


def rich_item(number: str) -> ItemPaper:
    """Every kind of block in one section."""
    text = RichText(
        (
            Heading((Run("Hvad der er aftalt"),)),
            Paragraph(
                (
                    Run("Skriv til "),
                    Run("jens@kommune.example", link="mailto:jens@kommune.example"),
                    Run(" <jens@kommune.example> eller læs "),
                    Run("mere om ”ordningen”", link="https://eksempel.example/ordning?id=7"),
                    Run(" & ½ af § 107 – "),
                    Run("fremhævet", bold=True),
                    Run(", "),
                    Run("kursivt", italic=True),
                    Run(" og "),
                    Run("understreget", underline=True),
                    Run(".", footnote="Tallet er opgjort den 1. marts 2025."),
                )
            ),
            Heading((Run("Underoverskrift"),), 2),
            List((point("Første led"), point("Andet led", BULLETS)), ordered=True, start=3),
            Quote(
                (paragraph("Vi støtter forslaget, når økonomien er på plads."),),
                "Børne- og ungedirektørkredsen",
            ),
            Heading((Run("Afsluttende"),), 1),
            paragraph("Socialtilsynskommunernes overgangsbestemmelser gælder fortsat. 👍"),
        )
    )
    return ItemPaper(
        key_of(number),
        number,
        "Midvejsstatus på de fælles fokusområder",
        meta=("Sag 2025-007201", "Åben"),
        parts=(
            SectionPart("Sagsfremstilling", text),
            recommendation("drøfter status."),
            DecisionPart(
                "Beslutning", (DecisionPaper(text=text_of("Styregruppen drøftede status.")),)
            ),
        ),
    )


def typical_agenda() -> MeetingPaper:
    """The same meeting before it was held: wide front page, no answers."""
    paper = typical_minutes()
    items = tuple(
        replace(item, parts=tuple(p for p in item.parts if not isinstance(p, DecisionPart)))
        for item in paper.items
    )
    head = (*HEAD[:2], HeadLine("Mødeleder", "Karen Vestergaard, formand"))
    return replace(paper, product="agenda", head=head, items=items, status="Kladde")
