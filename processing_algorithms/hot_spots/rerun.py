"""``oltp:rerun``: a result once more, from what its run card says."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingOutputMapLayer,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsRasterLayer,
)

from oltp_plugin import settings
from oltp_plugin.errors import LayerError
from oltp_plugin.layers.observatory_source import observatory_of
from oltp_plugin.layers.run_card import recipe_of
from oltp_plugin.paths import version
from oltp_plugin.translation import tr

from .. import recipe
from ..base import OltpAlgorithm
from ..told import data_date

# Groups whose algorithms only read: a card may come from a file that somebody sent.
_GROUPS = ("hot_spots", "time", "places", "space_time")


class Rerun(OltpAlgorithm):
    """The same algorithm on the same layers with the same parameters."""

    NAME = "rerun"
    GROUP = "hot_spots"

    def title(self):
        return tr("Run again from a result's run card")

    def initAlgorithm(self, configuration=None):
        self.addParameter(QgsProcessingParameterMapLayer("INPUT", tr("Result of an OLTP method")))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "OUTPUT",
                tr("The result again"),
                "GeoPackage (*.gpkg);;GeoTIFF (*.tif);;GeoJSON (*.geojson);;Shapefile (*.shp)",
            )
        )
        self.addOutput(QgsProcessingOutputMapLayer("LAYER", tr("The result again")))

    def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802 - QGIS's name
        """Everything that looks at the project's layers, in the main thread."""
        self.told: list[str] = []
        self.refusal: LayerError | None = None
        try:
            self._prepare(parameters, context)
        except LayerError as error:  # said by processAlgorithm, as every other one
            self.refusal = error
        return True

    def _prepare(self, parameters, context) -> None:
        layer = self.parameterAsLayer(parameters, "INPUT", context)
        if layer is None:
            raise LayerError("no_result_layer")
        self.card = recipe_of(layer)
        self.method = _method(layer, self.card)
        self.output = self.card.get("output", "OUTPUT")
        if self.output not in [
            each.name() for each in self.method.destinationParameterDefinitions()
        ]:
            raise LayerError("card_unreadable", layer=layer.name())
        folder = _folder(layer)
        observatories = settings.load().recent_observatories()

        def layer_of(named: dict):
            found = recipe.find(named, context.project(), folder, observatories)
            if found is None:
                raise _missing(named)
            return self._input(found, named, context)

        try:
            self.values = recipe.read(self.method, self.card["parameters"], layer_of)
        except (AttributeError, TypeError, ValueError) as error:  # somebody wrote it by hand
            raise LayerError("card_unreadable", layer=layer.name()) from error
        self.raster = isinstance(layer, QgsRasterLayer)
        made_by = self.card.get("version")
        if made_by != version():
            self.told.append(
                tr(
                    "The result was made by version {then} of OLTP, this is {now}: numbers may "
                    "differ where a method was corrected."
                ).format(then=made_by, now=version())
            )

    def _input(self, found: str, named: dict, context):
        """What stands for an input; says so where it is not what it was."""
        layer = QgsProcessingUtils.mapLayerFromString(found, context)
        if layer is None:
            raise _missing(named)
        now = recipe.shown(layer, lambda each: data_date(each, observatory_of(each)))
        self.told += _changes(named, now)
        own = layer
        if "selected" in named:
            own = layer.clone()
            context.temporaryLayerStore().addMapLayer(own)
        part = recipe.part_of(own, named)
        return found if part is None else part

    def work(self, parameters, context, feedback):
        if self.refusal is not None:
            raise self.refusal
        output = self._output(parameters, context)
        for warning in self.told:
            feedback.pushWarning(warning)
        feedback.pushInfo(
            tr("Again: {title} ({algorithm})").format(
                title=self.method.displayName(), algorithm=self.method.id()
            )
        )
        name = self.output
        results = self.method.run(
            {**self.values, **self._destinations(name), name: output},
            context,
            feedback,
            {},
            False,
        )[0]
        self._offer(results[name], context)
        return {"OUTPUT": results[name], "LAYER": results[name]}

    def _output(self, parameters, context) -> str:
        """The file to write; a temporary one takes the ending that the result needs."""
        path = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        if (path.suffix.lower() in (".tif", ".tiff")) == self.raster:
            return str(path)
        ending = ".tif" if self.raster else ".gpkg"
        if Path(QgsProcessingUtils.tempFolder()) not in path.parents:
            raise LayerError("wrong_ending", file=path.name, ending=ending)
        return str(path.with_suffix(ending))

    def _destinations(self, name: str) -> dict[str, str]:
        """Where the method's other results go, which nobody asked for but it must make."""
        return {
            each.name(): "TEMPORARY_OUTPUT"
            for each in self.method.destinationParameterDefinitions()
            if each.name() != name and not each.flags() & each.Flag.FlagOptional
        }

    def _offer(self, result: str, context) -> None:
        details = QgsProcessingContext.LayerDetails(
            self.method.displayName(), context.project(), "LAYER"
        )
        context.addLayerToLoadOnCompletion(result, details)


def _method(layer, card: dict):
    """The algorithm that a card names.

    Raises ``LayerError`` where there is no card, or none of a method that only reads.
    """
    if not card:
        raise LayerError("no_run_card", layer=layer.name())
    method = QgsApplication.processingRegistry().createAlgorithmById(card["algorithm"])
    if (
        not isinstance(method, OltpAlgorithm)
        or method.GROUP not in _GROUPS
        or isinstance(method, Rerun)
    ):
        raise LayerError("unknown_method", layer=layer.name(), algorithm=card["algorithm"])
    return method


def _folder(layer) -> Path | None:
    """Where the result's file is; None for a temporary layer."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return Path(parts["path"]).parent if parts.get("path") else None


def _missing(named: dict) -> LayerError:
    return LayerError(
        "input_missing", layer=str(named.get("name", "?")), file=str(named.get("file", ""))
    )


def _changes(then: dict, now: dict) -> list[str]:
    name = then.get("name", "?")
    if then.get("count") != now.get("count"):
        return [
            tr(
                "“{layer}” has changed since: {then} records then, {now} now. The result will not "
                "be the same."
            ).format(layer=name, then=then.get("count"), now=now.get("count"))
        ]
    if then.get("date") != now.get("date"):
        return [
            tr(
                "“{layer}” may have changed since: its data were of {then}, they are of {now}."
            ).format(layer=name, then=then.get("date", "?"), now=now.get("date", "?"))
        ]
    return []
