"""The last changes by hand, and taking them back."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from oltp_plugin.gui import messages
from oltp_plugin.gui.algorithm_run import AlgorithmRun
from oltp_plugin.gui.background import Background
from oltp_plugin.layers.moments import moment_words
from oltp_plugin.local_format import number
from oltp_plugin.translation import tr


class UndoActs(QDialog):
    """Lists what was entered or corrected by hand, the newest first; takes back from the top."""

    undone = pyqtSignal()

    def __init__(self, path: Path, parent=None):
        super().__init__(parent)
        self.setObjectName("UndoActs")
        self.setWindowTitle(tr("Undo changes by hand"))
        self.resize(620, 360)
        self._path = path
        self._acts: list = []
        self._run: AlgorithmRun | None = None
        self._background = Background(self._failed, self)
        self.messageBar = QgsMessageBar()
        self.messageBar.hide()
        self.table = _table()
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Close)
        self.buttons.button(buttons.Ok).setText(tr("&Undo"))
        self.buttons.button(buttons.Close).setText(tr("Close"))
        words = QLabel(
            tr(
                "Each line is taken back on its own: new records go, corrected ones get their "
                "earlier values. A record that was changed again since is taken back first there."
            )
        )
        words.setWordWrap(True)
        layout = QVBoxLayout(self)
        for widget in (self.messageBar, words, self.table, self.buttons):
            layout.addWidget(widget)
        self.buttons.accepted.connect(self.undo)
        self.buttons.rejected.connect(self.reject)
        self.table.itemSelectionChanged.connect(self._follow)
        self.look()

    def look(self) -> None:
        """Read the ledger."""
        path = self._path

        def read():
            from oltp_plugin.geos import load_shapely

            load_shapely()
            from oltp_plugin.intake import entering

            return entering.recent_acts(path)

        self._background.run(tr("Reading the lists"), read, self._show)
        self._follow()

    def undo(self) -> None:
        """Take back the current line."""
        row = self.table.currentRow()
        if not 0 <= row < len(self._acts):
            return
        parameters = {"OBSERVATORY": str(self._path), "BATCH": self._acts[row].batch}
        self._run = AlgorithmRun("oltp:undobatch", parameters)
        self._run.succeeded.connect(self._done)
        self._run.failed.connect(self._failed)
        self._run.start()
        self._follow()

    def reject(self) -> None:
        """Close; what is being taken back is waited for."""
        if self._run is None:
            self._background.forget()
            super().reject()

    def _done(self, _outputs: dict) -> None:
        self._run = None
        self.messageBar.clearWidgets()
        self.undone.emit()
        self.look()

    def _failed(self, error) -> None:
        self._run = None
        messages.show_error(self.messageBar, error)
        self._follow()

    def _show(self, acts: list) -> None:
        self._acts = acts
        self.table.setRowCount(len(acts))
        for row, act in enumerate(acts):
            cells = (
                moment_words(act.when),
                _words(act.action),
                act.partner,
                number(act.records),
            )
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))
        for column in (0, 2, 3):
            self.table.resizeColumnToContents(column)
        if acts:
            self.table.setCurrentCell(0, 0)
            self.table.setFocus()
        self._follow()

    def _follow(self) -> None:
        can = bool(self._acts) and self._run is None and self.table.currentRow() >= 0
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(can)


class TakingBack(QObject):
    """Takes ``batches`` of the observatory ``path`` back, the last one first."""

    done = pyqtSignal()
    failed = pyqtSignal(object)  # the sentence of the batch that could not be; the rest stay

    def __init__(self, path: Path, batches: list[int], parent: QObject):
        super().__init__(parent)
        self._path, self._left = path, list(batches)
        self._run: AlgorithmRun | None = None

    def go_on(self, _outputs: dict | None = None) -> None:
        """Take back the next one."""
        if not self._left:
            self.done.emit()
            return
        parameters = {"OBSERVATORY": str(self._path), "BATCH": self._left.pop()}
        self._run = AlgorithmRun("oltp:undobatch", parameters)
        self._run.succeeded.connect(self.go_on)
        self._run.failed.connect(self.failed)
        self._run.start()


def _table() -> QTableWidget:
    table = QTableWidget(0, 4)
    table.setHorizontalHeaderLabels([tr("When"), tr("What was done"), tr("Partner"), tr("Records")])
    table.setAccessibleName(tr("Changes by hand"))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    return table


def _words(action: str) -> str:
    return {
        "enter": tr("Entered by form"),
        "correct": tr("Corrected by form"),
        "correct several": tr("Changed together"),
    }.get(action, action)
