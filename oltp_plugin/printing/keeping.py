"""A printed layout in the analyst's project, to be edited there."""

from __future__ import annotations

from qgis.core import QgsLayoutItemMap, QgsPrintLayout, QgsProject, QgsReadWriteContext
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
    along without a line in its legend.
    """
    context = QgsReadWriteContext()
    document = QDomDocument()
    element = layout.writeXml(document, context)
    document.appendChild(element)
    for item in layout.items():
        for layer in item.layers() if isinstance(item, QgsLayoutItemMap) else ():
            if project.mapLayer(layer.id()) is None:
                project.addMapLayer(layer.clone(), False)
    kept = QgsPrintLayout(project)
    kept.readXml(element, document, context)
    for choice, value in _AS_WE_EXPORT.items():
        kept.setCustomProperty(choice, value)
    kept.setName(_free(name or layout.name(), project))
    _same_layers(layout, kept, project)
    project.layoutManager().addLayout(kept)
    return kept.name()


def _same_layers(layout: QgsPrintLayout, kept: QgsPrintLayout, project: QgsProject) -> None:
    """Each map with its own layers, found by id or, for a copy, by name."""
    for item in layout.items():
        if not isinstance(item, QgsLayoutItemMap):
            continue
        other = kept.itemByUuid(item.uuid())
        found = [
            project.mapLayer(layer.id()) or next(iter(project.mapLayersByName(layer.name())), None)
            for layer in item.layers()
        ]
        other.setLayers([layer for layer in found if layer is not None])
        other.setKeepLayerSet(True)


def _free(name: str, project: QgsProject) -> str:
    taken, free, number = {each.name() for each in project.layoutManager().layouts()}, name, 2
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free
