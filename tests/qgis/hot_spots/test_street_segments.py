"""``oltp:streetsegments`` as the toolbox runs it, and on a real town's streets."""

import zipfile

import numpy as np
import processing
import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

from tests.qgis.hot_spots.made_layers import aliases, column, legend, points, shapes

STREETS = [f"LINESTRING ({w})" for w in ("0 0, 100 0", "0 0, -100 0", "0 0, 0 100", "0 300, 9 300")]
PLACES = [(50, 3), (0, 0), (-60, -50), (500, 500), None]


@pytest.fixture
def run(feedback):
    def run_with(**parameters):
        parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
        return processing.run("oltp:streetsegments", parameters, feedback=feedback)

    return run_with


def streets(kind="LineString", **more):
    names = [["rue d'En-Haut", 1], ['"B" %😀', 2], [None, 3], ["d", 4]]
    return shapes(kind, *STREETS, fields="&field=name:string&field=n:integer", rows=names, **more)


def test_counts_rates_and_what_is_left_out(run, feedback):
    result = run(
        INPUT=points(PLACES, "&field=k:integer", [[k] for k in range(5)]),
        STREETS=streets(),
        REJECTED="TEMPORARY_OUTPUT",
    )
    layer = result["OUTPUT"]
    names = [field.name() for field in layer.fields()]
    assert names == ["name", "n_2", "n", "length", "per_100m", "share_cumulated"]
    assert column(layer, "n") == pytest.approx([4 / 3, 4 / 3, 1 / 3, 0])
    assert column(layer, "per_100m") == pytest.approx([4 / 3, 4 / 3, 1 / 3, 0])
    assert column(layer, "share_cumulated") == pytest.approx([8 / 9, 8 / 9, 1, 1])
    assert "Records used: 3" in feedback.infos
    assert "Records left out, farther than 50 m from any street: 1" in feedback.infos
    assert "Records as near to several segments, shared among them: 1" in feedback.infos
    assert any("Only 75 % of the records are within 50 m" in each for each in feedback.warnings)
    rejected = result["REJECTED"]
    assert column(rejected, "k") == [3]
    assert column(rejected, "distance") == pytest.approx([np.hypot(491, 200)])
    assert legend(layer)[0] == "No incident"
    assert aliases(layer)["per_100m"] == "Incidents per 100 m of street"


def test_streets_in_another_system_and_of_several_parts(run):
    moved = processing.run(
        "native:reprojectlayer",
        {"INPUT": streets(), "TARGET_CRS": "EPSG:3857", "OUTPUT": "memory:"},
    )["OUTPUT"]
    place = points([(50, 3), (20, 300)])
    assert column(run(INPUT=place, STREETS=moved)["OUTPUT"], "n") == [1, 0, 0, 1]
    several = shapes("MultiLineString", "MULTILINESTRING ((0 0, 9 0), (40 0, 60 0))", "")
    layer = run(INPUT=place, STREETS=several)["OUTPUT"]
    assert column(layer, "n") == [1]
    assert column(layer, "length") == [29]


def test_only_streets_of_the_study_area(run):
    area = shapes("Polygon", "POLYGON ((-200 -200, 200 -200, 200 200, -200 200, -200 -200))")
    layer = run(INPUT=points(PLACES), STREETS=streets(), STUDY_AREA=area)["OUTPUT"]
    assert len(column(layer, "n")) == 3


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        (lambda: {"INPUT": points([None]), "STREETS": streets()}, "no record with a point"),
        (lambda: {"INPUT": points(PLACES), "STREETS": shapes("LineString")}, "no geometry in it"),
        (
            lambda: {
                "INPUT": points(PLACES),
                "STREETS": streets(),
                "STUDY_AREA": shapes("Polygon", "POLYGON ((490 490, 510 490, 510 510, 490 490))"),
            },
            "holds nothing of the layer",
        ),
    ],
)
def test_bad_input_is_refused_in_one_sentence(run, parameters, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(**parameters())


def test_a_real_town(run, shared_data, tmp_path, feedback):
    """8,011 street lines of Montpellier, and accidents of the whole département."""
    folder = shared_data / "montpellier"
    with zipfile.ZipFile(folder / "VilleMTP_MTP_FilaireVoies.zip") as packed:
        packed.extractall(tmp_path)
    (file,) = tmp_path.rglob("*.shp")
    layer = QgsVectorLayer(str(file), "voies", "ogr")
    reference = folder / "montpellier_reference_2154.gpkg"
    result = run(INPUT=f"{reference}|layername=accidents_2013_herault", STREETS=layer)["OUTPUT"]
    counts = np.array(column(result, "n"))
    assert len(counts) == 8011
    used = next(int(each.split(": ")[1]) for each in feedback.infos if "Records used" in each)
    assert counts.sum() == pytest.approx(used)
    assert 300 < used < 0.8 * 2000
