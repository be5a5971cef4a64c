"""Small layers in memory for the tests of the methods on points."""

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer


def points(places, fields="", rows=None, crs="EPSG:2154") -> QgsVectorLayer:
    """A point layer; None among ``places`` is a record without a point."""
    layer = QgsVectorLayer(f"Point?crs={crs}{fields}", "incidents", "memory")
    features = []
    for number, place in enumerate(places):
        feature = QgsFeature(layer.fields())
        if place is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*map(float, place))))
        if rows is not None:
            feature.setAttributes(list(rows[number]))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def shapes(kind: str, *texts, fields="", rows=None, crs="EPSG:2154") -> QgsVectorLayer:
    """A layer of lines or polygons from WKT; the empty text is a feature without geometry."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}{fields}", kind.lower(), "memory")
    features = []
    for number, text in enumerate(texts):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(text))
        if rows is not None:
            feature.setAttributes(list(rows[number]))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def column(layer: QgsVectorLayer, name: str) -> list:
    return [feature[name] for feature in layer.getFeatures()]


def aliases(layer: QgsVectorLayer) -> dict[str, str]:
    return {field.name(): field.alias() for field in layer.fields()}


def legend(layer: QgsVectorLayer) -> list[str]:
    return [item.label() for item in layer.renderer().legendSymbolItems()]
