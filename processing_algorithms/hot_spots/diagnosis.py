"""``oltp:hotspotdiagnosis``: the model of ``models/``, which the designer opens too."""

from __future__ import annotations

from qgis.core import QgsProcessingModelAlgorithm

from oltp_plugin.paths import MODELS
from oltp_plugin.translation import tr

from ..base import Named


class HotSpotDiagnosis(Named, QgsProcessingModelAlgorithm):
    """From a filter to density, hot and cold spots, and clusters; in the user's language."""

    NAME = "hotspotdiagnosis"
    GROUP = "hot_spots"

    def title(self):
        return tr("Diagnosis of hot spots")

    def __init__(self):
        super().__init__()
        self.read()

    def read(self) -> None:
        """Read the file; to be done again once the provider, whose algorithms it runs, is known."""
        self.fromFile(str(MODELS / "hot_spot_diagnosis.model3"))
        labels = _labels()
        for definition in self.parameterDefinitions():
            label = definition.description()
            definition.setDescription(labels.get(label, label))

    def processAlgorithm(self, parameters, context, feedback):
        results = super().processAlgorithm(parameters, context, feedback)
        loading = context.layersToLoadOnCompletion()
        for details in loading.values():
            details.name = _titles().get(details.name, details.name)
        context.setLayersToLoadOnCompletion(loading)
        return results


def _titles() -> dict[str, str]:
    """What the results are called in the project, by the name of the model's output."""
    return {
        "DENSITY": tr("Kernel density"),
        "HOT_SPOTS": tr("Hot and cold spots"),
        "CLUSTERS": tr("Clusters"),
    }


def _labels() -> dict[str, str]:
    """What the model's file calls its parameters and outputs, with the translation."""
    return {
        "Observatory": tr("Observatory"),
        "First day": tr("First day"),
        "Last day": tr("Last day"),
        "Categories": tr("Categories"),
        "Partners": tr("Partners"),
        "Territory": tr("Territory"),
        "Study area": tr("Study area"),
        "Radius of the density": tr("Radius of the density"),
        "Cell size": tr("Cell size"),
        "Distance within which incidents are neighbours": tr(
            "Distance within which incidents are neighbours"
        ),
        "Least number of neighbours": tr("Least number of neighbours"),
        "Kernel density": tr("Kernel density"),
        "Hot and cold spots": tr("Hot and cold spots"),
        "Clusters": tr("Clusters"),
    }
