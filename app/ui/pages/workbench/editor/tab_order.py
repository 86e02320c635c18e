"""The keyboard's way through the editor is the way one reads. Public: ``put_in_order``.

The order is told by the parts themselves. (Asking layouts for their items leaves wrappers of items
behind that Qt deletes when a widget is moved; the next object at that address is then taken for
one of them.)
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def put_in_order(stops: Iterable[QWidget]) -> None:
    """Chain these widgets; those that were used again may have stood elsewhere before."""
    for before, after in pairwise(stops):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)
