"""The algorithms by the question that they answer; those that the toolbox has now."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu

from oltp_plugin.gui.menus import empty
from oltp_plugin.translation import tr

_QUESTIONS = {
    "where": (
        "kerneldensity", "getisord", "localmoran", "incidentclusters", "streetsegments",
        "concentration", "spatialsummary", "dualkerneldensity",
    ),
    "when": ("aoristic", "periodcomparison"),
    "repeat": ("repeatplaces", "nearrepeat"),
    "around": ("bufferrings", "territorycounts", "coverage"),
    "change": ("hotspotchange", "hotspotclasses", "emerginghotspots", "robustness"),
    "work": ("beforeafter",),
}  # fmt: skip

# What an algorithm's parameter is given, by its name: the role of a layer, or a field.
LAYERS = {
    "INPUT": "incident",
    "INCIDENTS": "incident",
    "STUDY_AREA": "territory:commune",
    "TERRITORIES": "territory:quartier",
    "PLACES": "place",
}
FIELDS = {"TIME_FIELD": "occurred_from", "FROM_FIELD": "occurred_from", "TO_FIELD": "occurred_to"}


class RunMenu(QObject):
    """The menu of the button that analyses; ``run(id)`` opens an algorithm's own dialog."""

    def __init__(self, button, run: Callable[[str], None]):
        super().__init__(button)
        self._run = run
        self._menu = QMenu(button)
        button.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        empty(self._menu)
        registry = QgsApplication.processingRegistry()
        for question, names in _QUESTIONS.items():
            found = [registry.algorithmById(f"oltp:{name}") for name in names]
            found = [algorithm for algorithm in found if algorithm is not None]
            if not found:
                continue
            submenu = self._menu.addMenu(_words()[question])
            for algorithm in found:
                action = submenu.addAction(algorithm.displayName() + "…")
                action.setObjectName(algorithm.name())
                key = algorithm.id()
                action.triggered.connect(lambda _on=False, key=key: self._run(key))


def known_values(algorithm: str, layer: Callable[[str], str | None]) -> dict[str, str]:
    """What the dock knows of an algorithm's parameters: its layers, by id, and their fields."""
    found = QgsApplication.processingRegistry().algorithmById(algorithm)
    if found is None:
        return {}
    values = {
        name: layer(role)
        for name, role in LAYERS.items()
        if found.parameterDefinition(name) is not None
    }
    fields = {name: field for name, field in FIELDS.items() if found.parameterDefinition(name)}
    return {**{name: value for name, value in values.items() if value is not None}, **fields}


def _words() -> dict[str, str]:
    return {
        "where": tr("&Where?"),
        "when": tr("W&hen?"),
        "repeat": tr("Does it &repeat?"),
        "around": tr("&Around what?"),
        "change": tr("Did it &change?"),
        "work": tr("Did it w&ork?"),
    }
