"""The program's own papers read back: labels in the margin become lines, as in layout C."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.i18n import N_
from app.importing.content.leads import LEAD
from app.importing.dates import find_date
from app.importing.lines import Line
from app.importing.vocabulary import label_of, view_body
from app.models.draft import ImportDraft, MeetingDraft, notice

_FOOT = re.compile(r"^(?:Referat|Dagsorden), (?:fuld|åben) udgave\b.* Side \d+ af \d+$")
_HEAD = re.compile(
    r"^(?P<body>\S.*), møde den (?P<date>\d{1,2}\. \w+ \d{4})"
    r"(?: Åben| Indeholder fortroligt| (?P<closed>Lukket))?$"
)
_ITEM = re.compile(r"^(?P<number>\d{1,3}) (?P<title>\S.*)$")
_PRODUCT = re.compile(r"^(?:Referat|Dagsorden)\b")
_DAY = re.compile(r"^\w+dag den \d{1,2}\. \w+ \d{4}$")
_FLAGS = re.compile(r"^(?:Sag (?P<case>\S+) · )?(?P<open>Åben|Lukket)(?: ·|$)")
_LISTED = re.compile(r" \d{1,3}$")
_FULL = re.compile(r"^\w+, fuld udgave\b")
_FOLLOW_UP = "Opfølgning: "
_REMARK = re.compile(r" \((?P<words>lukket|vedlagt efter mødet|lukket, vedlagt efter mødet)\)$")
_TOGETHER = re.compile(
    r"(?:\d{1,2}\. (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november"
    r"|december)|\(?[\d.,–-]*\d½? (?:mio|mia|kr|pct|procent|%)|\(?(?:kl|nr|stk|pkt|ca|d)\.|§)"
)
"""What is never broken, so that the line before it may be short."""
_CONTENTS = "Punkt Side"
_LEAST_MARGIN = 8
_LONGEST_LABEL = 4
_LONGEST_LETTERHEAD = 4


def is_own(lines: Sequence[Line]) -> bool:
    """True for a paper this program wrote: its foot says which paper and edition it is."""
    return any(_FOOT.match(line.text) for line in lines)


def is_furniture(line: Line) -> bool:
    """True for the head and the foot that the program prints on its pages."""
    return bool(_FOOT.match(line.text) or _HEAD.match(line.text))


def as_layout_c(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of an own paper as layout C would print them; numbers and pages stay."""
    made = _Made(_margin(lines), _letterhead(lines))
    at = 0
    while at < len(lines):
        at = made.take(lines, at)
    return tuple(made.out)


def close_own(meeting: MeetingDraft, lines: Sequence[Line], draft: ImportDraft) -> None:
    """Keep closed what the paper says is closed; of single words it says so by their looks only."""
    closed = {line.page for line in lines if (found := _HEAD.match(line.text)) and found["closed"]}
    pages = {line.number: line.page for line in lines}
    for item in meeting.items:
        item.is_closed = item.is_closed or pages.get(item.span.first) in closed
        for attachment in item.attachments:
            if told := _REMARK.search(attachment.title):
                attachment.title = attachment.title.removesuffix(told[0])
                attachment.is_closed = "lukket" in told["words"]
    if any(_FULL.match(line.text) for line in lines):
        draft.notices.append(
            notice(N_("A full edition was read. Words that were confidential are not marked here."))
        )


def _margin(lines: Sequence[Line]) -> int:
    """Spaces before the text column: the usual indent of a line that is set in."""
    indents = Counter(line.indent for line in lines if line.indent >= _LEAST_MARGIN)
    return indents.most_common(1)[0][0] if indents else 0


def _letterhead(lines: Sequence[Line]) -> int:
    """How many lines begin the paper with the body's names and its sender; 0 for another front.

    They stand without space between them, above the paper's name and the day.
    """
    end = 1
    while end < len(lines) and lines[end].gap == 0 and not lines[end].starts_page:
        end += 1
    below = lines[end : end + 2]
    is_front = len(below) > 1 and _PRODUCT.match(below[0].text) and _DAY.match(below[1].text)
    return end if is_front and end <= _LONGEST_LETTERHEAD else 0


