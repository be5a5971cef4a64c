"""How the results on a page were made, in a line each, from their run cards."""

from __future__ import annotations

import re

from qgis.core import QgsApplication, QgsMapLayer, QgsRasterLayer

from oltp_plugin.layers.run_card import counts_of

_ASKED = re.compile(r"^([A-Z][A-Z0-9_]*) = (.*)$")
_MADE = re.compile(r"\boltp:[a-z]+\b")
_NOT_SAID = ("INPUT", "INCIDENTS")  # layers that the page names already, by the result


def run_card_lines(layers: list[QgsMapLayer]) -> list[str]:
    """Title, parameters under the names that the dialog gives them; only of results."""
    return list(dict.fromkeys(filter(None, map(_line, layers))))


def _line(layer: QgsMapLayer) -> str:
    if counts_of(layer) is None:
        return ""
    if not layer.metadata().history() and isinstance(layer, QgsRasterLayer):
        layer = layer.clone()  # QGIS does not read a raster's .qmd by itself
        layer.loadDefaultMetadata()
    metadata = layer.metadata()
    history = metadata.history()
    made = _MADE.search(history[0]) if history else None
    known = QgsApplication.processingRegistry().algorithmById(made.group()) if made else None
    asked = []
    for match in filter(None, map(_ASKED.match, history)):
        name, value = match.groups()
        if name in _NOT_SAID:
            continue
        definition = known.parameterDefinition(name) if known else None
        asked.append(f"{definition.description() if definition else name}: {_plain(value)}")
    title = metadata.title()
    return f"{title} ({'; '.join(asked)})" if asked else title


def _plain(value: str) -> str:
    """ "0 (Quartic)" is the choice's name; "250.0" is 250."""
    chosen = re.fullmatch(r"\d+ \((.*)\)", value)
    if chosen:
        return chosen.group(1)
    return value[:-2] if re.fullmatch(r"-?\d+\.0", value) else value
