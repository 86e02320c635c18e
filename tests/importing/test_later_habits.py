"""Habits that drift from one secretary to the next: signs, tables, lists, page heads, outcomes."""

import datetime as dt

import pytest

from app.importing.content.recommendations import set_text
from app.importing.lines import make_lines
from app.importing.people.read import read_people
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft
from app.models.richtext import List, RichText, Table, plain

FIRST = (
    "Fjordudvalget\n\nMødet den 4. marts 2026, kl. 9.30\n\n"
    "Punkt 1.\n\nGodkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\n"
)


def meeting_of(*pages: str) -> MeetingDraft:
    return read_lines(make_lines(pages), ImportDraft("papir.txt", ""))[0]


def item_of(text: str, title: str = "Færgen") -> ItemDraft:
    return meeting_of(f"{FIRST}Punkt 2.\n\n{title}\n\n{text}").items[1]


def table_of(text: RichText) -> list[list[str]]:
    (table,) = [block for block in text.blocks if isinstance(block, Table)]
    return [line.split("\t") for line in plain(RichText((table,))).split("\n")]


@pytest.mark.parametrize("label", ["R E F E R A T", "R e f e r a t :", " R E F E R A T "])
def test_a_label_set_with_a_space_between_its_letters_is_a_label(label: str) -> None:
    item = item_of(f"Resume\n\nFærgen er gammel.\n\n{label}\n\nKajen lappes.\n")
    assert [section.kind for section in item.sections] == ["summary", "minutes"]
    assert plain(item.sections[1].text) == "Kajen lappes."


def test_a_hyphen_that_was_not_needed_is_no_sign() -> None:
    item = item_of("Resume\n\nFærge\u00adlejet er slidt, og over\u00ad\nfarten varer længe.\n")
    assert plain(item.sections[0].text) == "Færgelejet er slidt, og overfarten varer længe."


def test_a_tab_behind_a_mark_makes_no_columns() -> None:
    item = item_of("Resume\n\nPlanen har:\n\n•\tEn kaj\n•\tTo både\no\tden ene ny\n•\tEt skur\n")
    block = item.sections[0].text.blocks[1]
    assert isinstance(block, List)
    assert [plain(RichText((one.blocks[0],))) for one in block.items] == [
        "En kaj", "To både", "Et skur",
    ]  # fmt: skip


@pytest.mark.parametrize("sign", [")", "."])
def test_letters_keep_the_sign_behind_them(sign: str) -> None:
    points = f"a{sign} lapper skroget\nb{sign} maler kahytten\n"
    item = item_of(f"Indstilling\n\nDet indstilles, at DAS\n\n{points}\nBeslutning\n\n{points}")
    told = f"a{sign} lapper skroget\nb{sign} maler kahytten"
    assert item.decision_text == told
    assert [one.number for one in item.recommendation_sets[0].points] == [f"a{sign}", f"b{sign}"]
    assert plain(set_text(item.recommendation_sets[0])).endswith(told)


def test_rows_in_wide_columns_with_blank_lines_between_them_are_a_table() -> None:
    rows = ["Ø            2025     2026     Forskel", "Vesterø       118      124           6"]
    rows += ["Lillø           4        4           0", "Storø         812      846          34"]
    body = "\n\n".join(["Resume", "Sejladser pr. ø:", *rows, "Tallene er fra havnen."])
    assert table_of(item_of(body).sections[0].text)[1:] == [
        ["Vesterø", "118", "124", "6"], ["Lillø", "4", "4", "0"], ["Storø", "812", "846", "34"],
    ]  # fmt: skip


def test_short_lines_with_loose_spaces_are_not_full() -> None:
    long = (
        "Den  gamle  færge  er  slidt,  og  rådet  vil  gerne  have  en  ny  før  vinteren,  hvis"
    )
    item = item_of(f"Resume\n\n{long}\nder  er  penge  til  den.\nRådet  siger  ja.\n")
    assert plain(item.sections[0].text).split("\n")[1:] == ["Rådet siger ja."]


def test_openings_in_capitals_on_every_page_are_no_running_heads() -> None:
    pages = [f"PUNKT {number}.\n\nSag {number}\n\nBeslutning\n\nUdsat.\n" for number in range(1, 5)]
    assert [item.number for item in meeting_of(*pages).items] == [1, 2, 3, 4]


def test_one_word_over_each_column_is_its_head() -> None:
    body = (
        "Resume\n\nSejladser:\n\nØ Ture Pct.\n\nVesterø 22 86,4\n\nLillø 41 97,6\n\nStorø 2 1,5\n"
    )
    assert table_of(item_of(body).sections[0].text)[0] == ["Ø", "Ture", "Pct."]


def test_a_line_over_a_table_set_by_tabs_is_no_head_of_a_column() -> None:
    body = (
        "Resume\n\nSejladser i 2026\n\nØ\tTure\tTimer\nVesterø\t41\t122\nLillø\t7\t30\n\nI orden.\n"
    )
    assert table_of(item_of(body).sections[0].text)[0] == ["Ø", "Ture", "Timer"]


