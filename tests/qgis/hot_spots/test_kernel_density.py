"""``oltp:kerneldensity`` as the toolbox runs it: values, study area, style, run card, refusals."""

import getpass
import sqlite3
from pathlib import Path

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from oltp_plugin.analysis.kernel_density import KERNELS, kernel_values
from oltp_plugin.layers import arrays
from processing_algorithms.hot_spots import kernel_density as module


def layer_of(points, crs="EPSG:2154", fields="", rows=None) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Point?crs={crs}{fields}", "incidents", "memory")
    features = []
    for number, point in enumerate(points):
        feature = QgsFeature(layer.fields())
        if point is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*point)))
        if rows is not None:
            feature.setAttributes(rows[number])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def area_of(*texts, crs="EPSG:2154") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Polygon?crs={crs}", "commune", "memory")
    features = []
    for text in texts:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(text))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


SQUARE = (
    "POLYGON ((700000 6600000, 702000 6600000, 702000 6602000, 700000 6602000, 700000 6600000))"
)
SCATTERED = [(700_100 + 37 * k % 1900, 6_600_050 + 53 * k % 1850) for k in range(200)]


@pytest.fixture
def run(tmp_path, feedback):
    def run_with(**parameters):
        parameters.setdefault("OUTPUT", str(tmp_path / "density.tif"))
        result = processing.run("oltp:kerneldensity", parameters, feedback=feedback)
        return result["OUTPUT"]

    return run_with


def values_of(path) -> tuple[np.ndarray, tuple]:
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray()
    values[values == band.GetNoDataValue()] = np.nan
    return values, dataset.GetGeoTransform()


def centres(values, transform):
    left, cell, _, top, _, _ = transform
    rows, columns = values.shape
    return np.meshgrid(
        left + (np.arange(columns) + 0.5) * cell, top - (np.arange(rows) + 0.5) * cell
    )


@pytest.mark.parametrize("number", range(5))
def test_the_enum_is_in_qgis_order_and_the_values_are_exact(run, number):
    """0 quartic, 1 triangular, 2 uniform, 3 triweight, 4 Epanechnikov."""
    kernel = ("quartic", "triangular", "uniform", "triweight", "epanechnikov")[number]
    assert kernel in KERNELS
    values, transform = values_of(run(INPUT=layer_of(SCATTERED), KERNEL=number, RADIUS=300))
    x, y = centres(values, transform)
    expected = sum(kernel_values(kernel, np.hypot(x - px, y - py), 300) for px, py in SCATTERED)
    np.testing.assert_allclose(values, expected * 1e6, atol=1e-3 * expected.max() * 1e6)
    assert values.sum(dtype=float) * 50**2 / 1e6 == pytest.approx(200, rel=5e-3)


def test_defaults_are_those_of_the_interface(run, feedback):
    path = run(INPUT=layer_of(SCATTERED))
    _, transform = values_of(path)
    assert transform[1] == 50
    assert transform[0] % 50 == 0
    history = QgsRasterLayer(path).metadata().history() or _card(path)
    assert "RADIUS = 250" in history
    assert "KERNEL = 0 (Quartic)" in history
    assert "EDGE_CORRECTION = true" in history


def _card(path) -> list[str]:
    layer = QgsRasterLayer(path)
    layer.loadDefaultMetadata()
    return layer.metadata().history()


