"""From three partners' files to a printed map, by the plugin's own algorithms (see demo.sh)."""

from __future__ import annotations

import csv
import math
import os
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import truth
from osgeo import gdal
from qgis import utils
from qgis.core import (
    QgsApplication,
    QgsLineSymbol,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsReferencedRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtGui import QFont

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "sample"
DEMO = ROOT / "build" / "demo"
OBSERVATORY = DEMO / "observatory.gpkg"
PARTNERS = ("police_municipale", "transports", "bailleur")
COUNTS = ("READ", "INSERTED", "UPDATED", "UNCHANGED", "REJECTED", "UNLOCATED")
RADIUS = 250.0


class Log(QgsProcessingFeedback):
    """Prints warnings and errors only."""

    def __init__(self):
        super().__init__(False)

    def pushWarning(self, warning):  # noqa: N802 - Qt name
        print(f"    ! {warning}")

    def reportError(self, error, fatalError=False):  # noqa: N802, N803 - Qt names
        print(f"    ! {error}", file=sys.stderr)


def start_plugin() -> None:
    """Load the plugin as a French QGIS does, from QGIS_PLUGINPATH."""
    QgsSettings().setValue("locale/userLocale", "fr")
    QLocale.setDefault(QLocale("fr"))
    QgsApplication.setFont(QFont("DejaVu Sans", 9))  # the project remembers it
    own = str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins")
    utils.plugin_paths = [os.environ["QGIS_PLUGINPATH"], own]
    sys.path[:0] = utils.plugin_paths
    from processing.core.Processing import Processing

    Processing.initialize()
    utils.updateAvailablePlugins()
    if not (utils.loadPlugin("oltp_plugin") and utils.startProcessingPlugin("oltp_plugin")):
        raise SystemExit("QGIS could not load the plugin")


def in_qgis(work: Callable[[], None]) -> None:
    """Do ``work`` in a QGIS without a window."""
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], True)
    application.initQgis()
    work()
    QgsProject.instance().clear()
    application.exitQgis()


def run(algorithm: str, **parameters) -> dict:
    import processing

    return processing.run(f"oltp:{algorithm}", parameters, feedback=Log())


def make_town() -> None:
    run("createobservatory", OUTPUT=str(OBSERVATORY), CRS="EPSG:2154")
    for file, level in (
        ("commune", "commune"),
        ("quartiers", "quartier"),
        ("groupes_territoriaux", "groupe territorial"),
    ):
        count = run(
            "importterritories",
            OBSERVATORY=str(OBSERVATORY),
            INPUT=str(SAMPLE / f"{file}.geojson"),
            LEVEL=level,
            CODE_FIELD="code",
            NAME_FIELD="nom",
            POPULATION_FIELD="population",
        )["COUNT"]
        print(f"  {count:>5}  {level}")
    for file, kind, more in (
        ("cameras", "camera", {"IN_SERVICE_FIELD": "annee", "OPERATOR": "Ville"}),
        ("arrets", "stop", {}),
    ):
        count = run(
            "importplaces",
            OBSERVATORY=str(OBSERVATORY),
            INPUT=str(SAMPLE / f"{file}.geojson"),
            KIND=kind,
            NAME_FIELD="nom",
            **more,
        )["COUNT"]
        print(f"  {count:>5}  {kind}")


def import_partner(partner: str) -> None:
    rejects = DEMO / f"rejects_{partner}.csv"
    result = run(
        "importincidents",
        OBSERVATORY=str(OBSERVATORY),
        INPUT=str(SAMPLE / f"{partner}.csv"),
        PROFILE=str(SAMPLE / f"{partner}.json"),
        REJECTS=str(rejects),
    )
    print(f"  {partner:<18}" + "".join(f"{int(result[name]):>11}" for name in COUNTS))
    with rejects.open(encoding="utf-8-sig", newline="") as file:
        codes = Counter(row["code"] for row in csv.DictReader(file))
    print(f"  {'':<18}  " + ", ".join(f"{code} {n}" for code, n in sorted(codes.items())))


