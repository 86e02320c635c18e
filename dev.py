#!/usr/bin/env python3
"""Set-up and daily commands of Mødeværk, needing nothing but Python itself: `python3 dev.py`.

The program lives in its own environment, `.venv`, filled from the lock files in packaging/lock. A
stamp in it says what it was filled from, so an unfinished, foreign or outdated one is noticed and
mended before anything starts. Exit codes: 0 done, 1 a check or test failed, 2 something is missing
and the sentence on stderr says what to do.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib
import importlib.util
import io
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "moedevaerk.json"
WINDOWS = sys.platform == "win32"
LINUX = sys.platform.startswith("linux")
MACOS = sys.platform == "darwin"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
OLDEST, NEWEST = (3, 11), (3, 14)
TYPED = "py dev.py" if WINDOWS else "python3 dev.py"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
# Qt without a screen knows no font of Windows, and complains where it has no folder of fonts.
FONTS = {"QT_QPA_FONTDIR": str(ROOT / "resources" / "fonts")}
UTF_8 = {"PYTHONUTF8": "1"}  # tools that we listen to would speak the code page of Windows
LONGEST = len(r"\.venv\Lib\site-packages") + 1 + 151  # of a file of the packages, below the project
MACOS_OLDEST = 15  # the system that the packages are built for, Qt's Python modules among them

# Library a window needs -> Debian's package.
QT_BASE = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
QT_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}

CHECKS = {
    "Format": ["-m", "ruff", "format", "--check", "."],
    "Lint": ["-m", "ruff", "check", "."],
    "Typer": ["-m", "mypy"],
    "Importregler": [
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
    ],
}
TESTS = ["-m", "pytest", "-n", "2", "--dist", "worksteal"]


class SetupError(Exception):
    """Something on this computer must be put right first; the text says what, in Danish."""


# --- the commands --------------------------------------------------------------------------------


def run(arguments: list[str]) -> int:
    """åbner programmet (uden skærm vises en demo); alt efter run gives videre til programmet"""
    prepare("run")
    if has_screen() or not opens_window(arguments):
        # Files are named from where the user stands; -P: no module is taken from there.
        here, env = Path.cwd(), {"PYTHONPATH": str(ROOT)}
        return python("-P", "-m", "app", *arguments, env=env, folder=here)
    folder = ROOT / "out" / "demo"
    say("Der er ingen skærm her, så programmet viser i stedet en demo.")
    code = python("-m", "app", "demo", str(folder), env=OFFSCREEN)
    if code == 0:
        say(f"Demoens PDF-filer og skærmbilleder ligger i {folder}")
    return code


def setup(_arguments: list[str]) -> int:
    """henter alt, hvad programmet og prøverne bruger"""
    prepare("dev")
    say(f"Alt er klar. Åbn programmet med: {TYPED} run")
    return 0


def test(arguments: list[str]) -> int:
    """kører alle kontroller og prøver; alt efter test gives videre til pytest"""
    prepare("dev")
    offer_qpdf()
    results = run_checks()
    started = time.monotonic()
    env = {**OFFSCREEN, **UTF_8, **(FONTS if WINDOWS else {})}
    code, closing = stream([str(PYTHON), *TESTS, *arguments], env)
    results["Prøver"] = (code == 0, time.monotonic() - started)
    summarise(results)
    say(closing)
    return 0 if succeeded(results) else 1


def check(_arguments: list[str]) -> int:
    """kører kun kontrollerne: format, lint, typer og importregler"""
    prepare("dev")
    results = run_checks()
    return 0 if succeeded(results) else 1


def bench(arguments: list[str]) -> int:
    """måler programmets hastighed"""
    prepare("dev")
    return python("-m", "tests.bench", *arguments, env={} if has_screen() else OFFSCREEN)


def build(_arguments: list[str]) -> int:
    """bygger programmet som en mappe, der kan flyttes til en anden computer, og afprøver den"""
    prepare("dev", for_screen=True)  # the folder takes the window libraries along
    code = python(
        *["-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"],
        *["--distpath", "dist", "--workpath", "build", "packaging/moedevaerk.spec"],
    )
    if code:
        return code
    program = ROOT / "dist" / "moedevaerk" / ("moedevaerk.exe" if WINDOWS else "moedevaerk")
    say(f"Programmet ligger i {program.parent}")
    if MACOS:
        say(f"Som program til macOS ligger det i {program.parent}.app")
    return start([str(program), "self-test"], {} if has_screen() else OFFSCREEN)


COMMANDS = {f.__name__: f for f in (run, setup, test, check, bench, build)}


# --- the environment -----------------------------------------------------------------------------


def prepare(lock: str, *, for_screen: bool = False) -> None:
    """Make the computer and `.venv` fit for the packages of packaging/lock/{lock}.txt."""
    require_python()
    require_libraries(for_screen or has_screen())
    version = ".".join(platform.python_version_tuple()[:2])
    stamp = read_stamp()
    if stamp.get("python") != version or not starts():
        make_venv()
        stamp = {"python": version}
    # The packages of the tests include those of the program.
    if not any(stamp.get(name) == digest(name) for name in {lock, "dev"}):
        install(lock)
        STAMP.write_text(json.dumps({**stamp, lock: digest(lock)}), encoding="utf-8")


def require_python() -> None:
    """Raise `SetupError` for a Python or a system that the packages do not exist for."""
    here = sys.version_info[:2]
    if not OLDEST <= here <= NEWEST:
        spans = " til ".join(f"{major}.{minor}" for major, minor in (OLDEST, NEWEST))
        found = f"{here[0]}.{here[1]}"
        raise SetupError(f"Mødeværk bruger Python {spans}, ikke {found}. {way_on()}")
    if unfit_python():
        raise SetupError(f"{unfit_python()} {way_on()}")
    if unfit_system():
        raise SetupError(unfit_system())


def unfit_python() -> str:
    """What is wrong with this kind of Python; empty when nothing is."""
    if platform.python_implementation() != "CPython":
        return f"Mødeværk bruger den almindelige Python, ikke {platform.python_implementation()}."
    if sys.maxsize < 2**32:
        return "Denne Python er til 32 bit, og Mødeværk bruger den til 64 bit."
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        return "Denne Python er udgaven ”free-threaded”, og Mødeværk bruger den almindelige."
    if WINDOWS and not sysconfig.get_platform().startswith("win"):
        return "Denne Python hører til et andet system (MSYS2), og Mødeværk bruger den til Windows."
    if WINDOWS and "WindowsApps" in str(sys.base_prefix):
        return (
            "Python fra Microsoft Store gemmer data skjult og sletter dem, når den selv fjernes. "
            "Mødeværk bruger den fra python.org."
        )
    return ""


def unfit_system() -> str:
    """What is wrong with this Mac; empty when nothing is, and on other systems."""
    release = platform.mac_ver()[0]
    # 10.16 is what a newer system tells a Python that was built for an older one.
    is_known = MACOS and release not in ("", "10.16")
    if not is_known or int(release.split(".")[0]) >= MACOS_OLDEST:
        return ""
    return f"Mødeværk kræver macOS {MACOS_OLDEST} eller nyere. Denne Mac har macOS {release}."


def way_on() -> str:
    """What to type instead, or where to get a Python that fits."""
    name = fit_python()
    if name:
        return "Skriv: " + " ".join([name, "dev.py", *sys.argv[1:]])
    return f"Hent Python {NEWEST[0]}.{NEWEST[1]} på python.org, og prøv igen i et nyt vindue."


def fit_python() -> str:
    """What starts another Python of this computer that fits; empty when none is found."""
    minors = range(NEWEST[1], OLDEST[1] - 1, -1)
    if WINDOWS:
        unfit = re.compile(r"[-(]32|free-?threaded|Store")
        rows = [re.split(r"[^\w.]+", row) for row in launcher_rows() if not unfit.search(row)]
        fit = (minor for minor in minors if any(f"3.{minor}" in row for row in rows))
        return next((f"py -3.{minor}" for minor in fit), "")
    others = (f"python3.{minor}" for minor in minors if (3, minor) != sys.version_info[:2])
    return next((name for name in others if shutil.which(name)), "")


def launcher_rows() -> list[str]:
    """The Pythons that the launcher of Windows knows, a row each; none without a launcher."""
    if shutil.which("py") is None:
        return []
    done = subprocess.run(["py", "--list"], capture_output=True)
    return done.stdout.decode("utf-8", "replace").splitlines()


def digest(lock: str) -> str:
    return hashlib.sha256((ROOT / "packaging" / "lock" / f"{lock}.txt").read_bytes()).hexdigest()


def read_stamp() -> dict[str, str]:
    """What `.venv` was filled from; empty when it is missing, unfinished or not ours."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, TypeError, ValueError):
        return {}


