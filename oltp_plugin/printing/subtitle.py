"""The filter of the incidents on a page, in words: what a map without a subtitle says."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsMapLayer

from oltp_plugin.layers.filter_words import filter_words, period_words
from oltp_plugin.layers.gated import incidents_of
from oltp_plugin.layers.incident_filter import filter_of


def filter_subtitle(layers: list[QgsMapLayer], dated: bool = True) -> str:
    """Of the first layer of an observatory's incidents whose filter is known; else nothing.

    ``dated`` False: without its days, where each map has its own.
    """
    for layer in layers:
        path = incidents_of(layer)
        chosen = None if path is None else filter_of(layer, path)
        if chosen is not None:
            if not dated:
                chosen = replace(chosen, first_day=None, last_day=None)
            return filter_words(chosen, _catalogue(path))
    return ""


def filter_days(layers: list[QgsMapLayer]) -> str:
    """The days of that filter, in words."""
    for layer in layers:
        path = incidents_of(layer)
        chosen = None if path is None else filter_of(layer, path)
        if chosen is not None:
            return period_words(chosen)
    return ""


def _catalogue(path):
    from oltp_plugin.observatory import catalogue
    from oltp_plugin.observatory.connection import reading

    with reading(path) as connection:
        return catalogue.read(connection)
