"""The pictures of the help pages, made by the plugin from the demo: ``make demo`` first.

``.venv/bin/python scripts/help_pictures.py getisord`` makes one again, without a name all.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsRasterLayer,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerCache,
)
from qgis.gui import (
    QgsAttributeTableFilterModel,
    QgsAttributeTableModel,
    QgsAttributeTableView,
    QgsMapCanvas,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage

ROOT = Path(__file__).resolve().parents[1]
OBSERVATORY = ROOT / "build" / "demo" / "observatory.gpkg"
COMMUNE = str(ROOT / "sample" / "commune.geojson")
SIZE = QSize(600, 420)
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]

QUARTERS = str(ROOT / "sample" / "quartiers.geojson")
OVER_TIME = {"TIME_FIELD": "occurred_from"}
SEASONS = {
    "BEFORE_FROM": "2024-11-01",
    "BEFORE_TO": "2025-02-28",
    "AFTER_FROM": "2025-06-01",
    "AFTER_TO": "2025-09-30",
}

# What each picture shows: parameters besides INPUT, and which output.
PICTURES: dict[str, tuple[dict, str]] = {
    "kerneldensity": ({"STUDY_AREA": COMMUNE}, "OUTPUT"),
    "getisord": ({"STUDY_AREA": COMMUNE}, "OUTPUT"),
    "hotspotchange": ({**OVER_TIME, **SEASONS, "STUDY_AREA": COMMUNE}, "OUTPUT"),
    "hotspotclasses": ({**OVER_TIME, "STUDY_AREA": COMMUNE, "CELL_SIZE": 100}, "OUTPUT"),
    "emerginghotspots": ({**OVER_TIME, "STUDY_AREA": COMMUNE, "CELL_SIZE": 100}, "OUTPUT"),
    "periodcomparison": ({**OVER_TIME, **SEASONS, "TERRITORIES": QUARTERS}, "OUTPUT"),
    "aoristic": ({"FROM_FIELD": "occurred_from", "TO_FIELD": "occurred_to"}, "OUTPUT"),
    "localmoran": ({"STUDY_AREA": COMMUNE}, "OUTPUT"),
    "robustness": ({"STUDY_AREA": COMMUNE}, "OUTPUT"),
}

# Two planted hot spots stand for a place where something was done, and for its control.
TREATED, CONTROL, AREA, AROUND = (703950, 6603050), (704150, 6601350), 250, 550
COLOURS = {TREATED: "#fdb863", CONTROL: "#b2abd2"}


def main(names: list[str]) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], True)
    application.initQgis()
    from processing.core.Processing import Processing

    from processing_algorithms.provider import OltpProvider

    Processing.initialize()
    provider = OltpProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    for name in names or [*PICTURES, "beforeafter"]:
        if name == "beforeafter":
            save(name, few_colours(map_of(*areas_compared())))
        else:
            draw(name, *PICTURES[name])
    application.exitQgis()


def draw(name: str, parameters: dict, output: str) -> None:
    """One result above the streets of the sample, as a small PNG of few colours."""
    import processing

    shown = incidents()
    sinks = {output: "TEMPORARY_OUTPUT"}
    result = processing.run(f"oltp:{name}", {"INPUT": shown, **sinks, **parameters})[output]
    if isinstance(result, str):
        result = QgsRasterLayer(result, name)
    save(name, few_colours(map_of(result) if result.isSpatial() else table_of(result)))


def incidents() -> QgsVectorLayer:
    """The municipal police's."""
    import processing

    return processing.run(
        "oltp:incidents", {"OBSERVATORY": str(OBSERVATORY), "PARTNERS": "PM", "OUTPUT": "memory:"}
    )["OUTPUT"]


def areas_compared() -> list[QgsVectorLayer]:
    """What *before and after* takes: two areas, what lies around each, and the incidents."""
    dots = incidents()
    dot = {"color": "90,90,90", "outline_style": "no", "size": "0.9"}
    dots.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(dot)))
    layers = [dots]
    for (x, y), colour in COLOURS.items():
        for radius, style in ((AREA, "solid"), (AROUND, "b_diagonal")):
            layer = QgsVectorLayer("Polygon?crs=EPSG:2154", "area", "memory")
            circle = QgsFeature()
            circle.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)).buffer(radius, 24))
            layer.dataProvider().addFeatures([circle])
            fill = {"color": colour, "style": style, "outline_color": colour}
            layer.renderer().setSymbol(QgsFillSymbol.createSimple(fill))
            layers.append(layer)
    return layers


def map_of(*shown: QgsMapLayer) -> QImage:
    streets = QgsVectorLayer(str(ROOT / "sample" / "rues.geojson"), "streets", "ogr")
    streets.renderer().symbol().setColor(QColor(150, 150, 150))
    settings = QgsMapSettings()
    settings.setLayers([streets, *shown])
    settings.setDestinationCrs(shown[0].crs())
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(QgsMapSettings.Flag.Antialiasing, False)  # few colours, small files
    settings.setOutputSize(SIZE)
    extent = shown[0].extent()
    if len(shown) > 1:  # the areas, not all the incidents
        extent = QgsRectangle()
        for layer in shown[1:]:
            extent.combineExtentWith(layer.extent())
    extent.scale(1.02)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def table_of(result: QgsVectorLayer) -> QImage:
    """The attribute table, as QGIS shows it."""
    canvas = QgsMapCanvas()
    cache = QgsVectorLayerCache(result, 1000)
    model = QgsAttributeTableModel(cache)
    model.loadLayer()
    shown = QgsAttributeTableFilterModel(canvas, model)
    columns = result.attributeTableConfig()
    columns.update(result.fields())
    shown.setAttributeTableConfig(columns)
    view = QgsAttributeTableView()
    view.setModel(shown)
    view.verticalHeader().hide()
    view.verticalHeader().setMinimumSectionSize(18)
    view.verticalHeader().setDefaultSectionSize(18)
    view.resizeColumnsToContents()
    for scroll_bar in (view.setHorizontalScrollBarPolicy, view.setVerticalScrollBarPolicy):
        scroll_bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    across, down = view.horizontalHeader(), view.verticalHeader()
    view.resize(across.length() + 2, down.length() + across.sizeHint().height() + 2)
    return view.grab().toImage()


def few_colours(image: QImage) -> QImage:
    """With the 64 colours that are there most often, so that the PNG stays small."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = image.constBits().asarray(image.sizeInBytes())
    colours, times = np.unique(np.frombuffer(pixels, dtype=np.uint32), return_counts=True)
    most = colours[np.argsort(-times, kind="stable")[:64]].tolist()
    flag = Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, most, flag)


def save(name: str, image: QImage) -> None:
    folder = ROOT / "help" / "images"
    folder.mkdir(exist_ok=True)
    image.save(str(folder / f"{name}.png"), "PNG", 0)
    print(name, (folder / f"{name}.png").stat().st_size)


if __name__ == "__main__":
    main(sys.argv[1:])
