"""``oltp:getisord``: which cells are hot or cold beyond chance."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from oltp_plugin.layers.result import deliver
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import tr

from ..base import (
    OltpAlgorithm,
    optional,
    progress,
    revealed_parameter,
    study_area_parameter,
    weight_parameter,
)
from .cell_dialog import ShowsCells
from .cell_map import cell_parameters, read_cell_map

FEW_CELLS = 30  # below which a map says little about any of them


class GetisOrd(ShowsCells, OltpAlgorithm):
    """Gi* with an exact p and the false discovery rate controlled."""

    NAME = "getisord"
    GROUP = "hot_spots"

    def title(self):
        return tr("Hot and cold spots (Getis-Ord Gi*)")

    def initAlgorithm(self, configuration=None):
        for parameter in tested_parameters(tr("Significance level of the summary"), self.title()):
            self.addParameter(parameter)

    def work(self, parameters, context, feedback):
        from oltp_plugin.analysis.getis_ord import getis_ord, significance_bin

        revealed = self.parameterAsBoolean(parameters, "INCLUDE_REVEALED", context)
        cell_map = read_cell_map(self, parameters, context, feedback, revealed=revealed)
        cell_map.check_testable()
        cells = cell_map.cells
        found = getis_ord(
            cell_map.n[cells.testable],
            cells.tested_adjacency,
            cells.share[cells.testable],
            progress(feedback, 0.2, 0.8),
        )
        q, significance = judged(self, parameters, context, found.p)
        bins = cells.spread(significance_bin(significance, found.hot).astype(float))
        measures = {
            "n": cell_map.n,
            "z": cells.spread(found.z),
            "p": cells.spread(found.p),
            "q": cells.spread(q),
            "bin": whole(bins),
            "neighbours": cells.neighbours + 1,
            "area": cells.area,
        }
        destination = cell_map.write(self, parameters, context, feedback, measures)
        card = cell_map.card(self, parameters, context)
        card.notes += how_tested(found.drawn)
        alpha = self.parameterAsDouble(parameters, "ALPHA", context)
        card.notes.append(_summary(significance <= alpha, found.hot, alpha))
        card.warnings += warnings(len(found.p), cell_map.n[cells.testable])
        card.log(feedback)
        by_p = significance is found.p
        deliver(destination, context, "getis_ord", card, said_of_p if by_p else None)
        return {"OUTPUT": destination}


def tested_parameters(level: str, result: str):
    """What every test of cells asks; ``level`` says what ALPHA is for."""
    kind = QgsProcessing.SourceType
    return (
        QgsProcessingParameterFeatureSource("INPUT", tr("Incidents"), [kind.TypeVectorPoint]),
        study_area_parameter(),
        weight_parameter(),
        *cell_parameters(),
        optional(
            QgsProcessingParameterNumber(
                "ALPHA",
                level,
                QgsProcessingParameterNumber.Type.Double,
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
        revealed_parameter(),
        QgsProcessingParameterFeatureSink("OUTPUT", result, kind.TypeVectorPolygon),
    )


def judged(algorithm, parameters, context, p: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """q of each p, and what the classes follow: q, or p without FDR."""
    from oltp_plugin.analysis.false_discovery import benjamini_hochberg

    q = benjamini_hochberg(p)
    return q, q if algorithm.parameterAsBoolean(parameters, "FDR", context) else p


def whole(values: np.ndarray):
    """Whole numbers, masked where NaN."""
    return np.ma.masked_array(np.nan_to_num(values).astype(np.int64), np.isnan(values))


def said_of_p(layer) -> None:
    """The legend of a map without FDR: its classes follow p."""
    renderer = layer.renderer().clone()
    for index, category in enumerate(renderer.categories()):
        renderer.updateCategoryLabel(index, category.label().replace("(q ", "(p "))
    layer.setRenderer(renderer)


def how_tested(drawn: int) -> list[str]:
    """The sentence on where p comes from."""
    if drawn:
        return [
            tr(
                "p from {n} random sums of the map's own cells, the same for every cell: the "
                "weights have no common unit, or are too many to calculate with."
            ).format(n=drawn)
        ]
    return [tr("p from the exact distribution of sums of the map's own cells, two-sided.")]


def warnings(tested: int, n: np.ndarray) -> list[str]:
    """What makes a test of ``tested`` cells that hold ``n`` say little."""
    told = []
    if tested < FEW_CELLS:
        few = tr("Only {n} cells are tested, so that hardly anything can stand out.")
        told.append(few.format(n=tested))
    if n.min() == n.max():
        told.append(tr("All cells hold the same: nothing can stand out."))
    return told


def _summary(significant: np.ndarray, hot: np.ndarray, alpha: float) -> str:
    return tr("At {alpha}: {hot} hot cells, {cold} cold cells, {rest} neither.").format(
        alpha=decimal(alpha),
        hot=int(np.count_nonzero(significant & (hot > 0))),
        cold=int(np.count_nonzero(significant & (hot < 0))),
        rest=int(np.count_nonzero(~significant | (hot == 0))),
    )
