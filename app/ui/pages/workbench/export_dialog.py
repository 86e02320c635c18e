"""Eksportér: which paper, which editions, what to know beforehand, and where to.

Public: ``ExportDialog(context, fields, product, edition, parent)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.i18n import _, listed, ngettext, sentence, sort_key
from app.labels import label
from app.models.visibility import Edition
from app.paths import LONGEST_NAME, clean_name
from app.services.queries.meetings import MeetingFields
from app.ui.context import AppContext
from app.ui.dialogs.base import Dialog
from app.ui.folders import choose_folder, show_folder, usual_folder
from app.ui.pages.workbench.export_work import Export, Forecast, Written, forecast, write_papers
from app.ui.theme import theme
from app.ui.tokens import Role, Tone
from app.ui.widgets import (
    Banner,
    Button,
    CheckBox,
    ElidedLabel,
    Field,
    Label,
    LineEdit,
    RadioButton,
    WrapLabel,
)
from app.ui.widgets.layouts import STRETCH, clear_layout, column, row

if TYPE_CHECKING:
    from app.reports.data import Product


_LAST = "export_folder"


class ExportDialog(Dialog):
    """Writes one or both editions as PDF."""

    def __init__(
        self,
        context: AppContext,
        fields: MeetingFields,
        product: Product,
        edition: Edition,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Export"), parent)
        self.setMinimumWidth(theme().px(560))
        self._context, self._meeting_id = context, fields.id
        self._forecast: Forecast | None = None
        self._is_writing = False
        self.folder = usual_folder(context.settings, _LAST)
        self.products = {
            "agenda": RadioButton(_("Agenda")),
            "minutes": RadioButton(_("Minutes")),
        }
        self.editions = {one: CheckBox(label(one)) for one in Edition}
        self.name = LineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self._lay_out()
        self.products[product].setChecked(True)
        self.products[product].setFocus()
        self.editions[edition].setChecked(True)
        self._connect()
        self._ask_forecast()

    @property
    def product(self) -> Product:
        """The paper that is chosen."""
        return "agenda" if self.products["agenda"].isChecked() else "minutes"

    @property
    def chosen_editions(self) -> list[Edition]:
        """The editions that are ticked."""
        return [one for one, box in self.editions.items() if box.isChecked()]

    def accept(self) -> None:
        """Write the files off the GUI thread; the dialog stays until they lie there.

        It can be closed meanwhile, but not stop the writing, so what became of it is always said.
        """
        if self._forecast is None or not self.chosen_editions:
            return
        self._show_writing(True)
        papers = [self._forecast.papers[one] for one in self.chosen_editions]
        wanted = [Export(*pair) for pair in zip(papers, self._targets(), strict=True)]
        self._context.jobs.in_process(
            write_papers, wanted, self._context.database.attachments.folder,
            owner=self._context.messages,
            then=partial(self._written, self.product, self.folder), failed=self._not_written,
        )  # fmt: skip

    def _show_writing(self, is_writing: bool) -> None:
        self._is_writing = is_writing
        self.export.setText(_("Exporting …") if is_writing else _("Export"))
        self.leave.setText(_("Close") if is_writing else _("Cancel"))
        self._fit_export()

    def _fit_export(self) -> None:
        is_ready = self._forecast is not None and bool(self.chosen_editions)
        self.export.setEnabled(is_ready and not self._is_writing)

    def _lay_out(self) -> None:
        self.body.addLayout(
            row(
                _group(_("Paper"), *self.products.values()),
                _group(_("Edition"), *self.editions.values()),
                STRETCH,
                spacing=48,
            )
        )
        self._notices = column(spacing=8)
        self.body.addLayout(self._notices)
        self._name_field = Field(_("File name"), self.name)
        self.body.addWidget(self._name_field)
        self._place = ElidedLabel("", Role.BASE, "text2")
        self.choose = Button(_("Choose folder …"), "folder-open")
        place = row(self._place, self.choose)
        place.setStretch(0, 1)
        self.body.addLayout(place)
        self.leave = self.add_close_button(_("Cancel"))
        self.export = self.add_accept_button(_("Export"))
        self.export.setEnabled(False)
        self._show_folder()

    def _connect(self) -> None:
        for radio in self.products.values():
            radio.clicked.connect(self._ask_forecast)
        for box in self.editions.values():
            box.clicked.connect(self._show_forecast)
        self.choose.clicked.connect(self._choose_folder)
        self.name.editingFinished.connect(self._show_forecast)

    def _ask_forecast(self) -> None:
        self._forecast = None
        self._fit_export()
        self._context.jobs.in_thread(
            forecast, self._context.database, self._meeting_id, self.product,
            owner=self, then=self._arrived, failed=self._failed, key="forecast",
        )  # fmt: skip

    def _arrived(self, found: Forecast) -> None:
        """A name of the user's own stays."""
        self._forecast = found
        if not (self.name.isModified() and self.name.text().strip()):
            self.name.setText(found.name)
        self._show_forecast()

    def _show_forecast(self) -> None:
        """What is left out, what lacks an answer, what cannot be printed."""
        clear_layout(self._notices)
        found = self._forecast
        if found is None:
            return
        if Edition.OPEN in self.chosen_editions and (words := _left_out(found)):
            self._notices.addWidget(Banner(words, Tone.HEATHER, "lock"))
        if self.product == "minutes" and found.unanswered:
            self._notices.addWidget(Banner(_unanswered(found.unanswered)))
        if replaced := [one for one in self._targets() if one.exists()]:
            self._notices.addWidget(Banner(_replaced(replaced)))
        for words in _glyphs(found):
            self._notices.addWidget(Banner(words))
        if found.files_listed.intersection(self.chosen_editions):
            words = _("The attachments are on the list, but not in the file.")
            self._notices.addWidget(WrapLabel(words, Role.META, "text2"))
        self.fit_height()
        self._fit_export()
        self.export.setToolTip("" if self.chosen_editions else _("Choose at least one edition."))

    def _targets(self) -> list[Path]:
        """The files that will be written, one for each chosen edition."""
        return [self.folder / self._file_name(one) for one in self.chosen_editions]

    def _file_name(self, edition: Edition) -> str:
        """The name in the field with the edition's own words at the end."""
        stem = clean_name(self.name.text().strip().removesuffix(".pdf")) or _("Paper")
        return f"{stem} {label(edition).lower()}.pdf"

    def _choose_folder(self) -> None:
        if chosen := choose_folder(self, _("Choose folder"), self.folder):
            self.folder = chosen
            self._show_folder()
            self._show_forecast()

    def _show_folder(self) -> None:
        self._place.setText(str(self.folder))

    def _written(self, product: Product, folder: Path, written: Written) -> None:
        context = self._context
        context.settings.remember_last(_LAST, str(folder))
        context.settings.save()
        words = _receipt(product, written)
        context.messages.say(words, _("Open the folder"), lambda: show_folder(folder))
        if shiboken6.isValid(self):
            super().accept()

    def _not_written(self, error: BaseException) -> None:
        if shiboken6.isValid(self):
            self._show_writing(False)
            self._failed(error)
        elif isinstance(error, AppError):
            self._context.messages.show_error(error)
        else:
            raise error

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self._name_field.show_error(sentence(error))


