"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.storage.migrations.first_schema import metadata

revision = "1"
down_revision = None


def upgrade() -> None:
    """Create all tables."""
    for table in metadata.sorted_tables:
        op.execute(sa.schema.CreateTable(table))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            op.execute(sa.schema.CreateIndex(index))
