"""Pages to look at (docs/print_checklist.md), from the demo and the open data: ``make demo`` first.

``.venv/bin/python scripts/printed_pages.py`` writes every template in both languages, and the
hard cases, as PNG of 100 dpi into build/pages; ``… readme`` writes the README's two pictures;
another word, only the pages whose name holds it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsGeometry,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "build" / "demo"
OBSERVATORY = DEMO / "observatory.gpkg"
OPEN_DATA = ROOT.parent / "shared" / "data" / "montpellier" / "montpellier_reference_2154.gpkg"
PAGES = ROOT / "build" / "pages"
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]

PAPERS = ("a4_landscape", "a4_portrait", "a3_landscape", "a3_portrait")
ACCIDENTS, FINER = "accidents_2013_herault", "sous_quartiers"
CONTENTS = ("map", "two_periods", "table", "chart", "locator")
INTERNAL, RESTRICTED = range(2)


class Printer:
    """Prints what is asked for: pages whose name holds ``wanted``."""

    def __init__(self, wanted: str):
        self.wanted = wanted

    def page(self, name: str, algorithm: str = "printmap", **parameters) -> None:
        import processing

        if self.wanted not in name:
            return
        output = PAGES / f"{name}.png"
        given = {"DPI": 100, "DIFFUSION": INTERNAL, "OUTPUT": str(output), **parameters}
        processing.run(f"oltp:{algorithm}", given, feedback=Warnings(name))


class Warnings(QgsProcessingFeedback):
    """Prints warnings, with the page's name."""

    def __init__(self, name: str):
        super().__init__(False)
        self._name = name

    def pushWarning(self, warning):  # noqa: N802 - Qt name
        print(f"{self._name}: {warning}")


def run(algorithm: str, **parameters):
    import processing

    return processing.run(f"oltp:{algorithm}", parameters)


class Demo:
    """The made-up town's layers, as an analyst names them."""

    def __init__(self, french: bool):
        from oltp_plugin.layers.styling import apply_style

        self.french = french
        self.kept: list = []
        self.incidents = self.records("Incidents", "")
        self.autumn = self.records("Incidents", "2024-10-01", "2024-12-31")
        self.year_after = self.records("Incidents", "2025-10-01", "2025-12-31")
        self.quarters = self.territory("quartier", "Quartiers", apply_style)
        self.commune = self.territory("commune", "Commune", apply_style)
        self.groups = self.territory("groupe territorial", "Groupes", apply_style)
        self.streets = QgsVectorLayer(str(ROOT / "sample" / "rues.geojson"), "Rues", "ogr")
        grey = {"color": "170,170,170", "width": "0.15"}
        self.streets.renderer().setSymbol(QgsLineSymbol.createSimple(grey))
        # Results keep the language in which they were made.
        made = run(
            "kerneldensity", INPUT=self.incidents, STUDY_AREA=self.commune, RADIUS=250,
            CELL_SIZE=25, OUTPUT=str(PAGES / f"density_{'fr' if french else 'en'}.tif"),
        )["OUTPUT"]  # fmt: skip
        self.density = QgsRasterLayer(made, "Densité" if french else "Density", "gdal")
        self.counts = run(
            "territorycounts", TERRITORIES=self.quarters, INCIDENTS=self.incidents,
            POPULATION_FIELD="population", OUTPUT="memory:",
        )["OUTPUT"]  # fmt: skip
        self.counts.setName("Signalements par quartier" if french else "Reports by quartier")

    def records(self, name: str, first: str, last: str = "") -> QgsVectorLayer:
        parameters = {"OBSERVATORY": str(OBSERVATORY), "PARTNERS": "PM", "FROM": first, "TO": last}
        source = run("incidents", **parameters)["SOURCE"]
        from oltp_plugin.layers.incident_filter import note_filter
        from oltp_plugin.layers.styling import apply_style
        from oltp_plugin.observatory.filter import IncidentFilter

        layer = QgsVectorLayer(source, name, "ogr")
        apply_style(layer, "incident")
        note_filter(layer, IncidentFilter(first or None, last or None, partners=("PM",)))
        return layer

    def territory(self, level: str, name: str, apply_style) -> QgsVectorLayer:
        layer = QgsVectorLayer(
            f"{OBSERVATORY}|layername=territory|subset=level = '{level}'", name, "ogr"
        )
        apply_style(layer, "territory_commune" if level == "commune" else "territory")
        return layer


