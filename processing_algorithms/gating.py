"""The gate of agreements, asked for every layer of an observatory's incidents that is read."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from pathlib import Path

from qgis.core import NULL, QgsFeatureRequest, QgsProcessingFeatureSourceDefinition, QgsVectorLayer

from oltp_plugin.layers.observatory_source import observatory_of
from oltp_plugin.observatory import gate
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.counting import NOT_WITHDRAWN
from oltp_plugin.translation import precision_label, tr


def ask(algorithm, parameters, name, context, needs: str) -> gate.Answer:
    """What may be done with the layer of the parameter ``name``; every other layer is free.

    ``needs``: the finest place that the method cannot do without, one of ``schema.PRECISIONS``.
    The answer is remembered for the run card. Raises ``AgreementError``.
    """
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    path = incidents_of(layer)
    if path is None:
        return gate.Answer()
    with reading(path) as connection:
        answer = _ask(connection, algorithm, parameters, name, context, needs, layer)
    algorithm.answer += answer
    return answer


def incidents_of(layer) -> Path | None:
    """The observatory whose incidents ``layer`` shows; None for any other layer."""
    if layer is None or layer.fields().lookupField("partner_ref") < 0:
        return None
    return observatory_of(layer)


def is_whole_layer(value, layer) -> bool:
    """Whether the parameter asks for the layer as it is: no selection, filter or limit."""
    if layer is None:
        return False
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        narrowed = value.selectedFeaturesOnly or getattr(value, "filterExpression", "")
        return not narrowed and value.featureLimit < 0
    return isinstance(value, (str, QgsVectorLayer))


def notes(answer: gate.Answer) -> list[str]:
    """What a reader of a result must know of the agreements behind it."""
    said = []
    if answer.agreements:
        said.append(
            tr("Under the agreements: {references}").format(references=", ".join(answer.agreements))
        )
    if answer.without:
        said.append(
            tr("Without an agreement, for internal use only: {partners}").format(
                partners=", ".join(answer.without)
            )
        )
    if answer.ended:
        said.append(
            tr("Ended agreements, whose records are for internal use only: {references}").format(
                references=", ".join(answer.ended)
            )
        )
    if answer.finest != "address":
        said.append(
            tr("Nothing finer may be shown than {finest}.").format(
                finest=precision_label(answer.finest)
            )
        )
    if answer.threshold > 1:
        said.append(
            tr("Outside the team, counts below {n} may not be shown.").format(n=answer.threshold)
        )
    return said


def _ask(connection, algorithm, parameters, name, context, needs, layer) -> gate.Answer:
    if is_whole_layer(parameters.get(name), layer) and not layer.isEditable():
        condition = f"({layer.subsetString().strip() or '1'}) AND {NOT_WITHDRAWN}"
        try:
            return gate.ask_where(connection, algorithm.USE, condition, needs=needs)
        except sqlite3.OperationalError:  # a function that only GDAL has
            pass
    source = algorithm.parameterAsSource(parameters, name, context)
    held = _held(source)
    return gate.ask(connection, algorithm.USE, sorted(held), held, needs=needs)


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
