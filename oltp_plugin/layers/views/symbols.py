"""One symbol a word: colours that colour-blind readers tell apart, then other shapes."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsCategorizedSymbolRenderer, QgsMarkerSymbol, QgsRendererCategory

from oltp_plugin.translation import tr

# Okabe and Ito's palette, its black last but for the yellow, which a white page swallows.
COLOURS = (
    "#d55e00", "#0072b2", "#009e73", "#e69f00", "#cc79a7", "#56b4e9", "#333333", "#f0e442",
)  # fmt: skip
SHAPES = (
    "circle",
    "diamond",
    "triangle",
    "star",
    "pentagon",
    "cross_fill",
    "square",
)  # places are squares
_OTHERS = "#9e9e9e"


def by_word(
    column: str, words: Iterable[tuple[object, str, int]], model: QgsMarkerSymbol
) -> QgsCategorizedSymbolRenderer:
    """One class for each of ``words``: a value or list of values, a label, a position.

    The position (0, 1, …) decides colour and shape. Whatever else comes later is grey.
    """
    classes = [
        QgsRendererCategory(value, symbol_at(position, model), legend_text(label))
        for value, label, position in words
    ]
    others = _symbol(model, _OTHERS, SHAPES[0])
    classes.append(QgsRendererCategory("", others, tr("Others")))
    return QgsCategorizedSymbolRenderer(column, classes)


def symbol_at(position: int, model: QgsMarkerSymbol) -> QgsMarkerSymbol:
    colour, shape = position % len(COLOURS), position // len(COLOURS) % len(SHAPES)
    return _symbol(model, COLOURS[colour], SHAPES[shape])


def legend_text(text: str) -> str:
    """``text`` as a legend shows it; QGIS would compute what stands between [% and %]."""
    return text.replace("[%", "[\u200b%")


def _symbol(model: QgsMarkerSymbol, colour: str, shape: str) -> QgsMarkerSymbol:
    properties = {**model.symbolLayer(0).properties(), "color": colour, "name": shape}
    return QgsMarkerSymbol.createSimple(properties)
