"""Habits of papers met later: titles with brackets, inner proposals, titles above their label."""

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft
from app.models.richtext import plain

CUP = "Havnerådet Møde den 04.03.2026\nkl. 9.30 Side 1 af 3\n\n"
FIRST = (
    f"{CUP}Punkt 1: Godkendelse af dagsorden\n\nHavnerådet\n\nPunkt 1.\n\n"
    "Godkendelse af dagsorden\n\nReferat:\n\nGodkendt.\n\n"
)
FOOT = "HavnerådetHavnerådetHavnerådet\n\nHavnerådet Møde den 04.03.2026\nkl. 9.30 Side 2 af 3\n"


def meeting_of(text: str) -> MeetingDraft:
    return read_lines(make_lines([text]), ImportDraft("papir.txt", ""))[0]


def second_of(text: str) -> ItemDraft:
    (item,) = [one for one in meeting_of(f"{FIRST}{text}").items if one.number == 2]
    return item


def texts(item: ItemDraft) -> list[tuple[str, str]]:
    return [(one.kind, plain(one.text)) for one in item.sections]


def test_a_title_goes_on_behind_a_clock_that_the_line_broke() -> None:
    title = (
        "Fælles temadrøftelse med fyrvæsenet om bøjer og lys i de lave farvande (kl.\n9.30-10.15)"
    )
    item = second_of(f"Punkt 2: {title}\n\nHavnerådet\n\nPunkt 2.\n\n{title}\n\nResume\n\nLys.\n")
    assert item.title == title.replace("\n", " ")
    assert item.time_from is not None
    assert item.kind == "theme"
    assert texts(item) == [("summary", "Lys.")]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Fælles temadrøftelse om fyr", "theme"),
        ("Årsberetning fra fyrvæsenet - temadrøftelse", "theme"),
        ("Opfølgning på temadrøftelse om fyr", "case"),
    ],
)
def test_a_title_may_tell_of_a_theme_at_its_end(title: str, kind: str) -> None:
    assert second_of(f"Punkt 2.\n\n{title}\n\nResume\n\nDer er mørkt.\n").kind == kind


def test_what_another_body_proposes_inside_the_case_is_no_recommendation() -> None:
    item = second_of(
        "Punkt 2.\n\nNye bøjer\n\nIndstilling\n\nDet indstilles, at\n\n"
        "Havnerådet godkender planen\n\nReferat:\n\nGodkendt.\n\n"
        "Bilag:\n\nSagsfremstilling - Nye bøjer\n"
        " Sagsfremstilling\n\nLodserne foreslår, at arbejdsgruppen\n\n- tæller bøjerne\n"
        "- maler dem røde\n\nArbejdet tager en uge.\n"
    )
    assert len(item.recommendation_sets) == 1
    assert texts(item)[-1] == (
        "case_presentation",
        "Lodserne foreslår, at arbejdsgruppen\n• tæller bøjerne\n• maler dem røde\n"
        "Arbejdet tager en uge.",
    )


def test_a_title_with_the_word_of_a_label_and_a_colon_is_a_title() -> None:
    head = " Mødet den 04.03.2026 Havnerådet\n\nÅben\n"
    first = f"{head}Punkt 1.\n\nGodkendelse af dagsorden\n\nBeslutning:\n\nGodkendt.\n"
    listed = "Havnerådet\n\nMødet den 4. marts 2026, kl. 9.30\n 1. Godkendelse af dagsorden\n"
    meeting = meeting_of(
        f"{listed}2. Økonomi: Midler til bøjer\n{first}{head}Punkt 2.\n\n"
        "Økonomi: Midler til bøjer\n\n2026-004711\n\nResume\n\nDer er penge.\n\n"
        "Beslutning:\n\nGodkendt.\n"
    )
    item = meeting.items[1]
    assert (item.title, item.case_number) == ("Økonomi: Midler til bøjer", "2026-004711")
    assert [kind for kind, _ in texts(item)] == ["summary", "decision"]
    assert meeting.unplaced == []


@pytest.mark.parametrize("above", ["", f"{FOOT}\n\n"])
@pytest.mark.parametrize(
    "titles", [["Lodsernes notat"], ["Lodsernes notat (marts 2026)", "Bilag 2 - Kort.xlsx"]]
)
def test_titles_above_an_empty_label_of_attachments(titles: list[str], above: str) -> None:
    listed = "\n\n".join(titles)
    item = second_of(
        "Punkt 2.\n\nNye bøjer\n\n2026-004711\n\nResume\n\nDer mangler bøjer.\n\nBeslutning\n"
        f"Bøjerne købes.\nLodserne sætter dem ud.\n\n{above}{listed}\n\n{FOOT}\nBilag:\n\n"
        f"{FOOT}\nPunkt 3: Eventuelt\n"
    )
    assert [one.title for one in item.attachments] == titles
    assert item.decision_text == "Bøjerne købes.\nLodserne sætter dem ud."


