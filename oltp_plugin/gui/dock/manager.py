"""The incident layer manager: one filter for the map, the tables, the counts and the prints."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from oltp_plugin.errors import OltpError
from oltp_plugin.gui.dock.counting import Counting
from oltp_plugin.gui.dock.filters_menu import FiltersMenu
from oltp_plugin.gui.dock.sections import Sections
from oltp_plugin.gui.dock.state import FilterState
from oltp_plugin.layers import incident_filter, observatory_group
from oltp_plugin.observatory.filter import IncidentFilter
from oltp_plugin.translation import sentence, tr

_TURN = 5  # milliseconds of the window's own between two layers


class LayerManager(QObject):
    """Between the panel, the layers and the counting.

    A filter is counted first; once the agreements allow it, the layers get it and the project
    keeps it. One that they refuse is explained in the panel, and the map stays as it was.
    """

    failed = pyqtSignal(object)  # an exception or a sentence
    answered = pyqtSignal(object, object)  # the filter that the layers have, its Figures

    def __init__(self, panel, current, parent: QObject | None = None):
        super().__init__(parent)
        self._panel, self._current = panel, current
        self.state = FilterState(self)
        self.sections = Sections(panel, self.state)
        self._menu = FiltersMenu(panel.filtersButton, self.state, self.sections, current)
        self._path = None  # of the observatory that the state is about
        self._question = self._shown = None  # the last one asked, and the last one answered
        self._applied = False  # whether the layers have had a filter that is allowed
        self._applying = None  # the layers that get the filter now, one by one
        self._unfiltered: list = []  # those of them that are being edited
        self._edited: dict[str, object] = {}  # ids of those, to the connections that wait
        self._counting = Counting(self)
        self._connect()

    @property
    def settled(self) -> bool:
        """Whether the figures in the panel and the layers are those of the filter chosen now."""
        return self._question is not None and self._shown is self._question and not self._applying

    def follow(self) -> None:
        """The current observatory is another one, or its file has changed."""
        path = self._current.path
        if path is None:
            self._path = self._question = self._applying = None
            self._counting.forget()
        elif path != self._path:  # an emptied project closed the one before
            self._path, self._applied = path, False
            self.state.begin(self._remembered() or IncidentFilter())
        else:
            self._ask(self.state.filter)

    def end(self) -> None:
        """The plugin is being unloaded."""
        self._applying = None
        for key in list(self._edited):
            self._stop_waiting(key)
        self._counting.end()
        self.sections.end()

    def _connect(self) -> None:
        counting = self._counting
        self.state.changed.connect(self._ask)
        counting.listed.connect(self._show_lists)
        counting.allowed.connect(self._apply)
        counting.refused.connect(self._refuse)
        counting.counted.connect(self._show_count)
        counting.answered.connect(self._show_figures)
        counting.failed.connect(self._fail)
        self.sections.months.failed.connect(self.failed)
        self._menu.failed.connect(self.failed)
        self._menu.written.connect(lambda: self._ask(self.state.filter))

    def _ask(self, chosen: IncidentFilter) -> None:
        if self._path is not None:
            self._question = self._counting.ask(self._path, chosen)
        self.sections.show_filter(chosen)

    def _show_lists(self, question, catalogue) -> None:
        if question.path != self._path:
            return
        self.sections.show_lists(catalogue)
        moved = self.state.filter.counted_back(catalogue.last_day)
        if moved != self.state.filter:  # new deliveries: "this month" is another one
            self.state.begin(moved)
        else:
            self.sections.show_filter(self.state.filter)

    def _apply(self, question, limits) -> None:
        """The agreements allow it: show it on the map."""
        group = self._group()
        if question is not self._question or group is None:
            return
        self._applied = True
        if incident_filter.remembered(group) != question.filter:
            incident_filter.remember(group, question.filter)
            QgsProject.instance().setDirty(True)
        self._unfiltered = []
        self._applying = incident_filter.one_by_one(group, self._path, question.filter, limits)
        self._apply_to_next(self._applying)

    def _apply_to_next(self, layers) -> None:
        """One layer, then the window has its turn; a later filter begins anew with all of them."""
        if layers is not self._applying:
            return
        layer = next(layers, None)
        if layer is not None:
            if layer.isEditable():
                self._unfiltered.append(layer)
            QTimer.singleShot(_TURN, lambda: self._apply_to_next(layers))
            return
        self._applying = None
        self.sections.show_refusal(_editing_words(self._unfiltered))
        for layer in self._unfiltered:
            if layer.id() not in self._edited:
                ended = partial(self._edit_ended, layer.id())
                self._edited[layer.id()] = layer.editingStopped.connect(ended)

    def _edit_ended(self, key: str) -> None:
        self._stop_waiting(key)
        if self._path is not None:
            self._ask(self.state.filter)

    def _stop_waiting(self, key: str) -> None:
        """Only our own connection: QGIS itself hears that editing stops, too."""
        connection, layer = self._edited.pop(key), QgsProject.instance().mapLayer(key)
        if layer is not None:
            layer.disconnect(connection)

    def _refuse(self, question, refusal: OltpError) -> None:
        if question is not self._question:
            return
        if not self._applied and not question.filter.partners:
            alone = self._largest_partner()
            if alone is not None:  # never show together at first what must be kept apart
                self.state.begin(replace(question.filter, partners=(alone,)))
                return
        self._panel.countLabel.setText("\u2013")
        self.sections.show_waiting()
        self.sections.show_refusal(sentence(refusal))

    def _show_count(self, question, n: int) -> None:
        if question is self._question:
            self.sections.show_count(n)

    def _show_figures(self, question, found) -> None:
        if question is self._question:
            self._shown = question
            self.sections.show_figures(question.filter, found)
            self.answered.emit(question.filter, found)

    def _fail(self, question, error: Exception) -> None:
        if question is self._question:
            self.sections.show_waiting()
            self.failed.emit(error)

    def _group(self):
        if self._path is None:
            return None
        return observatory_group.find_group(self._path, QgsProject.instance())

    def _remembered(self) -> IncidentFilter | None:
        group = observatory_group.find_group(self._current.path, QgsProject.instance())
        return incident_filter.remembered(group) if group is not None else None

    def _largest_partner(self) -> str | None:
        summary = self._current.summary
        counted = [each for each in summary.partners if each.n] if summary else []
        return max(counted, key=lambda each: each.n).code if counted else None


def _editing_words(layers: list) -> str:
    if not layers:
        return ""
    names = ", ".join(layer.name() for layer in layers)
    return tr("“{layer}” is being edited and gets this filter when you stop editing.").format(
        layer=names
    )
