"""Tables whose columns are only told by their figures: years above them, a dash for nothing."""

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft
from app.models.richtext import Block, RichText, Table, plain

BEFORE = (
    "Punkt 1.\n\nGodkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\n Punkt 2.\n\nFærgen\n\n"
)


def blocks_of(text: str) -> tuple[Block, ...]:
    meeting = read_lines(make_lines([f"{BEFORE}Resume\n\n{text}\n"]), ImportDraft("papir.txt", ""))[
        0
    ]
    return meeting.items[1].sections[0].text.blocks


def rows_of(text: str) -> list[list[str]]:
    (table,) = [block for block in blocks_of(text) if isinstance(block, Table)]
    return [line.split("\t") for line in plain(RichText((table,))).split("\n")]


def test_years_above_the_figures_are_heads() -> None:
    rows = rows_of("Prisen er:\n\nPost 2025 2026\n\nLøn 120.000 130.000\n\nOlie 90.000 80.000\n")
    assert rows[0] == ["Post", "2025", "2026"]
    assert rows[1:] == [["Løn", "120.000", "130.000"], ["Olie", "90.000", "80.000"]]


def test_years_without_a_word_before_them_are_heads() -> None:
    rows = rows_of("Prisen er:\n\n2025 2026 2027\n\nLøn 120 130 140\n\nOlie 90 80 70\n")
    assert rows[0] == ["", "2025", "2026", "2027"]


@pytest.mark.parametrize("dash", ["-", "–"])
def test_a_dash_stands_for_nothing_where_a_column_has_no_figure(dash: str) -> None:
    rows = rows_of(
        f"Prisen er:\n\nLøn 120.000 130.000\n\nKursus {dash} 9.000\n\nOlie 90.000 {dash}\n\n"
        "I alt 210.000 139.000\n"
    )
    assert rows == [
        ["Løn", "120.000", "130.000"],
        ["Kursus", dash, "9.000"],
        ["Olie", "90.000", dash],
        ["I alt", "210.000", "139.000"],
    ]


def test_a_minus_before_a_single_figure_stays_with_it() -> None:
    rows = rows_of("Prisen er:\n\nFør 120 kr.\n\nEfter 90 kr.\n\nForskel - 30 kr.\n")
    assert rows == [["Før", "120 kr."], ["Efter", "90 kr."], ["Forskel", "- 30 kr."]]


def test_years_in_a_sentence_are_no_heads() -> None:
    blocks = blocks_of("Der er sejlet i 2025 2026\n\nog det fortsætter.")
    assert not any(isinstance(block, Table) for block in blocks)
