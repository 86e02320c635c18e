"""Lists of people: names only, "title in organisation name", "name, title, organisation"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.importing.names import (
    ORGANISATION,
    has_title_in,
    is_name,
    is_organisation,
    is_title,
    title_first,
    without_brackets,
)
from app.models.draft import AttendanceDraft

_FOR = re.compile(
    r"\(?\b(?:suppleant|stedfortræder|i stedet) for:? (?P<who>[^,;()]+)\)?", re.IGNORECASE
)
_STATUS_WORDS = {
    "afbud": "apologies",
    "fraværende": "absent",
    "ikke til stede": "absent",
    "deltog ikke": "absent",
    "til stede": "present",
    "deltog": "present",
}


_CHAIRS = frozenset({"mødeleder", "formand", "forkvinde", "forperson", "ordstyrer"})
_NOBODY = frozenset({"", "-", "–", "ingen", "intet", "ingen afbud", "ingen fraværende"})
_STATUS_TAIL = re.compile(rf"\s*[:–-]\s*(?P<status>{'|'.join(_STATUS_WORDS)})$", re.IGNORECASE)


def read_people(text: str, status: str, group: str = "") -> list[AttendanceDraft]:
    """The people of one list; ``status`` is what the list's label says of them."""
    entries = _entries(text)
    return [_person(entry, status, group) for entry in entries]


def is_line_by_line(lines: Sequence[str], *, with_titles: bool) -> bool:
    """True for a list that gives each person a line, with headings of groups between them.

    ``with_titles`` asks for a title or organisation behind each name, which a wrapped list lacks.
    """
    people = [line for line in lines if not is_group_label(line)]
    if len(people) < 2 or any(line.rstrip().endswith((",", " og")) for line in people):
        return False
    if with_titles and not all(_has_more_than_a_name(line) for line in people):
        return False
    return all(is_name(_before_status(line.split(",")[0])) for line in people)


def _has_more_than_a_name(line: str) -> bool:
    return any(is_title(part) or is_organisation(part) for part in line.split(",")[1:])


def is_group_label(line: str) -> bool:
    """True for the heading of a group of participants: an area or organisation on a line alone."""
    bare = line.rstrip(":").strip()
    if "," in bare or "(" in bare or len(bare.split()) > 6 or not bare[:1].isupper():
        return False
    return (
        line.endswith(":")
        or len(bare.split()) == 1
        or (bool(ORGANISATION.search(bare)) and not is_title(bare))
    )


def _before_status(entry: str) -> str:
    return _STATUS_TAIL.sub("", entry).strip()


def _entries(text: str) -> list[str]:
    """The list cut into one entry a person, whatever separates them."""
    text = text.strip().rstrip(".").strip()
    if text.casefold() in _NOBODY:
        return []
    if ";" in text:  # then commas stand inside what is told of one person
        parts = [part.strip() for part in text.split(";")]
        return [e for part in parts for e in ([part] if _begins_person(part) else _entries(part))]
    if "\n" in text:
        return [entry for part in text.split("\n") for entry in _entries(part)]
    parts = [part.strip() for part in _split_outside(text, ",") if part.strip()]
    if len(parts) > 1 and _is_name_first(parts):
        return _name_first(parts)
    return _with_organisations([entry for part in parts for entry in _split_and(part)])


def _begins_person(text: str) -> bool:
    first, comma, rest = text.partition(",")
    return bool(comma) and is_name(first) and rest.strip()[:1].islower()


def _with_organisations(entries: list[str]) -> list[str]:
    """Entries of which one that only names an organisation belongs to the person before it."""
    out: list[str] = []
    for entry in entries:
        loose = is_organisation(entry) and not _is_person(entry)
        if out and loose and _is_person(out[-1]):
            out[-1] = f"{out[-1]}, {entry}"
        else:
            out.append(entry)
    return out


def _split_outside(text: str, sign: str) -> list[str]:
    """Cut at ``sign`` outside brackets."""
    parts, depth, start = [], 0, 0
    for index, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == sign and depth <= 0:
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]]


