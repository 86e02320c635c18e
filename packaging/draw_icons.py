"""Draw the application mark: `python packaging/draw_icons.py`.

Twelve seats round a table, one in amber: eleven municipalities and one region, and twelve months.
Writes the SVG, its PNG sizes into resources/icons and the Windows icon into packaging/windows.
"""

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
ICONS = ROOT / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
FJORD, AMBER = "#15597A", "#C4800F"
SEATS, AMBER_SEAT = 12, 1


def mark() -> str:
    """The mark on a square of 64 units."""
    seats = "\n".join(
        '  <rect x="28" y="2" width="8" height="11" rx="3.6"'
        f' fill="{AMBER if number == AMBER_SEAT else FJORD}"'
        f' transform="rotate({number * 360 // SEATS} 32 32)"/>'
        for number in range(SEATS)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">\n'
        f'  <circle cx="32" cy="32" r="12" fill="none" stroke="{FJORD}" stroke-width="4"/>\n'
        f"{seats}\n</svg>\n"
    )


def render(svg: str, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def main() -> None:
    application = QGuiApplication(["draw_icons", "-platform", "offscreen"])
    svg = mark()
    (ICONS / "moedevaerk.svg").write_text(svg, encoding="utf-8")
    for size in SIZES:
        render(svg, size).save(str(ICONS / f"moedevaerk-{size}.png"))
    windows_icon = ROOT / "packaging" / "windows" / "moedevaerk.ico"
    windows_icon.parent.mkdir(exist_ok=True)
    pictures = [Image.open(ICONS / f"moedevaerk-{size}.png") for size in SIZES if size <= 256]
    largest, *smaller = reversed(pictures)
    sizes = [picture.size for picture in pictures]
    largest.save(windows_icon, append_images=smaller, sizes=sizes)
    application.quit()


if __name__ == "__main__":
    main()
