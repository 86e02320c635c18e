"""Files: whole or not at all, named without secrets, with warnings before they leave."""

from __future__ import annotations

import dataclasses
import errno
import io
import os
from pathlib import Path

import pikepdf
import pytest
from PIL import Image as PillowImage

from app.errors import FileProblem
from app.i18n import sentence
from app.models.richtext import Image, Paragraph, RichText, Run, text_of
from app.models.visibility import Edition
from app.reports.data import (
    AttachmentPaper,
    AttachmentsPart,
    DecisionPaper,
    DecisionPart,
    HeadLine,
    ItemPaper,
    MeetingPaper,
    PointPaper,
    RecommendationPart,
    SectionPart,
)
from app.reports.export import export_paper, render_paper, suggested_name
from app.reports.glyphs import missing_glyphs
from app.reports.images import picture_from, stored_images
from app.reports.pages import PdfPages
from app.reports.render import write
from app.storage.database import Database
from tests.reports import samples
from tests.reports.meeting_rows import Scene
from tests.reports.reading import elements, findings


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


def test_every_place_is_searched_for_characters_without_a_glyph() -> None:
    parts = (
        SectionPart("一", text_of("二")),
        RecommendationPart("三", "四", (PointPaper("五", text_of("六")),)),
        AttachmentsPart((AttachmentPaper("七", "八"),)),
        DecisionPart("九", (DecisionPaper("十", "百", text_of("千")),), ("万",)),
    )
    item = ItemPaper(samples.key_of("1"), "1", "丁", meta=("上",), parts=parts)
    paper = dataclasses.replace(samples.minutes(item), body_name="下", head=(HeadLine("中", "丸"),))
    found = "".join(one.character for one in missing_glyphs(paper))
    assert found == "下中丸丁上一二三四五六七八九十百千万"
    for character in found:
        assert f"[tegn U+{ord(character):04X}]" in " ".join(
            one.words for one in elements(render_paper(paper).pdf)
        )


def test_a_character_without_a_danish_name_is_called_by_its_number() -> None:
    paper = paper_of(text_of("Se ا og 👩."))
    assert [one.name for one in missing_glyphs(paper)] == ["tegn U+0627", "tegn U+1F469"]


def png() -> bytes:
    out = io.BytesIO()
    PillowImage.new("RGB", (300, 150), (21, 89, 122)).save(out, "PNG")
    return out.getvalue()


def test_a_picture_is_drawn_with_its_words(tmp_path: Path) -> None:
    (tmp_path / "abc").write_bytes(png())
    paper = paper_of(RichText((Image("abc", "Kort over landsdelen", "Figur 1. Kortet"),)))
    built = render_paper(paper, stored_images(lambda sha256: tmp_path / sha256))
    assert findings(built.pdf) == []
    assert elements(built.pdf)[-1].words == "Figur 1. Kortet"
    assert b"/Figure" in built.pdf or b"Figure" in b"".join(streams(built.pdf))


def streams(pdf: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [found.unparse(resolved=True) for found in document.objects]


@pytest.mark.parametrize("style", ["numbered", "bullets", "lines", "sentence"])
def test_a_picture_in_a_point_is_drawn_too(tmp_path: Path, style: str) -> None:
    (tmp_path / "abc").write_bytes(png())
    text = RichText((Paragraph((Run("godkender kortet"),)), Image("abc", "Kort over landsdelen")))
    part = RecommendationPart("Indstilling", "Det indstilles, at", (PointPaper("1.", text),), style)
    item = ItemPaper(samples.key_of("1"), "1", "Punkt", parts=(part,))
    built = render_paper(samples.minutes(item), stored_images(lambda sha256: tmp_path / sha256))
    assert "mangler" not in " ".join(element.words for element in elements(built.pdf))
    assert any(b"/Figure" in found for found in streams(built.pdf))


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


def addresses(pdf: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        notes = [note for one in document.pages for note in one.get("/Annots", [])]
        return [bytes(note.A.URI) for note in notes if "/A" in note]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://a.example/b%20c?d=e&f=(g)#h", "https://a.example/b%20c?d=e&f=(g)#h"),
        (
            "https://a.example/wiki/Ærø – ø",
            "https://a.example/wiki/%C3%86r%C3%B8%20%E2%80%93%20%C3%B8",
        ),
        ("https://ida@blåbær.example:80/100 %", "https://ida@xn--blbr-roah.example:80/100%20%25"),
        ("mailto:sø@fjord.example", "mailto:s%C3%B8@fjord.example"),
        ("http://[ø", "http://[%C3%B8"),
        (f"https://{'ø' * 70}.example", f"https://{'%C3%B8' * 70}.example"),
    ],
)
def test_the_address_of_a_link_is_written_in_ascii(typed: str, kept: str) -> None:
    """A byte above 127 is a fault of the file, and every reader opens such an address its way."""
    pdf = render_paper(paper_of(RichText((Paragraph((Run("Se", link=typed),)),)))).pdf
    assert addresses(pdf)[-1].decode("ascii") == kept


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
