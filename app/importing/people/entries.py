"""A list of people cut into one entry a person, whatever stands between them."""

from __future__ import annotations

import re

from app.importing.people.given_names import GIVEN_NAMES
from app.importing.people.names import (
    has_title_in,
    is_name,
    is_organisation,
    is_title,
    name_first,
    title_first,
    without_brackets,
)

STANDS_IN = re.compile(
    r"^(?:\(|som |deltog |deltager |mødte )?"
    r"(?:(?:suppleant|stedfortræder|vikar|afløser|i stedet|på vegne) (?:for|af):?|for)"
    r" (?P<who>[^,;()]+?)\)?$",
    re.IGNORECASE,
)
"""Words that tell whom somebody stands in for, alone or in brackets."""
_STANDS_IN_BEHIND = re.compile(
    r"^(?P<name>.+?),? (?P<words>(?:som )?(?:(?:suppleant|stedfortræder|vikar|i stedet|på vegne)"
    r" (?:for|af):?|for) (?P<who>[^,;()]+))$",
    re.IGNORECASE,
)
VACANT = re.compile(r"^(?:vakant|ubesat)\b", re.IGNORECASE)
"""A seat that nobody has, told where a name would stand."""
_FROM = re.compile(r"^(?P<who>.+?) (?:fra|ved|i|på) (?P<organisation>[^,]+)$")
_NOBODY = frozenset({"", "-", "–", "ingen", "intet", "ingen afbud", "ingen fraværende"})
REMARK_TAIL = re.compile(
    r"\s+(?P<remark>(?:deltog|deltager|deltagende)"
    r" (?:i|under|ved|fra|til|på|kun|via|virtuelt|ikke)\b.*"
    r"|(?:under|ved|til|fra|i) (?:punkt|pkt\.?) ?\d[\d –-]*)$"
)
"""How long or by what way somebody was there, told behind the name without a sign."""
_AT_ITEM = re.compile(r"\([^()]*\b(?:punkt|pkt\.?) ?\d[^()]*\)$", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?:konsulenter|chefer|ledere|direktører|medarbejdere|koordinatorer)$", re.IGNORECASE
)
_BULLET = re.compile(r"^\s*[-–—•▪●*·]\s+")


def entries_of(text: str) -> list[str]:
    """The list cut into one entry a person; what belongs to nobody is an entry of its own."""
    text = _BULLET.sub("", text).strip().rstrip(".").strip()
    if text.casefold() in _NOBODY:
        return []
    if ";" in text:  # then commas stand inside what is told of one person
        parts = [part.strip() for part in text.split(";")]
        return [e for part in parts for e in ([part] if _begins_person(part) else entries_of(part))]
    if "\n" in text:
        return _belonging([entry for part in text.split("\n") for entry in _of_line(part)])
    parts = _with_whole_titles([p.strip() for p in comma_parts(text) if p.strip()])
    if len(parts) > 1 and _is_name_first(parts):
        return _name_first(parts)
    return _belonging([entry for part in parts for entry in _split_and(part)])


def _of_line(text: str) -> list[str]:
    """The entries of a line of its own: behind a person only another person begins one.

    Where the first has a title in front so has the other: "Leder Ulf Dam, Bostedet Engen" is one.
    """
    out: list[str] = []
    for entry in entries_of(text):
        first, title, _ = whole_person(comma_parts(out[-1])[0]) if out else ("", "", "")
        name, own_title, _ = whole_person(comma_parts(entry)[0])
        if first and (not name or (title and not own_title)):
            out[-1] = f"{out[-1]}, {entry}"
        else:
            out.append(entry)
    return out


def _with_whole_titles(parts: list[str]) -> list[str]:
    """The parts; a title ("Chef for Børn") goes on behind the comma up to the name there."""
    out: list[str] = []
    for part in parts:
        whole = f"{out[-1]}, {part}" if out and is_open_title(out[-1]) else ""
        if whole and is_person(_split_and(whole)[0]):
            out[-1] = whole
        else:
            out.append(part)
    return out


def is_open_title(text: str) -> bool:
    """True for a title that tells what it is for, and no name: "Chef for Børn"."""
    told = " for " in text or " af " in text
    return told and text[:1].isupper() and is_title(text.split()[0]) and not is_person(text)


def is_person(text: str) -> bool:
    """True for words that hold a whole name, with or without title and organisation."""
    return bool(whole_person(text)[0])


