"""What the journal keeps of a row."""

import datetime as dt
import json
from typing import Any
from uuid import uuid4

from hypothesis import given

from app.models.richtext import Paragraph, RichText, Run, from_json, text_of
from app.storage.changes import Image, RowChange
from app.storage.journal import images
from tests.models.richtext_texts import texts


def images_of(before: Image | None, after: Image | None) -> tuple[Any, Any]:
    told = images(RowChange("section", uuid4(), before, after))
    return tuple(None if image is None else json.loads(image) for image in told)


def put_in(other: RichText, kept: dict[str, Any], other_kept: dict[str, Any]) -> RichText:
    """The text of one image, made from that of the other image and what both keep."""
    start, end = kept["from"], kept["from"] + len(from_json(other_kept["text"]).blocks)
    blocks = (*other.blocks[:start], *from_json(kept["text"]).blocks, *other.blocks[end:])
    return RichText(blocks)


def test_a_row_that_came_or_went_is_kept_whole() -> None:
    row = {"text": text_of("Punkt 3 – § 85, stk. 2"), "day": dt.date(2026, 2, 3), "none": None}
    before, after = images_of(None, row)
    assert before is None
    assert from_json(after["text"]) == row["text"]
    assert (after["day"], after["none"]) == ("2026-02-03", None)
    assert images_of(row, None) == (after, None)


@given(old=texts, new=texts)
def test_each_text_can_be_made_from_the_other(old: RichText, new: RichText) -> None:
    before, after = images_of({"text": old}, {"text": new})
    assert put_in(new, before["text"], after["text"]) == old
    assert put_in(old, after["text"], before["text"]) == new


def test_typing_in_a_long_text_keeps_only_its_own_paragraph() -> None:
    lines = [Paragraph((Run(f"Afsnit {number} om sagen."),)) for number in range(500)]
    typed = [*lines[:250], Paragraph((Run("Afsnit 250 om sagen, rettet."),)), *lines[251:]]
    before, after = images_of({"text": RichText(tuple(lines))}, {"text": RichText(tuple(typed))})
    assert from_json(before["text"]["text"]).blocks == (lines[250],)
    assert from_json(after["text"]["text"]).blocks == (typed[250],)
    assert before["text"]["from"] == after["text"]["from"] == 250
