"""The user actions that change data: each one undo step and one word in the journal."""

from __future__ import annotations

import enum


class Action(enum.StrEnum):
    """What somebody did. ``app.labels`` has the words."""

    CREATE_BODY = "create_body"
    EDIT_BODY = "edit_body"
    DELETE_BODY = "delete_body"
    EDIT_PERSON = "edit_person"
    CREATE_MEETING = "create_meeting"
    EDIT_MEETING = "edit_meeting"
    DELETE_MEETING = "delete_meeting"
    CHANGE_MEETING_STATE = "change_meeting_state"
    ADD_ATTENDANCE = "add_attendance"
    EDIT_ATTENDANCE = "edit_attendance"
    DELETE_ATTENDANCE = "delete_attendance"
    IMPORT_MEETING = "import_meeting"
    PLACE_LINE = "place_line"
    CREATE_ITEM = "create_item"
    EDIT_ITEM = "edit_item"
    EDIT_TITLE = "edit_title"
    MOVE_ITEM = "move_item"
    DELETE_ITEM = "delete_item"
    CLOSE_ITEM = "close_item"
    OPEN_ITEM = "open_item"
    ADD_SECTION = "add_section"
    EDIT_TEXT = "edit_text"
    MOVE_SECTION = "move_section"
    DELETE_SECTION = "delete_section"
    EDIT_RECOMMENDATION = "edit_recommendation"
    ADD_POINT = "add_point"
    DELETE_POINT = "delete_point"
    MOVE_POINT = "move_point"
    SET_OUTCOME = "set_outcome"
    EDIT_DECISION = "edit_decision"
    DELETE_DECISION = "delete_decision"
    ADD_SUB_ITEM = "add_sub_item"
    EDIT_SUB_ITEM = "edit_sub_item"
    MOVE_SUB_ITEM = "move_sub_item"
    DELETE_SUB_ITEM = "delete_sub_item"
    ADD_STATEMENT = "add_statement"
    EDIT_STATEMENT = "edit_statement"
    MOVE_STATEMENT = "move_statement"
    DELETE_STATEMENT = "delete_statement"
    ADD_FOLLOW_UP = "add_follow_up"
    EDIT_FOLLOW_UP = "edit_follow_up"
    DELETE_FOLLOW_UP = "delete_follow_up"
    ADD_ATTACHMENT = "add_attachment"
    EDIT_ATTACHMENT = "edit_attachment"
    MOVE_ATTACHMENT = "move_attachment"
    DELETE_ATTACHMENT = "delete_attachment"
    LOAD_SAMPLE = "load_sample"
    REMOVE_SAMPLE = "remove_sample"
    UNDO = "undo"
    REDO = "redo"


MELTING = frozenset(
    {
        Action.EDIT_TEXT,
        Action.EDIT_TITLE,
        Action.EDIT_ITEM,
        Action.EDIT_MEETING,
        Action.EDIT_RECOMMENDATION,
        Action.EDIT_DECISION,
        Action.EDIT_FOLLOW_UP,
        Action.EDIT_SUB_ITEM,
        Action.EDIT_STATEMENT,
        Action.EDIT_BODY,
        Action.EDIT_PERSON,
    }
)
"""Typing: edits of one field are one undo step until it has rested for a minute. What is chosen
under the same actions is a step of its own (``RowChange.typed``)."""
