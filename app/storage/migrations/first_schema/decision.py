"""Decision, and remarks minuted under a name."""

from __future__ import annotations

import sqlalchemy as sa

from app.storage.migrations.first_schema.base import WORD, reference, required, table

table(
    "decision",
    reference("item_id", "agenda_item", is_required=True),
    reference("sub_item_id", "sub_item"),
    reference("point_id", "recommendation_point"),
    required("position", sa.Integer),
    sa.Column("outcome", WORD),
    required("modifier", WORD),
    required("outcome_text_verbatim", sa.String),
    required("text", sa.Text),
    required("reservation_text", sa.String),
    required("condition_text", sa.String),
    reference("condition_body_id", "body"),
    required("condition_due_verbatim", sa.String),
    sa.Column("condition_due_from", sa.Date),
    sa.Column("condition_due_to", sa.Date),
    required("condition_due_precision", WORD),
    required("dissent_text", sa.String),
    required("is_standing_rule", sa.Boolean),
    sa.Column("valid_from", sa.Date),
    sa.Column("valid_to", sa.Date),
    reference("anchored_in_body_id", "body"),
    reference("delegated_to_body_id", "body"),
    required("delegation_scope", sa.String),
    sa.Column("delegated_until", sa.Date),
    reference("supersedes_id", "decision"),
)
table(
    "statement",
    reference("item_id", "agenda_item", is_required=True),
    required("position", sa.Integer),
    reference("person_id", "person"),
    reference("body_id", "body"),
    required("name_as_printed", sa.String),
    required("text", sa.Text),
)
