"""Texts that are typed or pasted in QGIS's own forms and tables: no personal data goes to the file.

The file cannot search a text, so this stands between QGIS's edit buffer and it. Where the plugin
is not loaded, and for what writes past the buffer, nothing does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from oltp_plugin.gui.follow_up.findings import kinds_words
from oltp_plugin.translation import tr

# Table -> the columns that take any text, and one that tells the table from others of its name.
_TEXTS = {
    "incident": (("address", "territory", "territory_level"), "source_category"),
    "site": (("name", "territory"), "closed_on"),
    "decision": (("what",), "lead_institution"),
    "observation": (("note", "territory", "territory_level"), "keep_until"),
    "place": (("name", "operator"), "in_service_from"),
}


class TypedTexts(QObject):
    """Minds every layer of an observatory in the project, however it came there."""

    masked = pyqtSignal(str)  # the sentence that says what was taken out of what was saved

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._minded: dict[str, object] = {}  # layer ids -> connections
        project = QgsProject.instance()
        project.layersAdded.connect(self._mind)
        project.layersWillBeRemoved.connect(self._forget)
        self._mind(project.mapLayers().values())

    def end(self) -> None:
        """The plugin goes."""
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._mind)
        project.layersWillBeRemoved.disconnect(self._forget)
        for key, connection in self._minded.items():
            layer = project.mapLayer(key)
            if layer is not None:
                layer.disconnect(connection)

    def _mind(self, layers: Iterable[QgsMapLayer]) -> None:
        for layer in layers:
            fields = text_fields(layer)
            if fields and layer.id() not in self._minded:
                search = partial(self._search, layer.id(), fields)
                self._minded[layer.id()] = layer.beforeCommitChanges.connect(search)

    def _forget(self, keys: Iterable[str]) -> None:
        for key in keys:
            self._minded.pop(key, None)

    def _search(self, key: str, fields: tuple[str, ...], *_stops) -> None:
        layer = QgsProject.instance().mapLayer(key)
        found = mask_edits(layer, fields)
        if found:
            self.masked.emit(
                tr(
                    "“{layer}”: what looks like personal data was not saved, […] stands in its "
                    "place: {kinds}."
                ).format(layer=layer.name(), kinds=kinds_words(found))
            )


def text_fields(layer: QgsMapLayer) -> tuple[str, ...]:
    """The columns of an observatory's table that take any text; none for any other layer."""
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != "ogr":
        return ()
    table = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("layerName")
    fields, mark = _TEXTS.get(table, ((), ""))
    return fields if layer.fields().lookupField(mark) >= 0 else ()


def mask_edits(layer: QgsVectorLayer, fields: tuple[str, ...]) -> Counter[str]:
    """Take personal data out of what is about to be written; what was found, by kind."""
    from oltp_plugin.intake import personal_data

    counts: Counter[str] = Counter()
    for fid, index, text in list(_edited(layer, fields)):
        found = personal_data.scan(text)
        if found:
            counts.update(each.kind for each in found)
            layer.changeAttributeValue(fid, index, personal_data.masked(text))
    return counts


def _edited(layer: QgsVectorLayer, fields: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of all that is new in the edit buffer."""
    buffer = layer.editBuffer()
    if buffer is None:
        return
    indices = [layer.fields().lookupField(field) for field in fields]
    for fid, feature in buffer.addedFeatures().items():
        for index in indices:
            if isinstance(feature[index], str):
                yield fid, index, feature[index]
    for fid, values in buffer.changedAttributeValues().items():
        for index in indices:
            if isinstance(values.get(index), str):
                yield fid, index, values[index]
