"""Days in Qt's and QGIS's date widgets: some may be empty, and all are typed as they are meant."""

from __future__ import annotations

import re

from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import QDate, QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QDateEdit, QWidget


def today() -> str:
    """The PC's day, ISO."""
    return QDate.currentDate().toString("yyyy-MM-dd")


def show_day(edit: QgsDateEdit, day: str | None) -> None:
    """Show an ISO day, or none."""
    if day:
        edit.setDate(QDate.fromString(day, Qt.DateFormat.ISODate))
        return
    edit.setNullRepresentation("–")
    edit.clear()  # which shows today, in grey: easily taken for a date that is set
    edit.displayNull()


def day_in(edit: QgsDateEdit) -> str | None:
    """The ISO day that is chosen; None where it is empty."""
    return None if edit.isNull() else edit.date().toString("yyyy-MM-dd")


def mind_typed_days(window: QWidget) -> None:
    """Every date widget of a window holds what is typed."""
    for edit in window.findChildren(QDateEdit):
        TypedDay(edit)


class TypedDay(QObject):
    """Gives a date widget the day that was typed into it.

    Where the day comes first, Qt holds it against the month that is still shown: whoever types
    31 03 2024 in November gets the 30th of March, without a word.
    """

    def __init__(self, edit: QDateEdit):
        super().__init__(edit)
        self._edit, self._digits = edit, ""
        edit.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt name
        if event.type() == QEvent.Type.KeyPress:
            self._take(event.text(), event.key())
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.MouseButtonPress):
            self._digits = ""
        return super().eventFilter(watched, event)

    def _take(self, text: str, key: int) -> None:
        if text.isascii() and text.isdigit():
            self._digits += text
            if len(self._digits) in (4, 8):
                QTimer.singleShot(0, self._settle)  # when Qt has read it in its own way
        elif not (_goes_on(text, key) and len(self._digits) in (2, 4)):
            self._digits = ""

    def _settle(self) -> None:
        typed, shown = self._digits, self._edit.date()
        is_day_first = re.findall("[dMy]+", self._edit.displayFormat()) == ["dd", "MM", "yyyy"]
        if len(typed) not in (4, 8) or not is_day_first:
            return
        year = int(typed[4:]) if len(typed) == 8 else shown.year()
        day = QDate(year, int(typed[2:4]), int(typed[:2]))
        if day.isValid() and day != shown:
            section = self._edit.currentSection()
            self._edit.setDate(day)
            self._edit.setSelectedSection(section)


def _goes_on(text: str, key: int) -> bool:
    """Whether a key leads to the next part of the date."""
    return key in (Qt.Key.Key_Tab, Qt.Key.Key_Right) or text in ("/", ".", "-", " ")
