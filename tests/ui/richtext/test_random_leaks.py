"""A random typist who never lifts a mark: what was confidential stays so wherever it goes."""

import random

import pytest
from PySide6.QtCore import Qt

from app.models.richtext import Heading, Image, Quote, Run, iter_runs
from app.models.visibility import Edition, visible_text
from app.ui.richtext.editing.commands import ParagraphStyle
from tests.ui.richtext.shorthand import bullets, item, p, table, text

KEY, MOD = Qt.Key, Qt.KeyboardModifier
SECRET = "Zq"
START = text(
    Heading((Run("Økonomi"), Run("Zqtitel", confidential=True))),
    p("Et afsnit med ", Run("Zqord", confidential=True, footnote="Zqnote"), " i midten."),
    p("Kun noten", Run("", confidential=True, footnote="Zqnote"), " er skjult."),
    bullets("et", item(p(Run("Zqpunkt", confidential=True)))),
    Image("0f" * 32, "Zqkort", "Zqfigur", confidential=True),
    Quote((p("Citat ", Run("Zqcitat", confidential=True)),), "Leder"),
    table(("a", "b"), ("c", "d")),
    Image("1a" * 32, "Kort", "Figur"),
    "slut",
)
MOVES = (KEY.Key_Up, KEY.Key_Down, KEY.Key_Left, KEY.Key_Right, KEY.Key_Home, KEY.Key_End)
EDITS = (KEY.Key_Return, KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Tab)
CLIPBOARD = (KEY.Key_C, KEY.Key_X, KEY.Key_V)
COMMANDS = ("bold", "bullets", "numbers", "indent", "outdent", "caption", "undo", "redo")


def act(editor, typed, chance: random.Random) -> None:
    match chance.randrange(8):
        case 0:
            typed("åbent ")
        case 1 | 2:
            typed(*[chance.choice(MOVES)] * chance.randrange(1, 5))
        case 3:
            typed(*[(chance.choice(MOVES), MOD.ShiftModifier)] * chance.randrange(1, 9))
        case 4:
            typed(chance.choice(EDITS))
        case 5:
            typed((chance.choice(CLIPBOARD), MOD.ControlModifier))
        case 6:
            typed((KEY.Key_V, MOD.ControlModifier | MOD.ShiftModifier))
        case 7 if chance.random() < 0.5:
            editor.commands.run(chance.choice(COMMANDS))
        case 7:
            editor.commands.set_paragraph_style(chance.choice(list(ParagraphStyle)))
    editor.setFocus()


@pytest.mark.parametrize("seed", range(12))
def test_no_secret_is_ever_shown(editor, typed, seed: int) -> None:
    chance = random.Random(seed)
    editor.set_text(START)
    typed((KEY.Key_Home, MOD.ControlModifier))
    for _step in range(80):
        act(editor, typed, chance)
        assert SECRET not in repr(visible_text(editor.text(), Edition.OPEN, "[…]"))
    assert SECRET in repr(START)


def test_confidential_words_pasted_as_plain_text_lose_their_looks_alone(editor, typed) -> None:
    editor.set_text(text(p(Run("fed", bold=True), Run("skjult", bold=True, confidential=True))))
    editor.selectAll()
    typed((KEY.Key_C, MOD.ControlModifier), KEY.Key_End, KEY.Key_Return)
    typed((KEY.Key_V, MOD.ControlModifier | MOD.ShiftModifier))
    assert editor.text().blocks[1] == p("fed", Run("skjult", confidential=True))


BACKWARDS = (KEY.Key_End, *[(KEY.Key_Left, MOD.ShiftModifier)] * 4)
FORWARDS = (KEY.Key_End, *[KEY.Key_Left] * 4, *[(KEY.Key_Right, MOD.ShiftModifier)] * 4)
WITHIN = (KEY.Key_End, KEY.Key_Left, KEY.Key_Left)


@pytest.mark.parametrize(
    ("place", "made"),
    [(BACKWARDS, "Ib og Bo"), (FORWARDS, "Ib og Bo"), (WITHIN, "naIb og Bovn")],
)
def test_words_pasted_into_confidential_ones_are_confidential(editor, typed, place, made) -> None:
    editor.set_text(text(p("a ", Run("navn", confidential=True))))
    typed(*place)
    editor.insert_rich(text(p("Ib og ", Run("Bo", bold=True))))
    shown = "".join(run.text for run in iter_runs(visible_text(editor.text(), Edition.OPEN, "[…]")))
    assert shown == "a […]"
    assert "".join(run.text for run in iter_runs(editor.text())) == f"a {made}"


@pytest.mark.parametrize("place", [(KEY.Key_Home,), (KEY.Key_Home, KEY.Key_Right), (KEY.Key_End,)])
def test_words_pasted_beside_confidential_ones_are_open(editor, typed, place) -> None:
    editor.set_text(text(p("a", Run("navn", confidential=True))))
    typed(*place)
    editor.insert_rich(text("Ib"))
    assert "Ib" in repr(visible_text(editor.text(), Edition.OPEN, "[…]"))


def test_words_pasted_into_the_caption_of_a_confidential_picture_are_confidential(
    editor, typed
) -> None:
    editor.set_text(text(Image("0f" * 32, "Kort", "Figur", confidential=True)))
    typed((KEY.Key_End, MOD.ControlModifier))
    editor.insert_rich(text(" over Ib"))
    editor.commands.set_paragraph_style(ParagraphStyle.BODY)
    assert "Ib" not in repr(visible_text(editor.text(), Edition.OPEN, "[…]"))
