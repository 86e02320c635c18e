"""Every word of a paper is found again: in a field, in a note, or among the lines not placed."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import MONTHS
from app.importing.furniture import find_furniture
from app.importing.layouts.head_words import LABELS
from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft
from app.models.richtext import RichText, plain
from tests.importing.made_papers import MadeItem, minutes, paper_a, paper_b, paper_c
from tests.importing.test_heads import HEADS, ITEMS
from tests.importing.test_lists_of_people import LISTS
from tests.importing.test_random_papers import FEW

PAPERS = sorted((Path(__file__).resolve().parents[1] / "data" / "papers").glob("*.txt"))
_KNOWN = """
punkt pkt nr den d kl klokken mødet møde fra til ca og samt i for side af åben lukket fravær
deltagere øvrige suppleant stedfortræder stedet ved v min minutter varighed sagsnr sag indhold
indholdsfortegnelse dagsorden referat navn titel organisation ingen bilag indledning mødeleder
formand mandag tirsdag onsdag torsdag fredag beslutningsprotokol
"""
SAID_OTHERWISE = {*_KNOWN.split(), *re.findall(r"\w+", " ".join(LABELS))}
NOT_STORED = ("printed", "span", "source_name")
STRANGE = "Kvurrebass"


def strings(value: object) -> Iterator[str]:
    """Every word a draft holds, as text; dates and times in figures and month names."""
    if isinstance(value, RichText):
        yield plain(value)
    elif isinstance(value, dt.date):
        yield f"{value.day} {value.month} {MONTHS[value.month - 1]} {value.year}"
    elif isinstance(value, dt.time):
        yield f"{value.hour} {value.minute}"
    elif isinstance(value, str | int):
        yield str(value)
    else:
        for one in parts_of(value):
            yield from strings(one)


def parts_of(value: object) -> list[object]:
    if isinstance(value, list | tuple):
        return list(value)
    if not is_dataclass(value):
        return []
    return [getattr(value, f.name) for f in fields(value) if f.name not in NOT_STORED]


def words_of(text: str) -> list[str]:
    """The words; one that a hyphen broke at the end of a line is put together again."""
    text = re.sub(r"(?<=\w)-\s*\n\s*(?=[a-zæøå])", "", text)
    return [w.lstrip("0") if w.isdigit() else w for w in re.findall(r"[^\W_]+", text.casefold())]


def read(text: str) -> list[MeetingDraft]:
    return read_lines(make_lines(text.split("\f")), ImportDraft("papir.txt", ""))


def lost(text: str) -> list[str]:
    lines = make_lines(text.split("\f"))
    furniture = find_furniture(lines).numbers
    templates = "\n".join(line.text for line in lines if line.number in furniture)
    told = words_of("\n".join([*strings(read(text)), templates]))
    held = {*told, *SAID_OTHERWISE, ""}
    return [word for word in words_of(text) if word not in held and word not in "".join(told)]


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_of_a_paper(path: Path) -> None:
    assert lost(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("head", [*HEADS.values(), *LISTS.values()])
def test_of_a_head(head: str) -> None:
    assert lost(f"Fjordudvalget\nMødet den 4. marts 2026\n{head}{ITEMS}") == []


@pytest.mark.parametrize("layout", [paper_a, paper_b, paper_c], ids=lambda one: one.__name__)
@FEW
@given(items=minutes(), width=st.integers(70, 115))
def test_of_random_papers(layout, items: list[MadeItem], width: int) -> None:
    assert lost(layout(items, width)) == []


def with_a_strange_word(text: str, step: int) -> Iterator[str]:
    """The paper again and again, a word that nobody knows put in after another of its words."""
    for place in list(re.finditer(r"\w+[.,:)]?(?=\s)", text))[::step]:
        yield f"{text[: place.end()]} {STRANGE}{text[place.end() :]}"


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_a_strange_word_anywhere_is_shown(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for changed in with_a_strange_word(text, 2):
        held = "\n".join(strings(read(changed)))
        assert STRANGE in re.sub(r"-\s+", "", held), changed[changed.index(STRANGE) - 90 :][:120]


@pytest.mark.parametrize("head", [*HEADS.values(), *LISTS.values()])
def test_a_strange_word_in_a_head_is_shown(head: str) -> None:
    for changed in with_a_strange_word(f"Fjordudvalget\n{head}", 1):
        held = "\n".join(strings(read(changed + ITEMS)))
        assert STRANGE in held, changed
