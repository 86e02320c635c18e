"""Trees of tagged PDFs that are not built as they say: the paper is read by its lines."""

from pathlib import Path
from uuid import UUID

import pikepdf
import pytest

from app.errors import FileProblem
from app.importing.pdf.tagged import read_tagged
from app.importing.reading import read_paper
from app.models.visibility import Edition
from app.storage.database import Database
from tests.importing.pdfs import write_pdf
from tests.importing.trips import export


@pytest.fixture
def path(crammed: tuple[Database, UUID], tmp_path: Path) -> Path:
    """The minutes of the meeting with everything."""
    path = tmp_path / "papir.pdf"
    path.write_bytes(export(crammed, "minutes", Edition.FULL))
    return path


def test_a_pdf_without_tags_has_no_tree(tmp_path: Path) -> None:
    assert read_tagged(write_pdf(tmp_path / "a.pdf", [["Havnen"]]).read_bytes()) is None


def test_what_is_no_pdf_has_no_tree() -> None:
    assert read_tagged(b"%PDF-1.4 og ikke mere") is None


@pytest.mark.parametrize("operator", [b"Tm", b"/F1 Tf Tf", b"1 2 re"])
def test_a_page_with_half_an_operator_is_read_by_its_lines(path: Path, operator: bytes) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[1].contents_add(pdf.make_stream(b"/P <</MCID 0>> BDC " + operator + b" EMC"))
        pdf.save()
    assert read_tagged(path.read_bytes()) is None
    assert len(read_paper(path).meetings[0].items) == 11


def test_words_in_a_font_that_does_not_tell_its_letters_are_read_by_lines(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for font in pdf.pages[1].obj.Resources.Font.values():
            font.ToUnicode = pdf.make_stream(b"")
        pdf.save()
    assert read_tagged(path.read_bytes()) is None


def test_a_file_that_lacks_a_page_is_called_damaged(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        kids = pdf.Root.Pages.Kids
        kids[1] = pikepdf.Dictionary(Type=pikepdf.Name.Nothing)
        pdf.save()
    with pytest.raises(FileProblem, match="damaged"):
        read_paper(path)
