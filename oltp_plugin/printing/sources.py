"""Where the data of a map comes from, as far as its layers say."""

from __future__ import annotations

from qgis.core import QgsMapLayer


def known_sources(layers: list[QgsMapLayer]) -> str:
    """The rights that the layers' metadata state, each once, in the layers' order."""
    stated = [right.strip() for layer in layers for right in layer.metadata().rights()]
    return "; ".join(dict.fromkeys(filter(None, stated)))
