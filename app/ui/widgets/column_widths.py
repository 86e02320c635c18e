"""How wide the columns of a table are where there is little room. Public: ``Want``, ``fitted``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Want:
    """The widths of a column: wished, enough for what it holds, and the least that can be read."""

    wished: int
    needed: int
    least: int = 0


def fitted(
    wants: Sequence[Want], room: int, most: int, others_lack: Sequence[int] = ()
) -> list[int]:
    """Widths of columns that together should fit into ``room`` and must fit into ``most``.

    Where there is little room they give what their contents do not need; then the widest of those
    that can be cut short give first, down to a common width. What is left over goes to those whose
    contents need more than was wished, shared with the columns outside ``wants`` that lack some.
    """
    widths = [want.wished for want in wants]
    if sum(widths) > room:
        widths = [min(want.wished, want.needed) for want in wants]
    lacks = [max(want.needed - width, 0) for want, width in zip(wants, widths, strict=True)]
    share = _common_width([*lacks, *others_lack], max(room - sum(widths), 0))
    widths = [width + min(lack, share) for width, lack in zip(widths, lacks, strict=True)]
    leasts = [min(want.least, width) for want, width in zip(wants, widths, strict=True)]
    extras = [width - least for width, least in zip(widths, leasts, strict=True)]
    level = _common_width(extras, most - sum(leasts))
    return [least + min(extra, level) for least, extra in zip(leasts, extras, strict=True)]


def _common_width(widths: Sequence[int], room: int) -> int:
    """The width that none of the columns may pass, so that together they fit into ``room``."""
    rest, count = room, len(widths)
    for width in sorted(widths):
        if width * count > rest:
            return max(rest // count, 0)
        rest, count = rest - width, count - 1
    return max(widths, default=0)
