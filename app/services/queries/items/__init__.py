"""Agenda items: rows for the list, and one item whole for the editor.

Public: ``item_rows``, ``item_view``, the views that they give.
"""

from app.services.queries.items.reading import item_rows, item_view
from app.services.queries.items.views import (
    AttachmentView,
    DecisionTerms,
    DecisionView,
    FollowUpView,
    ItemRow,
    ItemView,
    NamedBody,
    PointView,
    RecommendationView,
    SectionView,
    StatementView,
    SubItemView,
)

__all__ = [
    "AttachmentView",
    "DecisionTerms",
    "DecisionView",
    "FollowUpView",
    "ItemRow",
    "ItemView",
    "NamedBody",
    "PointView",
    "RecommendationView",
    "SectionView",
    "StatementView",
    "SubItemView",
    "item_rows",
    "item_view",
]
