"""Views of the incidents and what they amount to, added to the map with a click."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu

from oltp_plugin.errors import OltpError
from oltp_plugin.gui.background import Background
from oltp_plugin.layers import observatory_group
from oltp_plugin.layers.views import adding, kinds
from oltp_plugin.translation import tr

_MENU = (
    ("family", "category", "partner"),
    ("address", "cluster", "heat"),
    ("places", "observations"),
)


class ViewsMenu(QObject):
    """The menu of the dock's button; what a view needs to know is read beside the window."""

    failed = pyqtSignal(object)  # an exception or a sentence

    def __init__(self, button, manager, current):
        super().__init__(button)
        self._manager, self._current = manager, current
        self._reading = Background(self.failed.emit, self)
        self._menu = QMenu(button)
        for names in _MENU:
            for name in names:
                action = self._menu.addAction(kinds.title(name))
                action.setObjectName(f"view_{name}")
                action.triggered.connect(lambda _on=False, name=name: self.add(name))
            self._menu.addSeparator()
        button.setMenu(self._menu)

    def add(self, name: str) -> None:
        """Read what the filter holds, then add the view to the observatory's group."""
        path, condition = self._current.path, self._manager.state.filter.sql()
        if path is None:
            return

        def read():
            from oltp_plugin.observatory import shown
            from oltp_plugin.observatory.connection import reading

            with reading(path) as connection:
                return shown.read(connection, condition)

        self._reading.run(
            kinds.title(name), read, lambda found: self._add(name, path, condition, found)
        )

    def _add(self, name: str, path, condition: str, shown) -> None:
        project = QgsProject.instance()
        group = observatory_group.find_group(path, project)
        if group is None or path != self._current.path:
            return
        try:
            adding.add(name, group, path, project, condition, shown)
        except OltpError as error:
            self.failed.emit(error)
            return
        absent = adding.left_out(name, shown)
        if absent:
            self.failed.emit(
                tr(
                    "“{view}” does not draw the records of {partners}: their agreement shows no "
                    "place as fine as a point."
                ).format(view=kinds.title(name), partners=", ".join(absent))
            )
