"""Work off the GUI thread: pure functions in, results by call back in the GUI thread.

Public: ``Jobs`` with ``in_thread`` (waiting, imports) and ``in_process`` (computing: preview,
export; functions and arguments must pickle), ``warm``, ``shut_down``; ``Answer``, which both
take; ``WorkerCrashed``.

A thread's job needs the GIL: wait for it with an event loop (``qtbot``), never with
``QTest.qWait``, which keeps the GIL while it waits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict, Unpack

import shiboken6
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from app.errors import AppError
from app.i18n import N_

if TYPE_CHECKING:
    from app.ui.worker import WorkerProcess

Then = Callable[[Any], None]
Failed = Callable[[BaseException], None]

_THREADS = 4  # two long jobs, such as a copy and a file to be taken in, keep no list waiting
_LAST_MS = 2000  # threads have at the end


class Answer(TypedDict):
    """What becomes of a job's answer.

    It is dropped when ``owner`` is gone, or when a newer job with the same owner and ``key`` has
    been started. Without ``failed`` a fault is told to the one who made the ``Jobs``.
    ``changes_data`` says that the answer will be written: the data must stay open for it.
    """

    owner: QObject
    then: Then
    failed: NotRequired[Failed]
    key: NotRequired[str]
    changes_data: NotRequired[bool]


class WorkerCrashed(AppError):
    """The worker process died with this job; it has been started again."""


@dataclass(frozen=True)
class _Ticket:
    """Who waits for the answer. (Without a docstring dataclass asks PySide, which takes 20 ms.)"""

    owner: QObject
    key: str
    then: Then
    failed: Failed
    changes_data: bool


class Jobs(QObject):
    """Starts jobs and delivers their answers; one for the whole application."""

    _answered = Signal(int, bool, object)

    def __init__(self, on_error: Failed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_error = on_error
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)
        self._tickets: dict[int, _Ticket] = {}
        self._newest: dict[tuple[int, str], int] = {}
        self._count = 0
        self._worker: WorkerProcess | None = None
        self._waiting: list[tuple[int, Callable[..., Any], tuple[Any, ...]]] = []
        self._running: int | None = None
        self._is_over = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._tickets

    @property
    def will_change_data(self) -> bool:
        """Whether an answer is on its way that will be written to the data."""
        return any(one.changes_data and self._is_wanted(n) for n, one in self._tickets.items())

    def in_thread(self, function: Callable[..., Any], *args: Any, **answer: Unpack[Answer]) -> None:
        """Run ``function(*args)`` in a thread of this process."""
        number = self._note(**answer)
        self._pool.start(lambda: self._attempt(number, function, args))

    def in_process(
        self, function: Callable[..., Any], *args: Any, **answer: Unpack[Answer]
    ) -> None:
        """Run ``function(*args)`` in the worker process, one job after the other."""
        number = self._note(**answer)
        self._waiting.append((number, function, args))
        self._feed()

    def warm(self, *modules: str) -> None:
        """Start the worker before it is needed, and let it import these modules."""
        self._ready_worker().warm(modules)

    def shut_down(self) -> bool:
        """Let threads end and stop the worker; answers that come now are dropped.

        False when a thread goes on: it waits for a drive that does not answer.
        """
        self._is_over = True
        self._tickets.clear()
        self._waiting.clear()
        all_ended = self._pool.waitForDone(_LAST_MS)
        if self._worker is not None:
            self._worker.stop()
            self._worker = None
        return all_ended

    def _note(self, **answer: Unpack[Answer]) -> int:
        self._count += 1
        owner, key = answer["owner"], answer.get("key", "")
        self._tickets[self._count] = _Ticket(
            owner,
            key,
            answer["then"],
            answer.get("failed", self._on_error),
            answer.get("changes_data", False),
        )
        if key:
            self._newest[id(owner), key] = self._count
        return self._count

    def _attempt(self, number: int, function: Callable[..., Any], args: tuple[Any, ...]) -> None:
        try:
            well, result = True, function(*args)
        except BaseException as error:
            well, result = False, error
        if not self._is_over:
            self._answered.emit(number, well, result)

    def _feed(self) -> None:
        """Give the worker the next job that is still wanted."""
        if self._running is not None:
            return
        while self._waiting:
            number, function, args = self._waiting.pop(0)
            if self._is_wanted(number):
                self._running = number
                self._ready_worker().send(number, function, args)
                return
            self._tickets.pop(number, None)

    def _ready_worker(self) -> WorkerProcess:
        from app.ui.worker import WorkerProcess

        if self._worker is None:
            self._worker = WorkerProcess(self._answered.emit, self._report_death)
        return self._worker

    def _report_death(self) -> None:
        """Called in the worker's reading thread when the process is gone."""
        error = WorkerCrashed(N_("The calculation was stopped by a fault. Try again."))
        self._answered.emit(-1, False, error)

    def _deliver(self, number: int, well: bool, answer: Any) -> None:
        if number == -1:
            self._worker, number = None, self._running or 0
        if number == self._running:
            self._running = None
        wanted, ticket = self._is_wanted(number), self._tickets.pop(number, None)
        try:
            if wanted and ticket is not None:
                ticket.then(answer) if well else ticket.failed(answer)
        finally:
            self._feed()

    def _is_wanted(self, number: int) -> bool:
        ticket = self._tickets.get(number)
        if ticket is None or not shiboken6.isValid(ticket.owner):
            return False
        return not ticket.key or self._newest.get((id(ticket.owner), ticket.key)) == number
