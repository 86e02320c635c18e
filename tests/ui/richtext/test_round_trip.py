"""A text shown and read again is the same text."""

import pytest
from hypothesis import HealthCheck, given, settings

from app.models.richtext import RichText, normalise
from app.ui.richtext.document import RichDocument
from app.ui.richtext.reader import from_document
from app.ui.richtext.style import EditorStyle
from app.ui.richtext.writer import to_document
from app.ui.theme import theme
from tests.ui.richtext.texts import texts


@pytest.fixture
def style(qapp) -> EditorStyle:
    return EditorStyle.of(theme())


@settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=texts)
def test_every_block_kind_round_trips(style: EditorStyle, text: RichText) -> None:
    document = RichDocument()
    to_document(text, document, style)
    assert from_document(document) == normalise(text)
