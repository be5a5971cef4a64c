"""Agreements in the toolbox: what each clause refuses, and what comes out under it."""

import json
import shutil

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from oltp_plugin.layers.run_card import sources_of
from oltp_plugin.observatory import connection
from oltp_plugin.observatory.cells import centres

PM = "partner = 'PM'"
ENDED = {"valid_from": "2019-01-01", "valid_to": "2020-12-31"}


def incidents(path, subset=PM) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername=incident|subset={subset}", "Incidents", "ogr")
    assert layer.isValid()
    return layer


def density(path, subset=PM, output="TEMPORARY_OUTPUT", layer=None):
    parameters = {"INPUT": layer or incidents(path, subset), "OUTPUT": output}
    return processing.run("oltp:kerneldensity", parameters)["OUTPUT"]


def refusal(function, *args, **given) -> str:
    with pytest.raises(QgsProcessingException) as caught:
        function(*args, **given)
    return str(caught.value)


def noted(path) -> list[str]:
    with connection.reading(path) as db:
        return [
            action
            for (action,) in db.execute(
                "SELECT action FROM journal WHERE action LIKE 'refuse%' AND record = 1"
            )
        ]


def test_setagreement_records_says_so_and_warns_of_an_ended_one(agreed, tmp_path, feedback):
    path = agreed()
    file = tmp_path / "ended.json"
    file.write_text(json.dumps({"partner": "TC", "reference": "É-1", **ENDED}), encoding="utf-8")
    parameters = {"OBSERVATORY": str(path), "INPUT": str(file)}
    assert processing.run("oltp:setagreement", parameters, feedback=feedback) == {"AGREEMENT": 2}
    assert any("É-1 with TC recorded" in line for line in feedback.infos)
    assert "has ended" in feedback.warnings[-1]


def test_setagreement_refuses_in_one_sentence(agreed):
    assert "“finest_show”" in refusal(agreed, finest_show="cell")
    assert "“zzz”" in refusal(agreed, allowed_categories=["zzz"])


@pytest.mark.parametrize(
    ("clause", "clauses", "words"),
    [
        ("category", {"allowed_categories": ["homicide"]}, "coups_blessures"),
        ("purpose", {"purposes": ["mapping", "bulletin"]}, "“analysis”"),
        ("precision", {"finest_shown": "territory"}, "the territory"),
        ("precision", {"finest_shown": "none"}, "no place at all"),
    ],
)
def test_an_algorithm_is_refused_and_the_journal_knows(agreed, clause, clauses, words):
    path = agreed(**clauses)
    text = refusal(density, path)
    assert "C-2026-7" in text
    assert "PM" in text
    assert words in text
    assert noted(path) == [f"refuse {clause}"]


def test_partners_that_may_not_be_combined_are_not_analysed_together(agreed):
    path = agreed(combination="no")
    text = refusal(density, path, "1")
    assert "C-2026-7" in text
    assert "TC" in text
    assert noted(path) == ["refuse combination"]
    assert density(path)
    agreed("TC", "C-2", combination=["PM"])
    assert "C-2026-7" in refusal(density, path, "1")
    agreed(combination=["TC"])
    assert density(path, "1")


def test_a_selection_is_asked_for_what_is_selected(agreed):
    path = agreed(combination="no")
    layer = incidents(path, "1=1")
    QgsProject.instance().addMapLayer(layer)
    try:
        layer.selectByExpression("partner = 'TC'")
        chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
        assert density(path, layer=chosen)
        layer.selectAll()
        assert "C-2026-7" in refusal(density, path, layer=chosen)
    finally:
        QgsProject.instance().clear()


def test_an_import_after_expiry_is_refused_and_the_journal_knows(agreed, tmp_path):
    path = agreed(**ENDED)
    source, profile = tmp_path / "a.csv", tmp_path / "a.json"
    source.write_text("d;c\n01/02/2024;homicide\n")
    profile.write_text(
        json.dumps(
            {
                "name": "A",
                "partner": "PM",
                "fields": {
                    "occurred_from": {"column": "d", "format": "%d/%m/%Y"},
                    "category": {"column": "c", "values": {"homicide": "homicide"}},
                },
            }
        )
    )
    text = refusal(
        processing.run,
        "oltp:importincidents",
        {"OBSERVATORY": str(path), "INPUT": str(source), "PROFILE": str(profile)},
    )
    assert "C-2026-7" in text
    assert "2020-12-31" in text
    assert noted(path) == ["refuse expired"]
    assert density(path), "what is held stays, for internal use"


