"""Lists of people in the forms papers use."""

import pytest

from app.importing.people import read_people

FORMS = [
    ("Ib Thorup, Åse Dahl og Jens-Peter Lindegaard",
     [("Ib Thorup", "", ""), ("Åse Dahl", "", ""), ("Jens-Peter Lindegaard", "", "")]),
    ("Konsulent i Fjordsekretariatet Lis Møller og Myndighedschef i Klitby Kommune Ib P. Thorup",
     [("Lis Møller", "Konsulent", "Fjordsekretariatet"),
      ("Ib P. Thorup", "Myndighedschef", "Klitby Kommune")]),
    ("Chef for Børn og Unge i Klitby Kommune Rikke Lund-Bæk",
     [("Rikke Lund-Bæk", "Chef for Børn og Unge", "Klitby Kommune")]),
    ("Specialkonsulent i KKR Sjælland Per Nørby",
     [("Per Nørby", "Specialkonsulent", "KKR Sjælland")]),
    ("Lis Møller, konsulent, Fjordsekretariatet, Ole Bach Hansen, børnechef, Klitby Kommune",
     [("Lis Møller", "konsulent", "Fjordsekretariatet"),
      ("Ole Bach Hansen", "børnechef", "Klitby Kommune")]),
    ("Jan de Vries (Region Syddanmark), Ib Thorup (Klitby Kommune)",
     [("Jan de Vries", "", "Region Syddanmark"), ("Ib Thorup", "", "Klitby Kommune")]),
    ("Lis Møller, konsulent, Fjordsekretariatet og Ole Bach, børnechef, Klitby Kommune",
     [("Lis Møller", "konsulent", "Fjordsekretariatet"),
      ("Ole Bach", "børnechef", "Klitby Kommune")]),
    ("Konsulent i Det fælles fjordsekretariat Emil Bach Lund",
     [("Emil Bach Lund", "Konsulent", "Det fælles fjordsekretariat")]),
    ("Leder af Fjordsekretariatet Lis Møller", [("Lis Møller", "Leder", "Fjordsekretariatet")]),
    ("Direktør Lis Møller (formand), Region Syddanmark; Ib Thorup, Sejlklubben",
     [("Lis Møller", "Direktør", "Region Syddanmark"), ("Ib Thorup", "", "Sejlklubben")]),
    ("Ib Thorup; Åse Dahl", [("Ib Thorup", "", ""), ("Åse Dahl", "", "")]),
    ("Byrådsmedlem Lis Møller, Klitby Kommune, KKR-konsulent Ib Thorup, KL",
     [("Lis Møller", "Byrådsmedlem", "Klitby Kommune"), ("Ib Thorup", "KKR-konsulent", "KL")]),
    ("Leder af Havne, Færger og Fyr i Klitby Kommune Lis Møller og ph.d.-studerende på "
     "Sandø Universitet Ib Thorup",
     [("Lis Møller", "Leder af Havne, Færger og Fyr", "Klitby Kommune"),
      ("Ib Thorup", "ph.d.-studerende", "Sandø Universitet")]),
    ("Souschef Ib Thorup, Bostedet Engen, lektor Lis Møller, Søfartsskolen",
     [("Ib Thorup", "Souschef", "Bostedet Engen"), ("Lis Møller", "lektor", "Søfartsskolen")]),
    ("Vicedirektør Lis Møller fra Klitby Sygehus og afdelingsleder Ib Thorup på Fyrcentret",
     [("Lis Møller", "Vicedirektør", "Klitby Sygehus"),
      ("Ib Thorup", "afdelingsleder", "Fyrcentret")]),
    ("Ingen", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=lambda value: str(value)[:30])
def test_forms(text: str, expected: list[tuple[str, str, str]]) -> None:
    people = read_people(text, "present")
    assert [(p.name, p.title, p.organisation) for p in people] == expected


def test_substitutes_and_chairs_are_told_by_their_brackets() -> None:
    people = read_people(
        "Eva Bæk (formand), Jan de Vries, chef, Region Syddanmark (suppleant for Ib Thorup)",
        "present",
    )
    assert [(p.name, p.role, p.substitutes_for) for p in people] == [
        ("Eva Bæk", "chairing", ""),
        ("Jan de Vries", "substitute", "Ib Thorup"),
    ]


def test_a_chair_is_told_by_the_word_behind_the_name() -> None:
    people = read_people("Eva Bæk (V), formand, Ib Thorup (A), Åse Dahl (F)", "present")
    assert [(p.name, p.role) for p in people] == [
        ("Eva Bæk", "chairing"),
        ("Ib Thorup", "member"),
        ("Åse Dahl", "member"),
    ]


def test_a_status_behind_the_name_counts() -> None:
    people = read_people("Ib Thorup (afbud)\nÅse Dahl: fraværende\nOle Bach", "present")
    assert [p.status for p in people] == ["apologies", "absent", "present"]


def test_nobody_is_guessed_to_replace_somebody() -> None:
    (chief,) = read_people("Børnechef i Klitby Kommune Ib Thorup", "other_participant")
    assert (chief.role, chief.substitutes_for) == ("guest", "")
