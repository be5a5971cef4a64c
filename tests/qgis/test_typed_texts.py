"""What is typed or pasted in QGIS's own forms is searched before it goes to the file."""

import pytest
import shapely
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from oltp_plugin.gui.typed_texts import TypedTexts, text_fields
from oltp_plugin.intake.personal_data import masked
from oltp_plugin.layers import observatory_group
from oltp_plugin.observatory import connection, observations, sites
from oltp_plugin.observatory.observations import Observation
from oltp_plugin.observatory.sites import Decision, Site

POINT = shapely.to_wkb(shapely.Point(702500, 6602000), byte_order=1)
TELEPHONE, MASKED = "Rappeler le 06 12 34 56 78", "Rappeler le […]"
ROLES = {
    "incident": ("address",),
    "site": ("name",),
    "decision": ("what",),
    "observation": ("note",),
    "place": ("name", "operator"),
}


@pytest.fixture(params=[False, True], ids=["edit buffer", "transaction groups"])
def project(request, qgis_app) -> QgsProject:
    found = QgsProject.instance()
    found.clear()
    found.setAutoTransaction(request.param)
    yield found
    found.clear()
    found.setAutoTransaction(False)


@pytest.fixture
def told(project):
    """What the message bar would say, with the plugin's watch on."""
    watch, said = TypedTexts(), []
    watch.masked.connect(said.append)
    yield said
    watch.end()


@pytest.fixture
def layers(project, told, town_observatory) -> dict[str, QgsVectorLayer]:
    path = town_observatory
    fid = sites.save(path, Site("Place Haute", wkb=POINT), masked).fid
    sites.save_decision(path, Decision("Éclairer", site=fid), masked)
    observations.save(path, Observation("Vu", "2026-03-01T18:00:00", x=702500, y=6602000), masked)
    group = observatory_group.show(path, project)
    return {role: observatory_group.layer_of(group, role) for role in ROLES}


def commit(layer: QgsVectorLayer) -> None:
    assert layer.commitChanges(), layer.commitErrors()


def test_what_is_typed_over_a_text(layers, told, town_observatory):
    for role, fields in ROLES.items():
        layer = layers[role]
        assert layer.startEditing()
        feature = next(layer.getFeatures())
        for field in fields:
            index = layer.fields().lookupField(field)
            layer.changeAttributeValue(feature.id(), index, TELEPHONE)
        commit(layer)
        stored = layer.getFeature(feature.id())
        assert [stored[field] for field in fields] == [MASKED] * len(fields), role
        assert layer.name() in told[-1] and f"({len(fields)})" in told[-1]
    assert len(told) == len(ROLES)
    assert b"06 12 34 56 78" not in town_observatory.read_bytes()


def test_what_is_pasted(layers, told):
    """As QGIS pastes: many features at once, each with all of its attributes."""
    layer = layers["observation"]
    rows = []
    for text in (TELEPHONE, "Éclairage en panne", "vu par Mme Le Goff"):
        feature = QgsFeature(layer.fields())
        feature["note"], feature["observed_at"] = text, "2026-03-02T10:00:00"
        feature["kind"] = "walk"
        feature.setGeometry(QgsGeometry.fromWkt("POINT (702000 6602000)"))
        rows.append(feature)
    assert layer.startEditing()
    assert layer.addFeatures(rows)
    commit(layer)
    notes = {each["note"] for each in layer.getFeatures("\"kind\" = 'walk'")}
    assert notes == {MASKED, "Éclairage en panne", "vu par […]"}
    assert len(told) == 1 and told[0].count("(1)") == 2


def test_what_nobody_typed_stays_as_it_is(layers, told, town_observatory):
    """An older text is not touched by an edit of something else, nor is what holds nothing."""
    with connection.writing(town_observatory) as db:
        db.execute("UPDATE place SET name = 'Loge de M. Durand' WHERE fid = 1")
    layer = layers["place"]
    layer.dataProvider().reloadData()
    assert layer.startEditing()
    index = layer.fields().lookupField
    layer.changeAttributeValue(1, index("in_service_from"), "2020-01-01")
    layer.changeAttributeValue(1, index("operator"), NULL)
    layer.changeAttributeValue(2, index("name"), "École Mme Curie")
    layer.deleteFeature(3)
    commit(layer)
    assert told == []
    assert layer.getFeature(1)["name"] == "Loge de M. Durand"
    assert layer.getFeature(2)["name"] == "École Mme Curie"


def test_a_layer_that_is_added_by_hand_too_and_no_other_file(project, told, layers, tmp_path):
    path = layers["place"].source().split("|")[0]
    by_hand = QgsVectorLayer(f"{path}|layername=decision", "mine", "ogr")
    project.addMapLayer(by_hand)
    assert text_fields(by_hand) == ("what",)
    other = tmp_path / "place.gpkg"
    memory = QgsVectorLayer("Point?field=name:string", "place", "memory")
    assert memory.dataProvider().addFeature(QgsFeature(memory.fields()))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "place"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        memory, str(other), project.transformContext(), options
    )
    foreign = QgsVectorLayer(f"{other}|layername=place", "place", "ogr")
    project.addMapLayers([foreign, memory])
    assert (text_fields(foreign), text_fields(memory)) == ((), ())


def test_it_ends_with_the_plugin(project, layers, town_observatory):
    watch, said = TypedTexts(), []
    watch.masked.connect(said.append)
    watch.end()
    layer = layers["decision"]
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("what"), TELEPHONE)
    commit(layer)
    assert said == []