def every_template(printer: Printer, demo: Demo, french: bool) -> None:
    tongue = "fr" if french else "en"
    title = "Valbrune : signalements de la police municipale"
    title = title if french else "Valbrune: reports of the municipal police"
    areas = [demo.commune, demo.quarters, demo.streets]
    for paper, page in enumerate(PAPERS):
        for content, kind in enumerate(CONTENTS):
            layers = {
                "two_periods": [demo.commune, demo.autumn, demo.quarters],
                "table": [demo.commune, demo.counts],
            }.get(kind, [*areas, demo.density])
            more = {
                "two_periods": {
                    "LAYERS_2": [demo.commune, demo.year_after, demo.quarters],
                    "CAPTION": "T4 2024" if french else "Q4 2024",
                    "CAPTION_2": "T4 2025" if french else "Q4 2025",
                },
                "table": {"DATA": demo.counts},
                "chart": {"DATA": demo.incidents, "CHART": paper % 2},
            }.get(kind, {})
            printer.page(
                f"{page}_{kind}_{tongue}",
                LAYERS=layers,
                TITLE=title,
                TEMPLATE=paper,
                CONTENT=content,
                **more,
            )


def hard_cases(printer: Printer, demo: Demo, french: bool) -> None:
    tongue = "fr" if french else "en"
    long = (
        "Tranquillité publique dans les espaces extérieurs du groupe territorial Centre : vols, "
        "dégradations et attroupements signalés par la police municipale et les bailleurs"
    )
    areas = [demo.commune, demo.quarters]
    for paper, page in enumerate(PAPERS):
        printer.page(f"long_title_{page}_{tongue}", LAYERS=[*areas, demo.density], TITLE=long,
                     SUBTITLE=long, TEMPLATE=paper)  # fmt: skip
        printer.page(
            f"twenty_classes_{page}_{tongue}",
            LAYERS=[twenty_classes(), *areas],
            TITLE="Vingt catégories" if french else "Twenty categories",
            TEMPLATE=paper,
        )
    nobody = QgsVectorLayer("Point?crs=EPSG:2154&field=n:integer", "Incidents", "memory")
    printer.page(f"empty_{tongue}", LAYERS=[nobody, *areas], TITLE="Aucun incident", TEMPLATE=0)
    place = demo.density.extent().center()
    for name, half in (("200_m", 100), ("20_km", 10_000)):
        box = f"{place.x() - half},{place.x() + half},{place.y() - half},{place.y() + half}"
        printer.page(
            f"across_{name}_{tongue}",
            LAYERS=[demo.incidents, demo.streets, *areas],
            TITLE=f"{name.replace('_', ' ')}",
            EXTENT=f"{box} [EPSG:2154]",
            TEMPLATE=1,
            CONTENT=4,
        )
    printer.page(
        f"atlas_{tongue}",
        "atlas",
        LAYERS=[demo.incidents, demo.streets],
        TERRITORIES=demo.quarters,
        INDEX=True,
        TITLE="Atlas des quartiers" if french else "Atlas of the quartiers",
        CONTENT=3,
        DATA=demo.incidents,
    )
    if printer.wanted in f"restricted_{tongue}":
        # Made again, since the agreements came after the demo's own.
        parameters = {"TERRITORIES": demo.quarters, "INCIDENTS": demo.autumn, "OUTPUT": "memory:"}
        counted = run("territorycounts", **parameters)["OUTPUT"]
        counted.setName("Signalements" if french else "Reports")
        for name, layers in (("points", [demo.autumn]), ("counts", [counted])):
            printer.page(
                f"restricted_{name}_{tongue}",
                LAYERS=[*areas, *layers],
                TITLE="Page restreinte" if french else "A restricted page",
                DIFFUSION=RESTRICTED,
                CONTENT=2,
                DATA=layers[0],
            )


def twenty_classes() -> QgsVectorLayer:
    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=kind:string", "Signalements", "memory")
    random, features, categories = np.random.default_rng(3), [], []
    for number in range(20):
        kind = f"Catégorie {number + 1} au libellé un peu long"
        colour = f"{37 * number % 256},{91 * number % 256},{149 * number % 256}"
        symbol = QgsMarkerSymbol.createSimple({"color": colour, "size": "2"})
        categories.append(QgsRendererCategory(kind, symbol, kind))
        for east, north in random.uniform(-1500, 1500, (12, 2)):
            feature = QgsFeature(layer.fields())
            feature.setAttributes([kind])
            point = QgsPointXY(703_000 + east, 6_602_000 + north)
            feature.setGeometry(QgsGeometry.fromPointXY(point))
            features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))
    return layer


