"""Every word the user sees exists in Danish, and the Danish keeps the house's rules of wording."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

from tests.architecture.messages import composed, messages
from tests.architecture.source import ROOT

CATALOGUES = ROOT / "resources" / "locale" / "da" / "LC_MESSAGES"
NOT_OURS = re.compile(r"""!|[“„»«"]|\.\.\.|\b(venligst|ups|oops)\b|^(ok|ja|nej)$""", re.IGNORECASE)
Key = tuple[str | None, str]


def entries(path: Path) -> Iterator[tuple[Key, Entry]]:
    """The entries of one catalogue; a plural stands under both its English forms."""
    with path.open("rb") as source:
        for entry in read_po(source, locale="da"):
            ids = entry.id if isinstance(entry.id, tuple | list) else (entry.id,)
            yield from (((entry.context, msgid), entry) for msgid in ids if msgid)


def danish(entry: Entry) -> list[str]:
    return list(entry.string) if isinstance(entry.string, tuple | list) else [entry.string]


def catalogue() -> dict[Key, Entry]:
    return {key: entry for path in CATALOGUES.glob("*.po") for key, entry in entries(path)}


def translated() -> set[Key]:
    return {k for k, entry in catalogue().items() if all(danish(entry)) and not entry.fuzzy}


def test_every_message_has_danish() -> None:
    known, used = translated(), list(messages())
    assert used
    missing = [m for m in used if m.msgid and (m.context, m.msgid) not in known]
    assert [f"{message.place} {message.msgid}" for message in missing] == []


def test_no_message_is_put_together_before_it_is_looked_up() -> None:
    assert composed() == []


def test_danish_uses_the_fields_of_the_message() -> None:
    wrong = [
        (msgid, text)
        for (_, msgid), entry in catalogue().items()
        for text in danish(entry)
        if not fields(text) <= fields("".join(ids(entry)))
    ]
    assert wrong == []


def ids(entry: Entry) -> tuple[str, ...]:
    return tuple(entry.id) if isinstance(entry.id, tuple | list) else (entry.id,)


def fields(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def test_one_message_has_one_translation() -> None:
    found: dict[Key, set[tuple[str, ...]]] = {}
    for path in CATALOGUES.glob("*.po"):
        for key, entry in entries(path):
            found.setdefault(key, set()).add(tuple(danish(entry)))
    assert {key: words for key, words in found.items() if len(words) > 1} == {}


def test_danish_keeps_the_rules_of_wording() -> None:
    texts = [text for entry in catalogue().values() for text in danish(entry)]
    assert [text for text in texts if NOT_OURS.search(text)] == []
