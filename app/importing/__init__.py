"""PAPER -> DRAFT: text extraction, one reader a layout, draft objects, preview rows."""

from app.importing.as_json import draft_json
from app.importing.reading import read_paper

__all__ = ["draft_json", "read_paper"]
