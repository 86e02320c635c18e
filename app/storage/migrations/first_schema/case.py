"""Case and its numbers."""

from __future__ import annotations

import sqlalchemy as sa

from app.storage.migrations.first_schema.base import WORD, reference, required, table

table(
    "case",
    required("title", sa.String),
    required("subject_tags", sa.String),
    required("concerns_children", sa.Boolean),
    required("status", WORD),
)
table(
    "case_number",
    reference("case_id", "case", is_required=True),
    required("position", sa.Integer),
    required("number", sa.String),
)
