"""Sentences, points and people that a line break cuts where they are easily misread."""

import pytest

from app.importing.as_json import draft_json
from app.importing.lines import make_lines
from app.importing.people.read import read_people
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft
from app.models.richtext import plain

HEAD = "Fjordudvalget\n\nMødet den 4. marts 2026, kl. 9.30 - 12.15\n\n"
FIRST = "Åben\nPunkt 1.\n\nGodkendelse af dagsorden\n\nBeslutning:\nGodkendt.\n\n"


def meeting_of(text: str) -> MeetingDraft:
    return read_lines(make_lines([text]), ImportDraft("papir.txt", ""))[0]


def item_of(text: str) -> ItemDraft:
    return meeting_of(f"{HEAD}{FIRST}Åben\nPunkt 2.\n\nFærgen\n\n{text}").items[1]


def points_of(text: str) -> list[list[str]]:
    item = item_of(f"Indstilling\n\n{text}\n\nBeslutning:\nUdsat.\n")
    return [[plain(point.text) for point in made.points] for made in item.recommendation_sets]


@pytest.mark.parametrize("before", ["3. kvartal", "1. halvår", "foråret", "ultimo"])
def test_a_year_below_goes_on_with_the_point(before: str) -> None:
    made = points_of(
        "Det indstilles, at Fjordudvalget:\n\n1. godkender ruten\n"
        f"2. lader færgen sejle mellem øerne på hverdage senest fra og med {before}\n"
        "2027, hvis havnen er klar\n"
    )
    assert [len(points) for points in made] == [2]
    assert made[0][1].endswith(f"{before} 2027, hvis havnen er klar")


def test_the_point_below_a_bare_lead_may_recommend_itself() -> None:
    made = points_of(
        "Det indstilles, at\n\nFjordudvalget anbefaler over for Havnerådet, at broen bygges\n\n"
        "Fjordudvalget sender sagen til orientering i Vejrådet.\n"
    )
    assert [len(points) for points in made] == [2]


def test_points_that_begin_with_at_and_stand_apart_are_points_of_their_own() -> None:
    made = points_of(
        "Det indstilles,\n\nat ruten godkendes som forsøg,\n\nat havnen udvides, og\n\n"
        "at rederiet melder tilbage i maj.\n"
    )
    assert [len(points) for points in made] == [3]


@pytest.mark.parametrize("short", ["vedr.", "jf.", "bl.a.", "ift.", "nr."])
def test_a_short_word_ends_no_sentence(short: str) -> None:
    item = item_of(
        "Sagsfremstilling\n\nFærgen er gammel, og derfor skal den ses efter i sømmene hvert år,"
        f" {short}\n\nAftale 7 om færger.\n\nBeslutning:\nUdsat.\n"
    )
    assert plain(item.sections[0].text).endswith(f"{short} Aftale 7 om færger.")


@pytest.mark.parametrize("word", ["mens", "fordi", "såfremt", "men"])
def test_a_sentence_goes_on_behind_a_conjunction_though_a_label_follows(word: str) -> None:
    item = item_of(
        f"Sagsfremstilling\n\nRuten blev ændret i maj, {word}\n"
        "Beslutning om prisen først ventes til sommer, når regnskabet for færgen er lagt frem.\n\n"
        "Beslutning:\nUdsat.\n"
    )
    (para,) = plain(item.sections[0].text).split("\n")
    assert f"{word} Beslutning om prisen" in para


def test_who_presents_an_item_is_no_part_of_its_title() -> None:
    meeting = meeting_of(
        f"{HEAD}{FIRST}Åben\nPunkt 2.\n\nNy færge til øen\nv/ havnefoged Ib Thorup\n\n"
        "Beslutning:\nUdsat.\n"
    )
    item = meeting.items[1]
    assert (item.title, item.presenters) == ("Ny færge til øen", ["havnefoged Ib Thorup"])


@pytest.mark.parametrize(
    ("entry", "name", "organisation"),
    [
        ("Konsulent i KKR Vestfjord Sigvarda Holm Krag", "Sigvarda Holm Krag", "KKR Vestfjord"),
        ("Konsulent i Fjordsekretariatet Sigvarda Holm Krag", "Sigvarda Holm Krag",
         "Fjordsekretariatet"),
        ("Kontorchef i Region Vestfjord Ulf Dam", "Ulf Dam", "Region Vestfjord"),
    ],
)  # fmt: skip
def test_a_name_of_three_words_behind_its_organisation(
    entry: str, name: str, organisation: str
) -> None:
    (person,) = read_people(entry, "other_participant")
    assert (person.name, person.organisation) == (name, organisation)


@pytest.mark.parametrize("organisation", [", Region Vestfjord", ""])
def test_how_long_somebody_stayed_is_no_person(organisation: str) -> None:
    first, second = read_people(
        f"Eva Bæk, konsulent Ulf Dam{organisation}, deltog under punkt 2", "other_participant"
    )
    assert (first.name, first.note) == ("Eva Bæk", "")
    assert (second.name, second.note) == ("Ulf Dam", "deltog under punkt 2")
    assert second.organisation == organisation.removeprefix(", ")


def test_the_place_goes_on_in_brackets_and_may_be_told_twice() -> None:
    place = "Havnegården, Molen 5\n(lokale: Bøjen)\n"
    for told in ("", "Sted Havnegården, Molen 5 (lokale: Bøjen)\n"):
        meeting = meeting_of(f"{HEAD}{place}\n{told}\nTil stede: Eva Bæk\n\n{FIRST}")
        assert meeting.place == "Havnegården, Molen 5 (lokale: Bøjen)"
        assert meeting.unplaced == []


def test_other_information_is_in_the_json() -> None:
    meeting = meeting_of(f"{HEAD}Øvrige oplysninger Eva Bæk gik kl. 11.\n\n{FIRST}")
    (told,) = draft_json(ImportDraft("papir.txt", "", [meeting]))["meetings"]
    assert told["other_info"] == "Eva Bæk gik kl. 11."


def test_a_plan_with_spans_of_months_and_wrapped_cells_is_one_table() -> None:
    item = item_of(
        "Tidsplan\n\nHvornår Hvem Hvad\n\n4. maj 2026 DAS Drøfter ruten\n\n"
        "Maj 2026 – juni 2027  Høring\n\nMarts 2027 KKR\nNordvesten\n\nPolitisk drøftelse\n\n"
        "1. juni 2027 Ekspertpanelet Vurdering\n\nBeslutning:\nUdsat.\n"
    )
    assert plain(item.sections[0].text).split("\n") == [
        "Hvornår\tHvem\tHvad",
        "4. maj 2026\tDAS\tDrøfter ruten",
        "Maj 2026 – juni 2027\t\tHøring",
        "Marts 2027\tKKR Nordvesten\tPolitisk drøftelse",
        "1. juni 2027\tEkspertpanelet\tVurdering",
    ]


def test_presenters_are_in_the_json() -> None:
    item = "Åben\nPunkt 2.\n\nNy færge\n\nv/ havnefoged Ib Thorup\n\nBeslutning:\nUdsat.\n"
    meeting = meeting_of(f"{HEAD}{FIRST}{item}")
    (told,) = draft_json(ImportDraft("papir.txt", "", [meeting]))["meetings"]
    assert told["items"][1]["presenters"] == ["havnefoged Ib Thorup"]
