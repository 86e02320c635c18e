"""The user guide's pictures: `python packaging/guide_pictures.py FOLDER`, FOLDER made by `demo`.

The light pictures of the demo go to docs/billeder with few colours, so that the clone stays small.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "billeder"
WIDTH, COLOURS = 1200, 256


def main(folder: Path) -> None:
    """Take every light picture over."""
    TARGET.mkdir(exist_ok=True)
    for path in sorted((folder / "skaerme").glob("*-lys.png")):
        take(path, TARGET / path.name.replace("-lys", ""))


def take(source: Path, target: Path) -> None:
    """One picture, smaller and with fewer colours."""
    with Image.open(source) as image:
        height = round(image.height * WIDTH / image.width)
        small = image.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)
        # The rounds of k-means give the large plain areas their own colours back.
        few = small.quantize(
            COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE
        )
        few.save(target, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
