"""What is done from the dock, with its filter already applied: enter, analyse, print, pick."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsRectangle
from qgis.gui import QgsMapToolEmitPoint
from qgis.PyQt.QtCore import QObject

from oltp_plugin.gui.dock.exports import ExportMenu
from oltp_plugin.gui.dock.run_menu import RunMenu, known_values
from oltp_plugin.gui.map_loan import MapLoan
from oltp_plugin.gui.map_view import given_on
from oltp_plugin.layers.filter_words import filter_words
from oltp_plugin.layers.observatory_group import level_name

_USUAL_LEVEL = "quartier"


class DockActions(QObject):
    """Wires the dock's buttons; ``show_algorithm(id, **values)`` opens the toolbox's own dialog."""

    def __init__(
        self, iface, panel, manager, current, show_algorithm: Callable, new_incident: Callable
    ):
        super().__init__(panel)
        self._iface, self._manager, self._current = iface, manager, current
        self._show_algorithm = show_algorithm
        self._panel = panel
        self._run_menu = RunMenu(panel.runButton, self.run)
        self._exports = ExportMenu(panel.copyButton, manager.sections, manager.failed.emit)
        panel.newIncidentButton.clicked.connect(lambda: new_incident())
        panel.printButton.clicked.connect(self.print_map)
        self._picker = QgsMapToolEmitPoint(iface.mapCanvas())
        self._picker.setButton(panel.pickButton)
        self._picker.canvasClicked.connect(lambda point, _button: self.pick(point))
        panel.pickButton.clicked.connect(self._hold_picker)
        self._map = MapLoan(iface.mapCanvas())

    def run(self, algorithm: str) -> None:
        """Open an algorithm's dialog on the incidents that the filter leaves."""
        self._show_algorithm(algorithm, **known_values(algorithm, self._layer))

    def print_map(self) -> None:
        """Open the print dialog with the filter in the subtitle and its partners as sources."""
        self._show_algorithm("oltp:printmap", **self._page_words())

    def print_atlas(self) -> None:
        """Open the atlas's dialog on the quartiers, with the same words and an index."""
        territories = self._layer(f"territory:{_USUAL_LEVEL}")
        self._show_algorithm(
            "oltp:atlas", TERRITORIES=territories, INDEX=True, **self._page_words()
        )

    def paper(self, name: str) -> None:
        """Open a document of the monthly round, or what one said, for the filter's days."""
        path, chosen = self._current.path, self._manager.state.filter
        known = {"OBSERVATORY": path and str(path)}
        if name != "bulletinfigures":
            known.update(FROM=chosen.first_day, TO=chosen.last_day)
        self._show_algorithm(f"oltp:{name}", **known)

    def _page_words(self) -> dict[str, str | list[str] | None]:
        """What the map draws and the filter says of a page; without an observatory, no words."""
        sections, state = self._manager.sections, self._manager.state
        drawn = [layer.id() for layer in self._iface.mapCanvas().layers()] or None
        if self._current.path is None:
            return {"LAYERS": drawn}
        catalogue = sections.catalogue
        partners = state.filter.partners or [
            code
            for code, n in (sections.figures.by_partner if sections.figures else {}).items()
            if n
        ]
        return {
            "LAYERS": drawn,
            "SUBTITLE": filter_words(state.filter, catalogue),
            "SOURCES": ", ".join(catalogue.partner(code) for code in partners) or None,
        }

    def pick(self, point) -> None:
        """Add the territory that was clicked on the map to the filter, or take it out again.

        Of the level whose rows are current in the list, else of the quartiers, else of the first.
        """
        key = self._territory_at(point, self._level())
        if key is None:
            return
        chosen = self._manager.state.filter.territories
        others = tuple(each for each in chosen if each != key)
        self._manager.state.change(
            territories=others if key in chosen else (*chosen, key), territory=None
        )

    def end(self) -> None:
        """Give the map back its own tool."""
        self._map.give_back()
        self._picker.deleteLater()

    def _hold_picker(self, wanted: bool) -> None:
        if wanted:
            self._map.take(self._picker)
        else:
            self._map.give_back()

    def _level(self) -> str | None:
        sections = self._manager.sections
        levels = list(dict.fromkeys(level for level, _ in sections.catalogue.territories))
        current = sections.territories.current_branch()
        for level in levels:
            if level_name(level) == current:
                return level
        return _USUAL_LEVEL if _USUAL_LEVEL in levels else next(iter(levels), None)

    def _territory_at(self, point, level: str | None) -> tuple[str, str] | None:
        layer = self._current.layer(f"territory:{level}") if level else None
        if layer is None:
            return None
        own = given_on(self._iface.mapCanvas(), QgsGeometry.fromPointXY(point), layer.crs())
        if own is None:
            return None
        request = QgsFeatureRequest().setFilterRect(QgsRectangle(own.asPoint(), own.asPoint()))
        for feature in layer.getFeatures(request):
            if feature.geometry().contains(own):
                return level, feature["code"]
        return None

    def _layer(self, role: str) -> str | None:
        layer = self._current.layer(role)
        return layer.id() if layer is not None else None
