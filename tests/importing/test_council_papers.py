"""Minutes of a council's committee: letterhead, dotted contents, members by line."""

import datetime as dt

from app.importing.content.wraps import Setting
from app.importing.lines import make_lines
from app.importing.people.lines import groups_of_people
from app.importing.reading import read_lines
from app.models.draft import ImportDraft, MeetingDraft
from app.models.richtext import plain

DOTS = "." * 40
BLOCK = "Klitby Kommune\nFærge- og Havneudvalget\n04-03-2026\nSide {page}\n\n"
COVER = f"""Klitby Kommune

Færge- og Havneudvalget

Referat

Mødedato: 4. marts 2026
Mødetidspunkt: 15:00 - 17:30
Mødested: Kajsalen

Medlemmer: Eva Bæk (A), formand
Ib Thorup (V)
Lis Dahl-Holm (F)

Fraværende: Ib Thorup (afbud)

Indholdsfortegnelse
Side
41 Godkendelse af dagsorden {DOTS} 2
42 Nye redningskranse {DOTS} 3
43 Eventuelt {DOTS} 4

"""
ITEMS = (
    "41. Godkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\n",
    "42. Nye redningskranse\n\nSagsnr.: 26.14.00-G01-2-26\n\nResumé\n\nKransene er møre.\n\n"
    "Indstilling\n\nDet indstilles, at der købes ti kranse.\n\nBeslutning\n\nGodkendt.\n\n"
    "Bilag\n\nPris på kranse\n\n",
    "43. Eventuelt\n\nBeslutning\n\nIntet.\n\nUnderskriftsside\n\nEva Bæk\nLis Dahl-Holm\n",
)


def paper() -> MeetingDraft:
    pages = [BLOCK.format(page=page) + text for page, text in enumerate(ITEMS, 2)]
    return read_lines(make_lines([COVER + "".join(pages)]), ImportDraft("papir.txt", ""))[0]


def test_the_committee_below_the_name_of_its_municipality_is_the_body() -> None:
    meeting = paper()
    assert meeting.body == "Færge- og Havneudvalget"
    assert "Klitby Kommune" in plain(meeting.other_info)
    assert (meeting.date, meeting.start) == (dt.date(2026, 3, 4), dt.time(15))


def test_contents_with_dots_and_no_point_behind_the_number_are_contents() -> None:
    meeting = paper()
    assert [(one.number, one.title) for one in meeting.items] == [
        (41, "Godkendelse af dagsorden"), (42, "Nye redningskranse"), (43, "Eventuelt"),
    ]  # fmt: skip
    assert meeting.unplaced == []


def test_the_whole_block_above_a_page_number_is_a_head() -> None:
    items = paper().items
    assert [one.decision_text for one in items] == ["Godkendt.", "Godkendt.", "Intet."]
    assert [one.title for one in items[1].attachments] == ["Pris på kranse"]


def test_who_signed_stands_apart_from_the_last_decision() -> None:
    last = paper().items[-1].sections[-1]
    assert (last.label, plain(last.text)) == ("Underskriftsside", "Eva Bæk\nLis Dahl-Holm")


def test_members_have_a_line_each_though_only_one_has_a_title() -> None:
    meeting = paper()
    assert [(one.name, one.status, one.role) for one in meeting.attendance] == [
        ("Eva Bæk", "present", "chairing"),
        ("Ib Thorup", "apologies", "member"),
        ("Lis Dahl-Holm", "present", "member"),
    ]


def test_names_that_wrap_are_no_lines_of_people() -> None:
    lines = make_lines(["Bæk, Lis Dahl\nUlf Holm (A)"])
    ((group, people),) = groups_of_people("Ib Thorup, Eva", lines, Setting(60))
    assert (group, people) == ("", "Ib Thorup, Eva Bæk, Lis Dahl Ulf Holm (A)")


def test_a_title_below_the_word_for_a_case_opens_an_item() -> None:
    text = "".join(
        f"Sag {number}\n{title}\n\nBaggrund\n\nKajen er glat.\n\nBeslutning\n\nDrøftet.\n\n\n"
        for number, title in enumerate(["Salt på kajen", "Sand på kajen"], 1)
    )
    meeting = read_lines(
        make_lines([f"Havnerådet\n\nDato: 4. marts 2026\n\n{text}"]), ImportDraft("p.txt", "")
    )[0]
    assert [(one.number, one.title) for one in meeting.items] == [
        (1, "Salt på kajen"), (2, "Sand på kajen"),
    ]  # fmt: skip


def test_points_with_their_titles_and_no_sign_between_open_items() -> None:
    listed = "Pkt. 1 Godkendelse af dagsorden\nPkt. 2 Bøjer\nPkt. 3 Eventuelt\n"
    text = (
        "Referat af møde i Havnerådet i Klitby Kommune\n\nTirsdag den 3. marts 2026 kl. 10-12\n"
        "Kajsalen\n\nTil stede: Eva Bæk (formand) og Ib Thorup\nAfbud: Lis Dahl\n\n"
        f"{listed}\nPkt. 1 Godkendelse af dagsorden\nGodkendt.\n\n"
        "Pkt. 2 Bøjer\nDer mangler en bøje.\n\nBeslutning:\nDen købes, jf. punkt 3 Lys.\n\n"
        "Pkt. 3 Eventuelt\nIntet.\n"
    )
    meeting = read_lines(make_lines([text]), ImportDraft("papir.txt", ""))[0]
    assert meeting.body == "Havnerådet i Klitby Kommune"
    assert [(one.number, one.title) for one in meeting.items] == [
        (1, "Godkendelse af dagsorden"), (2, "Bøjer"), (3, "Eventuelt"),
    ]  # fmt: skip
    assert [one.decision_text for one in meeting.items] == [
        "Godkendt.", "Den købes, jf. punkt 3 Lys.", "Intet.",
    ]  # fmt: skip
    assert [one.name for one in meeting.attendance] == ["Eva Bæk", "Ib Thorup", "Lis Dahl"]
    assert meeting.unplaced == []
