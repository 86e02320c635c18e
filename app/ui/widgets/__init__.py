"""The design's components; each module says at its top what is public.

A module is imported when one of its names is first asked for: the first frame needs few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.ui.widgets.buttons import Button, IconButton, Size, Variant
    from app.ui.widgets.chips import FilterChip
    from app.ui.widgets.fields import (
        ComboBox,
        DateEdit,
        Field,
        LineEdit,
        SearchField,
    )
    from app.ui.widgets.labels import (
        ElidedLabel,
        IconLabel,
        Label,
        Line,
        LinkLabel,
        SectionLabel,
        WrapLabel,
    )
    from app.ui.widgets.navigation import Entry, NavigationBar
    from app.ui.widgets.notices import Banner, DecisionBox, EmptyState, Toast
    from app.ui.widgets.seats import SeatsMark, SeatsTable
    from app.ui.widgets.segmented import Segment, SegmentedControl
    from app.ui.widgets.status import MinutesBar, SaveStatus, Splitter
    from app.ui.widgets.stepper import Step, Stepper
    from app.ui.widgets.ticks import CheckBox, RadioButton

_MODULES = {
    "buttons": ("Button", "IconButton", "Size", "Variant"),
    "chips": ("FilterChip",),
    "fields": (
        "ComboBox",
        "DateEdit",
        "Field",
        "LineEdit",
        "SearchField",
    ),
    "labels": (
        "ElidedLabel",
        "IconLabel",
        "Label",
        "Line",
        "LinkLabel",
        "SectionLabel",
        "WrapLabel",
    ),
    "navigation": ("Entry", "NavigationBar"),
    "notices": ("Banner", "DecisionBox", "EmptyState", "Toast"),
    "seats": ("SeatsMark", "SeatsTable"),
    "segmented": ("Segment", "SegmentedControl"),
    "status": ("MinutesBar", "SaveStatus", "Splitter"),
    "stepper": ("Step", "Stepper"),
    "ticks": ("CheckBox", "RadioButton"),
}


def __getattr__(name: str) -> Any:
    """The component from its module (PEP 562)."""
    for module, names in _MODULES.items():
        if name in names:
            found = getattr(import_module(f"{__name__}.{module}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"{__name__} has no {name}")


__all__ = [
    "Banner",
    "Button",
    "CheckBox",
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
    "Label",
    "Line",
    "LineEdit",
    "LinkLabel",
    "MinutesBar",
    "NavigationBar",
    "RadioButton",
    "SaveStatus",
    "SearchField",
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
