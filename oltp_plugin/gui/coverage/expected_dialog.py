"""The small dialog that asks when a partner's deliveries are expected."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
)

from oltp_plugin.gui.agreement_form import rhythm_label
from oltp_plugin.observatory.agreements import RHYTHMS
from oltp_plugin.translation import tr


class ExpectedDialog(QDialog):
    """Shows what is known of a partner; ``parameters`` are ``oltp:expectdeliveries``'."""

    def __init__(self, name: str, rhythm: str | None, day: int | None, parent=None):
        super().__init__(parent)
        self.setObjectName("ExpectedDeliveries")
        self.setWindowTitle(tr("Deliveries of {partner}").format(partner=name))
        self._rhythm, self._day = QComboBox(), QSpinBox()
        for code in RHYTHMS:
            self._rhythm.addItem(rhythm_label(code), code)
        self._rhythm.setCurrentIndex(RHYTHMS.index(rhythm or "monthly"))
        self._day.setRange(0, 31)
        self._day.setSpecialValueText(tr("the first"))
        self._day.setValue(day or 0)
        words = QLabel(tr("What has not come by its day is shown as late, then as missing."))
        words.setWordWrap(True)
        form = QFormLayout()
        form.addRow(tr("&Rhythm"), self._rhythm)
        form.addRow(tr("&Due by this day of the following month"), self._day)
        buttons = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(box)

    def parameters(self) -> dict:
        values = {"RHYTHM": self._rhythm.currentIndex()}
        return {**values, "DELIVERY_DAY": self._day.value()} if self._day.value() else values