def test_study_area_in_another_system_and_in_two_parts(run, feedback):
    west = area_of(
        QgsGeometry.fromRect(QgsRectangle(700_000, 6_600_000, 701_000, 6_602_000)).asWkt(),
        QgsGeometry.fromRect(QgsRectangle(701_000, 6_600_000, 702_000, 6_602_000)).asWkt(),
    )
    whole, transform = values_of(run(INPUT=layer_of(SCATTERED), STUDY_AREA=area_of(SQUARE)))
    parts, _ = values_of(run(INPUT=layer_of(SCATTERED), STUDY_AREA=west))
    np.testing.assert_allclose(parts, whole, rtol=1e-5)
    assert whole.shape == (40, 40)
    assert transform[:4:3] == (700_000, 6_602_000)
    moved = processing.run(
        "native:reprojectlayer",
        {"INPUT": area_of(SQUARE), "TARGET_CRS": "EPSG:32631", "OUTPUT": "memory:"},
    )["OUTPUT"]
    other, other_transform = values_of(run(INPUT=layer_of(SCATTERED), STUDY_AREA=moved))
    assert abs(other_transform[0] - transform[0]) <= 50
    assert np.nanmax(other) == pytest.approx(np.nanmax(whole), rel=0.01)


def test_no_data_outside_and_edges_corrected(run):
    circle = area_of(QgsGeometry.fromPointXY(QgsPointXY(701000, 6601000)).buffer(900, 40).asWkt())
    corrected, transform = values_of(run(INPUT=layer_of(SCATTERED), STUDY_AREA=circle))
    raw, _ = values_of(run(INPUT=layer_of(SCATTERED), STUDY_AREA=circle, EDGE_CORRECTION=False))
    x, y = centres(raw, transform)
    inside = np.hypot(x - 701000, y - 6601000) < 899
    assert np.isfinite(raw[inside]).all()
    assert np.isnan(raw[np.hypot(x - 701000, y - 6601000) > 901]).all()
    middle = np.hypot(x - 701000, y - 6601000) < 600
    np.testing.assert_allclose(corrected[middle], raw[middle], rtol=1e-4)
    edge = inside & (np.hypot(x - 701000, y - 6601000) > 850) & (raw > 0)
    assert (corrected[edge] > 1.4 * raw[edge]).all()


def test_weights(run):
    twice = [[2.0]] * len(SCATTERED)
    weighted = layer_of(SCATTERED, fields="&field=w:double", rows=twice)
    plain, _ = values_of(run(INPUT=weighted))
    heavy, _ = values_of(run(INPUT=weighted, WEIGHT_FIELD="w"))
    np.testing.assert_allclose(heavy, 2 * plain, rtol=1e-4, atol=1e-4)


def test_selection_filter_and_limit(run, feedback):
    rows = [[k % 4] for k in range(200)]
    layer = layer_of(SCATTERED, fields="&field=kind:integer", rows=rows)
    QgsProject.instance().addMapLayer(layer)
    try:
        layer.selectByExpression("kind = 1")
        run(INPUT=QgsProcessingFeatureSourceDefinition(layer.id(), True))
        assert feedback.infos[0] == "Records used: 50"
        run(INPUT=QgsProcessingFeatureSourceDefinition(layer.id(), False, 30))
        assert "Records used: 30" in feedback.infos
        if Qgis.QGIS_VERSION_INT >= 33200:
            chosen = QgsProcessingFeatureSourceDefinition(layer.id())
            chosen.filterExpression = "kind > 1"
            run(INPUT=chosen)
            assert "Records used: 100" in feedback.infos
    finally:
        QgsProject.instance().removeMapLayer(layer)


def test_records_without_a_point_are_said(run, feedback):
    run(INPUT=layer_of([*SCATTERED, *[None] * 20]))
    assert "Records left out, without a point: 20" in feedback.infos
    assert not any("% of the records have a point" in each for each in feedback.warnings)
    run(INPUT=layer_of([*SCATTERED, *[None] * 50]))
    assert any("Only 80 % of the records have a point" in each for each in feedback.warnings)


def test_without_a_study_area_the_log_warns(run, feedback):
    run(INPUT=layer_of(SCATTERED))
    assert any("Without a study area" in each for each in feedback.warnings)


def test_web_mercator_warns_of_its_stretched_metres(run, feedback):
    run(INPUT=layer_of([(430_000 + 60 * k, 5_400_000 + 70 * k) for k in range(40)], "EPSG:3857"))
    assert any("EPSG:3857 is made for web maps" in each for each in feedback.warnings)


