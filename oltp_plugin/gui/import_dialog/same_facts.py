"""Pairs of reports that may describe one fact, for the analyst to accept or not."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from oltp_plugin.gui.background import Background
from oltp_plugin.layers.moments import moment_words
from oltp_plugin.local_format import number
from oltp_plugin.translation import language, tr

_SHOWN = 500  # pairs; the closest
_CATEGORIES, _WIDEST = (1, 4), 210  # columns, pixels


class SameFactsDialog(QDialog):
    """Shows the proposed pairs of a delivery, all ticked; ``pairs()`` are those that stay so."""

    def __init__(self, observatory: Path, batch: int, parent=None):
        super().__init__(parent)
        self.setObjectName("SameFacts")
        self.setWindowTitle(tr("Reports of the same fact"))
        self.resize(1000, 420)
        self._proposed: list = []
        self._table = QTableWidget(0, len(_titles()))
        self._table.setHorizontalHeaderLabels(_titles())
        self._table.setAccessibleName(tr("Proposed pairs"))
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.setAlternatingRowColors(True)
        self._table.setTabKeyNavigation(False)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.itemChanged.connect(lambda _item: self._follow())
        self._words = QLabel(tr("Looking for pairs…"))
        self._words.setWordWrap(True)
        buttons = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self._buttons.button(buttons.Cancel).setText(tr("Cancel"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words)
        layout.addWidget(self._table)
        layout.addWidget(self._buttons)
        self._background = Background(self._show_failure, self)
        words = language()

        def look():
            from oltp_plugin.intake import linking  # libraries that take a moment

            return linking.proposed(observatory, batch, words)

        self._background.run(tr("Looking for pairs…"), look, self._show)
        self._follow()

    def pairs(self) -> list[str]:
        """The ticked pairs, as ``oltp:linkfacts`` takes them."""
        return [
            pair.key
            for row, pair in enumerate(self._proposed)
            if self._table.item(row, 0).checkState() == Qt.CheckState.Checked
        ]

    def done(self, result):
        self._background.forget()
        super().done(result)

    def _show(self, proposed: list) -> None:
        self._proposed = proposed[:_SHOWN]
        self._words.setText(
            tr(
                "These reports of two partners are close in place, time and category. Ticked pairs "
                "are linked as one fact; both reports stay as they are."
            )
            if proposed
            else tr("No pair is left: what is close has been linked, or its delivery changed.")
        )
        table = self._table
        blocked = table.blockSignals(True)
        table.setRowCount(len(self._proposed))
        for row, pair in enumerate(self._proposed):
            cells = (
                moment_words(pair.own_occurred),
                pair.own_category,
                pair.partner,
                moment_words(pair.occurred),
                pair.category,
                number(pair.metres),
                number(pair.minutes),
            )
            for column, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                if column == 0:
                    cell.setFlags(cell.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    cell.setCheckState(Qt.CheckState.Checked)
                table.setItem(row, column, cell)
        table.blockSignals(blocked)
        table.horizontalHeader().resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        for column in _CATEGORIES:
            table.setColumnWidth(column, min(_WIDEST, table.columnWidth(column)))
        table.setFocus()
        self._follow()

    def _show_failure(self, error: Exception) -> None:
        from oltp_plugin.errors import OltpError
        from oltp_plugin.translation import sentence

        known = isinstance(error, OltpError)
        self._words.setText(sentence(error) if known else tr("The pairs cannot be read."))

    def _follow(self) -> None:
        button = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        n = len(self.pairs())
        button.setText(tr("&Link {n} pairs").format(n=number(n)))
        button.setEnabled(n > 0)


def ask_to_withdraw(n: int, parent) -> bool:
    """Whether the ``n`` records that a complete delivery no longer has are to be withdrawn."""
    question = tr(
        "The partner's delivery is complete for its period and no longer has {n} records that an "
        "earlier one had.\n\nWithdrawn records are kept with their history, and no longer counted. "
        "Undo takes it back."
    ).format(n=number(n))
    box = QMessageBox(QMessageBox.Icon.Question, tr("Withdraw records"), question, parent=parent)
    withdraw = box.addButton(tr("&Withdraw"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(withdraw)
    box.exec()
    return box.clickedButton() is withdraw


def _titles() -> list[str]:
    return [
        tr("Occurred"),
        tr("What happened"),
        tr("Partner"),
        tr("Occurred"),
        tr("What happened"),
        tr("Metres"),
        tr("Minutes"),
    ]