@dataclass(slots=True)
class _Made:
    """The lines made so far; ``last`` is the number of the item being read.

    ``letterhead`` counts the first lines, which all name the body.
    """

    margin: int
    letterhead: int
    out: list[Line] = field(default_factory=list)
    last: int = 0
    in_contents: bool = False

    def take(self, lines: Sequence[Line], at: int) -> int:
        """Take the line at ``at`` and what belongs to it; the index after that."""
        line = lines[at]
        if _FOOT.match(line.text):
            self.out.append(line)
        elif head := _HEAD.match(line.text):
            self._head(line, head)
        elif line.text == _CONTENTS:
            self.in_contents = True
            self._put(line, "Indhold")
        elif self._is_item(lines, at):
            return self._item(lines, at)
        elif line.page == lines[0].page or self.in_contents:
            self._front(lines, at)
        elif line.indent or not self._is_label_column(line):
            self._column(line)
        else:
            return self._label(lines, at)
        return at + 1

    def _put(self, line: Line, raw: str, gap: int = 1) -> None:
        self.out.append(replace(line, raw=raw.rstrip(), text=" ".join(raw.split()), gap=gap))

    def _head(self, line: Line, head: re.Match[str]) -> None:
        day = find_date(head["date"])
        printed = day.strftime("%d.%m.%Y") if day else head["date"]
        self._put(line, f"Mødet den {printed} {head['body']}")

    def _front(self, lines: Sequence[Line], at: int) -> None:
        """The letterhead repeats the body's name; contents are listed with a stop."""
        line = lines[at]
        item = _ITEM.match(line.text)
        if item and self.in_contents:
            self._put(line, _LISTED.sub("", f"{item['number']}. {item['title']}"))
        elif self.in_contents:  # a title goes on, or its page stands below it
            before = self.out.pop()
            self._put(before, _LISTED.sub("", f"{before.raw} {line.text}"), before.gap)
        elif 0 < at < self.letterhead:
            self._put(line, lines[0].text)
        else:
            self._put(line, line.text, line.gap)

    def _is_item(self, lines: Sequence[Line], at: int) -> bool:
        line = lines[at]
        found = _ITEM.match(line.text)
        is_front = line.page == lines[0].page
        if not found or line.indent or is_front or int(found["number"]) <= self.last:
            return False
        listed = self.in_contents and self.last == 0 and int(found["number"]) > 1
        return not (listed and _LISTED.search(line.text))

    def _item(self, lines: Sequence[Line], at: int) -> int:
        """Number, title over its lines, then openness, case number, minutes and presenter."""
        line = lines[at]
        found = _ITEM.match(line.text)
        assert found is not None
        self.last, self.in_contents = int(found["number"]), False
        end = self._beside(lines, at)
        if end < len(lines) and lines[end].indent and _FLAGS.match(lines[end].text):
            end = self._beside(lines, end)  # some space above it
        flags = next((i for i in range(at + 1, end) if _FLAGS.match(lines[i].text)), end)
        title = " ".join([found["title"], *(one.text for one in lines[at + 1 : flags])])
        told = " ".join(one.text for one in lines[flags:end]).split(" · ")
        openness = [one for one in told if one in ("Åben", "Lukket")]
        for text in (*openness, f"Punkt {found['number']}.", title):
            self._put(line, text)
        for one in told:
            if one and one not in openness:
                text = one.removeprefix("Sag ").removeprefix("Indledning ")
                self._put(lines[flags], text)
        return end

    def _beside(self, lines: Sequence[Line], at: int) -> int:
        """The first line after ``at`` that does not go on in the text column right below."""
        end = at + 1
        while end < len(lines) and lines[end].indent and lines[end].gap == 0:
            end += 1
        return end

    def _column(self, line: Line) -> None:
        """A line of the text column, with its indent within that."""
        before = self.out[-1]
        if line.gap == 0 and (_TOGETHER.match(line.text) or before.text.startswith(_FOLLOW_UP)):
            self.out.pop()
            whole = replace(before, is_full=line.is_full)
            self._put(whole, f"{before.raw} {line.text}", before.gap)
        else:
            self._put(line, line.raw[min(self.margin, line.indent) :], line.gap)

    def _is_label_column(self, line: Line) -> bool:
        return line.text[:1].isupper() and not _HEAD.match(line.text)

    def _label(self, lines: Sequence[Line], at: int) -> int:
        """A label in the margin with the text beside it, or over several lines above its text."""
        words = [] if self._goes_on(lines, at) else lines[at].text.split()
        for rest in _leads_beside(" ".join(words)):
            if label_of(label := lines[at].text.removesuffix(rest).strip()):
                self._put(lines[at], label)
                self._put(lines[at], rest)
                return at + 1
        for count in range(min(_LONGEST_LABEL, len(words)), 0, -1):
            label, rest = " ".join(words[:count]), " ".join(words[count:])
            if label_of(label) or (rest[:1].isupper() and view_body(label)):
                self._put(lines[at], label)
                if rest:
                    self._put(lines[at], rest)
                return at + 1
        end = at + 1
        while self._goes_on(lines, end - 1):
            end += 1
        beside = next(_leads_beside(lines[end - 1].text), "") if end > at + 1 else ""
        text = " ".join(line.text for line in lines[at:end])
        self._put(lines[at], text.removesuffix(beside))
        if beside:
            self._put(lines[end - 1], beside)
        return end

    def _goes_on(self, lines: Sequence[Line], at: int) -> bool:
        """True when the next line stands in the margin too, right below."""
        return at + 1 < len(lines) and not lines[at + 1].indent and lines[at + 1].gap == 0


def _leads_beside(text: str) -> Iterator[str]:
    """What may be the lead printed beside a label: behind at least one word of that."""
    words = text.split()
    rests = (" ".join(words[count:]) for count in range(1, len(words)))
    return (rest for rest in rests if LEAD.match(rest))