def _group(title: str, *choices: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(column(Label(title, Role.LABEL, "text2"), *choices, spacing=4))
    return made


def _left_out(found: Forecast) -> str:
    items, files = found.closed_items, found.closed_attachments
    passages = found.confidential_passages
    counted = (
        (items, ngettext("{count} closed item", "{count} closed items", items)),
        (files, ngettext("{count} closed attachment", "{count} closed attachments", files)),
        (
            passages,
            ngettext("{count} confidential passage", "{count} confidential passages", passages),
        ),
    )
    parts = [words.format(count=count) for count, words in counted if count]
    return _("The open edition leaves out {what}.").format(what=listed(parts)) if parts else ""


def _unanswered(numbers: tuple[str, ...]) -> str:
    words = ngettext(
        "Item {numbers} has no decision yet.", "Items {numbers} have no decision yet.", len(numbers)
    )
    return words.format(numbers=listed(sorted(numbers, key=sort_key)))


def _glyphs(found: Forecast) -> list[str]:
    """The first few; a text full of signs would fill the screen."""
    return [glyph.sentence for glyph in found.glyphs[:3]]


def _replaced(files: Sequence[Path]) -> str:
    if len(files) > 1:
        return _("Both files are there already and will be replaced.")
    return _("“{name}” is there already and will be replaced.").format(name=files[0].name)


def _receipt(product: Product, written: Written) -> str:
    if len(written.names) > 1:
        return _("{count} files are saved in “{folder}”.").format(
            count=len(written.names), folder=written.folder
        )
    words = (
        _("The agenda is saved as “{name}”.")
        if product == "agenda"
        else _("The minutes are saved as “{name}”.")
    )
    return words.format(name=written.names[0])
