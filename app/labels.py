"""Stored value -> words; the only place where one becomes the other."""

from __future__ import annotations

import enum

from app.i18n import N_, _, long_date
from app.models.agenda_words import ItemKind, SectionKind
from app.models.body import BodyKind, BodyState
from app.models.decision import Modifier, Outcome
from app.models.follow_up import ActorKind, FollowUpStatus
from app.models.fuzzy_date import FuzzyDate
from app.models.meeting import (
    AttendanceRole,
    AttendanceStatus,
    MeetingState,
    SourceLayout,
)
from app.models.person import MembershipRole
from app.models.problems import ProblemKind
from app.models.visibility import Edition

# By class first: words of different enumerations may be equal ("approved" is a state and an
# outcome).
_WORDS: dict[type[enum.StrEnum], dict[enum.StrEnum, str]] = {
    MeetingState: {
        MeetingState.DRAFT: N_("Draft"),
        MeetingState.AGENDA_SENT: N_("Agenda sent"),
        MeetingState.HELD: N_("Held"),
        MeetingState.MINUTES_IN_REVIEW: N_("Minutes in review"),
        MeetingState.APPROVED: N_("Minutes approved"),
    },
    ItemKind: {
        ItemKind.AGENDA_APPROVAL: N_("Approval of the agenda"),
        ItemKind.MINUTES_APPROVAL: N_("Approval of minutes"),
        ItemKind.THEME: N_("Theme discussion"),
        ItemKind.CASE: N_("Case"),
        ItemKind.INFORMATION: N_("Information"),
        ItemKind.ANY_OTHER_BUSINESS: N_("Any other business"),
        ItemKind.NEXT_MEETING: N_("Next meeting"),
    },
    SectionKind: {
        SectionKind.SUMMARY: N_("Summary"),
        SectionKind.BACKGROUND: N_("Background"),
        SectionKind.CASE_PRESENTATION: N_("Case presentation"),
        SectionKind.DISCUSSION: N_("Discussion"),
        SectionKind.FINANCE: N_("Finance"),
        SectionKind.BODY_VIEW: N_("View of another body"),
        SectionKind.TIMETABLE: N_("Timetable"),
        SectionKind.INFORMATION: N_("Information section"),
        SectionKind.RECOMMENDATION: N_("Recommendation"),
        SectionKind.MINUTES: N_("Minutes"),
        SectionKind.DECISION: N_("Decision"),
        SectionKind.OTHER: N_("Other section"),
    },
    Outcome: {
        Outcome.APPROVED: N_("Approved"),
        Outcome.DISCUSSED: N_("Discussed"),
        Outcome.NOTED: N_("Noted"),
        Outcome.ENDORSED: N_("Endorsed"),
        Outcome.POSTPONED: N_("Postponed"),
        Outcome.REJECTED: N_("Not approved"),
        Outcome.NOT_APPLICABLE: N_("No decision needed"),
    },
    Modifier: {
        Modifier.PLAIN: N_("As recommended"),
        Modifier.WITH_RESERVATION: N_("With reservation"),
        Modifier.WITH_ADDITION: N_("With addition"),
        Modifier.IN_PART: N_("In part"),
        Modifier.CONDITIONAL: N_("On a condition"),
    },
    BodyState: {
        BodyState.ACTIVE: N_("Active"),
        BodyState.REPORTED: N_("Reported back"),
        BodyState.CLOSED: N_("Closed down"),
    },
    BodyKind: {
        BodyKind.STEERING_GROUP: N_("Steering group"),
        BodyKind.EXECUTIVE_COMMITTEE: N_("Executive committee"),
        BodyKind.POLITICAL_COUNCIL: N_("Political council"),
        BodyKind.POLITICAL_ASSEMBLY: N_("Political assembly"),
        BodyKind.CHIEF_EXECUTIVE_CIRCLE: N_("Circle of chief executives"),
        BodyKind.DIRECTOR_CIRCLE: N_("Circle of directors"),
        BodyKind.CHIEF_NETWORK: N_("Network of chiefs"),
        BodyKind.NATIONAL_FORUM: N_("National forum"),
        BodyKind.EXPERT_PANEL: N_("Expert panel"),
        BodyKind.STANDING_GROUP: N_("Standing group"),
        BodyKind.WORKING_GROUP: N_("Working group"),
        BodyKind.SUB_GROUP: N_("Sub-group"),
        BodyKind.COORDINATION_GROUP: N_("Coordination group"),
        BodyKind.FOLLOW_GROUP: N_("Follow-up group"),
        BodyKind.NETWORK: N_("Network"),
        BodyKind.PARTNERSHIP: N_("Partnership"),
        BodyKind.DIALOGUE_FORUM: N_("Dialogue forum"),
        BodyKind.SECRETARIAT: N_("Secretariat"),
        BodyKind.AUTHORITY: N_("Authority"),
        BodyKind.ORGANISATION: N_("Organisation"),
    },
    AttendanceStatus: {
        AttendanceStatus.PRESENT: N_("Present"),
        AttendanceStatus.ABSENT: N_("Absent"),
        AttendanceStatus.APOLOGIES: N_("Apologies"),
        AttendanceStatus.OTHER_PARTICIPANT: N_("Other participants"),
        AttendanceStatus.NOT_ATTENDING: N_("Not attending"),
    },
    AttendanceRole: {
        AttendanceRole.CHAIRING: N_("Chairing the meeting"),
        AttendanceRole.MEMBER: N_("Member"),
        AttendanceRole.SUBSTITUTE: N_("Substitute"),
        AttendanceRole.SECRETARIAT: N_("From the secretariat"),
        AttendanceRole.KKR: N_("From KKR"),
        AttendanceRole.GUEST: N_("Guest"),
        AttendanceRole.CONSULTANT: N_("Consultant"),
    },
    MembershipRole: {
        MembershipRole.CHAIR: N_("Chair"),
        MembershipRole.SHARED_CHAIR: N_("Shared chair"),
        MembershipRole.VICE_CHAIR: N_("Vice chair"),
        MembershipRole.SECRETARY: N_("Secretary"),
        MembershipRole.MEMBER: N_("Member of the group"),
        MembershipRole.SUBSTITUTE: N_("Substitute member"),
        MembershipRole.AD_HOC: N_("Ad hoc"),
        MembershipRole.OBSERVER: N_("Observer"),
    },
    ActorKind: {
        ActorKind.PERSON: N_("Person"),
        ActorKind.BODY: N_("Group"),
        ActorKind.SECRETARIAT: N_("The secretariat"),
        ActorKind.ALL_MUNICIPALITIES: N_("All municipalities"),
    },
    FollowUpStatus: {
        FollowUpStatus.OPEN: N_("Open follow-up"),
        FollowUpStatus.WAITING: N_("Waiting"),
        FollowUpStatus.DONE: N_("Done"),
        FollowUpStatus.DROPPED: N_("Dropped"),
    },
    ProblemKind: {
        ProblemKind.TITLE: N_("Title missing"),
        ProblemKind.SUMMARY: N_("Summary missing"),
        ProblemKind.RECOMMENDATION: N_("Recommendation missing"),
        ProblemKind.OUTCOME: N_("Decision missing"),
        ProblemKind.TASK: N_("Follow-up without a task"),
    },
    Edition: {
        Edition.OPEN: N_("Open edition"),
        Edition.FULL: N_("Full edition"),
    },
    SourceLayout: {
        SourceLayout.A: N_("Minutes with one page an item"),
        SourceLayout.B: N_("Combined minutes"),
        SourceLayout.C: N_("Minutes from a case system"),
        SourceLayout.FORUM: N_("Minutes of a forum"),
        SourceLayout.UNKNOWN: N_("Unknown layout"),
        SourceLayout.OWN: N_("Made in Mødeværk"),
    },
}

