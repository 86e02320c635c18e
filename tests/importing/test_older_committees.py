"""Papers of older committees: a head of labels without colons, then numbered headings alone."""

import datetime as dt

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft
from app.models.richtext import plain

HEAD = (
    "Møde Fjordudvalgets tekniske\ngruppe\n\nTid 4. marts 2026, kl. 9-12\n\n"
    "Sted Klitby Kro, den store sal\n\n"
    "Deltagere Eva Bæk (formand), Ib Thorup, Skipperforeningen,\nÅse Dahl, Jan Friis (referent)\n\n"
    "Afbud Ulf Dam\n\nSagsnr./Dok.nr. 2026-31/204\n\n"
)
ITEMS = (
    "1. Godkendelse af dagsorden\nGodkendt\n\n"
    "2. Ny rute til øen\nRuten er lang, og den går tæt på land.\n\n"
    "Indstilling: Det indstilles, at gruppen drøfter ruten.\n\n"
    "Referat:\nDrøftet. Eva Bæk ser på prisen.\n\n"
    "Bilag 2.1 Kort over ruten\nBilag 2.2 Priser for olie\n\n"
    "3. Næste møde\nNæste møde er den 6. maj 2026.\n\n"
    "4. Eventuelt\nJan Friis stopper til sommer.\n"
)


def meeting_of(text: str) -> MeetingDraft:
    return read_lines(make_lines([text]), ImportDraft("papir.txt", ""))[0]


def test_the_head_needs_no_colons() -> None:
    meeting = meeting_of(HEAD + ITEMS)
    assert (meeting.body, meeting.place) == (
        "Fjordudvalgets tekniske gruppe",
        "Klitby Kro, den store sal",
    )
    assert (meeting.date, meeting.start, meeting.end) == (
        dt.date(2026, 3, 4),
        dt.time(9),
        dt.time(12),
    )
    assert meeting.case_number == "2026-31/204"
    assert [(p.name, p.organisation, p.status) for p in meeting.attendance] == [
        ("Eva Bæk", "", "present"),
        ("Ib Thorup", "Skipperforeningen", "present"),
        ("Åse Dahl", "", "present"),
        ("Jan Friis", "", "present"),
        ("Ulf Dam", "", "apologies"),
    ]
    assert meeting.unplaced == []


def test_numbered_headings_are_items_though_few_have_labels() -> None:
    meeting = meeting_of(HEAD + ITEMS)
    assert [(one.number, one.title, one.kind) for one in meeting.items] == [
        (1, "Godkendelse af dagsorden", "agenda_approval"),
        (2, "Ny rute til øen", "case"),
        (3, "Næste møde", "next_meeting"),
        (4, "Eventuelt", "any_other_business"),
    ]
    assert [one.outcome and one.outcome.outcome for one in meeting.items] == [
        "approved",
        "discussed",
        None,
        None,
    ]


def test_numbered_attachments_below_the_minutes_are_no_minutes() -> None:
    item = meeting_of(HEAD + ITEMS).items[1]
    assert item.decision_text == "Drøftet. Eva Bæk ser på prisen."
    assert [(one.title, one.number) for one in item.attachments] == [
        ("Bilag 2.1 Kort over ruten", 1),
        ("Bilag 2.2 Priser for olie", 2),
    ]


def test_attachments_named_in_the_minutes_stay_text() -> None:
    text = ITEMS.replace(
        "ser på prisen.\n\nBilag 2.1 Kort", "ser på prisen, som står i\nBilag 2.1 Kort"
    )
    item = meeting_of(HEAD + text).items[1]
    assert "som står i Bilag 2.1 Kort over ruten" in item.decision_text


def test_a_heading_may_take_two_lines() -> None:
    title = "Ny rute til øen og de tre små holme, der ligger uden for havnen ved\nde hvide klitter"
    meeting = meeting_of(HEAD + ITEMS.replace("Ny rute til øen", title))
    assert meeting.items[1].title == title.replace("\n", " ")
    assert plain(meeting.items[1].sections[0].text) == "Ruten er lang, og den går tæt på land."


def test_the_contents_of_the_paper_are_not_its_items() -> None:
    titles = ("Godkendelse af dagsorden", "Ny rute til øen", "Næste møde", "Eventuelt")
    listed = "\n".join(f"{number}. {title}" for number, title in enumerate(titles, 1))
    contents = f"Dagsorden\n\n{listed}\n\n"
    meeting = meeting_of(HEAD + contents + ITEMS)
    assert [plain(s.text) for s in meeting.items[0].sections] == ["Godkendt"]
    assert [one.number for one in meeting.items] == [1, 2, 3, 4]
    assert meeting.unplaced == []


@pytest.mark.parametrize("title", ["Baggrund", "Formål med planen"])
def test_numbered_chapters_of_another_paper_are_no_items(title: str) -> None:
    text = f"Plan for havnen\n\n1. {title}\nHavnen er gammel.\n\n2. Tidsplan\nDen laves i 2026.\n"
    assert meeting_of(text).layout == "unknown"
