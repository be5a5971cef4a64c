"""Step *Check*: what the import would do, or what it did; refused rows with their reason."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from qgis.PyQt import uic
from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from oltp_plugin.gui.day_edits import mind_typed_days
from oltp_plugin.gui.import_dialog.columns_step import titles
from oltp_plugin.local_format import number
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import reject_sentence, tr

_FORM, _ = uic.loadUiType(str(FORMS / "import_check.ui"))
_COMPLETE, _ADDITIONS = range(2)  # as oltp:importincidents' KIND
_SHOWN = 2000  # refused rows in the table; all of them are counted and saved


class CheckStep(QWidget, _FORM):
    """Shows the outputs of ``oltp:importincidents``; runs nothing by itself."""

    againAsked = pyqtSignal()  # noqa: N815 - Qt's way of naming signals
    mapAsked = pyqtSignal()  # noqa: N815
    rejectsAsked = pyqtSignal()  # noqa: N815
    undoAsked = pyqtSignal()  # noqa: N815
    withdrawAsked = pyqtSignal()  # noqa: N815
    factsAsked = pyqtSignal()  # noqa: N815
    moveAsked = pyqtSignal()  # noqa: N815 - the partner's file
    deleteAsked = pyqtSignal()  # noqa: N815
    changed = pyqtSignal()  # the delivery is described otherwise

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        mind_typed_days(self)
        self.kindCombo.addItem(tr("complete for its period"), _COMPLETE)
        self.kindCombo.addItem(tr("additions only"), _ADDITIONS)
        header = self.rejectsTable.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self._figures = {name: self._add_count(*words) for name, words in _titles().items()}
        today = QDate.currentDate()
        self.firstDay.setDate(QDate(today.year(), today.month(), 1).addMonths(-1))
        self.lastDay.setDate(QDate(today.year(), today.month(), 1).addDays(-1))
        self.periodCheck.toggled.connect(self._follow_period)
        self.periodCheck.toggled.connect(self.changed)
        self.kindCombo.currentIndexChanged.connect(self.changed)
        self.firstDay.dateChanged.connect(self.changed)
        self.lastDay.dateChanged.connect(self.changed)
        self.againButton.clicked.connect(self.againAsked)
        self.mapButton.clicked.connect(self.mapAsked)
        self.saveRejectsButton.clicked.connect(self.rejectsAsked)
        self.undoButton.clicked.connect(self.undoAsked)
        self.withdrawButton.clicked.connect(self.withdrawAsked)
        self.factsButton.clicked.connect(self.factsAsked)
        menu = QMenu(self.sourceButton)
        menu.addAction(tr("&Move the file…"), self.moveAsked.emit)
        menu.addAction(tr("&Delete the file…"), self.deleteAsked.emit)
        self.sourceButton.setMenu(menu)
        self.setFocusProxy(self.kindCombo)
        self._follow_period(False)
        font = self.verdictLabel.font()
        font.setBold(True)
        self.verdictLabel.setFont(font)
        self.clear()

    def show_profile(self, profile: dict) -> None:
        """The delivery's kind as the ``profile`` (its JSON document) says."""
        kind = (profile.get("delivery") or {}).get("kind")
        blocked = self.kindCombo.blockSignals(True)
        self.kindCombo.setCurrentIndex(_COMPLETE if kind == "complete" else _ADDITIONS)
        self.kindCombo.blockSignals(blocked)

    def kind(self) -> str:
        return "complete" if self.kindCombo.currentData() == _COMPLETE else "additions"

    def parameters(self) -> dict:
        """The delivery as ``oltp:importincidents`` takes it."""
        values = {"KIND": self.kindCombo.currentData()}
        if self.periodCheck.isChecked():
            values["PERIOD_FROM"] = self.firstDay.date().toString(Qt.DateFormat.ISODate)
            values["PERIOD_TO"] = self.lastDay.date().toString(Qt.DateFormat.ISODate)
        return values

    def clear(self, verdict: str = "") -> None:
        """Nothing is known yet; ``verdict`` says why."""
        self.verdictLabel.setText(verdict)
        for figure in self._figures.values():
            figure.setText("–")
        self.notesLabel.clear()
        self._show_rejects([])
        self._show_done(False, False)

    def show_checked(self, counts: dict, rejects: list[dict], notes: list[str]) -> None:
        """The dry run's outputs."""
        coming = counts["INSERTED"] + counts["UPDATED"] + counts["WITHDRAWN"]
        if coming:
            verdict = tr("Ready: nothing has been written yet. Import writes it.")
        elif counts["UNCHANGED"]:
            verdict = tr("All of this is in the observatory already: nothing would change.")
        else:
            verdict = tr("No row can come in: see below why, and correct the steps before.")
        self._show(verdict, counts, rejects, notes)
        self._show_done(False, bool(rejects))

    def show_imported(self, counts: dict, rejects: list[dict], notes: list[str]) -> None:
        """The import's outputs, with what can be done now."""
        verdict = tr("Imported as batch {batch}.").format(batch=counts["BATCH"])
        self._show(verdict, counts, rejects, notes)
        self._show_done(True, bool(rejects))
        self.withdrawButton.setVisible(counts["WITHDRAWN"] > 0)
        self.factsButton.setVisible(counts["SAME_FACT"] > 0)

    def show_act(self, verdict: str, button: QPushButton) -> None:
        """Something more was done with the import; ``button`` is of no more use."""
        self.verdictLabel.setText(verdict)
        button.hide()

    def show_put_away(self, verdict: str, gone: bool) -> None:
        """The file was moved or, ``gone``, deleted."""
        self.verdictLabel.setText(verdict)
        if gone:
            self.sourceButton.hide()
            self.withdrawButton.hide()

    def show_undone(self, removed: int, restored: int) -> None:
        self.clear(
            tr("The import is undone: {removed} rows removed, {restored} restored.").format(
                removed=number(removed), restored=number(restored)
            )
        )

    def _show(self, verdict: str, counts: dict, rejects: list[dict], notes: list[str]) -> None:
        self.verdictLabel.setText(verdict)
        for name, figure in self._figures.items():
            figure.setText(number(counts[name]))
        self.notesLabel.setText("\n".join(notes))
        self.notesLabel.setVisible(bool(notes))
        self._show_rejects(rejects)

    def _show_rejects(self, rejects: list[dict]) -> None:
        self.rejectsLabel.setText(_reasons(rejects))
        self.rejectsLabel.setVisible(bool(rejects))
        table = self.rejectsTable
        table.setVisible(bool(rejects))
        table.setSortingEnabled(False)
        shown, names = rejects[:_SHOWN], titles()
        table.setRowCount(len(shown))
        for row, reject in enumerate(shown):
            number = QTableWidgetItem()
            number.setData(Qt.ItemDataRole.DisplayRole, int(reject["row"]))
            table.setItem(row, 0, number)
            table.setItem(row, 1, QTableWidgetItem(names.get(reject["field"], "")))
            table.setItem(row, 2, QTableWidgetItem(reject_sentence(reject["code"])))
        table.setSortingEnabled(True)

    def _show_done(self, imported: bool, refused: bool) -> None:
        self.mapButton.setVisible(imported)
        self.undoButton.setVisible(imported)
        self.sourceButton.setVisible(imported)
        self.withdrawButton.hide()
        self.factsButton.hide()
        self.saveRejectsButton.setVisible(refused)
        for place in range(self.deliveryLayout.count()):
            widget = self.deliveryLayout.itemAt(place).widget()
            if widget is not None:
                widget.setVisible(not imported)

    def _follow_period(self, given: bool) -> None:
        for widget in (self.firstDay, self.untilLabel, self.lastDay):
            widget.setEnabled(given)

    def _add_count(self, title: str, tip: str = "") -> QLabel:
        """One figure over its title; returns the figure."""
        figure, words = QLabel("–"), QLabel(title)
        for label in (figure, words):
            label.setToolTip(tip)
        font = figure.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.5)
        figure.setFont(font)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(figure)
        column.addWidget(words)
        self.countsLayout.addLayout(column)
        return figure