def starts() -> bool:
    """Whether `.venv` has a Python. On Windows it only points at the one it was made from."""
    if not WINDOWS:
        return PYTHON.exists()
    try:
        config = (VENV / "pyvenv.cfg").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    home = re.search(r"(?m)^home *= *(.+?) *$", config)
    return PYTHON.exists() and home is not None and Path(home[1], "python.exe").exists()


def make_venv() -> None:
    require_venv_module()
    require_short_path()
    if VENV.exists():
        say("Programmets miljø i .venv er ufærdigt eller fra en anden Python og laves om.")
        try:
            shutil.rmtree(VENV)
        except OSError as error:
            raise SetupError("Mappen .venv er i brug. Luk Mødeværk, og prøv igen.") from error
    # An active environment cannot be the base of the new one: it may be the one just removed.
    base = getattr(sys, "_base_executable", "") or sys.executable
    if subprocess.run([base, "-m", "venv", str(VENV)]).returncode:
        raise SetupError("Programmets miljø i .venv kunne ikke laves. Se beskeden ovenfor.")


def install(lock: str) -> None:
    """Install the locked packages; without a stamp meanwhile, so an interrupted one is remade."""
    say("Henter og installerer programmets dele. Det tager et par minutter den første gang …")
    STAMP.unlink(missing_ok=True)
    requirements = str(ROOT / "packaging" / "lock" / f"{lock}.txt")
    pip = ["-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes"]
    if not LINUX:
        pip.append("--only-binary=:all:")  # nobody there has a compiler at hand
    if python(*pip, "-r", requirements):
        raise SetupError("Programmets dele kunne ikke hentes. Tjek netforbindelsen, og prøv igen.")
    python("-m", "compileall", "-q", "app")  # the first start is then as fast as the next


