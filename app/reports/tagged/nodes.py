"""The structure tree of a paper: what is a heading, a list, a cell, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a page's content: page index (from 0) and marked content id."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """The place on a page that a link reacts to: index into the canvas's links."""

    index: int


@dataclass(slots=True)
class Attributes:
    """What a reader is told beside the tag itself; empty means not said."""

    alternative: str = ""
    ident: str = ""
    scope: str = ""
    numbering: str = ""
    box: tuple[float, float, float, float] | None = None


@dataclass(slots=True, eq=False)
class Node:
    """One structure element. Content and links are appended by the canvas while drawing."""

    tag: str
    parent: Node | None = None
    attributes: Attributes = field(default_factory=Attributes)
    kids: list[Node | Marked | LinkArea] = field(default_factory=list)
    attached: bool = False

    def add(self, tag: str, attributes: Attributes | None = None) -> Node:
        """A new child after those that are there."""
        child = self.inline(tag, attributes)
        child.attach()
        return child

    def inline(self, tag: str, attributes: Attributes | None = None) -> Node:
        """A new child inside running text: it takes its place when it is first drawn."""
        return Node(tag, self, attributes or Attributes())

    def attach(self) -> None:
        """Take the place among the parent's children, once; so do those above."""
        if self.parent is not None and not self.attached:
            self.parent.attach()
            self.parent.kids.append(self)
            self.attached = True

    def is_empty(self) -> bool:
        """True when neither the node nor anything below it was drawn; a table's cell never is."""
        return self.tag not in ("TD", "TH") and all(
            isinstance(kid, Node) and kid.is_empty() for kid in self.kids
        )
