"""What every algorithm of the provider shares, so that the next one is cheap to write.

A subclass says its ``NAME`` (for ever), its ``GROUP``, its ``title``, its parameters in
``initAlgorithm`` and its work in ``work`` (``run`` is QGIS's own), which reads parameters, calls
``analysis`` or ``observatory`` with plain values, and writes the sinks.
"""

from __future__ import annotations

import contextlib

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QIcon

from oltp_plugin.errors import Cancelled, LayerError, OltpError
from oltp_plugin.geos import load_shapely
from oltp_plugin.layers.observatory_source import observatory_of
from oltp_plugin.layers.run_card import RunCard
from oltp_plugin.layers.shown_records import partners_of
from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.observatory import gate
from oltp_plugin.paths import ICONS
from oltp_plugin.translation import language, sentence, tr

from . import destinations, recipe
from .gating import notes
from .help_page import help_page
from .inputs import (
    Incidents,
    check_crs,
    described,
    open_source,
    read_commune,
    read_incidents,
    read_polygons,
)
from .told import data_date, dates_of


def group_title(group: str) -> str:
    """The toolbox group's name in the user's language."""
    return {
        "observatory": tr("Observatory"),
        "hot_spots": tr("Hot spots"),
        "time": tr("Time"),
        "places": tr("Places and buffers"),
        "space_time": tr("Space and time together"),
        "printing": tr("Print"),
    }[group]


