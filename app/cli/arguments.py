"""The command line: verbs and their arguments, in Danish down to argparse's own messages."""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from app.errors import InvalidInput
from app.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from app.reports.data import Product

PROGRAM = "moedevaerk"
PAPERS: dict[str, Product] = {"dagsorden": "agenda", "referat": "minutes"}
"""Word on the command line -> product."""

EDITIONS = {"aaben": "open", "fuld": "full"}
"""Word on the command line -> edition."""

# argparse knows no other way to speak another language: it looks its messages up by these names.
vars(argparse).update(_=_, ngettext=ngettext)


class UsageError(InvalidInput):
    """The command line cannot be understood."""


class _Parser(argparse.ArgumentParser):
    """argparse whose errors are ours: one sentence, no usage text before it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, add_help=False, **options)
        self.add_argument("-h", "--help", action="help", help=_("show this help and stop"))

    def error(self, message: str) -> NoReturn:
        raise UsageError(
            N_("The command was not understood: {message}. See “{help}”."),
            message=re.sub(r"'([^' ]+)'", r"”\1”", message),  # the parser quotes choices itself
            help=f"{self.prog} --help",
        )


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The options; ``verb`` is ``None`` for the window. Raises ``UsageError``; ``--help`` exits."""
    return _parser().parse_args(argv)


def _parser() -> _Parser:
    parser = _Parser(
        prog=PROGRAM,
        description=_("Agendas, decisions and minutes. Without a verb the window opens."),
    )
    _data_dir(parser, default=None)
    verbs = parser.add_subparsers(
        dest="verb", metavar=_("VERB"), title=_("verbs"), parser_class=_Parser
    )
    for add in (_import, _meetings, _export, _backup, _restore, _check_data, _self_test, _demo):
        add(verbs)
    return parser


def _data_dir(parser: argparse.ArgumentParser, default: object) -> None:
    """The option stands before the verb or after it."""
    words = _("keep and find the data in this folder")
    parser.add_argument("--data-dir", type=Path, metavar=_("DIR"), help=words, default=default)


_Verbs = Any  # argparse's own class for this is private


def _verb(verbs: _Verbs, name: str, words: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(
        name, help=words, description=f"{words[:1].upper()}{words[1:]}."
    )
    _data_dir(parser, default=argparse.SUPPRESS)
    return parser


def _import(verbs: _Verbs) -> None:
    verb = _verb(verbs, "import", _("read minutes or agendas from PDF and text files"))
    verb.add_argument(
        "files", nargs="+", type=Path, metavar=_("FILE"), help=_("the papers to read")
    )
    verb.add_argument(
        "--dry-run", action="store_true", help=_("only show what would be made; write nothing")
    )
    verb.add_argument(
        "--body", metavar=_("GROUP"), help=_("the group, where a paper does not name it")
    )
    verb.add_argument(
        "--date", metavar=_("DATE"), help=_("the date, where a paper does not give it")
    )
    _json(verb)


def _meetings(verbs: _Verbs) -> None:
    _json(_verb(verbs, "meetings", _("list the meetings")))


def _export(verbs: _Verbs) -> None:
    verb = _verb(verbs, "export", _("write an agenda or minutes as PDF"))
    verb.add_argument("meeting", metavar=_("MEETING"), help=_("the meeting's date or id"))
    verb.add_argument(
        "--paper", choices=PAPERS, required=True, help=_("which paper: dagsorden or referat")
    )
    verb.add_argument(
        "--edition",
        type=_edition,
        choices=EDITIONS,
        required=True,
        help=_("which edition: aaben or fuld"),
    )
    verb.add_argument(
        "-o", "--output", type=Path, required=True, metavar=_("FILE"), help=_("the PDF to write")
    )


def _edition(word: str) -> str:
    """``åben`` is what a Dane types for ``aaben``."""
    return unicodedata.normalize("NFC", word).replace("å", "aa")


def _backup(verbs: _Verbs) -> None:
    verb = _verb(verbs, "backup", _("make a verified copy of all data"))
    verb.add_argument(
        "folder", type=Path, metavar=_("DIR"), help=_("the folder that gets the copy")
    )


def _restore(verbs: _Verbs) -> None:
    verb = _verb(verbs, "restore", _("go back to a copy; the present data are copied first"))
    verb.add_argument(
        "copy", type=Path, metavar=_("COPY"), help=_("the copy, a file ending in .db")
    )


def _check_data(verbs: _Verbs) -> None:
    _verb(verbs, "check-data", _("check database, journal and attachments"))


def _self_test(verbs: _Verbs) -> None:
    _verb(verbs, "self-test", _("try out that the program is whole on this computer"))


def _demo(verbs: _Verbs) -> None:
    verb = _verb(verbs, "demo", _("make sample data, papers and pictures of the screens"))
    verb.add_argument(
        "folder", type=Path, metavar=_("DIR"), help=_("the folder that gets everything")
    )
    verb.add_argument(
        "--only-papers", action="store_true", help=_("leave the pictures of the screens out")
    )


def _json(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--json", action="store_true", help=_("print JSON"))
