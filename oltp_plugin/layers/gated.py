"""The gate of agreements, asked for the incidents that a layer shows."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from pathlib import Path

from qgis.core import NULL, QgsFeatureRequest, QgsVectorLayer

from oltp_plugin.observatory import gate
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.counting import NOT_WITHDRAWN

from .observatory_source import observatory_of


def has_incidents(layer) -> bool:
    """Whether ``layer`` has an observatory's incidents, by its fields."""
    return isinstance(layer, QgsVectorLayer) and layer.fields().lookupField("partner_ref") >= 0


def incidents_of(layer) -> Path | None:
    """The observatory whose incidents ``layer`` shows; None for any other layer.

    Raises ``ObservatoryError`` where the file cannot be asked now: no agreement is no consent.
    """
    return observatory_of(layer, sure=True) if has_incidents(layer) else None


def ask(layer, use: str, needs: str, diffusion: str = "internal", rows=None) -> gate.Answer:
    """What may be done with the incidents of ``layer``, which ``incidents_of`` knows.

    ``rows``: a feature source, where only some of its rows are used. Raises ``AgreementError``.
    """
    with reading(incidents_of(layer)) as connection:
        if rows is None and not layer.isEditable():
            condition = f"({layer.subsetString().strip() or '1'}) AND {NOT_WITHDRAWN}"
            try:
                return gate.ask_where(connection, use, condition, diffusion, needs)
            except sqlite3.OperationalError:  # a function that only GDAL has
                pass
        held = _held(layer if rows is None else rows)
        return gate.ask(connection, use, sorted(held), held, diffusion, needs)


def _held(source) -> dict[str, set[str]]:
    """The categories of the rows, by partner, as far as the source says; withdrawn ones count."""
    fields = source.fields()
    columns = [fields.lookupField(each) for each in ("partner", "category")]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    held: dict[str, set[str]] = defaultdict(set)
    for feature in source.getFeatures(request.setSubsetOfAttributes(columns)):
        partner, category = (feature.attribute(column) for column in columns)
        if partner != NULL:
            held[str(partner)].add("" if category == NULL else str(category))
    return held
