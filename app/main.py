"""The composition root: arguments, folders, log; then a verb or the window."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli import console
from app.errors import AppError, InvalidInput
from app.i18n import _, sentence
from app.paths import APPLICATION, AppPaths

if TYPE_CHECKING:
    from argparse import Namespace

DONE, BUG, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
"""Exit codes."""

WINDOWS = os.name == "nt"
UNSEEN = ("offscreen", "minimal")
"""Screens of Qt that nobody looks at: nobody could answer there."""

LOG_SIZE = 1_000_000
"""Bytes from which the next start begins a new log; the one before is kept."""


def main(argv: Sequence[str]) -> int:
    """Run the program; its exit code. Bad input is one sentence on stderr, never a trace."""
    console.speak_utf8()
    _keep_quiet()
    paths = AppPaths.usual()
    try:
        if not argv:
            return _open_window(None)
        options = _read(argv)
        if options.verb is None:
            return _open_window(options.data_dir)
        paths = _paths(options.data_dir)
        from app.cli.verbs import run_verb

        return run_verb(options, paths)
    except AppError as error:
        console.complain(sentence(error))
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:  # a file or folder that no verb had a better sentence for
        if _is_unheard(error):
            console.hush()
            return DONE
        console.complain(_refusal(error))
        return BAD_INPUT
    except Exception as error:
        return _own_up(error, paths)


def _read(argv: Sequence[str]) -> Namespace:
    from app.cli.arguments import parse

    _require_text(argv)
    return parse(argv)


def _is_unheard(error: OSError) -> bool:
    """Whether nobody reads the result any more; Windows calls it an invalid argument."""
    is_so_on_windows = WINDOWS and error.errno == errno.EINVAL and error.filename is None
    return isinstance(error, BrokenPipeError) or is_so_on_windows


def _require_text(argv: Sequence[str]) -> None:
    """Raise ``InvalidInput`` for a word that no encoding could write down: a garbled file name."""
    for word in argv:
        plain = word.encode(errors="replace").decode()
        if plain != word:
            raise InvalidInput(
                "“{word}” holds a character that is no text. Rename the file or the folder first.",
                word=plain,
            )


def _refusal(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return _("The disk is full. Make room and try again.")
    name = error.filename or _("The file or folder")
    return _("{name} cannot be used. Choose another file or folder.").format(name=name)


def _paths(data_dir: Path | None) -> AppPaths:
    """The folders; raises ``InvalidInput`` for a data folder that is a file."""
    if data_dir is None:
        return AppPaths.standard()
    if WINDOWS:  # of "C:\data\" Windows takes the second mark for a letter
        data_dir = Path(str(data_dir).rstrip('"'))
    try:
        data_dir = data_dir.expanduser()
    except RuntimeError as error:  # ~somebody, whom the computer does not know
        raise InvalidInput(
            "{folder} cannot be used. Write the whole path of the folder.", folder=str(data_dir)
        ) from error
    folder = Path(os.path.abspath(data_dir))  # noqa: PTH100 - links stay as given
    if folder.exists() and not folder.is_dir():
        raise InvalidInput("{folder} is a file. Choose a folder for the data.", folder=str(folder))
    return AppPaths.standard(folder)


def _open_window(data_dir: Path | None) -> int:
    _check_screen()
    try:
        paths = _paths(data_dir)
    except AppError as error:
        _show(sentence(error))
        raise
    _start_log(paths)
    from app.ui.application import run

    return run(paths)


def _show(words: str) -> None:
    """Say on the screen why no window opens: who started it by its icon sees no console."""
    from PySide6.QtWidgets import QApplication, QMessageBox

    application = QApplication([APPLICATION])
    if application.platformName() not in UNSEEN:
        QMessageBox.critical(None, APPLICATION, words)


def _check_screen() -> None:
    """Raise ``InvalidInput`` where there is no screen: Qt would only abort."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, screens)):
        raise InvalidInput(
            "There is no screen here to open the window on. See what can be done without: --help."
        )


def _keep_quiet() -> None:
    """What libraries remark goes to the log, or nowhere: stderr is for our own sentences."""
    logging.captureWarnings(True)
    logging.getLogger().addHandler(logging.NullHandler())


def _start_log(paths: AppPaths) -> Path:
    """Let the log go to a file, a new one when it is long; without a writable folder to none.

    The standard library's rotating handler imports sockets, which the first paint would wait for.
    """
    file = paths.log_dir / "moedevaerk.log"
    try:
        paths.log_dir.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > LOG_SIZE:
            with contextlib.suppress(PermissionError):  # Windows: another start has it open
                file.replace(file.with_suffix(".old.log"))
        handler = logging.FileHandler(file, encoding="utf-8", errors="replace")
    except OSError:
        return file
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    handler.setFormatter(logging.Formatter(form))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.WARNING)
    logging.getLogger("app").setLevel(logging.INFO)  # what libraries do well is no news
    return file


def _own_up(error: Exception, paths: AppPaths) -> int:
    """A fault of the program: the way through the code goes to the log, a sentence to the user."""
    from app.cli.faults import trail

    file = _start_log(paths)
    logging.getLogger(__name__).error("%s", trail(error))
    words = _("Something went wrong in the program. The log in {file} says where.")
    console.complain(words.format(file=file))
    return BUG