def hot_spots() -> None:
    """Density, rings and counts of the municipal police's reports."""
    # Sources are looked at one at a time: their records do not count the same things.
    incidents = run("incidents", OBSERVATORY=str(OBSERVATORY), PARTNERS="PM")["OUTPUT"]
    run("kerneldensity", INPUT=incidents, RADIUS=RADIUS, CELL_SIZE=25, OUTPUT=result("density.tif"))
    run(
        "bufferrings",
        PLACES=f"{OBSERVATORY}|layername=place|subset=kind = 'camera'",
        INCIDENTS=incidents,
        DISTANCES="50,100,200",
        STUDY_AREA=str(SAMPLE / "commune.geojson"),
        OUTPUT=result("rings.gpkg"),
    )
    run(
        "territorycounts",
        TERRITORIES=str(SAMPLE / "quartiers.geojson"),
        INCIDENTS=incidents,
        POPULATION_FIELD="population",
        OUTPUT=result("counts.gpkg"),
    )
    show_counts()
    show_peaks()


def result(name: str) -> str:
    return str(DEMO / name)


def show_counts() -> None:
    layer = QgsVectorLayer(result("counts.gpkg"), "counts", "ogr")
    print(f"  {'quartier':<18}{'n':>11}{'per 1000':>11}")
    for feature in layer.getFeatures():
        print(f"  {feature['nom']:<18}{feature['n']:>11}{feature['per_1000']:>11.0f}")


def show_peaks() -> None:
    """The density's highest peaks beside what the generator planted."""
    planted = truth.planted()
    print("  highest peaks, and the planted hot spot next to each")
    for peak in truth.highest_peaks(DEMO / "density.tif", len(planted)):
        name = min(planted, key=lambda each: math.dist(planted[each], peak))
        print(f"  {name:<28}{math.dist(planted[name], peak):>6.0f} m away")


def save_project() -> list:
    """A project with the observatory's group above the results; gives the layers to print."""
    from oltp_plugin.layers import observatory_group

    project = QgsProject.instance()
    group = observatory_group.show(OBSERVATORY, project)
    density = QgsRasterLayer(result("density.tif"), "Densité (police municipale)")
    rings = QgsVectorLayer(result("rings.gpkg"), "Couronnes autour des caméras", "ogr")
    counts = QgsVectorLayer(result("counts.gpkg"), "Comptages par quartier", "ogr")
    streets = QgsVectorLayer(str(SAMPLE / "rues.geojson"), "Rues", "ogr")
    streets.renderer().setSymbol(
        QgsLineSymbol.createSimple({"color": "160,160,160", "width": "0.2"})
    )
    root = project.layerTreeRoot()
    for layer in (rings, streets, density, counts):
        project.addMapLayer(layer, False)
        root.addLayer(layer).setItemVisibilityChecked(layer in (streets, density))
    # Thousands of points would hide the density.
    incidents = observatory_group.layer_of(group, "incident")
    root.findLayer(incidents).setItemVisibilityChecked(False)
    project.setCrs(density.crs())
    project.viewSettings().setDefaultViewExtent(
        QgsReferencedRectangle(observatory_group.extent(group), project.crs())
    )
    project.write(result("demo.qgz"))
    roles = ("place", "territory:commune", "territory:quartier")
    return [*(observatory_group.layer_of(group, role) for role in roles), streets, density]


def print_map(layers: list) -> None:
    # QGIS tries to georeference the PNG, and GDAL complains that it cannot.
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    for name in ("map.pdf", "map.png"):
        run(
            "printmap",
            LAYERS=layers,
            TITLE="Valbrune : densité des signalements de la police municipale",
            SUBTITLE="Juillet 2024 à décembre 2025, rayon de 250 m",
            SOURCES="Ville imaginaire, données de démonstration",
            DIFFUSION=0,
            OUTPUT=result(name),
            DPI=200,
        )


def tell_the_public() -> None:
    """The partners' agreements, then what the observatory says of itself."""
    for partner in PARTNERS:
        run(
            "setagreement",
            OBSERVATORY=str(OBSERVATORY),
            INPUT=str(SAMPLE / f"convention_{partner}.json"),
        )
    run("transparencysheet", OBSERVATORY=str(OBSERVATORY), OUTPUT=result("transparency.pdf"))


def main() -> None:
    start_plugin()
    print("The town and its places")
    make_town()
    print("Import" + " " * 14 + "".join(f"{name.lower():>11}" for name in COUNTS))
    for partner in PARTNERS:
        import_partner(partner)
    print("Municipal police: density, rings around the cameras, counts")
    hot_spots()
    print_map(save_project())
    tell_the_public()
    for name in ("observatory.gpkg", "map.pdf", "map.png", "transparency.pdf", "demo.qgz"):
        print(f"  build/demo/{name}  {(DEMO / name).stat().st_size // 1024} kB")


if __name__ == "__main__":
    in_qgis(main)
