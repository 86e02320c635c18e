"""Forwarding and what goes along."""

from __future__ import annotations

import sqlalchemy as sa

from app.storage.migrations.first_schema.base import WORD, reference, required, table

table(
    "forwarding",
    reference("item_id", "agenda_item", is_required=True),
    reference("decision_id", "decision"),
    reference("to_body_id", "body", is_required=True),
    required("purpose", WORD),
    required("sequence_no", sa.Integer),
    required("needs_answer", sa.Boolean),
    required("status", WORD),
    sa.Column("sent_on", sa.Date),
    required("edition", WORD),
    required("answer_text", sa.Text),
    reference("answer_item_id", "agenda_item"),
)
table(
    "forwarding_payload",
    reference("forwarding_id", "forwarding", is_required=True),
    required("kind", WORD),
    reference("attachment_id", "attachment"),
)
