"""Words of a list of people: what is a name, a title, an organisation."""

from __future__ import annotations

import re

_PLACES = r"(?:Nordjylland|Midtjylland|Syddanmark|Sjælland|Hovedstaden|Danmark)"
_WORD = r"[A-ZÆØÅÉÖÜ][\wæøåéöü'’´.\-]*"
_PARTICLE = r"(?:von|van|de|af|la|der|den)"
_NAME = re.compile(rf"^{_WORD}(?: (?:{_WORD}|{_PARTICLE})){{1,5}}$")
ORGANISATION = re.compile(
    r"(?:Kommunen?s?\b|Region(?:en)?\b|\bKKR\b|\bKL\b|\bUCN\b|\bVIVE\b|\bVISO\b|Socialtilsyn|Sekretariat|sekretariat|styrelse"
    r"|Styrelse|\bPLO\b|Specialsektor|Ministeri|ministeri|Danske|Komponent|Forvaltning|forvaltning|Netværk|Universitet)"
)
_TITLE = re.compile(
    r"(?:chef|direktør|konsulent|leder|formand|sekretær|medarbejder|koordinator|rådgiver|borgmester|fuldmægtig"
    r"|læge|psykolog|student|forperson|specialist|ansvarlig|udvikler|assistent|partner|administrator)\w*",
    re.IGNORECASE,
)
_ORG_END = re.compile(
    rf"^(?P<organisation>.*?\b(?:Kommunen?"
    rf"|(?:Region(?:en)?|KKR|Socialtilsyn) (?:{_PLACES}|Nord|Midt|Syd|Øst)"
    r"|KL|UCN|VIVE|VISO|Komponent|Danske Regioner)) (?P<name>.+)$"
)


def without_brackets(text: str) -> str:
    """The text without what stands in brackets."""
    return re.sub(r"\s*\([^)]*\)", "", text).strip()


def is_name(text: str) -> bool:
    """True for two to six words in capitals that are neither organisation nor title."""
    bare = without_brackets(text)
    return (
        bool(_NAME.match(bare)) and not ORGANISATION.search(bare) and not is_title(bare.split()[0])
    )


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
    for word in (" i ", " fra ", " ved ", " hos ", " af "):
        cut = text.rfind(word) if word == " i " else text.find(word)
        if cut > 0 and is_title(text[:cut]):
            organisation, name = _split_name(text[cut + len(word) :])
            if name:
                return name, text[:cut].strip(), organisation
    found = re.match(
        rf"^(?P<title>[A-ZÆØÅ]?[a-zæøå]+(?: for [\w ]+?)?) (?P<name>{_WORD} .+)$", text
    )
    if found and is_title(found["title"]) and _NAME.match(found["name"]):
        organisation, name = _split_name(found["name"])
        return (
            (name, found["title"], organisation)
            if ORGANISATION.search(organisation)
            else (found["name"], found["title"], "")
        )
    return "", "", ""


def _split_name(text: str) -> tuple[str, str]:
    """Organisation and name of words that carry no sign between them."""
    found = _ORG_END.match(text)
    if found and _NAME.match(found["name"]):
        return found["organisation"], found["name"]
    words = text.split()
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
