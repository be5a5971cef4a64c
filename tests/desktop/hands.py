"""Using widgets as a user does, and keeping account of which of them were used."""

from pathlib import Path

from looking import algorithm_dialog, wait
from qgis.core import QgsApplication
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QPoint, QRect, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAction,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QTableWidget,
    QTreeWidget,
    QWidget,
)

LEFT = Qt.MouseButton.LeftButton
_CONTROLS = (
    QAbstractButton, QComboBox, QDateTimeEdit, QLineEdit, QListWidget, QTableWidget, QTreeWidget,
    QgsCollapsibleGroupBox,
)  # fmt: skip
_PARTS = ("qt_", "collapseButton", "searchLineEdit")  # of a control that Qt or QGIS made


def controls(panel: QWidget, drawn: tuple[str, ...] = ()) -> set[str]:
    """The names of all that can be used in ``panel``; ``drawn``: those that are drawn by hand."""
    names = {each.objectName() for kind in _CONTROLS for each in panel.findChildren(kind)}
    names |= {name for name in drawn if panel.findChild(QWidget, name) is not None}
    return {name for name in names if name and not name.startswith(_PARTS)}


class Hands:
    """Uses the widgets of ``panel`` by their names; ``used``: the names, and texts in menus."""

    def __init__(self, panel: QWidget):
        self.panel = panel
        self.used: set[str] = set()

    def take(self, name: str):
        """The widget of that name, which counts as used."""
        self.used.add(name)
        found = self.panel.findChild(QWidget, name)
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        button = self.take(name)
        assert button.isEnabled(), name
        QTest.mouseClick(button, LEFT)

    def choose(self, name: str, row: int) -> None:
        """A row of a combo box, by its arrow keys."""
        combo = self.take(name)
        combo.setFocus()
        key = Qt.Key.Key_Down if row > combo.currentIndex() else Qt.Key.Key_Up
        for _ in range(abs(row - combo.currentIndex())):
            QTest.keyClick(combo, key)
        assert combo.currentIndex() == row, name

    def type(self, name: str, text: str) -> None:
        line = self.take(name)
        line.clear()
        line.insert(text)  # QTest has no key for a letter with an accent

    def tick(self, name: str, row: int) -> None:
        """A row of a combo box with boxes, ticked or not any more."""
        self.take(name).toggleItemCheckState(row)

    def fold(self, name: str) -> None:
        """Fold or unfold a group, by the arrow beside its title."""
        arrow = self.take(name).findChild(QAbstractButton, "collapseButton")
        QTest.mouseClick(arrow, LEFT)

    def click_box(self, tree: QTreeWidget, item) -> None:
        """The box before an item's text, which must have one."""
        tree.scrollToItem(item)
        place = tree.visualItemRect(item)
        style = tree.style()
        wide = style.pixelMetric(style.PixelMetric.PM_IndicatorWidth)
        spot = QPoint(place.left() + wide // 2 + 4, place.center().y())
        QTest.mouseClick(tree.viewport(), LEFT, pos=spot)

    def click_cell(self, view, place: QRect) -> None:
        QTest.mouseClick(view.viewport(), LEFT, pos=place.center())

    def entries(self, name: str) -> list[QAction]:
        """What a button's menu has now, also in its submenus."""
        menu = self.take(name).menu()
        menu.aboutToShow.emit()
        found = []
        for action in menu.actions():
            inner = action.menu()
            if inner is not None:
                inner.aboutToShow.emit()
            found += inner.actions() if inner is not None else [action]
        return [action for action in found if not action.isSeparator()]

    def window_of(self, act):
        """Do what opens a window, which may hold up whoever opened it; returns the window."""
        before = set(map(id, shown_windows()))
        QTimer.singleShot(0, act)
        yield from wait(lambda: any(id(each) not in before for each in shown_windows()))
        return next(each for each in shown_windows() if id(each) not in before)

    def look_at(self, act):
        """Open a window and close it again; returns its name."""
        window = yield from self.window_of(act)
        name = window.objectName() or type(window).__name__
        yield from close(window)
        return name

    def name_file(self, act, file: Path, kind: str = ""):
        """Do what asks for a file, and name ``file``; ``kind``: a part of its kind's words."""
        dialog = yield from self.window_of(act)
        assert isinstance(dialog, QFileDialog), dialog
        for each in dialog.nameFilters():
            if kind and kind in each:
                dialog.selectNameFilter(each)
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(file))
        box = dialog.findChild(QDialogButtonBox)
        accepts = box.ButtonRole.AcceptRole
        next(each for each in box.buttons() if box.buttonRole(each) == accepts).click()
        yield  # whoever asked goes on once this turn is over
        yield from wait(lambda: dialog not in shown_windows())


def shown_windows() -> list[QWidget]:
    """The dialogs that are on the screen."""
    return [
        widget
        for widget in QgsApplication.topLevelWidgets()
        if widget.isVisible() and (isinstance(widget, QDialog) or widget is algorithm_dialog())
    ]


def close(window: QWidget):
    window.reject() if isinstance(window, QDialog) else window.close()
    yield from wait(lambda: window not in shown_windows())
