"""A label's key leads into QGIS's own compound widgets, which take no focus themselves."""

from __future__ import annotations

from qgis.gui import QgsFileWidget, QgsProjectionSelectionWidget
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QWidget


def lead_inside(form: QWidget) -> None:
    """Let the labels of ``form`` lead to where one types a file's name or chooses a system."""
    for label in form.findChildren(QLabel):
        buddy = label.buddy()
        if isinstance(buddy, QgsFileWidget):
            label.setBuddy(buddy.lineEdit())
        elif isinstance(buddy, QgsProjectionSelectionWidget):
            label.setBuddy(buddy.findChild(QComboBox) or buddy)
