"""The dialog of an algorithm on cells says how many that makes, and stays QGIS's own."""

from types import SimpleNamespace

import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsBrowserGuiModel

from tests.qgis.hot_spots.made_layers import points, shapes

BOX = "POLYGON ((700000 6600000, 703000 6600000, 703000 6603000, 700000 6603000, 700000 6600000))"


@pytest.fixture
def dialog(qgis_app, qgis_canvas, monkeypatch):
    from processing.gui import AlgorithmDialog, ParametersPanel

    browser = QgsBrowserGuiModel()
    window = SimpleNamespace(
        mapCanvas=lambda: qgis_canvas,
        browserModel=lambda: browser,
        mainWindow=lambda: None,
        activeLayer=lambda: None,
        messageBar=lambda: None,
    )
    for module in (AlgorithmDialog, ParametersPanel):
        monkeypatch.setattr(module, "iface", window)
    opened = []

    def open_dialog(name, **parameters):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"oltp:{name}")
        shown = algorithm.createCustomParametersWidget(None)
        shown.setParameters(parameters)
        shown.cell_count.refresh()
        opened.append(shown)
        return shown

    yield open_dialog
    for shown in opened:
        shown.close()
        shown.deleteLater()
    QgsProject.instance().clear()


def added(layer: QgsVectorLayer) -> str:
    QgsProject.instance().addMapLayer(layer)
    return layer.id()


@pytest.mark.parametrize("name", ["getisord", "localmoran", "robustness"])
def test_it_follows_size_and_shape(dialog, name):
    area, incidents = added(shapes("Polygon", BOX)), added(points([(700_100, 6_600_100)]))
    shown = dialog(name, INPUT=incidents, STUDY_AREA=area)
    assert shown.cell_count.text() == "About 900 cells."
    shown.setParameters({"INPUT": incidents, "STUDY_AREA": area, "CELL_SIZE": 100, "SHAPE": 1})
    shown.cell_count.refresh()
    assert shown.cell_count.text() == "About 1,000 cells."
    assert shown.cell_count.parentWidget() is not None


def test_it_warns_of_too_many_and_knows_insee_and_given_polygons(dialog):
    area, incidents = added(shapes("Polygon", BOX)), added(points([(700_100, 6_600_100)]))
    given = {"INPUT": incidents, "STUDY_AREA": area}
    assert "take long" in dialog("getisord", **given, CELL_SIZE=5).cell_count.text()
    assert "larger ones" in dialog("getisord", **given, CELL_SIZE=2).cell_count.text()
    insee = dialog("getisord", **given, CELL_SIZE=5, SHAPE=2)
    assert insee.cell_count.text() == "About 220 cells."
    assert "chosen below" in dialog("getisord", **given, GRID=area).cell_count.text()
    nothing = dialog("getisord", INPUT=incidents)
    assert nothing.cell_count.text().startswith("With a study area")


def test_an_observatory_s_commune_is_counted(dialog, town_observatory):
    layer = QgsVectorLayer(f"{town_observatory}|layername=incident", "incidents", "ogr")
    shown = dialog("getisord", INPUT=added(layer))
    assert shown.cell_count.text() == "About 1,800 cells."
