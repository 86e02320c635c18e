"""The pictures of ``demo``: every screen, light and dark, of the right size and not empty."""

import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
SCREENS = (
    "01-foerste-start", "02-moeder", "03-moede", "04-moede-bilag", "05-beslutninger",
    "06-opfoelgning", "07-grupper", "08-indstillinger",
)  # fmt: skip


def test_every_screen_in_both_looks(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "app", "demo", str(tmp_path / "demo")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=200)
    assert (done.returncode, done.stderr) == (0, b"")
    folder = tmp_path / "demo" / "skaerme"
    names = sorted(path.stem for path in folder.iterdir())
    assert names == sorted(f"{name}-{look}" for name in SCREENS for look in ("lys", "moerk"))
    for name in SCREENS:
        light, dark = (_grey(folder / f"{name}-{look}.png") for look in ("lys", "moerk"))
        assert light.size == dark.size == (1440, 900)
        assert len(light.getcolors(256) or ()) > 20, name
        assert _mean(light) > 180 > 90 > _mean(dark), name


def _grey(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("L")


def _mean(image: Image.Image) -> float:
    counts = image.histogram()
    return sum(grey * count for grey, count in enumerate(counts)) / sum(counts)