_LACKED: dict[ProblemKind, str] = {
    ProblemKind.TITLE: N_("a title"),
    ProblemKind.SUMMARY: N_("a summary"),
    ProblemKind.RECOMMENDATION: N_("a recommendation"),
    ProblemKind.OUTCOME: N_("a decision"),
    ProblemKind.TASK: N_("a task for its follow-up"),
}

_ACTIONS: dict[str, str] = {
    "create_body": N_("Create group"),
    "edit_body": N_("Edit group"),
    "delete_body": N_("Delete group"),
    "edit_person": N_("Edit person"),
    "create_meeting": N_("Create meeting"),
    "edit_meeting": N_("Edit meeting"),
    "delete_meeting": N_("Delete meeting"),
    "change_meeting_state": N_("Change the meeting's state"),
    "add_attendance": N_("Add a participant"),
    "edit_attendance": N_("Edit attendance"),
    "delete_attendance": N_("Remove a participant"),
    "import_meeting": N_("Import meeting"),
    "place_line": N_("Place line"),
    "create_item": N_("New item"),
    "edit_item": N_("Edit item"),
    "edit_title": N_("Edit title"),
    "move_item": N_("Move item"),
    "delete_item": N_("Delete item"),
    "close_item": N_("Close item"),
    "open_item": N_("Open item"),
    "add_section": N_("Add section"),
    "edit_text": N_("Edit text"),
    "move_section": N_("Move section"),
    "delete_section": N_("Delete section"),
    "edit_recommendation": N_("Edit recommendation"),
    "add_point": N_("New point"),
    "delete_point": N_("Delete point"),
    "move_point": N_("Move point"),
    "set_outcome": N_("Set outcome"),
    "edit_decision": N_("Edit decision"),
    "delete_decision": N_("Delete decision"),
    "add_sub_item": N_("Add sub-item"),
    "edit_sub_item": N_("Edit sub-item"),
    "move_sub_item": N_("Move sub-item"),
    "delete_sub_item": N_("Delete sub-item"),
    "add_statement": N_("Add statement"),
    "edit_statement": N_("Edit statement"),
    "move_statement": N_("Move statement"),
    "delete_statement": N_("Delete statement"),
    "add_follow_up": N_("Add follow-up"),
    "edit_follow_up": N_("Edit follow-up"),
    "delete_follow_up": N_("Delete follow-up"),
    "add_attachment": N_("Add attachment"),
    "edit_attachment": N_("Edit attachment"),
    "move_attachment": N_("Move attachment"),
    "delete_attachment": N_("Delete attachment"),
    "load_sample": N_("Load sample data"),
    "remove_sample": N_("Remove sample data"),
    "undo": N_("Undo"),
    "redo": N_("Redo"),
}


def label(value: enum.StrEnum) -> str:
    """The word for a stored value."""
    return _(_WORDS[type(value)][value])


def bound_label(outcome: Outcome, modifier: Modifier) -> str:
    """The word for an outcome and how it is bound: ``Godkendt med forbehold``."""
    if modifier is Modifier.PLAIN:
        return label(outcome)
    return f"{label(outcome)} {label(modifier).lower()}"


def due_words(due: FuzzyDate) -> str:
    """A deadline as it was written, with its day where that is counted from the meeting."""
    words = due.verbatim.strip().rstrip(".")
    if due.first is None or not due.is_counted:
        return words
    return f"{words} ({long_date(due.first, weekday=False)})"


def lacked(problem: ProblemKind) -> str:
    """What is missing, as it stands in a sentence after "lacks"."""
    return _(_LACKED[problem])


def action_label(action: str) -> str:
    """The name of an action of ``app.storage.actions`` in the menu and the journal."""
    return _(_ACTIONS[action])
