"""Words and numbers in the user's language: gettext catalogues, Danish dates and sorting.

One catalogue a room lies in ``resources/locale/<language>/LC_MESSAGES/*.po``; all are read as one.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gettext
import io
import os
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from app.errors import AppError
from app.paths import resources_dir

LANGUAGE = "da"
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def N_(message: str) -> str:
    """Mark a message for translation and hand it back untouched."""
    return message


def _(message: str) -> str:
    """The message in the user's language."""
    return _catalogue().gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message in the form that ``count`` takes."""
    return _catalogue().ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """The message where the same English word has several meanings."""
    return _catalogue().pgettext(context, message)


def sentence(error: AppError) -> str:
    """The error as the user reads it."""
    return _(error.msgid).format(**error.values)


@cache
def _catalogue() -> gettext.NullTranslations:
    """All catalogues of the language, each falling back on the next."""
    first: gettext.NullTranslations | None = None
    for po_path in sorted((resources_dir() / "locale" / LANGUAGE / "LC_MESSAGES").glob("*.po")):
        translations = _load(po_path)
        if first is None:
            first = translations
        else:
            first.add_fallback(translations)
    return first or gettext.NullTranslations()


def _load(po_path: Path) -> gettext.GNUTranslations:
    """The compiled catalogue beside the text if it is fresh, otherwise compiled in memory."""
    mo_path = po_path.with_suffix(".mo")
    if mo_path.exists() and mo_path.stat().st_mtime >= po_path.stat().st_mtime:
        return gettext.GNUTranslations(io.BytesIO(mo_path.read_bytes()))
    compiled = compile_catalogue(po_path)
    with contextlib.suppress(OSError):  # an installed program may lie in a read-only folder
        whole = mo_path.with_suffix(f".{os.getpid()}.mo")  # others may be reading meanwhile
        whole.write_bytes(compiled)
        whole.replace(mo_path)
    return gettext.GNUTranslations(io.BytesIO(compiled))


def compile_catalogue(po_path: Path) -> bytes:
    """A catalogue in gettext's binary form; fuzzy entries are left out."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with po_path.open("rb") as source:
        catalogue = read_po(source, locale=LANGUAGE)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


# --- Dates and numbers as the house writes them (features.md section 6). Own code rather than
# Babel's, which costs 60 ms at start and writes "kl." and hard spaces otherwise than the papers
# do.


def listed(parts: Sequence[str]) -> str:
    """As one writes it: commas between, and the word for "and" before the last."""
    head = ", ".join(parts[:-1])
    return _(" and ").join(filter(None, (head, *parts[-1:])))


def long_date(day: dt.date, *, weekday: bool = True) -> str:
    """``torsdag den 8. maj 2025`` or ``8. maj 2025``, with a hard space in ``8. maj``."""
    plain = f"{day.day}.\u00a0{MONTHS[day.month - 1]} {day.year}"
    return f"{WEEKDAYS[day.weekday()]} den {plain}" if weekday else plain


def short_date(day: dt.date) -> str:
    """``8. maj``."""
    return f"{day.day}.\u00a0{MONTHS[day.month - 1]}"


def register_date(day: dt.date) -> str:
    """``08.05.2025``."""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def clock(time: dt.time) -> str:
    """``12.00``, ``9.00``."""
    return f"{time.hour}.{time.minute:02}"


def moment(at: dt.datetime, *, weekday: bool = False) -> str:
    """``8. maj 2025 kl. 10.42``."""
    return f"{long_date(at.date(), weekday=weekday)} kl. {clock(at.time())}"


def clock_span(start: dt.time | None, end: dt.time | None) -> str:
    """``kl. 12.00–16.00``, ``kl. 12.00`` or nothing."""
    if start is None:
        return ""
    return f"kl.\u00a0{clock(start)}" + (f"–{clock(end)}" if end else "")


def duration(minutes: int) -> str:
    """``25 min``, ``2 t`` or ``3 t 15 min``."""
    hours, rest = divmod(minutes, 60)
    parts = ([f"{hours}\u00a0t"] if hours else []) + (
        [f"{rest}\u00a0min"] if rest or not hours else []
    )
    return " ".join(parts)


def decimal(value: float) -> str:
    """``1.358,5``: thousands dot and decimal comma."""
    return f"{value:,.1f}".translate(str.maketrans(",.", ".,"))


_ALPHABET = {letter: index for index, letter in enumerate("abcdefghijklmnopqrstuvwxyzæøå", 1)}
_NUMBER = re.compile(r"(\d+)")


def sort_key(words: str) -> tuple[tuple[int, ...], ...]:
    """Danish order: Æ Ø Å last, Aa as Å, numbers by value, case and accents aside."""
    folded = words.casefold().replace("aa", "å").translate(str.maketrans("éèêüöä", "eeeyøæ"))
    return tuple(
        (0, int(part)) if part.isdecimal() else (1, *(_ALPHABET.get(c, 100 + ord(c)) for c in part))
        for part in _NUMBER.split(folded)
        if part
    )
