"""Texts that are hard to tell from what stands around them come back as they were printed."""

from pathlib import Path

import pytest

from app.models.agenda_words import SectionKind
from app.models.decision import Outcome
from app.models.richtext import (
    Cell,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    RichText,
    Run,
    Table,
    plain,
)
from app.models.visibility import Edition
from app.storage.actions import Action
from app.storage.database import Database
from tests.importing.crammed_rows import Crammed
from tests.importing.looks import shown
from tests.importing.trips import Import, export, read_back


def para(*runs: str | Run) -> Paragraph:
    return Paragraph(tuple(run if isinstance(run, Run) else Run(run) for run in runs))


def noted(number: int) -> Run:
    return Run(f"ord {number}", footnote=f"Note {number}.")


TABLE = Table(
    tuple((Cell((para(a),)), Cell((para(b),))) for a, b in (("Sted", "Pris"), ("Ø", "4")))
)
ROMAN = List(
    (ListItem((para("mole"),)), ListItem((para("bro"),))), ordered=True, style="lower_roman"
)
TEXTS = {
    "a table": RichText((para("Prisen er sådan:"), TABLE, para("Den er høj."))),
    "a heading": RichText((para("Det gik sådan:"), Heading((Run("Prisen"),)), para("Den er høj."))),
    "a quotation": RichText((para("Det gik sådan:"), Quote((para("Det er dyrt."),), "Ove"))),
    "a list": RichText((para("Der er to ting:"), ROMAN)),
    "notes": RichText((para("Se ", noted(1), " og ", noted(2), "."),)),
    "a note at the end of a line": RichText(
        (para(*(part for n in range(40) for part in (noted(n), " "))),)
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_the_same_in_every_place(
    tmp_path: Path, empty_file: bytes, imported: Import, name: str
) -> None:
    path = tmp_path / "moedevaerk.db"
    path.write_bytes(empty_file)
    text = TEXTS[name]
    with Database.open(path, "Prøve") as database:
        with database.write(Action.CREATE_MEETING) as session:
            made = Crammed(session)
            item = made.item("Færgen")
            made.section(item, "Resumé", SectionKind.SUMMARY, text)
            section = made.section(item, "Indstilling", SectionKind.RECOMMENDATION, text)
            one, two = made.recommend(item, section, "drøfter færgen", text)
            made.decide(item, one, outcome=Outcome.DISCUSSED, text=text)
            made.decide(item, two, outcome=Outcome.NOTED, reservation_text="Kun i år.")
            made.section(item, "Beslutning", SectionKind.DECISION, text)
            meeting_id = made.meeting.id
        pdf = export((database, meeting_id), "minutes", Edition.FULL)
    draft = read_back(pdf, tmp_path)
    (read,) = draft.meetings[0].items
    assert len(read.decisions) == 2
    told = plain(text).replace("\n  ", "\n").split("\n")
    assert all(line.split(" [")[0] in read.decision_text for line in told)
    assert shown(export(imported(draft), "minutes", Edition.FULL)) == shown(pdf)