# --- the system ----------------------------------------------------------------------------------


def has_screen() -> bool:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not LINUX or any(os.environ.get(name) for name in screens)


def opens_window(arguments: list[str]) -> bool:
    """Whether the program would open its window: no verb among the arguments."""
    pairs = zip(["", *arguments], arguments, strict=False)
    words = [word for before, word in pairs if before != "--data-dir"]
    return all(word.startswith("-") and word not in ("-h", "--help") for word in words)


def require_libraries(for_screen: bool) -> None:
    """Qt's system libraries, which no Python package brings along on Linux."""
    if not LINUX:
        return
    wanted = {**QT_BASE, **QT_SCREEN} if for_screen else QT_BASE
    missing = {library: package for library, package in wanted.items() if not loads(library)}
    if missing:
        install_on_system("biblioteker, som vinduer bruger", missing)


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def require_short_path() -> None:
    """Windows as it is delivered takes no path of more than 259 characters."""
    if WINDOWS and len(str(ROOT)) + LONGEST > 259 and not takes_long_paths():
        raise SetupError(
            f"Mappen {ROOT} har et for langt navn til Windows. "
            r"Flyt den for eksempel til C:\moedevaerk, og prøv igen."
        )


def takes_long_paths() -> bool:
    if sys.platform == "win32":
        return bool(ctypes.windll.ntdll.RtlAreLongPathsEnabled() & 0xFF)  # it answers in one byte
    return True


