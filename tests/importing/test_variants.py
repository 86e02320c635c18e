"""The same minutes extracted, saved and printed otherwise read alike."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from app.importing.as_json import draft_json
from app.importing.reading import read_paper

ROOT = Path(__file__).resolve().parents[2]
PAPERS = [
    *sorted((ROOT / "tests" / "data" / "papers").glob("layout_*.txt")),
    *sorted((ROOT.parent / "shared" / "papers").glob("das-*.txt")),
]


def form_feeds(text: str) -> str:
    """Pages begin with a form feed instead of a line set in by one space."""
    out: list[str] = []
    for line in text.split("\n"):
        starts = line.startswith(" ") and line[1:2].isalnum() and out and out[-1].strip()
        out.append(f"\f{line[1:]}" if starts else line)
    return "\n".join(out)


def margin(text: str) -> str:
    return "\n".join(f"    {line}" if line.strip() else line for line in text.split("\n"))


def colons(text: str) -> str:
    return re.sub(r"(?m)^( ?)Punkt (\d+)\.", r"\1Punkt \2:", text)


def page_numbers(text: str) -> str:
    return re.sub(r"(?m)^ (Mødet den [^\n]*)", r"Side 3 af 20\n \1", text)


def without_openness(text: str) -> str:
    return re.sub(r"(?m)^Åben\n", "", text)


def other_labels(text: str) -> str:
    """Labels with a colon where the paper has none."""
    return re.sub(r"(?m)^(Sagsfremstilling|Baggrund|Økonomi|Indstilling)\s*$", r"\1:", text)


def bare(text: str) -> str:
    """No blank lines at all, as some extractions leave it."""
    return "\n".join(line for line in text.split("\n") if line.strip())


SAME_WORDS: list[Callable[[str], str]] = [
    form_feeds, margin, colons, page_numbers, without_openness,
]  # fmt: skip
SAME_ITEMS: list[Callable[[str], str]] = [other_labels, bare]


def meeting(text: str, folder: Path) -> dict:
    path = folder / "variant.txt"
    path.write_text(text, encoding="utf-8")
    (only,) = draft_json(read_paper(path))["meetings"]
    return only


def rows(found: dict) -> list[tuple[object, ...]]:
    return [
        (
            item["number"],
            item["title"],
            item["case_number"],
            [section["kind"] for section in item["sections"]],
            [len(made["points"]) for made in item["recommendation_sets"]],
            item["attachments"],
        )
        for item in found["items"]
    ]


@pytest.mark.parametrize("change", SAME_WORDS, ids=lambda change: change.__name__)
@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_reads_word_for_word_alike(
    path: Path, change: Callable[[str], str], tmp_path: Path
) -> None:
    text = path.read_text(encoding="utf-8")
    assert meeting(change(text), tmp_path)["items"] == meeting(text, tmp_path)["items"]


@pytest.mark.parametrize("change", SAME_ITEMS, ids=lambda change: change.__name__)
@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_keeps_items_and_sections(path: Path, change: Callable[[str], str], tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert rows(meeting(change(text), tmp_path)) == rows(meeting(text, tmp_path))


def test_other_bodies_dates_and_numbers_are_read(tmp_path: Path) -> None:
    text = (ROOT / "tests" / "data" / "papers" / "layout_c.txt").read_text(encoding="utf-8")
    for old, new in (
        ("Styregruppen for Fjordsamarbejdet", "Børne- og Ungeforum Vest"),
        ("4. marts 2026", "17. november 2027"),
        ("04.03.2026", "17.11.2027"),
        ("2026-004711", "Sagsnr.: 27.00.00-G01-12-24"),
    ):
        text = text.replace(old, new)
    found = meeting(text, tmp_path)
    assert (found["body"], found["date"]) == ("Børne- og Ungeforum Vest", "2027-11-17")
    assert found["items"][2]["case_number"] == "27.00.00-G01-12-24"
    assert found["coverage"] == 1.0
