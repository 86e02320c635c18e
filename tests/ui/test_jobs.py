"""Jobs in threads and in the worker process: answers, stale answers, crashes."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.errors import FileProblem, InvalidInput
from app.ui.crash import report
from app.ui.jobs import Jobs, WorkerCrashed

PATIENCE = 20_000


def double(number: int) -> int:
    return 2 * number


def process_id() -> int:
    return os.getpid()


def die() -> None:
    os._exit(3)


def refuse() -> None:
    raise FileProblem("The file {name} is damaged.", name="a.pdf")


def look_up(secret: str) -> str:
    return look_deeper({}, secret)


def look_deeper(shelf: dict[str, str], secret: str) -> str:
    return shelf[secret]


def slow(number: int, log: str) -> int:
    with Path(log).open("a") as file:
        file.write(f"{number}\n")
    time.sleep(0.3)
    return number


@pytest.fixture
def errors() -> list[BaseException]:
    return []


@pytest.fixture
def jobs(qtbot: QtBot, errors: list[BaseException]) -> Iterator[Jobs]:
    made = Jobs(errors.append)
    yield made
    made.shut_down()


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def test_a_thread_answers_in_the_gui_thread(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    answers: list[tuple[int, int]] = []
    here = threading.get_ident()
    jobs.in_thread(
        threading.get_ident, owner=owner,
        then=lambda there: answers.append((there, threading.get_ident())),
    )  # fmt: skip
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0][0] != here
    assert answers[0][1] == here


def test_a_process_computes_elsewhere_and_is_kept(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    answers: list[Any] = []
    jobs.in_process(process_id, owner=owner, then=answers.append)
    jobs.in_process(process_id, owner=owner, then=answers.append)
    jobs.in_process(double, 21, owner=owner, then=answers.append)
    qtbot.waitUntil(lambda: len(answers) == 3, timeout=PATIENCE)
    assert answers[0] == answers[1] != os.getpid()
    assert answers[2] == 42


def test_only_the_newest_answer_of_a_key_arrives(
    qtbot: QtBot, jobs: Jobs, owner: QObject, tmp_path: Path
) -> None:
    answers: list[int] = []
    log = tmp_path / "log"
    for number in range(4):
        jobs.in_process(slow, number, str(log), owner=owner, then=answers.append, key="preview")
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=PATIENCE)
    assert answers == [3]
    assert log.read_text().split() == ["0", "3"], "jobs that nobody wants are not even begun"


def test_keys_of_different_owners_do_not_meet(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    answers: list[int] = []
    other = QObject()
    jobs.in_thread(double, 1, owner=owner, then=answers.append, key="preview")
    jobs.in_thread(double, 2, owner=other, then=answers.append, key="preview")
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert sorted(answers) == [2, 4]


def test_nobody_is_told_when_the_owner_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    answers: list[int] = []
    owner = QObject()
    jobs.in_thread(time.sleep, 0.1, owner=owner, then=answers.append)
    owner.deleteLater()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert answers == []


def test_known_errors_cross_the_pipe_with_their_values(
    qtbot: QtBot, jobs: Jobs, owner: QObject, errors: list[BaseException]
) -> None:
    jobs.in_process(refuse, owner=owner, then=print)
    qtbot.waitUntil(lambda: bool(errors), timeout=PATIENCE)
    assert isinstance(errors[0], FileProblem)
    assert errors[0].values == {"name": "a.pdf"}


def test_a_report_tells_where_the_worker_failed(
    qtbot: QtBot, jobs: Jobs, owner: QObject, errors: list[BaseException]
) -> None:
    jobs.in_process(look_up, "CPR 010203-1234", owner=owner, then=print)
    qtbot.waitUntil(lambda: bool(errors), timeout=PATIENCE)
    assert isinstance(errors[0], KeyError)
    lines = report(errors[0]).splitlines()
    assert any("test_jobs.py" in line and line.endswith(" look_up") for line in lines)
    assert any(line.endswith(" look_deeper") for line in lines)
    assert "010203" not in "".join(lines)


def test_a_failing_thread_tells_the_one_who_asked(
    qtbot: QtBot, jobs: Jobs, owner: QObject, errors: list[BaseException]
) -> None:
    def fail() -> None:
        raise InvalidInput("Write the name of the group.")

    failures: list[BaseException] = []
    jobs.in_thread(fail, owner=owner, then=print, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], InvalidInput)
    assert errors == []


def test_a_crashed_worker_is_reported_and_started_again(
    qtbot: QtBot, jobs: Jobs, owner: QObject, errors: list[BaseException]
) -> None:
    answers: list[int] = []
    jobs.in_process(die, owner=owner, then=print)
    jobs.in_process(double, 4, owner=owner, then=answers.append)
    qtbot.waitUntil(lambda: answers == [8], timeout=PATIENCE)
    assert [type(error) for error in errors] == [WorkerCrashed]


class Unreadable:
    """Can be sent, and not be read by the one who gets it."""

    def __reduce__(self) -> tuple[Any, ...]:
        return unreadable, ()


def unreadable() -> None:
    raise ValueError("not to be read")


def make_unreadable() -> Unreadable:
    return Unreadable()


def test_an_answer_that_cannot_be_read_is_a_crash_and_the_next_one_comes(
    qtbot: QtBot, jobs: Jobs, owner: QObject, errors: list[BaseException]
) -> None:
    answers: list[int] = []
    jobs.in_process(make_unreadable, owner=owner, then=print)
    jobs.in_process(double, 5, owner=owner, then=answers.append)
    qtbot.waitUntil(lambda: answers == [10], timeout=PATIENCE)
    assert [type(error) for error in errors] == [WorkerCrashed]


def test_warming_answers_nobody(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    answers: list[int] = []
    jobs.warm("json")
    jobs.in_process(double, 3, owner=owner, then=answers.append)
    qtbot.waitUntil(lambda: answers == [6], timeout=PATIENCE)
    assert jobs.is_idle


def test_an_answer_that_makes_trouble_does_not_stop_the_next(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    def fail(_answer: int) -> None:
        raise ValueError("a fault of the one who asked")

    answers: list[int] = []
    with qtbot.captureExceptions() as faults:
        jobs.in_process(double, 1, owner=owner, then=fail)
        jobs.in_process(double, 2, owner=owner, then=answers.append)
        qtbot.waitUntil(lambda: answers == [4], timeout=PATIENCE)
    assert [fault[0] for fault in faults] == [ValueError]
