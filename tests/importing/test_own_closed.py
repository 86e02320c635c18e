"""Words that are confidential in a full edition stay so, whatever they look like."""

import io
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
import sqlalchemy as sa
from PIL import Image as PillowImage

from app.models.agenda import ItemSection
from app.models.agenda_words import ItemKind, SectionKind
from app.models.decision import Outcome
from app.models.richtext import Heading, Image, Paragraph, RichText, Run, iter_runs, text_of
from app.models.visibility import Edition
from app.reports.export import BuiltPaper, build_paper
from app.reports.images import Picture
from app.storage.actions import Action
from app.storage.database import Database
from tests.importing.crammed_rows import Crammed
from tests.importing.trips import Import, read_back
from tests.reports.searching import found_in

SECRET = "Zebraen"
HIDDEN = Run(f"{SECRET} stikker af", confidential=True)


def para(*runs: str | Run) -> Paragraph:
    return Paragraph(tuple(run if isinstance(run, Run) else Run(run) for run in runs))


LOOKS_LIKE = {
    "a follow-up": para("Opfølgning: ", HIDDEN, ". Ansvarlig: Sekretariatet. Frist: uge 4."),
    "a reservation": para(Run("Forbehold:", italic=True), " Klitby siger, at ", HIDDEN),
    "a hidden reservation": para(Run("Forbehold:", italic=True, confidential=True), " ", HIDDEN),
    "a statement": para(Run(f"{SECRET} Hansen:", bold=True, confidential=True), " Jeg er enig."),
    "an outcome": para(Run("Godkendt.", bold=True), " ", HIDDEN),
    "a hidden outcome": para(Run(f"{SECRET}.", bold=True, confidential=True), " Alle var enige."),
    "a lead": para("Det indstilles, at Den Fælles Fjordgruppe ", HIDDEN),
    "a link": para(Run(SECRET, confidential=True, link="https://example.org")),
    "a note": para(Run("Dyret", confidential=True, footnote=f"Det er {SECRET}.")),
    "a note behind open words": para(
        "Kajen er for kort.",
        Run("", confidential=True, footnote=f"Det er {SECRET}."),
        " Og dyr.",
    ),
    "a note at the end": para(
        "Dyret", Run("", confidential=True, footnote=f"Det er {SECRET} og {'meget ' * 30} mere.")
    ),
    "a note between notes": para(
        Run("Dyret", footnote="Åben note."),
        Run(" her", confidential=True, footnote=f"Det er {SECRET}."),
        Run("", footnote="Åben igen."),
    ),
    "a note in a heading": Heading(
        (Run("Dyrene"), Run("", confidential=True, footnote=f"Det er {SECRET}."))
    ),
    "a line over its end": para("Ordene før det hemmelige fylder næsten hele linjen, så ", HIDDEN),
    "a heading of a sub-item": Heading((Run("a. "), HIDDEN)),
    "a reporter": para(Run(SECRET, italic=True, confidential=True)),
}


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def picture_of(sha256: str) -> Picture:
    made = io.BytesIO()
    PillowImage.new("RGB", (40, 30), "teal").save(made, "PNG")
    return Picture(made.getvalue(), 40, 30)


def built(made: tuple[Database, UUID], edition: Edition) -> BuiltPaper:
    database, meeting_id = made
    with database.read() as session:
        return build_paper(session, meeting_id, "minutes", edition, picture_of)


def exported(made: tuple[Database, UUID], edition: Edition) -> bytes:
    return built(made, edition).pdf


def meeting_with(database: Database, block: Paragraph | Heading | Image) -> tuple[Database, UUID]:
    """A meeting that has the block in every place that a text may stand in."""
    text = RichText((block, para("Og så videre.")))
    with database.write(Action.CREATE_MEETING) as session:
        made = Crammed(session)
        item = made.item("Dyrene")
        for kind in (SectionKind.SUMMARY, SectionKind.RECOMMENDATION, SectionKind.DECISION):
            label = {"summary": "Resumé", "recommendation": "Indstilling"}.get(kind, "Beslutning")
            section = made.section(item, label, kind, text)
            if kind is SectionKind.RECOMMENDATION:
                (point,) = made.recommend(item, section, text)
        made.decide(item, point, outcome=Outcome.NOTED, text=text)
        made.decide(item, outcome=Outcome.APPROVED, text=text, reservation_text="Kun i år.")
        other = made.item("Orientering", ItemKind.INFORMATION)
        made.section(other, "Orientering", SectionKind.INFORMATION, text)
        made.section(other, "Beslutning", SectionKind.DECISION, text_of("Intet."))
        return database, made.meeting.id


@pytest.fixture
def fresh(tmp_path: Path, empty_file: bytes) -> Database:
    path = tmp_path / "moedevaerk.db"
    path.write_bytes(empty_file)
    return Database.open(path, "Prøve")


@pytest.mark.parametrize("name", LOOKS_LIKE)
def test_confidential_words_are_not_opened(
    fresh: Database, imported: Import, tmp_path: Path, name: str
) -> None:
    made = meeting_with(fresh, LOOKS_LIKE[name])
    again = imported(read_back(exported(made, Edition.FULL), tmp_path))
    assert SECRET in words_of(exported(again, Edition.FULL))
    assert found_in(built(again, Edition.OPEN), [SECRET]) == set()


def notes_of(made: tuple[Database, UUID]) -> list[tuple[str, str, bool]]:
    """The footnotes of the summary with the words they stand behind."""
    database, _meeting_id = made
    with database.read() as session:
        sections = session.scalars(sa.select(ItemSection)).all()
    summary = next(one for one in sections if one.kind is SectionKind.SUMMARY)
    runs = iter_runs(summary.text)
    return [(run.text, run.footnote, run.confidential) for run in runs if run.footnote]


def test_an_open_note_stays_open_beside_a_confidential_one(
    fresh: Database, imported: Import, tmp_path: Path
) -> None:
    block = para(
        Run("Dyret", footnote="Åben note."),
        Run("", confidential=True, footnote="Lukket note."),
        Run(" i buret"),
    )
    made = meeting_with(fresh, block)
    assert notes_of(imported(read_back(exported(made, Edition.FULL), tmp_path))) == [
        ("Dyret", "Åben note.", False),
        ("", "Lukket note.", True),
    ]


def test_a_confidential_picture_leaves_confidential_words(
    fresh: Database, imported: Import, tmp_path: Path
) -> None:
    picture = Image("0" * 64, f"{SECRET} i buret", f"{SECRET}, set forfra", confidential=True)
    again = imported(read_back(exported(meeting_with(fresh, picture), Edition.FULL), tmp_path))
    assert SECRET in words_of(exported(again, Edition.FULL))
    assert found_in(built(again, Edition.OPEN), [SECRET]) == set()


def test_an_open_picture_leaves_open_words(
    fresh: Database, imported: Import, tmp_path: Path
) -> None:
    made = meeting_with(fresh, Image("0" * 64, "Kort over havnen", "Tegnet af Ove"))
    again = imported(read_back(exported(made, Edition.FULL), tmp_path))
    words = words_of(exported(again, Edition.OPEN))
    assert "Kort over havnen" in words
    assert words.count("Ove") == words_of(exported(made, Edition.OPEN)).count("Ove") > 0