@pytest.mark.parametrize("finest", ["street", "cell"])
def test_a_method_gets_the_centres_of_cells_where_nothing_finer_may_be_shown(
    agreed, tmp_path, finest
):
    path = agreed(finest_shown=finest)
    made = QgsVectorLayer("Point?crs=EPSG:2154", "centres", "memory")
    for row in incidents(path, f"{PM} AND geom IS NOT NULL").getFeatures():
        point = row.geometry().asPoint()
        x, y = centres(np.array([point.x(), point.y()]))
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        made.dataProvider().addFeature(feature)
    area = QgsVectorLayer(f"{path}|layername=territory|subset=level = 'commune'", "a", "ogr")
    rasters = []
    for layer in (incidents(path), made):
        output = str(tmp_path / f"{len(rasters)}.tif")
        parameters = {"INPUT": layer, "STUDY_AREA": area, "OUTPUT": output}
        processing.run("oltp:kerneldensity", parameters)
        rasters.append(gdal.Open(output).ReadAsArray())
    np.testing.assert_array_equal(*rasters)


def test_rings_around_incidents_need_their_exact_place(agreed):
    path = agreed(finest_shown="cell")

    def rings(places):
        parameters = {"PLACES": places, "INCIDENTS": incidents(path), "OUTPUT": "memory:"}
        return processing.run("oltp:bufferrings", parameters)

    assert "the 100 m cell" in refusal(rings, incidents(path, f"{PM} AND geom IS NOT NULL"))
    assert rings(QgsVectorLayer(f"{path}|layername=place", "places", "ogr"))["OUTPUT"].isValid()


def test_what_may_be_shown_by_territory_is_counted_by_the_observatorys_own(agreed):
    path = agreed(finest_shown="territory")
    source = f"{path}|layername=territory|subset=level = 'quartier'"
    own = QgsVectorLayer(source, "quartiers", "ogr")

    def count(areas):
        parameters = {"TERRITORIES": areas, "INCIDENTS": incidents(path), "OUTPUT": "memory:"}
        return processing.run("oltp:territorycounts", parameters)["OUTPUT"]

    assert sum(feature["n"] for feature in count(own).getFeatures()) == 36
    copied = processing.run("native:buffer", {"INPUT": own, "DISTANCE": 1, "OUTPUT": "memory:"})
    assert "the territory" in refusal(count, copied["OUTPUT"])


def test_hours_need_no_place(agreed):
    path = agreed(finest_shown="none")
    parameters = {"INPUT": incidents(path), "FROM_FIELD": "occurred_from", "OUTPUT": "memory:"}
    assert processing.run("oltp:aoristic", parameters)["OUTPUT"].isValid()


def test_a_result_carries_whose_records_it_is_made_of(agreed, tmp_path):
    path = agreed(small_count_threshold=5, recipients=["restricted"])
    output = str(tmp_path / "density.tif")
    density(path, "1", output)
    made = sources_of(QgsRasterLayer(output, "density"))
    assert [(each.partner, each.reference, each.threshold) for each in made] == [
        ("PM", "C-2026-7", 5),
        ("TC", None, 0),
    ]
    said = QgsRasterLayer(output, "density")
    said.loadDefaultMetadata()
    words = said.metadata().abstract()
    assert "Under the agreements: C-2026-7" in words
    assert "Without an agreement, for internal use only: TC" in words
    assert "counts below 5" in words


def test_a_copy_without_the_keys_shows_analyses_and_prints(agreed, tmp_path):
    path = agreed()
    with connection.writing(path) as db:
        db.execute("UPDATE partner SET key_fingerprint = '0123456789abcdef' WHERE code = 'PM'")
    copy = tmp_path / "elsewhere" / "copy.gpkg"
    copy.parent.mkdir()
    shutil.copy(path, copy)
    parameters = {"OBSERVATORY": str(copy), "PARTNERS": "PM"}
    shown = processing.run("oltp:incidents", parameters)["OUTPUT"]
    assert sum(1 for _ in shown.getFeatures()) == 40
    assert density(copy)
    printed = {"LAYERS": [shown], "TITLE": "T", "OUTPUT": str(tmp_path / "map.pdf")}
    assert processing.run("oltp:printmap", printed)["OUTPUT"]
