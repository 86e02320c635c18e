"""PDFs made for tests: a text paper set in lines on pages, and files that are no readable paper."""

from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
LINE, TOP, LEFT = 13.0, 790.0, 50.0


def write_pdf(path: Path, pages: list[list[str]], *, password: str = "") -> Path:
    """Each line at its own height; a blank line leaves a gap, leading spaces set the line in."""
    from reportlab.lib.pdfencrypt import StandardEncryption

    pdfmetrics.registerFont(TTFont("Paper", str(FONTS / "SourceSans3-Regular.ttf")))
    encrypt = StandardEncryption(password) if password else None
    canvas = Canvas(str(path), encrypt=encrypt)
    for lines in pages:
        height = TOP
        canvas.setFont("Paper", 9.5)
        for line in lines:
            if line.strip():
                indent = len(line) - len(line.lstrip())
                canvas.drawString(LEFT + 5 * indent, height, line.strip())
            height -= LINE
        canvas.showPage()
    canvas.save()
    return path


def pages_of(text: str, height: int = 55) -> list[list[str]]:
    """The lines of an extract page by page: a line set in by one space begins a page there."""
    pages: list[list[str]] = [[]]
    before = ""
    for line in text.split("\n"):
        starts = line.startswith(" ") and not line.startswith("  ") and before.strip()
        if (starts and line.strip()[:1].isalnum()) or len(pages[-1]) >= height:
            pages.append([])
        pages[-1].append(line)
        before = line
    return [page for page in pages if any(line.strip() for line in page)]
