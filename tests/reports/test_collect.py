"""What is read from the database for a paper."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from app.errors import NotFound
from app.models.agenda import AgendaItem
from app.models.decision import Statement
from app.models.draft import AttendanceDraft, ImportDraft, MeetingDraft
from app.models.richtext import EMPTY, List, ListItem, Paragraph, RichText, Run, plain
from app.models.visibility import Edition
from app.reports.collect import collect_meeting
from app.reports.collect_decision import decision_part
from app.reports.data import (
    AttachmentsPart,
    DecisionPart,
    MeetingPaper,
    Product,
    RecommendationPart,
    SectionPart,
)
from app.services.importing import import_drafts
from app.storage.database import Database
from tests.reports.conftest import Build

PRODUCTS: tuple[Product, ...] = ("agenda", "minutes")


def test_the_front_page_of_minutes(open_minutes: MeetingPaper) -> None:
    assert [(line.label, line.words) for line in open_minutes.head] == [
        ("Tid", "Kl.\u00a012.00–16.00"),
        ("Sted", "Regionshuset, mødelokale A"),
        ("Til stede", "Karen Vestergaard, Hjørring (mødeleder); Jens Overgaard, Aalborg"),
        ("Fraværende", "Torben Hvass, Frederikshavn"),
    ]
    assert open_minutes.sender_lines == ("Den Administrative Styregruppe på socialområdet",)
    assert open_minutes.status == "Kladde"


def test_an_imported_list_of_people_is_printed_with_titles_and_remarks(database: Database) -> None:
    """Nothing that a paper told behind a name is lost on the way to the printed one."""
    people = [
        AttendanceDraft(
            "Eva Bæk", "direktør", "Klitby Kommune", role="chairing", note="til kl. 11"
        ),
        AttendanceDraft("Ulf Dam", role="substitute", substitutes_for="Ib Thorup"),
        AttendanceDraft("Åse Dahl", status="other_participant", role="guest", note="punkt 3"),
    ]
    meeting = MeetingDraft("Fjordudvalget", dt.date(2026, 3, 4), layout="C", attendance=people)
    draft = ImportDraft("referat.txt", "0" * 64, [meeting])
    (meeting_id,) = import_drafts(database, [draft]).created
    with database.read() as session:
        paper = collect_meeting(session, meeting_id, "minutes", Edition.FULL)
    assert [line.words for line in paper.head] == [
        "Eva Bæk, direktør, Klitby Kommune (mødeleder, til kl. 11); "
        "Ulf Dam (suppleant for Ib Thorup)",
        "Åse Dahl (punkt 3)",
    ]


def test_an_agenda_says_who_leads_and_nothing_of_the_outcome(build: Build) -> None:
    paper = build("agenda", Edition.OPEN).paper
    assert [line.label for line in paper.head] == ["Tid", "Sted", "Mødeleder"]
    assert not any(isinstance(part, DecisionPart) for item in paper.items for part in item.parts)
    assert paper.items[0].meta == ("Sag 2025-009317", "Åben", "25 minutter")
    assert paper.status == ""


def test_parts_stand_in_the_order_of_the_item(open_minutes: MeetingPaper) -> None:
    summary, recommendation, sub_items, attachments, decision = open_minutes.items[0].parts
    assert isinstance(summary, SectionPart)
    assert isinstance(sub_items, SectionPart)
    assert plain(sub_items.text).splitlines() == ["Nyt fra netværket", "Mødt [udeladt]"]
    assert summary.label == "Resumé"
    assert plain(summary.text).startswith("Ventetiden steg [udeladt] gennem 2024.")
    assert isinstance(recommendation, RecommendationPart)
    assert recommendation.label == "Indstilling"
    assert [point.number for point in recommendation.points] == ["1.", "2."]
    assert isinstance(attachments, AttachmentsPart)
    assert [row.is_withheld for row in attachments.attachments] == [False, True]
    assert isinstance(decision, DecisionPart)
    assert [(d.number, d.outcome) for d in decision.decisions] == [
        ("1.", "Godkendt"),
        ("2.", "Godkendt"),
        ("", ""),
    ]
    assert plain(decision.decisions[2].text) == "Karen Vestergaard: Jeg mener [udeladt]"
    assert decision.follow_ups == (
        "Opfølgning: Retter planen til. Ansvarlig: Sekretariatet. Frist: ultimo juni.",
    )


def test_a_withheld_item_is_its_number(open_minutes: MeetingPaper) -> None:
    closed = open_minutes.items[1]
    assert (closed.number, closed.is_withheld) == ("2", True)
    assert (closed.title, closed.meta, closed.parts, closed.is_closed) == ("", (), (), False)


def test_what_came_after_the_meeting_is_in_the_minutes_alone(build: Build) -> None:
    """The agenda that was sent stays as it was."""
    found = {
        product: [
            row.title
            for part in build(product, Edition.OPEN).paper.items[2].parts
            if isinstance(part, AttachmentsPart)
            for row in part.attachments
        ]
        for product in PRODUCTS
    }
    assert found == {"agenda": [], "minutes": ["Oplæg vist på mødet"]}


def test_pages_of_items_are_told(build: Build) -> None:
    built = build("minutes", Edition.FULL)
    assert list(built.page_of_item.values()) == [1, 2, 3]
    assert built.page_count == 4


def test_a_meeting_that_is_gone_is_named(database: Database) -> None:
    with database.read() as session, pytest.raises(NotFound):
        collect_meeting(session, uuid.uuid4(), "agenda", Edition.OPEN)


@pytest.mark.parametrize("ordered", [False, True])
def test_the_name_stands_before_a_remark_that_begins_with_points(ordered: bool) -> None:
    points = List((ListItem((Paragraph((Run("Vi mangler pladser."),)),)),), ordered=ordered)
    remark = Statement(name_as_printed="Ane Holm", position=0, text=RichText((points,)))
    item = AgendaItem(statements=[remark])
    (box,) = decision_part(item, EMPTY, "", Edition.OPEN)
    (answer,) = box.decisions
    first, second = answer.text.blocks
    assert isinstance(first, Paragraph)
    assert [run.text for run in first.runs] == ["Ane Holm: "]
    assert second == points
