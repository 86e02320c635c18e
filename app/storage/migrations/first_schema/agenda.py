"""Item of an agenda with its sections, points below it and recommendations."""

from __future__ import annotations

import sqlalchemy as sa

from app.storage.migrations.first_schema.base import WORD, reference, required, table

table(
    "agenda_item",
    reference("meeting_id", "meeting", is_required=True),
    reference("case_id", "case"),
    required("position", sa.Integer),
    sa.Column("number", sa.Integer),
    sa.Column("number_at_dispatch", sa.Integer),
    required("title", sa.String),
    required("kind", WORD),
    required("is_closed", sa.Boolean),
    required("closed_reason", sa.String),
    required("added_at_meeting", sa.Boolean),
    required("added_by", sa.String),
    sa.Column("time_from", sa.Time),
    sa.Column("time_to", sa.Time),
    sa.Column("duration_min", sa.Integer),
    required("case_number_printed", sa.String),
    required("prepared_by", sa.String),
    reference("carried_from_item_id", "agenda_item"),
    reference("approves_meeting_id", "meeting"),
)
table(
    "item_presenter",
    reference("item_id", "agenda_item", is_required=True),
    required("position", sa.Integer),
    reference("person_id", "person"),
    required("name_as_printed", sa.String),
)
table(
    "item_section",
    reference("item_id", "agenda_item", is_required=True),
    required("position", sa.Integer),
    required("label_verbatim", sa.String),
    required("kind", WORD),
    reference("author_body_id", "body"),
    required("text", sa.Text),
)
table(
    "sub_item",
    reference("item_id", "agenda_item", is_required=True),
    required("position", sa.Integer),
    required("number_text", sa.String),
    required("title", sa.String),
    required("reporter", sa.String),
    required("text", sa.Text),
    reference("case_id", "case"),
)
table(
    "recommendation_set",
    reference("item_id", "agenda_item", is_required=True),
    required("position", sa.Integer),
    reference("from_body_id", "body"),
    reference("to_body_id", "body"),
    required("from_text", sa.String),
    required("lead_in_verbatim", sa.String),
    required("list_style", WORD),
    reference("section_id", "item_section"),
    required("is_put_to_decision", sa.Boolean),
)
table(
    "recommendation_point",
    reference("recommendation_set_id", "recommendation_set", is_required=True),
    required("position", sa.Integer),
    required("number_text", sa.String(20)),
    required("verb", sa.String),
    required("text", sa.Text),
)
