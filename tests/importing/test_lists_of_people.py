"""Who was there, in heads of papers: brackets, bullets, columns and lines; no word is lost."""

import pytest

from app.importing.lines import make_lines
from app.importing.people.read import read_people
from app.importing.reading import read_lines
from app.models.draft import AttendanceDraft, ImportDraft, MeetingDraft

ITEMS = "\n\nPunkt 1.\n\nFærgen\n\nBeslutning\nUdsat.\n\nPunkt 2.\n\nBroen\n\nBeslutning\nUdsat.\n"


def meeting_of(head: str) -> MeetingDraft:
    text = f"Fjordudvalget\nMødet den 4. marts 2026, kl. 9.30 - 12.15\n\n{head}{ITEMS}"
    return read_lines(make_lines([text]), ImportDraft("papir.txt", ""))[0]


def rows(people: list[AttendanceDraft]) -> list[tuple[str, str, str, str]]:
    return [(p.name, p.title, p.organisation, p.status) for p in people]


REMARKS: list[tuple[str, tuple[str, ...]]] = [
    ("Eva Bæk (næstformand)", ("Eva Bæk", "næstformand", "", "member", "")),
    ("Eva Bæk (formand, Klitby Kommune)", ("Eva Bæk", "", "Klitby Kommune", "chairing", "")),
    ("Eva Bæk (Klitby)", ("Eva Bæk", "", "Klitby", "member", "")),
    ("Eva Bæk (punkt 2-4)", ("Eva Bæk", "", "", "member", "punkt 2-4")),
    ("Eva Bæk (fra kl. 10, via Teams)", ("Eva Bæk", "", "", "member", "fra kl. 10, via Teams")),
    ("Eva Bæk, konsulent (referent)", ("Eva Bæk", "konsulent", "", "member", "referent")),
    (
        "Eva Bæk (næstformand), direktør, Klitby Kommune",
        ("Eva Bæk", "direktør", "Klitby Kommune", "member", "næstformand"),
    ),
    ("Eva Bæk (V)", ("Eva Bæk", "", "", "member", "V")),
]


@pytest.mark.parametrize(("text", "expected"), REMARKS, ids=lambda value: str(value)[:30])
def test_every_word_in_brackets_lands(text: str, expected: tuple[str, ...]) -> None:
    (person,) = read_people(text, "present")
    made = (person.name, person.title, person.organisation, person.role, person.note)
    assert made == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ulf Dam for Ib Thorup",
        "Ulf Dam (for Ib Thorup)",
        "Ulf Dam, suppleant for Ib Thorup",
        "Ulf Dam (i stedet for Ib Thorup)",
        "Ulf Dam (stedfortræder for Ib Thorup)",
    ],
)
def test_who_stands_in_for_whom(text: str) -> None:
    people = read_people(f"Eva Bæk, {text}, Åse Dahl", "present")
    assert [(p.name, p.role, p.substitutes_for) for p in people] == [
        ("Eva Bæk", "member", ""),
        ("Ulf Dam", "substitute", "Ib Thorup"),
        ("Åse Dahl", "member", ""),
    ]


