"""Strips -> pages: where a page ends, and what is repeated or drawn behind on the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from app.reports import style
from app.reports.layout.strips import Box, Strip, height_of
from app.reports.tagged import TaggedCanvas


@dataclass(eq=False)
class Chunk:
    """Strips that belong together as a page matter: the front page, an item.

    ``starts``: "page" begins a new page; "whole" goes on under the last chunk, after ``space``, if
    it fits there as a whole and has the same ``running`` words, and begins a new page otherwise. A
    chunk without such words (an item of which only the number is known) goes on under any.

    A ``bare`` chunk (the front page) bears no words; only where it ran over is it gone on under.
    """

    key: str
    strips: list[Strip]
    starts: str = "whole"
    space: float = style.ITEM_GAP
    running: str = ""
    bare: bool = False


@dataclass(eq=False)
class Placed:
    """A strip on its page, ``top`` points from the top of the sheet."""

    top: float
    strip: Strip
    repeated: bool = False


@dataclass(eq=False)
class Page:
    """One sheet: placed strips, and the chunk whose header words it bears."""

    chunk: Chunk
    placed: list[Placed] = field(default_factory=list)
    used: float = 0.0

    @property
    def room(self) -> float:
        return style.FRAME_HEIGHT - self.used

    def put(self, strip: Strip, *, repeated: bool = False) -> None:
        self.placed.append(Placed(style.TOP + self.used, strip, repeated))
        self.used += strip.height

    def boxes(self) -> Iterator[tuple[float, float]]:
        """Top and height of each box's part on this page."""
        for box, group in groupby(self.placed, key=lambda placed: placed.strip.box):
            if box is not None:
                parts = list(group)
                height = parts[-1].top + parts[-1].strip.height - parts[0].top
                yield parts[0].top, height


def paginate(chunks: Sequence[Chunk]) -> tuple[list[Page], dict[str, int]]:
    """The pages, and the index of the page each chunk begins on."""
    paginator = _Paginator()
    starts = {chunk.key: paginator.add(chunk) for chunk in chunks}
    return paginator.pages, starts


class _Paginator:
    def __init__(self) -> None:
        self.pages: list[Page] = []
        self._chunk = Chunk("", [])

    @property
    def _page(self) -> Page:
        return self.pages[-1]

    def add(self, chunk: Chunk) -> int:
        """Place the chunk; the index of its first page."""
        goes_on = self._goes_on(chunk)
        self._chunk = chunk
        if goes_on:
            if not self._page.chunk.running:
                self._page.chunk = chunk
            self._page.put(Strip(chunk.space, gap=True))
        else:
            self._new_page()
        start = len(self.pages) - 1
        for group in _groups(chunk.strips):
            self._place(group)
        return start

    def _goes_on(self, chunk: Chunk) -> bool:
        if not self.pages or chunk.starts == "page":
            return False
        if chunk.space + height_of(chunk.strips) > self._page.room:
            return False
        if self._chunk.bare:
            return len(self.pages) > 1
        return not chunk.running or self._page.chunk.running in ("", chunk.running)

    def _new_page(self) -> None:
        self.pages.append(Page(self._chunk))

    def _place(self, group: list[Strip]) -> None:
        """Put kept strips on the page, on the next, or, if too high for any page, line by line."""
        if height_of(group) + _reserve(group[-1]) <= self._page.room:
            for strip in group:
                self._put(strip)
        elif all(strip.gap for strip in group):
            self._page.used = style.FRAME_HEIGHT
        elif self._fits_a_page(group):
            self._break_before(group[0])
            for strip in group:
                self._put(strip)
        else:
            for strip in group:
                self._put_or_split(strip)

    def _fits_a_page(self, group: list[Strip]) -> bool:
        head = group[0].head
        height = height_of(group) + (head.height if head else 0.0) + 2 * _reserve(group[0])
        return height <= style.FRAME_HEIGHT and (len(group) > 1 or not _may_split(group[0]))

    def _put(self, strip: Strip) -> None:
        if strip.gap and not self._has_content():
            return
        self._page.put(strip)

    def _has_content(self) -> bool:
        return any(not placed.repeated for placed in self._page.placed)

    def _put_or_split(self, strip: Strip) -> None:
        rest: Strip | None = strip
        while rest is not None:
            rest = self._put_part(rest)

    def _put_part(self, strip: Strip) -> Strip | None:
        room = self._page.room - _reserve(strip)
        if strip.height <= room:
            self._put(strip)
            return None
        parts = strip.split(room)
        if parts is not None:
            self._put(parts[0])
            self._break_before(parts[1])
            return parts[1]
        if not self._has_content():  # higher than a page and not to be cut: let it run over
            self._page.put(strip)
            return None
        self._break_before(strip)
        return strip

    def _break_before(self, strip: Strip) -> None:
        if strip.gap and strip.box is None and strip.head is None and not self._has_content():
            return
        self._close_box(strip.box)
        self._new_page()
        if strip.box is not None and self._box_has_begun(strip.box):
            self._page.put(Strip(strip.box.padding, box=strip.box), repeated=True)
        if strip.head is not None and self._head_was_drawn(strip):
            for head_strip in strip.head.strips:
                self._page.put(head_strip, repeated=True)

    def _close_box(self, box: Box | None) -> None:
        if box is not None and self._page.placed and self._page.placed[-1].strip.box is box:
            self._page.put(Strip(box.padding, box=box))

    def _box_has_begun(self, box: Box) -> bool:
        earlier = self.pages[-2].placed
        return bool(earlier) and earlier[-1].strip.box is box

    def _head_was_drawn(self, strip: Strip) -> bool:
        head = strip.head
        drawn = (placed.strip for page in self.pages[-2:] for placed in page.placed)
        return head is not None and any(one is head.strips[0] for one in drawn)


def _reserve(strip: Strip) -> float:
    """Room under the strip for the end of its box, should the page end here."""
    return strip.box.padding if strip.box is not None else 0.0


def _may_split(strip: Strip) -> bool:
    return strip.height > style.BOX_WHOLE and strip.split(strip.height - 1) is not None


def _groups(strips: list[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        if group and not strip.keep:
            yield group
            group = []
        group.append(strip)
    if group:
        yield group


def draw_strips(page: Page, canvas: TaggedCanvas) -> None:
    """Boxes first, then the strips in reading order; repeated heads as artifacts."""
    for top, height in page.boxes():
        canvas.rectangle(style.BOX_LEFT, top, style.RIGHT - style.BOX_LEFT, height, style.BOX_FILL)
        canvas.rectangle(style.BOX_LEFT, top, style.BOX_BAR, height, style.FJORD)
    for placed in page.placed:
        if placed.repeated:
            with canvas.as_artifact():
                placed.strip.draw(canvas, placed.top)
        else:
            placed.strip.draw(canvas, placed.top)
