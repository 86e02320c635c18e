"""Set the attachments of the sample data as PDF: `python packaging/sample_papers.py`.

They are shipped as files; this is run again only when resources/sample/papers.toml changes.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "sample"
SERIF, BOLD, SANS = "SourceSerif4-Regular", "SourceSerif4-SemiBold", "SourceSans3-Regular"

TITLE = ParagraphStyle("title", fontName=BOLD, fontSize=20, leading=25, spaceAfter=4)
SENDER = ParagraphStyle("sender", fontName=SANS, fontSize=10, leading=14, spaceAfter=18)
BODY = ParagraphStyle(
    "body", fontName=SERIF, fontSize=10.5, leading=15, spaceAfter=7, alignment=TA_LEFT
)
CELL = ParagraphStyle("cell", fontName=SANS, fontSize=9.5, leading=13)


def main() -> None:
    """Write every paper."""
    for name in (SERIF, BOLD, SANS):
        pdfmetrics.registerFont(TTFont(name, str(ROOT / "resources" / "fonts" / f"{name}.ttf")))
    (SAMPLE / "attachments").mkdir(exist_ok=True)
    data = tomllib.loads((SAMPLE / "papers.toml").read_text(encoding="utf-8"))
    for paper in data["papers"]:
        write(paper)


def write(paper: dict[str, Any]) -> None:
    """One paper: title, sender, paragraphs, perhaps a table."""
    document = SimpleDocTemplate(
        str(SAMPLE / "attachments" / paper["file"]),
        pageCompression=1,
        invariant=1,
        title=paper["title"],
        author=paper["from"],
        lang="da-DK",
        initialFontName=SERIF,
        leftMargin=25 * mm,
        rightMargin=25 * mm,
        topMargin=27 * mm,
        bottomMargin=25 * mm,
    )
    story: list[Any] = [Paragraph(paper["title"], TITLE), Paragraph(paper["from"], SENDER)]
    story += [Paragraph(text, BODY) for text in paper["text"]]
    if "table" in paper:
        story += [Spacer(1, 8), table(paper["table"])]
    document.build(story)


def table(rows: list[list[str]]) -> Table:
    """Rows under a header, with thin lines between them."""
    cells = [[Paragraph(cell, CELL) for cell in row] for row in rows]
    lines = [
        ("LINEBELOW", (0, 0), (-1, 0), 0.9, "black"),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, "grey"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    return Table(cells, style=TableStyle(lines), repeatRows=1, hAlign="LEFT")


if __name__ == "__main__":
    main()
