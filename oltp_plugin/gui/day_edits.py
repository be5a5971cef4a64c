"""Days in QGIS's date widgets, which may be empty."""

from __future__ import annotations

from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import QDate, Qt


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
