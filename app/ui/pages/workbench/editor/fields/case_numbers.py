"""Case numbers as people write them. Public: ``check_case_number``."""

from __future__ import annotations

from app.errors import InvalidInput
from app.i18n import N_


def check_case_number(words: str) -> None:
    """Raises ``InvalidInput`` for words. Systems number cases in many ways ("2025-009317",
    "24/1187", "27.00.00-G01-12-24"), but all of them with digits."""
    if words.strip() and not any(sign in "0123456789" for sign in words):
        raise InvalidInput(N_("Write the year and six digits, for example 2025-009317."))
