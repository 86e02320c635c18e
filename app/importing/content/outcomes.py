"""Outcomes, recognised only where the printed words are plain; anything else stays unanswered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.models.draft import OutcomeDraft
from app.models.richtext import RichText, plain

_WAS = r"(?:blev|er|var|bliver) "
_THINGS = (
    r"(?:dagsorden|referat|indstilling|punkt|budget|regnskab|tidsplan|plan|forslag|oplæg|udkast"
    r"|kommissori|program|aftale|orientering|redegørelse|status|rapport|årsrapport|arbejdsplan"
    r"|procesplan|svar|notat|sag)\w{0,4}"
)
_SUBJECT = (
    rf"(?:(?:det|(?:begge|alle)(?: \w+)?(?: {_THINGS}| dele)|begge dele"
    rf"|{_THINGS}(?: (?:for|til|om|fra) [\w ]{{1,40}}?)?"
    r"|(?!halvdel|rest|del|størstedel|hovedpart|flertal)\w{3,}(?:en|et|ne)) )?"
)
_MIXED = r"\b(?:ikke|und(?:tagen|taget)|ud(?:sat|skudt|sæt|skyd)\w*|afvis\w*|forkast\w*)"
_LINKS = r"(?:med|under|uden|idet|dog|og|som (?:indstillet|foreslået))"
_TAIL = rf"(?:,? {_LINKS}\b(?!.*{_MIXED}).{{0,160}})?"
_WHOLE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (outcome, re.compile(pattern, re.IGNORECASE))
    for outcome, pattern in (
        ("not_applicable", r"^(?:der (?:var|er) )?(?:ingen(?: (?:bemærkninger|meddelelser|punkter"
                           r"|kommentarer))?|(?:intet|ikke noget)(?: (?:nyt|at bemærke"
                           r"|til (?:dette punkt|punktet|referat|eventuelt)))?)$"),
        ("rejected", rf"^{_SUBJECT}(?:{_WAS})?(?:ikke godkendt|afvist)$"),
        ("postponed", rf"^{_SUBJECT}(?:{_WAS})?(?:udsat|udskudt|udsættes|udskydes)\b.{{0,60}}$"),
        ("noted", rf"^{_SUBJECT}(?:(?:(?:{_WAS})?taget|tages) )?til efterretning{_TAIL}$"),
        ("approved", rf"^{_SUBJECT}(?:(?:{_WAS})?(?:enstemmigt )?godkendt|godkendes){_TAIL}$"),
        ("endorsed", rf"^{_SUBJECT}(?:(?:{_WAS})?(?:tiltrådt|tilsluttet)|tiltrædes){_TAIL}$"),
        ("discussed", rf"^{_SUBJECT}(?:{_WAS})?drøftet$"),
    )
)  # fmt: skip
_BODY = (
    r"(?:DAS(?: Social)?|Den Administrative Styregruppe|FU(?: Social)?|Forretningsudvalget"
    r"|Styregruppen|KKR(?: Nordjylland)?|Gruppen|Forummet|Udvalget|Netværket|Kredsen|Bestyrelsen"
    r"|Rådet|Panelet)"
)
_SENTENCE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (outcome, re.compile(pattern))
    for outcome, pattern in (
        ("rejected", rf"^{_BODY} (?:kan|kunne|ønsker) ikke (?:tilslutte|godkende|støtte|bakke)\b"),
        ("postponed", rf"^{_BODY} (?:udsatte|udskød|besluttede at (?:udsætte|udskyde))\b"),
        ("endorsed", rf"^{_BODY} (?:bakkede? op om|bakker op om|tilslutte(?:de|r) sig|tiltrådte"
                     rf"|drøftede [\w ]+ og bakkede op om)\b"),
        ("noted", rf"^(?:{_BODY} (?:tog|tager) [\w ,]+|\w+(?:en|et) {_WAS}taget) til efterretning"),
        ("approved", rf"^{_BODY} (?:godkendte|godkender|vedtog|vedtager)\b(?! ikke)"),
        ("discussed", rf"^{_BODY} drøftede\b"),
    )
)  # fmt: skip
_RANK = ("rejected", "postponed", "endorsed", "noted", "approved", "discussed", "not_applicable")


def outcome_of(decision: RichText, names: Sequence[str] = ()) -> OutcomeDraft | None:
    """The outcome a decision states in plain words; None when it takes a reader.

    ``names`` are the deciding body's own, beside the usual ones.
    """
    sentences = _sentences(plain(decision))
    if not sentences:
        return None
    first = sentences[0].rstrip(". ")
    for outcome, pattern in _WHOLE:
        if pattern.match(first):
            return OutcomeDraft(outcome, sentences[0])
    found = {
        outcome: sentence
        for sentence in reversed(sentences)
        for outcome, pattern in _SENTENCE
        if pattern.match(_with_usual_name(sentence, names))
    }
    if "rejected" in found and {"approved", "endorsed"} & found.keys():
        return None
    best = next((outcome for outcome in _RANK if outcome in found), None)
    return OutcomeDraft(best, found[best]) if best else None


def _with_usual_name(sentence: str, names: Sequence[str]) -> str:
    for name in names:
        if sentence.startswith(f"{name} "):
            return "DAS" + sentence[len(name) :]
    return sentence


def is_plain_outcome(text: str) -> bool:
    """True when a text is nothing but an outcome, such as "Godkendt."."""
    bare = text.strip().rstrip(". ")
    return any(pattern.match(bare) for _, pattern in _WHOLE)


def begins_with_outcome(text: str) -> bool:
    """True when the first sentence is a plain outcome: "Godkendt. Punkt 3 tages først."."""
    sentences = _sentences(text)
    return bool(sentences) and is_plain_outcome(sentences[0])


def _sentences(text: str) -> list[str]:
    return [
        part.strip(" •")
        for part in re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])|\n", text)
        if part.strip(" •")
    ]
