"""``oltp:dualkerneldensity``: incidents against residents, dwellings, boardings, another period."""

from __future__ import annotations

import math

import numpy as np
from qgis.core import (
    QgsColorRampShader,
    QgsProcessing,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterRasterDestination,
    QgsProcessingUtils,
)

from oltp_plugin.errors import AnalysisError
from oltp_plugin.layers.result import deliver
from oltp_plugin.local_format import number
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, optional, progress
from ..inputs import check_weight
from ..raster import write_raster
from .kernel_density import FEW, distance_parameter, extent_of, round_step
from .point_inputs import last_parameters, point_parameters

LOG2, RATIO, DIFFERENCE = range(3)  # for ever
LIMITS = (0.25, 0.5, 0.8, 1.25, 2.0, 4.0)  # ratios between the classes


class DualKernelDensity(OltpAlgorithm):
    """Ratio or difference of two kernel densities with the same radius and cells."""

    NAME = "dualkerneldensity"
    GROUP = "hot_spots"

    def title(self):
        return tr("Dual kernel density")

    def initAlgorithm(self, configuration=None):
        incidents, *others = point_parameters()
        modes = [tr("Ratio, as log2"), tr("Ratio"), tr("Difference, in incidents per km²")]
        for parameter in (
            incidents,
            QgsProcessingParameterFeatureSource(
                "REFERENCE",
                tr("Reference (residents, dwellings, boardings, another period)"),
                [QgsProcessing.SourceType.TypeVectorPoint],
            ),
            optional(
                QgsProcessingParameterField(
                    "REFERENCE_WEIGHT_FIELD",
                    tr("Weight field of the reference"),
                    parentLayerParameterName="REFERENCE",
                    type=QgsProcessingParameterField.DataType.Numeric,
                )
            ),
            *others,
            distance_parameter("RADIUS", tr("Radius (bandwidth)"), 250),
            distance_parameter("CELL_SIZE", tr("Cell size"), 50),
            optional(QgsProcessingParameterEnum("MODE", tr("Result"), modes, defaultValue=LOG2)),
            *last_parameters(),
            QgsProcessingParameterRasterDestination("OUTPUT", tr("Dual kernel density")),
        ):
            self.addParameter(parameter)

    def work(self, parameters, context, feedback):
        from oltp_plugin.analysis.dual_kernel_density import dual_kernel_density
        from oltp_plugin.analysis.grid import grid_over

        radius = self.parameterAsDouble(parameters, "RADIUS", context)
        cell = self.parameterAsDouble(parameters, "CELL_SIZE", context)
        mode = self.parameterAsEnum(parameters, "MODE", context)
        path = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        points, reference = self._both(parameters, context, feedback)
        area = self.study_area(parameters, points, context, feedback)
        bounds = _around(points, reference, radius) if area is None else area.bounds
        grid = grid_over(bounds, cell)
        found = dual_kernel_density(
            points.x,
            points.y,
            reference.x,
            reference.y,
            grid,
            radius,
            mode,
            points.weights,
            reference.weights,
            area,
            progress(feedback, 0.1, 0.8),
        )
        name = _band_names()[mode]
        write_raster(path, found.values, grid, points.crs, name, progress(feedback, 0.8, 1.0))
        card = self._card(parameters, context, points, reference, found, mode)
        if area is None:
            card.warnings.append(
                tr(
                    "Without a study area the map covers the extent of the records: choose the "
                    "commune as the study area."
                )
            )
        card.log(feedback)
        highest = float(np.nanmax(np.abs(found.values)))
        deliver(
            path,
            context,
            "dual_kernel_density",
            card,
            lambda layer: _classify(layer, mode, highest),
            QgsProcessingUtils.LayerHint.Raster,
        )
        return {"OUTPUT": path}

    def _both(self, parameters, context, feedback):
        """The incidents and the reference, in the incidents' CRS."""
        revealed = self.parameterAsBoolean(parameters, "INCLUDE_REVEALED", context)
        points = self.points(
            parameters, "INPUT", context, feedback, "WEIGHT_FIELD", revealed=revealed
        )
        if not len(points):
            raise AnalysisError("no_located_points")
        if points.weights is not None:
            check_weight(self, parameters, context, points.weights.sum())
        reference = self.points(
            parameters,
            "REFERENCE",
            context,
            feedback,
            "REFERENCE_WEIGHT_FIELD",
            points.crs,
            revealed=revealed,
        )
        if not len(reference):
            raise AnalysisError("no_reference")
        return points, reference

    def _card(self, parameters, context, points, reference, found, mode):
        card = self.card(parameters, context, points)
        card.used = found.used
        card.left_out[tr("outside the study area")] = len(points) - found.used
        card.notes.append(
            tr("Reference “{name}”: {n} points used.").format(
                name=reference.name, n=found.reference_used
            )
        )
        card.notes.append(_meanings()[mode])
        card.notes.append(
            tr(
                "No value where the reference is below 5 % of its maximum: {share} % of the study "
                "area."
            ).format(share=round(100 * found.masked))
        )
        if reference.observatory is not None:
            card.warnings.append(
                tr(
                    "The reference is made of reports too: the map then shows where one kind is "
                    "reported more than the other, not a risk."
                )
            )
        if found.used < FEW:
            card.warnings.append(
                tr("Only {n} records: the shape of this map is largely chance.").format(
                    n=found.used
                )
            )
        return card


