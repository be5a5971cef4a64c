"""The monthly round as it is done in the window: files dropped, then the mayor's page, the packs,
and what last month's bulletin said."""

import shutil
from pathlib import Path

from importing import save_profiles
from looking import (
    GIVEN,
    algorithm_dialog,
    child,
    dialog,
    drawn,
    pause,
    play,
    screenshot,
    seen,
    table,
    wait,
)
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMenu, QMessageBox, QWidget
from qgis.utils import iface, plugins

from oltp_plugin.gui.dropped_files import DroppedFiles


def steps():
    yield from wait(lambda: "oltp_plugin" in plugins)
    iface.mainWindow().setGeometry(2, 22, 1362, 744)  # an ordinary municipal screen
    save_profiles()
    dock = child(QWidget, "oltpDock")
    yield from wait(dock.isVisible)
    dock.panel.recentAsked.emit(Path(GIVEN["observatory"]))
    workbench = plugins["oltp_plugin"]._workbench
    yield from wait(lambda: workbench._current.path is not None)
    yield from wait(lambda: workbench._manager is not None)
    yield from drawn()
    seen["menu"] = papers_menu()
    for month in GIVEN["months"]:
        yield from files(month)
        for name, more in month["papers"].items():
            yield from paper(name, more)
        shutil.copy(GIVEN["observatory"], month["copy"])


def files(month: dict):
    """Drops the month's files, takes them in, and withdraws what is no longer delivered."""
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(name) for name in month["files"]])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    drop = QDropEvent(QPointF(40, 40), copy, dropped, buttons, keys)
    dock = child(QWidget, "oltpDock")
    # Qt hands a drop on only where a drag has come in by the screen: straight to who waits for it.
    assert dock.findChild(DroppedFiles).eventFilter(dock, drop)
    yield from wait(lambda: dialog("ImportRound") is not None)
    shown = dialog("ImportRound")
    yield from wait(lambda: len(shown.round.files) == len(month["files"]))
    yield from wait(lambda: not shown.round.busy)
    month["recognised"] = table(shown.filesTable)
    QTest.keyClick(shown, Qt.Key.Key_Return)  # the default button
    yield from wait(lambda: not shown.round.busy)
    yield from pause()
    for row, file in enumerate(shown.round.files):
        if file.may_withdraw:
            shown.filesTable.setCurrentCell(row, 0)
            QTimer.singleShot(600, answer)
            shown.withdrawButton.click()
            yield from wait(lambda file=file: "withdrawn" in file.settled)
    yield from wait(lambda: not shown.round.busy)
    yield from pause()
    screenshot(f"60-round-{month['name']}")
    seen[month["name"]] = {
        "recognised": month["recognised"],
        "states": [file.state for file in shown.round.files],
        "settled": sorted(each for file in shown.round.files for each in file.settled),
    }
    shown.closeButton.click()
    yield from wait(lambda: dialog("ImportRound") is None)


def answer() -> None:
    """The question's default button."""
    box = QgsApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        box.defaultButton().click()
    else:
        QTimer.singleShot(200, answer)


def papers_menu() -> list[str]:
    menu = child(QMenu, "oltpPapers")
    menu.aboutToShow.emit()
    return [action.objectName() for action in menu.actions()]


def paper(name: str, more: dict):
    """Makes one document from its entry in the menu."""
    algorithm = name.partition(" ")[0]
    menu = child(QMenu, "oltpPapers")
    menu.aboutToShow.emit()
    next(each for each in menu.actions() if each.objectName() == algorithm).trigger()
    yield from wait(lambda: algorithm_dialog() is not None)
    opened = algorithm_dialog()
    opened.setParameters({"OBSERVATORY": GIVEN["observatory"], **more})
    yield from pause(0.3)
    opened.runButton().click()
    yield from wait(lambda: opened.wasExecuted() or opened.results())
    yield from pause(0.3)
    screenshot(f"61-{name.replace(' ', '-')}")
    opened.close()
    yield from wait(lambda: algorithm_dialog() is None)


play(steps())