def require_venv_module() -> None:
    """Debian's python3 comes without the parts that make an environment."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        install_on_system("den del af Python, der laver miljøer", {"venv": package})
        importlib.invalidate_caches()


def offer_qpdf() -> None:
    """The tests let qpdf judge PDFs where it is at hand; fetch it where nobody need be asked."""
    if shutil.which("qpdf") is None and may_install():
        say("Installerer qpdf, som prøverne kontrollerer PDF-filer med …")
        apt_install(["qpdf"])  # without it they go on


def may_install() -> bool:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return LINUX and is_root and shutil.which("apt-get") is not None


def install_on_system(what: str, missing: dict[str, str]) -> None:
    """Install Debian packages, or say how: `missing` maps what is missing to its package."""
    packages = sorted(set(missing.values()))
    if not may_install():
        raise SetupError(f"Computeren mangler {what}. {advice(missing, packages)}")
    say(f"Installerer {what}: {' '.join(packages)} …")
    if not apt_install(packages):
        raise SetupError(f"Kunne ikke installere {what}. Se beskeden ovenfor.")


def advice(missing: dict[str, str], packages: list[str]) -> str:
    """The sentence that tells what to type on this kind of Linux."""
    if shutil.which("apt-get"):
        return f"Skriv: sudo apt-get install {' '.join(packages)}"
    if shutil.which("dnf") and all(".so" in name for name in missing):
        return "Skriv: sudo dnf install " + " ".join(f"'{name}()(64bit)'" for name in missing)
    return "Installér de pakker, der indeholder: " + " ".join(missing)


def apt_install(packages: list[str]) -> bool:
    """Whether the packages are there now; package lists are fetched only if the first try fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if subprocess.run(install, env=environment, capture_output=True).returncode == 0:
        return True
    subprocess.run(["apt-get", "update", "-qq"], env=environment, stdout=subprocess.DEVNULL)
    return subprocess.run(install, env=environment, stdout=subprocess.DEVNULL).returncode == 0


# --- checks and output ---------------------------------------------------------------------------

if TYPE_CHECKING:  # older Pythons must get as far as the sentence that refuses them
    Result = tuple[bool, float]  # passed, seconds
    Results = dict[str, Result]


def run_checks() -> Results:
    """Run every check even when one fails, with a line each and the output of those that failed."""
    results: Results = {}
    for name, command in CHECKS.items():
        started = time.monotonic()
        env = {**os.environ, **UTF_8}
        done = subprocess.run([str(PYTHON), *command], cwd=ROOT, env=env, capture_output=True)
        results[name] = (done.returncode == 0, time.monotonic() - started)
        say(line(name, results[name]))
        if done.returncode:
            say((done.stdout + done.stderr).decode("utf-8", "replace").rstrip())
    return results


def summarise(results: Results) -> None:
    say("")
    for name, result in results.items():
        say(line(name, result))
    seconds = sum(seconds for _, seconds in results.values())
    say(line("I alt", (succeeded(results), seconds)))


def succeeded(results: Results) -> bool:
    return all(passed for passed, _ in results.values())


def line(name: str, result: Result) -> str:
    passed, seconds = result
    return f"{name:<14}{seconds:>7.1f} s   {'bestået' if passed else 'FEJLET'}".replace(".", ",")


def stream(command: list[str], env: dict[str, str]) -> tuple[int, str]:
    """Run pytest, showing its output as it comes; its exit code and closing line ("2 passed")."""
    closing = ""
    environment = {**os.environ, **env}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as process:
        for raw in process.stdout or ():
            text = raw.decode("utf-8", "replace")
            print(text, end="", flush=True)
            found = re.search(r"\d+ (passed|failed|errors?|skipped)\b.* in [\d.]+s", text)
            closing = found.group() if found else closing
    return process.returncode, closing


def python(*arguments: str, env: dict[str, str] | None = None, folder: Path = ROOT) -> int:
    return start([str(PYTHON), *arguments], env or {}, folder)


def start(command: list[str], env: dict[str, str], folder: Path = ROOT) -> int:
    return subprocess.run(command, cwd=folder, env={**os.environ, **env}).returncode


def say(text: str) -> None:
    print(text, flush=True)


def usage() -> str:
    rows = [f"  {name:<7}{command.__doc__}" for name, command in COMMANDS.items()]
    return "\n".join([f"Brug: {TYPED} KOMMANDO", "", *rows])


def main(arguments: list[str]) -> int:
    for console in (sys.stdout, sys.stderr):
        if isinstance(console, io.TextIOWrapper):
            # The program writes UTF-8 into files and pipes, so this does. A console keeps its own
            # letters; one without ø must not stop us.
            console.reconfigure(encoding=None if console.isatty() else "utf-8", errors="replace")
    name, *rest = arguments or ["help"]
    if name in ("help", "-h", "--help"):
        say(usage())
        return 0
    if name not in COMMANDS:
        return complain(f"dev.py kender ikke ”{name}”.\n\n{usage()}")
    try:
        return COMMANDS[name](rest)
    except SetupError as error:
        return complain(str(error))
    except KeyboardInterrupt:
        return 130


def complain(text: str) -> int:
    print(text, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
