"""Words of a list of people: what is a name, a title, an organisation."""

from __future__ import annotations

import re

from app.importing.people.given_names import GIVEN_NAMES

_PLACES = r"(?:Nordjylland|Midtjylland|Syddanmark|Sjælland|Hovedstaden|Danmark)"
_WORD = r"[A-ZÆØÅÉÖÜ][\wæøåéöü'’´.\-]*"
_PARTICLE = r"(?:von|van|de|af|la|der|den)"
_NAME = re.compile(rf"^{_WORD}(?: (?:{_WORD}|{_PARTICLE})){{1,5}}$")
ORGANISATION = re.compile(
    r"(?:Kommunen?s?\b|Region(?:en)?\b|\bKKR\b|\bKL\b|\bUCN\b|\bVIVE\b|\bVISO\b|Socialtilsyn|Sekretariat|sekretariat|styrelse"
    r"|Styrelse|\bPLO\b|Specialsektor|Ministeri|ministeri|Danske|Komponent|Forvaltning|forvaltning|Netværk|Universitet|[Ff]orening(?:en)?\b"
    r"|\b[Bb]otilbud|\b[Bb]osted|[Cc]ent(?:eret|ret|er)\b|[Hh]ospital|[Ss]ygehus|skolen\b|\bSkolen\b"
    r"|[Gg]ymnasi(?:um|et)\b|[Aa]kademi(?:et)?\b|[Bb]ibliotek(?:et)?\b|\bMuseum\b|[Ii]nstitut(?:tet)?\b)"
)
_TITLES = (
    r"chef|direktør|konsulent|leder|formand|sekretær|medarbejder|koordinator|rådgiver|borgmester"
    r"|fuldmægtig|læge|psykolog|student|forperson|specialist|ansvarlig|udvikler|assistent|partner"
    r"|administrator|forstander|forsker|rådmand|viceformand|forkvinde|professor|jurist|økonom"
    r"|medlem(?!mer)|studerende|lektor|pædagog(?!isk)|terapeut|analytiker|controller|revisor"
    r"|ingeniør|advokat|repræsentant|sygeplejerske|inspektør|ordfører|rektor|dekan|planlægger|behandler|arkitekt"
)
_TITLE = re.compile(rf"(?:{_TITLES})\w*", re.IGNORECASE)
_TITLE_END = re.compile(rf"(?:{_TITLES})(?:en|n)?$", re.IGNORECASE)
_LAST_ORGANISATION = re.compile(
    rf"(?:^| )(?P<organisation>(?:(?:{_WORD} )+Kommune|Region(?:en)?(?: {_PLACES})?"
    rf"|KKR(?: {_PLACES})?|Socialtilsyn {_WORD}|(?:[Ss]ekretariat|Styrelsen) .+"
    r"|\w*sekretariatet|KL|UCN|VIVE|VISO|Komponent|Danske Regioner))$"
)
_ORG_END = re.compile(
    rf"^(?P<organisation>.*?\b(?:Kommunen?|Universitet(?:shospital)?|[Ss]ygehus|[Hh]ospital"
    rf"|(?:Region(?:en)?|KKR|Socialtilsyn) (?:{_PLACES}|Nord|Midt|Syd|Øst)"
    r"|KL|UCN|VIVE|VISO|Komponent|Danske Regioner)) (?P<name>.+)$"
)


_PLACED = re.compile(
    rf"^(?P<organisation>(?:Region|KKR|Socialtilsyn) (?P<place>{_WORD}))"
    rf" (?P<name>{_WORD} {_WORD}.*)$"
)
_ONE_WORD = re.compile(
    r"^(?P<organisation>\w+(?:sekretariatet|forvaltningen|styrelsen|centeret|centret)"
    rf"(?: (?:{_PLACES}|Nord|Midt|Syd|Øst|Vest))?)"
    rf" (?P<name>{_WORD} {_WORD}.*)$"
)
_TITLED_NAME = re.compile(
    r"^(?P<title>(?:[A-ZÆØÅ][a-z]{1,5}\. )?"
    r"(?:[A-ZÆØÅ]{2,}-|(?:[A-ZÆØÅ][a-zæøå]+-,? (?:og )?)*)[A-ZÆØÅ]?[a-zæøå]+"
    r"(?:-?,? [a-zæøå]+){0,3}(?: for [\w ]+?)?)"
    rf" (?P<name>{_WORD} .+)$"
)
"""Words in small letters, or of one compound, before words in capitals."""


