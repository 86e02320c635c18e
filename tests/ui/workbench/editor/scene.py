"""One item with everything in it, made up for the editor's tests and pictures.

By hand: ``QT_QPA_PLATFORM=offscreen python -m tests.ui.workbench.editor.scene FOLDER``.
"""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEventLoop, QTimer

from app.models.agenda_words import SectionKind
from app.models.decision import Outcome
from app.models.follow_up import ActorKind
from app.models.richtext import List, ListItem, Paragraph, RichText, Run, text_of
from app.paths import AppPaths
from app.services import attachments, bodies, decisions, follow_ups, items, meetings
from app.services import recommendations as sets
from app.services import sections as parts
from app.services.queries.items import ItemView, item_view
from app.settings import Appearance
from app.storage.database import Database
from app.ui.application import create_application, make_context
from app.ui.context import AppContext
from app.ui.pages.workbench.editor import ItemEditor
from app.ui.theme import theme

SUMMARY = (
    "Køen til en plads i de fire botilbud voksede gennem 2031. Sekretariatet har samlet tal fra "
    "alle fire og foreslår, at styregruppen drøfter en fælles kø og en ordning for "
    "midlertidige pladser."
)
POINTS = (
    "drøfter opgørelsen af pladser og ventetid",
    "godkender, at en fælles kø afprøves fra 1. september 2032",
    "tager orienteringen om midlertidige pladser til efterretning.",
)
FILES = ("Pladser og ventetid 2030–2031.pdf", "Model for fælles kø, udkast.docx", "Svar.xlsx")


@dataclass(frozen=True)
class Scene:
    """Ids of what was made."""

    body_id: UUID
    meeting_id: UUID
    full: UUID
    plain: UUID
    formal: UUID


def make(database: Database, folder: Path) -> Scene:
    """A draft meeting with a full item, an empty item and the fixed ones."""
    members = [bodies.NewMember("Ane Holm", "direktør", "Fjordby Kommune")]
    body_id = bodies.create_body(
        database, "Styregruppen for Fjordområdet", short_name="SG Fjord", members=members
    )
    meeting_id = meetings.create_meeting(database, body_id, dt.date(2032, 5, 6))
    full = items.create_item(database, meeting_id, title="Pladser i botilbud ved fjorden")
    plain = items.create_item(database, meeting_id, title="Prøveår med delte boliger")
    fill_item(database, full, folder)
    formal = next(iter(other_ids(database, meeting_id, {full, plain})))
    return Scene(body_id, meeting_id, full, plain, formal)


def other_ids(database: Database, meeting_id: UUID, known: set[UUID]) -> list[UUID]:
    from app.services.queries.items import item_rows

    return [row.id for row in item_rows(database, meeting_id) if row.id not in known]


def fill_item(database: Database, item_id: UUID, folder: Path) -> None:
    """Texts, points and attachments."""
    items.edit_item(database, item_id, case_number_printed="2032-004411", duration_min=25)
    items.set_presenters(database, item_id, ["Ane Holm"])
    summary, case, money, *_rest = item_view(database, item_id).sections
    parts.edit_section_text(database, summary.id, text_of(SUMMARY))
    parts.edit_section_text(database, case.id, case_text())
    parts.edit_section_text(
        database, money.id, text_of("Køen kan drives inden for sekretariatets ramme.")
    )
    set_id = item_view(database, item_id).recommendations[0].id
    sets.edit_recommendation_set(
        database, set_id, lead_in_verbatim="Det indstilles, at Styregruppen for Fjordområdet"
    )
    for words in POINTS:
        sets.add_point(database, set_id, text_of(words))
    paths = files(folder)
    added = attachments.add_attachments(database, item_id, paths)
    attachments.set_attachment_closed(database, added[2], True)