def whole_person(text: str) -> tuple[str, str, str]:
    """Name, title and organisation of words without commas; empty if they hold no whole name."""
    bare = REMARK_TAIL.sub("", without_brackets(text)).rstrip(":")
    if (found := stands_in(bare)) is not None:
        bare = found[0]
    if is_name(bare):
        return bare, "", ""
    if (found_first := title_first(bare))[0]:
        return found_first
    if (found_first := name_first(bare))[0]:
        return found_first
    tail = _FROM.match(bare)
    if tail is None or not is_organisation(tail["organisation"]):
        return "", "", ""
    name, title, organisation = whole_person(tail["who"])
    return (name, title, tail["organisation"]) if name and not organisation else ("", "", "")


def stands_in(text: str) -> tuple[str, str] | None:
    """Who stands in and for whom, of "Ulf Dam, suppleant for Ib Thorup" or "Ulf Dam for …"."""
    found = _STANDS_IN_BEHIND.match(text)
    if found is None:
        return None
    is_bare = found["words"].casefold().startswith("for ")
    if is_bare and not (is_name(found["name"]) and is_name(found["who"])):
        return None
    return found["name"], found["who"].strip()


def _begins_person(text: str) -> bool:
    first, comma, rest = text.partition(",")
    return bool(comma) and is_name(first) and rest.strip()[:1].islower()


def _belonging(entries: list[str]) -> list[str]:
    """Entries of which one that names nobody belongs to the person before it."""
    out: list[str] = []
    for entry in entries:
        first = comma_parts(entry)[0]
        told = _tells_of_somebody(entry) and not is_person(first) and not VACANT.match(entry)
        told = told and not (is_open_title(first) and is_person(entry))
        told = told or bool(out and _is_firm_of(out[-1], entry))
        if out and told and (is_person(comma_parts(out[-1])[0]) or VACANT.match(out[-1])):
            out[-1] = f"{out[-1]}, {entry}"
        else:
            out.append(entry)
    return out


def _is_firm_of(before: str, entry: str) -> bool:
    """Whether words with the item of a guest in brackets are where the person before comes from,
    though they could be a name: that person is sure to be one and has no place yet."""
    name, title, place = whole_person(before)
    if not name or place or not _AT_ITEM.search(entry):
        return False
    is_sure = bool(title) or name.split()[0] in GIVEN_NAMES
    return is_sure and without_brackets(entry).split()[0] not in GIVEN_NAMES


def _tells_of_somebody(entry: str) -> bool:
    loose = is_organisation(entry) or is_title(entry) or STANDS_IN.match(entry) or entry.islower()
    return bool(loose) or not without_brackets(entry)


def comma_parts(text: str) -> list[str]:
    """Cut at commas outside brackets; that of "havne-, færge- og fyrchef" parts nothing."""
    parts, depth, start = [], 0, 0
    for index, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth <= 0 and not text[:index].endswith("-"):
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]]


def _is_name_first(parts: list[str]) -> bool:
    """True for "name, title, organisation" and for one person with what belongs to the name."""
    if not (is_name(parts[0]) or name_first(without_brackets(parts[0]))[0]):
        return False
    alone = len(parts) <= 4 and not any(is_person(part) for part in parts[1:])
    return alone or any(_tells_of_somebody(p) and not is_person(p) for p in parts[1:])


def _name_first(parts: list[str]) -> list[str]:
    groups: list[list[str]] = []
    for part in (piece for one in parts for piece in _split_and(one)):
        if groups and not is_person(part) and not VACANT.match(part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return [", ".join(group) for group in groups]


def _split_and(part: str) -> list[str]:
    """Cut at "og"/"samt" where both sides are whole people.

    An organisation on the left is the last thing told of the person before.
    """
    for found in re.finditer(r" (?:og|samt) ", part):
        left, right = part[: found.start()], part[found.end() :]
        told = is_organisation(left) and not is_title(left)
        if (is_person(left) or told) and is_person(right):
            rest = _with_shared_title(left.strip(), right.strip())
            return [_with_shared(left.strip(), right), *_split_and(rest)]
    return [re.sub(r"^(?:og|samt) ", "", part)]


def _with_shared_title(left: str, right: str) -> str:
    """ "Konsulenter i sekretariatet A og B": what they are is told of both."""
    name, title, _ = whole_person(left)
    is_shared = _PLURAL.search(title) and is_name(right)
    return f"{left.removesuffix(name)}{right}" if is_shared else right


def _with_shared(left: str, right: str) -> str:
    """ "A og B fra sekretariatet": where they come from is told of both."""
    tail = _FROM.match(right)
    if tail is None or " fra " not in right or not is_person(tail["who"]) or has_title_in(left):
        return left
    mine = whole_person(left)
    return left if not mine[0] or mine[2] else f"{left}, {tail['organisation']}"
