"""Meeting and who was there."""

from __future__ import annotations

import sqlalchemy as sa

from app.storage.migrations.first_schema.base import WORD, reference, required, table

table(
    "meeting",
    reference("body_id", "body", is_required=True),
    required("date", sa.Date, index=True),
    sa.Column("start", sa.Time),
    sa.Column("end", sa.Time),
    required("place_text", sa.String),
    required("mode", WORD),
    required("title_override", sa.String),
    required("case_number", sa.String),
    required("other_info", sa.String),
    required("state", WORD),
    required("state_reason", sa.String),
    sa.Column("dispatched_at", sa.DateTime),
    sa.Column("next_date", sa.Date),
    sa.Column("next_start", sa.Time),
    sa.Column("next_end", sa.Time),
    required("next_place", sa.String),
    required("next_text", sa.String),
    required("source_layout", WORD),
    required("source_name", sa.String),
    required("source_sha256", sa.String, index=True),
)
table(
    "meeting_joint_body",
    reference("meeting_id", "meeting", is_required=True),
    reference("body_id", "body", is_required=True),
)
table(
    "attendance",
    reference("meeting_id", "meeting", is_required=True),
    reference("person_id", "person"),
    required("name_as_printed", sa.String),
    required("title_snapshot", sa.String),
    required("organisation_snapshot", sa.String),
    required("group_label", sa.String),
    required("status", WORD),
    required("role", WORD),
    reference("substitutes_for_id", "attendance"),
    required("substitutes_for_text", sa.String),
    required("print_order", sa.Integer),
)
table(
    "attendance_span",
    reference("attendance_id", "attendance", is_required=True),
    reference("from_item_id", "agenda_item"),
    reference("to_item_id", "agenda_item"),
    required("note", sa.String),
)
table(
    "unplaced_line",
    reference("meeting_id", "meeting", is_required=True),
    sa.Column("page", sa.Integer),
    required("line", sa.Integer),
    required("text", sa.String),
)
