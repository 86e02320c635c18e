"""Follow-ups in the program's own minutes: who does what by when, on a line."""

from __future__ import annotations

import re
from functools import cache

from app.i18n import _
from app.importing.own.words import Known, due_as_written, template
from app.importing.people.given_names import GIVEN_NAMES
from app.labels import label
from app.models.draft import FollowUpDraft
from app.models.follow_up import ActorKind


def follow_up_in(words: str, known: Known) -> FollowUpDraft | None:
    """The follow-up that a line tells, or None."""
    found = re.match(_follow_up_line(), words)
    if found is None:
        return None
    kind, actor = _actor(found["actor"], known)
    action = found["action"]
    action = action.removesuffix(".") if not action.endswith("..") else action
    return FollowUpDraft(action, kind, actor, due_as_written(found["due"] or "", known))


@cache
def _follow_up_line() -> str:
    action = template(_("Follow-up: {action}"), action=r"(?P<action>.+)")
    actor = template(_("Responsible: {actor}."), actor=r"(?P<actor>.+?)")
    due = template(_("Deadline: {due}."), due=r"(?P<due>.+)")
    return rf"^{action} {actor}(?: {due})?$"


def _actor(name: str, known: Known) -> tuple[str, str]:
    """What sort of actor it is, and the name of one that has a name."""
    for kind in (ActorKind.SECRETARIAT, ActorKind.ALL_MUNICIPALITIES):
        if name == label(kind):
            return kind.value, ""
    is_person = name in known.people or name.split()[0] in GIVEN_NAMES
    return (ActorKind.PERSON if is_person else ActorKind.BODY).value, name
