"""Lists of people in the forms papers use."""

import pytest

from app.importing.people.read import read_people

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


OTHERS = [
    ("Konsulenter i Fjordsekretariatet Lis Møller og Ib Thorup",
     [("Lis Møller", "Konsulenter", "Fjordsekretariatet"),
      ("Ib Thorup", "Konsulenter", "Fjordsekretariatet")]),
    ("Chefkonsulent i Fjordsekretariatet Midt Sanja Møller, "
     "Leder i Havneforvaltningen Vest Ib Bo Dam",
     [("Sanja Møller", "Chefkonsulent", "Fjordsekretariatet Midt"),
      ("Ib Bo Dam", "Leder", "Havneforvaltningen Vest")]),
    ("Direktør for Socialtilsyn Nord Lis B. Møller",
     [("Lis B. Møller", "Direktør", "Socialtilsyn Nord")]),
    ("specialkonsulent Lis Møller fra Sekretariat for Fjord og Hav, Ib Thorup, Klitby Kommune",
     [("Lis Møller", "specialkonsulent", "Sekretariat for Fjord og Hav"),
      ("Ib Thorup", "", "Klitby Kommune")]),
    ("Lis Møller, områdechef, Fjordforvaltningen, Region Syddanmark",
     [("Lis Møller", "områdechef", "Fjordforvaltningen, Region Syddanmark")]),
    ("Leder af VISO Lis Møller og Lektor ved Sandø Universitet Ib Thorup deltog under punkt 5",
     [("Lis Møller", "Leder", "VISO"), ("Ib Thorup", "Lektor", "Sandø Universitet")]),
    ("Vicechef i Færgerne i Region Syddanmark Lis Møller og "
     "Havne-, Færge- og Fyrdirektør i Klitby Kommune Ib Thorup",
     [("Lis Møller", "Vicechef i Færgerne", "Region Syddanmark"),
      ("Ib Thorup", "Havne-, Færge- og Fyrdirektør", "Klitby Kommune")]),
    ("Havne-, Færge- og Fyrdirektør Ib Thorup, Klitby Kommune, Lodsinspektør Lis Møller",
     [("Ib Thorup", "Havne-, Færge- og Fyrdirektør", "Klitby Kommune"),
      ("Lis Møller", "Lodsinspektør", "")]),
    ("Ib Thorup, havne-, færge- og fyrdirektør, Klitby Kommune",
     [("Ib Thorup", "havne-, færge- og fyrdirektør", "Klitby Kommune")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OTHERS, ids=lambda value: str(value)[:30])
def test_other_participants(text: str, expected: list[tuple[str, str, str]]) -> None:
    people = read_people(text, "other_participant")
    assert [(p.name, p.title, p.organisation) for p in people] == expected


def test_what_is_told_of_one_item_is_a_remark() -> None:
    (person,) = read_people("Lektor Ib Thorup deltog under punkt 5", "other_participant")
    assert (person.name, person.note) == ("Ib Thorup", "deltog under punkt 5")


@pytest.mark.parametrize(
    "text", ["Ib Thorup og Lis Møller var fraværende med afbud", "Ib Thorup, Lis Møller (afbud)"]
)
def test_absence_may_be_told_in_a_sentence(text: str) -> None:
    people = read_people(text, "absent")
    assert [(p.name, p.status) for p in people][1:] == [("Lis Møller", "apologies")]
    assert people[0].name == "Ib Thorup"


@pytest.mark.parametrize(
    "text",
    [
        "Ib Thorup (suppleant Lis Møller deltog)",
        "Ib Thorup – stedfortræder Lis Møller deltog",
        "Ib Thorup (Lis Møller deltog i stedet)",
        "Ib Thorup (stedfortræder: Lis Møller)",
        "Ib Thorup, Klitby Kommune (Lis Møller deltog som suppleant)",
    ],
)
def test_a_substitute_may_be_told_behind_the_absent(text: str) -> None:
    absent, substitute = read_people(text, "apologies")
    assert (absent.name, absent.status, absent.role) == ("Ib Thorup", "apologies", "member")
    assert (substitute.name, substitute.status) == ("Lis Møller", "present")
    assert (substitute.role, substitute.substitutes_for) == ("substitute", "Ib Thorup")


@pytest.mark.parametrize(
    "words",
    ["deltog for Ib Thorup", "i stedet for Ib Thorup", "deltog i stedet for Ib Thorup",
     "mødte for Ib Thorup", "stedfortræder for Ib Thorup", "afløser for Ib Thorup"],
)  # fmt: skip
@pytest.mark.parametrize("entry", ["Chef Lis Møller, Klitby Kommune ({})", "Chef Lis Møller ({})"])
def test_words_for_a_substitute(words: str, entry: str) -> None:
    (person,) = read_people(entry.format(words), "other_participant")
    made = (person.name, person.role, person.substitutes_for)
    assert made == ("Lis Møller", "substitute", "Ib Thorup")