def _is_name_first(parts: list[str]) -> bool:
    """True for "name, title, organisation" and for one person with what belongs to the name."""
    if not is_name(parts[0]):
        return False
    alone = len(parts) <= 4 and not any(is_name(p) or _is_whole(p) for p in parts[1:])
    return alone or any(is_title(p) or is_organisation(p) for p in parts[1:])


def _name_first(parts: list[str]) -> list[str]:
    groups: list[list[str]] = []
    for part in (piece for one in parts for piece in _split_and(one, behind_name=True)):
        if groups and not is_name(part) and not has_title_in(part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return [", ".join(group) for group in groups]


def _split_and(part: str, *, behind_name: bool = False) -> list[str]:
    """Cut at "og"/"samt" where both sides are whole people.

    ``behind_name`` allows an organisation on the left: the last thing told of the person before.
    """
    for found in re.finditer(r" (?:og|samt) ", part):
        left, right = part[: found.start()], part[found.end() :]
        told = behind_name and is_organisation(left) and is_name(right)
        if (_is_whole(left) or told) and _is_whole(right):
            return [left.strip(), *_split_and(right.strip())]
    return [re.sub(r"^(?:og|samt) ", "", part)]


def _is_whole(text: str) -> bool:
    bare = without_brackets(text)
    return is_name(bare) or (has_title_in(bare) and bool(title_first(bare)[0]))


def _is_person(text: str) -> bool:
    return _is_whole(text) or bool(title_first(without_brackets(text))[0])


def _person(entry: str, status: str, group: str) -> AttendanceDraft:
    made = AttendanceDraft("", status=status, group_label=group, printed=entry)
    if found := _STATUS_TAIL.search(entry):
        made.status = _STATUS_WORDS[found["status"].casefold()]
    rest = _take_brackets(_before_status(entry), made)
    if found := _FOR.search(rest):
        made.substitutes_for, made.role = found["who"].strip(), "substitute"
        rest = (rest[: found.start()] + rest[found.end() :]).strip(" ,")
    _fill(rest, made)
    _role(made)
    return made


def _take_brackets(entry: str, made: AttendanceDraft) -> str:
    """What stands in brackets after a name: substitute, chair, organisation, status or a remark."""
    for inner in re.findall(r"\(([^)]*)\)", entry):
        if found := _FOR.search(inner):
            made.substitutes_for, made.role = found["who"].strip(), "substitute"
        elif re.match(r"(?:for(?:mand|kvinde|person)|mødeleder)\b", inner, re.IGNORECASE):
            made.role = "chairing"
        elif inner.casefold() in _STATUS_WORDS:
            made.status = _STATUS_WORDS[inner.casefold()]
        elif is_organisation(inner):
            made.organisation = inner.strip()
        else:
            made.note = inner.strip()
    return re.sub(r"\s*\([^)]*\)", "", entry).strip()


def _fill(text: str, made: AttendanceDraft) -> None:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if parts and (is_name(parts[0]) or len(parts) > 1):
        name, made.title, organisation = title_first(parts[0])
        made.name, made.organisation = name or parts[0], organisation or made.organisation
        for part in parts[1:]:
            _fill_part(part, made)
        return
    name, title, organisation = title_first(text)
    made.name, made.title = name or text, title
    made.organisation = organisation or made.organisation


def _fill_part(part: str, made: AttendanceDraft) -> None:
    told = is_title(part) or (part[:1].islower() and not is_organisation(part))
    if told and not made.title:
        title, _, organisation = part.partition(" i ")
        made.title = title.strip()
        made.organisation = organisation.strip() or made.organisation
    elif not made.organisation:
        made.organisation = part
    else:
        made.note = f"{made.note}, {part}".strip(", ")


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
        ("kkr", lambda: bool(re.search(r"\bKKR\b", made.organisation))),
        ("secretariat", lambda: "sekretariat" in about or "sekretær" in about),
        ("guest", lambda: True),
    )
    made.role = next(role for role, rule in rules if rule())
