"""The filter that is chosen now, and those before it."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QObject, pyqtSignal

from oltp_plugin.observatory.filter import IncidentFilter

_MOST = 200  # steps back


class FilterState(QObject):
    """Owns the filter; every part of the dock changes it here and hears of it from here."""

    changed = pyqtSignal(object)  # the IncidentFilter

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._filter = IncidentFilter()
        self._before: list[IncidentFilter] = []
        self._after: list[IncidentFilter] = []

    @property
    def filter(self) -> IncidentFilter:
        return self._filter

    def begin(self, chosen: IncidentFilter) -> None:
        """Another observatory or project: nothing to undo."""
        self._before, self._after = [], []
        self._become(chosen)

    def change(self, **values) -> None:
        """Give the filter other values; its other fields stay."""
        self.choose(replace(self._filter, **values))

    def choose(self, chosen: IncidentFilter) -> None:
        if chosen == self._filter:
            return
        self._before = [*self._before[1 - _MOST :], self._filter]
        self._after = []
        self._become(chosen)

    def undo(self) -> None:
        if self._before:
            self._after.append(self._filter)
            self._become(self._before.pop())

    def redo(self) -> None:
        if self._after:
            self._before.append(self._filter)
            self._become(self._after.pop())

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        return bool(self._after)

    def _become(self, chosen: IncidentFilter) -> None:
        self._filter = chosen
        self.changed.emit(chosen)
