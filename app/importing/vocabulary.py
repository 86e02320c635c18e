"""Printed words and what they mean: labels, kinds, verbs, bodies (domain.md 3.6)."""

from __future__ import annotations

import re

SECTION_LABELS: dict[str, tuple[str, ...]] = {
    "summary": (
        "Resume", "Resumé", "Resumè", "Kort resumé", "Sammenfatning", "Sagsresumé", "Sagsresume",
        "Sammendrag", "Kort sammendrag", "Sagens kerne", "Kort fortalt", "Sagen kort",
        "Indledning/resumé",
    ),
    "background": ("Baggrund", "Baggrund og formål", "Sagens baggrund", "Historik"),
    "case_presentation": ("Sagsfremstilling", "Sagsbeskrivelse", "Supplerende sagsfremstilling",
        "Hvad drejer sagen sig om", "Hvad drejer sagen sig om?", "Hvad handler sagen om?"),
    "discussion": ("Drøftelse", "Drøftelser", "Til drøftelse"),
    "finance": (
        "Økonomi", "Økonomiske konsekvenser", "Økonomi og finansiering", "Finansiering",
        "Økonomi og personale", "Bevillingsmæssige konsekvenser",
    ),
    "timetable": (
        "Tidsplan", "Tidsperspektiv", "Procesplan", "Proces", "Videre proces", "Den videre proces",
        "Tids- og procesplan", "Det videre forløb", "Forventet sagsgang", "Sagsgang",
        "Videre forløb", "Videre sagsgang", "Sagens videre forløb",
    ),
    "information": ("Orientering", "Orienteringspunkter", "FU orienterer", "Orientering fra FU"),
    "recommendation": ("Indstilling", "Indstillinger"),
    "minutes": ("Referat",),
    "decision": ("Beslutning", "Beslutninger"),
    "attachments": ("Bilag", "Bilagsliste", "Vedlagte bilag", "Bilagsoversigt"),
    "other": (
        "Lovgrundlag", "Retsgrundlag", "Lovgivning", "Høring", "Høringssvar", "Konsekvenser",
        "Vurdering", "Sekretariatets vurdering", "Sekretariatets bemærkninger", "Bemærkninger",
        "Personalemæssige konsekvenser", "Juridiske forhold", "Miljømæssige konsekvenser",
        "Tidligere behandling", "Supplerende oplysninger", "Sagens tidligere behandling",
        "Tidligere beslutninger", "Anledning", "Problemstilling", "Kommunikation",
        "Underskriftsside", "Underskrifter", "Inddragelse",
    ),
}  # fmt: skip
"""Labels that open a section; any other short line above text is a heading inside one."""
_KIND_OF = {label.casefold(): kind for kind, labels in SECTION_LABELS.items() for label in labels}
_INLINE = (
    "summary",
    "recommendation",
    "minutes",
    "decision",
    "attachments",
    "finance",
    "background",
)
_OF_EVERY_ITEM = frozenset(
    {
        "summary", "background", "case_presentation", "recommendation", "minutes", "decision",
        "attachments",
    }
)  # fmt: skip

SUPPLEMENTARY = r"(?:Tillægspunkt|Ekstra ?punkt|Tillægssag)"
"""The word before the number of an item put on after the agenda was sent."""
_CASE = r"Sag(?= (?:nr\.? )?\d{1,2}(?:[.:]|$))"
ITEM_WORD = rf"(?:Punkt|Pkt\.?|Dagsordenspunkt|{_CASE}|{SUPPLEMENTARY})(?: ?nr\.?)?"
"""The word before an item's number."""

