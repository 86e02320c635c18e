"""Body and what its agendas always hold."""

from __future__ import annotations

import sqlalchemy as sa

from app.storage.migrations.first_schema.base import WORD, reference, required, table

table(
    "body",
    required("code", WORD),
    required("kind", WORD),
    required("name", sa.String),
    required("short_name", sa.String),
    required("sender", sa.String),
    required("recommendation_lead", sa.String),
    required("default_place", sa.String),
    sa.Column("default_start", sa.Time),
    sa.Column("default_end", sa.Time),
    required("is_external", sa.Boolean),
    sa.Column("founded_on", sa.Date),
    sa.Column("closed_on", sa.Date),
    required("state", WORD),
)
table(
    "body_name",
    reference("body_id", "body", is_required=True),
    required("name", sa.String),
    sa.Column("used_from", sa.Date),
    sa.Column("used_to", sa.Date),
    required("is_misnomer", sa.Boolean),
)
table(
    "fixed_item",
    reference("body_id", "body", is_required=True),
    required("position", sa.Integer),
    required("kind", WORD),
    required("title", sa.String),
    sa.Column("duration_min", sa.Integer),
)
table(
    "section_template",
    reference("body_id", "body", is_required=True),
    required("position", sa.Integer),
    required("kind", WORD),
    required("label", sa.String),
    required("is_required", sa.Boolean),
)
