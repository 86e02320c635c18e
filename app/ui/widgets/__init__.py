"""The design's components; each module says at its top what is public."""

from app.ui.widgets.buttons import Button, IconButton, Size, Variant
from app.ui.widgets.chips import Chip, FilterChip
from app.ui.widgets.fields import (
    CheckBox,
    ComboBox,
    DateEdit,
    Field,
    LineEdit,
    RadioButton,
    SearchField,
)
from app.ui.widgets.labels import (
    ElidedLabel,
    IconLabel,
    KeyCap,
    Label,
    Line,
    LinkLabel,
    SectionLabel,
    WrapLabel,
)
from app.ui.widgets.navigation import Entry, NavigationBar
from app.ui.widgets.notices import Banner, DecisionBox, EmptyState, Toast
from app.ui.widgets.seats import SeatRow, SeatsMark, SeatsTable
from app.ui.widgets.segmented import Segment, SegmentedControl
from app.ui.widgets.status import Avatar, MinutesBar, SaveStatus, Splitter
from app.ui.widgets.stepper import Step, Stepper

__all__ = [
    "Avatar",
    "Banner",
    "Button",
    "CheckBox",
    "Chip",
    "ComboBox",
    "DateEdit",
    "DecisionBox",
    "ElidedLabel",
    "EmptyState",
    "Entry",
    "Field",
    "FilterChip",
    "IconButton",
    "IconLabel",
    "KeyCap",
    "Label",
    "Line",
    "LineEdit",
    "LinkLabel",
    "MinutesBar",
    "NavigationBar",
    "RadioButton",
    "SaveStatus",
    "SearchField",
    "SeatRow",
    "SeatsMark",
    "SeatsTable",
    "SectionLabel",
    "Segment",
    "SegmentedControl",
    "Size",
    "Splitter",
    "Step",
    "Stepper",
    "Toast",
    "Variant",
    "WrapLabel",
]
