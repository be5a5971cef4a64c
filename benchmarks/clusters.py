"""Clusters of 100,000 points against QGIS's own algorithms, which must give the same labels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import made_up_points
import numpy as np
import processing
from density import Row, best
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, Qt

COUNT, EPS, SIZE, DAYS = 100_000, 100, 5, 14
DAY = 86_400


def rows(folder: Path) -> Iterator[Row]:
    """Of arrays, as the methods compute; and of a layer, with reading and writing its hulls."""
    from oltp_plugin.analysis.clusters import dbscan

    x, y = np.ascontiguousarray(made_up_points.town(COUNT).T)
    times = np.random.default_rng(1).integers(0, 365 * DAY, COUNT)
    layer = _on_disk(_layer(x, y, times), folder)
    space = {"INPUT": layer, "EPS": EPS, "MIN_SIZE": SIZE, "OUTPUT": "TEMPORARY_OUTPUT"}
    time = {**space, "TIME_FIELD": "t", "EPS_TIME": DAYS}
    theirs_in_time = {**space, "DATETIME_FIELD": "t", "EPS2": DAYS * DAY * 1000}
    for name, ours, peer, parameters, whole, wanted in (
        ("clusters", lambda: dbscan(x, y, EPS, SIZE), "dbscanclustering", space, space, 5),
        (
            "clusters in time",
            lambda: dbscan(x, y, EPS, SIZE, times, DAYS * DAY),
            "stdbscanclustering",
            theirs_in_time,
            time,
            20,
        ),
    ):
        labels = np.zeros(COUNT, dtype=int)
        result = processing.run(f"native:{peer}", parameters)["OUTPUT"]
        for feature in result.getFeatures():
            labels[feature["i"]] = feature["CLUSTER_ID"] or 0
        if not np.array_equal(labels, ours().label):
            raise SystemExit(f"native:{peer} gives other clusters")
        theirs = best(lambda p=parameters, n=peer: processing.run(f"native:{n}", p), 2)
        yield f"{name}, 100,000 points, arrays", f"native:{peer}", best(ours, 5), theirs, wanted
        layered = best(lambda p=whole: processing.run("oltp:incidentclusters", p), 3)
        yield f"{name}, 100,000 points, a layer", f"native:{peer}", layered, theirs, 0


def _layer(x, y, times) -> QgsVectorLayer:
    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=i:integer&field=t:datetime", "p", "memory")
    features = []
    for number, (*place, moment) in enumerate(zip(x.tolist(), y.tolist(), times.tolist())):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        when = QDateTime.fromSecsSinceEpoch(moment, Qt.TimeSpec.UTC)
        feature.setAttributes([number, when])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def _on_disk(layer: QgsVectorLayer, folder: Path) -> QgsVectorLayer:
    path = str(folder / "clusters.gpkg")
    processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": path})
    return QgsVectorLayer(f"{path}|layername=clusters", "p", "ogr")
