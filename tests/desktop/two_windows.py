"""Runs inside two QGIS Desktops at once (``qgis --code``) on one observatory.

``OLTP_DESKTOP`` says which of the two this is (``role``), the record that both look at
(``record``), and the folder through which they tell each other how far they are (``signals``).
"""

import contextlib
import time
from pathlib import Path

import numpy as np
from entering import count
from following import opened
from looking import GIVEN, child, dialog, drawn, pause, play, screenshot, seen, wait
from qgis.PyQt.QtCore import QDate, Qt, QTime, QTimer
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QWidget
from qgis.utils import iface, plugins

OBSERVATORY, SIGNALS = Path(GIVEN["observatory"]), Path(GIVEN["signals"])


def tell(word: str) -> None:
    (SIGNALS / word).touch()


def hear(word: str):
    yield from wait((SIGNALS / word).exists)


def window():
    """An ordinary screen with the observatory open."""
    yield from wait(lambda: "oltp_plugin" in plugins)
    iface.mainWindow().setGeometry(2, 22, 1362, 744)
    dock = child(QWidget, "oltpDock")
    yield from wait(dock.isVisible)
    yield from opened()
    yield from wait(child(QLabel, "recordsLabel").text)
    yield from drawn()


def the_record():
    """The form of the record that both correct."""
    plugins["oltp_plugin"]._workbench._incidents._open_record(GIVEN["record"])
    yield from wait(lambda: dialog("IncidentForm") is not None)
    shown = dialog("IncidentForm")
    yield from wait(lambda: shown._base is not None)


def changes():
    """One corrects the record and enters another, then keeps the file busy."""
    yield from window()
    yield from hear("looking")
    yield from the_record()
    shown = dialog("IncidentForm")
    shown.severitySpin.setValue(3)
    yield from saved(shown)
    plugins["oltp_plugin"]._workbench.new_incident()
    yield from wait(lambda: dialog("IncidentForm") is not None)
    shown = dialog("IncidentForm")
    shown.partnerCombo.setCurrentIndex(1)
    QTest.keyClicks(shown.categoryEdit, GIVEN["category"])
    shown.fromDate.setDate(QDate(2024, 3, 31))
    shown.fromTime.setTime(QTime(14, 5))
    QTest.keyClicks(shown.addressEdit, "12 rue pasteur")
    QTest.keyClick(shown.addressEdit, Qt.Key.Key_Return)
    yield from saved(shown)
    tell("changed")
    yield from hear("refused")

    from oltp_plugin.observatory import connection

    with contextlib.ExitStack() as stack:
        stack.enter_context(connection._locked(OBSERVATORY))
        tell("busy")
        yield from hear("told")


def saved(shown):
    shown.save()
    yield from wait(lambda: dialog("IncidentForm") is None)


def watches():
    """The other has typed over the record meanwhile, and looks at its map all the time."""
    yield from window()
    before = count()
    looking = Looking()
    yield from the_record()
    shown = dialog("IncidentForm")
    shown.severitySpin.setValue(9)
    tell("looking")
    yield from hear("changed")
    yield from wait(lambda: child(QLabel, "recordsLabel").text() == str(before + 1))
    yield from wait(lambda: count() == before + 1)
    yield from drawn()
    shown.save()
    yield from wait(lambda: shown.messageBar.currentItem() is not None)
    seen["refused"] = shown.messageBar.currentItem().text()
    yield from pause()
    screenshot("90-changed-meanwhile")
    (theirs,) = [
        each for each in shown.messageBar.currentItem().findChildren(QPushButton) if each.text()
    ]
    QTest.mouseClick(theirs, Qt.MouseButton.LeftButton)
    yield from wait(lambda: shown.severitySpin.value() == 3)
    shown.severitySpin.setValue(5)
    tell("refused")
    yield from hear("busy")
    seen["waited"] = []
    while not seen["waited"] or (min(seen["waited"]) > 5 and len(seen["waited"]) < 3):
        yield from wait(lambda: shown.messageBar.currentItem() is None)
        begun = time.monotonic()
        shown.save()
        yield from wait(lambda: shown.messageBar.currentItem() is not None)
        seen["waited"].append(time.monotonic() - begun)
        seen["busy"] = shown.messageBar.currentItem().text()
        yield from pause()
        screenshot("91-busy")
        shown.messageBar.clearWidgets()
    tell("told")
    looking.end()
    yield from pause()
    yield from saved(shown)  # nobody is in the way any longer


class Looking:
    """Counts the pixels in the incidents' colour on QGIS's map, again and again."""

    def __init__(self):
        seen["pixels"] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(30)

    def end(self) -> None:
        self._timer.stop()

    def _look(self) -> None:
        image = iface.mapCanvas().viewport().grab().toImage()
        image = image.convertToFormat(QImage.Format.Format_RGBA8888)
        bits = image.constBits()
        bits.setsize(image.sizeInBytes())
        red, green, blue, _ = np.frombuffer(bits, np.uint8).reshape(-1, 4).astype(int).T
        seen["pixels"].append(int(np.sum((red > 190) & (green < 120) & (blue < 60))))


play({"changes": changes, "watches": watches}[GIVEN["role"]]())
