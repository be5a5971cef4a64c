"""``oltp:localmoran``: cells that resemble their neighbours, or stand out among them."""

from __future__ import annotations

import numpy as np

from oltp_plugin.layers.result import deliver
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, progress
from .cell_dialog import ShowsCells
from .cell_map import read_cell_map
from .getis_ord import how_tested, judged, tested_parameters, warnings


class LocalMoran(ShowsCells, OltpAlgorithm):
    """Local Moran with an exact p and the false discovery rate controlled."""

    NAME = "localmoran"
    GROUP = "hot_spots"

    def title(self):
        return tr("Clusters and outliers (local Moran)")

    def initAlgorithm(self, configuration=None):
        for parameter in tested_parameters(tr("Significance level of the classes"), self.title()):
            self.addParameter(parameter)

    def work(self, parameters, context, feedback):
        from oltp_plugin.analysis.moran import local_moran

        revealed = self.parameterAsBoolean(parameters, "INCLUDE_REVEALED", context)
        cell_map = read_cell_map(self, parameters, context, feedback, revealed=revealed)
        cell_map.check_testable()
        cells, tested = cell_map.cells, cell_map.n[cell_map.cells.testable]
        found = local_moran(
            tested,
            cells.tested_adjacency,
            cells.share[cells.testable],
            progress(feedback, 0.2, 0.8),
        )
        q, significance = judged(self, parameters, context, found.p)
        alpha = self.parameterAsDouble(parameters, "ALPHA", context)
        classes = np.where(significance <= alpha, found.quadrant, "none")
        every = np.full(len(cells), None, dtype=object)
        every[cells.testable] = classes
        measures = {
            "n": cell_map.n,
            "i": cells.spread(found.i),
            "z": cells.spread(found.z),
            "p": cells.spread(found.p),
            "q": cells.spread(q),
            "class": every,
            "neighbours": cells.neighbours,
            "area": cells.area,
        }
        destination = cell_map.write(self, parameters, context, feedback, measures)
        card = cell_map.card(self, parameters, context)
        card.notes += how_tested(found.drawn)
        card.notes += _over_the_map(tested, cells.tested_adjacency)
        card.notes.append(_summary(classes, alpha))
        card.warnings += warnings(len(tested), tested)
        card.log(feedback)
        deliver(destination, context, "local_moran", card)
        return {"OUTPUT": destination}


def _over_the_map(values: np.ndarray, adjacency) -> list[str]:
    """Moran's I of all cells together, where there are enough for its moments."""
    from oltp_plugin.analysis.moran import moran

    if len(values) < 4 or values.min() == values.max():
        return []
    whole = moran(values, adjacency)
    told = tr("Moran's I over the map: {i} (by chance {expected}, z {z})")
    return [
        told.format(
            i=decimal(whole.i, 3),
            expected=decimal(whole.expected, 3),
            z=decimal(whole.z, 1),
        )
    ]


def _summary(classes: np.ndarray, alpha: float) -> str:
    told = tr(
        "At {alpha}: many among many {hh}, few among few {ll}, many among few {hl}, few among many "
        "{lh}, no clear pattern {none}."
    )
    counts = {each.lower(): int((classes == each).sum()) for each in ("HH", "LL", "HL", "LH")}
    return told.format(alpha=decimal(alpha), none=int((classes == "none").sum()), **counts)
