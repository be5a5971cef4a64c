"""Where the data of a map comes from, as far as its layers say."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayer

from oltp_plugin.layers.observatory_source import observatory_of
from oltp_plugin.layers.run_card import sources_of
from oltp_plugin.local_format import period
from oltp_plugin.printing.limits import COPIED_FROM
from oltp_plugin.printing.records import Delivery, Records
from oltp_plugin.printing.words import listed


def known_sources(layers: list[QgsMapLayer], records: list[Records]) -> str:
    """The partners whose records are on the map, with their dates; then the layers' stated rights.

    The partners are those of the observatory that the layers belong to; of a result alone, those
    that its run card names.
    """
    names = _partner_names(layers)
    stated = [
        _dated(names.get(delivery.partner, delivery.partner), delivery)
        for counted in records
        for delivery in counted.deliveries
    ]
    behind = (each.partner for layer in layers for each in sources_of(layer))
    told = {delivery.partner for counted in records for delivery in counted.deliveries}
    stated += [names.get(partner, partner) for partner in behind if partner not in told]
    stated += [right.strip() for layer in layers for right in layer.metadata().rights()]
    return listed(dict.fromkeys(filter(None, stated)))


def _partner_names(layers: list[QgsMapLayer]) -> dict[str, str]:
    """Names by code, of the partners of the layers' observatories."""
    from oltp_plugin.observatory.summary import summary

    copied = {layer.customProperty(COPIED_FROM) for layer in layers} - {None}
    observatories = {path for path in map(observatory_of, layers) if path} | set(map(Path, copied))
    return {
        partner.code: partner.name for path in observatories for partner in summary(path).partners
    }


def _dated(name: str, delivery: Delivery) -> str:
    if delivery.first is None or delivery.last is None:
        return name
    return f"{name} ({period(delivery.first, delivery.last)})"
