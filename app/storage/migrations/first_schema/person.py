"""Person, the names that papers gave it, its seats."""

from __future__ import annotations

import sqlalchemy as sa

from app.storage.migrations.first_schema.base import WORD, reference, required, table

table(
    "person",
    required("name", sa.String),
    required("title", sa.String),
    required("organisation", sa.String),
    required("email", sa.String),
    required("is_active", sa.Boolean),
)
table(
    "person_alias",
    reference("person_id", "person", is_required=True),
    required("name_as_printed", sa.String),
)
table(
    "membership",
    reference("person_id", "person", is_required=True),
    reference("body_id", "body", is_required=True),
    required("role", WORD),
    sa.Column("from_on", sa.Date),
    sa.Column("to_on", sa.Date),
    reference("replaces_id", "membership"),
    reference("appointed_by_body_id", "body"),
    required("position", sa.Integer),
)
