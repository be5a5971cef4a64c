"""Points as arrays: the short way gives what ``getFeatures`` gives, or is not taken."""

import sqlite3
import threading
import time

import numpy as np
import pytest
from osgeo import ogr, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
    edit,
)
from qgis.PyQt.QtCore import QVariant

from oltp_plugin.errors import Cancelled, LayerError
from oltp_plugin.layers import arrays
from oltp_plugin.layers.arrays import read_points, stored

FIELDS = ("category", "weight", "n", "on", "at", "yes")
WRITTEN = (
    ("'vol à la tire'", "1.5", "3", "'2024-03-31'", "'2024-03-31T02:30:00.000Z'", "1"),
    ("NULL", "NULL", "NULL", "NULL", "NULL", "NULL"),
    ("''", "0.1", "-2", "'2023-12-31'", "'2023-10-29T02:30:15.250Z'", "0"),
    ("'l''été'", "1e300", "7", "'1999-01-01'", "'2024-06-30T23:30:00.000Z'", "1"),
)


@pytest.fixture
def paris(monkeypatch):
    """The PC's clock in Paris, where one hour is skipped and one comes twice."""
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def path(tmp_path):
    """400 points of every kind that a GeoPackage may hold in a POINT table, null ones included."""
    return make_geopackage(tmp_path / "points.gpkg", ogr.wkbPoint)


def make_geopackage(path, kind, rows=400):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(2154)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("points", srs, kind, options=["GEOMETRY_NAME=geom"])
    boolean = ogr.FieldDefn("yes", ogr.OFTInteger)
    boolean.SetSubType(ogr.OFSTBoolean)
    for name, field_type in (
        ("category", ogr.OFTString),
        ("weight", ogr.OFTReal),
        ("n", ogr.OFTInteger),
        ("on", ogr.OFTDate),
        ("at", ogr.OFTDateTime),
    ):
        layer.CreateField(ogr.FieldDefn(name, field_type))
    layer.CreateField(boolean)
    random = np.random.default_rng(7)
    dataset.StartTransaction()
    for number in range(rows):
        feature = ogr.Feature(layer.GetLayerDefn())
        if number % 10 == 3 and kind == ogr.wkbPoint:
            feature.SetGeometry(ogr.Geometry(kind))
        elif number % 10 != 5:
            x, y = random.uniform(700_000, 800_000, 2)
            point = ogr.Geometry(kind)
            point.AddPoint_2D(x, y)
            point.Set3D(ogr.GT_HasZ(kind))
            point.SetMeasured(ogr.GT_HasM(kind))
            feature.SetGeometry(point)
        layer.CreateFeature(feature)
    dataset.CommitTransaction()
    for number, values in enumerate(WRITTEN):
        assignments = ", ".join(f'"{name}" = {value}' for name, value in zip(FIELDS, values))
        dataset.ExecuteSQL(f"UPDATE points SET {assignments} WHERE fid % 4 = {number}")
    dataset.ExecuteSQL("CREATE INDEX by_category ON points (category)")
    return path


def open_layer(path, options="layername=points") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|{options}", "points", "ogr")
    assert layer.isValid()
    return layer


def plainly(layer, fields=FIELDS, crs=None):
    """What a loop over ``getFeatures`` gives, written without the code under test."""
    request = QgsFeatureRequest()
    if crs is not None:
        request.setDestinationCrs(crs, QgsProject.instance().transformContext())
    xy, values, total = [], {name: [] for name in fields}, 0
    for feature in layer.getFeatures(request):
        total += 1
        if feature.geometry().isNull() or feature.geometry().isEmpty():
            continue
        point = feature.geometry().asPoint()
        xy.append((point.x(), point.y()))
        for name in fields:
            values[name].append(plain(feature[name]))
    return np.array(xy).reshape(-1, 2), values, total


def plain(value):
    if value is None or (isinstance(value, QVariant) and value.isNull()):
        return None
    if hasattr(value, "time"):
        return f"{value.date().toPyDate()}T{value.time().toString('HH:mm:ss.zzz')}"
    if hasattr(value, "toPyDate"):
        return str(value.toPyDate())
    return value


