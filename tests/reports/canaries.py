"""Words that stand nowhere else, one for each place that the open edition must not show."""

from __future__ import annotations

import uuid

from app.models.richtext import Run

CLOSED_ITEM = (
    "title", "caseno", "presenter", "summary", "lead", "point", "decision", "reservation",
    "condition", "dissent", "statement", "speaker", "followup", "subtitle", "subtext", "reporter",
    "attachment", "file", "freedecision", "label", "tablehead", "caption", "quoted", "author",
    "alternative", "picture", "target", "innernote", "guest", "guesttitle", "whenthere",
)  # fmt: skip
"""Printed places of a closed item; the full edition shows each but the file name."""

OPEN_ITEM = (
    "passage", "cell", "listpoint", "footnote", "linked", "pointpassage", "answerpassage",
    "closedfile", "heading", "quotation", "subpassage", "remark", "minuted",
)  # fmt: skip
"""Closed places of an open item, which the full edition shows."""

NEVER_PRINTED = ("file", "reason", "note", "answertext", "addedby", "preparedby")


def canary(place: str) -> str:
    """A word that stands nowhere else."""
    return f"Zq{place}{uuid.uuid5(uuid.NAMESPACE_OID, place).hex[:6]}"


def hidden(place: str, **look: str) -> Run:
    """The word of a place, marked confidential."""
    return Run(canary(place), confidential=True, **look)  # type: ignore[arg-type]


def key_of(name: str) -> uuid.UUID:
    """The key of a row that others point at."""
    return uuid.uuid5(uuid.NAMESPACE_OID, name)
