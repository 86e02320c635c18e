"""Sub-items and statements of an item: by service, asserted by a fresh read."""

from uuid import UUID

import pytest

from app.models.agenda_words import ItemKind, SectionKind
from app.models.decision import Statement
from app.models.richtext import plain, text_of
from app.services import items, recommendations, sections, statements, sub_items
from app.services.queries.items import item_view
from app.storage.actions import Action
from app.storage.database import Database, dump


@pytest.fixture
def item_id(database: Database, meeting_id: UUID) -> UUID:
    return items.create_item(database, meeting_id, title="Orientering", kind=ItemKind.INFORMATION)


def points(database: Database, item_id: UUID) -> list[tuple[str, str]]:
    return [(sub.number, sub.title) for sub in item_view(database, item_id).sub_items]


def test_the_same_words_again_are_no_step(database: Database, item_id: UUID) -> None:
    words = text_of("Køen er væk")
    section = sections.add_section(
        database, item_id, SectionKind.CASE_PRESENTATION, "Sag", text=words
    )
    set_id = recommendations.add_recommendation_set(database, item_id)
    point = recommendations.add_point(database, set_id, words)
    sub_item = sub_items.add_sub_item(database, item_id, text=words)
    statement = statements.add_statement(database, item_id, "Ane Holm", words)
    before, steps = dump(database), len(database.history.undoable)
    sections.edit_section_text(database, section, words)
    recommendations.edit_point(database, point, words)
    sub_items.edit_sub_item_text(database, sub_item, words)
    statements.edit_statement_text(database, statement, words)
    sections.move_section(database, section, 9)
    recommendations.move_point(database, point, 0)
    assert (dump(database), len(database.history.undoable)) == (before, steps)


def test_sub_items_count_on_and_are_moved_and_deleted(database: Database, item_id: UUID) -> None:
    before = dump(database)
    made = [sub_items.add_sub_item(database, item_id, title) for title in ("Ny  vagt", "Tal", "Kø")]
    assert points(database, item_id) == [("a.", "Ny vagt"), ("b.", "Tal"), ("c.", "Kø")]
    sub_items.move_sub_item(database, made[2], 0)
    assert points(database, item_id) == [("a.", "Kø"), ("b.", "Ny vagt"), ("c.", "Tal")]
    sub_items.delete_sub_item(database, made[2])
    assert points(database, item_id) == [("b.", "Ny vagt"), ("c.", "Tal")]
    for _step in range(5):
        database.undo()
    assert dump(database) == before


def test_a_sub_item_is_written_and_typing_is_one_step(database: Database, item_id: UUID) -> None:
    made = sub_items.add_sub_item(database, item_id)
    sub_items.edit_sub_item(database, made, title="Ny va")
    sub_items.edit_sub_item(database, made, title="Ny vagt\nordning")
    sub_items.edit_sub_item(database, made, reporter="Ane Holm", number_text="1)")
    sub_items.edit_sub_item_text(database, made, text_of("Fra 1. maj."))
    (found,) = item_view(database, item_id).sub_items
    assert (found.number, found.title, found.reporter) == ("1)", "Ny vagt ordning", "Ane Holm")
    assert plain(found.text) == "Fra 1. maj."
    for _step in range(3):
        database.undo()
    assert points(database, item_id) == [("a.", "")]


@pytest.mark.parametrize(
    ("mark", "after"),
    [("a.", "b."), ("3)", "4)"), ("7.2", "7.3"), ("9", "10"), ("(c)", "(d)"), ("", ""),
     ("Ad hoc", ""), ("z.", "")],
)  # fmt: skip
def test_marks_go_on_counting(mark: str, after: str) -> None:
    assert sub_items.next_mark(mark) == after


def test_statements_are_added_changed_moved_and_deleted(database: Database, item_id: UUID) -> None:
    before = dump(database)
    first = statements.add_statement(database, item_id, "Ane  Holm", text_of("Vi er bekymrede."))
    second = statements.add_statement(database, item_id)
    statements.rename_statement(database, second, "Bo Lund")
    statements.edit_statement_text(database, second, text_of("Enig."))
    statements.move_statement(database, second, 0)
    found = item_view(database, item_id).statements
    assert [(one.name, plain(one.text)) for one in found] == [
        ("Bo Lund", "Enig."),
        ("Ane Holm", "Vi er bekymrede."),
    ]
    statements.delete_statement(database, first)
    assert [one.id for one in item_view(database, item_id).statements] == [second]
    while database.history.undoable and len(item_view(database, item_id).statements):
        database.undo()
    assert dump(database) == before


def test_a_body_of_the_register_makes_a_statement_until_it_is_renamed(
    database: Database, body_id: UUID, item_id: UUID
) -> None:
    made = statements.add_statement(database, item_id)
    with database.write(Action.EDIT_STATEMENT) as session:
        session.get_one(Statement, made).body_id = body_id
    name = item_view(database, item_id).statements[0].name
    assert name == "Fællesgruppen"
    statements.rename_statement(database, made, "Formanden")
    assert item_view(database, item_id).statements[0].name == "Formanden"
    with database.read() as session:
        assert session.get_one(Statement, made).body_id is None
