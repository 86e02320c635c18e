"""Lines back into paragraphs, words and lists."""

import pytest

from app.importing.content.structure import rich_text
from app.importing.content.wraps import join, setting_of
from app.importing.lines import doc_width, make_lines
from app.models.richtext import Heading, List, Paragraph, Quote, RichText, Table, plain


def text_of(words: str) -> RichText:
    lines = make_lines([words])
    return rich_text(lines, setting_of(lines, doc_width(lines)))


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("hjerne-", "skade er", "hjerneskade er"),
        ("Social-", "og sundhed", "Social- og sundhed"),
        ("be-", "eller afkræfte", "be- eller afkræfte"),
        ("2023-", "2024, jf.", "2023-2024, jf."),
        ("KL-", "regi), men", "KL-regi), men"),
        ("relevante -", "både nu", "relevante - både nu"),
        ("modul\u00ad", "gangene", "modulgangene"),
        ("Neuro-", "Center", "Neuro-Center"),
        ("finansierings/", "bindingsmodeller", "finansierings/bindingsmodeller"),
        ("pladser", "til unge", "pladser til unge"),
        (
            "https://eksempel.dk/den-lange-vej-",
            "ledning.pdf",
            "https://eksempel.dk/den-lange-vej-ledning.pdf",
        ),
    ],
)
def test_hyphens_at_line_ends(first: str, second: str, joined: str) -> None:
    assert join(first, second) == joined


def test_a_hyphen_known_from_elsewhere_stays() -> None:
    assert (
        join("en early-", "warning gives", frozenset({"early-warning"})) == "en early-warning gives"
    )


def test_stretched_and_hard_spaces_are_folded() -> None:
    assert plain(text_of("Overenskomst  for  almen\u00a0praksis  gælder.")) == (
        "Overenskomst for almen praksis gælder."
    )


def test_numbering_goes_on_behind_loose_text() -> None:
    found = text_of(
        "1. Nyt fra landet\n\nTiltag og aftaler gennemgås af sekretariatet.\n\n"
        "• Aftale om tal\n• Aftale om tid\n\n2. Nyt fra regionen\n\nHer gives en status på året."
    )
    starts = [block.start for block in found.blocks if isinstance(block, List) and block.ordered]
    assert starts == [1, 2]


def test_letters_nest_below_a_point_that_opens_them() -> None:
    found = text_of(
        "- Gruppen beslutter:\na. hvem der deltager\nb. hvem der betaler\n- Punktet lukkes"
    )
    (outer,) = found.blocks
    assert isinstance(outer, List)
    inner = outer.items[0].blocks[1]
    assert isinstance(inner, List)
    assert (inner.style, len(inner.items), len(outer.items)) == ("lower_alpha", 2, 2)


def test_a_date_at_the_start_of_a_line_is_no_point() -> None:
    found = text_of("Vi mødes i Klitby den\n10. juni og igen den\n12. august efter ferien.")
    assert [type(block) for block in found.blocks] == [Paragraph]


def test_a_quotation_over_paragraphs_is_one() -> None:
    found = text_of(
        "Svaret lød:\n\n”Vi er enige.\n\nDet bør gennemføres nu.”\n\nDermed sluttede sagen."
    )
    assert [type(block) for block in found.blocks] == [Paragraph, Quote, Paragraph]


def test_a_short_line_above_text_is_a_heading() -> None:
    found = text_of("Status på arbejdet\nArbejdet er i gang i alle kommuner, og det følges tæt.")
    assert [type(block) for block in found.blocks] == [Heading, Paragraph]


def test_loose_lines_after_a_colon_are_no_headings() -> None:
    found = text_of(
        "Tilbuddet omfatter:\n\nPladser\nTakster\nVentetid\n\nDet ændres hvert kvartal."
    )
    assert all(isinstance(block, Paragraph) for block in found.blocks)


def test_columns_apart_by_tabs_are_a_table() -> None:
    found = text_of("Kommune\t2024\t2025\nKlitby\t12\t14\nSundby\t9\t11")
    (table,) = found.blocks
    assert isinstance(table, Table)
    assert [len(row) for row in table.rows] == [3, 3, 3]


def test_a_plan_keeps_empty_cells() -> None:
    found = text_of(
        "Tidspunkt Forum Handling\nMarts 2026 DAS Drøfter rammen\nApril 2026  Spørgsmål sendes ud\n"
        "Juni 2026 Politiske udvalg Godkender aftalen"
    )
    (table,) = found.blocks
    assert isinstance(table, Table)
    assert [bool(row[1].blocks) for row in table.rows] == [True, True, False, True]


def test_a_full_line_and_a_blank_one_end_what_has_no_end_mark() -> None:
    found = text_of(
        "Udvalget har talt om et møde for politikere, hvor der bliver vist tal fra hele\n"
        "området og talt om årets vigtigste opgaver på øerne.\n\n"
        "Tid og sted: Fredag kl. 9-13 den 15. maj på Klitby Strandhotel ved gamle havn\n\n"
        "Deltagere: Politikere fra de fire kommuner og fra regionen samt gæster"
    )
    assert len(found.blocks) == 3


def test_a_dash_in_a_sentence_is_no_point_of_a_list_with_other_marks() -> None:
    found = text_of(
        "Bilagene er disse, som er sendt ud:\n"
        "- Ledige i pct. af samtlige forsikrede i kommunerne (foreløbig opgørelse) 2017-2024\n"
        "– Region Syddanmark\n- Prisblad"
    )
    (made,) = [block for block in found.blocks if isinstance(block, List)]
    assert len(made.items) == 2


def test_a_short_line_between_two_sentences_is_a_heading_without_blank_lines() -> None:
    found = text_of(
        "Kommunerne får flere penge til drift, mens rammen for anlæg er uændret i 2027.\n"
        "Spor 2: Færre regler\n"
        "En række regler fjernes. Udvalget har tidligere peget på tre områder, hvor der er\n"
        "mest at hente for de små kommuner."
    )
    assert plain(found).split("\n")[1] == "Spor 2: Færre regler"


def test_a_line_that_opens_with_a_bracket_or_a_quoted_word_goes_on() -> None:
    found = text_of(
        "Regneark med fordeling på kommuner i årene 2021-2024\n"
        "(foreløbige tal, som ikke er godkendt af nogen endnu, og derfor\n"
        "skal ordet\n”foreløbig” stå på alle sider i bilaget til mødet."
    )
    assert len(found.blocks) == 1


def test_an_open_bracket_goes_on_below_a_gap() -> None:
    words = (
        "Der blev sagt følgende:\n"
        "• Der er valgt en gruppe, som planlægger sejladsen på de fire ruter mellem øerne.\n"
        "• Planen er, at ruterne står på én liste, som alle kan se (der arbejdes på den i\n"
        "\n"
        "KK-regi), men det kan også blive to lister.\n"
        "\n"
        "Gruppen tog det til efterretning."
    )
    (_lead, listed, after) = text_of(words).blocks
    assert isinstance(listed, List)
    assert [len(item.blocks) for item in listed.items] == [1, 1]
    assert plain(RichText((listed,))).endswith(
        "på den i KK-regi), men det kan også blive to lister."
    )
    assert plain(RichText((after,))) == "Gruppen tog det til efterretning."