VIEW_BODIES = (
    "DAS", "DAS Social", "DAS Sundhed", "Den Administrative Styregruppe", "KKR Nordjylland",
    "FU", "FU Social", "FU BU", "Forretningsudvalget", "Forretningsudvalg", "Ekspertpanelet",
    "Ekspertpanel",
    "Styringsaftalegruppen", "KKR", "KDK", "Kommunaldirektørkredsen",
    "Børne- og ungedirektørkredsen",
    "Arbejdsgruppen", "Styregruppen", "Sekretariatet", "Koordinationsforum",
)  # fmt: skip
_VIEW = {name.casefold() for name in VIEW_BODIES}
_VIEW_OF_FIELD = re.compile(
    r"^(?:FU|KKR|DAS|Forretningsudvalget|Styregruppen) (?:for |på )?[A-ZÆØÅ][\w-]+"
    r"(?: (?:og|&) [A-ZÆØÅ][\w-]+)?$"
)
"""A committee of a kind that every region has, told by its field: "FU Børn"."""
_VIEW_PHRASE = re.compile(
    r"^(?P<body>[A-ZÆØÅ][\w.\- ]{1,50}?)(?:’s|'s|´s|s)? "
    r"(?:bemærkninger|behandling|vurdering|anbefaling|udtalelse)$"
)

CASE_NUMBER = re.compile(
    r"^(?:(?:Sagsnr\./Dok\.nr|Sagsnr|Sagnr|Sagsnummer|Sags[- ]?id|Sag nr|Sag|J\.? ?nr"
    r"|Journalnr|Journalnummer|Acadre|Dok\.? ?nr)\b\.?:?\s*)?"
    r"(?P<number>\d{4}-\d{3,7}(?:-\d+)?|\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,4}-\d{2}|[A-ZÆØÅ]{2,6}-\d{2,4}-\d{2,7}"
    r"|[A-ZÆØÅ]{1,3}\d{4}-\d{2,7}|\d{2,4}/\d{2,7}(?:-\d+)?|\d{2}-\d{6,7}|EMN-\d{4}-\d+|\d-\d{2}-\d{2}-\d{1,5}-\d{2}|\d{7,10}"
    r"|SAG-\d{4}-\d{4,6} [a-zæøå]{2,4})$",
    re.IGNORECASE,
)

_YEARS = re.compile(r"^(?:19|20)\d{2}[-/](?:(?:19|20)\d{2}|\d{2})$")
"""A period such as 2023-2024, which looks like a case number."""

ITEM_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("agenda_approval", r"^(?:velkomst og )?(?:godkendelse|vedtagelse) af (?:\w+ )?\w*dagsorden"
                            r"|^dagsorden(?:en)?(?: til godkendelse)?$"),
        ("minutes_approval", r"^(?:godkendelse|opfølgning|behandling) (?:af|på) (?:\w+ )?referat"
                             r"|^referat (?:af|fra) (?:\w+ )?mødet?(?: d(?:en|\.)| \d|$)"),
        ("any_other_business", r"^(?:eventuelt|evt\.?)\b"),
        ("next_meeting", r"^(?:næste|kommende|førstkommende) møde"),
        ("theme", r"^(?:fælles )?tema(?:drøftelse|møde|punkt|dag)?\b|^temadrøftelse"
                  r"|[-–:(] ?temadrøftelse\)?$"),
        ("information", r"^(?:\w+ orienterer\b|orientering(?:er|spunkter)?\b|siden sidst"
                        r"|meddelelser|sidste nyt\b|gensidig orientering|nyt fra\b"
                        r"|orienteringspunkt\b)"),
    )
)  # fmt: skip

VERBS = (
    "godkender", "drøfter", "tager", "beslutter", "orienteres", "udpeger", "kommer", "anbefaler",
    "indstiller",
    "tilslutter", "tiltræder", "bakker", "afgiver", "giver", "vedtager", "sender", "fremsender",
    "nedsætter",
    "bemyndiger", "prioriterer", "vælger", "stiller", "støtter", "bidrager", "forholder",
    "anmoder", "peger", "beder", "pålægger", "opfordrer", "fastsætter", "iværksætter", "afsætter",
    "fastholder", "afventer", "afviser", "anerkender", "præciserer", "videresender", "forlænger",
)  # fmt: skip


