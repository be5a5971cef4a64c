"""``oltp:emerginghotspots``: how each cell became hot or cold, in 17 categories."""

from __future__ import annotations

from collections import Counter

import numpy as np
from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSink

from oltp_plugin.layers.result import deliver
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, progress
from .class_words import categories_in_words, explain_classes
from .cube import cube_parameters, read_cube

FEW_RECORDS_A_STEP = 30


class EmergingHotSpots(OltpAlgorithm):
    """Gi* in every time step, Mann-Kendall on its z, and Esri's categories."""

    NAME = "emerginghotspots"
    GROUP = "hot_spots"

    def title(self):
        return tr("Emerging hot spots")

    def initAlgorithm(self, configuration=None):
        for parameter in cube_parameters(200):
            self.addParameter(parameter)
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Emerging hot spots"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )

    def work(self, parameters, context, feedback):
        from oltp_plugin.analysis.emerging import CLASSES, FEWEST_STEPS, classify
        from oltp_plugin.analysis.trend import mann_kendall

        cube = read_cube(self, parameters, context, feedback, FEWEST_STEPS)
        trend = mann_kendall(cube.z, progress(feedback, 0.7, 0.8))
        direction = np.where(trend.p <= cube.alpha, np.sign(trend.s), 0)
        classes = np.array(CLASSES, dtype=object)[classify(cube.state, direction)]
        measures = {
            "n": cube.counts.sum(axis=1),
            "class": cube.spread(classes),
            "tau": cube.spread(trend.tau),
            "p": cube.spread(trend.p),
            "hot_steps": cube.spread((cube.state > 0).sum(axis=1)),
            "cold_steps": cube.spread((cube.state < 0).sum(axis=1)),
        }
        destination = cube.cell_map.write(self, parameters, context, feedback, measures)
        card = cube.card(self, parameters, context)
        card.notes.append(_summary(classes))
        card.warnings += _warnings(len(cube.steps), card.used)
        card.log(feedback)
        deliver(destination, context, "emerging_hot_spots", card, _explain)
        return {"OUTPUT": destination}


def _explain(layer) -> None:
    beside = tr("Hot in {hot} steps, cold in {cold}; trend of z: tau {tau}, p {p}")
    values = {
        "hot": '"hot_steps"',
        "cold": '"cold_steps"',
        "tau": 'round("tau", 2)',
        "p": 'round("p", 3)',
    }
    explain_classes(layer, categories_in_words(), beside, values)


def _summary(classes) -> str:
    words = categories_in_words()
    found = Counter(classes.tolist())
    told = ", ".join(f"{words[name][0]} {found[name]}" for name in words if found[name])
    return tr("Cells by category: {counts}").format(counts=told)


def _warnings(steps: int, used: int) -> list[str]:
    from oltp_plugin.analysis.emerging import ADVISED_STEPS

    warnings = []
    if steps < ADVISED_STEPS:
        warnings.append(
            tr(
                "Only {n} time steps: from {advised} on a trend can be told from chance, and “90 % "
                "of the steps” means something."
            ).format(n=steps, advised=ADVISED_STEPS)
        )
    if used < FEW_RECORDS_A_STEP * steps:
        warnings.append(
            tr(
                "Fewer than {few} records a step on average: hardly any cell can be hot; choose "
                "longer steps or larger cells."
            ).format(few=FEW_RECORDS_A_STEP)
        )
    return warnings
