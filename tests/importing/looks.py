"""What a reader sees of a tagged paper, as lines that two papers can be compared by."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from app.importing.pdf.tagged import Element, Words, read_tagged


def shown(pdf: bytes) -> list[str]:
    """Every element in its depth, and its words with face and what is drawn under them."""
    tagged = read_tagged(pdf)
    assert tagged is not None
    return list(_lines(tagged, 0))


def _lines(element: Element, depth: int) -> Iterator[str]:
    indent = " " * depth
    yield f"{indent}{element.tag} {element.numbering} {element.alternative} {element.target}"
    for look, kids in groupby(element.kids, _look):
        if look is None:
            for kid in kids:
                assert isinstance(kid, Element)
                yield from _lines(kid, depth + 1)
        else:
            text = "".join(kid.text for kid in kids if isinstance(kid, Words))
            yield f"{indent} {text!r} {look}"


def _look(kid: Element | Words) -> Any:
    return None if isinstance(kid, Element) else (kid.face, kid.underlined, kid.dotted)
