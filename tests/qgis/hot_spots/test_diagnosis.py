"""The shipped model: from a filter to density, Gi* and clusters, styled, anywhere QGIS runs it."""

import json

import processing
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from oltp_plugin.layers import run_card
from oltp_plugin.paths import MODELS
from tests.qgis.hot_spots.made_layers import legend

MADE = ("clusters", "density", "hot")
NAME = "oltp:hotspotdiagnosis"


def outputs() -> dict[str, str]:
    """The model's own name of each output; QGIS's versions write them differently."""
    model = QgsApplication.processingRegistry().createAlgorithmById(NAME)
    names = sorted(each.name() for each in model.destinationParameterDefinitions())
    assert len(names) == 3
    return {each: next(name for name in names if each in name.lower()) for each in MADE}


def test_it_stands_in_the_toolbox_as_any_other(provider):
    model = provider.algorithm("hotspotdiagnosis")
    assert isinstance(model, QgsProcessingModelAlgorithm)
    assert model.id() == NAME
    assert (model.displayName(), model.groupId()) == ("Diagnosis of hot spots", "hot_spots")
    assert model.create().id() == NAME
    assert model.validate()[0]
    steps = {each.algorithmId() for each in model.childAlgorithms().values()}
    assert steps == {
        "oltp:incidents", "oltp:kerneldensity", "oltp:getisord", "oltp:incidentclusters"
    }  # fmt: skip
    file = (MODELS / "hot_spot_diagnosis.model3").read_text(encoding="utf-8")
    assert "/home" not in file
    assert "/root" not in file


def test_from_a_filter_to_three_styled_maps(town_observatory, tmp_path):
    names = outputs()
    files = {
        names["density"]: str(tmp_path / "density.tif"),
        names["hot"]: str(tmp_path / "hot.gpkg"),
        names["clusters"]: str(tmp_path / "clusters.gpkg"),
    }
    given = {"OBSERVATORY": str(town_observatory), "PARTNERS": "PM", "MIN_SIZE": 2, "EPS": 400}
    results = processing.run(NAME, {**given, "CELL_SIZE": 300, "FROM": "2024-02-01", **files})
    assert {name: results[name] for name in files} == files
    density = QgsRasterLayer(files[names["density"]], "density")
    hot = QgsVectorLayer(files[names["hot"]], "hot", "ogr")
    clusters = QgsVectorLayer(files[names["clusters"]], "clusters", "ogr")
    assert density.renderer().type() == "singlebandpseudocolor"
    assert len(legend(hot)) == 8
    assert len(legend(clusters)) > 1
    for layer in (density, hot, clusters):
        card = run_card.words(layer)
        assert "Sources: Police municipale" in card
        assert any(each.startswith("Period: since 1 Feb 2024") for each in card)
    assert run_card.counts_of(hot) == run_card.counts_of(density)


def test_temporary_results_are_styled_too(town_observatory):
    names = outputs()
    parameters = {"OBSERVATORY": str(town_observatory), **dict.fromkeys(names.values(), "memory:")}
    parameters[names["density"]] = "TEMPORARY_OUTPUT"
    results = processing.run(NAME, parameters)
    hot = results[names["hot"]]
    assert len(legend(hot)) == 8


def test_outside_qgis_desktop(town_observatory, tmp_path, qgis_process):
    names = outputs()
    answer = json.loads(
        qgis_process(
            "--json", "run", NAME, "--", f"OBSERVATORY={town_observatory}", "CATEGORIES=homicide",
            f"{names['density']}={tmp_path / 'd.tif'}", f"{names['hot']}={tmp_path / 'h.gpkg'}",
            f"{names['clusters']}={tmp_path / 'c.gpkg'}",
        )
    )  # fmt: skip
    assert answer["results"][names["hot"]] == str(tmp_path / "h.gpkg")
    assert QgsVectorLayer(str(tmp_path / "h.gpkg"), "h", "ogr").featureCount() > 0


def test_the_project_calls_the_results_by_their_titles(town_observatory):
    """As the toolbox's dialog runs it: layers that wait for the project have their names."""
    project, context = QgsProject(), QgsProcessingContext()
    context.setProject(project)
    model = QgsApplication.processingRegistry().createAlgorithmById(NAME)
    into = {
        name: QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
        for name in outputs().values()
    }
    given = {"OBSERVATORY": str(town_observatory), **into}
    assert model.run(given, context, QgsProcessingFeedback())[1]
    waiting = {each.name for each in context.layersToLoadOnCompletion().values()}
    assert {"Kernel density", "Hot and cold spots", "Clusters"} <= waiting
