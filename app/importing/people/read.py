"""Entries of a list of people -> people: names, "title in organisation name", "name, title"."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.importing.people.entries import (
    REMARK_TAIL,
    STANDS_IN,
    VACANT,
    comma_parts,
    entries_of,
    is_open_title,
    stands_in,
    whole_person,
)
from app.importing.people.names import is_organisation, is_title, title_first
from app.models.draft import AttendanceDraft

_STATUS_WORDS = {
    "afbud": "apologies",
    "fraværende": "absent",
    "ikke til stede": "absent",
    "deltog ikke": "absent",
    "til stede": "present",
    "deltog": "present",
}
_CHAIRS = frozenset({"mødeleder", "formand", "forkvinde", "forperson", "ordstyrer"})
_CHAIR_TAIL = re.compile(rf" [–-] (?P<chair>{'|'.join(sorted(_CHAIRS))})$", re.IGNORECASE)
_SECRETARIES = frozenset({"referent", "sekretær", "mødesekretær", "sekretariatet", "sekretariat"})
_STATUS_TAIL = re.compile(rf"\s*[:–-]\s*(?P<status>{'|'.join(_STATUS_WORDS)})$", re.IGNORECASE)
_REMARK = re.compile(
    r"^(?:deltog|deltager|deltagende|mødte|forlod|gik|kom|under|kun|via|virtuelt|online|på teams"
    r"|(?:fra|til|ved) (?:punkt|pkt|kl))\b",
    re.IGNORECASE,
)
"""How long or by what way somebody was there."""
_ALL_ABSENT = re.compile(
    r"\s+(?:var|er|har|havde) (?:(?:fraværende|forhindret)(?: med afbud)?|meldt afbud)\.?$"
)
_SUBSTITUTE = r"(?:suppleant|stedfortræder)"
_CAME = r"(?:deltog|deltager|mødte)"
_STAND_INS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\s*(?:\(|[–-] ){_SUBSTITUTE}:? (?!for )(?P<who>[^()]+?)(?: {_CAME}[\w ]*)?(?:\)|$)",
        rf"\s*\((?P<who>[^()]+?) {_CAME} (?:i stedet|som {_SUBSTITUTE})\)",
    )
)
"""Who came instead of somebody, told behind the name of the one who is absent."""
_OF_KKR = re.compile(r"KKR-(?:[a-zæøå]*konsulent|sekretær|koordinator)", re.IGNORECASE)
_PLACE = re.compile(r"^[A-ZÆØÅ][\wæøå]{2,}(?:[ -][A-ZÆØÅ][\wæøå]+){0,2}$")


def read_people(text: str, status: str, group: str = "") -> list[AttendanceDraft]:
    """The people of one list; ``status`` is what the list's label says of them."""
    people: list[AttendanceDraft] = []
    if found := _ALL_ABSENT.search(text):
        text, status = text[: found.start()], "apologies" if "afbud" in found[0] else "absent"
    for entry in entries_of(text):
        absent, stand_in = _without_stand_in(entry)
        person = _person(absent, status, group)
        if person.name:
            people.append(person)
            people.extend(_stand_in(stand_in, person, group))
        elif people:
            _note(people[-1], entry)
    return people


def _without_stand_in(entry: str) -> tuple[str, str]:
    """The entry without who came instead, and who that was: "Ib Thorup (suppleant Ea Dam)"."""
    for pattern in _STAND_INS:
        if (found := pattern.search(entry)) and whole_person(found["who"])[0]:
            return f"{entry[: found.start()]}{entry[found.end() :]}".strip(), found["who"]
    return entry, ""


def _stand_in(text: str, absent: AttendanceDraft, group: str) -> list[AttendanceDraft]:
    if not text:
        return []
    made = _person(text, "present", group)
    made.role, made.substitutes_for = "substitute", absent.name
    return [made]


def without_status(entry: str) -> str:
    """The entry without a status behind the name: "Ib Thorup: fraværende"."""
    return _STATUS_TAIL.sub("", entry).strip()


def _person(entry: str, status: str, group: str) -> AttendanceDraft:
    made = AttendanceDraft("", status=status, group_label=group, printed=entry)
    entry = _CHAIR_TAIL.sub(r" (\g<chair>)", entry)
    if found := _STATUS_TAIL.search(entry):
        made.status = _STATUS_WORDS[found["status"].casefold()]
    rest, brackets = _without_brackets(without_status(entry))
    if found := REMARK_TAIL.search(rest):
        rest, made.note = rest[: found.start()], found["remark"]
    if (substitute := stands_in(rest)) is not None:
        rest = substitute[0].strip(" ,")
        made.substitutes_for, made.role = substitute[1], "substitute"
    _fill(rest, made)
    for inner in brackets:
        _take_brackets(inner, made)
    if is_organisation(group):
        made.organisation = made.organisation or group
    if VACANT.match(made.name):
        made.status = "absent"
    _role(made)
    return made