def open_data(printer: Printer, french: bool) -> None:
    """Montpellier's areas and road accidents of 2013."""
    if not OPEN_DATA.exists():
        print("the open data is not beside the checkout")
        return
    tongue = "fr" if french else "en"

    def layer(table: str, name: str) -> QgsVectorLayer:
        return QgsVectorLayer(f"{OPEN_DATA}|layername={table}", name, "ogr")

    accidents = layer(ACCIDENTS, "Accidents 2013")
    symbol = {"color": "150,20,30,160", "size": "1.4", "outline_style": "no"}
    accidents.renderer().setSymbol(QgsMarkerSymbol.createSimple(symbol))
    quarters, finer = layer("quartiers", "Quartiers"), layer(FINER, "Sous-quartiers")
    commune = layer("limite_commune", "Commune")
    sources = "ONISR, accidents 2013 ; Ville de Montpellier, 2014 (Licence Ouverte)"
    import processing

    density = run(
        "kerneldensity", INPUT=accidents, STUDY_AREA=commune, RADIUS=400, CELL_SIZE=50,
        OUTPUT=str(PAGES / "accidents.tif"),
    )["OUTPUT"]  # fmt: skip
    raster = QgsRasterLayer(density, "Accidents", "gdal")
    counts = processing.run(
        "oltp:territorycounts",
        {"TERRITORIES": finer, "INCIDENTS": accidents, "OUTPUT": "memory:"},
    )["OUTPUT"]
    counts.setName("Accidents par sous-quartier" if french else "Accidents by sous-quartier")
    for area in (quarters, finer, commune):
        outline(area)
    for paper, page in enumerate(PAPERS):
        for content, kind in enumerate(CONTENTS):
            layers = [accidents, quarters] if kind == "two_periods" else [commune, finer, raster]
            if kind == "table":
                layers = [finer, counts]
            more = {}
            if kind == "two_periods":  # some accidents lie in the middle of France
                extent = finer.extent()
                sides = extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum()
                box = ",".join(f"{side:.0f}" for side in sides)
                captions = ("Points", "Densité" if french else "Density")
                more = {"LAYERS_2": [quarters, raster], "EXTENT": f"{box} [EPSG:2154]"}
                more |= dict(zip(("CAPTION", "CAPTION_2"), captions))
            printer.page(
                f"montpellier_{page}_{kind}_{tongue}",
                LAYERS=layers,
                TITLE="Accidents de la circulation, Montpellier",
                SUBTITLE="2013",
                SOURCES=sources,
                TEMPLATE=paper,
                CONTENT=content,
                DATA=counts,
                CHART=2,
                **more,
            )
    printer.page(
        f"montpellier_atlas_{tongue}",
        "atlas",
        LAYERS=[accidents, finer],
        TERRITORIES=finer,
        INDEX=True,
        TITLE="Accidents de la circulation 2013",
        SOURCES=sources,
        TEMPLATE=1,
    )


def outline(layer: QgsVectorLayer) -> None:
    symbol = layer.renderer().symbol()
    symbol.symbolLayer(0).setBrushStyle(0)
    symbol.symbolLayer(0).setStrokeWidth(0.3)


def readme() -> None:
    """docs/images: a map with its table, and a page of the atlas."""
    printer, demo = Printer(""), Demo(True)
    images = ROOT / "docs" / "images"
    areas = [demo.commune, demo.quarters, demo.streets]
    for name, parameters in (
        (
            "page_chart.png",
            {
                "LAYERS": [*areas, demo.density],
                "TITLE": "Où et quand : les signalements de la police municipale",
                "CONTENT": 3,
                "DATA": demo.incidents,
            },
        ),
    ):
        printer.page("readme", **{**parameters, "OUTPUT": str(images / name)})
    printer.page(
        "readme",
        "atlas",
        LAYERS=[demo.incidents, demo.streets],
        TERRITORIES=demo.quarters,
        TITLE="Signalements de la police municipale",
        CONTENT=2,
        DATA=demo.incidents,
        OUTPUT=str(PAGES / "atlas.png"),
    )
    (PAGES / "atlas.png").replace(images / "page_atlas.png")


def start(language: str) -> QgsApplication:
    application = QgsApplication([], True)
    application.initQgis()
    QgsSettings().setValue("locale/userLocale", language)
    QLocale.setDefault(QLocale(language))
    from processing.core.Processing import Processing

    from oltp_plugin.translation import install_translator
    from processing_algorithms.provider import OltpProvider

    application.translator = install_translator()
    Processing.initialize()
    application.provider = OltpProvider()
    QgsApplication.processingRegistry().addProvider(application.provider)
    return application


def main(wanted: str, language: str) -> None:
    application = start(language)
    PAGES.mkdir(parents=True, exist_ok=True)
    settings = QgsSettings()
    settings.setValue(
        "plugins/oltp/town_name", '"Ville de Valbrune – Observatoire de la tranquillité publique"'
    )
    settings.setValue("plugins/oltp/town_logo", f'"{ROOT / "icons" / "oltp.svg"}"')
    if wanted == "readme":
        readme()
    else:
        printer, french = Printer(wanted), language == "fr"
        demo = Demo(french)
        every_template(printer, demo, french)
        hard_cases(printer, demo, french)
        open_data(printer, french)
    application.exitQgis()


if __name__ == "__main__":
    os.environ.setdefault("XDG_CONFIG_HOME", str(ROOT / "build" / "pages" / "home"))
    for each in ("fr",) if sys.argv[1:] == ["readme"] else sys.argv[2:] or ("fr", "en"):
        child = os.fork()
        if not child:
            main(sys.argv[1] if sys.argv[1:] else "", each)
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            raise SystemExit(1)
