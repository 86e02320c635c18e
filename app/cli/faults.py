"""What the log may say of a fault: where in the code, never with which values."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

from app import __version__


def trail(error: BaseException) -> str:
    """Version, kinds of errors, files, lines and functions, from the last error to the first."""
    lines = [f"Mødeværk {__version__}, Python {platform.python_version()}, {platform.platform()}"]
    link: BaseException | None = error
    while link is not None:
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        for frame in traceback.extract_tb(link.__traceback__):
            path = Path(frame.filename)
            lines.append(f"  {path.parent.name}/{path.name}:{frame.lineno} {frame.name}")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\n".join(lines)