_LONG_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "decision",
        re.compile(
            r"^Beslutning(?: (?:i|fra|af|den|på) (?=.*(?:møde|\d\.|udvalg|gruppe|panel|kreds|forum"
            r"|sekretariat|DAS|FU|KKR|KDK))[^:]{2,60}[^:.])?$"
        ),
    ),
    ("decision", re.compile(r"^[A-ZÆØÅ][\w\- ]{1,40}(?:’s|'s|´s|s|'|’) beslutning(?:er)?$")),
    (
        "decision",
        re.compile(r"^(?:Mødets|Udvalgets|Rådets|Bestyrelsens|Forummets|Nævnets) konklusion$"),
    ),
    ("decision", re.compile(r"^(?:Referat|Drøftelse) og beslutning$|^Beslutning og referat$")),
    ("minutes", re.compile(r"^(?:Referat fra mødet|Drøftelse på mødet|Mødets drøftelse)$")),
    ("recommendation", re.compile(r"^[A-ZÆØÅ][\w\- ]{1,40}(?:’s|'s|´s|s) indstilling(?:er)?$")),
    ("recommendation", re.compile(r"^Indstilling(?:er)? (?:fra|til) [A-ZÆØÅ][^.:]{1,50}$")),
    (
        "attachments",
        re.compile(
            r"^(?:Bilag vedlagt|Bilag til punktet|Vedhæftede bilag"
            r"|Bilag(?:sliste)? ?\(\d+(?: stk\.?)?\))$"
        ),
    ),
)


def label_of(text: str) -> tuple[str, str, str] | None:
    """Section kind, label as printed and text after it on the line; None for ordinary text."""
    bare = text.rstrip(" :").strip()
    kind = _KIND_OF.get(bare.casefold()) or _long_label(bare)
    if kind and bare[:1].isupper():
        return kind, text.strip(), ""
    if text.strip() == "Konklusion:":  # without colon it is a heading like any other
        return "decision", text.strip(), ""
    head, colon, rest = text.partition(":")
    kind = _KIND_OF.get(head.strip().casefold())
    if colon and rest.strip() and kind in _INLINE and head[:1].isupper():
        return kind, f"{head.strip()}:", rest.strip()
    return None


def is_item_label(text: str) -> bool:
    """True for a label that no item has as its title: the word alone, or with a colon.

    "Økonomi: Midler til bøjer" is a title all the same.
    """
    label = label_of(text)
    if label is None:
        return False
    kind, printed, rest = label
    if rest and kind not in _OF_EVERY_ITEM:
        return False
    return printed.endswith(":") or _KIND_OF.get(printed.casefold()) in _OF_EVERY_ITEM


def _long_label(bare: str) -> str | None:
    return next((kind for kind, pattern in _LONG_LABELS if pattern.match(bare)), None)


def recommending_body(label: str) -> str:
    """The body a label names as the one that recommends: "Sekretariatets indstilling"."""
    found = re.match(r"^(?P<who>.+?)(?:’s|'s|´s|s) indstilling", label) or re.match(
        r"^Indstilling(?:er)? fra (?P<who>[^:]+)", label
    )
    return found["who"].strip() if found else ""


def view_body(text: str) -> str:
    """The body whose view a heading announces, or nothing."""
    bare = text.rstrip(" :").strip()
    if bare.casefold() in _VIEW or _VIEW_OF_FIELD.match(bare):
        return bare
    found = _VIEW_PHRASE.match(bare)
    return found["body"] if found and found["body"].casefold() in _VIEW else ""


def case_number_of(text: str) -> str | None:
    """The case number a line consists of, or None."""
    found = CASE_NUMBER.match(text.strip())
    return found["number"] if found and not _YEARS.match(found["number"]) else None


def item_kind(title: str) -> str:
    """The kind an item's title tells of."""
    return next((kind for kind, pattern in ITEM_KINDS if pattern.search(title)), "case")
