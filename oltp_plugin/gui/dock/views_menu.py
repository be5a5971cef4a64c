"""Views of the incidents and what they amount to, added to the map with a click."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu

from oltp_plugin.gui.background import Background
from oltp_plugin.gui.dock.style_actions import StyleActions
from oltp_plugin.gui.dock.territory_views import TerritoryViews
from oltp_plugin.gui.dock.time_animation import TimeAnimation
from oltp_plugin.layers import observatory_group
from oltp_plugin.layers.layer_maker import LayerMaker
from oltp_plugin.layers.views import adding, kinds
from oltp_plugin.local_format import number
from oltp_plugin.translation import tr

_MENU = (
    ("family", "category", "partner"),
    ("address", "cluster", "heat"),
    ("counts", "rates", "change"),
    ("time",),
    ("places", "observations"),
)


class ViewsMenu(QObject):
    """The menu of the dock's button; what a view needs to know is read beside the window."""

    failed = pyqtSignal(object)  # an exception or a sentence

    done = pyqtSignal(str)  # a sentence

    def __init__(self, button, manager, current, iface):
        super().__init__(button)
        self._manager, self._current = manager, current
        self._making = Background(self.failed.emit, self)
        self._menu = QMenu(button)
        self._territories = TerritoryViews(manager, current, self)
        self._territories.failed.connect(self.failed)
        self._animation = TimeAnimation(iface, manager, current, self)
        self._animation.failed.connect(self.failed)
        self._levels: dict[str, QMenu] = {}
        for names in _MENU:
            for name in names:
                if name in kinds.TERRITORIES:
                    self._levels[name] = self._menu.addMenu(kinds.title(name))
                else:
                    self._add_action(self._menu, kinds.title(name), name)
            self._menu.addSeparator()
        self._menu.aboutToShow.connect(self._list_levels)
        self._styles = StyleActions(self._menu, iface, current, self)
        self._styles.failed.connect(self.failed)
        self._styles.done.connect(self.done)
        button.setMenu(self._menu)

    def _add_action(self, menu: QMenu, text: str, name: str, level: str = "") -> None:
        action = menu.addAction(text.replace("&", "&&"))
        action.setObjectName(f"view_{name}_{level}" if level else f"view_{name}")
        action.triggered.connect(lambda: self.add(name, level))

    def _list_levels(self) -> None:
        levels = dict.fromkeys(level for level, _ in self._manager.sections.catalogue.territories)
        for name, menu in self._levels.items():
            menu.clear()
            menu.setEnabled(bool(levels))
            for level in sorted(levels, key=observatory_group.order_of_level):
                self._add_action(menu, observatory_group.level_name(level), name, level)

    def add(self, name: str, level: str = "") -> None:
        """Read what the filter holds and make the view, then add it to the observatory's group."""
        if level:
            self._territories.add(name, level)
            return
        path, condition = self._current.path, self._manager.state.filter.sql()
        if path is None:
            return

        maker = LayerMaker(path, QgsProject.instance())

        def make():
            from oltp_plugin.observatory import shown
            from oltp_plugin.observatory.connection import reading

            with reading(path) as connection:
                found = shown.read(connection, condition)
            return found, adding.make(name, maker, condition, found)

        self._making.run(kinds.title(name), make, lambda made: self._add(name, maker, *made))

    def _add(self, name: str, maker: LayerMaker, shown, layer) -> None:
        project = QgsProject.instance()
        group = observatory_group.find_group(maker.path, project)
        if group is None or maker.path != self._current.path:
            return
        adding.add(layer, maker, group, project)
        if name == "time" and shown.first:
            self._animation.begin(shown.first, shown.last)
        if adding.near_only(name, shown):
            self.failed.emit(
                tr("“{view}” is drawn from 1:{scale} on: there are {n} records.").format(
                    view=kinds.title(name), scale=number(adding.NEAR), n=number(shown.n)
                )
            )
        absent = adding.left_out(name, shown)
        if absent:
            self.failed.emit(
                tr(
                    "“{view}” does not draw the records of {partners}: their agreement shows no "
                    "place as fine as a point."
                ).format(view=kinds.title(name), partners=", ".join(absent))
            )