def assert_same(points, expected):
    xy, values, total = expected
    np.testing.assert_array_equal(np.column_stack((points.x, points.y)), xy)
    assert (points.total, points.unlocated) == (total, total - len(xy))
    for name, column in values.items():
        got = points.fields[name]
        if got.dtype.kind == "f":
            np.testing.assert_array_equal(got, np.array(column, dtype=float))
        elif got.dtype.kind == "M":
            np.testing.assert_array_equal(got, np.array(column, dtype=got.dtype))
        else:
            assert list(got) == column


@pytest.fixture
def taken(monkeypatch):
    """Which way each reading took: True for the short one."""
    ways = []
    short = arrays.read_stored

    def recorded(*arguments):
        found = short(*arguments)
        ways.append(found is not None)
        return found

    monkeypatch.setattr(arrays, "read_stored", recorded)
    return ways


@pytest.mark.parametrize("fields", [(), ("weight",), FIELDS])
@pytest.mark.parametrize(
    "subset",
    [
        "",
        "n = 3",
        "\"category\" = 'vol à la tire' OR n < 0",
        "fid IN (SELECT fid FROM points AS other WHERE other.weight > 1)",
        "1 = 0",
    ],
)
def test_short_way_equals_getfeatures(qgis_app, path, paris, taken, fields, subset):
    layer = open_layer(path)
    assert layer.setSubsetString(subset)
    assert_same(read_points(layer, fields), plainly(layer, fields))
    assert taken == [True]


def test_times_are_as_written_whatever_the_clock_of_the_pc(qgis_app, path, paris):
    layer = open_layer(path)
    at = read_points(layer, ["at"]).fields["at"]
    by_features = read_points(layer, ["at"], request=QgsFeatureRequest()).fields["at"]
    skipped_hour = np.datetime64("2024-03-31T02:30:00.000")
    assert skipped_hour in at
    np.testing.assert_array_equal(at, by_features)


@pytest.mark.parametrize("kind", [ogr.wkbPoint25D, ogr.wkbPointM, ogr.wkbPointZM])
def test_points_with_heights_and_measures(qgis_app, tmp_path, taken, kind):
    layer = open_layer(make_geopackage(tmp_path / "z.gpkg", kind))
    assert_same(read_points(layer), plainly(layer, ()))
    assert taken == [True]


def test_reprojected(qgis_app, path, taken):
    layer, wgs84 = open_layer(path), QgsCoordinateReferenceSystem("EPSG:4326")
    points = read_points(layer, ["weight"], crs=wgs84)
    assert_same(points, plainly(layer, ("weight",), wgs84))
    assert points.crs == wgs84
    assert taken == [True]


def test_a_point_that_the_target_cannot_express_is_unlocated(qgis_app):
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "world", "memory")
    features = []
    for x, y in ((3.87, 43.61), (3.0, 95.0), (2.35, 48.85)):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    points = read_points(layer, crs=QgsCoordinateReferenceSystem("EPSG:2154"))
    assert (points.total, points.unlocated, len(points.x)) == (3, 1, 2)
    np.testing.assert_allclose(points.x, [770_250, 652_290], atol=100)


def test_subsets_that_gdal_may_read_differently_take_the_long_way(qgis_app, path, taken):
    for subset in (
        "category LIKE 'VOL À%'",
        "SELECT * FROM points WHERE n = 3",
        "upper('é') = 'É'",
    ):
        layer = open_layer(path)
        layer.setSubsetString(subset)
        assert_same(read_points(layer, ["n"]), plainly(layer, ("n",)))
    assert taken == [False, False, False]


def test_uncommitted_edits(qgis_app, path, taken):
    layer = open_layer(path)
    layer.startEditing()
    first = next(layer.getFeatures())
    layer.changeGeometry(first.id(), QgsGeometry.fromPointXY(QgsPointXY(1.0, 2.0)))
    layer.deleteFeature(first.id() + 1)
    added = QgsFeature(layer.fields())
    added.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(3.0, 4.0)))
    layer.addFeature(added)
    assert_same(read_points(layer, FIELDS), plainly(layer))
    assert taken == [False]
    layer.rollBack()


