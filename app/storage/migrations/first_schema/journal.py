"""The row journal."""

from __future__ import annotations

import sqlalchemy as sa

from app.storage.migrations.first_schema.base import WORD, metadata, required

sa.Table(
    "journal",
    metadata,
    sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
    required("at", sa.String(32)),
    required("actor", sa.String),
    required("action", WORD),
    required("table_name", sa.String(60)),
    required("row_id", sa.Uuid, index=True),
    sa.Column("before", sa.Text),
    sa.Column("after", sa.Text),
    required("previous_hash", sa.String(64)),
    required("hash", sa.String(64)),
)
