"""``oltp:hotspotclasses``: cells by when they were hot, in six classes."""

from __future__ import annotations

from collections import Counter

import numpy as np
from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSink

from oltp_plugin.layers.result import deliver
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm
from .class_words import classes_in_words, explain_classes
from .cube import cube_parameters, read_cube


class HotspotClasses(OltpAlgorithm):
    """Persistent, emerging, recent, former, intermittent or no hot spot."""

    NAME = "hotspotclasses"
    GROUP = "hot_spots"

    def title(self):
        return tr("Classes of hot spots")

    def initAlgorithm(self, configuration=None):
        for parameter in cube_parameters(200):
            self.addParameter(parameter)
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Classes of hot spots"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )

    def work(self, parameters, context, feedback):
        from oltp_plugin.analysis.hotspot_classes import (
            CLASSES,
            FEWEST_PERIODS,
            classify,
            recent_periods,
        )

        cube = read_cube(self, parameters, context, feedback, FEWEST_PERIODS)
        hot = cube.state > 0
        recent = recent_periods(len(cube.steps))
        classes = np.array(CLASSES, dtype=object)[classify(hot)]
        measures = {
            "n": cube.counts.sum(axis=1),
            "class": cube.spread(classes),
            "hot_steps": cube.spread(hot.sum(axis=1)),
            "hot_recent": cube.spread(hot[:, -recent:].sum(axis=1)),
        }
        destination = cube.cell_map.write(self, parameters, context, feedback, measures)
        card = cube.card(self, parameters, context)
        words, found = classes_in_words(), Counter(classes.tolist())
        card.notes += [
            tr("Recent: the last {recent} of {all} steps.").format(
                recent=recent, all=len(cube.steps)
            ),
            tr("Cells by class: {counts}").format(
                counts=", ".join(f"{words[name][0]} {found[name]}" for name in words)
            ),
        ]
        card.log(feedback)
        deliver(destination, context, "hotspot_classes", card, _explain)
        return {"OUTPUT": destination}


def _explain(layer) -> None:
    beside = tr("Hot in {hot} steps, {recent} of them recent")
    values = {"hot": '"hot_steps"', "recent": '"hot_recent"'}
    explain_classes(layer, classes_in_words(), beside, values)
