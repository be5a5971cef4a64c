"""The coverage panel: who delivered what for which month, who is late, what changed since."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.gui import QgsDockWidget, QgsMessageBar
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QSizePolicy, QWidget

from oltp_plugin.gui import messages
from oltp_plugin.gui.algorithm_run import AlgorithmRun
from oltp_plugin.gui.background import Background
from oltp_plugin.gui.coverage.matrix import Matrix, cell_words
from oltp_plugin.gui.import_dialog.delivery import Delivery
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_FORM, _ = uic.loadUiType(str(FORMS / "coverage_panel.ui"))
_LENGTHS = (12, 24, 36)
_NAMED = 4  # partners in one sentence


@dataclass(frozen=True)
class Read:
    """What the panel shows: months in coverage.py's order, changes by partner, partners' names."""

    months: list
    changes: dict
    names: dict[str, str]


class CoverageDock(QgsDockWidget):
    """A QGIS dock around the panel."""

    changed = pyqtSignal()  # a nil return was recorded or taken back

    def __init__(self, parent=None):
        super().__init__(tr("Coverage by partner and month"), parent)
        self.setObjectName("oltpCoverageDock")
        self.panel = CoveragePanel()
        self.panel.changed.connect(self.changed)
        self.setWidget(self.panel)

    def show_observatory(self, path: Path | None) -> None:
        self.panel.show_observatory(path)

    def discard(self) -> None:
        self.panel.discard()


class CoveragePanel(QWidget, _FORM):
    """Reads the matrix in the background; a nil return is ``oltp:nilreturn``."""

    changed = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        self._bar = QgsMessageBar()
        self._bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.coverageLayout.insertWidget(0, self._bar)
        self._path: Path | None = None
        self._delivery: Delivery | None = None
        self._recorded = 0  # the nil return that can be taken back
        self._expecting: AlgorithmRun | None = None
        self._background = Background(self._show_failure, self)
        self._matrix = Matrix(self.matrixTable)
        for n in _LENGTHS:
            self.monthsCombo.addItem(tr("the last {n}").format(n=n), n)
        self.monthsCombo.currentIndexChanged.connect(lambda _index: self._read())
        self.matrixTable.currentCellChanged.connect(lambda *_cells: self._show_cell())
        self.recordNilButton.clicked.connect(self._record_nil)
        self.undoNilButton.clicked.connect(self._undo_nil)
        self.expectedButton.clicked.connect(self._ask_expected)
        self._show_cell()

    def show_observatory(self, path: Path | None) -> None:
        """Read anew; None: none is open."""
        if path != self._path:
            self._recorded = 0
            self._set_delivery(path)
        self._path = path
        self._read()

    def discard(self) -> None:
        """The panel goes."""
        self._background.forget()
        self._set_delivery(None)

    def _set_delivery(self, path: Path | None) -> None:
        if self._delivery is not None:
            self._delivery.discard()
        self._delivery = None if path is None else Delivery(path, self)
        if self._delivery is not None:
            self._delivery.nilRecorded.connect(self._take_nil)
            self._delivery.undone.connect(self._take_undone)
            self._delivery.failed.connect(self._show_failure)
            self._delivery.ended.connect(self._show_cell)

    def _read(self) -> None:
        path = self._path
        if path is None:
            self._show(Read([], {}, {}))
            return
        today = QDate.currentDate()
        month = QDate(today.year(), today.month(), 1)
        first = month.addMonths(-self.monthsCombo.currentData())
        days = (_iso(first), _iso(month.addDays(-1)), _iso(month.addMonths(-1)))
        self._background.run(
            tr("Reading {name}").format(name=path.name), lambda: _read(path, *days), self._show
        )

    def _show(self, read: Read) -> None:
        self._matrix.show(read.months, read.changes, read.names)
        self.verdictLabel.setText(_verdict(read))
        self.verdictLabel.setToolTip(self.verdictLabel.text())
        self._show_cell()

    def _show_cell(self) -> None:
        """Say what the current cell is, and offer a nil return where a month is missing."""
        month = self._matrix.current()
        self.cellLabel.setText(cell_words(month, self._matrix.name(month)) if month else "")
        busy = self._delivery is None or self._delivery.busy
        missing = month is not None and month.state == "missing"
        self.recordNilButton.setVisible(missing)
        self.recordNilButton.setEnabled(not busy)
        self.undoNilButton.setVisible(self._recorded > 0 and not missing)
        self.undoNilButton.setEnabled(not busy)
        self.expectedButton.setVisible(month is not None)

    def _ask_expected(self) -> None:
        """When the current partner's deliveries are expected."""
        from oltp_plugin.gui.coverage.expected_dialog import ExpectedDialog
        from oltp_plugin.observatory.expected import expected

        month = self._matrix.current()
        name = self._matrix.name(month)
        dialog = ExpectedDialog(name, *expected(self._path, month.partner), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.expect(month.partner, dialog.parameters())
        dialog.deleteLater()

    def expect(self, partner: str, values: dict) -> None:
        """Run ``oltp:expectdeliveries``."""
        asked = {"OBSERVATORY": str(self._path), "PARTNER": partner, **values}
        run = self._expecting = AlgorithmRun("oltp:expectdeliveries", asked)
        run.succeeded.connect(lambda _outputs: self._read())
        run.failed.connect(self._show_failure)
        run.start()

    def _record_nil(self) -> None:
        month = self._matrix.current()
        first = QDate.fromString(f"{month.month}-01", Qt.DateFormat.ISODate)
        last = first.addMonths(1).addDays(-1)
        self._delivery.record_nil(month.partner, _iso(first), _iso(last))

    def _undo_nil(self) -> None:
        self._delivery.undo(self._recorded)

    def _take_nil(self, batch: int) -> None:
        self._recorded = batch
        text = tr("The nil return is recorded as batch {batch}.").format(batch=batch)
        messages.show_done(self._bar, text)
        self._read()
        self.changed.emit()

    def _take_undone(self, _removed: int, _restored: int) -> None:
        self._recorded = 0
        self._read()
        self.changed.emit()

    def _show_failure(self, error) -> None:
        messages.show_error(self._bar, error)


def _read(path: Path, first: str, last: str, since: str) -> Read:
    """Away from the main thread. ``since``: the first day of last month."""
    from oltp_plugin.observatory import changes, coverage
    from oltp_plugin.observatory.connection import reading

    with reading(path) as connection:
        names = dict(connection.execute("SELECT code, name FROM partner"))
    # Nothing was expected of anyone before the observatory's own beginning.
    begun = coverage.coverage(path, last_day=last) or coverage.coverage(path, first, last)
    months = [each for each in begun if each.month >= first[:7]]
    return Read(months, changes.changes(path, since), names)


def _verdict(read: Read) -> str:
    """Who is late, who is missing months, who declared nothing last month: one line."""

    def named(which) -> str:
        codes = dict.fromkeys(each.partner for each in read.months if which(each))
        names = [read.names.get(code, code) for code in codes]
        if len(names) > _NAMED + 1:  # one more takes the room of saying so
            names[_NAMED:] = [tr("{n} more").format(n=len(names) - _NAMED)]
        return ", ".join(names)

    last = max((each.month for each in read.months), default="")
    parts = [
        (tr("Late: {partners}."), named(lambda each: each.late)),
        (
            tr("Months missing: {partners}."),
            named(lambda each: each.state == "missing" and not each.late),
        ),
        (
            tr("Nothing to report last month: {partners}."),
            named(lambda each: each.state == "nil" and each.month == last),
        ),
    ]
    said = [text.format(partners=partners) for text, partners in parts if partners]
    if not said and read.months:
        said = [tr("Every delivery that was expected is there.")]
    return " ".join(said)


def _iso(day: QDate) -> str:
    return day.toString(Qt.DateFormat.ISODate)