def test_an_outcome_alone_above_an_empty_label_is_no_attachment() -> None:
    item = second_of(
        "Punkt 2.\n\nNye bøjer\n\n2026-004711\n\nResume\n\nDer mangler bøjer.\n\nBeslutning\n\n"
        f"Godkendt\n\n{FOOT}\nBilag:\n\n{FOOT}\nPunkt 3: Eventuelt\n"
    )
    assert item.attachments == []
    assert item.decision_text == "Godkendt"


def test_the_approval_of_an_agenda_without_label_is_a_decision_with_what_it_adds() -> None:
    meeting = meeting_of(
        f"{CUP}Punkt 1.\n\nGodkendelse af dagsorden\n"
        "Godkendt. Punkt 3 blev taget først.\n\nPunkt 2.\n\nBøjer\n\n2026-004711\n\n"
        "Resume\n\nDer mangler bøjer.\n\nReferat\nDrøftet.\n"
    )
    first = meeting.items[0]
    assert first.decision_text == "Godkendt. Punkt 3 blev taget først."
    assert first.outcome is not None
    assert first.outcome.outcome == "approved"


def test_a_lead_may_say_on_whose_behalf() -> None:
    item = second_of(
        "Punkt 2.\n\nNye bøjer\n\nIndstilling\n\n"
        "Det indstilles, at FU på vegne af Havnerådet godkender svaret.\n\nReferat:\n\nGodkendt.\n"
    )
    (made,) = item.recommendation_sets
    assert made.lead == "Det indstilles, at FU på vegne af Havnerådet"
    assert [plain(one.text) for one in made.points] == ["godkender svaret."]


def test_a_sentence_set_in_right_below_a_label_is_no_point() -> None:
    told = (
        " Lodsen fortalte om bøjerne, som ligger langt fra land og er svære at se i mørke og\n"
        "tåge, når vinden er i vest.\n\nFormanden takkede."
    )
    item = second_of(f"Punkt 2.\n\nNye bøjer\n\n2026-004711\n\nReferat\n\n{told}\n")
    assert item.sections[-1].kind == "minutes"
    assert plain(item.sections[-1].text).startswith("Lodsen fortalte")


NUMBERED = f"{FIRST}Punkt 2.\n\nBøjer\n\n2026-004711\n\nResume\n\nDer er bøjer.\n\n"


@pytest.mark.parametrize("opening", ["Punkt 3 - LUKKET: Lodsens løn", "Punkt 3.\n\nLodsens løn"])
def test_the_case_number_of_an_empty_item_is_not_that_of_the_next(opening: str) -> None:
    meeting = meeting_of(f"{NUMBERED}{opening}\n\n2026-004712\n\nPunkt 4.\n\nEventuelt\n\nIntet.\n")
    assert [(one.number, one.case_number) for one in meeting.items[1:]] == [
        (2, "2026-004711"), (3, "2026-004712"), (4, None),
    ]  # fmt: skip


def test_a_link_broken_behind_a_hyphen_is_one_attachment() -> None:
    item = second_of(
        "Punkt 2.\n\nNye bøjer\n\nReferat:\n\nKøbt.\n\nBilag:\n1. Notat\n"
        "2. Priser: https://www.havn.dk/priser-2026-\n2027.pdf\n"
    )
    assert [one.title for one in item.attachments] == [
        "Notat", "Priser: https://www.havn.dk/priser-2026-2027.pdf",
    ]  # fmt: skip


def test_a_raw_file_name_that_stands_free_is_an_attachment_without_its_ending_too() -> None:
    item = second_of(
        "Punkt 2.\n\nNye bøjer\n\n2026-004711\n\nResume\n\nDer mangler bøjer.\n\nReferat\n\n"
        "Bøjerne købes.\n\nBøjer 2026_endelig udgave\n\nPunkt 3: Eventuelt\n"
    )
    assert [one.title for one in item.attachments] == ["Bøjer 2026_endelig udgave"]
    assert texts(item)[-1] == ("minutes", "Bøjerne købes.")


def test_the_page_of_an_attachment_with_a_short_title_in_capitals_is_its_own() -> None:
    item = second_of(
        "Punkt 2.\n\nNye bøjer\n\nResume\n\nDer mangler bøjer.\n\nBilag:\n- Kort 2026\n\n"
        "Beslutning:\n\n1. Bøjerne købes.\n2. Kortet rettes.\n\nSide 4\n"
        " 2. KORT 2026\n\n\n\nSignaturer\nRødt er lavt vand.\n\nSide 1Side 5\n"
    )
    assert item.decision_text == "1. Bøjerne købes.\n2. Kortet rettes."
    assert texts(item)[-1] == ("other", "Signaturer\nRødt er lavt vand.")
