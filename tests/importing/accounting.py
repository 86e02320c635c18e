"""Proof that a draft holds a paper's words: every line of every part, letter for letter."""

import re
from collections.abc import Sequence

from app.importing.as_json import section_text
from app.importing.furniture import find_furniture, printed_again
from app.importing.lines import Line
from app.models.draft import ItemDraft, MeetingDraft, Span
from app.models.richtext import plain

_LETTERS = re.compile(r"[\W_]+")
_MARKS = re.compile(r"(?m)^\s*o\s+")
_FLAGS = ("Åben", "Lukket")


def letters(text: str, *, marks: bool = True) -> str:
    """Letters and digits alone, so that wraps, hyphens and signs do not count."""
    return _LETTERS.sub("", text if marks else _MARKS.sub("", text)).casefold()


def differences(lines: Sequence[Line], meeting: MeetingDraft) -> list[str]:
    """Parts whose text differs from their lines, and lines of items that no part holds."""
    kept = _kept(lines, is_known=meeting.layout != "unknown")
    found: list[str] = []
    for item in meeting.items:
        found += [d for d in _of_item(kept, item, meeting) if d]
    return found


def _kept(lines: Sequence[Line], *, is_known: bool) -> dict[int, Line]:
    furniture = find_furniture(lines).numbers
    if not is_known:
        furniture = printed_again(lines, furniture)
    return {line.number: line for line in lines if line.number not in furniture}


def _printed(kept: dict[int, Line], span: Span, used: set[int]) -> str:
    numbers = [n for n in range(span.first, span.last + 1) if n in kept and n not in used]
    used.update(numbers)
    return "\n".join(kept[n].text for n in numbers)


def _of_item(kept: dict[int, Line], item: ItemDraft, meeting: MeetingDraft) -> list[str]:
    used: set[int] = set()
    found = []
    for attachment in item.attachments:
        held = letters(attachment.title)
        printed = _printed(kept, attachment.span, set())
        used.update(range(attachment.span.first, attachment.span.last + 1))
        if held not in letters(printed):
            found.append(f"{item.number} attachment {attachment.title!r}: {printed!r}")
    for index, section in enumerate(item.sections):
        printed = _printed(kept, section.span, used)
        held = f"{section.label}\n{plain(section_text(item, index))}"
        if printed and _without(printed, meeting.body) != _without(held, meeting.body):
            found.append(f"{item.number} {section.label!r}: {printed!r} / {held!r}")
    rest = [
        kept[n].text
        for n in range(item.span.first, item.span.last + 1)
        if n in kept and n not in used
    ]
    return found + [
        f"{item.number} left: {text!r}" for text in rest if not _is_head(text, item, meeting)
    ]


def _without(text: str, body: str) -> str:
    """Letters without the body's name, which points lose when their lead has it (domain.md R10)."""
    return (
        letters(text, marks=False).replace(letters(body), "")
        if body
        else letters(text, marks=False)
    )


def _is_head(text: str, item: ItemDraft, meeting: MeetingDraft) -> bool:
    """Number, title, case number, openness, body, label of an attachment list, presenters."""
    known = [item.title, item.case_number or "", meeting.body, *item.presenters, "Bilag"]
    own = letters(re.sub(r"^(?:Punkt )?\d+[.:]?", "", text))
    return (
        text in _FLAGS
        or not own
        or any(own in letters(one) for one in known if one)
        or any(letters(one) in own for one in known if one)
    )
