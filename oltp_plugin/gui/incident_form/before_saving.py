"""What the analyst should see before an incident is saved: what is unusual, and what is alike."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from oltp_plugin.gui.plain import show_plainly
from oltp_plugin.layers.incident_form import choices
from oltp_plugin.layers.moments import moment_words
from oltp_plugin.local_format import number
from oltp_plugin.translation import language, sentence, tr

from .words import remark_words


class BeforeSaving(QDialog):
    """Warnings, and this record side by side with stored ones; ``answered(fids to link)``."""

    answered = pyqtSignal(object)

    def __init__(self, entry, unusual, reports, refusals, lists, parent=None):
        super().__init__(parent)
        self.setObjectName("BeforeSaving")
        self.setWindowTitle(tr("Before saving"))
        self._reports, self._catalogue = reports, lists.catalogue
        layout = QVBoxLayout(self)
        for remark in unusual:
            layout.addWidget(_line(f"\u25b2 {remark_words(remark)}"))
        self.table = QTableWidget(1 + len(reports), len(_titles()))
        if reports:
            layout.addWidget(
                _line(
                    tr(
                        "These stored records are close to this one in place, time and category. "
                        "Tick those that tell of the same fact: they are linked, and all stay as "
                        "they are."
                    )
                )
            )
            self._fill(entry)
            layout.addWidget(self.table)
        for refusal in refusals if reports else ():
            layout.addWidget(_line(sentence(refusal)))
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Save | buttons.Cancel)
        self.buttons.button(buttons.Cancel).setText(tr("&Back to the form"))
        self.buttons.accepted.connect(self._answer)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self.resize(860 if reports else 480, self.sizeHint().height())
        self.table.itemChanged.connect(lambda _item: self._follow())
        self._follow()
        if reports:
            self.table.setCurrentCell(1, 0)
            self.table.setFocus()

    def linked(self) -> list[int]:
        """The fids of the ticked reports."""
        return [
            each.fid
            for row, each in enumerate(self._reports, start=1)
            if self.table.item(row, 0).checkState() == Qt.CheckState.Checked
        ]

    def _answer(self) -> None:
        chosen = self.linked()
        self.accept()
        self.answered.emit(chosen)

    def _follow(self) -> None:
        button = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        if self._reports and self.linked():
            button.setText(tr("&Save and link"))
        elif self._reports:
            button.setText(tr("&Save without a link"))
        else:
            button.setText(tr("&Save all the same"))

    def _fill(self, entry) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(_titles())
        table.setAccessibleName(tr("Records that are alike"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        blocked = table.blockSignals(True)
        times = (entry.occurred_from, entry.occurred_to)
        own = (entry.partner, entry.category, *times, entry.status, "", "")
        self._row(0, tr("This one"), own, bold=True)
        for row, each in enumerate(self._reports, start=1):
            apart = (number(round(each.metres)), number(round(each.minutes)))
            cells = (
                each.partner,
                each.category,
                each.occurred_from,
                each.occurred_to,
                each.status,
                *apart,
            )
            self._row(row, tr("Same fact"), cells)
            item = table.item(row, 0)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        table.blockSignals(blocked)
        header = table.horizontalHeader()
        header.resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        height = table.verticalHeader().defaultSectionSize()
        table.setMinimumHeight(height * (2 + min(len(self._reports) + 1, 6)))

    def _row(self, row: int, first: str, cells: tuple, bold: bool = False) -> None:
        partner, category, start, end, status, metres, minutes = cells
        when = moment_words(start) + (f" \u2013 {moment_words(end)}" if end else "")
        words = (
            first,
            self._catalogue.partner(partner),
            self._catalogue.category(category, language()),
            when,
            choices()["status"].get(status, status),
            metres,
            minutes,
        )
        for column, text in enumerate(words):
            cell = QTableWidgetItem(text)
            if bold:
                font = cell.font()
                font.setBold(True)
                cell.setFont(font)
            self.table.setItem(row, column, cell)


def _line(text: str) -> QLabel:
    label = QLabel(text)
    show_plainly(label)
    label.setWordWrap(True)
    return label


def _titles() -> list[str]:
    return [
        tr("Link"),
        tr("Partner"),
        tr("What happened"),
        tr("Occurred"),
        tr("Status"),
        tr("Metres"),
        tr("Minutes"),
    ]
