"""Recommendations: a lead ("Det indstilles, at …") and its points, several sets in one section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.importing.content.leads import KIND_OF_BODY, LEAD, OPEN_LEAD, lead_paragraphs, opens_set
from app.importing.content.marks import ROMANS
from app.importing.content.structure import blocks_of
from app.importing.content.wraps import Para, Setting
from app.importing.lines import Line
from app.importing.vocabulary import VERBS
from app.models.draft import PointDraft, RecommendationSetDraft, Span
from app.models.richtext import (
    Block,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    RichText,
    Run,
    normalise,
    number_label,
    plain,
)

_BODY = re.compile(
    r"^(?P<body>Den Administrative Styregruppe"
    r"(?: på (?:social|børne- og unge|Social- og Specialundervisnings)området)?"
    r"|DAS(?: Social| Sundhed)?|FU(?: Social| BU)?|Forretningsudvalget(?: på [\w\- ]+?området)?"
    r"|KKR(?: Nordjylland)?|KDK|Styregruppen"
    r"|[A-ZÆØÅ][\wæøå]+(?:forum|udvalg|udvalget|kredsen|gruppen|panelet))(?=$|[\s:,])"
)

_ANY_BODY = re.compile(rf"^{KIND_OF_BODY}(?= [a-zæøå]{{2,}}(?:er|es)\b)")
"""The meeting's own body by the word for its kind, before what it is to do."""
_ON_BEHALF = re.compile(r" på vegne af [A-ZÆØÅ]\w*(?: [A-ZÆØÅ]\w*)*")


@dataclass(slots=True)
class Recommended:
    """The sets of a section, with the paragraphs before the first lead and after the last point."""

    sets: list[RecommendationSetDraft] = field(default_factory=list)
    before: list[Para] = field(default_factory=list)
    after: list[Para] = field(default_factory=list)


def read_recommendations(
    lines: Sequence[Line], setting: Setting, names: Sequence[str]
) -> Recommended:
    """The sets of a section; ``names`` are those of the meeting's own body."""
    found = Recommended()
    group: list[Para] = []
    paras = lead_paragraphs(lines, setting)
    for index, para in enumerate(paras):
        opening = group[1].text.split(None, 1)[0] if len(group) > 1 else ""
        if not _needs_point(group) and opens_set(paras, index, opening):
            _close(group, found, names)
            group = [para]
        elif group:
            group.append(para)
        else:
            found.before.append(para)
    _close(group, found, names)
    if not found.sets and found.before:
        _without_lead(found)
    return found


def _needs_point(group: Sequence[Para]) -> bool:
    """True for a lead that breaks off at its "at": what comes next is its first point."""
    return len(group) == 1 and bool(re.search(r"\bat:?$", group[0].text))


def _without_lead(found: Recommended) -> None:
    """A section that recommends without a lead: what has marks is points, or each paragraph is."""
    paras = found.before
    first = next((i for i, para in enumerate(paras) if para.mark is not None), 0)
    last = first + 1
    while last < len(paras) and not _leaves(paras[last - 1], paras[last]):
        last += 1
    end = last if paras[first].mark is not None else len(paras)
    style, points = _points(paras[first:end], ())
    span = Span(paras[first].lines[0].number, paras[end - 1].lines[-1].number)
    found.sets.append(RecommendationSetDraft("", list_style=style, points=points, span=span))
    found.before, found.after = paras[:first], paras[end:]


def _close(group: list[Para], found: Recommended, names: Sequence[str]) -> None:
    """A lead and what follows it as a set; running text behind marked points is no point."""
    if not group:
        return
    end = len(group)
    if len(group) > 1 and group[1].mark is not None:
        end = next((i for i in range(2, end) if _leaves(group[i - 1], group[i])), end)
    found.sets.append(_read_set(group[0], group[1:end], names))
    found.after.extend(group[end:])


def _leaves(before: Para, para: Para) -> bool:
    return para.mark is None and not before.text.endswith(":")


def _read_set(lead: Para, paras: Sequence[Para], names: Sequence[str]) -> RecommendationSetDraft:
    found = LEAD.match(lead.text)
    span = Span(lead.lines[0].number, (paras[-1] if paras else lead).lines[-1].number)
    if found is None:
        style, points = _points(paras, ())
        open_lead = OPEN_LEAD.match(lead.text)
        body = _from(open_lead) if open_lead else ""
        return RecommendationSetDraft(lead.text, body, "", style, points, span=span)
    rest = found["rest"].strip()
    body = _body_of(rest, names)
    told = len(body) or _end_of_kind(rest)
    behalf = _ON_BEHALF.match(rest, told)
    after = rest[behalf.end() if behalf else told :].strip()
    made = RecommendationSetDraft(lead.text, from_body=_from(found), to_body=body, span=span)
    if after.strip(" :") and not paras and not after.endswith(":"):
        made.lead = lead.text[: len(lead.text) - len(after)].strip()
        made.list_style = "sentence"
        made.points = [_point(after, "", span)]
        return made
    made.list_style, made.points = _points(paras, names if body else ())
    return made


