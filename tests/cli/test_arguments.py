"""The command line speaks Danish, in help and in errors."""

import argparse

import pytest

from app.cli.arguments import EDITIONS, PAPERS, UsageError, parse
from app.i18n import sentence
from tests.cli.conftest import Run

VERBS = ["import", "meetings", "export", "backup", "restore", "check-data", "self-test", "demo"]
ENGLISH = ["usage", "positional", "optional", "show this", "argument ", "required", "invalid"]


def test_no_verb_means_the_window() -> None:
    assert parse([]).verb is None


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_is_danish(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        parse([*filter(None, [verb]), "--help"])
    words = capsys.readouterr().out
    assert stop.value.code == 0
    assert "brug: moedevaerk" in words
    assert "vis denne hjælp og stop" in words
    assert [english for english in ENGLISH if english in words] == []


def test_the_first_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["-h"])
    words = capsys.readouterr().out
    assert [verb for verb in VERBS if verb not in words] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["nonsens"], "”nonsens” findes ikke"),
        (["import"], "der mangler FIL"),
        (["meetings", "--hvad"], "--hvad kendes ikke"),
        (["export", "2027-01-14", "--paper"], "--paper: mangler sin værdi"),
        (
            ["export", "x", "--paper", "avis"],
            "”avis” findes ikke, vælg mellem ”dagsorden”, ”referat”.",
        ),
        (["export", "x", "--paper", "referat"], "der mangler --edition, -o/--output"),
        (["backup"], "der mangler MAPPE"),
        (["meetings", "--json=ja"], "tager ikke imod værdien"),
        (["--data-dir"], "--data-dir: mangler sin værdi"),
    ],
)
def test_mistakes_are_one_danish_sentence(words: list[str], expected: str) -> None:
    with pytest.raises(UsageError) as error:
        parse(words)
    told = sentence(error.value)
    assert expected in told
    assert told.startswith("Kommandoen blev ikke forstået: ")
    assert "\n" not in told
    assert [english for english in ENGLISH if english in told] == []


def test_the_data_folder_stands_before_or_after_the_verb() -> None:
    before = parse(["--data-dir", "her", "meetings"])
    after = parse(["meetings", "--data-dir", "her"])
    assert str(before.data_dir) == str(after.data_dir) == "her"


@pytest.mark.parametrize("edition", ["--edition=åben", "--edition=a\u030aben", "--edition=aaben"])
def test_export_takes_what_the_papers_are_called(edition: str) -> None:
    options = parse(["export", "2027-01-14", "--paper", "referat", edition, "-o", "x.pdf"])
    assert isinstance(options, argparse.Namespace)
    assert PAPERS[options.paper] == "minutes"
    assert EDITIONS[options.edition] == "open"


def test_a_file_may_be_called_as_the_edition_is() -> None:
    words = ["export", "2027-01-14", "--paper", "referat", "--edition", "åben", "-o", "åben"]
    assert str(parse(words).output) == "åben"


def test_usage_errors_end_with_2(run: Run) -> None:
    result = run("nonsens")
    assert (result.code, result.out) == (2, "")
    assert "”nonsens” findes ikke" in result.sentence
