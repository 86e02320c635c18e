"""What is kept of a picture: what one sees, and nothing else."""

import pytest
from PIL import Image as PillowImage
from PySide6.QtGui import QImage

from app.ui.richtext.pictures.file import LONGEST_SIDE, read_picture


def test_a_photo_is_kept_upright_small_and_without_what_the_camera_wrote(tmp_path) -> None:
    path = tmp_path / "foto.jpg"
    exif = PillowImage.Exif()
    exif[0x0112], exif[0x010F] = 6, "Zqkamera"  # turn it by a quarter; who made the camera
    PillowImage.new("RGB", (3000, 600), (200, 30, 30)).save(path, exif=exif)
    assert b"Zqkamera" in path.read_bytes()
    read = read_picture(path)
    assert (read.image.width(), read.image.height()) == (400, LONGEST_SIDE)
    assert read.data[:3] == b"\xff\xd8\xff"
    assert b"Zqkamera" not in read.data
    assert b"Exif" not in read.data


@pytest.mark.parametrize("kind", ["PNG", "BMP", "GIF", "TIFF", "WEBP"])
def test_other_pictures_become_png(tmp_path, kind: str) -> None:
    path = tmp_path / f"graf.{kind.lower()}"
    PillowImage.new("RGB", (40, 30), (0, 128, 0)).save(path, kind)
    read = read_picture(path)
    assert read.data[:8] == b"\x89PNG\r\n\x1a\n"
    assert read.image.pixelColor(3, 3).green() in range(120, 136)


def test_what_was_sheer_stays_sheer(tmp_path) -> None:
    path = tmp_path / "logo.png"
    PillowImage.new("RGBA", (40, 30), (0, 128, 0, 0)).save(path)
    assert QImage.fromData(read_picture(path).data).pixelColor(3, 3).alpha() == 0
