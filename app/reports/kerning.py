"""Pairs of letters that stand closer or wider than their widths say: a face's ``kern`` feature.

Reads what it needs of the OpenType GPOS table: lookups of pair adjustment (type 2, also behind an
extension, type 9), of which only the advance of the first glyph counts. Values are per 1000 of
the size.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from operator import add
from pathlib import Path

_PAIR, _EXTENSION = 2, 9
_ADVANCE = 0x0004


@dataclass(frozen=True, slots=True)
class _Values:
    """Where adjustments lie: bytes of both value records, and of the advance inside the first."""

    length: int
    place: int


@dataclass(frozen=True, slots=True)
class _SinglePairs:
    """Adjustments glyph by glyph: the offset of the set of each covered first glyph."""

    data: bytes
    sets: dict[int, int]
    values: _Values

    def find(self, first: int, second: int) -> int | None:
        """The adjustment, or nothing when the next subtable should be asked."""
        at = self.sets.get(first)
        if at is None:
            return None
        step = 2 + self.values.length
        for index in range(_u16(self.data, at)[0]):
            record = at + 2 + step * index
            if _u16(self.data, record)[0] == second:
                return _signed(self.data, record + 2 + self.values.place)
        return None


@dataclass(frozen=True, slots=True)
class _ClassPairs:
    """Adjustments by classes of glyphs, a matrix at ``at``."""

    data: bytes
    at: int
    covered: frozenset[int]
    classes: tuple[dict[int, int], dict[int, int]]
    second_count: int
    values: _Values

    def find(self, first: int, second: int) -> int | None:
        """The adjustment, or nothing when the next subtable should be asked."""
        if first not in self.covered:
            return None
        row, column = self.classes[0].get(first, 0), self.classes[1].get(second, 0)
        record = self.at + self.values.length * (row * self.second_count + column)
        return _signed(self.data, record + self.values.place)


_Pairs = _SinglePairs | _ClassPairs


class Kerning(dict[str, int]):
    """The kerning of one font file: the adjustment of each pair of letters, looked up once.

    A file without any gives 0 for every pair, and so does every font at spaces.
    """

    def __init__(self, path: Path, glyph_of: dict[int, int]) -> None:
        super().__init__()
        self._glyph_of = glyph_of
        data = path.read_bytes()
        units, gpos = _tables(data)
        self._scale = 1000 / units
        self._subtables = list(_subtables(data, gpos)) if gpos else []

    def __missing__(self, pair: str) -> int:
        value = self[pair] = self._look_up(*pair)
        return value

    def steps(self, words: str) -> list[int]:
        """How far each letter but the first moves to the right, in thousandths of the size."""
        return list(map(self.__getitem__, map(add, words, words[1:])))

    def _look_up(self, first: str, second: str) -> int:
        if first.isspace() or second.isspace():
            return 0
        left, right = self._glyph_of.get(ord(first)), self._glyph_of.get(ord(second))
        if left is None or right is None:
            return 0
        for subtable in self._subtables:
            value = subtable.find(left, right)
            if value is not None:
                return round(value * self._scale)
        return 0


def _u16(data: bytes, offset: int, count: int = 1) -> tuple[int, ...]:
    return struct.unpack_from(f">{count}H", data, offset)


def _tables(data: bytes) -> tuple[int, int]:
    """Units an em, and where GPOS begins (0 when there is none)."""
    places = {}
    for index in range(_u16(data, 4)[0]):
        tag, _sum, offset, _length = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        places[tag] = offset
    return _u16(data, places[b"head"] + 18)[0], places.get(b"GPOS", 0)


def _subtables(data: bytes, gpos: int) -> Iterator[_Pairs]:
    """The pair subtables of all lookups that the ``kern`` feature uses, in their order."""
    _version, _minor, _scripts, features, lookups = _u16(data, gpos, 5)
    for index in sorted(_kern_lookups(data, gpos + features)):
        lookup = gpos + lookups + _u16(data, gpos + lookups + 2 + 2 * index)[0]
        kind, _flags, count = _u16(data, lookup, 3)
        for offset in _u16(data, lookup + 6, count):
            yield from _pairs_at(data, lookup + offset, kind)


def _kern_lookups(data: bytes, features: int) -> set[int]:
    found: set[int] = set()
    for index in range(_u16(data, features)[0]):
        tag, offset = struct.unpack_from(">4sH", data, features + 2 + 6 * index)
        if tag == b"kern":
            count = _u16(data, features + offset + 2)[0]
            found.update(_u16(data, features + offset + 4, count))
    return found


def _pairs_at(data: bytes, at: int, kind: int) -> Iterator[_Pairs]:
    if kind == _EXTENSION:
        _format, kind, offset = struct.unpack_from(">HHI", data, at)
        at += offset
    if kind != _PAIR:
        return
    form, coverage, first_value, second_value = _u16(data, at, 4)
    if not first_value & _ADVANCE:
        return
    covered = list(_coverage(data, at + coverage))
    length = 2 * (first_value.bit_count() + second_value.bit_count())
    values = _Values(length, 2 * (first_value & (_ADVANCE - 1)).bit_count())
    yield (_single_pairs if form == 1 else _class_pairs)(data, at, covered, values)


def _single_pairs(data: bytes, at: int, covered: list[int], values: _Values) -> _Pairs:
    count = _u16(data, at + 8)[0]
    offsets = _u16(data, at + 10, count)
    sets = {first: at + offset for first, offset in zip(covered, offsets, strict=True)}
    return _SinglePairs(data, sets, values)


def _class_pairs(data: bytes, at: int, covered: list[int], values: _Values) -> _Pairs:
    first_at, second_at, _first_count, second_count = _u16(data, at + 8, 4)
    classes = _classes(data, at + first_at), _classes(data, at + second_at)
    return _ClassPairs(data, at + 16, frozenset(covered), classes, second_count, values)


def _signed(data: bytes, offset: int) -> int:
    value: int = struct.unpack_from(">h", data, offset)[0]
    return value


def _coverage(data: bytes, at: int) -> Iterator[int]:
    form, count = _u16(data, at, 2)
    if form == 1:
        yield from _u16(data, at + 4, count)
        return
    for index in range(count):
        first, last, _start = _u16(data, at + 4 + 6 * index, 3)
        yield from range(first, last + 1)


def _classes(data: bytes, at: int) -> dict[int, int]:
    if _u16(data, at)[0] == 1:
        first, count = _u16(data, at + 2, 2)
        return dict(enumerate(_u16(data, at + 6, count), first))
    found = {}
    for index in range(_u16(data, at + 2)[0]):
        first, last, number = _u16(data, at + 4 + 6 * index, 3)
        found.update(dict.fromkeys(range(first, last + 1), number))
    return found
