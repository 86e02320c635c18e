"""Follow-up."""

from __future__ import annotations

import sqlalchemy as sa

from app.storage.migrations.first_schema.base import WORD, reference, required, table

table(
    "follow_up",
    reference("item_id", "agenda_item", is_required=True),
    reference("decision_id", "decision"),
    required("position", sa.Integer),
    required("actor_kind", WORD),
    reference("actor_person_id", "person"),
    reference("actor_body_id", "body"),
    required("action", sa.String),
    required("due_verbatim", sa.String),
    sa.Column("due_from", sa.Date),
    sa.Column("due_to", sa.Date),
    required("due_precision", WORD),
    reference("recipient_body_id", "body"),
    required("status", WORD),
    required("waiting_for_text", sa.String),
    reference("closed_in_item_id", "agenda_item"),
    required("note", sa.String),
)
