"""The gate of agreements, asked for every layer of an observatory's incidents that is read."""

from __future__ import annotations

from qgis.core import QgsProcessingFeatureSourceDefinition, QgsVectorLayer

from oltp_plugin.layers import gated
from oltp_plugin.observatory import gate
from oltp_plugin.translation import precision_label, tr


def ask(algorithm, parameters, name, context, needs: str) -> gate.Answer:
    """What may be done with the layer of the parameter ``name``; every other layer is free.

    ``needs``: the finest place that the method cannot do without, one of ``schema.PRECISIONS``.
    The answer is remembered for the run card. Raises ``AgreementError``.
    """
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    if gated.incidents_of(layer) is None:
        return gate.Answer()
    whole = is_whole_layer(parameters.get(name), layer)
    rows = None if whole else algorithm.parameterAsSource(parameters, name, context)
    answer = gated.ask(layer, algorithm.USE, needs, rows=rows)
    algorithm.answer += answer
    return answer


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
