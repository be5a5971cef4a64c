"""The space-time cube of INPUT: incidents by cell and time step, hot or cold in each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from oltp_plugin.errors import AnalysisError
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import tr

from ..base import (
    optional,
    progress,
    revealed_parameter,
    study_area_parameter,
    time_parameter,
    weight_parameter,
)
from ..over_time import history_fields, missing_months, step_notes, step_parameters, time_steps
from .cell_map import CellMap, cell_parameters, read_cell_map
from .getis_ord import how_tested


@dataclass
class Cube:
    """``step``: of each record, -1 for none. ``counts``: cells × steps. ``z``, ``state`` (1 hot,
    -1 cold): testable cells × steps. ``drawn``: random sums behind p, 0 where it is exact."""

    cell_map: CellMap
    steps: object
    step: np.ndarray
    counts: np.ndarray
    z: np.ndarray
    state: np.ndarray
    drawn: int
    alpha: float

    def card(self, algorithm, parameters, context):
        """The run card, with which steps there are and how hot was decided."""
        card = self.cell_map.card(algorithm, parameters, context)
        out = int(np.count_nonzero((self.cell_map.position >= 0) & (self.step < 0)))
        card.used -= out
        card.left_out[tr("in no whole time step")] = out
        card.notes += [
            *step_notes(self.steps),
            *how_tested(self.drawn),
            tr(
                "A cell is hot or cold in a step at q ≤ {alpha}, corrected for the number of cells "
                "in that step."
            ).format(alpha=decimal(self.alpha)),
        ]
        empty = int(np.count_nonzero(~self.counts.any(axis=0)))
        if empty:
            card.warnings.append(
                tr(
                    "Time steps without a single record: {n} of {all}. Is a date wrong, or are "
                    "records missing?"
                ).format(n=empty, all=len(self.steps))
            )
        return card

    def spread(self, tested: np.ndarray) -> np.ndarray:
        """Values of the testable cells as those of all cells: NaN, None or masked elsewhere."""
        testable = self.cell_map.cells.testable
        if tested.dtype.kind == "O":
            texts = np.full(len(testable), None, dtype=object)
            texts[testable] = tested
            return texts
        if tested.dtype.kind == "f":
            return self.cell_map.cells.spread(tested)
        numbers = np.ma.masked_all(len(testable), dtype=np.int64)
        numbers[testable] = tested
        return numbers


def cube_parameters(size: float) -> list:
    """What both algorithms on a cube ask."""
    kind = QgsProcessing.SourceType.TypeVectorPoint
    return [
        QgsProcessingParameterFeatureSource("INPUT", tr("Incidents"), [kind]),
        time_parameter(tr("Date of the incident")),
        *step_parameters(),
        study_area_parameter(),
        weight_parameter(),
        *cell_parameters(size),
        optional(
            QgsProcessingParameterNumber(
                "ALPHA",
                tr("Significance level"),
                QgsProcessingParameterNumber.Type.Double,
                0.05,
                minValue=0,
                maxValue=1,
            )
        ),
        revealed_parameter(),
    ]


def read_cube(algorithm, parameters, context, feedback, least: int) -> Cube:
    """Count and judge INPUT; ``AnalysisError`` with fewer than ``least`` whole steps."""
    from oltp_plugin.analysis.space_time_cube import counted, states

    field = algorithm.parameterAsString(parameters, "TIME_FIELD", context)
    wanted = [field, *history_fields(algorithm, parameters, "INPUT", context)]
    revealed = algorithm.parameterAsBoolean(parameters, "INCLUDE_REVEALED", context)
    cell_map = read_cell_map(
        algorithm, parameters, context, feedback, list(dict.fromkeys(wanted)), revealed
    )
    cell_map.check_testable()
    times = cell_map.dated(field)
    steps = time_steps(algorithm, parameters, context, times, missing_months(cell_map.points))
    if len(steps) < least:
        raise AnalysisError("too_few_steps", n=len(steps), least=least)
    cells = cell_map.cells
    step = steps.index(times)
    counts = counted(cell_map.position, step, cell_map.points.weights, len(cells), len(steps))
    alpha = algorithm.parameterAsDouble(parameters, "ALPHA", context)
    found = states(
        counts[cells.testable],
        cells.tested_adjacency,
        cells.share[cells.testable],
        alpha,
        progress(feedback, 0.2, 0.7),
    )
    return Cube(cell_map, steps, step, counts, found.z, found.state, found.drawn, alpha)
