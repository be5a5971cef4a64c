"""The dock: which observatory is open, and what each partner has reported."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem
from qgis.gui import QgsDockWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QDate, QLocale, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHeaderView,
    QListWidgetItem,
    QStyledItemDelegate,
    QTableWidgetItem,
    QWidget,
)

from oltp_plugin.gui.icons import icon
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_FORM, _ = uic.loadUiType(str(FORMS / "observatory_panel.ui"))
_PATH = Qt.ItemDataRole.UserRole
_NAME, _RECORDS, _LOCATED, _FIRST, _LAST = range(5)


class ObservatoryDock(QgsDockWidget):
    """A QGIS dock around the panel; the layer manager will grow here."""

    def __init__(self, parent=None):
        super().__init__(tr("Observatory"), parent)
        self.setObjectName("oltpDock")
        self.panel = ObservatoryPanel()
        self.setWidget(self.panel)


class ObservatoryPanel(QWidget, _FORM):
    """Shows what it is given and says what the user asks for; does nothing by itself."""

    newAsked = pyqtSignal()  # noqa: N815 - Qt's way of naming signals
    openAsked = pyqtSignal()  # noqa: N815
    recentAsked = pyqtSignal(object)  # noqa: N815 - a Path
    importAsked = pyqtSignal()  # noqa: N815
    partnerAsked = pyqtSignal(str)  # noqa: N815 - a code, or nothing for all
    refreshAsked = pyqtSignal()  # noqa: N815

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        for label in (self.welcomeLabel, self.nameLabel):
            font = label.font()
            font.setBold(True)
            font.setPointSizeF(font.pointSizeF() * 1.2)
            label.setFont(font)
        self.refreshButton.setIcon(QgsApplication.getThemeIcon("/mActionRefresh.svg"))
        for button, alias in (
            (self.newButton, "new_observatory"),
            (self.newOtherButton, "new_observatory"),
            (self.openButton, "open_observatory"),
            (self.openOtherButton, "open_observatory"),
            (self.importButton, "import_incidents"),
        ):
            button.setIcon(icon(alias))
        self._prepare_table()
        self._connect()
        self.show_nothing([])

    def sizeHint(self):  # noqa: N802 - Qt name
        """Wide enough for the whole table; it may be made narrower, and then scrolls."""
        return QSize(370, 560)

    def _prepare_table(self) -> None:
        table = self.partnersTable
        table.setItemDelegateForColumn(_LOCATED, _ShareDelegate(self))
        for column in (_FIRST, _LAST):
            table.setItemDelegateForColumn(column, _MonthDelegate(self))
        table.sortByColumn(_RECORDS, Qt.SortOrder.DescendingOrder)
        header = table.horizontalHeader()
        header.setMinimumSectionSize(48)
        font = header.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        header.setFont(font)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMaximumSectionSize(124)

    def _connect(self) -> None:
        self.newButton.clicked.connect(self.newAsked)
        self.newOtherButton.clicked.connect(self.newAsked)
        self.openButton.clicked.connect(self.openAsked)
        self.openOtherButton.clicked.connect(self.openAsked)
        self.importButton.clicked.connect(self.importAsked)
        self.refreshButton.clicked.connect(self.refreshAsked)
        self.partnersButton.clicked.connect(lambda: self.partnerAsked.emit(""))
        self.partnersTable.itemActivated.connect(self._ask_partner)
        self.recentList.itemActivated.connect(
            lambda item: self.recentAsked.emit(Path(item.data(_PATH)))
        )

    def _ask_partner(self, item: QTableWidgetItem) -> None:
        """The partner of the row, by its code, which is the name's tip."""
        self.partnerAsked.emit(self.partnersTable.item(item.row(), _NAME).toolTip())

    def show_nothing(self, recent: list[Path]) -> None:
        """The page that says how to begin, with the ``recent`` observatories."""
        self.recentList.clear()
        for path in recent:
            item = QListWidgetItem(path.stem, self.recentList)
            item.setData(_PATH, str(path))
            item.setToolTip(str(path))
        self.recentLabel.setVisible(bool(recent))
        self.recentList.setVisible(bool(recent))
        row = self.recentList.sizeHintForRow(0) + 2
        self.recentList.setMaximumHeight(max(1, len(recent)) * row + 6)
        self.pages.setCurrentWidget(self.emptyPage)
        self.set_busy(False)

    def show_observatory(self, path: Path, info, summary) -> None:
        """The figures of one observatory: ``info`` from opening, ``summary`` from SQL."""
        self.nameLabel.setText(path.stem)
        self.nameLabel.setToolTip(str(path))
        self.recordsLabel.setText(QLocale().toString(summary.total))
        self.locatedLabel.setText(_located_words(summary.located, summary.total))
        self.datesLabel.setText(_dates_words(summary.first, summary.last))
        crs = QgsCoordinateReferenceSystem.fromEpsgId(info.epsg)
        self.crsLabel.setText(crs.description())
        self.crsLabel.setToolTip(crs.authid())
        self.adviceLabel.setText(_advice(summary))
        self.adviceLabel.setVisible(bool(self.adviceLabel.text()))
        self._fill_table(summary.partners)
        self.pages.setCurrentWidget(self.observatoryPage)
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """A thin moving line while the file is read; buttons wait."""
        self.busyBar.setVisible(busy)
        for button in (self.refreshButton, self.openButton, self.newButton):
            button.setEnabled(not busy)

    def _fill_table(self, partners) -> None:
        table = self.partnersTable
        table.setVisible(bool(partners))
        table.setSortingEnabled(False)  # else rows move while they are filled
        table.setRowCount(len(partners))
        for row, partner in enumerate(partners):
            share = partner.located / partner.n if partner.n else None
            located = tr("{located} of {n} have a point on the map").format(
                located=QLocale().toString(partner.located), n=QLocale().toString(partner.n)
            )
            table.setItem(row, _NAME, _cell(partner.name or partner.code, partner.code))
            table.setItem(row, _RECORDS, _cell(partner.n))
            table.setItem(row, _LOCATED, _cell(share, located))
            table.setItem(row, _FIRST, _cell(_date(partner.first), _day(partner.first)))
            table.setItem(row, _LAST, _cell(_date(partner.last), _day(partner.last)))
        table.setSortingEnabled(True)


