"""A paper that strains every rule: long words, lists, tables, rows and boxes over pages."""

from __future__ import annotations

import dataclasses

from app.models.richtext import Cell, Paragraph, RichText, Row, Table, text_of
from app.reports.data import (
    DecisionPaper,
    DecisionPart,
    HeadLine,
    ItemPaper,
    MeetingPaper,
    SectionPart,
)
from tests.reports.samples import key_of, minutes, paragraph, row, short_item

LONG = (
    "Kommunerne har i fællesskab gennemgået socialtilsynskommunernes overgangsbestemmelser og "
    "koordineringsforpligtelser på voksenområdet. " * 6
)
ADDRESS = (
    "https://www.eksempel.example/meget/lang/adresse/uden/mellemrum/som-skal-brydes-et-sted-fordi-"
    "den-ikke-kan-staa-paa-en-linje?id=1234567890&navn=et-navn"
)
MONSTER = "Overgangsbestemmelseskoordineringsforpligtelsesudvalgsformandskandidatopstillingsmøde"
HEAD_WORDS = ("Kommune", "Tilbud", "Budget", "Regnskab")
PRESENT = "; ".join(f"Navn Navnesen {i}, direktør, Kommune {i}" for i in range(40))


def long_table(rows: int = 60) -> Table:
    body = (
        row(f"Kommune {i}", "Længerevarende botilbud med aktivitetstilbud", f"{i * 7}", f"{i}.250")
        for i in range(1, rows)
    )
    return Table((row(*HEAD_WORDS), *body), caption="Tabel 1. Mange rækker")


def tall_row() -> Row:
    paragraphs: tuple[Paragraph, ...] = tuple(paragraph(LONG) for _ in range(9))
    return (Cell((paragraph("Høj række"),)), Cell(paragraphs))


def crowded_item() -> ItemPaper:
    text = RichText(
        (
            paragraph(LONG),
            paragraph(f"{ADDRESS} og {MONSTER} samt {'ÆØÅ' * 40}"),
            long_table(),
            paragraph("Efter tabellen."),
            Table((row("Emne", "Bemærkning"), tall_row(), row("Kort", "Efter"))),
            Table((row(*[f"Kolonne {i}" for i in range(9)]), row(*["Koordinering"] * 9))),
        )
    )
    return ItemPaper(
        key_of("1"),
        "1",
        f"Rapporten om {MONSTER.lower()} på voksenområdet",
        meta=("Sag 2025-000001", "Åben"),
        parts=(
            SectionPart("Sagsfremstilling", text),
            SectionPart("Organisering og sammensætning af deltagerkredsen", text_of("Kort.")),
            SectionPart("", text_of("En sektion uden etiket.")),
            SectionPart("Socialtilsynskommunernes forpligtelser", text_of("Kort.")),
            DecisionPart(
                "Beslutning",
                (DecisionPaper(text=RichText(tuple(paragraph(LONG) for _ in range(9)))),),
                ("Opfølgning: Planen rettes til. Ansvarlig: Sekretariatet.",),
            ),
        ),
    )


def crowded_minutes() -> MeetingPaper:
    """Forty items and forty people, so that list and attendance run over pages too."""
    short = (
        short_item(str(i), f"Punkt nummer {i} {'med lang titel ' * (i % 6)}") for i in range(2, 41)
    )
    paper = minutes(crowded_item(), *short, status="Kladde")
    head = (*paper.head[:2], HeadLine("Til stede", PRESENT), *paper.head[3:])
    return dataclasses.replace(paper, head=head)
