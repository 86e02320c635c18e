"""Attachments keep the numbers that their paper prints, on the next paper too."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.importing.reading import read_paper
from app.models.meeting import Meeting
from app.models.visibility import Edition
from app.reports.collect import collect_meeting
from app.reports.data import AttachmentsPart
from app.services.importing import import_drafts
from app.storage.database import Database

PAPER = """Mødet den 09.01.2031 SG Fjord

Tid: 09.01.2031 kl. 12.00-16.00
Sted: Havnekontoret

Punkt 1. (Åben) Kaj og kran

Sagsfremstilling
Kajen skal have en kran, og den skal males.

Bilag:
{files}

Beslutning:
Godkendt.
"""


def printed(folder: Path, files: str) -> list[str]:
    """The list of attachments as the minutes print it."""
    file = folder / "referat.txt"
    file.write_text(PAPER.format(files=files), encoding="utf-8")
    with Database.create(folder / "moeder.db", "Prøve") as database:
        import_drafts(database, [read_paper(file)])
        with database.read() as session:
            meeting = session.query(Meeting).one()
            paper = collect_meeting(session, meeting.id, "minutes", Edition.FULL)
    parts = [part for item in paper.items for part in item.parts]
    (found,) = (part for part in parts if isinstance(part, AttachmentsPart))
    return [f"{one.number} {one.title}".strip() for one in found.attachments]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            "1. Kort over kajen\n2. Tegning af kranen",
            ["1. Kort over kajen", "2. Tegning af kranen"],
        ),
        (
            "1) Kort over kajen\n2) Tegning af kranen",
            ["1. Kort over kajen", "2. Tegning af kranen"],
        ),
        (
            "2. Kort over kajen\n3. Tegning af kranen",
            ["2. Kort over kajen", "3. Tegning af kranen"],
        ),
        ("1. Kort over kajen 2. Tegning", ["1. Kort over kajen", "2. Tegning"]),
        ("1 (1204417) - Kort\n2 (1204419) - Rids", ["1. (1204417) - Kort", "2. (1204419) - Rids"]),
        ("1. Bilag 2: Kort\n2. Bilag 3: Rids", ["2. Kort", "3. Rids"]),
        ("Bilag 2: Kort over kajen\nBilag 3: Rids", ["2. Kort over kajen", "3. Rids"]),
        ("- Kort over kajen\n- Tegning af kranen", ["Kort over kajen", "Tegning af kranen"]),
        ("- Kort over kajen\n- 2. udkast til rids", ["Kort over kajen", "2. udkast til rids"]),
    ],
)
def test_a_number_of_the_paper_is_printed_again(
    tmp_path: Path, files: str, told: list[str]
) -> None:
    assert printed(tmp_path, files) == told