class _ShareDelegate(QStyledItemDelegate):
    """A share from 0 to 1 as a percentage; sorting still sees the number."""

    def displayText(self, value, locale):  # noqa: N802 - Qt name
        return "" if value is None else _percent(value)


class _MonthDelegate(QStyledItemDelegate):
    """A day as its month, for want of room; the cell's tip has the day."""

    def displayText(self, value, locale):  # noqa: N802 - Qt name
        return "" if value is None else value.toString("MM/yyyy")


def _cell(value, tip: str = "") -> QTableWidgetItem:
    """A cell that sorts by ``value`` itself: text, number, date, or None."""
    cell = QTableWidgetItem()
    cell.setData(Qt.ItemDataRole.DisplayRole, value)
    cell.setToolTip(tip)
    if not isinstance(value, str):
        cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return cell


def _date(text: str | None) -> QDate | None:
    """The day of an ISO text."""
    return QDate.fromString(text[:10], Qt.DateFormat.ISODate) if text else None


def _percent(share: float) -> str:
    """Rounded down, so that 100 % means all of them."""
    return tr("{share} %").format(share=int(share * 100))


def _located_words(located: int, total: int) -> str:
    if not total:
        return "–"
    return tr("{percent} ({located})").format(
        percent=_percent(located / total), located=QLocale().toString(located)
    )


def _dates_words(first: str | None, last: str | None) -> str:
    if not first or not last:
        return "–"
    return tr("{first} to {last}").format(first=_day(first), last=_day(last))


def _day(text: str | None) -> str:
    """The day of an ISO text as this country writes it."""
    return QLocale().toString(_date(text), QLocale.FormatType.ShortFormat) if text else ""


def _advice(summary) -> str:
    """What to do next; nothing when the figures speak for themselves."""
    if not summary.total:
        return tr("No incident yet. Import a partner’s file to begin.")
    if summary.located < 0.85 * summary.total:
        return tr("Under 85 % have a point: maps show only part of what was reported.")
    return ""
