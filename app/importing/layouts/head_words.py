"""Words of a paper's head: labels with what they hold, and words that are no content."""

from __future__ import annotations

import re

STATUS = {
    label: status
    for status, labels in {
        "present": (
            "til stede", "tilstede", "deltagere", "deltager", "deltagerliste",
            "mødedeltagere", "deltog", "medlemmer", "mødt",
            "fremmødte", "fremmødt", "suppleanter", "mødeleder", "formand", "ordstyrer",
            "tilstedeværende", "medlemmer til stede", "deltagende medlemmer", "næstformand",
            "formandskab", "formandskabet", "formænd", "mødeledere", "ordstyrere",
            "mødet blev ledet af",
        ),
        "absent": (
            "fraværende", "ikke til stede", "fraværende uden afbud", "udeblevet", "ikke mødt",
        ),
        "apologies": (
            "afbud", "afbud fra", "fraværende med afbud", "meldt afbud", "forfald", "med afbud",
            "afbud modtaget fra", "afbud meldt af",
        ),
        "other_participant": (
            "øvrige deltagere", "øvrige", "andre deltagere", "gæster", "gæst", "sekretariat",
            "fra sekretariatet", "sekretariatet", "referent", "inviterede", "inviteret",
            "desuden deltog", "endvidere deltog", "eksterne deltagere", "sekretær", "observatører",
            "øvrige mødedeltagere", "derudover deltog", "tilforordnede", "oplægsholdere",
            "mødesekretær", "referenter", "sekretariatsbetjening", "særligt inviterede",
            "fra sekretariatet deltog", "herudover deltog",
        ),
        "not_attending": ("deltager ikke",),
    }.items()
    for label in labels
}  # fmt: skip
"""Labels of lists of people and what they say of everybody on the list."""
ROLES = {
    "mødeleder": "chairing",
    "formand": "chairing",
    "ordstyrer": "chairing",
    "formandskab": "chairing",
    "formandskabet": "chairing",
    "formænd": "chairing",
    "mødeledere": "chairing",
    "ordstyrere": "chairing",
    "mødet blev ledet af": "chairing",
    "fra sekretariatet deltog": "secretariat",
    "referent": "secretariat",
    "referenter": "secretariat",
    "sekretær": "secretariat",
    "mødesekretær": "secretariat",
    "sekretariat": "secretariat",
    "sekretariatet": "secretariat",
    "fra sekretariatet": "secretariat",
    "sekretariatsbetjening": "secretariat",
    "suppleanter": "substitute",
    "gæster": "guest",
    "gæst": "guest",
}
BODY_LABELS = frozenset({"møde", "forum", "mødeforum", "udvalg", "gruppe"})
TIME_LABELS = frozenset(
    {"tid", "tidspunkt", "dato", "møde", "mødetid", "mødedato", "klokken", "kl.", "mødetidspunkt",
     "dato og tid", "tid og sted", "tidsrum", "dato og tidspunkt"}
)  # fmt: skip
START_LABELS = frozenset({"starttidspunkt", "start", "mødestart", "begynder", "mødet starter"})
END_LABELS = frozenset({"sluttidspunkt", "slut", "mødeslut", "slutter", "mødet slutter"})
PLACE_LABELS = frozenset({"sted", "mødested", "mødelokale", "lokale", "adresse"})
INFO_LABELS = frozenset({"øvrige oplysninger", "bemærkninger"})
CASE_LABELS = frozenset(
    {"sagsnummer", "sagsnr.", "sagsnr", "sagnr.", "sagnr", "sagsnr./dok.nr.", "sagsnr./dok.nr"}
)
FREE_LABELS = frozenset({"emne"})
"""Kept under other information together with their label."""
FIELDS = (
    BODY_LABELS | TIME_LABELS | START_LABELS | END_LABELS | PLACE_LABELS | INFO_LABELS | CASE_LABELS
) | FREE_LABELS
LABELS = sorted({*STATUS, *FIELDS}, key=len, reverse=True)
NEEDS_COLON = frozenset(
    {"emne", "forum", "mødeforum", "udvalg", "møde", "bemærkninger", "øvrige", "formand", "gruppe",
     "start", "slut", "lokale", "adresse", "sekretær", "næstformand", "mødt", "gæst", "slutter",
     "begynder", "forfald", "sekretariatet", "deltager", "formandskab", "formandskabet", "formænd"}
)  # fmt: skip
"""Words that also begin sentences: labels only before a colon."""
CONTENTS = re.compile(
    r"^(?P<word>(?:Punkt|Pkt\.?) )?(?P<number>\d{1,3})"
    r"(?:[.:] | (?=\((?:Åben|Lukket)| ?\S.*\.{4} ?\d{1,3}$)|(?(word) (?=[A-ZÆØÅ])|(?!)))"
    r"(?P<title>\S.*)$"
)
NAMES_BODY = re.compile(
    r"(?:udvalg|råd|forum|gruppe|kreds|nævn|klynge|bestyrelse|netværk|panel)(?:et|en|n|met)?\b",
    re.IGNORECASE,
)
"""A word for a kind of body, the end of another word perhaps."""
_PAPERS = (
    r"(?:Referat|Dagsorden|Beslutningsreferat|Mødereferat|Beslutningsprotokol|Mødeindkaldelse)"
)
HEAD_WORDS = re.compile(
    rf"^(?:{_PAPERS}(?: \([^()]*\)| (?:fra|af|til) (?:\w+ )?møde(?:t)?(?: nr\.? ?\d+)?)?"
    r"|Indholdsfortegnelse|Indhold|Side|Dagsordenspunkter|Punkter"
    r"|Åben (?:dagsorden|referat)|Åbent referat|Punkter på (?:dagsordenen|mødet)):?$",
    re.IGNORECASE,
)
PAPER_OF_BODY = re.compile(
    rf"^{_PAPERS} (?:(?:af|fra|til|for|-|–) )?(?:\w+ )?møde(?:t|r)? (?:i|for|med) (?P<body>\S.*)$",
    re.IGNORECASE,
)
"""A title line that names the body: "Referat af møde i …"."""
NAMES_ATTACHED = re.compile(r"\bREFERAT\b.*(?:\bBILAG\b|\bDEN \d|\d{1,2}[./]\d{1,2}[./]\d{2})")
"""What a separator page in capitals says of attached minutes."""
_TABLE_WORDS = frozenset(
    {"navn", "titel", "stilling", "organisation", "kommune", "funktion", "arbejdssted", "rolle",
     "kommune/region", "og", "arbejdsplads", "repræsenterer", "navn:", "titel:", "organisation:"}
)  # fmt: skip


def is_table_head(text: str) -> bool:
    """True for the heads of a table of people: "Navn Titel Organisation"."""
    words = text.casefold().split()
    return len(words) > 1 and words[0].rstrip(":") == "navn" and _TABLE_WORDS.issuperset(words)


def is_head_word(text: str) -> bool:
    """True for a line that only says what paper it is or what follows."""
    return bool(HEAD_WORDS.match(text)) or is_table_head(text)
