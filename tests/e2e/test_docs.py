"""What the documents point at is there."""

import re
from pathlib import Path

from app.cli.verbs import MODULES

LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
ANCHOR = re.compile(r"\]\(#([^)]+)\)")


def documents(root: Path) -> list[Path]:
    return [*root.glob("*.md"), *(root / "docs").rglob("*.md")]


def test_every_link_leads_somewhere(root: Path) -> None:
    broken = [
        f"{path.name}: {target}"
        for path in documents(root)
        for target in LINK.findall(path.read_text(encoding="utf-8"))
        if "://" not in target and not (path.parent / target).exists()
    ]
    assert broken == []


def test_the_index_names_every_decision(root: Path) -> None:
    folder = root / "docs" / "decisions"
    listed = LINK.findall((folder / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(path.name for path in folder.glob("0*.md"))


def test_the_guide_has_a_chapter_for_each_line_of_its_contents(root: Path) -> None:
    words = (root / "docs" / "brugervejledning.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", words, re.MULTILINE)
    slugs = [heading.lower().replace(",", "").replace(" ", "-") for heading in headings]
    assert ANCHOR.findall(words) == slugs


def test_the_guide_names_every_verb(root: Path) -> None:
    words = (root / "docs" / "brugervejledning.md").read_text(encoding="utf-8")
    assert [verb for verb in MODULES if f"`{verb}" not in words] == []
