"""All measurements in one run: `python3 dev.py bench [NAME …] [--json]`.

Each module of this folder has ``measure() -> dict[str, float]`` and runs in a process of its own.
The table names the figure, what was measured, and the limit where there is one; the JSON stands
below it and in ``out/bench.json``. The exit code is 1 when a limit is passed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent
LIMITS = {
    "start_ratio": 1.5,
    "opening_ms": 100.0,
    "typing_p95_ms": 16.0,
    "register_ratio": 3.0,
    "register_still_ratio": 2.5,
    "register_key_ratio": 0.5,
    "saving_beside_ms": 100.0,
    "papers_ms_per_page": 10.0,
    "papers_long_ms_per_page": 10.0,
}
"""What the figures may be at most: ratios without unit, the rest in milliseconds."""

PROGRAM = "import json, {module} as module; print(json.dumps(module.measure()))"


def main(arguments: list[str]) -> int:
    """Measure what is named, or everything."""
    wanted = [word for word in arguments if not word.startswith("-")]
    names = [name for name in _modules() if not wanted or name in wanted]
    figures: dict[str, float] = {}
    failed = []
    for name in names:
        try:
            figures |= _measure(name)
        except subprocess.CalledProcessError:
            failed.append(name)
    if "--json" not in arguments:
        for line in _table(figures):
            print(line)
    print(json.dumps(figures, indent=2))
    target = ROOT / "out" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(figures, indent=2), encoding="utf-8")
    for name in failed:
        print(f"Målingen {name} blev afbrudt. Se beskeden ovenfor.", file=sys.stderr)
    return 1 if failed or any(_is_over(*figure) for figure in figures.items()) else 0


def _modules() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))


def _measure(name: str) -> dict[str, float]:
    """The figures of one module; nothing else may keep the computer busy meanwhile."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(module=f"tests.bench.{name}")],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
    )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _table(figures: dict[str, float]) -> list[str]:
    width = max(map(len, figures), default=0)
    lines = [f"{'Mål':<{width}}  {'Målt':>10}  {'Højst':>8}"]
    for name, value in figures.items():
        limit = LIMITS.get(name)
        verdict = "" if limit is None else "  OVER" if _is_over(name, value) else "  ok"
        shown = "" if limit is None else f"{limit:g}"
        lines.append(f"{name:<{width}}  {value:>10.2f}  {shown:>8}{verdict}".replace(".", ","))
    return lines


def _is_over(name: str, value: float) -> bool:
    return value > LIMITS.get(name, float("inf"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
