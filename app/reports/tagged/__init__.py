"""Tagged PDF: a canvas of marked content, the structure tree, and the file made of both."""

from app.reports.tagged.canvas import Link, Spot, TaggedCanvas
from app.reports.tagged.finish import Bookmark, DocumentInfo, finish
from app.reports.tagged.nodes import Attributes, Node

__all__ = [
    "Attributes",
    "Bookmark",
    "DocumentInfo",
    "Link",
    "Node",
    "Spot",
    "TaggedCanvas",
    "finish",
]
