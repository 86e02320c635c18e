"""The worker process: a second interpreter that computes while the window stays awake.

Public: ``WorkerProcess``. It is spawned, never forked, so it works the same on Windows and in a
bundle (whose ``main`` calls ``multiprocessing.freeze_support`` first).
"""

from __future__ import annotations

import importlib
import multiprocessing
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from app.ui.traces import brought_along, way_of

Answer = Callable[[int, bool, Any], Any]


class WorkerProcess:
    """One process and the thread that reads its answers.

    ``answer(number, well, result)`` and ``died()`` are called in that thread.
    """

    def __init__(self, answer: Answer, died: Callable[[], None]) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._stopped = False
        reader = threading.Thread(target=self._read, args=(answer, died), daemon=True)
        reader.start()

    @property
    def pid(self) -> int | None:
        """The process's id."""
        return self._process.pid

    def send(self, number: int, function: Callable[..., Any], args: tuple[Any, ...]) -> None:
        """Hand over a job; the answer carries its number."""
        with suppress(BrokenPipeError):  # the reader reports the death
            self._pipe.send((number, function, args))

    def warm(self, modules: tuple[str, ...]) -> None:
        """Import modules now, so that the first job need not wait for them."""
        with suppress(BrokenPipeError):
            self._pipe.send((0, _import_all, (modules,)))

    def stop(self) -> None:
        """End the process."""
        self._stopped = True
        self._process.terminate()
        self._process.join(2)

    def _read(self, answer: Answer, died: Callable[[], None]) -> None:
        while True:
            try:
                number, well, result = self._pipe.recv()
            except Exception:  # it is gone, or what it sent cannot be read
                break
            if number:
                answer(number, well, result if well else brought_along(*result))
        if not self._stopped:
            self._process.terminate()
            died()


def _serve(pipe: Connection) -> None:
    """The process's whole life: take a job, give an answer."""
    while True:
        try:
            number, function, args = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = (number, True, function(*args))
        except Exception as error:
            answer = (number, False, (_portable(error), way_of(error)))
        pipe.send(answer)


def _portable(error: Exception) -> Exception:
    """The error itself if it survives the pipe, otherwise its name."""
    import pickle

    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(type(error).__name__)
    return error


def _import_all(modules: tuple[str, ...]) -> None:
    for module in modules:
        importlib.import_module(module)
