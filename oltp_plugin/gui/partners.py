"""The partners' window: for each its agreement, its last deliveries and what is held of it."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsMessageBar
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QListWidgetItem

from oltp_plugin.errors import OltpError
from oltp_plugin.gui import checked, messages
from oltp_plugin.gui.agreement_form import AgreementForm, read_lists
from oltp_plugin.gui.background import Background
from oltp_plugin.gui.partner_words import page_html
from oltp_plugin.gui.plain import tip
from oltp_plugin.observatory import agreement_document, partner_page
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import language, tr

_FORM, _ = uic.loadUiType(str(FORMS / "partners.ui"))
_CODE = Qt.ItemDataRole.UserRole


class Partners(QDialog, _FORM):
    """A list of partners beside the chosen one's page."""

    changed = pyqtSignal()  # an agreement was recorded
    sheetAsked = pyqtSignal(str)  # noqa: N815 - Qt name; the partner's code

    messageBar: QgsMessageBar  # noqa: N815 - the form's names

    def __init__(self, path: Path, partner: str = "", parent=None):
        super().__init__(parent)
        self.setupUi(self)
        self._path = path
        self._page: partner_page.PartnerPage | None = None
        self._reading = Background(self._say, self)
        self.messageBar.hide()
        self.splitter.setSizes([230, 670])
        self.partnersList.currentItemChanged.connect(lambda *_items: self._show_page())
        self.partnersList.itemActivated.connect(lambda _item: self.change())
        self.partnerFilter.textChanged.connect(self._filter)
        self.newButton.clicked.connect(self.add)
        self.editButton.clicked.connect(self.change)
        self.exportButton.clicked.connect(self._ask_export)
        self.sheetButton.clicked.connect(lambda: self.sheetAsked.emit(self._code()))
        self.buttonBox.rejected.connect(self.reject)
        close = self.buttonBox.button(QDialogButtonBox.StandardButton.Close)
        close.setText(tr("Close"))
        self.refresh(partner)

    def refresh(self, partner: str = "") -> None:
        """Read the partners again and show ``partner``, else the first."""
        try:
            listed = partner_page.partners(self._path)
        except OltpError as error:
            self._say(error)
            listed = []
        blocked = self.partnersList.blockSignals(True)
        self.partnersList.clear()
        for code, name in listed:
            item = QListWidgetItem(name, self.partnersList)
            item.setData(_CODE, code)
            item.setToolTip(tip(code))
            if code == partner:
                self.partnersList.setCurrentItem(item)
        if self.partnersList.currentRow() < 0 and listed:
            self.partnersList.setCurrentRow(0)
        self.partnersList.blockSignals(blocked)
        self._filter(self.partnerFilter.text())
        self._show_page()

    def add(self) -> None:
        """A new agreement, of the partner that is shown if there is one."""
        self._open_form(None)

    def change(self) -> None:
        """The agreement that counts; where there is none, a new one."""
        if self._page is not None:
            self._open_form(self._page.agreement)

    def _open_form(self, agreement) -> None:
        try:
            lists = read_lists(self._path, language())
        except OltpError as error:
            self._say(error)
            return
        form = AgreementForm(lists, agreement, self._code(), self)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.recorded.connect(self._recorded)
        form.open()

    def _recorded(self, partner: str) -> None:
        self.refresh(partner)
        self.changed.emit()

    def _code(self) -> str:
        """Of the partner that is chosen; empty where none is."""
        item = self.partnersList.currentItem()
        return item.data(_CODE) if item is not None else ""

    def _show_page(self) -> None:
        """Counting what is held of a partner takes a while, so the page follows its name."""
        path, code = self._path, self._code()
        self._page = None
        self.pageBrowser.clear()
        if code:
            title = tr("Reading {name}").format(name=path.name)
            self._reading.run(title, lambda: partner_page.page(path, code), self._show_read)
        else:
            self._reading.forget()
            self.pageBrowser.setPlainText(
                tr("No partner yet. Record an agreement, or import a partner's file.")
            )
        self._follow_page()

    def _show_read(self, page: partner_page.PartnerPage) -> None:
        self._page = page
        self.pageBrowser.setHtml(page_html(page))
        self._follow_page()

    def _follow_page(self) -> None:
        known = self._page is not None and self._page.agreement is not None
        if not self._reading.busy:  # the button's words stay while the next page is read
            self.editButton.setText(tr("&Change the agreement…") if known else tr("&Record one…"))
        for button in (self.editButton, self.sheetButton):
            button.setEnabled(self._page is not None)
        self.exportButton.setEnabled(known)

    def _filter(self, text: str) -> None:
        wanted = checked.folded(text.strip())
        for row in range(self.partnersList.count()):
            item = self.partnersList.item(row)
            words = checked.folded(f"{item.text()} {item.data(_CODE)}")
            item.setHidden(wanted not in words)

    def _ask_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export the agreement"), tr("agreement.json"), tr("Agreement (*.json)")
        )
        if name:
            self.export(Path(name))

    def export(self, file: Path) -> None:
        """Write the agreement that counts as JSON."""
        try:
            text = agreement_document.to_json(self._page.agreement)
            file.write_text(text, encoding="utf-8")
        except OSError:
            self._say(tr("{name} cannot be written.").format(name=file.name))

    def _say(self, error) -> None:
        self.messageBar.show()
        messages.show_error(self.messageBar, error)
