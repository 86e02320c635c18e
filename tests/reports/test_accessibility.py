"""Every paper is a valid, tagged, Danish PDF/UA-1 file, the same for the same data."""

from __future__ import annotations

import io

import pikepdf
import pytest

from app.reports.meeting_story import meeting_story
from app.reports.render import Rendered, render
from tests.reports import samples
from tests.reports.reading import findings


@pytest.fixture(scope="module")
def rendered() -> Rendered:
    return render(meeting_story(samples.typical_minutes()))


def test_passes_the_pdf_ua_validator(rendered: Rendered) -> None:
    assert findings(rendered.pdf) == []


def test_the_validator_would_notice_a_missing_structure_tree(rendered: Rendered) -> None:
    with pikepdf.open(io.BytesIO(rendered.pdf)) as pdf:
        del pdf.Root.StructTreeRoot
        out = io.BytesIO()
        pdf.save(out)
    assert findings(out.getvalue())


def test_the_file_has_no_faults_of_form(rendered: Rendered) -> None:
    with pikepdf.open(io.BytesIO(rendered.pdf)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_every_link_is_printed_with_the_page(rendered: Rendered) -> None:
    """Flag 4, print, and no other: neither hidden nor left out on paper."""
    with pikepdf.open(io.BytesIO(rendered.pdf)) as pdf:
        flags = {int(note.get("/F", 0)) for page in pdf.pages for note in page.get("/Annots", [])}
    assert flags == {4}


def test_the_same_data_give_the_same_bytes(rendered: Rendered) -> None:
    assert render(meeting_story(samples.typical_minutes())).pdf == rendered.pdf


def test_says_its_title_language_and_status() -> None:
    pdf_bytes = render(meeting_story(samples.minutes(status="Kladde"))).pdf
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        metadata = pdf.open_metadata()
        assert metadata["dc:title"] == "Referat, DAS Social, 17. marts 2025"
        assert metadata["dc:description"] == "Referat, åben udgave, kladde"
        assert str(pdf.Root.Lang) == "da-DK"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
