"""Small layers made in memory, and a run of an algorithm that gives back rows."""

import processing
import pytest
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsVectorLayer,
)


@pytest.fixture
def memory_layer(qgis_app):
    """``memory_layer("Point", ["code:string"], [("Point(1 2)", "A")])``; None is no geometry."""

    def make(kind, fields, rows, crs="EPSG:2154", name="made"):
        uri = "&".join([f"{kind}?crs={crs}", *(f"field={field}" for field in fields)])
        layer = QgsVectorLayer(uri, name, "memory")
        assert layer.isValid()
        features = []
        for wkt, *values in rows:
            feature = QgsFeature(layer.fields())
            if wkt is not None:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            feature.setAttributes(values)
            features.append(feature)
        assert layer.dataProvider().addFeatures(features)[0]
        return layer

    return make


@pytest.fixture
def run(feedback):
    """Run an algorithm into a temporary layer; the layer."""

    def run(algorithm, **parameters):
        context = QgsProcessingContext()
        # The toolbox's own choice: a source that is asked to check its geometries stops there.
        check = QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid
        context.setInvalidGeometryCheck(check)
        parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
        return processing.run(algorithm, parameters, context=context, feedback=feedback)["OUTPUT"]

    return run


@pytest.fixture
def columns():
    """The values of some fields, a tuple a row, with None for null."""

    def columns(layer, *names):
        return [
            tuple(None if feature[name] == None else feature[name] for name in names)  # noqa: E711
            for feature in layer.getFeatures()
        ]

    return columns
