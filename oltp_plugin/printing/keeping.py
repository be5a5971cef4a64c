"""A printed layout in the analyst's project, to be edited there."""

from __future__ import annotations

from qgis.core import (
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtXml import QDomDocument

_AS_TEXT = 1  # Qgis.TextRenderFormat.AlwaysText
# What QGIS's own export dialogs then propose: its defaults outline text and georeference the page.
_AS_WE_EXPORT = {
    "pdfTextFormat": _AS_TEXT,
    "svgTextFormat": _AS_TEXT,
    "pdfAppendGeoreference": False,
    "pdfCreateGeoPdf": False,
    "pdfExportGeoPdfFeatures": False,
    "pdfIncludeMetadata": False,
    "svgIncludeMetadata": False,
    "pdfLosslessImages": True,
    "exportWorldFile": False,
}


def keep_layout(layout: QgsPrintLayout, name: str, project: QgsProject) -> str:
    """A copy of ``layout`` in ``project``; returns the name that it got.

    Layers that are not the project's own, such as those with less than the incidents', come
    along without a line in the project's list of layers.
    """
    context = QgsReadWriteContext()
    document = QDomDocument()
    document.appendChild(layout.writeXml(document, context))
    text = document.toString()
    for layer in _drawn_in(layout):
        if project.mapLayer(layer.id()) is None:
            copy = project.addMapLayer(layer.clone(), False)
            text = text.replace(layer.id(), copy.id())
    document.setContent(text)
    kept = QgsPrintLayout(project)
    kept.readXml(document.documentElement(), document, context)
    for choice, value in _AS_WE_EXPORT.items():
        kept.setCustomProperty(choice, value)
    kept.setName(_free(name or layout.name(), project))
    project.layoutManager().addLayout(kept)
    return kept.name()


def _drawn_in(layout: QgsPrintLayout) -> list[QgsMapLayer]:
    """The layers of all its maps, each once."""
    maps = (item for item in layout.items() if isinstance(item, QgsLayoutItemMap))
    return list({layer.id(): layer for each in maps for layer in each.layers()}.values())


def _free(name: str, project: QgsProject) -> str:
    taken, free, number = {each.name() for each in project.layoutManager().layouts()}, name, 2
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free
