"""Lines of running text that look like a heading, a number of a list or an end."""

import pytest

from app.models.richtext import List, plain
from tests.importing.test_other_secretaries import item_of, meeting_of, paper

FULL = (
    "Færgerne sejler hver time fra den gamle havn i Klitby og over fjorden til det nye anløb\n" * 6
)


def decision_of(text: str) -> list[str]:
    item = item_of(f"Færgen\n\nSagsfremstilling\n{FULL}i øst.\n\nBeslutning\n{text}")
    return plain(item.decision).split("\n")


@pytest.mark.parametrize("word", ["punkt", "pkt."])
def test_a_sentence_that_goes_on_with_the_number_of_an_item_opens_none(word: str) -> None:
    first = "Sekretariatet sender planen for ruten rundt inden påske, og prisen drøftes sammen med"
    meeting = meeting_of(
        paper("Færgen\n\nBeslutning\n" + f"{first}\n{word} 3.\n\nEva Bæk var enig.", "Broen")
    )
    assert [item.title for item in meeting.items] == ["Færgen", "Broen"]
    assert plain(meeting.items[0].decision) == f"{first} {word} 3.\nEva Bæk var enig."


def test_an_opening_in_small_letters_that_stands_free_is_one() -> None:
    meeting = meeting_of(
        paper("Færgen\n\nBeslutning\nUdsat til i maj", "Broen").replace("Pu", "pu")
    )
    assert [item.title for item in meeting.items] == ["Færgen", "Broen"]


def test_a_number_behind_its_word_begins_no_list() -> None:
    first = "Ib Thorup foreslog, at broen til øen behandles på et senere møde i stedet for punkt"
    item = item_of(
        f"Færgen\n\nSagsfremstilling\n{FULL}i øst.\n\nBeslutning\n{first}\n1. Det blev aftalt."
    )
    assert plain(item.decision) == f"{first} 1. Det blev aftalt."
    assert not any(isinstance(block, List) for block in item.decision.blocks)