def without_brackets(text: str) -> str:
    """The text without what stands in brackets."""
    return re.sub(r"\s*\([^)]*\)", "", text).strip()


def is_name(text: str) -> bool:
    """True for two to six words in capitals that are neither organisation nor title."""
    bare = without_brackets(text)
    if not _NAME.match(bare) or ORGANISATION.search(bare) or is_title(bare.split()[0]):
        return False
    return not any(_TITLE_END.search(word) for word in bare.split()[1:])


def is_title(text: str) -> bool:
    """True for words that hold a title such as "chefkonsulent"."""
    first_word = text.split(None, 1)[0] if text.strip() else ""
    return bool(_TITLE.search(first_word)) or (
        bool(_TITLE.search(text)) and not ORGANISATION.match(text)
    )


def is_organisation(text: str) -> bool:
    """True for words that hold an organisation such as "Kommune"."""
    return bool(ORGANISATION.search(text))


def has_title_in(text: str) -> bool:
    """True for "title in organisation …"."""
    return bool(re.search(r" (?:i|fra|ved|hos|for) ", text)) and is_title(
        text.split(" i ")[0].split(" fra ")[0]
    )


def title_first(text: str) -> tuple[str, str, str]:
    """Name, title and organisation of "Title in organisation Name"; empty if not of that form."""
    for word in (" i ", " fra ", " ved ", " hos ", " på ", " af "):
        cut = text.rfind(word) if word == " i " else text.find(word)
        if cut > 0 and is_title(text[:cut]) and not _names_somebody(text[:cut]):
            organisation, name = _split_name(text[cut + len(word) :])
            if name:
                return name, text[:cut].strip(), organisation
    found = _TITLED_NAME.match(text)
    if found and is_title(found["title"]) and _NAME.match(found["name"]):
        organisation, name = _split_name(found["name"])
        return (
            (name, found["title"].removesuffix(" for"), organisation)
            if ORGANISATION.search(organisation)
            else (found["name"], found["title"], "")
        )
    return "", "", ""


def _names_somebody(text: str) -> bool:
    """True for a title with a whole name behind it: "Specialkonsulent Lis Dahl"."""
    found = _TITLED_NAME.match(text)
    return bool(found and _TITLE_END.search(found["title"]) and _NAME.match(found["name"]))


def name_first(text: str) -> tuple[str, str, str]:
    """Name, title and organisation of "Name Title organisation"; empty if not of that form."""
    words = text.split()
    at = next((i for i, word in enumerate(words) if i and _TITLE_END.search(word)), len(words))
    if at == len(words):
        found = _LAST_ORGANISATION.search(text)
        name = text[: found.start()].strip() if found else ""
        return (name, "", found["organisation"]) if found and is_name(name) else ("", "", "")
    name, rest = " ".join(words[:at]), " ".join(words[at:])
    while not is_name(name) and at > 2 and words[at - 1][:1].islower():
        at -= 1
        name, rest = " ".join(words[:at]), " ".join(words[at:])
    if not is_name(name):
        return "", "", ""
    found = _LAST_ORGANISATION.search(rest, len(words[at]))
    if found is None:
        return name, rest, ""
    return name, rest[: found.start()], found["organisation"]


def _split_name(text: str) -> tuple[str, str]:
    """Organisation and name of words that carry no sign between them."""
    found = _ORG_END.match(text)
    if found and _NAME.match(found["name"]):
        return found["organisation"], found["name"]
    words = text.split()
    given = [i for i, word in enumerate(words) if i and word in GIVEN_NAMES]
    if given and _NAME.match(" ".join(words[given[0] :])) and len(words) - given[0] <= 4:
        return " ".join(words[: given[0]]), " ".join(words[given[0] :])
    for pattern in (_PLACED, _ONE_WORD):
        told = pattern.match(text)
        is_given = told and told.groupdict().get("place") in GIVEN_NAMES
        if told and _NAME.match(told["name"]) and not is_given:
            return told["organisation"], told["name"]
    capitals = next((i for i, word in enumerate(reversed(words)) if word[:1].islower()), 0)
    if capitals == 3 and ORGANISATION.search(words[-4]):
        return " ".join(words[:-3]), " ".join(words[-3:])
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
