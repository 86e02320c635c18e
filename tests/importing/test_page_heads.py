"""Page heads of several lines, and what only looks like one."""

import pytest

from app.importing.lines import make_lines
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft
from app.models.richtext import plain

TITLES = ("Godkendelse af dagsorden", "Ny rute til øen", "Broen", "Eventuelt")


def read(pages: list[str]) -> MeetingDraft:
    return read_lines(make_lines(pages), ImportDraft("papir.pdf", ""))[0]


def decisions(meeting: MeetingDraft) -> list[str]:
    return [plain(item.decision) for item in meeting.items]


def minutes(meeting: MeetingDraft) -> list[str]:
    return [plain(section.text) for item in meeting.items for section in item.sections]


def test_the_date_below_the_running_head_is_no_content() -> None:
    pages = [
        f"Fjordudvalget Referat Side {number} af 8\nMødet den 04.03.2026\n\n{content}"
        for number, content in enumerate(
            part
            for count, title in enumerate(TITLES, 1)
            for part in (
                f"Åben\n\nPunkt {count}.\n\n{title}\n\nBeslutning:\n{title} blev drøftet ved",
                f"bordet om {title}.",
            )
        )
    ]
    meeting = read(["Fjordudvalget\nMødet den 4. marts 2026, kl. 9.30 - 12.15\n\nKlitby", *pages])
    assert decisions(meeting) == [f"{t} blev drøftet ved bordet om {t}." for t in TITLES]
    assert [item.attachments for item in meeting.items] == [[]] * 4
    assert (meeting.body, meeting.unplaced) == ("Fjordudvalget", [])


def crumbed(second: str) -> MeetingDraft:
    """A paper with the time alone below the head, and a title that its crumb breaks."""
    pages = [
        page
        for number, title in enumerate(TITLES, 1)
        for page in (
            f"Punkt {number}: {title}\n{second}\n\nFjordudvalget\n\nPunkt {number}.\n\n"
            f"{title} {second}\n\nReferat:\n\nDrøftet.",
            f"Punkt {number}: {title}\n{second}\n\n{title} koster mere.",
        )
    ]
    return read(
        [
            f"Fjordudvalget Møde den 04.03.2026 Side {at} af 8\n          kl. 9.30\n{page}"
            for at, page in enumerate(pages, 1)
        ]
    )


def test_a_time_below_the_head_and_the_rest_of_a_crumb_are_no_content() -> None:
    meeting = crumbed("ved den gamle havn")
    assert [item.title for item in meeting.items] == [f"{t} ved den gamle havn" for t in TITLES]
    assert minutes(meeting) == [f"Drøftet.\n{title} koster mere." for title in TITLES]
    assert (meeting.layout, str(meeting.start), meeting.unplaced) == ("A", "09:30:00", [])


@pytest.mark.parametrize("pages", [1, 2])
def test_a_line_below_the_head_of_a_page_or_two_is_content(pages: int) -> None:
    opened = [
        f"Fjordudvalget Møde den 04.03.2026 Side {2 * at} af 8\n\nPunkt {at}.\n\n{title}\n\n"
        f"Referat:\n\nDrøftet.\fFjordudvalget Møde den 04.03.2026 Side {2 * at + 1} af 8\n"
        + ("Klitby stemte imod." if at <= pages else f"{title} blev udsat.")
        for at, title in enumerate(TITLES, 1)
    ]
    meeting = read("\f".join(opened).split("\f"))
    told = [decision for decision in minutes(meeting) if decision.endswith("Klitby stemte imod.")]
    assert len(told) == pages


def test_an_outcome_that_ends_every_page_is_content() -> None:
    meeting = read(
        [f"Punkt {at}.\n\n{t}\n\nBeslutning:\n\nGodkendt." for at, t in enumerate(TITLES)]
    )
    assert decisions(meeting) == ["Godkendt."] * 4


def test_a_foot_wider_than_the_text_does_not_make_its_lines_short() -> None:
    foot = "Fjordudvalgets sekretariat, Havnegade 1, 9999 Klitby, post@klitby.example, tlf. 99 99"
    full = "Ib Thorup gennemgik priserne og ruterne for hele året i detaljer for"
    pages = [
        f"Punkt {at}.\n\n{title}\n\nBeslutning:\n\n{full}\nEva Bæk og {title}.\n\n{foot} Side {at}"
        for at, title in enumerate(TITLES, 1)
    ]
    assert decisions(read(pages)) == [f"{full} Eva Bæk og {title}." for title in TITLES]


@pytest.mark.parametrize("clock", ["kl. 9.30", "kl. 9.30 - 12.00"])
def test_the_time_below_a_running_head_is_no_content(clock: str) -> None:
    head = f"Fjordudvalget Møde den 04.03.2026\n{clock}\n\n"
    meeting = read(
        [
            f"{head}Punkt 1.\n\nFærgen\n\nReferat:\n\nEva Bæk gennemgik prisen og ruten, som skal",
            f"{head}- gå langs kysten\n- være kort\n\nPunkt 2.\n\nBroen\n\nReferat:\n\nUdsat.",
        ]
    )
    assert decisions(meeting) == [
        "Eva Bæk gennemgik prisen og ruten, som skal\n• gå langs kysten\n• være kort",
        "Udsat.",
    ]
    assert meeting.start is not None


HEAD_OF_BOTH = "Fjordområdets Kommuneforening\nUdvalget for fjord og havn"


def test_a_head_of_two_lines_on_both_pages_of_a_paper_is_no_content() -> None:
    meeting = read(
        [
            f"{HEAD_OF_BOTH}\n\nMødet den 4. marts 2026, kl. 9-11\n\nPunkt 1.\n\nFærgen\n\n"
            "Beslutning:\n\nEva Bæk ser på prisen og på ruten, som går langs",
            f"{HEAD_OF_BOTH}\n\nkysten.\n\nPunkt 2.\n\nBroen\n\nBeslutning:\n\nUdsat.",
        ]
    )
    assert decisions(meeting) == [
        "Eva Bæk ser på prisen og på ruten, som går langs kysten.",
        "Udsat.",
    ]


def test_what_only_one_of_two_pages_has_below_its_head_is_content() -> None:
    head = HEAD_OF_BOTH.split("\n")[0]
    meeting = read(
        [
            f"{head}\nUdvalget for fjord og havn\n\nMødet den 4. marts 2026\n\nPunkt 1.\n\n"
            "Færgen\n\nBeslutning:\n\nPrisen er lavere end",
            f"{head}\nden plejer at være, men ruten er lang.\n\nPunkt 2.\n\nBroen\n\n"
            "Beslutning:\n\nUdsat.",
        ]
    )
    assert decisions(meeting)[0] == "Prisen er lavere end den plejer at være, men ruten er lang."


def test_a_head_with_strokes_between_date_and_page_is_no_content() -> None:
    pages = [
        f"FJORDENS RÅD\n| 04-03-2026\nSIDE | {at}\nPunkt {at}.\n\n{title}\n\nBeslutning:\n\nUdsat."
        for at, title in enumerate(TITLES, 1)
    ]
    meeting = read(pages)
    assert decisions(meeting) == ["Udsat."] * 4
    assert [len(item.sections) for item in meeting.items] == [1] * 4
    assert meeting.unplaced == []
