"""The OLTP menu (in QGIS's plugin menu) and toolbar, kept in step, and removed together."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QAction, QMenu

from oltp_plugin.gui.icons import icon
from oltp_plugin.translation import tr


class Menus:
    """What is added here stands in the menu and on the toolbar, in the order of the calls."""

    def __init__(self, iface):
        self._iface = iface
        self._menu = QMenu("OLTP", iface.mainWindow())
        self._menu.setObjectName("oltpMenu")
        self._menu.setIcon(icon("oltp"))
        iface.pluginMenu().addMenu(self._menu)
        self._toolbar = iface.addToolBar("OLTP")
        self._toolbar.setObjectName("oltpToolbar")
        self._with_shortcut: list[QAction] = []

    def add_action(self, name: str, text: str, alias: str, slot) -> QAction:
        """An action with the object name ``name`` and the icon ``alias`` that calls ``slot()``."""
        action = self.add_toggle(name, text, alias)
        action.triggered.connect(lambda: slot())
        return action

    def give_shortcut(self, action: QAction, keys: str) -> None:
        """Let ``keys`` call it; QGIS's *Keyboard Shortcuts* shows it, and lets it be changed."""
        self._iface.registerMainWindowAction(action, keys)
        self._with_shortcut.append(action)

    def add_entry(self, name: str, text: str, slot) -> QAction:
        """An action of the menu only, for what is done now and then."""
        action = QAction(text, self._menu)
        action.setObjectName(name)
        action.triggered.connect(lambda: slot())
        self._menu.addAction(action)
        return action

    def add_algorithms(self, name: str, text: str, algorithms, slot) -> None:
        """A submenu with an entry for each of our ``algorithms``, by its name; ``slot(algorithm)``.

        It is filled when it is opened: the toolbox knows by then what they are called.
        """
        submenu = self._menu.addMenu(text)
        submenu.setObjectName(name)
        submenu.aboutToShow.connect(lambda: _fill_algorithms(submenu, algorithms, slot))

    def add_toggle(self, name: str, text: str, alias: str) -> QAction:
        """An action that is given its meaning by the caller."""
        action = QAction(icon(alias), text, self._menu)
        action.setObjectName(name)
        self._menu.addAction(action)
        self._toolbar.addAction(action)
        return action

    def add_separator(self) -> None:
        self._menu.addSeparator()
        self._toolbar.addSeparator()

    def add_recent(self, recent, slot) -> None:
        """A submenu with the paths that ``recent()`` gives when it is opened; ``slot(path)``."""
        submenu = self._menu.addMenu(tr("Open &recent"))
        submenu.setObjectName("oltpRecentMenu")
        submenu.aboutToShow.connect(lambda: _fill(submenu, recent(), slot))

    def remove(self) -> None:
        """Leave nothing of it in QGIS's window."""
        for action in self._with_shortcut:
            self._iface.unregisterMainWindowAction(action)
        self._iface.pluginMenu().removeAction(self._menu.menuAction())
        self._iface.mainWindow().removeToolBar(self._toolbar)
        self._menu.deleteLater()
        self._toolbar.deleteLater()


def empty(menu: QMenu) -> None:
    """Take everything out, submenus too: Qt itself keeps those for as long as the menu lives."""
    for submenu in menu.findChildren(QMenu):
        submenu.deleteLater()
    menu.clear()


def _fill_algorithms(submenu: QMenu, algorithms, slot) -> None:
    submenu.clear()
    registry = QgsApplication.processingRegistry()
    for name in algorithms:
        found = registry.algorithmById(f"oltp:{name}")
        if found is not None:
            action = submenu.addAction(found.displayName() + "…")
            action.setObjectName(name)
            action.triggered.connect(lambda _on=False, name=name: slot(name))


def _fill(submenu: QMenu, paths: list[Path], slot) -> None:
    submenu.clear()
    for path in paths:
        action = submenu.addAction(path.stem.replace("&", "&&"))
        action.setToolTip(str(path))
        action.triggered.connect(lambda _checked=False, path=path: slot(path))
    if not paths:
        submenu.addAction(tr("None yet")).setEnabled(False)
    submenu.setToolTipsVisible(True)
