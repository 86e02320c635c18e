"""Draw all components in both schemes and two text sizes, to be looked at beside the design.

By hand: ``QT_QPA_PLATFORM=offscreen python -m tests.ui.gallery FOLDER``.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from app.settings import Appearance
from app.ui.fonts import load_fonts
from app.ui.tables import Cell, Column, RowsModel
from app.ui.theme import Theme, theme
from app.ui.tokens import Role, Tone
from app.ui.widgets import (
    Banner,
    Button,
    CheckBox,
    ComboBox,
    DateEdit,
    DecisionBox,
    EmptyState,
    Field,
    FilterChip,
    IconButton,
    Label,
    LineEdit,
    MinutesBar,
    RadioButton,
    SaveStatus,
    SeatsMark,
    SectionLabel,
    Segment,
    SegmentedControl,
    Size,
    Step,
    Stepper,
    Toast,
    Variant,
    WrapLabel,
)
from app.ui.widgets.focus_ring import FocusRing
from app.ui.widgets.layouts import STRETCH, column, row
from app.ui.widgets.table_view import TableView


@dataclass(frozen=True)
class _Row:
    id: int
    title: str
    outcome: str
    tone: Tone
    icon: str = ""


def _column(*parts: QWidget | QLayout | int) -> QVBoxLayout:
    return column(*parts, STRETCH, spacing=10)


def _row(*widgets: QWidget, spacing: int = 8) -> QHBoxLayout:
    return row(*widgets, STRETCH, spacing=spacing)


def _disabled(button: Button) -> Button:
    button.setEnabled(False)
    return button


def _type_column() -> QVBoxLayout:
    grid = QGridLayout()
    samples = (
        ("Serif 40/48", "Kom i gang", Role.FIRST_RUN_TITLE),
        ("Serif 28/34", "Beslutninger", Role.PAGE_TITLE),
        ("Serif 22/28", "DAS Social, 8. maj 2025", Role.MEETING_TITLE),
        ("Serif 15,5/23", "Brødtekst i editor og beslutninger", Role.BODY),
        ("Sans 16/22", "Afsnitstitel", Role.SECTION_TITLE),
        ("Sans 15/20", "Felter, lister og knapper", Role.BASE),
        ("Sans 13,5/18", "Hjælpetekst og metadata, 25 min", Role.META),
    )
    for number, (name, text, role) in enumerate(samples):
        grid.addWidget(Label(name, Role.SMALL, "muted"), number, 0)
        grid.addWidget(Label(text, role), number, 1)
    grid.setColumnStretch(1, 1)
    return _column(
        SectionLabel("Skrift"), grid, 12, SectionLabel("Farver"), _swatches(), 12,
        SectionLabel("Tabel"), _table(),
    )  # fmt: skip


def _swatches() -> QGridLayout:
    grid = QGridLayout()
    names = (
        "surface", "window", "sunken", "selected", "accent", "accent_soft", "green",
        "green_soft", "amber_solid", "amber_soft", "red_solid", "red_soft", "heather_solid",
        "heather_soft",
    )  # fmt: skip
    for number, name in enumerate(names):
        frame = QFrame()
        frame.setFixedHeight(30)
        tokens = theme().tokens
        frame.setStyleSheet(
            f"background: {getattr(tokens, name)}; border: 1px solid {tokens.line};"
            "border-radius: 6px"
        )
        grid.addWidget(frame, number // 4, number % 4)
    return grid


def _table() -> TableView:
    columns = [
        Column("number", "Punkt", lambda row: str(row.id), 52),
        Column("title", "Titel", lambda row: row.title, 180, stretch=True),
        Column(
            "outcome", "Udfald", lambda row: Cell(row.outcome, row.icon, row.tone, chip=True), 150
        ),
    ]
    model = RowsModel(columns)
    table = TableView(model, "Beslutninger")
    model.set_rows(
        [
            _Row(3, "Styringsaftale 2026", "Drøftet", Tone.NEUTRAL),
            _Row(4, "Markør over rækken", "Godkendt", Tone.GREEN, "check"),
            _Row(5, "Valgt række", "Udsat", Tone.AMBER, "calendar-clock"),
            _Row(6, "Budgetopfølgning", "Ikke godkendt", Tone.RED, "x"),
            _Row(7, "Lukket punkt", "Lukket", Tone.HEATHER, "lock"),
            _Row(8, "Næste møde", "Kladde", Tone.ACCENT),
        ]
    )
    table.setFixedHeight(theme().px(36 + 6 * 43))
    table.select_id(5)
    table.hovered = 1
    return table


def _controls_column() -> tuple[QVBoxLayout, Button]:
    focused = Button("Fokus", variant=Variant.PRIMARY)
    locks = [Segment("open", "Åben", "lock-open"), Segment("closed", "Lukket", "lock")]
    column = _column(
        SectionLabel("Knapper"),
        _row(
            Button("Udsend …", variant=Variant.PRIMARY), focused,
            _disabled(Button("Inaktiv", variant=Variant.PRIMARY)),
            Button("Udsend dagsorden …", "send", Variant.PRIMARY),
        ),
        _row(Button("Nyt punkt", "plus"), Button("Fokus"), _disabled(Button("Inaktiv"))),
        _row(
            Button("Annullér", variant=Variant.GHOST),
            Button("Slet punkt", "trash-2", Variant.DANGER),
            IconButton("ellipsis", "Mere"),
            Button("Lille knap", size=Size.SMALL),
        ),
        _row(SegmentedControl(locks, "Adgang")),
        12, SectionLabel("Felter"), _fields(), _ticks(),
        12, SectionLabel("Filtre"), _filter(), 12, SectionLabel("Tid"), _minutes(),
    )  # fmt: skip
    return column, focused


def _filter() -> QHBoxLayout:
    chip = FilterChip("Gruppe")
    chip.set_value("DAS Social")
    return _row(chip)


def _minutes() -> QHBoxLayout:
    bar, status = MinutesBar(), SaveStatus()
    bar.set_minutes(180, 240)
    bar.setFixedWidth(160)
    status.saved()
    return _row(bar, status, spacing=20)


def _fields() -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(14)
    combo = ComboBox()
    combo.addItems(["Rasmus Elkjær", "Lone Dahl"])
    deadline = DateEdit()
    deadline.setText("2. juni 2025")
    case = Field("Sagsnummer", LineEdit("2025-93"))
    case.show_error("Skriv årstal og seks cifre.")
    grid.addWidget(Field("Titel", LineEdit("Kapacitet på krisecentre")), 0, 0)
    grid.addWidget(Field("Ansvarlig", combo), 0, 1)
    top = Qt.AlignmentFlag.AlignTop
    grid.addWidget(Field("Frist", deadline, optional=True), 1, 0, top)
    grid.addWidget(case, 1, 1, top)
    return grid


def _ticks() -> QHBoxLayout:
    pdf, word = CheckBox("Tilgængelig PDF"), CheckBox("Word")
    aaben, fuld = RadioButton("Åben udgave"), RadioButton("Fuld udgave")
    pdf.setChecked(True)
    aaben.setChecked(True)
    return _row(pdf, word, aaben, fuld, spacing=20)


def _notices_column() -> QVBoxLayout:
    box = DecisionBox()
    box.body.addWidget(WrapLabel("Godkendt. Sagen sendes til KKR Nordjylland.", Role.DECISION))
    host = QWidget()
    host.setFixedHeight(theme().px(80))
    toast = Toast(host)
    toast.show_message("Punkt 7 er slettet.", "Fortryd")
    error_host = QWidget()
    error_host.setFixedHeight(theme().px(80))
    error = Toast(error_host)
    error.show_message("Filen blev ikke gemt. Drevet svarer ikke.", "Prøv igen", error=True)
    return _column(
        SectionLabel("Kvittering"), host, error_host, SectionLabel("Besked i siden"),
        Banner("To punkter mangler indhold. Du kan udsende alligevel.", link="Vis dem"),
        Banner("Punktet er lukket og udelades af den åbne udgave.", Tone.HEATHER, "lock"),
        12, SectionLabel("Beslutning"), box, 12, SectionLabel("Tom liste"),
        EmptyState(
            "list-checks", "Ingen åbne opfølgninger",
            "Opgaver fra møderne vises her med ansvarlig og frist.", "Ny opfølgning",
        ),
    )  # fmt: skip


def build() -> tuple[QWidget, Button]:
    """The whole sheet and the button that is to have the focus."""
    page = QWidget()
    page.setProperty("surface", "surface")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(44, 36, 44, 36)
    outer.setSpacing(24)
    outer.addLayout(_row(SeatsMark(30), Label("Komponenter", Role.PAGE_TITLE), spacing=12))
    stepper = Stepper("Mødets tilstand")
    stepper.set_steps(
        [
            Step("draft", "Kladde", "12 punkter"),
            Step("sent", "Dagsorden udsendt", "30. april"),
            Step("held", "Afholdt", "8. maj"),
            Step("hearing", "Referat i høring", "til 26. maj"),
            Step("approved", "Godkendt", "19. juni"),
        ],
        "sent",
    )
    outer.addWidget(stepper)
    columns = QHBoxLayout()
    columns.setSpacing(44)
    controls, focused = _controls_column()
    for layout, stretch in ((_type_column(), 39), (controls, 47), (_notices_column(), 41)):
        columns.addLayout(layout, stretch)
    outer.addLayout(columns)
    return page, focused


def main(folder: Path) -> None:
    """Draw the sheet four times into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setStyle("Fusion")
    load_fonts()
    FocusRing.install(app)
    look = Theme(app, Appearance.LIGHT)
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        for size in (100, 130):
            look.set_appearance(appearance)
            look.set_text_size(size)
            scale = size / 100
            page, focused = build()
            page.resize(round(1440 * (1 + (scale - 1) * 0.6)), round(1120 * scale))
            page.show()
            focused.setFocus(Qt.FocusReason.TabFocusReason)
            app.processEvents()
            page.grab().save(str(folder / f"components-{appearance}-{size}.png"))
            page.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
