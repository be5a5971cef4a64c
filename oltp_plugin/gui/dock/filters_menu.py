"""Filters by name: kept in the project, shared as files."""

from __future__ import annotations

import json
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog, QMenu

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.observatory.filter import IncidentFilter
from oltp_plugin.translation import tr

_SCOPE, _KEY = "oltp", "filters"
_ENDING = ".oltp-filter.json"


class FiltersMenu(QObject):
    """The menu of the button with the saved filters; ``failed`` is told what cannot be read."""

    def __init__(self, button, state, failed):
        super().__init__(button)
        self._button, self._state, self._failed = button, state, failed
        self._menu = QMenu(button)
        self._menu.setToolTipsVisible(True)
        button.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self._menu.clear()
        saved = saved_filters(QgsProject.instance())
        for name, chosen in saved.items():
            action = self._menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, chosen=chosen: self._state.choose(chosen))
        if saved:
            self._menu.addSeparator()
        self._menu.addAction(tr("&Save this filter…"), self._save)
        if saved:
            removing = self._menu.addMenu(tr("&Delete"))
            for name in saved:
                action = removing.addAction(name.replace("&", "&&"))
                action.triggered.connect(
                    lambda _on=False, name=name: forget(QgsProject.instance(), name)
                )
        self._menu.addSeparator()
        self._menu.addAction(tr("&Open from a file…"), self._open)
        self._menu.addAction(tr("Save to a &file…"), self._share)

    def _save(self) -> None:
        name, accepted = QInputDialog.getText(
            self._button, tr("Save this filter"), tr("Under which name, in this project?")
        )
        if accepted and name.strip():
            save(QgsProject.instance(), name.strip(), self._state.filter)

    def _open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._button, tr("Open a filter"), str(Path.home()), tr("Filters (*.json)")
        )
        if name:
            self.read(Path(name))

    def _share(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._button,
            tr("Save the filter"),
            str(Path.home() / f"filter{_ENDING}"),
            tr("Filters (*.json)"),
        )
        if name:
            self.write(Path(name if name.endswith(".json") else name + _ENDING))

    def read(self, file: Path) -> None:
        """Choose the filter that a file holds."""
        try:
            self._state.choose(IncidentFilter.from_json(file.read_text(encoding="utf-8")))
        except ObservatoryError as error:
            self._failed(error)
        except (OSError, ValueError) as error:
            self._failed(
                tr("{name} cannot be read ({reason}).").format(name=file.name, reason=error)
            )

    def write(self, file: Path) -> None:
        """Put the filter into a file that a colleague can open."""
        try:
            file.write_text(self._state.filter.to_json(), encoding="utf-8")
        except OSError as error:
            self._failed(
                tr("{name} cannot be written ({reason}).").format(
                    name=file.name, reason=error.strerror
                )
            )


def saved_filters(project: QgsProject) -> dict[str, IncidentFilter]:
    """The project's filters by name; one that cannot be read is not there."""
    found = {}
    for name, text in _stored(project).items():
        try:
            found[name] = IncidentFilter.from_json(text)
        except ObservatoryError:
            continue
    return found


def save(project: QgsProject, name: str, chosen: IncidentFilter) -> None:
    """Keep ``chosen`` in the project, in place of one of the same name."""
    _store(project, {**_stored(project), name: chosen.to_json()})


def forget(project: QgsProject, name: str) -> None:
    _store(project, {key: text for key, text in _stored(project).items() if key != name})


def _stored(project: QgsProject) -> dict[str, str]:
    text, _ = project.readEntry(_SCOPE, _KEY, "{}")
    try:
        stored = json.loads(text)
    except ValueError:
        return {}
    return stored if isinstance(stored, dict) else {}


def _store(project: QgsProject, filters: dict[str, str]) -> None:
    project.writeEntry(_SCOPE, _KEY, json.dumps(filters, ensure_ascii=False, sort_keys=True))
