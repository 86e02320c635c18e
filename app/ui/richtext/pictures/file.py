"""A picture on its way into the store: read, turned upright, made no larger than paper needs.

It is painted anew, so that nothing but what one sees goes along: no place, no name of a camera,
no small copy of what was cut away.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from app.errors import FileProblem

LONGEST_SIDE = 2000  # px; the column of a page is 123 mm wide, so this is 400 dots an inch
MOST_BYTES = 50_000_000
MOST_PIXELS = 60_000_000
_QUALITY = 90
_READ = frozenset((b"png", b"jpeg", b"bmp", b"gif", b"webp", b"tiff"))
_SUFFIXES = frozenset((".png", ".jpg", ".jpeg", ".jfif", ".bmp", ".gif", ".webp", ".tif", ".tiff"))


@dataclass(frozen=True)
class ReadPicture:
    """A picture as it will be shown, and the bytes (PNG or JPEG) that are kept of it."""

    image: QImage
    data: bytes


def is_picture_name(name: str) -> bool:
    """Whether a file of that name should be a picture that can stand in a text."""
    return Path(name).suffix.lower() in _SUFFIXES


def name_filter() -> str:
    """The endings of pictures, as a file dialog wants them."""
    return " ".join(f"*{suffix}" for suffix in sorted(_SUFFIXES))


def read_picture(path: Path) -> ReadPicture:
    """The picture in a file. Raises ``FileProblem`` for a broken, foreign or too large one."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path.name) from error
    return picture_from(data, path.name)


def picture_from(data: bytes, name: str) -> ReadPicture:
    """The picture that the bytes are. Raises ``FileProblem`` as ``read_picture`` does."""
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return _read(buffer, name)


def taken_picture(image: QImage) -> ReadPicture:
    """A picture of the clipboard. Raises ``FileProblem`` for one that is broken or too large."""
    if image.isNull():
        raise FileProblem("The picture on the clipboard cannot be read. Copy it again.")
    if image.width() * image.height() > MOST_PIXELS:
        raise FileProblem("The picture on the clipboard is too large. Copy a smaller part of it.")
    return _made(image, is_photo=False)


def _read(buffer: QBuffer, name: str) -> ReadPicture:
    """The reader ends before the buffer: some plugins go back to it at their end."""
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data())
    if kind not in _READ:  # a drawing (SVG) could name other files
        raise _unreadable(name)
    return _made(_decoded(reader, name), is_photo=kind == b"jpeg")


def _decoded(reader: QImageReader, name: str) -> QImage:
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise _too_large(name)
    if size.isValid():
        reader.setScaledSize(_fitting(size))
    image = reader.read()
    if image.isNull():
        raise _unreadable(name)
    return image


def _made(image: QImage, *, is_photo: bool) -> ReadPicture:
    painted = _painted(image)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _write(buffer, painted, is_photo=is_photo)
    return ReadPicture(painted, bytes(buffer.data().data()))


def _write(buffer: QBuffer, image: QImage, *, is_photo: bool) -> None:
    writer = QImageWriter(buffer, QByteArray(b"jpeg" if is_photo else b"png"))
    if is_photo:
        writer.setQuality(_QUALITY)
    if not writer.write(image):
        raise FileProblem("The picture could not be made ready. Try with a smaller one.")


def _painted(image: QImage) -> QImage:
    """The picture's colours alone, no larger than needed."""
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    size, smooth = _fitting(image.size()), Qt.TransformationMode.SmoothTransformation
    if size != image.size():
        image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    sheer = image.hasAlphaChannel()
    formats = QImage.Format
    made = QImage(size, formats.Format_ARGB32 if sheer else formats.Format_RGB32)
    made.fill(Qt.GlobalColor.transparent if sheer else Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(made.rect(), image, image.rect())
    painter.end()
    return made


def _fitting(size: QSize) -> QSize:
    if max(size.width(), size.height()) <= LONGEST_SIDE:
        return size
    box = QSize(LONGEST_SIDE, LONGEST_SIDE)
    return size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _too_large(name: str) -> FileProblem:
    return FileProblem(
        "The picture {name} is too large. Save a smaller copy of it and use that.", name=name
    )


def _unreadable(name: str) -> FileProblem:
    return FileProblem(
        "The picture {name} cannot be read. Save it as PNG or JPEG and try again.", name=name
    )
