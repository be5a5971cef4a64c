"""The small dialog for a partner who had nothing to report."""

from __future__ import annotations

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
)

from oltp_plugin.gui.day_edits import mind_typed_days
from oltp_plugin.translation import tr


class NilReturnDialog(QDialog):
    """Asks for the partner and the period, last month at first."""

    def __init__(self, partners: list[tuple[str, str]], partner: str, parent=None):
        super().__init__(parent)
        self.setObjectName("NilReturn")
        self.setWindowTitle(tr("Nothing to report"))
        self._partner = QComboBox()
        self._partner.setEditable(True)
        for code, name in partners:
            self._partner.addItem(f"{code} – {name}", code)
        self._partner.setCurrentIndex(self._partner.findData(partner))
        if self._partner.currentIndex() < 0:
            self._partner.setEditText(partner)
        today = QDate.currentDate()
        month = QDate(today.year(), today.month(), 1)
        self._first, self._last = QDateEdit(month.addMonths(-1)), QDateEdit(month.addDays(-1))
        for edit in (self._first, self._last):
            edit.setCalendarPopup(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Record"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._partner.editTextChanged.connect(self._follow)
        self._follow()

    def partner(self) -> str:
        """The code, chosen or typed."""
        place = self._partner.findText(self._partner.currentText())
        return self._partner.itemData(place) if place >= 0 else self._partner.currentText().strip()

    def period(self) -> tuple[str, str]:
        """ISO days, both included."""
        days = (self._first.date(), self._last.date())
        return tuple(day.toString(Qt.DateFormat.ISODate) for day in days)

    def _lay_out(self) -> None:
        words = QLabel(
            tr("The partner declares that nothing happened: the period counts as delivered.")
        )
        words.setWordWrap(True)
        form = QFormLayout()
        form.addRow(tr("&Partner"), self._partner)
        form.addRow(tr("&First day covered"), self._first)
        form.addRow(tr("&Last day covered"), self._last)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(self._buttons)
        mind_typed_days(self)

    def _follow(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.partner()))
