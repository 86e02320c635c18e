"""The command line as a program of its own: streams, codes, no trace, restart in between."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.reports.pages import PdfPages

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ROOT.parent / "shared" / "papers"
GAPS = ("--body", "Prøvegruppen", "--date", "2027-01-14")
PAPER = """Punkt 1.
Godkendelse af dagsorden
Referat:
Godkendt.
Punkt 2.
Ærøskøbing, Åbenrå og ½ § – ”prøve”
Referat:
Drøftet.
"""


def start(*words: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "app", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "referat.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_in_and_out_again(tmp_path: Path, paper: Path) -> None:
    data, pdf = tmp_path / "data", tmp_path / "ud.pdf"
    assert start("--data-dir", data, "import", paper, *GAPS).returncode == 0
    assert start("--data-dir", data, "import", paper, *GAPS).returncode == 0
    listed = json.loads(start("--data-dir", data, "meetings", "--json").stdout.decode())
    (meeting,) = listed["meetings"]
    choice = ("--paper", "referat", "--edition", "aaben", "-o", pdf)
    assert start("--data-dir", data, "export", meeting["id"], *choice).returncode == 0
    with PdfPages(pdf.read_bytes()) as pages:
        words = " ".join(pages.text(index) for index in range(len(pages)))
    assert "Ærøskøbing, Åbenrå og ½ § – ”prøve”" in " ".join(words.split())
    done = start("--data-dir", data, "check-data")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_the_streams_are_utf8_whatever_the_console_says(paper: Path, encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "C"}
    done = start("import", "--dry-run", paper, env=environment)
    assert done.returncode == 0
    assert "Ærøskøbing, Åbenrå og ½ § – ”prøve”" in done.stdout.decode("utf-8")
    done = start("import", "findes-æøå-ikke.pdf", env=environment)
    assert done.returncode == 2
    assert "findes-æøå-ikke.pdf" in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr


def test_verbs_need_no_qt(tmp_path: Path, paper: Path) -> None:
    program = (
        "import sys; from app.main import main; "
        f"code = main(['--data-dir', {str(tmp_path / 'data')!r}, *sys.argv[1:]]); "
        "sys.exit(code or 99 * any(name.startswith('PySide6') for name in sys.modules))"
    )
    for words in (["import", str(paper), *GAPS], ["meetings"], ["check-data"]):
        done = subprocess.run([sys.executable, "-c", program, *words], cwd=ROOT)
        assert done.returncode == 0, words


def test_a_reader_that_leaves_early_is_no_fault(paper: Path) -> None:
    command = [sys.executable, "-m", "app", "import", "--dry-run", str(paper)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are a Unix thing")
def test_no_room_leaves_no_half_file(tmp_path: Path, paper: Path) -> None:
    import resource

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    data, pdf = tmp_path / "data", tmp_path / "ud.pdf"
    start("--data-dir", data, "import", paper, *GAPS)
    choice = ("--paper", "referat", "--edition", "fuld", "-o", pdf)
    done = start("--data-dir", data, "export", "2027-01-14", *choice, preexec_fn=little_room)
    assert done.returncode == 2
    assert "blev ikke gemt" in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "referat.txt"]
    done = start("--data-dir", data, "backup", tmp_path / "kopi", preexec_fn=little_room)
    assert done.returncode == 2
    assert len(done.stderr.decode().splitlines()) == 1
    assert list((tmp_path / "kopi").glob("*.db")) == []


def test_self_test() -> None:
    done = start("self-test", env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    lines = done.stdout.decode().splitlines()
    assert done.stderr == b""
    assert done.returncode == 0
    assert lines[-1] == "ok"
    assert all(line.endswith(": ok") for line in lines[:-1])


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("das-2025-01-09-referat.txt", [*range(1, 13)]),
        ("das-2022-03-02-referat.txt", [*range(1, 10)]),
        ("das-2022-05-23-referat-punkt-1-4.txt", [*range(1, 5)]),
    ],
)
def test_real_papers(name: str, items: list[int]) -> None:
    if not (PAPERS / name).exists():
        pytest.skip(f"{name} is not beside this clone")
    done = start("import", "--dry-run", "--json", PAPERS / name)
    meeting = json.loads(done.stdout)["meetings"][0]
    assert [item["number"] for item in meeting["items"]] == items
    assert meeting["coverage"] >= 0.995