def _around(points, reference, radius: float):
    """All that the kernels of both reach."""
    boxes = np.array([extent_of(points, radius), extent_of(reference, radius)])
    return (*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0))


def _band_names() -> list[str]:
    return [
        tr("log2 of the ratio to the average"),
        tr("Ratio to the average"),
        tr("Incidents per km² above what the reference leads to expect"),
    ]


def _meanings() -> list[str]:
    return [
        tr("0 is the average of the study area, 1 twice as many, −1 half as many."),
        tr("1 is the average of the study area: as many incidents as the reference explains."),
        tr("Unit: incidents per km² more (or less) than the reference leads to expect."),
    ]


def _classify(layer, mode: int, highest: float) -> None:
    """Seven classes around the average, with limits that do not follow the map for a ratio."""
    limits, labels = _differences(highest) if mode == DIFFERENCE else (LIMITS, _ratios())
    if mode == LOG2:
        limits = [math.log2(limit) for limit in limits]
    shader = layer.renderer().shader().rasterShaderFunction()
    items = [
        QgsColorRampShader.ColorRampItem(limit, item.color, label)
        for limit, item, label in zip((*limits, math.inf), shader.colorRampItemList(), labels)
    ]
    shader.setColorRampItemList(items)
    shader.setMinimumValue(limits[0])
    shader.setMaximumValue(limits[-1])
    layer.renderer().setClassificationMin(limits[0])
    layer.renderer().setClassificationMax(limits[-1])
    layer.triggerRepaint()


def _ratios() -> list[str]:
    return [
        tr("Less than a quarter of the average"),
        tr("A quarter to half of the average"),
        tr("Below average"),
        tr("About average"),
        tr("Above average"),
        tr("Two to four times the average"),
        tr("More than four times the average"),
    ]


def _differences(highest: float):
    """Limits at round numbers on both sides of 0, and their labels with the unit."""
    step = round_step(highest / 3)
    limits = [factor * step for factor in (-2, -1, -0.2, 0.2, 1, 2)]
    decimals = max(0, 1 - math.floor(math.log10(step)))
    written = [number(abs(limit), decimals) for limit in limits]
    fewer, more = tr("{low} to {high} fewer per km²"), tr("{low} to {high} more per km²")
    return limits, [
        tr("More than {n} fewer per km²").format(n=written[0]),
        fewer.format(low=written[1], high=written[0]),
        fewer.format(low=written[2], high=written[1]),
        tr("As many as expected (± {n} per km²)").format(n=written[3]),
        more.format(low=written[3], high=written[4]),
        more.format(low=written[4], high=written[5]),
        tr("More than {n} more per km²").format(n=written[5]),
    ]
