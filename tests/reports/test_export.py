"""Files: whole or not at all, named without secrets, with warnings before they leave."""

from __future__ import annotations

import dataclasses
import errno
import io
import os
from pathlib import Path

import page
import pytest
from PIL import Image as PillowImage

from app.errors import FileProblem
from app.i18n import sentence
from app.models.richtext import Image, Paragraph, RichText, Run, text_of
from app.models.visibility import Edition
from app.reports.data import ItemPaper, MeetingPaper, SectionPart
from app.reports.export import export_paper, render_paper, suggested_name
from app.reports.glyphs import missing_glyphs
from app.reports.images import picture_from, stored_images
from app.reports.pages import PdfPages
from app.reports.render import write
from app.storage.database import Database
from tests.reports import samples
from tests.reports.meeting_rows import Scene
from tests.reports.reading import elements


def paper_of(text: RichText) -> MeetingPaper:
    item = ItemPaper(samples.key_of("1"), "1", "Punkt", parts=(SectionPart("Tekst", text),))
    return samples.minutes(item)


def test_exports_to_a_file(database: Database, meeting: Scene, tmp_path: Path) -> None:
    path = tmp_path / "referat æøå.pdf"
    with database.read() as session:
        built = export_paper(session, meeting.meeting.id, "minutes", Edition.OPEN, path)
    assert path.read_bytes() == built.pdf
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "referat.pdf"
    path.write_bytes(b"gammel")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileProblem) as problem:
        write(b"ny", path)
    assert "Disken er fuld" in sentence(problem.value)
    assert path.read_bytes() == b"gammel"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as problem:
        write(b"ny", tmp_path / "væk" / "referat.pdf")
    assert "Mappen findes ikke" in sentence(problem.value)


def test_a_locked_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_self: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(FileProblem) as problem:
        write(b"ny", tmp_path / "referat.pdf")
    assert "åben i et andet program" in sentence(problem.value)
    assert list(tmp_path.iterdir()) == []


def test_the_name_says_body_date_product_edition_and_status() -> None:
    paper = samples.minutes(status="Kladde")
    assert suggested_name(paper) == "DAS Social 2025-03-17 referat åben udgave kladde.pdf"
    odd = dataclasses.replace(paper, body_name="FU: Børn/unge?", status="", edition=Edition.FULL)
    assert suggested_name(odd) == "FU Børn unge 2025-03-17 referat fuld udgave.pdf"


def test_of_a_long_name_only_the_body_is_cut() -> None:
    paper = samples.minutes(status="")
    long = dataclasses.replace(paper, body_name="Den Administrative Styregruppe på området " * 5)
    names = [
        suggested_name(dataclasses.replace(long, edition=edition))
        for edition in (Edition.OPEN, Edition.FULL)
    ]
    assert names[0].endswith(" 2025-03-17 referat åben udgave.pdf")
    assert names[1].endswith(" 2025-03-17 referat fuld udgave.pdf")
    assert max(map(len, names)) <= 125


def test_characters_without_a_glyph_are_reported_with_their_item() -> None:
    paper = paper_of(text_of("Godt 👍 og 語, men § ½ ”æøå” – er her."))
    assert [(one.character, one.item_number) for one in missing_glyphs(paper)] == [
        ("👍", "1"),
        ("語", "1"),
    ]
    assert missing_glyphs(paper)[0].sentence == "Punkt 1 viser ”👍” som [tommel op]."
    assert missing_glyphs(samples.minutes(samples.readiness_item())) == []


def png() -> bytes:
    out = io.BytesIO()
    PillowImage.new("RGB", (300, 150), (21, 89, 122)).save(out, "PNG")
    return out.getvalue()


def test_a_picture_is_drawn_with_its_words(tmp_path: Path) -> None:
    (tmp_path / "abc").write_bytes(png())
    paper = paper_of(RichText((Image("abc", "Kort over landsdelen", "Figur 1. Kortet"),)))
    built = render_paper(paper, stored_images(lambda sha256: tmp_path / sha256))
    assert page.validate_pdf_bytes(built.pdf, profile="ua1").failures == []
    assert elements(built.pdf)[-1].words == "Figur 1. Kortet"
    assert b"/Figure" in built.pdf or b"Figure" in b"".join(streams(built.pdf))


def streams(pdf: bytes) -> list[bytes]:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [found.unparse(resolved=True) for found in document.objects]


def test_what_is_no_picture_is_none(tmp_path: Path) -> None:
    (tmp_path / "abc").write_bytes(b"GIF89a nonsense")
    resolve = stored_images(lambda sha256: tmp_path / sha256)
    assert resolve("abc") is None
    assert resolve("missing") is None
    assert picture_from(png()) is not None


def test_pages_become_pictures() -> None:
    built = render_paper(samples.typical_minutes())
    with PdfPages(built.pdf) as pages:
        image = pages.image(0, 0.5)
        assert len(pages) == built.page_count
        assert (image.width, image.height) == (298, 421)
        assert len(image.pixels) == image.stride * image.height
        assert image.pixels[:4] == b"\xff\xff\xff\xff"
        assert "Referat" in pages.text(0)


def test_links_lead_out_and_nothing_else_does() -> None:
    """Only addresses one can open become links; a script or a local file stays words."""
    runs = tuple(
        Run(f"{link} ", link=link)
        for link in ("https://a.example", "javascript:alert(1)", "file:///etc/passwd")
    )
    pdf = render_paper(paper_of(RichText((Paragraph(runs),)))).pdf
    targets = b"".join(streams(pdf))
    assert b"https://a.example" in targets
    assert b"javascript" not in targets
    assert b"file:///" not in targets