def test_a_short_point_that_ends_in_and_is_over() -> None:
    item = item_of(
        "Indstilling\n\nDet indstilles, at\n\nFjordudvalget drøfter ruten og\n\n"
        "Fjordudvalget godkender, at færgen sejler om natten hele året og på alle helligdage\n\n"
    )
    assert len(item.recommendation_sets[0].points) == 2


def test_a_decision_set_in_by_a_space_before_the_next_page_is_no_point() -> None:
    meeting = meeting_of(
        f"{FIRST}Punkt 2.\n\nGodkendelse af referat\n\n Godkendt.\n\n"
        " Punkt 3.\n\nFærgen\n\nResume\n\nNy båd."
    )
    assert meeting.items[1].decision_text == "Godkendt."
    assert meeting.items[1].outcome is not None


@pytest.mark.parametrize(
    "second", ["Godkendt, idet havnen betaler halvdelen.", "Fjordudvalget ønsker flere tal."]
)
def test_answers_to_the_points_open_no_items(second: str) -> None:
    meeting = meeting_of(
        f"{FIRST}Punkt 2\n\nKajen\n\nBeslutning:\nTaget til efterretning.\n\nPunkt 3\n\nFærgen\n\n"
        f"Beslutning:\n\nPunkt 1: Godkendt\n\nPunkt 2: {second}\n\n"
        "Punkt 4\n\nEventuelt\n\nBeslutning:\nIntet.\n"
    )
    assert [item.number for item in meeting.items] == [1, 2, 3, 4]
    assert meeting.items[2].decision_text.endswith(f"Punkt 2: {second}")


def test_an_item_that_comes_next_opens_though_it_stands_close() -> None:
    meeting = meeting_of(
        f"{FIRST}Punkt 2.\n\nKajen\n\nBilag:\nSkitse af kajen\n"
        "Punkt 3: Færgen\nPunkt 4.\n\nEventuelt\n"
    )
    assert [item.title for item in meeting.items[1:]] == ["Kajen", "Færgen", "Eventuelt"]


def test_a_page_head_in_fields_names_body_date_and_time() -> None:
    head = "Fjordudvalget | 04.03.2026 | kl. 9.30-11.45\n\n"
    meeting = meeting_of(
        f"{head}Referat\n\nPunkt 1\n\nVelkomst\n\nResume\n\nNy formand.\n\n",
        f"{head}Punkt 2\n\nKajen\n\nResume\n\nEn ny kaj.\n",
    )
    assert (meeting.body, meeting.start, meeting.end) == (
        "Fjordudvalget",
        dt.time(9, 30),
        dt.time(11, 45),
    )
    assert meeting.date == dt.date(2026, 3, 4)
    assert not meeting.unplaced


def test_a_title_with_a_comma_before_its_name_is_one_persons() -> None:
    people = read_people(
        "Konsulent i KKR Sjælland Per B. Nørby, Chef for Børn, Unge og Familie i Klitby Kommune"
        " Rikke Lund Bæk og Centerchef i Region Sjælland Ulla Dam",
        "other_participant",
    )
    assert [(one.name, one.title, one.organisation) for one in people] == [
        ("Per B. Nørby", "Konsulent", "KKR Sjælland"),
        ("Rikke Lund Bæk", "Chef for Børn, Unge og Familie", "Klitby Kommune"),
        ("Ulla Dam", "Centerchef", "Region Sjælland"),
    ]


def test_titles_above_an_empty_label_at_the_foot_are_attachments() -> None:
    foot = "FjordudvalgetFjordudvalgetFjordudvalget\n\n"
    dated = "Fjordudvalget Møde den 04.03.2026\n"
    item = item_of(
        f"Beslutning\n\nFærgen lappes i maj.\n\n{foot}{dated}kl. 9.30 Side 1 af 2\n\n\n"
        f"Notat om skroget\nPrisliste.xlsx\n\n{foot}Bilag:\n\n{dated}kl. 9.30 Side 2 af 2\n"
    )
    assert [one.title for one in item.attachments] == ["Notat om skroget", "Prisliste.xlsx"]
    assert item.decision_text == "Færgen lappes i maj."


def test_an_item_with_nothing_but_information_is_one() -> None:
    item = item_of(
        "Orientering\n\nDer er valgt ny formand.\n\nReferat\n\nTil efterretning.\n", "Ø-nyt"
    )
    assert item.kind == "information"
    assert item.outcome is not None
    assert item.outcome.outcome == "noted"


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Sagen blev udsat.", "postponed"),
        ("Til efterretning.", "noted"),
        ("DAS godkender svaret.", "approved"),
        ("DAS tager status til efterretning.", "noted"),
        ("DAS godkender ikke planen.", None),
    ],
)
def test_outcomes_in_other_words(decision: str, outcome: str | None) -> None:
    found = item_of(f"Beslutning\n\n{decision}\n").outcome
    assert (found.outcome if found else None) == outcome
