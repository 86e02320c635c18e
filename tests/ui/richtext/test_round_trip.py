"""A text shown and read again is the same text."""

from hypothesis import HealthCheck, given, settings

from app.models.richtext import RichText, normalise
from app.ui.richtext import EditorStyle, RichDocument, from_document, to_document
from tests.models.richtext_texts import texts


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=texts)
def test_every_block_kind_round_trips(style: EditorStyle, text: RichText) -> None:
    document = RichDocument()
    to_document(text, document, style)
    assert from_document(document) == normalise(text)
