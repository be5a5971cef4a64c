"""The plugin's icons by alias; ``resources.qrc`` says which file each one is."""

from __future__ import annotations

from functools import lru_cache

from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtXml import QDomDocument

from oltp_plugin.paths import RESOURCES


@lru_cache(maxsize=1)
def manifest() -> dict[str, str]:
    """Alias -> file, relative to the plugin's folder."""
    document = QDomDocument()
    document.setContent(RESOURCES.read_text(encoding="utf-8"))
    nodes = document.elementsByTagName("file")
    files = [nodes.at(index).toElement() for index in range(nodes.count())]
    return {each.attribute("alias"): each.text() for each in files}


def icon(alias: str) -> QIcon:
    """The icon that the manifest lists under ``alias``."""
    return QIcon(str(RESOURCES.parent / manifest()[alias]))
