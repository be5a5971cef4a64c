"""The window that shows what is past its retention, and purges it once that is confirmed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.gui import QgsFileWidget, QgsMessageBar
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidgetItem,
)

from oltp_plugin.gui import messages
from oltp_plugin.gui.algorithm_run import AlgorithmRun
from oltp_plugin.gui.background import Background
from oltp_plugin.gui.label_keys import lead_inside
from oltp_plugin.gui.plain import show_plainly, tip
from oltp_plugin.layers.purge_words import advice_words, backup_words, clause, rest_words
from oltp_plugin.local_format import months, number
from oltp_plugin.observatory import purging
from oltp_plugin.observatory.labels import Labels, read_labels
from oltp_plugin.observatory.purging import Plan
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import language, tr

_FORM, _ = uic.loadUiType(str(FORMS / "purge.ui"))
_RECORDS = 4  # the table's last column


class Purge(QDialog, _FORM):
    """Looks in the background when it opens; what it does, ``oltp:purgeexpired`` does."""

    purged = pyqtSignal()

    certificateWidget: QgsFileWidget  # noqa: N815 - the form's names
    messageBar: QgsMessageBar  # noqa: N815

    def __init__(self, path: Path, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        lead_inside(self)
        self._path = path
        self._plan: Plan | None = None
        self._run: AlgorithmRun | None = None
        self._background = Background(self._failed, self)
        self.messageBar.hide()
        show_plainly(self.headLabel, self.restLabel)
        self._purge_button = self.buttonBox.button(QDialogButtonBox.StandardButton.Ok)
        self._purge_button.setText(tr("Purge"))
        self._close_button = self.buttonBox.button(QDialogButtonBox.StandardButton.Close)
        self._close_button.setDefault(True)
        self._prepare()
        self.look()

    def look(self) -> None:
        """Read what would go."""
        self.headLabel.setText(tr("Looking for records past their retention…"))
        self.progressBar.setRange(0, 0)
        self._plan = None
        self._follow()
        self._background.run(
            tr("Looking for records past their retention…"),
            lambda: (purging.plan(self._path), read_labels(self._path, language())),
            lambda answer: self._show(*answer),
        )

    def purge(self) -> None:
        """Do it; the window tells how it ended."""
        self._run = AlgorithmRun(
            "oltp:purgeexpired",
            {
                "OBSERVATORY": str(self._path),
                "DRY_RUN": False,
                "OUTDATED_BACKUPS": self.backupsBox.isChecked(),
                "CERTIFICATE": self.certificateWidget.filePath().strip() or None,
            },
        )
        self._run.progressed.connect(lambda share: self.progressBar.setValue(int(share)))
        self._run.succeeded.connect(self._done)
        self._run.failed.connect(self._ended_badly)
        self._run.cancelled.connect(lambda: self._ended_badly(tr("Stopped: nothing was deleted.")))
        self.progressBar.setRange(0, 100)
        self.messageBar.clearWidgets()
        self._follow()
        self._run.start()

    def reject(self) -> None:
        """Close; while a purge runs, ask it to stop instead."""
        if self._run is not None:
            self._run.cancel()
            return
        self._background.forget()
        super().reject()

    def _prepare(self) -> None:
        header = self.groupsTable.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMaximumSectionSize(210)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        row = self.groupsTable.fontMetrics().height() + 8
        self.groupsTable.verticalHeader().setDefaultSectionSize(row)
        self.certificateWidget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.certificateWidget.setFilter("PDF (*.pdf)")
        self.certificateWidget.setDialogTitle(tr("Certificate"))
        self.confirmBox.toggled.connect(self._follow)
        self.buttonBox.accepted.connect(self.purge)
        self.buttonBox.rejected.connect(self.reject)

    def _new_certificate(self) -> Path:
        """Beside the observatory, under a name that no earlier certificate has."""
        name = tr("purge_{observatory}_{day}").format(
            observatory=self._path.stem, day=date.today().isoformat()
        )
        names = (name, *(f"{name}_{number}" for number in range(2, 1000)))
        files = (self._path.with_name(f"{each}.pdf") for each in names)
        return next(each for each in files if not each.exists())

    def _show(self, plan: Plan, labels: Labels) -> None:
        self._plan = plan
        self.progressBar.setRange(0, 100)
        self.progressBar.setValue(0)
        if plan.n:
            head = tr(
                "{n} records are past the time for which their agreements let them be kept. A "
                "purge deletes them for good; monthly counts of them stay."
            ).format(n=number(plan.n))
        else:
            head = tr("No record has reached the end of its retention.")
        self.headLabel.setText(head)
        self._fill(plan, labels)
        rest = [rest_words(plan)] if plan.has_work else []
        rest += [*backup_words(plan), *advice_words(plan, labels)]
        self.restLabel.setText("\n".join(rest))
        self.restLabel.setVisible(bool(rest))
        outdated = [each for each in plan.backups if each.outdated and not each.goes_with_a_purge]
        self.backupsBox.setVisible(bool(outdated))
        for widget in (
            self.confirmBox,
            self.certificateLabel,
            self.certificateWidget,
        ):
            widget.setVisible(plan.has_work)
        self.certificateWidget.setFilePath(str(self._new_certificate()))
        self.confirmBox.setText(
            tr("&Yes, delete {n} records for good").format(n=number(plan.n))
            if plan.n
            else tr("&Yes, delete what is listed and write the file anew")
        )
        self.confirmBox.setChecked(False)
        self._follow()

    def _fill(self, plan: Plan, labels: Labels) -> None:
        table = self.groupsTable
        table.setRowCount(len(plan.groups))
        table.setVisible(bool(plan.groups))
        for row, group in enumerate(plan.groups):
            first, last = date.fromisoformat(group.first), date.fromisoformat(group.last)
            cells = (
                labels.partner(group.partner),
                labels.category(group.category),
                clause(group.reference, group.months),
                months(first, last),
                number(group.n),
            )
            for column, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                cell.setToolTip(tip(text))
                if column == _RECORDS:
                    cell.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                table.setItem(row, column, cell)

    def _follow(self, *_changed) -> None:
        """What can be done now."""
        busy, looking = self._run is not None, self._plan is None
        for widget in (self.backupsBox, self.certificateWidget, self.confirmBox):
            widget.setEnabled(not busy and not looking)
        self._purge_button.setEnabled(not busy and not looking and self.confirmBox.isChecked())
        self._close_button.setText(tr("Stop") if busy else tr("Close"))
        self.progressBar.setVisible(busy or looking)

    def _done(self, outputs: dict) -> None:
        warnings, self._run = self._run.warnings if self._run else [], None
        text = tr("Purged: {n} records.").format(n=number(outputs["PURGED"]))
        certificate = outputs.get("CERTIFICATE")
        if certificate:
            messages.offer(
                self.messageBar,
                text,
                tr("&Open the certificate"),
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(certificate))),
                messages.SUCCESS,
            )
        else:
            messages.show_done(self.messageBar, text)
        for warning in warnings:
            messages.show_error(self.messageBar, warning)
        self.purged.emit()
        self.look()

    def _ended_badly(self, error) -> None:
        self._run = None
        messages.show_error(self.messageBar, error)
        self._follow()

    def _failed(self, error: Exception) -> None:
        self.progressBar.setRange(0, 100)
        self.headLabel.setText(tr("The records could not be looked through."))
        messages.show_error(self.messageBar, error)
        self.progressBar.hide()
