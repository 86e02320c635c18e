"""Lists of people: names only, "title in organisation name", "name, title, organisation"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.models.draft import AttendanceDraft

_PLACES = r"(?:Nordjylland|Midtjylland|Syddanmark|Sjælland|Hovedstaden|Danmark)"
_WORD = r"[A-ZÆØÅÉÖÜ][\wæøåéöü'’´.\-]*"
_PARTICLE = r"(?:von|van|de|af|la|der|den)"
_NAME = re.compile(rf"^{_WORD}(?: (?:{_WORD}|{_PARTICLE})){{1,5}}$")
_ORGANISATION = re.compile(
    r"(?:Kommunen?s?\b|Region(?:en)?\b|\bKKR\b|\bKL\b|\bUCN\b|\bVIVE\b|\bVISO\b|Socialtilsyn|Sekretariat|sekretariat|styrelse"
    r"|Styrelse|\bPLO\b|Specialsektor|Ministeri|ministeri|Danske|Komponent|Forvaltning|forvaltning|Netværk|Universitet)"
)
_TITLE = re.compile(
    r"(?:chef|direktør|konsulent|leder|formand|sekretær|medarbejder|koordinator|rådgiver|borgmester|fuldmægtig"
    r"|læge|psykolog|student|forperson|specialist|ansvarlig|udvikler|assistent|partner|administrator)\w*",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\(?\b(?:suppleant|stedfortræder|i stedet) for:? (?P<who>[^,;()]+)\)?", re.IGNORECASE
)
_ORG_END = re.compile(
    rf"^(?P<organisation>.*?\b(?:Kommunen?"
    rf"|(?:Region(?:en)?|KKR|Socialtilsyn) (?:{_PLACES}|Nord|Midt|Syd|Øst)"
    r"|KL|UCN|VIVE|VISO|Komponent|Danske Regioner)) (?P<name>.+)$"
)
_STATUS_WORDS = {
    "afbud": "apologies",
    "fraværende": "absent",
    "ikke til stede": "absent",
    "deltog ikke": "absent",
    "til stede": "present",
    "deltog": "present",
}


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
    return all(_is_name(_before_status(line.split(",")[0])) for line in people)


def _has_more_than_a_name(line: str) -> bool:
    return any(_is_title(part) or _is_organisation(part) for part in line.split(",")[1:])


def is_group_label(line: str) -> bool:
    """True for the heading of a group of participants: an area or organisation on a line alone."""
    bare = line.rstrip(":").strip()
    if "," in bare or "(" in bare or len(bare.split()) > 6 or not bare[:1].isupper():
        return False
    return (
        line.endswith(":")
        or len(bare.split()) == 1
        or (bool(_ORGANISATION.search(bare)) and not _is_title(bare))
    )


def _before_status(entry: str) -> str:
    return _STATUS_TAIL.sub("", entry).strip()


def _entries(text: str) -> list[str]:
    """The list cut into one entry a person, whatever separates them."""
    text = text.strip().rstrip(".").strip()
    if text.casefold() in _NOBODY:
        return []
    for sign in (";", "\n"):
        if sign in text:
            return [entry for part in text.split(sign) for entry in _entries(part)]
    parts = [part.strip() for part in _split_outside(text, ",") if part.strip()]
    if len(parts) > 1 and _is_name_first(parts):
        return _name_first(parts)
    return [entry for part in parts for entry in _split_and(part)]


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
    """True for "name, title, organisation": titles stand alone between the names."""
    return _is_name(parts[0]) and any(_is_title(p) or _is_organisation(p) for p in parts[1:])


def _name_first(parts: list[str]) -> list[str]:
    groups: list[list[str]] = []
    for part in (piece for one in parts for piece in _split_and(one)):
        if groups and not _is_name(part) and not _has_title_in(part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return [", ".join(group) for group in groups]


def _split_and(part: str) -> list[str]:
    """Cut at "og"/"samt" where both sides are whole people."""
    for found in re.finditer(r" (?:og|samt) ", part):
        left, right = part[: found.start()], part[found.end() :]
        if _is_whole(left) and _is_whole(right):
            return [left.strip(), *_split_and(right.strip())]
    return [re.sub(r"^(?:og|samt) ", "", part)]


def _is_whole(text: str) -> bool:
    bare = _bare(text)
    return _is_name(bare) or (_has_title_in(bare) and bool(_title_first(bare)[0]))


def _bare(text: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", text).strip()


def _is_name(text: str) -> bool:
    bare = _bare(text)
    return (
        bool(_NAME.match(bare))
        and not _ORGANISATION.search(bare)
        and not _is_title(bare.split()[0])
    )


def _is_title(text: str) -> bool:
    first_word = text.split(None, 1)[0] if text.strip() else ""
    return bool(_TITLE.search(first_word)) or (
        bool(_TITLE.search(text)) and not _ORGANISATION.match(text)
    )


def _is_organisation(text: str) -> bool:
    return bool(_ORGANISATION.search(text))


def _has_title_in(text: str) -> bool:
    return bool(re.search(r" (?:i|fra|ved|hos|for) ", text)) and _is_title(
        text.split(" i ")[0].split(" fra ")[0]
    )


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
        elif _is_organisation(inner):
            made.organisation = inner.strip()
        else:
            made.note = inner.strip()
    return re.sub(r"\s*\([^)]*\)", "", entry).strip()


def _fill(text: str, made: AttendanceDraft) -> None:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if parts and (_is_name(parts[0]) or len(parts) > 1):
        made.name = parts[0]
        for part in parts[1:]:
            _fill_part(part, made)
        return
    name, title, organisation = _title_first(text)
    made.name, made.title = name or text, title
    made.organisation = organisation or made.organisation


def _fill_part(part: str, made: AttendanceDraft) -> None:
    if _is_title(part) and not made.title:
        title, _, organisation = part.partition(" i ")
        made.title = title.strip()
        made.organisation = organisation.strip() or made.organisation
    elif not made.organisation:
        made.organisation = part
    else:
        made.note = f"{made.note}, {part}".strip(", ")


def _title_first(text: str) -> tuple[str, str, str]:
    """Name, title and organisation of "Title in organisation Name"; empty if not of that form."""
    for word in (" i ", " fra ", " ved ", " hos "):
        cut = text.rfind(word) if word == " i " else text.find(word)
        if cut > 0 and _is_title(text[:cut]):
            organisation, name = _split_name(text[cut + len(word) :])
            if name:
                return name, text[:cut].strip(), organisation
    found = re.match(
        rf"^(?P<title>[A-ZÆØÅ]?[a-zæøå]+(?: for [\w ]+?)?) (?P<name>{_WORD} .+)$", text
    )
    if found and _is_title(found["title"]) and _NAME.match(found["name"]):
        organisation, name = _split_name(found["name"])
        return (
            (name, found["title"], organisation)
            if _ORGANISATION.search(organisation)
            else (found["name"], found["title"], "")
        )
    return "", "", ""


def _split_name(text: str) -> tuple[str, str]:
    """Organisation and name of words that carry no sign between them."""
    found = _ORG_END.match(text)
    if found and _NAME.match(found["name"]):
        return found["organisation"], found["name"]
    words = text.split()
    count = 2
    while len(words) > count + 1 and (
        re.match(r"^[A-ZÆØÅ]\.$", words[-count])
        or words[-count].casefold() in ("von", "van", "de", "af", "la")
    ):
        count += 1
    name = " ".join(words[-count:])
    return (
        (" ".join(words[:-count]), name) if len(words) > count and _NAME.match(name) else ("", "")
    )


def _role(made: AttendanceDraft) -> None:
    """The role that title and organisation tell; nobody is guessed to replace somebody."""
    if made.role != "member":
        return
    about = f"{made.title} {made.organisation}".casefold()
    if made.status != "other_participant":
        return
    rules: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("kkr", lambda: bool(re.search(r"\bKKR\b", made.organisation))),
        ("secretariat", lambda: "sekretariat" in about or "sekretær" in about),
        ("guest", lambda: True),
    )
    made.role = next(role for role, rule in rules if rule())