def optional(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """``parameter``, which may be left out (QGIS 3.22 asks for it even with a default)."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagOptional)
    return parameter


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """``parameter``, folded away in the dialog."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def study_area_parameter() -> QgsProcessingParameterDefinition:
    """STUDY_AREA: polygons; without them, the observatory's commune."""
    return optional(
        QgsProcessingParameterFeatureSource(
            "STUDY_AREA", tr("Study area"), [QgsProcessing.SourceType.TypeVectorPolygon]
        )
    )


def weight_parameter(layer: str = "INPUT") -> QgsProcessingParameterDefinition:
    """WEIGHT_FIELD: a numeric field of the parameter ``layer``."""
    return optional(
        QgsProcessingParameterField(
            "WEIGHT_FIELD",
            tr("Weight field (each record counts once without one)"),
            parentLayerParameterName=layer,
            type=QgsProcessingParameterField.DataType.Numeric,
        )
    )


def time_parameter(
    label: str, name: str = "TIME_FIELD", layer: str = "INPUT"
) -> QgsProcessingParameterDefinition:
    """A date, a date-time or ISO text among the fields of the parameter ``layer``."""
    return QgsProcessingParameterField(name, label, parentLayerParameterName=layer)


def revealed_parameter() -> QgsProcessingParameterDefinition:
    """INCLUDE_REVEALED: off, because checks and seizures follow a service's own activity."""
    return advanced(
        optional(
            QgsProcessingParameterBoolean(
                "INCLUDE_REVEALED",
                tr("Include what a service's own activity brought to light"),
                False,
            )
        )
    )


def progress(feedback, start: float = 0.0, end: float = 1.0):
    """A ``tick(fraction)`` for analysis functions: true progress, and ``Cancelled`` when asked."""

    def tick(fraction: float) -> None:
        if feedback.isCanceled():
            raise Cancelled()
        feedback.setProgress(100 * (start + (end - start) * fraction))

    return tick


def _note(refusal: gate.AgreementError) -> None:
    """In the observatory's journal; a file that cannot be written now is no reason to say more."""
    if refusal.file is not None:
        with contextlib.suppress(OltpError), guarded(refusal.file):
            gate.note(refusal.file, refusal)


class Named:
    """How the toolbox shows an algorithm: by its ``NAME``, its ``GROUP`` and its ``title``."""

    NAME = ""
    GROUP = ""

    def title(self) -> str:
        """The name that the toolbox shows."""
        raise QgsProcessingException(f"{type(self).__name__} has no title")

    def createInstance(self):
        return type(self)()

    def name(self):
        return self.NAME

    def displayName(self):
        return self.title()

    def group(self):
        return group_title(self.GROUP)

    def groupId(self):
        return self.GROUP

    def icon(self):
        return QIcon(str(ICONS / "oltp.svg"))

    def shortHelpString(self):
        return help_page(self.NAME, language())


class OltpAlgorithm(Named, QgsProcessingAlgorithm):
    """Base class: inputs, outputs, and errors as one sentence."""

    USE = "analyse"  # what the gate of agreements is asked for: one of gate.USES

    def work(self, parameters, context, feedback) -> dict:
        """The work; an ``OltpError`` raised here reaches the user as its sentence."""
        raise QgsProcessingException(f"{type(self).__name__} has no work")

    def processAlgorithm(self, parameters, context, feedback):
        self.answer = gate.Answer()
        self.outputs: dict[str, str] = {}
        results, refusal = self._worked(parameters, context, feedback)
        if refusal is not None:
            # QGIS never frees an exception that leaves this method, nor what its frames hold: it
            # takes none of the frames that read the records and opened the file along.
            del self, parameters, context, feedback
            raise QgsProcessingException(refusal)
        return results

    def _worked(self, parameters, context, feedback) -> tuple[dict, str | None]:
        """The results of ``work``, or the sentence that says why there are none."""
        try:
            load_shapely()
            destinations.check(self, parameters, context)
            return self.work(parameters, context, feedback), None
        except gate.AgreementError as error:
            _note(error)
            return {}, sentence(error)
        except OltpError as error:
            return {}, sentence(error)
        except ModuleNotFoundError as error:
            return {}, sentence(LayerError("missing_library", name=error.name))
        except QgsProcessingException as error:
            return {}, str(error)

    def parameterAsSink(self, parameters, name, context, fields, kind, *how):  # noqa: N802
        """QGIS's own; where the output goes is remembered for the run card."""
        if kind == QgsWkbTypes.Type.NoGeometry:
            destinations.check_table(parameters.get(name), context)
        sink, destination = super().parameterAsSink(parameters, name, context, fields, kind, *how)
        self.outputs[destination] = name
        return sink, destination

    def parameterAsOutputLayer(self, parameters, name, context):  # noqa: N802 - QGIS's name
        """The same for a file that the algorithm writes itself."""
        destination = super().parameterAsOutputLayer(parameters, name, context)
        self.outputs[destination] = name
        return destination

    def parameterAsSource(self, parameters, name, context):  # noqa: N802 - QGIS's name
        """QGIS's own, which takes invalid geometries: they are mended, or do not matter.

        QGIS would refuse them with an exception that Python's loops do not survive.
        """
        source = super().parameterAsSource(parameters, name, context)
        if source is not None:
            source.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        return source

    def parameterAsVectorLayer(self, parameters, name, context):  # noqa: N802 - QGIS's name
        """The layer of a parameter, also where only its selection is asked for.

        For such a one QGIS 3.22 answers None.
        """
        value = parameters.get(name)
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            parameters = {**parameters, name: value.source}
        return super().parameterAsVectorLayer(parameters, name, context)

    def source(self, parameters, name, context, needs="address"):
        """The feature source of the parameter ``name``; ``needs``: as in ``open_source``."""
        return open_source(self, parameters, name, context, needs)

    def metric_source(self, parameters, name, context):
        """The feature source of the first layer, whose CRS the others take: it is in metres."""
        source = self.source(parameters, name, context)
        check_crs(source.sourceCrs(), source.sourceName(), source.sourceExtent)
        return source

    def points(
        self,
        parameters,
        name,
        context,
        feedback,
        weight=None,
        crs=None,
        fields=(),
        revealed=True,
        needs="cell",
    ) -> Incidents:
        """The records of the parameter ``name`` that have a point and count (``inputs.py``)."""
        return read_incidents(
            self,
            parameters,
            name,
            context,
            feedback,
            weight,
            crs,
            fields,
            revealed,
            needs=needs,
        )

    def records(self, parameters, name, context, feedback, **chosen) -> Incidents:
        """The same of any layer or table, with the records that have no point: x and y NaN.

        ``chosen``: as for ``read_incidents``; no place is needed unless it says so.
        """
        chosen = {"needs": "none", **chosen}
        return read_incidents(self, parameters, name, context, feedback, located=False, **chosen)

    def study_area(self, parameters, points: Incidents, context, feedback):
        """STUDY_AREA as one shapely geometry in the points' CRS, else the observatory's commune.

        None where there is neither.
        """
        if parameters.get("STUDY_AREA") not in (None, ""):
            return read_polygons(self, parameters, "STUDY_AREA", points.crs, context, feedback)
        if points.observatory is not None:
            return read_commune(points.observatory, points.crs, context)
        return None

    def card(self, parameters, context, points: Incidents) -> RunCard:
        """The run card of a result made from ``points``."""
        return RunCard(
            algorithm=self.id(),
            title=self.title(),
            parameters=described(self, parameters, context),
            used=len(points),
            left_out=dict(points.left_out),
            data_date=points.data_date,
            notes=[*points.notes, *notes(self.answer)],
            warnings=list(points.warnings),
            total=points.total,
            unlocated=points.unlocated,
            sources=self.answer.sources,
            told=[*points.told, *dates_of(points, parameters), self._sources(points)],
            recipe=recipe.written(
                self, parameters, context, lambda layer: data_date(layer, observatory_of(layer))
            ),
            outputs=self.outputs,
        )

    def _sources(self, points: Incidents) -> str:
        names = [points.name]
        if points.observatory is not None and self.answer.sources:
            codes = list(dict.fromkeys(each.partner for each in self.answer.sources))
            names = partners_of(points.observatory, codes)
        return tr("Sources: {names}").format(names=", ".join(names))
