"""Files on their way to an item, and what is said of them.

Public: ``Coming``, ``coming_words(names)``, ``added_words(count, item)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.i18n import ngettext
from app.services.queries.items import ItemView


@dataclass(frozen=True, eq=False)
class Coming:
    """Files that are being taken in, by name, and the item that they go to."""

    item_id: UUID | None
    names: Sequence[str]


def coming_words(names: Sequence[str]) -> str:
    """``Tilføjer Tal.xlsx …`` or how many; empty where nothing is coming."""
    if not names:
        return ""
    words = ngettext("Adding {name} …", "Adding {count} files …", len(names))
    return words.format(name=names[0], count=len(names))


def added_words(count: int, item: ItemView | None) -> str:
    """The receipt; ``item`` where another one is seen by then."""
    if item is None:
        words = ngettext("The attachment is added.", "{count} attachments are added.", count)
        return words.format(count=count)
    words = ngettext(
        "The attachment is added to item {item}.",
        "{count} attachments are added to item {item}.",
        count,
    )
    return words.format(count=count, item=_name(item))


def _name(item: ItemView) -> str:
    """``3, ”Ventetid på boliger”``."""
    number = "" if item.number is None else str(item.number)
    return ", ".join(filter(None, (number, item.title and f"”{item.title}”")))