def test_all_points_at_one_place_work_and_warn(run, feedback):
    values, _ = values_of(run(INPUT=layer_of([(700_025, 6_600_025)] * 40), RADIUS=300))
    assert values.max() == pytest.approx(40 * 10.6103, rel=1e-3)
    assert any("one and the same point" in each for each in feedback.warnings)


# --- an observatory ---------------------------------------------------------------------------


def test_an_observatory_brings_its_commune_and_leaves_out_what_does_not_count(
    run, town_observatory, feedback
):
    with sqlite3.connect(town_observatory) as connection:
        revealed = connection.execute(
            "SELECT code FROM category WHERE nature = 'revealed' AND parent IS NOT NULL"
        ).fetchone()[0]
    connection.close()
    from oltp_plugin.observatory.connection import writing

    with writing(town_observatory) as connection:
        connection.execute(
            "UPDATE incident SET category = ? WHERE fid IN (SELECT fid FROM incident"
            " WHERE geom IS NOT NULL AND status = 'open' LIMIT 5)",
            (revealed,),
        )
    layer = QgsVectorLayer(f"{town_observatory}|layername=incident", "incidents", "ogr")
    values, _ = values_of(run(INPUT=layer))
    assert "Records used: 51" in feedback.infos
    assert "Records left out, without a point: 4" in feedback.infos
    assert "Records left out, withdrawn by the partner: 1" in feedback.infos
    assert "Records left out, revealed by a service's own activity: 5" in feedback.infos
    assert np.isnan(values).any()
    assert not any("Without a study area" in each for each in feedback.warnings)
    run(INPUT=layer, INCLUDE_REVEALED=True)
    assert "Records used: 56" in feedback.infos
    assert any("own activity brought to light" in each for each in feedback.infos)


def test_an_observatory_is_read_by_sql_and_from_rows_alike(
    run, town_observatory, feedback, monkeypatch
):
    """Rows are read while the layer is being edited."""
    layer = QgsVectorLayer(f"{town_observatory}|layername=incident", "incidents", "ogr")
    layer.setSubsetString("partner <> 'nobody'")
    rows = arrays._read_features
    monkeypatch.setattr(arrays, "_read_features", lambda *_: pytest.fail("rows were read"))
    by_sql, _ = values_of(run(INPUT=layer))
    said = list(feedback.infos)
    feedback.infos.clear()
    monkeypatch.setattr(arrays, "_read_features", rows)
    layer.startEditing()
    from_rows, _ = values_of(run(INPUT=layer))
    layer.rollBack()
    np.testing.assert_array_equal(by_sql, from_rows)
    assert sorted(feedback.infos) == sorted(said)


# --- what comes with the result ---------------------------------------------------------------


def test_a_file_carries_its_style_and_its_run_card(run, tmp_path):
    path = run(INPUT=layer_of(SCATTERED), STUDY_AREA=area_of(SQUARE))
    layer = QgsRasterLayer(path)
    assert layer.renderer().type() == "singlebandpseudocolor"
    items = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
    assert 3 <= len(items) <= 6
    assert items[0].label.startswith("0 to ")
    assert all(item.label.endswith("incidents per km²") for item in items)
    highest = np.nanmax(values_of(path)[0])
    assert items[-2].value < highest
    lines = _card(path)
    assert lines[0].startswith("Made by oltp:kerneldensity, OLTP ")
    assert {"INPUT = incidents", "STUDY_AREA = commune", "Records used: 200"} <= set(lines)
    assert layer.bandName(1).endswith("Incidents per km²")