def files(folder: Path) -> list[Path]:
    """Small files with the names of attachments."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in FILES]
    for number, path in enumerate(paths):
        path.write_bytes(f"fil {number}".encode())
    return paths


def case_text() -> RichText:
    """A paragraph, a nested list, a paragraph."""
    inner = List((_item("To tilbud har i perioder sagt nej til nye beboere."),))
    outer = List(
        (
            ListItem((_words("I gennemsnit var 94 procent af pladserne optaget."), inner)),
            _item("Ventetiden er steget fra fire til ni uger."),
        )
    )
    before = "På seneste møde bad styregruppen om et samlet billede. Opgørelsen viser:"
    after = "Tilbuddene vurderer, at en fælles kø gør ledige pladser synlige på tværs."
    return RichText((_words(before), outer, _words(after)))


def decide(database: Database, item_id: UUID) -> None:
    """Answer the points, add a free decision and a follow-up."""
    view: ItemView = item_view(database, item_id)
    first, second, third = (point.id for point in view.recommendations[0].points)
    decisions.set_outcome(database, item_id, Outcome.DISCUSSED, point_id=first)
    decisions.set_outcome(database, item_id, Outcome.APPROVED, point_id=second)
    decisions.edit_decision_text(
        database,
        item_id,
        text_of("Prøven følges op efter et halvt år, og de pårørende høres undervejs."),
        point_id=second,
    )
    decisions.set_outcome(database, item_id, Outcome.NOTED, point_id=third)
    decisions.add_free_decision(database, item_id, text_of("Sagen sendes også til økonomikredsen."))
    follow_ups.add_follow_up(
        database, item_id, "Skriv en køreplan for prøven", due="medio august 2032"
    )
    follow_ups.add_follow_up(
        database,
        item_id,
        "Meld antal ledige pladser ind hver måned",
        actor_kind=ActorKind.ALL_MUNICIPALITIES,
        due="løbende",
    )


def _words(words: str) -> Paragraph:
    return Paragraph((Run(words),))


def _item(words: str) -> ListItem:
    return ListItem((_words(words),))


# --- Pictures


def turn(editor: ItemEditor) -> None:
    """Close the item that is shown, or open it again."""
    openness = editor.head.openness
    openness.chosen.emit("open" if openness.value == "closed" else "closed")


def wait(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _grab(editor: ItemEditor, path: Path) -> None:
    wait(150)
    editor.grab().save(str(path))


def _pictures(folder: Path) -> None:
    app = create_application([])
    context: AppContext = make_context(app, AppPaths.standard(folder / "data"))
    context.theme.set_appearance(Appearance.LIGHT)
    database = Database.create(folder / "data" / "moedevaerk.db", "Ida Prøve")
    context.slot.fill(database)
    scene = make(database, folder / "files")
    editor = ItemEditor(context)
    context.history.attach(editor, context.slot)
    editor.resize(618, 800)
    editor.show()
    editor.activateWindow()
    editor.show_item(scene.full)
    editor.focus_place(editor.form.sections[1].place)
    editor.form.verticalScrollBar().setValue(0)
    _grab(editor, folder / "a-light.png")
    editor.resize(1048, 900)
    editor.focus_place("attachments")
    _grab(editor, folder / "b-wide.png")
    decide(database, scene.full)
    editor.reload(None)
    editor.focus_place("decision")
    _grab(editor, folder / "c-decision-wide.png")
    editor.resize(560, 900)
    _grab(editor, folder / "d-decision-narrow.png")
    editor.show_item(scene.plain)
    turn(editor)
    _grab(editor, folder / "e-little-closed.png")
    editor.resize(618, 800)
    editor.show_item(scene.formal)
    _grab(editor, folder / "f-formal.png")
    theme().set_appearance(Appearance.DARK)
    editor.show_item(scene.full)
    editor.focus_place(editor.form.sections[1].place)
    editor.form.verticalScrollBar().setValue(0)
    _grab(editor, folder / "g-dark.png")
    editor.focus_place("decision")
    _grab(editor, folder / "h-dark-decision.png")
    theme().set_text_size(130)
    editor.resize(460, 800)
    editor.form.verticalScrollBar().setValue(0)
    _grab(editor, folder / "i-dark-130-small.png")
    editor.form.scroll_to(editor.form.attachments)
    _grab(editor, folder / "j-dark-130-attachments.png")
    theme().set_text_size(100)
    theme().set_appearance(Appearance.LIGHT)
    _details(editor, scene, database, folder)
    context.jobs.shut_down()
    database.close()


def _details(editor: ItemEditor, scene: Scene, database: Database, folder: Path) -> None:
    """States that the first pictures do not have."""
    home = item_view(database, scene.full).sections[3]
    parts.edit_section_text(database, home.id, text_of("Forudsat at midlerne findes:"))
    further = sets.add_recommendation_set(database, scene.full, section_id=home.id)
    sets.edit_recommendation_set(database, further, from_text="Økonomikredsen")
    sets.add_point(database, further, text_of("tager til efterretning"))
    items.rename_item(
        database, scene.full, "Pladser i botilbud ved fjorden og langs åen, opgjort for fire steder"
    )
    editor.resize(618, 1000)
    editor.reload(None)
    editor.form.scroll_to(editor.form.sections[2])
    empty = folder / "tom.pdf"
    empty.touch()
    editor.form.attachments.add_files([empty])
    wait(200)
    editor.form.attachments.list.setFocus()
    editor.form.attachments.list.select(1)
    _grab(editor, folder / "k-details.png")
    editor.head.minutes.field.setFocus()
    editor.head.minutes.field.setText("længe")
    editor.head.minutes.field.editingFinished.emit()
    editor.form.verticalScrollBar().setValue(9999)
    _grab(editor, folder / "l-refused.png")
    minutes = "Formanden bød velkommen. Drøftelsen viste bred opbakning til en fælles kø."
    parts.add_section(
        database, scene.plain, SectionKind.MINUTES, "Beslutning på mødet:", text=text_of(minutes)
    )
    decisions.set_outcome(database, scene.plain, Outcome.APPROVED)
    editor.show_item(scene.plain)
    _grab(editor, folder / "m-imported.png")


if __name__ == "__main__":
    _pictures(Path(sys.argv[1]))
