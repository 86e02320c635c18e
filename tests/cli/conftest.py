"""Running the command line inside the test, and data to run it on."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.main import main
from app.paths import AppPaths, resources_dir
from app.services.sample import load_sample
from app.storage.database import Database

PAPER = """Punkt 1.
Godkendelse af dagsorden
Referat:
Godkendt.
Punkt 2.
Fælles indkøb af hjælpemidler
Sagsfremstilling
Tre kommuner har spurgt, om hjælpemidler kan købes ind i fællesskab.
Indstilling
Det indstilles, at
DAS drøfter forslaget.
DAS godkender, at sekretariatet undersøger priserne.
Referat:
Godkendt.
"""


@dataclass(frozen=True)
class Result:
    """What a run gave."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line on stderr; fails when there is more or less, or a trace."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert "Traceback" not in self.err
        return lines[0]


Run = Callable[..., Result]


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A scanner keeps files from being replaced, once for each entry that is left."""
    held, original = [1, 2], Path.replace

    def replace(file: Path, target: Path) -> Path:
        if held:
            held.pop()
            raise PermissionError(13, "held by another program", str(file))
        return original(file, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr("app.patience.PATIENCE", (0.0, 0.0))
    return held


@pytest.fixture(autouse=True)
def _own_log() -> Iterator[None]:
    """What a run adds to the log's handlers is taken away again."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    for handler in [one for one in root.handlers if one not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    logging.captureWarnings(False)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def run(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run with these words after ``--data-dir``."""

    def run_words(*words: object) -> Result:
        argv: Sequence[str] = ["--data-dir", str(data_dir), *map(str, words)]
        code = main(argv)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run_words


@pytest.fixture
def sample(data_dir: Path) -> Path:
    """A data folder with the sample data."""
    with Database.create(AppPaths.standard(data_dir).database) as database:
        load_sample(database, resources_dir() / "sample")
    return data_dir


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A little paper with two items; it names neither group nor date."""
    path = tmp_path / "referat.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path
