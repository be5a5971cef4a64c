"""The observatory's incidents as a filtered layer: a view, no copy."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterString,
    QgsVectorLayer,
)

from oltp_plugin.translation import tr

from ..base import OltpAlgorithm
from ..gating import notes
from .parameters import day, day_parameter, layer_source, observatory_parameter, opened


class Incidents(OltpAlgorithm):
    """``oltp:incidents``"""

    NAME = "incidents"
    GROUP = "observatory"

    def title(self):
        return tr("Incidents of an observatory")

    def flags(self):
        return super().flags() | self.Flag.FlagNoThreading  # the layer goes to the main thread

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(day_parameter("FROM", tr("First day")))
        self.addParameter(day_parameter("TO", tr("Last day")))
        for name, description, help_text in (
            ("CATEGORIES", tr("Categories"), tr("Codes of categories or families, with commas.")),
            ("PARTNERS", tr("Partners"), tr("Codes, separated by commas.")),
            ("TERRITORY", tr("Territory"), tr("A code, or level:code where two levels share it.")),
        ):
            parameter = QgsProcessingParameterString(name, description, optional=True)
            parameter.setHelp(help_text)
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputVectorLayer("OUTPUT", tr("Incidents")))
        self.addOutput(QgsProcessingOutputString("SOURCE", tr("Source of the layer")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory import gate
        from oltp_plugin.observatory.connection import reading

        path = opened(self, parameters, context)
        with reading(path) as connection:
            chosen = self._filter(parameters, context, connection)
            chosen.check(connection)
            partners = list(chosen.partners) or gate.partners_of(connection, chosen.sql())
            categories = gate.categories_of(connection, partners, chosen.sql())
            answer = gate.ask(connection, "view", partners, categories)
            query = f"SELECT count(*) FROM incident WHERE {chosen.sql()}"  # nosec B608
            n = connection.execute(query).fetchone()[0]
        source = f"{layer_source(path, 'incident')}|subset={chosen.sql()}"
        feedback.pushInfo(tr("{n} records.").format(n=n))
        for note in notes(answer):
            feedback.pushInfo(note)
        return {"OUTPUT": _offer(source, chosen, context), "SOURCE": source}

    def _filter(self, parameters, context, connection):
        from oltp_plugin.observatory.filter import IncidentFilter, territory_fid

        def words(name: str) -> tuple[str, ...]:
            text = self.parameterAsString(parameters, name, context)
            return tuple(word.strip() for word in text.split(",") if word.strip())

        territory = self.parameterAsString(parameters, "TERRITORY", context).strip()
        return IncidentFilter(
            day(self, parameters, "FROM", context),
            day(self, parameters, "TO", context),
            words("CATEGORIES"),
            words("PARTNERS"),
            territory_fid(connection, territory) if territory else None,
        )


def _offer(source: str, chosen, context) -> str:
    """Put the styled layer where the caller finds it; returns its id."""
    from oltp_plugin.layers.extent import settle_extent
    from oltp_plugin.layers.incident_filter import note_filter
    from oltp_plugin.layers.precision import draw_at_precision
    from oltp_plugin.layers.styling import apply_style

    layer = QgsVectorLayer(source, tr("Incidents"), "ogr")
    settle_extent(layer)
    note_filter(layer, chosen)
    apply_style(layer, "incident")
    draw_at_precision(layer)
    context.temporaryLayerStore().addMapLayer(layer)
    context.addLayerToLoadOnCompletion(
        layer.id(),
        QgsProcessingContext.LayerDetails(layer.name(), context.project(), "OUTPUT"),
    )
    return layer.id()
