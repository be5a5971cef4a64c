"""Layers of an observatory's incidents, drawn no finer than the agreements let places be shown.

The layer stays a view of the file: what is drawn moves to the centre of its 100 m cell, or is not
drawn where nothing finer than a territory may be shown, and the address leaves form and table.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsEditorWidgetSetup,
    QgsGeometryGeneratorSymbolLayer,
    QgsRenderContext,
    QgsRuleBasedRenderer,
    QgsSymbol,
    QgsVectorLayer,
)

from oltp_plugin.observatory import gate
from oltp_plugin.observatory.cells import CELL
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.schema import PRECISIONS
from oltp_plugin.translation import tr

from .gated import has_incidents, incidents_of

_MOVED = "geometryModifier"
_STORED_POINTS = ("heatmapRenderer", "pointCluster", "pointDisplacement")
_OURS = "ELSE $geometry END -- agreements"  # by which our expression is known again
_CENTRE = " + ".join((f"floor({{axis}}($geometry) / {CELL}) * {CELL}", str(CELL / 2)))


@dataclass(frozen=True)
class Limits:
    """What the agreements of an observatory let be seen.

    ``viewable``: SQL on ``incident``, empty where nothing is held back; ``finest``: by partner,
    the finest place that may be shown, of those that do not let the address be.
    """

    viewable: str
    finest: dict[str, str]

    @classmethod
    def read(cls, connection: sqlite3.Connection) -> Limits:
        return cls(gate.viewable(connection), gate.finest_by_partner(connection))

    def within(self, condition: str, stored_points: bool = False) -> str:
        """``condition``, without what no agreement lets be looked at: a purpose, a category.

        For a layer that draws points where they are stored, also without the partners whose
        agreement shows places less finely: its points cannot be moved.
        """
        if self.viewable:
            condition = f"({condition}) AND {self.viewable}"
        if stored_points and self.finest:
            condition = f"({condition}) AND partner NOT IN ({_quoted(self.finest)})"
        return condition


def limits_of(path: Path) -> Limits:
    """What the agreements in the observatory ``path`` say now."""
    with reading(path) as connection:
        return Limits.read(connection)


def draws_stored_points(layer: QgsVectorLayer) -> bool:
    """Whether the renderer takes no notice of where its symbols move a point."""
    renderer = layer.renderer()
    return renderer is not None and renderer.type() in _STORED_POINTS


def draw_at_precision(layer: QgsVectorLayer, limits: Limits | None = None) -> None:
    """Make ``layer`` show places no finer than each partner's agreement allows.

    Symbols of single, categorised, graduated and rule-based renderers; called again, it follows
    what the agreements say now. What ``draws_stored_points`` is limited by ``Limits.within``.
    ``limits``: what the layer's observatory says, where that is known; else it is asked.
    """
    if not has_incidents(layer) or layer.renderer() is None:
        return
    if limits is None:
        path = incidents_of(layer)
        if path is None:
            return
        limits = limits_of(path)
    _hide_address(layer, bool(limits.finest))
    if draws_stored_points(layer):
        return
    expression = _shown_geometry(limits.finest)
    for symbol in layer.renderer().symbols(QgsRenderContext()):
        _draw_moved(symbol, expression)
    _tell(layer, PLACE_OR_CELL if limits.finest else PLACE)
    layer.triggerRepaint()


def tell_cells(layer: QgsVectorLayer) -> None:
    """Say in the legend of ``styles/incident.qml`` that every place is drawn as its cell."""
    _tell(layer, CELL_ONLY)


# What the two rules of that legend say, by what is drawn; other words are an analyst's own.
PLACE, PLACE_OR_CELL, CELL_ONLY = range(3)


def _words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    approximate = tr("Approximate place")
    return (
        (
            tr("Precise place"),
            tr("Precise place, or its 100 m cell"),
            tr("100 m cell of a precise place"),
        ),
        (approximate, approximate, tr("100 m cell of an approximate place")),
    )


def _tell(layer: QgsVectorLayer, drawn: int) -> None:
    if not isinstance(layer.renderer(), QgsRuleBasedRenderer):
        return
    for rule in layer.renderer().rootRule().descendants():
        for told in _words():
            if rule.label() in told:
                rule.setLabel(told[drawn])


def _shown_geometry(finest: dict[str, str]) -> str:
    """The expression of what is drawn; empty where everything may be shown as it is."""
    if not finest:
        return ""
    cell = PRECISIONS.index("cell")
    coarse = [each for each, own in finest.items() if PRECISIONS.index(own) <= cell]
    nowhere = [each for each, own in finest.items() if PRECISIONS.index(own) > cell]
    centre = ", ".join(_CENTRE.format(axis=axis) for axis in ("x", "y"))
    cases = ""
    if coarse:
        cases += f' WHEN "partner" IN ({_quoted(coarse)}) THEN make_point({centre})'
    if nowhere:
        cases += f' WHEN "partner" IN ({_quoted(nowhere)}) THEN NULL'
    return f"CASE{cases} {_OURS}"


def _quoted(words: Iterable[str]) -> str:
    return ", ".join("'" + word.replace("'", "''") + "'" for word in sorted(words))


def _draw_moved(symbol: QgsSymbol, expression: str) -> None:
    """Draw ``symbol`` at ``expression``; as before where that is empty."""
    first = symbol.symbolLayer(0)
    moved_before = isinstance(
        first, QgsGeometryGeneratorSymbolLayer
    ) and first.geometryExpression().endswith(_OURS)
    own = (first.subSymbol() if moved_before else symbol).clone()
    if not expression and not moved_before:
        return
    while symbol.symbolLayerCount():
        symbol.deleteSymbolLayer(0)
    if expression:
        moved = QgsGeometryGeneratorSymbolLayer.create({_MOVED: expression, "SymbolType": "Marker"})
        moved.setSubSymbol(own)
        symbol.appendSymbolLayer(moved)
    else:
        for position in range(own.symbolLayerCount()):
            symbol.appendSymbolLayer(own.symbolLayer(position).clone())


def _hide_address(layer: QgsVectorLayer, hidden: bool) -> None:
    """Out of the attribute form and the table, and in again."""
    index = layer.fields().lookupField("address")
    if index < 0 or hidden == (layer.editorWidgetSetup(index).type() == "Hidden"):
        return
    layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden" if hidden else "TextEdit", {}))
    table = layer.attributeTableConfig()
    table.update(layer.fields())
    columns = table.columns()
    for column in columns:
        if column.name == "address":
            column.hidden = hidden
    table.setColumns(columns)
    layer.setAttributeTableConfig(table)