def _without_brackets(entry: str) -> tuple[str, list[str]]:
    """The entry without its brackets, and what stands in each of them."""
    rest = " ".join(re.sub(r"\s*\([^()]*\)", " ", entry).replace(" ,", ",").split())
    return rest, re.findall(r"\(([^()]*)\)", entry)


def _take_brackets(inner: str, made: AttendanceDraft) -> None:
    """What stands in brackets: substitute, chair, status, title, organisation; else a remark."""
    rest = [part for part in map(str.strip, inner.split(",")) if not _take_word(part, made)]
    if rest:
        _note(made, ", ".join(rest))


def _take_word(part: str, made: AttendanceDraft) -> bool:
    """Put one thing told in brackets in its field; False for a remark."""
    low = part.casefold()
    if found := STANDS_IN.match(part):
        made.substitutes_for, made.role = found["who"].strip(), "substitute"
    elif low in _CHAIRS:
        made.role = "chairing"
    elif low in _SECRETARIES and made.status == "other_participant":
        made.role = "secretariat"
        return low.startswith("sekretariat")
    elif low in _STATUS_WORDS:
        made.status = _STATUS_WORDS[low]
    elif low.startswith("afbud "):
        made.status = "apologies"
        _note(made, part)
    elif (is_organisation(part) or _is_place(part)) and not made.organisation:
        made.organisation = part
    elif is_title(part) and not made.title:
        made.title = part
    else:
        return False
    return True


def _is_place(part: str) -> bool:
    """True for a place of work told by its name alone, such as a town."""
    return bool(_PLACE.match(part)) and not is_title(part) and not part.isupper()


def _note(made: AttendanceDraft, words: str) -> None:
    made.note = f"{made.note}, {words}".strip(", ")


def _fill(text: str, made: AttendanceDraft) -> None:
    """Name, title and organisation of words without brackets."""
    first, *rest = [part.strip() for part in comma_parts(text) if part.strip()] or [""]
    if rest and is_open_title(first) and title_first(text)[0]:
        first, rest = text, []
    name, title, organisation = whole_person(first)
    if not name and not rest and not _could_be_name(first):
        return
    made.name, made.title = name or first, title or made.title
    made.organisation = organisation or made.organisation
    for part in _whole_titles(rest):
        _fill_part(part, made)


def _could_be_name(text: str) -> bool:
    return bool(text) and not STANDS_IN.match(text) and any(sign.isalpha() for sign in text)


def _whole_titles(parts: list[str]) -> list[str]:
    """The parts behind a name, with a title that has commas of its own put together again."""
    place = next((i for i, part in enumerate(parts) if is_organisation(part)), 0)
    if place < 2 or not is_title(parts[0]):
        return parts
    return [", ".join(parts[:place]), *parts[place:]]


def _fill_part(part: str, made: AttendanceDraft) -> None:
    if _REMARK.match(part):
        _note(made, part)
        return
    told = is_title(part) or (part[:1].islower() and not is_organisation(part))
    if found := STANDS_IN.match(part):
        made.substitutes_for, made.role = found["who"].strip(), "substitute"
    elif told and not made.title:
        title, _, organisation = part.partition(" i ")
        made.title = title.strip()
        made.organisation = organisation.strip() or made.organisation
    elif not made.organisation:
        made.organisation = part
    elif is_organisation(made.organisation) and is_organisation(part):
        made.organisation = f"{made.organisation}, {part}"
    else:
        _note(made, part)


def _role(made: AttendanceDraft) -> None:
    """The role that title and organisation tell; nobody is guessed to replace somebody."""
    if made.role != "member":
        return
    about = f"{made.title} {made.organisation}".casefold()
    if made.status != "other_participant":
        if made.title.casefold() in _CHAIRS and not made.organisation:
            made.role = "chairing"
        return
    rules: tuple[tuple[str, Callable[[], bool]], ...] = (
        (
            "kkr",
            lambda: bool(re.search(r"\bKKR\b", made.organisation) or _OF_KKR.match(made.title)),
        ),
        ("secretariat", lambda: "sekretariat" in about or "sekretær" in about),
        ("guest", lambda: True),
    )
    made.role = next(role for role, rule in rules if rule())
