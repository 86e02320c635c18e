"""Numbers follow the order until release; then only the formal tail may shift (domain R5, R6)."""

import uuid
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.models.agenda_words import TAIL_KINDS, ItemKind
from app.models.numbering import Numbered, numbers, tail_start

ORDINARY = st.sampled_from(sorted(set(ItemKind) - TAIL_KINDS))
TAIL = st.sampled_from(sorted(TAIL_KINDS))


@st.composite
def agendas(draw: st.DrawFn) -> list[Numbered]:
    """A released agenda: ordinary items, perhaps with gaps, then the tail."""
    kinds = draw(st.lists(ORDINARY, max_size=8)) + draw(st.lists(TAIL, max_size=2))
    steps = draw(st.lists(st.integers(1, 2), min_size=len(kinds), max_size=len(kinds)))
    items, number = [], 0
    for kind, step in zip(kinds, steps, strict=True):
        number += step
        items.append(Numbered(uuid.uuid4(), kind, number, number))
    return items


@given(agendas())
def test_before_release_numbers_follow_the_order(items: list[Numbered]) -> None:
    given_numbers = numbers(items, is_released=False)
    assert [given_numbers[item.id] for item in items] == list(range(1, len(items) + 1))


@given(agendas())
def test_a_released_agenda_keeps_its_numbers(items: list[Numbered]) -> None:
    assert numbers(items, is_released=True) == {item.id: item.number for item in items}


@given(agendas(), ORDINARY)
def test_an_extra_item_moves_the_tail_alone(items: list[Numbered], kind: ItemKind) -> None:
    extra = Numbered(uuid.uuid4(), kind, None)
    index = tail_start([item.kind for item in items])
    after = numbers([*items[:index], extra, *items[index:]], is_released=True)
    assert all(after[item.id] == item.number for item in items[:index])
    assert after[extra.id] > max((item.number or 0 for item in items[:index]), default=0)
    printed = [after[item.id] for item in (*items[:index], extra, *items[index:])]
    assert printed == sorted(set(printed))


def with_extra(items: list[Numbered], kind: ItemKind) -> tuple[uuid.UUID, list[Numbered]]:
    """The agenda with an extra item, its numbers given."""
    extra = Numbered(uuid.uuid4(), kind, None)
    index = tail_start([item.kind for item in items])
    agenda = [*items[:index], extra, *items[index:]]
    after = numbers(agenda, is_released=True)
    return extra.id, [replace(item, number=after[item.id]) for item in agenda]


@given(agendas(), ORDINARY)
def test_the_tail_moves_back_when_the_extra_item_goes(
    items: list[Numbered], kind: ItemKind
) -> None:
    extra, agenda = with_extra(items, kind)
    left = [item for item in agenda if item.id != extra]
    assert numbers(left, is_released=True) == {item.id: item.sent_as for item in items}


@given(agendas(), ORDINARY, st.data())
def test_no_number_that_was_sent_goes_to_another_case(
    items: list[Numbered], kind: ItemKind, data: st.DataObject
) -> None:
    items.append(Numbered(uuid.uuid4(), ItemKind.NEXT_MEETING, 30, 30))
    gone = data.draw(st.sampled_from(items[:-1])) if items[:-1] else None
    extra, agenda = with_extra([item for item in items if item is not gone], kind)
    number = next(item.number for item in agenda if item.id == extra)
    ordinary = items[: tail_start([item.kind for item in items])]
    assert number not in {item.sent_as for item in ordinary}


def test_the_extra_item_of_a_real_meeting_takes_the_number_of_eventuelt() -> None:
    kinds = [ItemKind.CASE] * 9 + [ItemKind.ANY_OTHER_BUSINESS, ItemKind.NEXT_MEETING]
    items = [Numbered(uuid.uuid4(), kind, number) for number, kind in enumerate(kinds, 1)]
    extra = Numbered(uuid.uuid4(), ItemKind.CASE, None)
    after = numbers([*items[:9], extra, *items[9:]], is_released=True)
    assert (after[extra.id], after[items[9].id], after[items[10].id]) == (10, 11, 12)


def test_the_tail_is_only_what_ends_the_agenda() -> None:
    assert tail_start([ItemKind.ANY_OTHER_BUSINESS, ItemKind.CASE, ItemKind.NEXT_MEETING]) == 2
    assert tail_start([]) == 0