def test_virtual_and_joined_fields(qgis_app, path, taken):
    layer = open_layer(path)
    layer.addExpressionField('"n" * 10', QgsField("tenfold", QVariant.Int))
    table = QgsVectorLayer("None?field=n:integer&field=label:string", "labels", "memory")
    with edit(table):
        row = QgsFeature(table.fields())
        row.setAttributes([3, "three"])
        table.addFeature(row)
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(table)
    join.setJoinFieldName("n")
    join.setTargetFieldName("n")
    join.setUsingMemoryCache(True)
    layer.addJoin(join)
    wanted = ("tenfold", "labels_label")
    assert_same(read_points(layer, wanted), plainly(layer, wanted))
    assert_same(read_points(layer, ["weight"]), plainly(layer, ("weight",)))
    assert taken == [False, True]


def test_memory_layer(qgis_app, path, paris):
    stored = open_layer(path)
    layer = stored.materialize(QgsFeatureRequest())
    assert_same(read_points(layer, FIELDS), plainly(layer))
    assert_same(read_points(layer, FIELDS), plainly(stored))


def test_values_of_another_type_than_the_column_take_the_long_way(qgis_app, path, taken):
    layer = open_layer(path)
    with sqlite3.connect(path) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE points SET weight = 'many', n = 2.5 WHERE fid = 1")
    connection.close()
    assert_same(read_points(layer, ["weight"]), plainly(layer, ("weight",)))
    assert_same(read_points(layer, ["n"]), plainly(layer, ("n",)))
    assert taken == [False, False]


def test_multipoints_of_one_part_are_points_and_others_are_refused(qgis_app):
    layer = QgsVectorLayer("MultiPoint?crs=EPSG:2154", "stops", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("MULTIPOINT ((5 6))"))
    layer.dataProvider().addFeatures([feature])
    points = read_points(layer)
    assert (points.x.tolist(), points.y.tolist()) == ([5.0], [6.0])
    feature.setGeometry(QgsGeometry.fromWkt("MULTIPOINT ((5 6), (7 8))"))
    layer.dataProvider().addFeatures([feature])
    with pytest.raises(LayerError, match="multipoints"):
        read_points(layer)


def test_polygons_and_unknown_fields_are_refused(qgis_app, path):
    with pytest.raises(LayerError, match="not_points"):
        read_points(QgsVectorLayer("Polygon?crs=EPSG:2154", "areas", "memory"))
    with pytest.raises(LayerError, match="no_field"):
        read_points(open_layer(path), ["absent"])


def test_the_journal_mode_stays_and_nothing_is_left_beside_the_file(qgis_app, path):
    before = path.read_bytes()
    read_points(open_layer(path), FIELDS)
    assert path.read_bytes() == before


def test_a_writer_that_holds_the_file_gets_a_sentence_not_torn_pages(qgis_app, path, monkeypatch):
    layer = open_layer(path)
    monkeypatch.setattr(stored, "_LOCKED_SECONDS", 0.5)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LayerError, match="layer_locked"):
        read_points(layer)
    writer.execute("ROLLBACK")
    writer.close()
    assert read_points(layer).total == 400


def test_cancelled_while_sqlite_works(qgis_app, path, feedback):
    endless = (
        "WITH RECURSIVE c AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM c)"
        " SELECT count(*) FROM c WHERE i < 0"
    )
    threading.Timer(0.2, feedback.cancel).start()
    interrupted = pytest.raises(sqlite3.OperationalError, match="interrupted")
    with stored._reading(path, feedback) as connection, interrupted:
        connection.execute(endless).fetchone()


@pytest.mark.parametrize("request_", [None, QgsFeatureRequest()])
def test_cancelled_readings_raise(qgis_app, path, feedback, request_):
    feedback.cancel()
    with pytest.raises(Cancelled):
        read_points(open_layer(path), feedback=feedback, request=request_)
