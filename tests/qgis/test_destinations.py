"""A result never takes the place of what it is made from, nor of an observatory."""

import shutil
from pathlib import Path

import processing
import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsRenderContext,
    QgsVectorLayer,
)

SAMPLE = Path(__file__).resolve().parents[2] / "sample"


@pytest.fixture
def cameras(tmp_path) -> str:
    """A GeoPackage with the table ``cameras``."""
    path = tmp_path / "l'été à Valbrune.gpkg"
    processing.run(
        "native:savefeatures",
        {"INPUT": str(SAMPLE / "cameras.geojson"), "OUTPUT": str(path), "LAYER_NAME": "cameras"},
    )
    return str(path)


def clusters(layer, output):
    parameters = {"INPUT": layer, "EPS": 5000, "MIN_SIZE": 2, "OUTPUT": output}
    return processing.run("oltp:incidentclusters", parameters)["OUTPUT"]


def rows(source: str) -> int:
    return sum(1 for _ in QgsVectorLayer(source, "layer", "ogr").getFeatures())


@pytest.mark.parametrize("wrapped", [str, QgsProcessingOutputLayerDefinition])
@pytest.mark.parametrize("output", ["{}", "ogr:dbname='{}' table=\"cameras\" (geom)"])
def test_a_result_never_replaces_its_input(cameras, output, wrapped):
    layer, before = f"{cameras}|layername=cameras", Path(cameras).read_bytes()
    quoted = cameras.replace("'", r"\'") if output.startswith("ogr") else cameras
    with pytest.raises(QgsProcessingException, match=r"Valbrune\.gpkg is what this run reads"):
        clusters(layer, wrapped(output.format(quoted)))
    assert Path(cameras).read_bytes() == before


def test_another_table_of_the_input_s_file_is_free(cameras):
    quoted = cameras.replace("'", r"\'")
    found = clusters(f"{cameras}|layername=cameras", f"ogr:dbname='{quoted}' table=\"c\" (geom)")
    assert rows(found) > 0 and rows(f"{cameras}|layername=cameras") > 0


def test_a_text_file_or_a_raster_never_replaces_its_input(tmp_path, cameras):
    table = tmp_path / "times.csv"
    table.write_text("moment\n2024-05-31 23:15\n")
    layer = QgsVectorLayer(f"{table.as_uri()}?type=csv&geomType=none", "times", "delimitedtext")
    with pytest.raises(QgsProcessingException, match=r"times\.csv is what this run reads"):
        processing.run(
            "oltp:aoristic", {"INPUT": layer, "FROM_FIELD": "moment", "OUTPUT": str(table)}
        )
    assert "2024-05-31" in table.read_text()
    density = {"INPUT": f"{cameras}|layername=cameras", "OUTPUT": cameras}
    with pytest.raises(QgsProcessingException, match="is what this run reads"):
        processing.run("oltp:kerneldensity", density)


@pytest.mark.parametrize("algorithm", ["oltp:incidentclusters", "oltp:kerneldensity"])
def test_a_result_never_replaces_an_observatory(town_observatory, algorithm):
    before = town_observatory.read_bytes()
    parameters = {"INPUT": str(SAMPLE / "cameras.geojson"), "OUTPUT": str(town_observatory)}
    with pytest.raises(QgsProcessingException, match=r"Valbrune\.gpkg is an observatory"):
        processing.run(algorithm, parameters)
    assert town_observatory.read_bytes() == before


def test_refused_rows_never_replace_the_partner_s_file(town_observatory, tmp_path):
    file = Path(shutil.copy(SAMPLE / "police_municipale.csv", tmp_path / "pm.csv"))
    before = file.read_bytes()
    profile = str(SAMPLE / "police_municipale.json")
    parameters = {"OBSERVATORY": str(town_observatory), "INPUT": str(file), "PROFILE": profile}
    with pytest.raises(QgsProcessingException, match=r"pm\.csv is what this run reads"):
        processing.run("oltp:importincidents", {**parameters, "REJECTS": str(file)})
    assert file.read_bytes() == before


@pytest.mark.parametrize("ending", [".shp", ".fgb"])
def test_a_table_is_refused_where_it_would_be_lost(tmp_path, cameras, ending):
    units = str(SAMPLE / "quartiers.geojson")
    output = str(tmp_path / f"table{ending}")
    for wanted in (output, QgsProcessingOutputLayerDefinition(output)):
        parameters = {"INPUT": f"{cameras}|layername=cameras", "UNITS": units, "OUTPUT": wanted}
        with pytest.raises(QgsProcessingException, match=f"ending in \\{ending} cannot hold"):
            processing.run("oltp:concentration", parameters)
    assert not list(tmp_path.glob("table*"))


def test_a_text_called_fid_goes_along_into_a_geopackage(tmp_path):
    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:2154&field=fid:string&field=name:string", "q", "memory"
    )
    shape = QgsGeometry.fromWkt("Polygon ((0 0, 1000 0, 1000 1000, 0 1000, 0 0))")
    row = QgsFeature(layer.fields())
    row.setGeometry(shape)
    row.setAttributes(["Q-1", "l'été % 😀"])
    layer.dataProvider().addFeature(row)
    output = str(tmp_path / "rings.gpkg")
    parameters = {"PLACES": layer, "INCIDENTS": str(SAMPLE / "cameras.geojson"), "OUTPUT": output}
    processing.run("oltp:bufferrings", parameters)
    result = QgsVectorLayer(output, "rings", "ogr")
    assert {row["fid_2"] for row in result.getFeatures()} == {"Q-1"}
    assert {row["name"] for row in result.getFeatures()} == {"l'été % 😀"}


def test_a_shapefile_s_short_names_are_drawn(tmp_path, cameras):
    streets, output = str(SAMPLE / "rues.geojson"), str(tmp_path / "streets.shp")
    parameters = {"INPUT": f"{cameras}|layername=cameras", "STREETS": streets, "OUTPUT": output}
    processing.run("oltp:streetsegments", parameters)
    layer = QgsVectorLayer(output, "streets", "ogr")
    assert layer.fields().lookupField("share_cumu") >= 0
    context = QgsRenderContext()
    context.setExpressionContext(layer.createExpressionContext())
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    seen = 0
    for row in layer.getFeatures():
        context.expressionContext().setFeature(row)
        seen += bool(renderer.symbolsForFeature(row, context))
    renderer.stopRender(context)
    assert seen == layer.featureCount() > 0
