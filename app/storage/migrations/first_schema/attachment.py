"""Attachment."""

from __future__ import annotations

import sqlalchemy as sa

from app.storage.migrations.first_schema.base import WORD, reference, required, table

table(
    "attachment",
    reference("item_id", "agenda_item", is_required=True),
    reference("sub_item_id", "sub_item"),
    required("position", sa.Integer),
    sa.Column("number", sa.Integer),
    required("title_verbatim", sa.String),
    required("file_name", sa.String),
    required("sha256", sa.String(64), index=True),
    sa.Column("size", sa.BigInteger),
    sa.Column("page_count", sa.Integer),
    required("kind", WORD),
    required("is_case_presentation", sa.Boolean),
    required("is_closed", sa.Boolean),
    required("contains_personal_data", sa.Boolean),
    required("appended_after_meeting", sa.Boolean),
    reference("minutes_of_meeting_id", "meeting"),
    required("excludes_own_attachments", sa.Boolean),
    required("own_page_labels", sa.String),
)