FORMS = [
    ("Eva Bæk, chef for Havn, Kyst og Strand, Klitby Kommune",
     [("Eva Bæk", "chef for Havn, Kyst og Strand", "Klitby Kommune", "present")]),
    ("Eva Bæk, Chef for Havne, Fjordby Kommune (suppleant for Ib Thorup), Åse Dahl, Konsulent, KL",
     [("Eva Bæk", "Chef for Havne", "Fjordby Kommune", "present"),
      ("Åse Dahl", "Konsulent", "KL", "present")]),
    ("Sekretær Eva Bæk og konsulent Ib Thorup fra sekretariatet",
     [("Eva Bæk", "Sekretær", "sekretariatet", "present"),
      ("Ib Thorup", "konsulent", "sekretariatet", "present")]),
    ("Chefkonsulent i Sekretariat for Vestlig Havnedrift Anne Grethe Thorup",
     [("Anne Grethe Thorup", "Chefkonsulent", "Sekretariat for Vestlig Havnedrift", "present")]),
    ("Eva Bæk (mødeleder) Direktør, Klitby Kommune",
     [("Eva Bæk", "Direktør", "Klitby Kommune", "present")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=lambda value: str(value)[:30])
def test_titles_of_several_words(text: str, expected: list[tuple[str, ...]]) -> None:
    assert rows(read_people(text, "present")) == expected


TWO = [("Eva Bæk", "direktør", "Klitby Kommune", "present"),
       ("Ib Thorup", "havnechef", "Fjordby Kommune", "present")]  # fmt: skip
LISTS = {
    "bullets": "Til stede:\n- Eva Bæk, direktør, Klitby Kommune\n- Ib Thorup, havnechef,\n"
               "Fjordby Kommune\n",
    "table": "Navn Titel Organisation\nTil stede\nEva Bæk direktør Klitby Kommune\n"
             "Ib Thorup havnechef Fjordby Kommune\n",
    "columns": "Til stede:\nEva Bæk        direktør        Klitby Kommune\n"
               "Ib Thorup      havnechef       Fjordby Kommune\n",
    "two cells": "Til stede:\nEva Bæk direktør, Klitby Kommune\n\nIb Thorup\n"
                 "                    havnechef, Fjordby Kommune\n",
    "blank lines": "Til stede:\n\nEva Bæk, direktør, Klitby Kommune\n\n"
                   "Ib Thorup, havnechef, Fjordby Kommune\n",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(LISTS))
def test_one_person_a_line(name: str) -> None:
    meeting = meeting_of(LISTS[name] + "Fraværende uden afbud: Åse Dahl\n")
    assert rows(meeting.attendance) == [*TWO, ("Åse Dahl", "", "", "absent")]
    assert meeting.unplaced == []
    assert meeting.place == ""


def test_names_alone_on_their_lines() -> None:
    meeting = meeting_of("Fraværende Per Friis\n\nEva Bæk\n\nTil stede Ib Thorup, Åse Dahl\n")
    assert [(p.name, p.status) for p in meeting.attendance] == [
        ("Per Friis", "absent"),
        ("Eva Bæk", "absent"),
        ("Ib Thorup", "present"),
        ("Åse Dahl", "present"),
    ]


def test_two_columns_of_people() -> None:
    meeting = meeting_of("Til stede:\nEva Bæk          Ib Thorup\nÅse Dahl         Per Friis\n")
    assert [p.name for p in meeting.attendance] == ["Eva Bæk", "Ib Thorup", "Åse Dahl", "Per Friis"]


def test_nobody_is_without_a_name() -> None:
    meeting = meeting_of("Til stede: Eva Bæk, (for Ib Thorup), , Åse Dahl\n")
    assert all(p.name for p in meeting.attendance)


def test_remarks_of_one_person_on_two_lists_are_kept() -> None:
    meeting = meeting_of(
        "Mødeleder: Eva Bæk (til punkt 3)\nTil stede: Eva Bæk (fra kl. 10), Ib Thorup\n"
    )
    assert [p.note for p in meeting.attendance] == ["til punkt 3, fra kl. 10", ""]


def test_and_parts_somebody_with_a_remark_from_the_next_title() -> None:
    people = read_people(
        "Sekretariatsleder i Fjordudvalget Nina Falk, Lodskoordinator i Sandø Kommune Ole Brix, "
        "Ebba Tang-Larsen, professor, Klitby Universitet (deltog i punkt 3) og Konsulent i KL "
        "Amalie Hjorth (punkt 1-3)",
        "other_participant",
    )
    assert rows(people)[2:] == [
        ("Ebba Tang-Larsen", "professor", "Klitby Universitet", "other_participant"),
        ("Amalie Hjorth", "Konsulent", "KL", "other_participant"),
    ]
    assert [one.note for one in people] == ["", "", "deltog i punkt 3", "punkt 1-3"]


def test_an_organisation_before_its_people_is_theirs() -> None:
    meeting = meeting_of(
        "Deltagere:\nKlitby Kommune: Eva Bæk (formand)\n"
        "Sandø Kommune: Ib Thorup (afbud), Åse Dahl\n"
        "Region Vestfjord: Per Friis\nSekretariat: Ea Dam\n"
    )
    assert [(p.name, p.organisation, p.status, p.role) for p in meeting.attendance] == [
        ("Eva Bæk", "Klitby Kommune", "present", "chairing"),
        ("Ib Thorup", "Sandø Kommune", "apologies", "member"),
        ("Åse Dahl", "Sandø Kommune", "present", "member"),
        ("Per Friis", "Region Vestfjord", "present", "member"),
        ("Ea Dam", "", "other_participant", "secretariat"),
    ]


def test_an_organisation_above_its_people_is_theirs() -> None:
    meeting = meeting_of(
        "Deltagere:\nKlitby Kommune:\nEva Bæk\nIb Thorup, fyrmester\nAndre:\nÅse Dahl\nPer Friis\n"
    )
    assert [(p.name, p.organisation) for p in meeting.attendance] == [
        ("Eva Bæk", "Klitby Kommune"),
        ("Ib Thorup", "Klitby Kommune"),
        ("Åse Dahl", ""),
        ("Per Friis", ""),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Eva Bæk og Ib Thorup var fraværende med afbud",
        "Eva Bæk, Ib Thorup har meldt afbud.",
        "Ib Thorup (Eva Bæk deltog i stedet)",
        "Ib Thorup – stedfortræder Eva Bæk deltog",
        "Ib Thorup (Eva Bæk deltog som suppleant)",
    ],
)
def test_sentences_about_who_came_are_placed(told: str) -> None:
    meeting = meeting_of(f"Fraværende {told}\n\nTil stede Åse Dahl\n")
    assert [p.name for p in meeting.attendance][2:] == ["Åse Dahl"]
    assert meeting.unplaced == []


def test_heads_of_columns_below_a_free_label_do_not_end_its_list() -> None:
    meeting = meeting_of(
        "Deltagere\n\nNavn Titel Organisation\nEva Bæk Direktør Klitby Kommune\n"
        "Ib Thorup Fyrchef Sandø Kommune\n\nAfbud\n\nÅse Dahl\n"
    )
    assert rows(meeting.attendance) == [
        ("Eva Bæk", "Direktør", "Klitby Kommune", "present"),
        ("Ib Thorup", "Fyrchef", "Sandø Kommune", "present"),
        ("Åse Dahl", "", "", "apologies"),
    ]
    assert meeting.unplaced == []


def test_guests_of_one_item_have_a_label_that_says_so() -> None:
    meeting = meeting_of("Til stede: Eva Bæk\nGæster under punkt 3: Per Friis, Åse Dahl\n")
    assert [(p.name, p.role, p.note) for p in meeting.attendance] == [
        ("Eva Bæk", "member", ""),
        ("Per Friis", "guest", "under punkt 3"),
        ("Åse Dahl", "guest", "under punkt 3"),
    ]
    assert meeting.unplaced == []


@pytest.mark.parametrize("behind", [" - formand", " – mødeleder", " (formand)"])
def test_the_chair_may_be_told_behind_a_dash(behind: str) -> None:
    (person,) = read_people(f"Eva Bæk, Direktør, Klitby Kommune{behind}", "present")
    assert (person.organisation, person.role) == ("Klitby Kommune", "chairing")


def test_the_item_of_a_guest_may_stand_behind_without_a_sign() -> None:
    first, second = read_people(
        "Chef Ib Thorup, Sandø Kommune, samt Direktør Eva Bæk (Komponent) under punkt 5",
        "other_participant",
    )
    assert (first.name, first.note) == ("Ib Thorup", "")
    assert (second.name, second.organisation) == ("Eva Bæk", "Komponent")
    assert second.note == "under punkt 5"


@pytest.mark.parametrize(("who", "name"), [("Partner Ulf Dam", "Ulf Dam"), ("Eva Bæk", "Eva Bæk")])
@pytest.mark.parametrize("firm", ["Deloitte", "Klitby Advokater"])
def test_the_remark_behind_a_guests_firm_is_the_guests(who: str, name: str, firm: str) -> None:
    text = f"{who}, {firm} (under punkt 2-3), Ib Thorup"
    guest, other = read_people(text, "other_participant")
    assert (guest.name, guest.note) == (name, "under punkt 2-3")
    assert firm in (guest.organisation, guest.title)
    assert (other.name, other.note) == ("Ib Thorup", "")


def test_a_name_with_a_remark_is_no_firm_of_the_name_before() -> None:
    people = read_people("Direktør Eva Bæk, Åse Dahl (under punkt 3)", "other_participant")
    assert [(one.name, one.note) for one in people] == [
        ("Eva Bæk", ""),
        ("Åse Dahl", "under punkt 3"),
    ]