def read_rejects(path: Path) -> list[dict]:
    """The rows of the algorithm's REJECTS file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _titles() -> dict[str, tuple[str, ...]]:
    """The algorithm's outputs that are shown, in their order: each with its title and a tip."""
    return {
        "READ": (tr("rows read"),),
        "INSERTED": (tr("new"),),
        "UPDATED": (tr("updated"),),
        "UNCHANGED": (tr("unchanged"),),
        "REJECTED": (tr("refused"),),
        "UNLOCATED": (
            tr("without a point"),
            tr(
                "No coordinates and no address that the town has, or a sensitive category, which is"
                " kept by area only."
            ),
        ),
        "EARLIER": (
            tr("from earlier days"),
            tr("New rows of days that the partner's deliveries reach already."),
        ),
        "SAME_FACT": (
            tr("close to others'"),
            tr("New rows close in place, time and category to another partner's report."),
        ),
        "WITHDRAWN": (
            tr("no longer delivered"),
            tr("Records of the period that this delivery lacks: proposed as withdrawn."),
        ),
    }


def _reasons(rejects: list[dict]) -> str:
    by_code = Counter(reject["code"] for reject in rejects)
    reasons = [
        tr("{n} × {reason}").format(n=number(n), reason=reject_sentence(code))
        for code, n in by_code.most_common()
    ]
    return tr("Refused: {reasons}.").format(reasons=" · ".join(reasons))
