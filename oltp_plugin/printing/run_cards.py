"""How the results on a page were made, in a line each, from their run cards."""

from __future__ import annotations

import re

from qgis.core import QgsApplication, QgsMapLayer

from oltp_plugin.layers.run_card import asked_of, made_by
from oltp_plugin.local_format import decimal
from oltp_plugin.printing.words import listed
from oltp_plugin.translation import tr

_NOT_SAID = ("INPUT", "INCIDENTS")  # layers that the page names already, by the result


def run_card_lines(layers: list[QgsMapLayer]) -> list[str]:
    """Title and parameters, under the names that the dialog gives them; only of results."""
    return list(dict.fromkeys(filter(None, map(_line, layers))))


def _line(layer: QgsMapLayer) -> str:
    maker = made_by(layer)
    known = QgsApplication.processingRegistry().algorithmById(maker) if maker else None
    if known is None:
        return ""
    asked = []
    for name, value in asked_of(layer).items():
        definition = known.parameterDefinition(name)
        if name in _NOT_SAID or definition is None or value == "false":
            continue
        said = definition.description()
        asked.append(said if value == "true" else _said(said, _plain(value), definition.type()))
    return f"{known.displayName()} ({listed(asked)})" if asked else known.displayName()


def _said(description: str, value: str, kind: str) -> str:
    text = tr("{name}: {value} m") if kind == "distance" else tr("{name}: {value}")
    return text.format(name=description, value=value)


def _plain(value: str) -> str:
    """The choice's name alone; a number as the user's language writes it."""
    chosen = re.fullmatch(r"\d+ \((.*)\)", value)
    if chosen:
        return chosen.group(1)
    return decimal(float(value)) if re.fullmatch(r"-?\d+\.\d+", value) else value
