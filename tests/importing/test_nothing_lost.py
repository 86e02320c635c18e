"""Whatever lines a paper is made of: a line put in among them is in the draft, or shown."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft
from app.models.richtext import plain
from tests.importing.test_attached_minutes import a_in_b, b_in_b, c_in_c
from tests.importing.test_every_word import strings
from tests.importing.test_own import FRONT, SECOND, THIRD
from tests.importing.test_random_papers import FEW

PAPERS = sorted((Path(__file__).resolve().parents[1] / "data" / "papers").glob("*.txt"))
LAYOUT_LINES = """
Fjordudvalget
Mødet den 4. marts 2026, kl. 9.30 - 12.15
Mødet den 04.03.2026 Fjordudvalget
Fjordudvalget Møde den 04.03.2026
kl. 9.30 Side 2 af 4
FjordudvalgetFjordudvalget
Klitby Kommune, Havnegade 1 Side 2 af 4
Side 3 af 4
s. 12
Åben
Lukket
Punkt 1.
Punkt 2.
Punkt 3.
Punkt 1: Ny færgerute
Punkt 3: Godkendelse af referat
Punkt 2 Bilag 1: Rutekort
Godkendelse af referat
Ny færgerute
1. Ny færgerute
2. Godkendelse af referat
1. Velkomst (10 min.)
2. Broen (20 min.)
2026-004711
Til stede
Afbud:
Eva Bæk, direktør, Klitby Kommune
Øvrige deltagere
Øvrige oplysninger: Mødet blev holdt på Teams
Sted: Klitby Rådhus
Tid
Dagsorden
Indhold
Resumé
Sagsfremstilling
Færgen er gammel, og den skal skiftes ud, før den går i stykker på
overfarten til øen.
Indstilling
Det indstilles, at Fjordudvalget
1. godkender ruten
godkender ruten
- drøfter prisen
• den er høj
DAS Social
Referat:
Beslutning:
Godkendt.
Bilag:
Rutekort.pdf
Bilag 1 - Rutekort
REFERAT (EKSKL. BILAG) DEN 10.12.25
Mødet den 10. december 2025, kl. 9.30 - 12.15
Mødet den 10.12.2025 Fjordudvalget
Referat, fuld udgave Side 1 af 3
Næste møde
Eventuelt
""".strip().split("\n")
FOREIGN = (
    "{}", "{} fra øen", "Rederiet {} skriver, at det koster mere.", "{0}{0}", "RUTEN {}",
    "Punkt 7: {}", "Punkt 1: {}", "Punkt 2 - {}", "3. {}", "1. {} (15 min.)", "• {}", "- {}",
    "{} Møde den 01.02.2026", "Mødet den 01.02.2026 {}", "{} Side 4 af 9", "kl. 9.30 {} Side 2",
    "Punkt 2 Bilag 3: {}", "Bilag: {}", "Bilag 4 - {}", "{}.pdf", "Afbud: {}", "{}: ja",
    "Til stede: {}", "Sted: {}", "Lukket punkt {}", "{} (lukket)", "Beslutning: {}", "(o) {}",
    "Det indstilles, at {}", "{}s indstilling", "Indstilling fra {}", "Øvrige {}", "Dato: {}",
    "1 {}", "{} 12", "{}, møde den 4. marts 2026 Åben", "Tid: {}", "Sagsnr.: {}", "Tid Kl. 9 {}",
    "Referat, fuld udgave · {} Side 3 af 3", "Referat af møde i {}", "Indledning ved {}", "v/ {}",
    "Punkt 3: {} ........ 7", "Mødeleder {}", "Åben {}", "Sag {} · Åben · 30 minutter",
)  # fmt: skip
BREAKS = ("\n", "\n", "\n", "\n\n", "\n\n", "\n\n\n", "\f", "\n ")


def strange(number: int) -> str:
    """A word that no layout knows, another one for each number."""
    return "Kvurre" + "bcdfgklm"[number] + "elkob"


def put_in(draw: st.DrawFn, lines: Sequence[str]) -> list[str]:
    """The lines with foreign ones among them."""
    made = list(lines)
    for number in range(draw(st.integers(1, 4))):
        form = draw(st.sampled_from(FOREIGN))
        made.insert(draw(st.integers(0, len(made))), form.format(strange(number)))
    return made


@st.composite
def papers(draw: st.DrawFn) -> str:
    """Lines of all layouts in any order, with foreign ones among them."""
    made = draw(st.lists(st.sampled_from(LAYOUT_LINES), min_size=3, max_size=45))
    lines = put_in(draw, made)
    signs = draw(st.lists(st.sampled_from(BREAKS), min_size=len(lines), max_size=len(lines)))
    return "".join(f"{sign}{line}" for sign, line in zip(signs, lines, strict=True))


def read(text: str) -> list[MeetingDraft]:
    return read_lines(make_lines(text.split("\f")), ImportDraft("papir.txt", ""))


def missing(text: str) -> list[str]:
    """The strange words that neither the draft nor what found no place holds."""
    held = re.sub(r"-\s+", "", "\n".join(strings(read(text)))).casefold()
    put_in = sorted(set(re.findall(r"kvurre\welkob", text.casefold())))
    return [word for word in put_in if word not in held]


def bundles(folder: Path) -> Iterator[str]:
    """Papers with minutes attached inside them, in different layouts."""
    for make in (c_in_c, a_in_b, b_in_b):
        make(folder)
        yield (folder / "bundle.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def whole_papers(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    made = [path.read_text(encoding="utf-8") for path in PAPERS]
    return [*made, *bundles(tmp_path_factory.mktemp("bundles"))]


@FEW
@given(text=papers())
def test_a_line_put_in_anywhere_is_in_the_draft(text: str) -> None:
    assert missing(text) == []


@FEW
@given(data=st.data())
def test_a_line_put_into_a_whole_paper_is_in_the_draft(
    whole_papers: list[str], data: st.DataObject
) -> None:
    lines = data.draw(st.sampled_from(whole_papers)).split("\n")
    assert missing("\n".join(put_in(data.draw, lines))) == []


@FEW
@given(data=st.data())
def test_a_line_put_into_an_own_paper_is_in_the_draft(data: st.DataObject) -> None:
    """Its letterhead aside, which the program prints above the name of the paper."""
    letterhead, rest = "\f".join([FRONT, SECOND, THIRD]).split("\n\n", 1)
    made = put_in(data.draw, rest.split("\n"))
    assert missing("\n".join([letterhead, "", *made])) == []


ITEM = "{}\n\nFjordudvalget\n\nPunkt {}.\n\n{}\n\nReferat:\n\nDrøftet.\n"
FOOT = "Rederiet – havnekontoret Side {} af 2"


def test_what_stands_on_one_page_alone_is_no_furniture() -> None:
    """Two equal lines on one page are text; on two pages they are header and footer."""
    page = "Kære alle.\n\nVi sejler snart.\n\nMange hilsner"
    once = read(f"{page}\n{FOOT.format(1)}\f{page} fra øen")[0]
    assert FOOT.format(1) in "\n".join(strings(once))
    same_page = read(f"{FOOT.format(1)}\n{page}\n{FOOT.format(1)}")[0]
    assert plain(same_page.items[0].sections[0].text).count(FOOT.format(1)) == 2
    both = read(f"{page}\n{FOOT.format(1)}\f{page}\n{FOOT.format(2)}")[0]
    assert "havnekontoret" not in "\n".join(strings(both))
    assert (both.lines_furniture, both.coverage) == (2, 1.0)


def test_pages_that_run_together_are_told_apart_by_what_they_print() -> None:
    page = "Kære alle.\n\nVi sejler snart."
    foot = read(f"{page}\n{FOOT.format(1)}\n{page}\n{FOOT.format(2)}")[0]
    assert foot.lines_furniture == 2
    stamp, item = "Punkt 9, Bilag 4: Rederiets brev", ITEM.format("Punkt 1: Ruten", 1, "Ruten")
    twice = read(f"{stamp}\n{item}Færgen sejler.\n{stamp}\nDagligt.")[0]
    assert stamp not in [one.text for one in twice.unplaced]
    once = read(f"{stamp}\n{item}Færgen sejler.")[0]
    assert stamp in [one.text for one in once.unplaced]


REGNSKAB, APPROVAL = "Punkt 6: Rederiets regnskab", "Punkt 6: Godkendelse af referat fra mødet"


@pytest.mark.parametrize(
    ("crumb", "times", "shown", "approved_in"),
    [(REGNSKAB, 1, [REGNSKAB], None), (REGNSKAB, 3, [], None), (APPROVAL, 1, [], 6)],
)
def test_the_crumb_of_a_paper_that_is_not_there_is_shown_unless_it_is_known(
    crumb: str, times: int, shown: list[str], approved_in: int | None
) -> None:
    pages = [
        (f"{crumb}\n\n" if number <= times else "")
        + ITEM.format(f"Punkt {number}: Rute {number}", number, f"Rute {number}")
        for number in (1, 2, 3)
    ]
    (meeting,) = read("\f".join(pages))
    assert [item.number for item in meeting.items] == [1, 2, 3]
    told = [one.text for one in meeting.unplaced]
    assert [text for text in told if text != "Fjordudvalget"] == shown
    assert meeting.approved_in_item == approved_in


def test_a_crumb_of_its_own_tells_of_no_other_meeting() -> None:
    """Neither the list of contents nor the title printed again inside its item."""
    titles = ["Godkendelse af dagsorden", "Godkendelse af referat", "Ruten"]
    contents = "\n\n".join(f"Punkt {number}: {title}" for number, title in enumerate(titles, 1))
    items = [
        f"Punkt {number}: {title}\n\nFjordudvalget\n\nPunkt {number}.\n\n{title}\n\n"
        f"Referat:\n\nDrøftet.\fPunkt {number}: {title}\n\nFærgen sejler.\n"
        for number, title in enumerate(titles, 1)
    ]
    (meeting,) = read("\f".join([f"Fjordudvalget\n\n{contents}", *items]))
    assert [item.title for item in meeting.items] == titles
    assert (meeting.approved_in_item, meeting.unplaced) == (None, [])


def test_the_end_of_a_reference_is_no_page_number() -> None:
    text = ITEM.format("Punkt 1: Ruten", 1, "Ruten") + "Det fremgår af planen for havnen,\n"
    (meeting,) = read(f"{text}s. 12\nog af bilaget.")
    assert "s. 12" in "\n".join(strings(meeting))
