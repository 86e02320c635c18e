"""Work off the GUI thread that is often over at once.

Public: ``start(jobs, owner, work, then)``; ``AT_ONCE_S``, how long the GUI thread waits for it, and
``TURN_S``, how long it waits for its turn afterwards.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.ui.jobs import Jobs

AT_ONCE_S = 0.03
"""Seconds that nobody notices; what takes longer comes when it comes, and nothing flickers."""
TURN_S = 0.0005
"""Seconds that a busy thread keeps Python to itself. Painting and saving take turns with it dozens
of times; with Python's own five milliseconds each the window would stand still."""


def start(
    jobs: Jobs, owner: QObject, work: Callable[[], Any], then: Callable[[Future[Any]], None]
) -> None:
    """Run ``work()`` in a thread and hand its answer, or its fault, to ``then`` in the GUI thread.

    That is done before this returns where the answer is there at once, otherwise from the event
    loop, and not at all when ``owner`` is gone by then. A fault always comes from the event loop:
    what ``then`` raises must not go through Qt's own calls, such as an event of showing.
    """
    answer: Future[Any] = Future()
    told: list[bool] = []

    def tell(_: object = None) -> None:
        if not told:
            told.append(True)
            then(answer)

    sys.setswitchinterval(TURN_S)
    jobs.in_thread(_fill, answer, work, owner=owner, then=tell)
    wait([answer], AT_ONCE_S)
    if answer.done() and answer.exception() is None:
        tell()


def _fill(answer: Future[Any], work: Callable[[], Any]) -> None:
    """Without the collector of garbage: among tens of thousands of new rows it finds none, and the
    window would stand still each time it looks."""
    gc.disable()
    try:
        answer.set_result(work())
    except BaseException as error:
        answer.set_exception(error)
    finally:
        gc.enable()
