"""The window that makes what a partner without software fills in: a workbook, and its paper."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.gui import QgsFileWidget, QgsMessageBar
from qgis.PyQt.QtCore import QDate, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
)

from oltp_plugin.gui import messages
from oltp_plugin.gui.algorithm_run import AlgorithmRun
from oltp_plugin.gui.day_edits import mind_typed_days
from oltp_plugin.gui.label_keys import lead_inside
from oltp_plugin.gui.plain import show_plainly
from oltp_plugin.gui.typed_path import is_being_typed, no_folder, path_in, when_typed
from oltp_plugin.translation import tr

_IN_NO_FILE_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')  # of Windows
_SHEET, _PAPER = ".xlsx", ".pdf"


class PartnerSheetForm(QDialog):
    """Runs ``oltp:partnersheet`` for one partner after the other, into one folder."""

    def __init__(self, path: Path, partners: list[tuple[str, str]], partner: str = "", parent=None):
        super().__init__(parent)
        self.setObjectName("PartnerSheetForm")
        self.setWindowTitle(tr("What a partner fills in"))
        self._path = path
        self._run: AlgorithmRun | None = None
        self.messageBar = QgsMessageBar()
        self.messageBar.hide()
        self.partnerCombo = QComboBox()
        for code, name in partners:
            self.partnerCombo.addItem(name, code)
        self.partnerCombo.setCurrentIndex(max(0, self.partnerCombo.findData(partner)))
        today = QDate.currentDate()
        month = QDate(today.year(), today.month(), 1)
        self.firstEdit = QDateEdit(month)
        self.lastEdit = QDateEdit(month.addMonths(1).addDays(-1))
        for edit in (self.firstEdit, self.lastEdit):
            edit.setDisplayFormat("dd/MM/yyyy")
            edit.setCalendarPopup(True)
        self.firstEdit.dateChanged.connect(self._follow_month)
        self.folderWidget = QgsFileWidget()
        self.folderWidget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folderWidget.setDialogTitle(self.windowTitle())
        self.folderWidget.setFilePath(str(path.parent))
        self.folderWidget.fileChanged.connect(lambda _path: self._take_folder())
        when_typed(self.folderWidget, self._refuse_folder)
        self.paperBox = QCheckBox(tr("On &paper too (PDF)"))
        self.paperBox.setChecked(True)
        self.outcomeLabel = QLabel()
        self.outcomeLabel.setWordWrap(True)
        self.outcomeLabel.hide()
        show_plainly(self.outcomeLabel)
        self._lay_out()
        self._follow()

    def make(self) -> None:
        """Write the files beside the window; none that is there already is written over."""
        name = self._free_name()
        parameters = {
            "OBSERVATORY": str(self._path),
            "PARTNER": self.partnerCombo.currentData(),
            "PERIOD_FROM": self.firstEdit.date().toString(Qt.DateFormat.ISODate),
            "PERIOD_TO": self.lastEdit.date().toString(Qt.DateFormat.ISODate),
            "OUTPUT": f"{name}{_SHEET}",
        }
        if self.paperBox.isChecked():
            parameters["PAPER"] = f"{name}{_PAPER}"
        self._run = AlgorithmRun("oltp:partnersheet", parameters)
        self._run.succeeded.connect(self._made)
        self._run.failed.connect(self._failed)
        self._follow()
        self._run.start()

    def _made(self, outputs: dict) -> None:
        self._run = None
        self.messageBar.clearWidgets()
        files = [Path(outputs[name]).name for name in ("OUTPUT", "PAPER") if outputs.get(name)]
        words = tr("Written: {files}. What comes back is read by the profile “{profile}”.")
        self.outcomeLabel.setText(words.format(files=", ".join(files), profile=outputs["PROFILE"]))
        self.outcomeLabel.show()
        self.resize(self.width(), self.layout().totalHeightForWidth(self.width()))
        self._follow()

    def _failed(self, error) -> None:
        self._run = None
        self.outcomeLabel.hide()
        self.messageBar.clearWidgets()
        messages.show_error(self.messageBar, error)
        self._follow()

    def _free_name(self) -> str:
        """Path without suffix: the partner's name and the month or the days, not taken yet."""
        first, last = self.firstEdit.date(), self.lastEdit.date()
        days = f"{first.toString('yyyy-MM-dd')} {last.toString('yyyy-MM-dd')}"
        if first.day() == 1 and last == first.addMonths(1).addDays(-1):
            days = first.toString("yyyy-MM")
        partner = " ".join(_IN_NO_FILE_NAME.sub(" ", self.partnerCombo.currentText()).split())
        whole = (path_in(self.folderWidget) or Path()) / f"{partner.strip(' .')} {days}".strip()
        name, number = str(whole), 1
        while any(Path(f"{name}{suffix}").exists() for suffix in (_SHEET, _PAPER)):
            number += 1
            name = f"{whole} ({number})"
        return name

    def _follow_month(self, first: QDate) -> None:
        """From a first of the month, to its last day."""
        if first.day() == 1:
            self.lastEdit.setDate(first.addMonths(1).addDays(-1))

    def _take_folder(self) -> None:
        self.messageBar.clearWidgets()
        if not is_being_typed(self.folderWidget):
            self._refuse_folder()
        self._follow()

    def _refuse_folder(self) -> None:
        obstacle = no_folder(path_in(self.folderWidget))
        if obstacle:
            self.messageBar.clearWidgets()
            messages.show_error(self.messageBar, obstacle)

    def _follow(self) -> None:
        can = self.partnerCombo.count() > 0 and not no_folder(path_in(self.folderWidget))
        self._make_button.setEnabled(can and self._run is None)
        self._open_button.setEnabled(can)

    def _lay_out(self) -> None:
        words = QLabel(
            tr(
                "A workbook whose lists follow the partner's agreement, with no column for a name "
                "or free text and a box for “nothing to report”. What comes back is imported like "
                "any other file."
            )
        )
        words.setWordWrap(True)
        form = QFormLayout()
        form.addRow(tr("Pa&rtner"), self.partnerCombo)
        form.addRow(tr("&First day covered"), self.firstEdit)
        form.addRow(tr("&Last day covered"), self.lastEdit)
        form.addRow(tr("F&older"), self.folderWidget)
        form.addRow("", self.paperBox)
        buttons = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(buttons.Ok | buttons.Close)
        self._make_button = box.button(buttons.Ok)
        self._make_button.setText(tr("&Make the sheet"))
        box.button(buttons.Close).setText(tr("Close"))
        self._open_button = box.addButton(
            tr("Open the &folder"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._open_button.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path_in(self.folderWidget))))
        )
        box.accepted.connect(self.make)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.messageBar)
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(self.outcomeLabel)
        layout.addWidget(box)
        lead_inside(self)
        self.resize(560, 0)
        mind_typed_days(self)
