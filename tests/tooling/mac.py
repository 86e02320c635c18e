"""A Mac that the tests play: what `dev.py` finds there, and the files that pip brings to it."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

import dev

MAGIC = {
    bytes.fromhex(magic) for magic in ("cffaedfe", "feedfacf", "cefaedfe", "feedface", "cafebabe")
}
SYSTEM = ("/usr/lib/", "/System/Library/")
OWN = ("@rpath/", "@loader_path/", "@executable_path/")


@dataclass(frozen=True)
class Mac:
    """A Mac of a processor and a Python, whose packages lie in ``site``."""

    machine: str
    python: str
    site: Path

    def play(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        """Let `dev.py` find this Mac. Its pip is ours, told for whom it fetches."""
        for name, value in {"MACOS": True, "LINUX": False, "WINDOWS": False}.items():
            monkeypatch.setattr(dev, name, value)
        release = (f"{dev.MACOS_OLDEST}.0", ("", "", ""), self.machine)
        monkeypatch.setattr(dev.platform, "mac_ver", lambda: release)
        monkeypatch.setattr(dev, "VENV", folder / ".venv")
        monkeypatch.setattr(dev, "STAMP", folder / ".venv" / "stamp.json")
        monkeypatch.setattr(dev, "PYTHON", folder / ".venv" / "bin" / "python")
        monkeypatch.setattr(dev, "python", self._python(dev.python, folder))

    def _python(self, python: Any, folder: Path) -> Any:
        """``dev.python`` with the lock as pip reads it on the Mac, and a place of its own."""

        def played(*arguments: str, **more: Any) -> int:
            if arguments[:3] != ("-m", "pip", "install"):
                return int(python(*arguments, **more))
            *options, lock = arguments
            here = folder / "lock.txt"
            here.write_text(self._lock(Path(lock)), encoding="utf-8")
            place = f"--platform=macosx_{dev.MACOS_OLDEST}_0_{self.machine}"
            whom = [place, f"--python-version={self.python}", f"--target={self.site}", "--no-deps"]
            return int(python(*options, str(here), *whom, **more))

        return played

    def _lock(self, lock: Path) -> str:
        """The lines of a lock that hold on this Mac: pip asks the system that it runs on."""
        here = {"sys_platform": "darwin", "platform_system": "Darwin"}
        here |= {"platform_machine": self.machine, "python_version": self.python}
        kept, is_kept = [], True
        for line in lock.read_text(encoding="utf-8").splitlines():
            if line[:1].isalnum():
                wanted = Requirement(line.removesuffix("\\"))
                is_kept = wanted.marker is None or wanted.marker.evaluate(here)
                line = f"{wanted.name}{wanted.specifier} \\"
            if is_kept and not line.lstrip().startswith("#"):
                kept.append(line)
        return "\n".join(kept)

    def libraries(self) -> list[Path]:
        """Every file of the packages that is code to load or start; not what compilers use."""
        files = (path for path in self.site.rglob("*") if path.is_file() and path.suffix != ".a")
        return [path for path in files if _is_code(path)]

    def reads(self, path: Path) -> list[Library]:
        """What the file says of itself, for each processor that it has code for."""
        sys.path.append(str(self.site))
        try:
            from macholib.MachO import MachO  # type: ignore[import-not-found]
        finally:
            sys.path.remove(str(self.site))
        return [_library(path, header) for header in MachO(str(path)).headers]

    def module(self, name: str) -> Path | None:
        """The file of a module, or the folder of a package; ``None`` when there is none."""
        path = self.site.joinpath(*name.split("."))
        if path.is_dir():
            return path
        files = (path.parent.glob(f"{path.name}.{end}") for end in ("py", "*so"))
        return next(itertools.chain(*files), None)


def _is_code(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) in MAGIC


@dataclass(frozen=True)
class Library:
    """The code for one processor in a file: the oldest macOS it asks for, and what it loads."""

    path: Path
    machine: str
    oldest: tuple[int, int]
    loads: tuple[str, ...]
    folders: tuple[str, ...]

    def missing(self) -> Iterator[str]:
        """The libraries it loads that come neither with it nor with macOS."""
        for name in self.loads:
            if not name.startswith(SYSTEM) and not any(path.exists() for path in self._at(name)):
                yield name

    def _at(self, name: str) -> Iterator[Path]:
        own, _, rest = name.partition("/")
        folders = self.folders if own == "@rpath" else ("@loader_path",)
        for folder in folders if f"{own}/" in OWN else ():
            yield Path(folder.replace("@loader_path", str(self.path.parent))) / rest


def _library(path: Path, header: Any) -> Library:
    from macholib import mach_o

    loads, folders, oldest = [], [], 0
    for load, command, data in header.commands:
        if load.cmd in (mach_o.LC_LOAD_DYLIB, mach_o.LC_REEXPORT_DYLIB):
            loads.append(data.rstrip(b"\0").decode())
        elif load.cmd == mach_o.LC_RPATH:
            folders.append(data.rstrip(b"\0").decode())
        elif load.cmd == mach_o.LC_BUILD_VERSION:
            oldest = int(command.minos)
        elif load.cmd == mach_o.LC_VERSION_MIN_MACOSX:
            oldest = int(command.version)
    machine = mach_o.CPU_TYPE_NAMES[header.header.cputype].lower()
    release = (oldest >> 16, oldest >> 8 & 255)
    return Library(path, machine, release, tuple(loads), tuple(folders))
