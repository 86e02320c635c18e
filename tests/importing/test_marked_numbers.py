"""Items that open with number, openness and title on one line: "3 (Lukket) Køb af grund"."""

from app.importing.lines import make_lines
from app.importing.preview import remark
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft
from app.models.richtext import plain

HEAD = (
    "Referat\n\nHavne- og Fjordudvalget\n\nMødedato: 4. marts 2026\nMødelokale: Klitby Kro\n"
    "Starttidspunkt: kl. 15:00\n\nMedlemmer: Eva Bæk (formand), Ib Thorup\nFraværende: Åse Dahl\n\n"
    "Dagsorden:\n1 (Åben) Godkendelse af dagsorden ........ 3\n2 (Åben) Ny rute til øen ....... 4\n"
    "3 (Lukket) Køb af grund ........ 6\n4 (Åben) Orientering ........ 7\n\n"
)
DECISION = "Beslutning i Havne- og Fjordudvalget den 4. marts 2026\n"
ITEMS = (
    f"1 (Åben) Godkendelse af dagsorden\n\nSags ID: EMN-2026-00471\n\n{DECISION}Godkendt.\n\n"
    "2 (Åben) Ny rute til øen\n\nSags ID: EMN-2026-00472\n\n"
    "Indstilling\nForvaltningen indstiller til Havne- og Fjordudvalget,\n"
    "1) at ruten sendes i høring\n2) at den sejles fra maj\n\n"
    f"{DECISION}Ad 1: Godkendt.\nAd 2: Udsat.\n\n"
    f"4 (Åben) Orientering\n\n{DECISION}Taget til efterretning.\n"
)


def read(text: str) -> tuple[MeetingDraft, list[str]]:
    draft = ImportDraft("papir.txt", "")
    meeting = read_lines(make_lines([text]), draft)[0]
    return meeting, [remark(one) for one in draft.notices]


def test_items_with_a_mark_behind_their_number_are_items() -> None:
    meeting, _notices = read(HEAD + ITEMS)
    told = [(one.number, one.title, one.case_number) for one in meeting.items if one.is_printed]
    assert told == [
        (1, "Godkendelse af dagsorden", "EMN-2026-00471"),
        (2, "Ny rute til øen", "EMN-2026-00472"),
        (4, "Orientering", None),
    ]
    assert [one.name for one in meeting.attendance] == ["Eva Bæk", "Ib Thorup", "Åse Dahl"]
    assert meeting.unplaced == []


def test_a_number_that_only_the_contents_print_is_a_closed_item() -> None:
    meeting, notices = read(HEAD + ITEMS)
    assert [(one.number, one.is_closed, one.is_printed) for one in meeting.items] == [
        (1, False, True),
        (2, False, True),
        (3, True, False),
        (4, False, True),
    ]
    assert "Punkt 3 står ikke i papiret. Det oprettes som et lukket punkt." in notices


def test_points_keep_the_signs_of_their_numbers() -> None:
    section = read(HEAD + ITEMS)[0].items[1].sections[0]
    assert section.kind == "recommendation"
    (made,) = read(HEAD + ITEMS)[0].items[1].recommendation_sets
    assert [(one.number, plain(one.text)) for one in made.points] == [
        ("1)", "at ruten sendes i høring"),
        ("2)", "at den sejles fra maj"),
    ]


def test_an_item_marked_as_closed_behind_its_number_is_closed() -> None:
    text = ITEMS.replace("4 (Åben)", f"3 (Lukket) Køb af grund\n\n{DECISION}Godkendt.\n\n4 (Åben)")
    meeting, _notices = read(HEAD + text)
    assert [one.is_closed for one in meeting.items] == [False, False, True, False]
    assert meeting.items[2].title == "Køb af grund"
