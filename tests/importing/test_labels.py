"""Labels, case numbers and leads of other secretaries; what only begins like one is text."""

import pytest

from app.importing.vocabulary import case_number_of, item_kind, label_of
from app.models.richtext import plain
from tests.importing.test_other_secretaries import item_of, labels

LABELS = [
    ("Sagsresumé", "summary"),
    ("Sammendrag", "summary"),
    ("Sagens baggrund", "background"),
    ("DAS' beslutning:", "decision"),
    ("Fjordudvalgets beslutning", "decision"),
    ("Beslutning i FU den 4. marts", "decision"),
    ("Beslutning på mødet", "decision"),
    ("Bilag (3):", "attachments"),
    ("Inddragelse", "other"),
    ("Kort fortalt", "summary"),
    ("Hvad drejer sagen sig om?", "case_presentation"),
    ("Udvalgets konklusion", "decision"),
]


@pytest.mark.parametrize(("text", "kind"), LABELS)
def test_labels(text: str, kind: str) -> None:
    found = label_of(text)
    assert found is not None
    assert found[0] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Beslutning i Ankestyrelsen",
        "Beslutning af havnevæsenet",
        "Lodsernes konklusion",
        "Baggrund for sejladsen",
    ],
)
def test_headings_that_begin_with_a_label_are_none(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Sags-ID: S2026-1120", "S2026-1120"),
        ("S2026-44107", "S2026-44107"),
        ("Sagsnummer: 26-003311", "26-003311"),
        ("26-003311", "26-003311"),
    ],
)
def test_case_numbers(text: str, number: str) -> None:
    assert case_number_of(text) == number


@pytest.mark.parametrize(
    "words", ["Bilag: Ingen", "Bilag:\nIngen", "Bilag:\n\nIngen bilag", "Bilag:\n-"]
)
def test_no_attachments(words: str) -> None:
    item = item_of(f"Færgen\n\nResume\nFærgen er gammel.\n\n{words}\n\nBeslutning\nUdsat.")
    assert item.attachments == []
    assert item.decision_text == "Udsat."


def test_a_sentence_behind_the_attachments_is_text() -> None:
    item = item_of(
        "Færgen\n\nBilag:\n- Sejlplan\n- Budget\n\n"
        "Sejlplanen sendes særskilt til medlemmerne, da den rummer\nnavne på de ansatte.\n\n"
        "Beslutning\nUdsat."
    )
    assert [one.title for one in item.attachments] == ["Sejlplan", "Budget"]
    assert labels(item) == [("other", ""), ("decision", "Beslutning")]
    assert plain(item.sections[0].text).endswith("rummer navne på de ansatte.")


LEADS = [
    ("Havnegruppen foreslår, at Fjordudvalget", "Havnegruppen"),
    ("På den baggrund indstilles det, at Fjordudvalget", ""),
    ("Fjordudvalget bedes", ""),
]


@pytest.mark.parametrize(("lead", "body"), LEADS)
def test_leads(lead: str, body: str) -> None:
    item = item_of(
        f"Færgen\n\nIndstilling\n{lead}\n1. drøfter ruten\n2. godkender prisen\n\n"
        "Beslutning\nUdsat."
    )
    (made,) = item.recommendation_sets
    assert (made.lead, made.from_body) == (lead, body)
    assert [plain(one.text) for one in made.points] == ["drøfter ruten", "godkender prisen"]


def test_a_lead_without_a_label_opens_its_own_section() -> None:
    item = item_of(
        "Færgen\n\nResume\n"
        "Færgen er gammel, og havnen er for lille til den nye rute langs kysten.\n\n"
        "Havnegruppen indstiller til Fjordudvalget,\n"
        "- at ruten lukkes\n- at prisen sættes op\n\nBeslutning\nUdsat."
    )
    (made,) = item.recommendation_sets
    assert (made.from_body, len(made.points)) == ("Havnegruppen", 2)
    assert labels(item)[0] == ("summary", "Resume")


@pytest.mark.parametrize("title", ["Dagsorden til godkendelse", "Godkendelse af dagsordenen"])
def test_the_agenda_is_approved_in_other_words(title: str) -> None:
    assert item_kind(title) == "agenda_approval"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Referat af mødet den 4. marts 2026", "minutes_approval"),
        ("Referat fra sidste møde", "minutes_approval"),
        ("Referat fra møde med lodserne", "case"),
    ],
)
def test_minutes_are_approved_though_only_they_are_named(title: str, kind: str) -> None:
    assert item_kind(title) == kind


def test_each_point_may_begin_with_at() -> None:
    item = item_of(
        "Færgen\n\nIndstilling\nHavnegruppen indstiller,\nat Fjordudvalget drøfter ruten\n"
        "at Fjordudvalget godkender prisen\n\nBeslutning\nUdsat."
    )
    (made,) = item.recommendation_sets
    assert (made.lead, made.from_body) == ("Havnegruppen indstiller,", "Havnegruppen")
    assert [plain(one.text) for one in made.points] == [
        "at Fjordudvalget drøfter ruten",
        "at Fjordudvalget godkender prisen",
    ]