def test_nothing_written_names_a_folder_or_a_person(run, tmp_path):
    source = tmp_path / "partner" / "incidents.gpkg"
    source.parent.mkdir()
    processing.run("native:savefeatures", {"INPUT": layer_of(SCATTERED), "OUTPUT": str(source)})
    run(INPUT=str(source))
    written = b"".join(file.read_bytes() for file in tmp_path.glob("density*"))
    assert b"INPUT = incidents" in written
    for word in (str(tmp_path), str(Path.home()), f"/{getpass.getuser()}/"):
        assert word.encode() not in written


def test_a_temporary_result_is_styled_and_carries_the_card(run):
    path = run(INPUT=layer_of(SCATTERED), OUTPUT="TEMPORARY_OUTPUT")
    layer = QgsRasterLayer(path)
    assert layer.renderer().type() == "singlebandpseudocolor"
    assert "Records used: 200" in _card(path)


@pytest.mark.parametrize("highest", [0.0, 0.004, 0.7, 3.2, 10.0, 61.0, 12345.6])
def test_class_limits_are_round_and_reach_the_maximum(run, highest):
    step = module.round_step(highest / module.CLASSES)
    assert step * module.CLASSES >= highest
    assert highest == 0 or step * module.CLASSES <= 2.01 * highest
    assert float(f"{step:.1e}") == pytest.approx(step)


# --- refusals, each in one sentence -----------------------------------------------------------


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        (lambda: {"INPUT": layer_of([])}, "no record with a point"),
        (lambda: {"INPUT": layer_of([None, None])}, "no record with a point"),
        (
            lambda: {"INPUT": layer_of([(3.87, 43.61)], "EPSG:4326")},
            "in degrees (EPSG:4326)…EPSG:2154",
        ),
        (lambda: {"INPUT": layer_of([(-73.9, 40.7)] * 2, "EPSG:4326")}, "EPSG:32618"),
        (lambda: {"INPUT": layer_of([(1, 2)], "EPSG:2263")}, "not measured in metres"),
        (lambda: {"INPUT": layer_of(SCATTERED), "CELL_SIZE": 0.2}, "million cells"),
        (lambda: {"INPUT": layer_of(SCATTERED), "RADIUS": 40}, "smaller than a cell"),
        (
            lambda: {
                "INPUT": layer_of(SCATTERED),
                "STUDY_AREA": area_of("POLYGON ((0 0, 9 0, 9 9, 0 0))"),
            },
            "holds none of the records",
        ),
        (lambda: {"INPUT": layer_of(SCATTERED), "STUDY_AREA": area_of()}, "no polygon in it"),
        (
            lambda: {
                "INPUT": layer_of(SCATTERED, fields="&field=w:double", rows=[[-1.0]] * 200),
                "WEIGHT_FIELD": "w",
            },
            "below 0",
        ),
        (
            lambda: {"INPUT": layer_of(SCATTERED), "OUTPUT": "/nowhere/at/all/density.tif"},
            "cannot be written",
        ),
    ],
)
def test_bad_input_is_refused_in_one_sentence(run, tmp_path, parameters, sentence):
    with pytest.raises(QgsProcessingException) as refused:
        run(**parameters())
    assert all(word in str(refused.value) for word in sentence.split("…"))
    assert not (tmp_path / "density.tif").exists()


def test_cancelled_leaves_nothing(run, tmp_path, feedback):
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="Stopped"):
        run(INPUT=layer_of(SCATTERED))
    assert list(tmp_path.iterdir()) == []


def test_qgis_process_runs_it(tmp_path, qgis_process):
    source, output = tmp_path / "incidents.gpkg", tmp_path / "density.tif"
    processing.run("native:savefeatures", {"INPUT": layer_of(SCATTERED), "OUTPUT": str(source)})
    told = qgis_process("run", "oltp:kerneldensity", "--", f"INPUT={source}", f"OUTPUT={output}")
    assert "Records used: 200" in told
    assert QgsRasterLayer(str(output)).renderer().type() == "singlebandpseudocolor"
    assert "Records used: 200" in _card(str(output))
