"""The pictures of the help pages, made by the plugin from the demo: ``make demo`` first.

``.venv/bin/python scripts/help_pictures.py getisord`` makes one again, without a name all.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage

ROOT = Path(__file__).resolve().parents[1]
OBSERVATORY = ROOT / "build" / "demo" / "observatory.gpkg"
COMMUNE = str(ROOT / "sample" / "commune.geojson")
SIZE = QSize(600, 420)
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]

# What each picture shows: parameters besides INPUT, and which output.
PICTURES: dict[str, tuple[dict, str]] = {
    "getisord": ({"STUDY_AREA": COMMUNE}, "OUTPUT"),
}


def main(names: list[str]) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], True)
    application.initQgis()
    from processing.core.Processing import Processing

    from processing_algorithms.provider import OltpProvider

    Processing.initialize()
    provider = OltpProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    for name in names or PICTURES:
        draw(name, *PICTURES[name])
    application.exitQgis()


def draw(name: str, parameters: dict, output: str) -> None:
    """One result above the streets of the sample, as a small PNG of few colours."""
    import processing

    shown = processing.run(
        "oltp:incidents", {"OBSERVATORY": str(OBSERVATORY), "PARTNERS": "PM", "OUTPUT": "memory:"}
    )["OUTPUT"]
    sinks = {output: "TEMPORARY_OUTPUT"}
    result = processing.run(f"oltp:{name}", {"INPUT": shown, **sinks, **parameters})[output]
    streets = QgsVectorLayer(str(ROOT / "sample" / "rues.geojson"), "streets", "ogr")
    streets.renderer().symbol().setColor(QColor(150, 150, 150))
    settings = QgsMapSettings()
    settings.setLayers([streets, result])
    settings.setDestinationCrs(result.crs())
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(SIZE)
    extent = result.extent()
    extent.scale(1.02)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage().convertToFormat(
        QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither
    )
    folder = ROOT / "help" / "images"
    folder.mkdir(exist_ok=True)
    image.save(str(folder / f"{name}.png"), "PNG", 0)
    print(name, (folder / f"{name}.png").stat().st_size)


if __name__ == "__main__":
    main(sys.argv[1:])
