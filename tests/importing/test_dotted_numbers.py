"""Papers whose items are numbered below headings: 1.1, 2.1, 2.2."""

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft
from app.models.richtext import plain

HEAD = (
    "Fjordrådet\nDato: 4. marts 2026 kl. 9.30 - 12.15\nSted: Klitby Kro\n\nIndholdsfortegnelse\n\n"
    "1. Velkomst ......................... 2\n1.1. Godkendelse af dagsorden ......... 2\n"
    "2. Sejlads .......................... 3\n2.1. Ny rute til øen, som Sandø og\n"
    "Klitby har ønsket ................... 3\n2.2. Nye bøjer ........................ 4\n"
    "3. Eventuelt ........................ 5\n\nDeltagere: Eva Bæk, Ib Thorup\n\n"
)
ITEMS = (
    "1. Velkomst\n\n1.1. Godkendelse af dagsorden\nSAG-2026-00013 evb\n\n"
    "Beslutning\nGodkendt.\n\n"
    "2. Sejlads\n\n2.1. Ny rute til øen, som Sandø og\nKlitby har ønsket\nSAG-2026-00117 evb\n\n"
    "Baggrund\nRuten er lang, og der er 2.1 gange så mange rejsende.\n\nIndstilling\n"
    "Det indstilles,\n• at Fjordrådet drøfter ruten.\n\nBeslutning\nDrøftet.\n\n"
    "Bilag:\nBilag 1: Kort over ruten\n\n"
    "2.2. Nye bøjer\n\nBaggrund\nDe gamle er væk.\n\nBeslutning\nUdsat.\n\n"
    "3. Eventuelt\n\nIntet.\n"
)


def read(text: str) -> tuple[MeetingDraft, ImportDraft]:
    draft = ImportDraft("papir.txt", "")
    (meeting,) = read_lines(make_lines([text]), draft)
    return meeting, draft


def test_each_number_below_a_heading_is_an_item_of_its_own() -> None:
    meeting, _ = read(HEAD + ITEMS)
    assert [(one.number, one.title, one.kind) for one in meeting.items] == [
        (1, "1.1. Godkendelse af dagsorden", "agenda_approval"),
        (2, "2.1. Ny rute til øen, som Sandø og Klitby har ønsket", "case"),
        (3, "2.2. Nye bøjer", "case"),
        (4, "3. Eventuelt", "any_other_business"),
    ]
    assert [plain(one.decision) for one in meeting.items[:3]] == ["Godkendt.", "Drøftet.", "Udsat."]
    assert meeting.items[1].case_number == "SAG-2026-00117 evb"
    assert [one.title for one in meeting.items[1].attachments] == ["Bilag 1: Kort over ruten"]
    assert meeting.unplaced == []


def test_the_heading_of_several_items_stays_above_the_first() -> None:
    meeting, _ = read(HEAD + ITEMS)
    sections = [plain(section.text) for section in meeting.items[1].sections]
    assert sections[0] == "2. Sejlads"
    assert "Sejlads" not in "\n".join(plain(s.text) for s in meeting.items[2].sections)


def test_that_the_numbers_are_others_is_told() -> None:
    _, draft = read(HEAD + ITEMS)
    assert [one.msgid for one in draft.notices] == [
        "The items have numbers such as 2.1. They are counted from 1 to {count} instead."
    ]


def test_sub_headings_of_an_item_are_none() -> None:
    meeting, _ = read(
        "Fjordrådet\nDato: 4. marts 2026 kl. 9.30\n\n1. Velkomst\n\nBeslutning\nGodkendt.\n\n"
        "2. Orientering\n\n2.1. Sejlads\nDen går godt.\n\n2.2. Bøjer\nDe er røde.\n\n"
        "Beslutning\nTaget til efterretning.\n\n3. Eventuelt\n\nBeslutning\nIntet.\n"
    )
    assert [(one.number, one.title) for one in meeting.items] == [
        (1, "Velkomst"),
        (2, "Orientering"),
        (3, "Eventuelt"),
    ]
