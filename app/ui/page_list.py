"""The pages that exist, in the order of the navigation. Public: ``page_list()``.

Each page is imported when it is first opened, so that the window can paint before SQLAlchemy is
read.
"""

from __future__ import annotations

from app.i18n import _
from app.paths import resources_dir
from app.ui.context import AppContext
from app.ui.main_window import PageSpec
from app.ui.pages.page import Page


def page_list() -> list[PageSpec]:
    """All pages; those without an icon are reached from other places."""
    return [
        PageSpec("meetings", _("Meetings"), _meetings, "calendar-days", "Ctrl+2"),
        PageSpec("meeting", _("Meeting"), _workbench, navigation_key="meetings"),
        PageSpec("decisions", _("Decisions"), _decisions, "file-check", "Ctrl+3"),
        PageSpec("follow_ups", _("Follow-up"), _follow_ups, "list-checks", "Ctrl+4"),
        PageSpec("bodies", _("Groups"), _bodies, "users", "Ctrl+5"),
        PageSpec("settings", _("Settings"), _settings, "settings", "Ctrl+,", at_foot=True),
        PageSpec("first_start", _("Getting started"), _first_start),
    ]


def _meetings(context: AppContext) -> Page:
    from app.ui.pages.meetings import MeetingsPage

    return MeetingsPage(context)


def _workbench(context: AppContext) -> Page:
    from app.ui.pages.workbench import WorkbenchPage

    return WorkbenchPage(context)


def _decisions(context: AppContext) -> Page:
    from app.ui.pages.decisions import DecisionsPage

    return DecisionsPage(context)


def _follow_ups(context: AppContext) -> Page:
    from app.ui.pages.follow_ups import FollowUpsPage

    return FollowUpsPage(context)


def _bodies(context: AppContext) -> Page:
    from app.ui.pages.bodies import BodiesPage

    return BodiesPage(context)


def _settings(context: AppContext) -> Page:
    from app.ui.pages.settings import SettingsPage

    return SettingsPage(context)


def _first_start(context: AppContext) -> Page:
    from app.ui.pages.first_start import FirstStartPage

    names = (resources_dir() / "sample" / "seats.txt").read_text(encoding="utf-8").split("\n")
    return FirstStartPage(context, [name for name in names if name])
