"""Møder: every meeting, by group and year. Public: ``MeetingsPage``."""

from app.ui.pages.meetings.page import MeetingsPage

__all__ = ["MeetingsPage"]
