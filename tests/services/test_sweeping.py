"""Files of the store that nothing needs go at close; what can still be had again stays."""

import contextlib
import datetime as dt
import os
import tempfile
from pathlib import Path
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.models.agenda_words import SectionKind
from app.models.richtext import Image, RichText
from app.services import attachments
from app.services.backups import back_up_at_close
from app.services.bodies import create_body
from app.services.check_data import check_data
from app.services.items import create_item
from app.services.meetings import create_meeting
from app.services.queries.items import item_view
from app.services.sections import add_section, edit_section_text
from app.storage.backup import FOLDER
from app.storage.database import Database
from app.storage.sweeping import GRACE

PAPERS = st.sampled_from(["notat", "budget", "tegning", "kort", "brev"])
LONG_AGO = dt.datetime.now() - GRACE - dt.timedelta(hours=1)


def _paper(folder: Path, words: str) -> Path:
    path = folder / f"{words}.txt"
    path.write_text(words, encoding="utf-8")
    return path


def _item(database: Database) -> UUID:
    body_id = create_body(database, "Styregruppen")
    return create_item(database, create_meeting(database, body_id, dt.date(2026, 3, 5)))


def _close(database: Database) -> None:
    """As at the end of a week in which nothing was taken in."""
    for path in database.attachments.paths():
        os.utime(path, (LONG_AGO.timestamp(), LONG_AGO.timestamp()))
    database.has_changed = True
    assert back_up_at_close(database, database.path.parent / FOLDER) is not None


def _stored(database: Database) -> set[str]:
    return {path.name for path in database.attachments.paths()}


class TidyUser(RuleBasedStateMachine):
    """Attaches, draws, takes back and closes; ``saved`` are the files that a row has held."""

    template: bytes = b""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "moedevaerk.db"
        if not TidyUser.template:
            Database.create(self.path).close()
            TidyUser.template = self.path.read_bytes()
        self.path.write_bytes(TidyUser.template)
        self.database = Database.open(self.path)
        self.item_id = _item(self.database)
        self.section_id = add_section(
            self.database, self.item_id, SectionKind.BACKGROUND, "Baggrund"
        )
        self.saved: set[str] = set()

    def taken(self, words: str) -> attachments.TakenFile:
        paper = _paper(Path(self.folder.name), words)
        (taken,) = attachments.take_in(self.database, [paper]).files
        return taken

    @rule(words=PAPERS)
    def attach(self, words: str) -> None:
        taken = self.taken(words)
        attachments.add_taken(self.database, self.item_id, [taken])
        self.saved.add(taken.sha256)

    @rule(words=PAPERS)
    def draw(self, words: str) -> None:
        taken = self.taken(words)
        text = RichText((Image(taken.sha256, "Tegning"),))
        edit_section_text(self.database, self.section_id, text)
        self.saved.add(taken.sha256)

    @rule(words=PAPERS)
    def think_better_of_it(self, words: str) -> None:
        self.taken(words)

    @rule()
    def detach(self) -> None:
        for attachment in item_view(self.database, self.item_id).attachments[:1]:
            attachments.delete_attachment(self.database, attachment.id)

    @rule()
    def erase(self) -> None:
        edit_section_text(self.database, self.section_id, RichText())

    @rule()
    def undo(self) -> None:
        if len(self.database.history.undoable) > 5:  # the item itself stays
            self.database.undo()

    @rule()
    def redo(self) -> None:
        self.database.redo()

    @rule()
    def sweep(self) -> None:
        _close(self.database)
        assert _stored(self.database) == self.saved

    @rule()
    def reopen(self) -> None:
        _close(self.database)
        self.database.close()
        self.database = Database.open(self.path)

    @invariant()
    def what_was_saved_is_there_and_sound(self) -> None:
        if hasattr(self, "database"):
            assert all(self.database.attachments.is_sound(sha256) for sha256 in self.saved)
            assert [finding for finding in check_data(self.database) if finding.faults] == []

    def teardown(self) -> None:
        with contextlib.suppress(AttributeError):
            self.database.close()
            self.folder.cleanup()


TestTidyUser = TidyUser.TestCase
TestTidyUser.settings = settings(
    max_examples=8,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def test_what_was_just_taken_in_stays(database: Database, tmp_path: Path) -> None:
    old, new = (database.attachments.add(_paper(tmp_path, words)) for words in ("før", "nu"))
    _close(database)
    assert _stored(database) == set()
    assert back_up_at_close(database, tmp_path / FOLDER) is None
    for paper in ("før", "nu"):
        database.attachments.add(_paper(tmp_path, paper))
    path = database.attachments.path_of(old.sha256)
    os.utime(path, (LONG_AGO.timestamp(), LONG_AGO.timestamp()))
    database.attachments.add(_paper(tmp_path, "før"))
    database.has_changed = True
    back_up_at_close(database, tmp_path / FOLDER)
    assert _stored(database) == {old.sha256, new.sha256}


def test_nothing_goes_without_a_sound_one_among_the_copies(
    database: Database, tmp_path: Path
) -> None:
    stored = database.attachments.add(_paper(tmp_path, "notat"))
    database.has_changed = True
    assert back_up_at_close(database, tmp_path / FOLDER) is not None
    copied = tmp_path / FOLDER / "attachments" / stored.sha256[:2] / stored.sha256
    copied.chmod(0o644)
    copied.write_text("natot", encoding="utf-8")
    _close(database)
    assert _stored(database) == {stored.sha256}
