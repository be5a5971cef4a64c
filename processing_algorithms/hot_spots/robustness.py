"""``oltp:robustness``: which hot spots stay, whatever was chosen."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from oltp_plugin.errors import AnalysisError, LayerError
from oltp_plugin.layers.result import deliver
from oltp_plugin.printing.words import listed
from oltp_plugin.translation import tr

from ..base import (
    OltpAlgorithm,
    optional,
    progress,
    revealed_parameter,
    study_area_parameter,
    weight_parameter,
)
from ..features import write_rows
from ..records import texts
from .cell_dialog import ShowsCells

GI_STAR, DENSITY = range(2)  # for ever
_PARTNER = "partner"  # an observatory's field


class Robustness(ShowsCells, OltpAlgorithm):
    """The same map with other choices, and how often each place stays hot."""

    NAME = "robustness"
    GROUP = "hot_spots"

    def title(self):
        return tr("Robustness of hot spots")

    def initAlgorithm(self, configuration=None):
        kind = QgsProcessing.SourceType
        maps = [tr("Hot and cold spots (Getis-Ord Gi*)"), tr("Kernel density")]
        number = QgsProcessingParameterNumber.Type
        for parameter in (
            QgsProcessingParameterFeatureSource("INPUT", tr("Incidents"), [kind.TypeVectorPoint]),
            study_area_parameter(),
            weight_parameter(),
            optional(QgsProcessingParameterEnum("MAP", tr("Map to test"), maps, defaultValue=0)),
            _distance("CELL_SIZE", tr("Cell size"), 100),
            optional(
                QgsProcessingParameterEnum(
                    "SHAPE",
                    tr("Cells of Gi*"),
                    [tr("Squares"), tr("Hexagons")],
                    defaultValue=0,
                )
            ),
            optional(
                QgsProcessingParameterNumber(
                    "ALPHA",
                    tr("Significance level of Gi*"),
                    number.Double,
                    0.05,
                    minValue=0,
                    maxValue=1,
                )
            ),
            optional(
                QgsProcessingParameterBoolean(
                    "FDR", tr("Correct for the number of cells tested (FDR)"), True
                )
            ),
            _distance("RADIUS", tr("Radius of the density"), 250),
            optional(
                QgsProcessingParameterNumber(
                    "TOP",
                    tr("Densest part of the study area that counts as hot, in %"),
                    number.Double,
                    5,
                    minValue=0.1,
                    maxValue=50,
                )
            ),
            optional(
                QgsProcessingParameterField(
                    "SOURCE_FIELD",
                    tr("Field of the source (an observatory's partner without one)"),
                    parentLayerParameterName="INPUT",
                )
            ),
            revealed_parameter(),
            QgsProcessingParameterFeatureSink("OUTPUT", self.title(), kind.TypeVectorPolygon),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputString("SENTENCE", tr("Sentence for the meeting")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.analysis.robustness import robustness

        records, points, area = self._read(parameters, context, feedback)
        found = robustness(
            records, area, self._map(parameters, context), progress(feedback, 0.1, 0.9)
        )
        labels = {name: _label(name) for name in found.variants}
        lost = [", ".join(labels[name] for name in names) or None for names in found.lost_in()]
        measures = {
            "share": found.share,
            "hot": found.hot.astype(np.int64),
            "variants": np.full(len(found.cells), len(found.variants), dtype=np.int64),
            "lost_in": np.array(lost, dtype=object),
            "area": found.cells.area,
        }
        destination = write_rows(
            self,
            parameters,
            context,
            points.crs,
            found.cells.geometry,
            measures,
            tick=progress(feedback, 0.9, 1.0),
        )
        told = _sentence(found.places(), len(found.variants))
        card = self.card(parameters, context, points)
        card.used = len(records.x)
        card.left_out[tr("outside the study area")] = len(points) - card.used
        card.notes.append(tr("Variants: {names}").format(names=listed(labels.values())))
        if not records.sources():
            card.notes.append(tr("No source was left out: there is one only, or no field of it."))
        card.notes.append(told)
        card.log(feedback)
        deliver(destination, context, "robustness", card)
        return {"OUTPUT": destination, "SENTENCE": told}

    def _read(self, parameters, context, feedback):
        """The records in the study area, the points that they are of, and that area."""
        import shapely

        from oltp_plugin.analysis.robustness import Records

        source = self.parameterAsString(parameters, "SOURCE_FIELD", context)
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        if not source and layer is not None and layer.fields().lookupField(_PARTNER) >= 0:
            source = _PARTNER
        revealed = self.parameterAsBoolean(parameters, "INCLUDE_REVEALED", context)
        fields = [source] if source else []
        points = self.points(
            parameters, "INPUT", context, feedback, "WEIGHT_FIELD", None, fields, revealed
        )
        if not len(points):
            raise AnalysisError("no_located_points")
        area = self.study_area(parameters, points, context, feedback)
        if area is None:
            raise LayerError("no_study_area")
        shapely.prepare(area)
        sources = texts(points.fields[source]) if source else None
        records = Records(points.x, points.y, points.weights, sources)
        records = records.where(shapely.intersects_xy(area, points.x, points.y))
        if not len(records.x):
            raise AnalysisError("study_area_misses_points")
        return records, points, area

    def _map(self, parameters, context):
        from oltp_plugin.analysis.robustness import DensityMap, GiStarMap

        size = self.parameterAsDouble(parameters, "CELL_SIZE", context)
        if self.parameterAsEnum(parameters, "MAP", context) == DENSITY:
            radius = self.parameterAsDouble(parameters, "RADIUS", context)
            top = self.parameterAsDouble(parameters, "TOP", context) / 100
            return DensityMap(size, radius, top)
        return GiStarMap(
            size,
            self.parameterAsEnum(parameters, "SHAPE", context) == 1,
            self.parameterAsDouble(parameters, "ALPHA", context),
            self.parameterAsBoolean(parameters, "FDR", context),
        )


def _distance(name: str, label: str, default: float):
    return optional(
        QgsProcessingParameterDistance(
            name, label, default, parentParameterName="INPUT", minValue=0.001
        )
    )


def _label(variant: str) -> str:
    """A variant's name in the user's language."""
    kind, _, rest = variant.partition(" ")
    if kind == "without":
        return tr("without {source}").format(source=rest)
    if kind in ("cell", "radius"):
        label = tr("cell {change}") if kind == "cell" else tr("radius {change}")
        return label.format(change=rest.replace("%", "\N{NO-BREAK SPACE}%"))
    return {
        "shift east": tr("grid half a cell east"),
        "shift north": tr("grid half a cell north"),
        "shift both": tr("grid half a cell north-east"),
        "thinned": tr("one record at each place"),
    }[variant]


def _sentence(places: np.ndarray, variants: int) -> str:
    """What to say of the map in a meeting."""
    from oltp_plugin.analysis.robustness import FIRM, WEAK

    if not len(places):
        return tr("The map shows no hot place, so that none can be put to the test.")
    firm, weak = int((places >= FIRM).sum()), int((places < WEAK).sum())
    return tr(
        "Of {all} hot places on the map, {firm} stay hot in at least 9 of 10 of the {variants} "
        "variants, and {weak} in fewer than half: speak of the first, look into the others."
    ).format(all=len(places), firm=firm, weak=weak, variants=variants)
