"""Deadlines in words: a hint where none can be seen in them. Public: ``deadline_doubt``."""

from __future__ import annotations

import datetime as dt
import re

from app.i18n import _
from app.models.fuzzy_date import Precision, parse_fuzzy_date

_BEGINS = re.compile(
    r"(om|i|på|til|fra|ved|under|efter|før|inden|senest|sammen med|frem (til|mod)|uden|ingen"
    r"|ikke)\b"
)
_NAMES_A_TIME = re.compile(
    r"\bnår\b|\b(fort)?løbende\b|\bsnar(t|est|ligt)?\b|\bhurtigst\b|\bstraks\b|\bomgående\b|\bnu\b"
    r"|\bsenere\b|\bfremover\b|\bpermanent|\bprimo\b|\bmedio\b|\bultimo\b|\bnæste\b|\bkommende\b"
    r"|\bfastsættes\b|\baftales\b|\bafvent|\bhver(t|anden)?\b|dag(e|en|ene|lig|ligt)?\b"
    r"|uge(n|r|rne|ntlig|ntligt)?\b|måned(en|er|lig|ligt)?\b|kvartal(et|er|svis)?\b"
    r"|år(et|ene|lig|ligt)?\b|møde(t|r|rne)?\b|ferie(n)?\b|\bjul(en)?\b|\bpåske(n)?\b|\bpinse(n)?\b"
    r"|\bfrist"
)


def deadline_doubt(words: str, today: dt.date) -> str:
    """A sentence where nothing in ``words`` tells when; empty for every way to name a time.

    "medio august", "løbende" and "når der er nyt i sagen" are deadlines (domain R33, R41).
    """
    text = " ".join(words.lower().split())
    is_time = parse_fuzzy_date(words, today).precision is not Precision.NONE
    if not text or is_time or _BEGINS.match(text) or _NAMES_A_TIME.search(text):
        return ""
    return _(
        "The words are kept, but they name no time. Write for example 2/6, medio august or løbende."
    )
