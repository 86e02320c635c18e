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


ROWS = "Vesterø   1.900 1.955\nLillø 840   911\nStorø   4.350   4.402\n"


@pytest.mark.parametrize(
    ("printed", "heads"),
    [
        ("Ø Ture Pct.", ["Ø", "Ture", "Pct."]),
        ("Ø   Pris 2024 Pris 2025", ["Ø", "Pris 2024", "Pris 2025"]),
        ("Ø Ventetid (dage)   Udgift (mio. kr.)", ["Ø", "Ventetid (dage)", "Udgift (mio. kr.)"]),
        ("Ø 1. halvår 2. halvår", ["Ø", "1. halvår", "2. halvår"]),
        ("Ø   2025 Forskel", ["Ø", "2025", "Forskel"]),
    ],
)
def test_heads_on_one_line_stand_over_the_columns_of_figures(
    printed: str, heads: list[str]
) -> None:
    assert rows_of(f"Prisen er:\n\n{printed}\n{ROWS}\nDet er alt.") == [
        heads,
        ["Vesterø", "1.900", "1.955"],
        ["Lillø", "840", "911"],
        ["Storø", "4.350", "4.402"],
    ]


def test_a_line_that_names_what_the_figures_are_is_not_cut_into_heads() -> None:
    blocks = blocks_of(f"Prisen er:\n\nPrisen på Vesterø og Lillø\n{ROWS}\nDet er alt.")
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [len(row) for table in tables for row in table.rows] == [3, 3, 3]


def test_words_and_figures_set_in_columns_keep_their_columns() -> None:
    assert rows_of("Turene er:\n\nUge 12   100\nUge 13   90\nUge 14   95\n\nDet er alt.") == [
        ["Uge 12", "100"],
        ["Uge 13", "90"],
        ["Uge 14", "95"],
    ]


def test_a_plan_set_in_columns_keeps_them() -> None:
    plan = "Tidspunkt   Forum Handling\nMarts 2026   DAS   DAS drøfter ruten\n"
    plan += "April 2026   Havnerådet   Rådet høres\nMaj 2026 KKR KKR orienteres\n"
    assert rows_of(f"Planen er:\n\n{plan}\nDet er alt.")[1:] == [
        ["Marts 2026", "DAS", "DAS drøfter ruten"],
        ["April 2026", "Havnerådet", "Rådet høres"],
        ["Maj 2026", "KKR", "KKR orienteres"],
    ]


def test_years_in_a_sentence_are_no_heads() -> None:
    blocks = blocks_of("Der er sejlet i 2025 2026\n\nog det fortsætter.")
    assert not any(isinstance(block, Table) for block in blocks)


def test_heads_that_end_in_figures_are_heads() -> None:
    rows = rows_of("Planen er:\n\nSted Uge 1 Uge 2 Uge 3\n\nKlitby 12 24 48\n\nVesterø 8 16 30\n")
    assert rows == [
        ["Sted", "Uge 1", "Uge 2", "Uge 3"], ["Klitby", "12", "24", "48"],
        ["Vesterø", "8", "16", "30"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("År Ture Heraf aflyst", ["2018 14 6", "2019 11 2", "2020 5 1"]),
        ("Sæson Ture Heraf aflyst", ["2023/24 64 58", "2024/25 66 52"]),
        ("Belægning Pris pr. tur", ["100 % 5.740 kr.", "85 % 6.890 kr.", "60 % 9.120 kr."]),
    ],
)
def test_a_row_may_begin_with_a_year_or_a_share(head: str, rows: list[str]) -> None:
    table = rows_of("Tallene er:\n\n" + "\n\n".join([head, *rows, "Færgen sejler mest om maj."]))
    assert len(table) == len(rows) + 1
    assert [" ".join(row) for row in table[1:]] == rows


def test_figures_below_each_other_without_heads_are_no_table() -> None:
    blocks = blocks_of("Der var 3 af dem:\n\n2018 14\n\n2019 11\n\n2020 5")
    assert not [block for block in blocks if isinstance(block, Table)]
