"""The user's choices and the window's memory, where there is no room for them."""

from pathlib import Path

import pytest

from app.errors import FileProblem
from app.i18n import sentence
from app.settings import Appearance, Preferences, WindowState


@pytest.fixture
def blocked(tmp_path: Path) -> Path:
    """A folder that cannot be made: a file has its name."""
    (tmp_path / "fil").write_bytes(b"")
    return tmp_path / "fil" / "indstillinger.json"


def test_choices_that_cannot_be_kept_are_a_sentence(blocked: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        Preferences(Appearance.DARK).save(blocked)
    assert sentence(caught.value).startswith("Dine valg blev ikke gemt.")


def test_closing_a_window_never_fails_for_its_memory(blocked: Path) -> None:
    WindowState(blocked, {"sizes/navigation": [200]}).save()
    assert WindowState.load(blocked).values == {}


def test_half_a_character_in_the_choices_harms_nothing(tmp_path: Path) -> None:
    path = tmp_path / "valg.json"
    path.write_text(r'{"name": "Ida \ud83d"}', encoding="utf-8")
    chosen = Preferences.load(path)
    assert chosen.name == "Ida ?"
    WindowState(path, {"last/page": "\ud83d", "ø": "å"}).save()
    assert WindowState.load(path).values == {"last/page": "?", "ø": "å"}


def test_a_virus_scanner_only_delays_what_is_kept(tmp_path: Path, held: list[int]) -> None:
    path = tmp_path / "valg.json"
    Preferences(Appearance.DARK).save(path)
    assert Preferences.load(path).appearance is Appearance.DARK
    held[:] = [1, 2, 3]
    with pytest.raises(FileProblem):
        Preferences().save(path)
    assert Preferences.load(path).appearance is Appearance.DARK
    assert [one.name for one in tmp_path.iterdir()] == ["valg.json"]


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "ny mappe" / "valg.json"
    chosen = Preferences(Appearance.DARK, 130, "Ida Thorsager")
    chosen.save(path)
    assert Preferences.load(path) == chosen
    assert [one.name for one in path.parent.iterdir()] == ["valg.json"]
