"""The bundle's recipe, read as macOS and Windows read it: the builder is played by the test."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import app
import dev


class Builder:
    """What the recipe asks for, by the name of the step."""

    def __init__(self) -> None:
        self.asked: dict[str, dict[str, Any]] = {}

    def step(self, name: str) -> Any:
        def build(*_: Any, **words: Any) -> Any:
            self.asked[name] = words
            made = type(name, (), {})()
            made.binaries, made.datas, made.pure, made.scripts = FOUND, [], [], []
            return made

        return build


FOUND = [
    ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", "", "BINARY"),
    ("PySide6/Qt/plugins/platforms/libqoffscreen.dylib", "", "BINARY"),
    ("PySide6/Qt/plugins/iconengines/libqsvgicon.dylib", "", "BINARY"),
    ("PySide6/Qt/translations/qtbase_da.qm", "", "DATA"),
    ("PySide6/Qt/translations/qtbase_sv.qm", "", "DATA"),
    ("PySide6/Qt/plugins/tls/libqsecuretransportbackend.dylib", "", "BINARY"),
]


@pytest.mark.parametrize(("system", "console"), [("darwin", False), ("win32", True)])
def test_each_system_gets_its_kind_of_program(
    system: str, console: bool, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PyInstaller", "PyInstaller.utils", "PyInstaller.utils.hooks"):
        hooks = ModuleType(name)
        vars(hooks).update(collect_data_files=lambda _: [], collect_submodules=lambda _: [])
        monkeypatch.setitem(sys.modules, name, hooks)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "path", sys.path[:])
    builder, recipe = Builder(), root / "packaging" / "moedevaerk.spec"
    names: dict[str, Any] = {
        name: builder.step(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")
    }
    names["SPECPATH"] = str(recipe.parent)
    exec(compile(recipe.read_text(encoding="utf-8"), str(recipe), "exec"), names)
    program, bundle = builder.asked["EXE"], builder.asked["BUNDLE"]
    assert program["console"] is console
    assert Path(program["icon"]).is_file()
    assert (program["hide_console"] is not None) is console
    assert bundle["version"] == app.__version__
    assert bundle["info_plist"]["CFBundleLocalizations"] == ["da"]
    assert bundle["info_plist"]["LSMinimumSystemVersion"] == f"{dev.MACOS_OLDEST}.0"
    kept = {Path(entry[0]).name for entry in names["analysis"].binaries}
    assert {"libqcocoa.dylib", "libqoffscreen.dylib", "libqsvgicon.dylib", "qtbase_da.qm"} <= kept
    assert not kept & {"qtbase_sv.qm", "libqsecuretransportbackend.dylib"}
