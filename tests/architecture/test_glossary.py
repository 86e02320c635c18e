"""The glossary binds each Danish term to one identifier that exists."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import app.models
from app.models.base import Base

ROW = re.compile(r"^\| (?P<terms>[^|]+) \| [^|]+ \| `(?P<identifier>[^`]+)` \|$", re.MULTILINE)


def rows(root: Path) -> list[tuple[str, str]]:
    text = (root / "docs" / "glossary.md").read_text(encoding="utf-8")
    return [(row["terms"], row["identifier"]) for row in ROW.finditer(text)]


def classes() -> dict[str, type]:
    """Every class that app.models defines, by name."""
    packages = pkgutil.walk_packages(app.models.__path__, "app.models.")
    found: dict[str, type] = {}
    for module in (importlib.import_module(package.name) for package in packages):
        for name, cls in inspect.getmembers(module, inspect.isclass):
            if cls.__module__ == module.__name__:
                found[name] = cls
    return found


def twice(words: Iterator[str]) -> set[str]:
    seen: set[str] = set()
    return {word for word in words if word in seen or seen.add(word)}


def test_every_identifier_exists(root: Path) -> None:
    known = classes()
    assert [word for _, word in rows(root) if not exists(word, known)] == []


def exists(identifier: str, known: dict[str, type]) -> bool:
    owner, _, member = identifier.partition(".")
    return owner in known and (not member or hasattr(known[owner], member))


def test_every_mapped_class_has_a_danish_word(root: Path) -> None:
    named = {identifier for _, identifier in rows(root)}
    mapped = {cls.__name__ for cls in classes().values() if issubclass(cls, Base)} - {"Base"}
    assert mapped
    assert mapped - named == set()


def test_terms_and_identifiers_are_bound_one_to_one(root: Path) -> None:
    terms = (term.strip() for terms, _ in rows(root) for term in terms.split(","))
    assert twice(terms) == set()
    assert twice(identifier for _, identifier in rows(root)) == set()
