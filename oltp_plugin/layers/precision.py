"""Layers of an observatory's incidents, drawn no finer than the agreements let places be shown.

The layer stays a view of the file: what is drawn moves to the centre of its 100 m cell, or is not
drawn where nothing finer than a territory may be shown, and the address leaves form and table.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import (
    QgsEditorWidgetSetup,
    QgsGeometryGeneratorSymbolLayer,
    QgsRenderContext,
    QgsSymbol,
    QgsVectorLayer,
)

from oltp_plugin.observatory import gate
from oltp_plugin.observatory.cells import CELL
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.schema import PRECISIONS

from .gated import incidents_of

_MOVED = "geometryModifier"
_STORED_POINTS = ("heatmapRenderer", "pointCluster", "pointDisplacement")
_OURS = "ELSE $geometry END -- agreements"  # by which our expression is known again
_CENTRE = " + ".join((f"floor({{axis}}($geometry) / {CELL}) * {CELL}", str(CELL / 2)))


def within_agreements(path: Path, condition: str) -> str:
    """``condition``, without what no agreement lets be looked at: a purpose, a category."""
    with reading(path) as connection:
        viewable = gate.viewable(connection)
    return f"({condition}) AND {viewable}" if viewable else condition


def condition_on(path: Path, condition: str, stored_points: bool) -> str:
    """``within_agreements``, for a layer that draws points where they are stored.

    Without the partners whose agreement shows places less finely: its points cannot be moved.
    """
    condition = within_agreements(path, condition)
    if not stored_points:
        return condition
    with reading(path) as connection:
        coarse = gate.finest_by_partner(connection)
    return f"({condition}) AND partner NOT IN ({_quoted(coarse)})" if coarse else condition


def draws_stored_points(layer: QgsVectorLayer) -> bool:
    """Whether the renderer takes no notice of where its symbols move a point."""
    renderer = layer.renderer()
    return renderer is not None and renderer.type() in _STORED_POINTS


def draw_at_precision(layer: QgsVectorLayer) -> None:
    """Make ``layer`` show places no finer than each partner's agreement allows.

    Symbols of single, categorised, graduated and rule-based renderers; called again, it follows
    what the agreements say now. What ``draws_stored_points`` is limited by ``condition_on``.
    """
    path = incidents_of(layer)
    if path is None or layer.renderer() is None:
        return
    with reading(path) as connection:
        finest = gate.finest_by_partner(connection)
    _hide_address(layer, bool(finest))
    if draws_stored_points(layer):
        return
    expression = _shown_geometry(finest)
    for symbol in layer.renderer().symbols(QgsRenderContext()):
        _draw_moved(symbol, expression)
    layer.triggerRepaint()


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
