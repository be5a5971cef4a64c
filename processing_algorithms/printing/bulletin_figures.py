"""``oltp:bulletinfigures``: what a bulletin said, from which deliveries, and what is so today."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QVariant

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.translation import language, tr

from ..base import OltpAlgorithm, optional, progress
from ..features import write_table
from ..observatory.parameters import observatory_parameter, opened

_TEXT, _WHOLE, _REAL, _YES = QVariant.String, QVariant.Int, QVariant.Double, QVariant.Bool
FIELDS = (
    ("bulletin", _WHOLE), ("kind", _TEXT), ("diffusion", _TEXT), ("made_at", _TEXT),
    ("figure", _TEXT), ("partner", _TEXT), ("category", _TEXT), ("territory", _TEXT),
    ("period_from", _TEXT), ("period_to", _TEXT), ("value", _REAL), ("printed", _YES),
    ("threshold", _WHOLE), ("now", _REAL), ("deliveries", _TEXT),
)  # fmt: skip


class BulletinFigures(OltpAlgorithm):
    """``oltp:bulletinfigures``"""

    NAME = "bulletinfigures"
    GROUP = "printing"

    def title(self):
        return tr("Figures of a bulletin")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        parameter = optional(
            QgsProcessingParameterNumber(
                "BULLETIN", tr("Number"), QgsProcessingParameterNumber.Type.Integer, minValue=1
            )
        )
        parameter.setHelp(tr("Left out: the last one made."))
        self.addParameter(parameter)
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Figures of a bulletin"), QgsProcessing.SourceType.TypeVector
            )
        )

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory import bulletins
        from oltp_plugin.observatory.connection import reading
        from oltp_plugin.observatory.labels import read_labels

        path = opened(self, parameters, context)
        labels = read_labels(path, language())
        tick = progress(feedback)
        with reading(path) as connection:
            known = bulletins.bulletins(connection)
            number = self._number(parameters, context, known)
            made = next((each for each in known if each.fid == number), None)
            figures = bulletins.figures_of(connection, number)
            files = dict(connection.execute("SELECT fid, file_name FROM batch"))
            territories = {
                (level, code): name
                for level, code, name in connection.execute(
                    "SELECT level, code, name FROM territory"
                )
            }
            rows = []
            for index, each in enumerate(figures):
                place = territories.get((each.territory_level, each.territory), each.territory)
                rows.append(
                    (
                        number,
                        made.kind,
                        made.diffusion,
                        made.made_at,
                        each.key,
                        labels.partner(each.partner),
                        labels.category(each.category) if each.category else None,
                        place or None,
                        each.period_from,
                        each.period_to,
                        each.value,
                        not each.hidden,
                        each.threshold,
                        bulletins.today(connection, each),
                        ", ".join(_delivery(batch, files) for batch in each.batches),
                    )
                )
                tick(index / max(1, len(figures)))
        feedback.pushInfo(
            tr("Number {number}, {first} to {last}, made on {day}: {n} figures.").format(
                number=number,
                first=made.period_from,
                last=made.period_to,
                day=made.made_at[:10],
                n=len(figures),
            )
        )
        return {"OUTPUT": write_table(self, parameters, context, FIELDS, rows)}

    def _number(self, parameters, context, known) -> int:
        if parameters.get("BULLETIN") is not None:
            return self.parameterAsInt(parameters, "BULLETIN", context)
        if not known:
            raise ObservatoryError("no_bulletin_yet")
        return known[0].fid


def _delivery(number: int, files: dict) -> str:
    """A batch's number with its file's name, as the ledger keeps it."""
    return f"{number} ({files[number]})" if files.get(number) else str(number)
