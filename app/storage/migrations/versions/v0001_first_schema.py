"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None


def upgrade() -> None:
    """Create all tables."""
    _create_body()
    _create_case()
    _create_journal()
    _create_person()
    _create_body_name()
    _create_case_number()
    _create_fixed_item()
    _create_meeting()
    _create_membership()
    _create_person_alias()
    _create_section_template()
    _create_agenda_item()
    _create_attendance()
    _create_meeting_joint_body()
    _create_unplaced_line()
    _create_attendance_span()
    _create_item_presenter()
    _create_item_section()
    _create_statement()
    _create_sub_item()
    _create_attachment()
    _create_recommendation_set()
    _create_recommendation_point()
    _create_decision()
    _create_follow_up()
    _create_forwarding()
    _create_forwarding_payload()


def _create_body() -> None:
    op.create_table(
        "body",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("recommendation_lead", sa.String(), nullable=False),
        sa.Column("default_place", sa.String(), nullable=False),
        sa.Column("default_start", sa.Time(), nullable=True),
        sa.Column("default_end", sa.Time(), nullable=True),
        sa.Column("is_external", sa.Boolean(), nullable=False),
        sa.Column("founded_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body")),
    )


def _create_case() -> None:
    op.create_table(
        "case",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("subject_tags", sa.String(), nullable=False),
        sa.Column("concerns_children", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case")),
    )


def _create_journal() -> None:
    op.create_table(
        "journal",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("table_name", sa.String(length=60), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_journal")),
    )
    op.create_index("ix_journal_row_id", "journal", ["row_id"], unique=False)


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )


def _create_body_name() -> None:
    op.create_table(
        "body_name",
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("used_from", sa.Date(), nullable=True),
        sa.Column("used_to", sa.Date(), nullable=True),
        sa.Column("is_misnomer", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_body_name_body_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body_name")),
    )
    op.create_index(op.f("ix_body_name_body_id"), "body_name", ["body_id"], unique=False)


def _create_case_number() -> None:
    op.create_table(
        "case_number",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_case_number_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_number")),
    )
    op.create_index(op.f("ix_case_number_case_id"), "case_number", ["case_id"], unique=False)


def _create_fixed_item() -> None:
    op.create_table(
        "fixed_item",
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("duration_min", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_fixed_item_body_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fixed_item")),
    )
    op.create_index(op.f("ix_fixed_item_body_id"), "fixed_item", ["body_id"], unique=False)


def _create_meeting() -> None:
    op.create_table(
        "meeting",
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("start", sa.Time(), nullable=True),
        sa.Column("end", sa.Time(), nullable=True),
        sa.Column("place_text", sa.String(), nullable=False),
        sa.Column("mode", sa.String(length=40), nullable=False),
        sa.Column("title_override", sa.String(), nullable=False),
        sa.Column("case_number", sa.String(), nullable=False),
        sa.Column("other_info", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("state_reason", sa.String(), nullable=False),
        sa.Column("dispatched_at", sa.DateTime(), nullable=True),
        sa.Column("next_date", sa.Date(), nullable=True),
        sa.Column("next_start", sa.Time(), nullable=True),
        sa.Column("next_end", sa.Time(), nullable=True),
        sa.Column("next_place", sa.String(), nullable=False),
        sa.Column("next_text", sa.String(), nullable=False),
        sa.Column("source_layout", sa.String(length=40), nullable=False),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.Column("source_sha256", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_meeting_body_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )
    op.create_index(op.f("ix_meeting_body_id"), "meeting", ["body_id"], unique=False)
    op.create_index(op.f("ix_meeting_date"), "meeting", ["date"], unique=False)
    op.create_index(op.f("ix_meeting_source_sha256"), "meeting", ["source_sha256"], unique=False)


def _create_membership() -> None:
    op.create_table(
        "membership",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.Column("appointed_by_body_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointed_by_body_id"], ["body.id"], name=op.f("fk_membership_appointed_by_body_id")
        ),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_membership_body_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_membership_person_id")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["membership.id"], name=op.f("fk_membership_replaces_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    op.create_index(
        op.f("ix_membership_appointed_by_body_id"),
        "membership",
        ["appointed_by_body_id"],
        unique=False,
    )
    op.create_index(op.f("ix_membership_body_id"), "membership", ["body_id"], unique=False)
    op.create_index(op.f("ix_membership_person_id"), "membership", ["person_id"], unique=False)
    op.create_index(op.f("ix_membership_replaces_id"), "membership", ["replaces_id"], unique=False)


def _create_person_alias() -> None:
    op.create_table(
        "person_alias",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("name_as_printed", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_alias_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_alias")),
    )
    op.create_index(op.f("ix_person_alias_person_id"), "person_alias", ["person_id"], unique=False)


def _create_section_template() -> None:
    op.create_table(
        "section_template",
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_section_template_body_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_section_template")),
    )
    op.create_index(
        op.f("ix_section_template_body_id"), "section_template", ["body_id"], unique=False
    )


def _create_agenda_item() -> None:
    op.create_table(
        "agenda_item",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("number_at_dispatch", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.Column("closed_reason", sa.String(), nullable=False),
        sa.Column("added_at_meeting", sa.Boolean(), nullable=False),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("time_from", sa.Time(), nullable=True),
        sa.Column("time_to", sa.Time(), nullable=True),
        sa.Column("duration_min", sa.Integer(), nullable=True),
        sa.Column("case_number_printed", sa.String(), nullable=False),
        sa.Column("prepared_by", sa.String(), nullable=False),
        sa.Column("carried_from_item_id", sa.Uuid(), nullable=True),
        sa.Column("approves_meeting_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["approves_meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_approves_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["carried_from_item_id"],
            ["agenda_item.id"],
            name=op.f("fk_agenda_item_carried_from_item_id"),
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_agenda_item_case_id")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    op.create_index(
        op.f("ix_agenda_item_approves_meeting_id"),
        "agenda_item",
        ["approves_meeting_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_agenda_item_carried_from_item_id"),
        "agenda_item",
        ["carried_from_item_id"],
        unique=False,
    )
    op.create_index(op.f("ix_agenda_item_case_id"), "agenda_item", ["case_id"], unique=False)
    op.create_index(op.f("ix_agenda_item_meeting_id"), "agenda_item", ["meeting_id"], unique=False)


def _create_attendance() -> None:
    op.create_table(
        "attendance",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("name_as_printed", sa.String(), nullable=False),
        sa.Column("title_snapshot", sa.String(), nullable=False),
        sa.Column("organisation_snapshot", sa.String(), nullable=False),
        sa.Column("group_label", sa.String(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("substitutes_for_id", sa.Uuid(), nullable=True),
        sa.Column("substitutes_for_text", sa.String(), nullable=False),
        sa.Column("print_order", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_attendance_meeting_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_attendance_person_id")),
        sa.ForeignKeyConstraint(
            ["substitutes_for_id"], ["attendance.id"], name=op.f("fk_attendance_substitutes_for_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
    )
    op.create_index(op.f("ix_attendance_meeting_id"), "attendance", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_attendance_person_id"), "attendance", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_attendance_substitutes_for_id"), "attendance", ["substitutes_for_id"], unique=False
    )


def _create_meeting_joint_body() -> None:
    op.create_table(
        "meeting_joint_body",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_meeting_joint_body_body_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_joint_body_meeting_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_joint_body")),
    )
    op.create_index(
        op.f("ix_meeting_joint_body_body_id"), "meeting_joint_body", ["body_id"], unique=False
    )
    op.create_index(
        op.f("ix_meeting_joint_body_meeting_id"), "meeting_joint_body", ["meeting_id"], unique=False
    )


def _create_unplaced_line() -> None:
    op.create_table(
        "unplaced_line",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_unplaced_line_meeting_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unplaced_line")),
    )
    op.create_index(
        op.f("ix_unplaced_line_meeting_id"), "unplaced_line", ["meeting_id"], unique=False
    )


def _create_attendance_span() -> None:
    op.create_table(
        "attendance_span",
        sa.Column("attendance_id", sa.Uuid(), nullable=False),
        sa.Column("from_item_id", sa.Uuid(), nullable=True),
        sa.Column("to_item_id", sa.Uuid(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendance_id"], ["attendance.id"], name=op.f("fk_attendance_span_attendance_id")
        ),
        sa.ForeignKeyConstraint(
            ["from_item_id"], ["agenda_item.id"], name=op.f("fk_attendance_span_from_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["to_item_id"], ["agenda_item.id"], name=op.f("fk_attendance_span_to_item_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_span")),
    )
    op.create_index(
        op.f("ix_attendance_span_attendance_id"), "attendance_span", ["attendance_id"], unique=False
    )
    op.create_index(
        op.f("ix_attendance_span_from_item_id"), "attendance_span", ["from_item_id"], unique=False
    )
    op.create_index(
        op.f("ix_attendance_span_to_item_id"), "attendance_span", ["to_item_id"], unique=False
    )


def _create_item_presenter() -> None:
    op.create_table(
        "item_presenter",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("name_as_printed", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_item_presenter_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_item_presenter_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_presenter")),
    )
    op.create_index(op.f("ix_item_presenter_item_id"), "item_presenter", ["item_id"], unique=False)
    op.create_index(
        op.f("ix_item_presenter_person_id"), "item_presenter", ["person_id"], unique=False
    )


def _create_item_section() -> None:
    op.create_table(
        "item_section",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label_verbatim", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("author_body_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_body_id"], ["body.id"], name=op.f("fk_item_section_author_body_id")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_item_section_item_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_section")),
    )
    op.create_index(
        op.f("ix_item_section_author_body_id"), "item_section", ["author_body_id"], unique=False
    )
    op.create_index(op.f("ix_item_section_item_id"), "item_section", ["item_id"], unique=False)


def _create_statement() -> None:
    op.create_table(
        "statement",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("body_id", sa.Uuid(), nullable=True),
        sa.Column("name_as_printed", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_statement_body_id")),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_statement_item_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_statement_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
    )
    op.create_index(op.f("ix_statement_body_id"), "statement", ["body_id"], unique=False)
    op.create_index(op.f("ix_statement_item_id"), "statement", ["item_id"], unique=False)
    op.create_index(op.f("ix_statement_person_id"), "statement", ["person_id"], unique=False)


def _create_sub_item() -> None:
    op.create_table(
        "sub_item",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number_text", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_sub_item_case_id")),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_sub_item_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sub_item")),
    )
    op.create_index(op.f("ix_sub_item_case_id"), "sub_item", ["case_id"], unique=False)
    op.create_index(op.f("ix_sub_item_item_id"), "sub_item", ["item_id"], unique=False)


def _create_attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("sub_item_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("title_verbatim", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("page_count", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("is_case_presentation", sa.Boolean(), nullable=False),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.Column("contains_personal_data", sa.Boolean(), nullable=False),
        sa.Column("appended_after_meeting", sa.Boolean(), nullable=False),
        sa.Column("minutes_of_meeting_id", sa.Uuid(), nullable=True),
        sa.Column("excludes_own_attachments", sa.Boolean(), nullable=False),
        sa.Column("own_page_labels", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_attachment_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["minutes_of_meeting_id"],
            ["meeting.id"],
            name=op.f("fk_attachment_minutes_of_meeting_id"),
        ),
        sa.ForeignKeyConstraint(
            ["sub_item_id"], ["sub_item.id"], name=op.f("fk_attachment_sub_item_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_item_id"), "attachment", ["item_id"], unique=False)
    op.create_index(
        op.f("ix_attachment_minutes_of_meeting_id"),
        "attachment",
        ["minutes_of_meeting_id"],
        unique=False,
    )
    op.create_index(op.f("ix_attachment_sha256"), "attachment", ["sha256"], unique=False)
    op.create_index(op.f("ix_attachment_sub_item_id"), "attachment", ["sub_item_id"], unique=False)


def _create_recommendation_set() -> None:
    op.create_table(
        "recommendation_set",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("from_body_id", sa.Uuid(), nullable=True),
        sa.Column("to_body_id", sa.Uuid(), nullable=True),
        sa.Column("from_text", sa.String(), nullable=False),
        sa.Column("lead_in_verbatim", sa.String(), nullable=False),
        sa.Column("list_style", sa.String(length=40), nullable=False),
        sa.Column("section_id", sa.Uuid(), nullable=True),
        sa.Column("is_put_to_decision", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["from_body_id"], ["body.id"], name=op.f("fk_recommendation_set_from_body_id")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_recommendation_set_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["section_id"], ["item_section.id"], name=op.f("fk_recommendation_set_section_id")
        ),
        sa.ForeignKeyConstraint(
            ["to_body_id"], ["body.id"], name=op.f("fk_recommendation_set_to_body_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation_set")),
    )
    op.create_index(
        op.f("ix_recommendation_set_from_body_id"),
        "recommendation_set",
        ["from_body_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_recommendation_set_item_id"), "recommendation_set", ["item_id"], unique=False
    )
    op.create_index(
        op.f("ix_recommendation_set_section_id"), "recommendation_set", ["section_id"], unique=False
    )
    op.create_index(
        op.f("ix_recommendation_set_to_body_id"), "recommendation_set", ["to_body_id"], unique=False
    )


def _create_recommendation_point() -> None:
    op.create_table(
        "recommendation_point",
        sa.Column("recommendation_set_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number_text", sa.String(length=20), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["recommendation_set_id"],
            ["recommendation_set.id"],
            name=op.f("fk_recommendation_point_recommendation_set_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation_point")),
    )
    op.create_index(
        op.f("ix_recommendation_point_recommendation_set_id"),
        "recommendation_point",
        ["recommendation_set_id"],
        unique=False,
    )


def _create_decision() -> None:
    op.create_table(
        "decision",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("sub_item_id", sa.Uuid(), nullable=True),
        sa.Column("point_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("modifier", sa.String(length=40), nullable=False),
        sa.Column("outcome_text_verbatim", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reservation_text", sa.String(), nullable=False),
        sa.Column("condition_text", sa.String(), nullable=False),
        sa.Column("condition_body_id", sa.Uuid(), nullable=True),
        sa.Column("condition_due_verbatim", sa.String(), nullable=False),
        sa.Column("condition_due_from", sa.Date(), nullable=True),
        sa.Column("condition_due_to", sa.Date(), nullable=True),
        sa.Column("condition_due_precision", sa.String(length=40), nullable=False),
        sa.Column("dissent_text", sa.String(), nullable=False),
        sa.Column("is_standing_rule", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("anchored_in_body_id", sa.Uuid(), nullable=True),
        sa.Column("delegated_to_body_id", sa.Uuid(), nullable=True),
        sa.Column("delegation_scope", sa.String(), nullable=False),
        sa.Column("delegated_until", sa.Date(), nullable=True),
        sa.Column("supersedes_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["anchored_in_body_id"], ["body.id"], name=op.f("fk_decision_anchored_in_body_id")
        ),
        sa.ForeignKeyConstraint(
            ["condition_body_id"], ["body.id"], name=op.f("fk_decision_condition_body_id")
        ),
        sa.ForeignKeyConstraint(
            ["delegated_to_body_id"], ["body.id"], name=op.f("fk_decision_delegated_to_body_id")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_decision_item_id")),
        sa.ForeignKeyConstraint(
            ["point_id"], ["recommendation_point.id"], name=op.f("fk_decision_point_id")
        ),
        sa.ForeignKeyConstraint(
            ["sub_item_id"], ["sub_item.id"], name=op.f("fk_decision_sub_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["decision.id"], name=op.f("fk_decision_supersedes_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_index(
        op.f("ix_decision_anchored_in_body_id"), "decision", ["anchored_in_body_id"], unique=False
    )
    op.create_index(
        op.f("ix_decision_condition_body_id"), "decision", ["condition_body_id"], unique=False
    )
    op.create_index(
        op.f("ix_decision_delegated_to_body_id"), "decision", ["delegated_to_body_id"], unique=False
    )
    op.create_index(op.f("ix_decision_item_id"), "decision", ["item_id"], unique=False)
    op.create_index(op.f("ix_decision_point_id"), "decision", ["point_id"], unique=False)
    op.create_index(op.f("ix_decision_sub_item_id"), "decision", ["sub_item_id"], unique=False)
    op.create_index(op.f("ix_decision_supersedes_id"), "decision", ["supersedes_id"], unique=False)


def _create_follow_up() -> None:
    op.create_table(
        "follow_up",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("actor_kind", sa.String(length=40), nullable=False),
        sa.Column("actor_person_id", sa.Uuid(), nullable=True),
        sa.Column("actor_body_id", sa.Uuid(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("due_verbatim", sa.String(), nullable=False),
        sa.Column("due_from", sa.Date(), nullable=True),
        sa.Column("due_to", sa.Date(), nullable=True),
        sa.Column("due_precision", sa.String(length=40), nullable=False),
        sa.Column("recipient_body_id", sa.Uuid(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("waiting_for_text", sa.String(), nullable=False),
        sa.Column("closed_in_item_id", sa.Uuid(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_body_id"], ["body.id"], name=op.f("fk_follow_up_actor_body_id")
        ),
        sa.ForeignKeyConstraint(
            ["actor_person_id"], ["person.id"], name=op.f("fk_follow_up_actor_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["closed_in_item_id"], ["agenda_item.id"], name=op.f("fk_follow_up_closed_in_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_follow_up_decision_id")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_follow_up_item_id")),
        sa.ForeignKeyConstraint(
            ["recipient_body_id"], ["body.id"], name=op.f("fk_follow_up_recipient_body_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    op.create_index(
        op.f("ix_follow_up_actor_body_id"), "follow_up", ["actor_body_id"], unique=False
    )
    op.create_index(
        op.f("ix_follow_up_actor_person_id"), "follow_up", ["actor_person_id"], unique=False
    )
    op.create_index(
        op.f("ix_follow_up_closed_in_item_id"), "follow_up", ["closed_in_item_id"], unique=False
    )
    op.create_index(op.f("ix_follow_up_decision_id"), "follow_up", ["decision_id"], unique=False)
    op.create_index(op.f("ix_follow_up_item_id"), "follow_up", ["item_id"], unique=False)
    op.create_index(
        op.f("ix_follow_up_recipient_body_id"), "follow_up", ["recipient_body_id"], unique=False
    )


def _create_forwarding() -> None:
    op.create_table(
        "forwarding",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=True),
        sa.Column("to_body_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("sequence_no", sa.Integer(), nullable=False),
        sa.Column("needs_answer", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("edition", sa.String(length=40), nullable=False),
        sa.Column("answer_text", sa.Text(), nullable=False),
        sa.Column("answer_item_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answer_item_id"], ["agenda_item.id"], name=op.f("fk_forwarding_answer_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_forwarding_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_forwarding_item_id")
        ),
        sa.ForeignKeyConstraint(["to_body_id"], ["body.id"], name=op.f("fk_forwarding_to_body_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forwarding")),
    )
    op.create_index(
        op.f("ix_forwarding_answer_item_id"), "forwarding", ["answer_item_id"], unique=False
    )
    op.create_index(op.f("ix_forwarding_decision_id"), "forwarding", ["decision_id"], unique=False)
    op.create_index(op.f("ix_forwarding_item_id"), "forwarding", ["item_id"], unique=False)
    op.create_index(op.f("ix_forwarding_to_body_id"), "forwarding", ["to_body_id"], unique=False)


def _create_forwarding_payload() -> None:
    op.create_table(
        "forwarding_payload",
        sa.Column("forwarding_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("attachment_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_forwarding_payload_attachment_id")
        ),
        sa.ForeignKeyConstraint(
            ["forwarding_id"], ["forwarding.id"], name=op.f("fk_forwarding_payload_forwarding_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forwarding_payload")),
    )
    op.create_index(
        op.f("ix_forwarding_payload_attachment_id"),
        "forwarding_payload",
        ["attachment_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_forwarding_payload_forwarding_id"),
        "forwarding_payload",
        ["forwarding_id"],
        unique=False,
    )
