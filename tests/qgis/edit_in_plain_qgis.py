"""A QGIS without the plugin edits an observatory's incidents. Argument: the file.

Adds two incidents, moves one, tries what the file must refuse; prints what QGIS then reads.
"""

import json
import sys

from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

REFUSED = {
    "unknown category": {"category": "martien"},
    "unknown partner": {"partner": "NOBODY"},
    "not a time": {"occurred_from": "29/03/2026 02:30"},
    "end before start": {"occurred_to": "2020-01-01T00:00:00"},
    "unknown status": {"status": "gone"},
}


def main(path: str) -> dict:
    layer = QgsVectorLayer(f"{path}|layername=incident", "incidents", "ogr")
    outcome = {"added": committed(layer, add)}
    for name, attributes in REFUSED.items():
        outcome[name] = committed(layer, lambda each, a=attributes: add_one(each, 700100, **a))
    outcome["moved"] = committed(layer, move)
    outcome["times"] = sorted(feature["occurred_from"] for feature in layer.getFeatures())
    return outcome


def add_one(layer, x, **attributes):
    values = {"partner": "PM", "category": "vol_tire", "occurred_from": "2026-01-01T00:00:00"}
    feature = QgsFeature(layer.fields())
    for name, value in {**values, **attributes}.items():
        feature[name] = value
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, 6200100)))
    layer.addFeature(feature)


def add(layer):
    add_one(layer, 700100, occurred_from="2026-03-29T02:30:00")
    add_one(layer, 701900, occurred_from="2026-12-31T23:30:00")


def move(layer):
    feature = next(layer.getFeatures("\"occurred_from\" LIKE '%02:30%'"))
    layer.changeGeometry(feature.id(), QgsGeometry.fromPointXY(QgsPointXY(701800, 6200100)))
    layer.changeAttributeValue(feature.id(), layer.fields().lookupField("address"), "rue des Lilas")


def committed(layer, change) -> bool:
    layer.startEditing()
    change(layer)
    done = layer.commitChanges()
    if not done:
        layer.rollBack()
    return done


application = QgsApplication([], False)
application.initQgis()
sys.stdout.write(json.dumps(main(sys.argv[1])) + "\n")
application.exitQgis()