def _end_of_kind(rest: str) -> int:
    """Where a body told in small letters ends ("styregruppen godkender …"); 0 if none is told."""
    found = _ANY_BODY.match(rest)
    return found.end() if found else 0


def _from(found: re.Match[str]) -> str:
    if found["passive"]:
        return ""
    subject = (found["from"] or "").strip()
    return re.split(r" (?:har|som|der|på baggrund|med)\b|,", subject)[0].strip()


def _body_of(rest: str, names: Sequence[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        if name and re.match(rf"{re.escape(name)}(?=$|[\s:,])", rest):
            return name
    found = _BODY.match(rest)
    return found["body"] if found else ""


def _points(paras: Sequence[Para], names: Sequence[str]) -> tuple[str, list[PointDraft]]:
    if not paras:
        return "lines", []
    first = paras[0].mark
    style = "lines" if first is None else "numbered" if first.ordered else "bullets"
    groups: list[list[Para]] = []
    for para in paras:
        if groups and not _starts_point(para, paras[0], groups[-1]):
            groups[-1].append(para)
        else:
            groups.append([para])
    return style, [_group_point(group, names) for group in groups]


def _starts_point(para: Para, first: Para, group: Sequence[Para]) -> bool:
    if first.mark is None:
        return para.mark is None
    if para.mark is None:
        return False
    if first.mark.ordered:
        return para.mark.kind == first.mark.kind
    return (
        not para.mark.ordered
        and para.mark.level <= first.mark.level
        and (para.mark.glyph == first.mark.glyph or para.mark.level < first.mark.level)
    )


def _group_point(group: Sequence[Para], names: Sequence[str]) -> PointDraft:
    head = group[0]
    number = (
        number_label(head.mark.value, head.mark.style) if head.mark and head.mark.ordered else ""
    )
    span = Span(head.lines[0].number, group[-1].lines[-1].number)
    point = _point(_without_body(head.text, names), number, span)
    point.text = normalise(RichText(point.text.blocks + blocks_of(group[1:]).blocks))
    return point


def _without_body(text: str, names: Sequence[str]) -> str:
    """The point without the body's name when the lead already says it (domain.md R10)."""
    for name in sorted(names, key=len, reverse=True):
        head, _, rest = text.partition(f"{name} ")
        if name and rest and not head and first_word(rest) in VERBS:
            return rest
    return text


def _point(text: str, number: str, span: Span) -> PointDraft:
    verb = first_word(text) if first_word(text) in VERBS else ""
    return PointDraft(RichText((Paragraph((Run(text),)),)), number, verb, span)


def first_word(text: str) -> str:
    """The first word in small letters without its punctuation."""
    return re.split(r"\W+", text, maxsplit=1)[0].casefold()


def set_text(made: RecommendationSetDraft) -> RichText:
    """The whole set as text, lead and points, as a reader sees it."""
    if made.list_style == "sentence":
        texts = [made.lead, *(plain(point.text) for point in made.points)]
        return RichText((Paragraph((Run(" ".join(texts)),)),))
    blocks: list[Block] = [Paragraph((Run(made.lead),))]
    for point in made.points:
        if point.number or made.list_style == "bullets":
            blocks.append(_as_list(point))
        else:
            blocks.extend(point.text.blocks)
    return normalise(RichText(tuple(blocks)))


def _as_list(point: PointDraft) -> List:
    inner = tuple(block for block in point.text.blocks if isinstance(block, (Paragraph, List)))
    value, style = _number_of(point.number)
    return List((ListItem(inner),), ordered=value > 0, start=value or 1, style=style)


def _number_of(printed: str) -> tuple[int, ListStyle]:
    """Value and style of a printed number: 2 of "2)", "b." and "ii."; 0 of none."""
    bare = printed.rstrip(".)")
    if bare.isdigit():
        return int(bare), "decimal_paren" if printed.endswith(")") else "decimal"
    if bare in ROMANS:
        return ROMANS.index(bare) + 1, "lower_roman"
    if len(bare) != 1:
        return 0, "decimal"
    return ord(bare) - ord("a") + 1, "lower_alpha_paren" if printed.endswith(")") else "lower_alpha"
