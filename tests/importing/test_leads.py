"""Recommendations as different secretaries set them: leads, verbs, points without marks."""

import pytest

from app.importing.content.recommendations import Recommended, read_recommendations, set_text
from app.importing.content.wraps import setting_of
from app.importing.lines import doc_width, make_lines
from app.models.richtext import plain
from tests.importing.test_other_secretaries import item_of

NAMES = ("Fjordudvalget",)


def read(text: str) -> Recommended:
    lines = make_lines([text])
    return read_recommendations(lines, setting_of(lines, doc_width(lines)), NAMES)


def sets_of(text: str) -> list[tuple[str, list[str]]]:
    return [(made.lead, [plain(one.text) for one in made.points]) for made in read(text).sets]


def test_a_lead_goes_on_below_where_it_ends_in_a_colon() -> None:
    lead = "Det indstilles jf. bilaget, at Fjordudvalget drøfter og tager stilling til følgende:"
    for broken in (lead, lead.replace(" drøfter", "\ndrøfter"), lead.replace(" til f", "\ntil f")):
        text = f"{broken}\n\n1. Planen for efteråret\n2. At planen sendes til de\nøvrige udvalg"
        points = ["Planen for efteråret", "At planen sendes til de øvrige udvalg"]
        assert sets_of(text) == [(lead, points)]


def test_a_lead_may_say_to_whom_the_points_go() -> None:
    lead = "Det indstilles, at Fjordudvalget over for Den Store Havnegruppe anbefaler,"
    text = lead.replace(" over", "\nover").replace(" Store", "\nStore")
    assert sets_of(f"{text}\n1) at broen lukkes\n2) at færgen sejler") == [
        (lead, ["at broen lukkes", "at færgen sejler"])
    ]


def test_a_lead_needs_no_at_when_its_points_say_it() -> None:
    lead = "Et enigt formandskab indstiller til Fjordudvalget,"
    text = f"{lead}\n1. at broen lukkes\n2. at færgen sejler"
    assert sets_of(text) == [(lead, ["at broen lukkes", "at færgen sejler"])]


def test_a_point_that_recommends_to_another_body_is_no_lead() -> None:
    text = (
        "Det indstilles, at\n\nFjordudvalget drøfter modellen\n\n"
        "Fjordudvalget anbefaler Havnerådet, at modellen sendes i høring"
    )
    ((lead, points),) = sets_of(text)
    assert lead == "Det indstilles, at"
    assert points == [
        "Fjordudvalget drøfter modellen",
        "Fjordudvalget anbefaler Havnerådet, at modellen sendes i høring",
    ]


def test_verbs_nobody_listed_open_points() -> None:
    text = (
        "Det indstilles, at Fjordudvalget\n"
        "Godkender den plan, som udvalget selv har lavet i løbet af efteråret, med\nændringer\n"
        "Udsender planen\nReviderer den om et år"
    )
    ((_, points),) = sets_of(text)
    assert [point.split()[0] for point in points] == ["Godkender", "Udsender", "Reviderer"]


def test_points_in_small_letters_stand_apart() -> None:
    text = (
        "Fjordudvalget indstiller, at Havnerådet\n\n"
        "anbefaler, at enheden oprettes som et forsøg i to år, under forudsætning af at\n"
        "kommunerne får adgang til rådgivningen\n\nbeder sekretariatet om en plan"
    )
    ((_, points),) = sets_of(text)
    assert [point.split()[0] for point in points] == ["anbefaler,", "beder"]


def test_points_without_a_lead_are_points() -> None:
    assert sets_of("1. Godkender planen\n2. Drøfter økonomien") == [
        ("", ["Godkender planen", "Drøfter økonomien"])
    ]
    assert sets_of("Planen godkendes.") == [("", ["Planen godkendes."])]
    found = read("Sekretariatet har set på sagen:\n• Broen lukkes\n• Færgen sejler")
    assert [plain(one.text) for one in found.sets[0].points] == ["Broen lukkes", "Færgen sejler"]
    assert [para.text for para in found.before] == ["Sekretariatet har set på sagen:"]


def test_a_recommendation_of_one_sentence_reads_as_one() -> None:
    (made,) = read("Det indstilles, at Fjordudvalget drøfter ruten og prisen.").sets
    assert [plain(one.text) for one in made.points] == ["drøfter ruten og prisen."]
    assert plain(set_text(made)) == "Det indstilles, at Fjordudvalget drøfter ruten og prisen."


def test_short_lines_below_an_at_are_points_though_they_begin_in_small_letters() -> None:
    full = (
        "ruten drøftes af alle, der sejler på fjorden om sommeren, og at prisen holdes i ro indtil"
    )
    text = (
        f"Ekspertpanelet indstiller, at\n\nfærgen males\nder kommer en ny mast\n{full}\nefteråret"
    )
    (made,) = read(text).sets
    assert [plain(one.text) for one in made.points] == [
        "færgen males",
        "der kommer en ny mast",
        f"{full} efteråret",
    ]


@pytest.mark.parametrize("marks", [("1.", "2."), ("1)", "2)"), ("a.", "b."), ("i.", "ii.")])
def test_points_are_shown_with_the_numbers_they_had(marks: tuple[str, str]) -> None:
    lead = "Det indstilles, at Fjordudvalget"
    points = f"{marks[0]} Drøfter ruten\n{marks[1]} Godkender prisen"
    (made,) = read(f"{lead}\n\n{points}").sets
    assert plain(set_text(made)) == f"{lead}\n{points}"


def test_what_an_item_is_put_on_for_may_be_all_that_is_recommended() -> None:
    item = item_of(
        "Færgen\n\nIndstilling\n\nTil drøftelse\n\nBilag:\n- Notat\n\nBeslutning:\nUdsat."
    )
    assert [one.kind for one in item.sections] == ["recommendation", "decision"]
    (made,) = item.recommendation_sets
    assert [plain(point.text) for point in made.points] == ["Til drøftelse"]


def test_a_date_below_a_numbered_point_is_part_of_it() -> None:
    first = "Godkender, at der indgås en aftale om sejlads i weekenden, som gælder i perioden"
    text = (
        f"Det indstilles, at Fjordudvalget\n\n1. {first}\n1. august 2026 – 31. maj 2027\n2. Drøfter"
    )
    assert sets_of(text)[0][1] == [f"{first} 1. august 2026 – 31. maj 2027", "Drøfter"]
