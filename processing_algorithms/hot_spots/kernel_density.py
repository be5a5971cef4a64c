"""``oltp:kerneldensity``: incidents per km² as a raster."""

from __future__ import annotations

import math

from qgis.core import (
    QgsColorRampShader,
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterDestination,
    QgsProcessingUtils,
)

from oltp_plugin.errors import AnalysisError
from oltp_plugin.layers.result import deliver
from oltp_plugin.local_format import decimal, number
from oltp_plugin.translation import tr

from ..base import (
    OltpAlgorithm,
    advanced,
    optional,
    progress,
    study_area_parameter,
    weight_parameter,
)
from ..raster import write_raster

# QGIS's order, for ever.
KERNELS = ("quartic", "triangular", "uniform", "triweight", "epanechnikov")
CLASSES = 6
FEW = 30  # records, below which the shape of the map is chance


class KernelDensity(OltpAlgorithm):
    """Exact kernel density with edge correction, per km²."""

    NAME = "kerneldensity"
    GROUP = "hot_spots"

    def title(self):
        return tr("Kernel density")

    def initAlgorithm(self, configuration=None):
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                "INPUT", tr("Incidents"), [QgsProcessing.SourceType.TypeVectorPoint]
            )
        )
        self.addParameter(study_area_parameter())
        self.addParameter(weight_parameter())
        self.addParameter(distance_parameter("RADIUS", tr("Radius (bandwidth)"), 250))
        self.addParameter(distance_parameter("CELL_SIZE", tr("Cell size"), 50))
        kernels = [
            tr("Quartic"),
            tr("Triangular"),
            tr("Uniform"),
            tr("Triweight"),
            tr("Epanechnikov"),
        ]
        self.addParameter(
            optional(QgsProcessingParameterEnum("KERNEL", tr("Kernel"), kernels, defaultValue=0))
        )
        self.addParameter(
            optional(
                QgsProcessingParameterBoolean(
                    "EDGE_CORRECTION", tr("Correct for the edge of the study area"), True
                )
            )
        )
        self.addParameter(
            advanced(
                optional(
                    QgsProcessingParameterBoolean(
                        "INCLUDE_REVEALED",
                        tr("Include what a service's own activity brought to light"),
                        False,
                    )
                )
            )
        )
        self.addParameter(QgsProcessingParameterRasterDestination("OUTPUT", tr("Kernel density")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.analysis.grid import grid_over
        from oltp_plugin.analysis.kernel_density import kernel_density

        radius = self.parameterAsDouble(parameters, "RADIUS", context)
        cell = self.parameterAsDouble(parameters, "CELL_SIZE", context)
        kernel = KERNELS[self.parameterAsEnum(parameters, "KERNEL", context)]
        edges = self.parameterAsBoolean(parameters, "EDGE_CORRECTION", context)
        revealed = self.parameterAsBoolean(parameters, "INCLUDE_REVEALED", context)
        path = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        points = self.points(
            parameters, "INPUT", context, feedback, "WEIGHT_FIELD", revealed=revealed
        )
        if not len(points):
            raise AnalysisError("no_located_points")
        area = self.study_area(parameters, points, context, feedback)
        grid = grid_over(extent_of(points, radius) if area is None else area.bounds, cell)
        density = kernel_density(
            points.x,
            points.y,
            grid,
            radius,
            kernel,
            points.weights,
            area,
            edges,
            progress(feedback, 0.1, 0.8),
        )
        write_raster(
            path,
            density.per_km2,
            grid,
            points.crs,
            tr("Incidents per km²"),
            progress(feedback, 0.8, 1.0),
        )
        card = self.card(parameters, context, points)
        card.used = density.used
        card.left_out[tr("outside the study area")] = len(points) - density.used
        card.notes += [*_notes(area, edges), *_proposed(points)]
        card.warnings += _warnings(points, density.used, area)
        card.log(feedback)
        highest = float(_highest(density.per_km2))
        deliver(
            path,
            context,
            "kernel_density",
            card,
            lambda layer: _classify(layer, highest),
            QgsProcessingUtils.LayerHint.Raster,
        )
        return {"OUTPUT": path}


def distance_parameter(name: str, label: str, default: float):
    return optional(
        QgsProcessingParameterDistance(
            name, label, default, parentParameterName="INPUT", minValue=0.001
        )
    )


def extent_of(points, radius: float) -> tuple[float, float, float, float]:
    """All that the points' kernels reach."""
    return (
        points.x.min() - radius,
        points.y.min() - radius,
        points.x.max() + radius,
        points.y.max() + radius,
    )


def _highest(density):
    import numpy as np

    return np.nanmax(density) if np.isfinite(density).any() else 0.0


def _notes(area, edges: bool) -> list[str]:
    notes = [tr("Unit: incidents per km², at the centre of each cell.")]
    if area is not None and edges:
        notes.append(
            tr(
                "Edge correction: each cell's density is divided by the part of its kernel that "
                "lies in the study area."
            )
        )
    return notes


def _proposed(points) -> list[str]:
    """What radius the records suggest, and why; nothing where they are too few for one."""
    from oltp_plugin.analysis.proposals import NEIGHBOURS, radius

    proposed = radius(points.x, points.y)
    if math.isnan(proposed):
        return []
    return [
        tr(
            "To start from, these records suggest a radius of {radius} m: half of them have "
            "{others} others within it."
        ).format(radius=decimal(proposed), others=NEIGHBOURS)
    ]


def _warnings(points, used: int, area) -> list[str]:
    warnings = []
    if area is None:
        warnings.append(
            tr(
                "Without a study area the map covers the extent of the records, and its edges are "
                "not corrected: choose the commune as the study area."
            )
        )
    if points.x.min() == points.x.max() and points.y.min() == points.y.max():
        warnings.append(
            tr("All records stand at one and the same point: the map only shows the kernel.")
        )
    elif used < FEW:
        warnings.append(
            tr("Only {n} records: the shape of this map is largely chance.").format(n=used)
        )
    return warnings


def _classify(layer, highest: float) -> None:
    """Round class limits up to the highest density; labels say the unit."""
    shader = layer.renderer().shader().rasterShaderFunction()
    step = round_step(highest / CLASSES)
    places = 0 if step >= 1 else -math.floor(math.log10(step))

    items = []
    for position, item in enumerate(shader.colorRampItemList()):
        low, high = position * step, (position + 1) * step
        last = high >= highest
        label = tr("{low} to {high} incidents per km²")
        text = label.format(low=number(low, places), high=number(high, places))
        value = math.inf if last else high
        items.append(QgsColorRampShader.ColorRampItem(value, item.color, text))
        if last:
            break
    shader.setColorRampItemList(items)
    shader.setMinimumValue(0)
    shader.setMaximumValue(len(items) * step)
    layer.renderer().setClassificationMin(0)
    layer.renderer().setClassificationMax(len(items) * step)
    layer.triggerRepaint()


def round_step(least: float) -> float:
    """The smallest of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 times a power of ten from ``least`` on."""
    if least <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    return power * next(
        each for each in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if each * power >= least
    )
