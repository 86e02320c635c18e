"""What the verbs say: UTF-8 everywhere, results on stdout, one sentence on stderr."""

from __future__ import annotations

import io
import json
import os
import sys
from typing import Any


def speak_utf8() -> None:
    """Make both streams UTF-8, whatever console or pipe is behind them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(line: str = "") -> None:
    """One line of the result."""
    print(line, flush=True)


def say_json(data: dict[str, Any]) -> None:
    """The result as JSON."""
    say(json.dumps(data, ensure_ascii=False, indent=2))


def complain(line: str) -> None:
    """One sentence that is not part of the result."""
    print(line, file=sys.stderr, flush=True)


def hush() -> None:
    """Nobody reads the result any more (``… | head``): let the interpreter end without a word."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
