"""What opening an observatory puts into the project."""

import re

from qgis.core import QgsFeature, QgsLayerTreeGroup, edit

from oltp_plugin.layers import observatory_group
from oltp_plugin.layers.incident_form import LOOKUPS, aliases, choices
from oltp_plugin.observatory import schema
from oltp_plugin.observatory.connection import writing

ROLES = ["place", "incident", "territory:commune", "territory:quartier"]


def roles(group: QgsLayerTreeGroup) -> list[str]:
    return [node.layer().customProperty("oltp/role") for node in group.findLayers()]


def test_the_group_bears_the_files_name_and_draws_points_over_outlines(project, town_observatory):
    group = observatory_group.show(town_observatory, project)
    assert group.name() == "Valbrune"
    assert roles(group) == ROLES
    assert all(node.layer().isValid() for node in group.findLayers())


def test_withdrawn_incidents_are_not_shown(project, town_observatory):
    group = observatory_group.show(town_observatory, project)
    shown = list(observatory_group.layer_of(group, "incident").getFeatures())
    assert len(shown) == 60
    assert "withdrawn" not in {each["status"] for each in shown}


def test_each_territory_level_is_a_layer_of_its_own(project, town_observatory):
    group = observatory_group.show(town_observatory, project)
    for level in ("commune", "quartier"):
        layer = observatory_group.layer_of(group, f"territory:{level}")
        assert {each["level"] for each in layer.getFeatures()} == {level}


def test_opening_again_adds_nothing(project, town_observatory):
    first = observatory_group.show(town_observatory, project)
    layers = len(project.mapLayers())
    assert observatory_group.show(town_observatory, project) == first
    assert len(project.mapLayers()) == layers


def test_a_removed_layer_stays_out_until_the_observatory_is_opened_again(project, town_observatory):
    group = observatory_group.show(town_observatory, project)
    project.removeMapLayer(observatory_group.layer_of(group, "place").id())
    observatory_group.follow(town_observatory, project)
    assert "place" not in roles(group)
    observatory_group.show(town_observatory, project)
    assert roles(group) == ROLES


def test_an_emptied_group_is_filled_again_rather_than_doubled(project, town_observatory):
    observatory_group.show(town_observatory, project)
    project.removeAllMapLayers()
    observatory_group.follow(town_observatory, project)
    assert len(project.mapLayers()) == 0
    observatory_group.show(town_observatory, project)
    (group,) = project.layerTreeRoot().findGroups()
    assert roles(group) == ROLES


def test_a_new_territory_level_comes_without_being_asked(project, town_observatory):
    group = observatory_group.show(town_observatory, project)
    with writing(town_observatory) as connection:
        connection.execute(
            "INSERT INTO territory (level, code, name) VALUES ('iris', '1', 'IRIS 1'),"
            " ('l''îlot', '2', 'Îlot 2')"
        )
    observatory_group.follow(town_observatory, project)
    assert roles(group) == [*ROLES, "territory:iris", "territory:l'îlot"]
    drawn = [node.itemVisibilityChecked() for node in group.findLayers()]
    assert drawn == [True, True, True, True, False, False]
    new = observatory_group.layer_of(group, "territory:l'îlot")
    assert [each["name"] for each in new.getFeatures()] == ["Îlot 2"]


def test_a_saved_project_knows_its_observatory_after_both_have_moved(
    project, town_observatory, tmp_path
):
    observatory_group.show(town_observatory, project)
    there, moved = tmp_path / "there", tmp_path / "moved"
    there.mkdir()
    observatory = there / "Valbrune.gpkg"
    town_observatory.rename(observatory)
    project.clear()
    observatory_group.show(observatory, project)
    assert project.write(str(there / "project.qgz"))
    project.clear()
    there.rename(moved)
    assert project.read(str(moved / "project.qgz"))
    assert observatory_group.observatory_in(project) == (moved / "Valbrune.gpkg").resolve()
    group = observatory_group.find_group(moved / "Valbrune.gpkg", project)
    assert roles(group) == ROLES
    assert len(list(observatory_group.layer_of(group, "incident").getFeatures())) == 60


def test_code_lists_are_in_the_project_but_in_no_list_of_layers(project, town_observatory):
    group = observatory_group.show(town_observatory, project)
    incidents = observatory_group.layer_of(group, "incident")
    index = incidents.fields().lookupField
    for field in LOOKUPS:
        setup = incidents.editorWidgetSetup(index(field))
        lookup = project.mapLayer(setup.config()["Layer"])
        assert setup.type() == "ValueRelation"
        assert lookup.flags() & lookup.LayerFlag.Private
        assert project.layerTreeRoot().findLayer(lookup) is None


def test_a_time_edited_in_the_form_keeps_its_hour(project, town_observatory):
    """23:30, and 02:30 on the night when that hour does not exist."""
    group = observatory_group.show(town_observatory, project)
    layer = observatory_group.layer_of(group, "incident")
    index = layer.fields().lookupField("occurred_from")
    setup = layer.editorWidgetSetup(index)
    assert setup.type() == "DateTime"
    assert setup.config()["field_format"] == "yyyy-MM-ddTHH:mm:ss"
    assert setup.config()["field_iso_format"] is False
    times = ("2024-12-31T23:30:00", "2024-03-31T02:30:00")
    features = [next(layer.getFeatures(f'"fid" = {fid}')) for fid in (1, 2)]
    with edit(layer):
        for feature, time in zip(features, times):
            assert layer.changeAttributeValue(feature.id(), index, time)
    layer.dataProvider().reloadData()
    assert [next(layer.getFeatures(f'"fid" = {fid}'))["occurred_from"] for fid in (1, 2)] == [
        *times
    ]


def test_an_incident_added_in_qgis_gets_its_provenance(project, town_observatory):
    group = observatory_group.show(town_observatory, project)
    layer = observatory_group.layer_of(group, "incident")
    feature = QgsFeature(layer.fields())
    feature["partner"], feature["category"] = "PM", "homicide"
    feature["occurred_from"] = "2024-05-01T10:00:00"
    for field, default in (
        ("known_by", "patrol"),
        ("time_precision", "minute"),
        ("location_precision", "none"),
        ("count", 1),
        ("status", "open"),
    ):
        feature[field] = default
    with edit(layer):
        assert layer.addFeature(feature)
    (added,) = layer.getFeatures("\"known_by\" = 'patrol'")
    assert len(added["uuid"]) == 36
    assert added["created_at"]


def test_provenance_cannot_be_typed_over(project, town_observatory):
    group = observatory_group.show(town_observatory, project)
    layer = observatory_group.layer_of(group, "incident")
    form, index = layer.editFormConfig(), layer.fields().lookupField
    for field in ("uuid", "partner_ref", "batch", "created_at", "updated_at"):
        assert form.readOnly(index(field)), field
    assert not form.readOnly(index("category"))


def test_every_field_has_words_and_every_closed_list_is_the_schemas(project, town_observatory):
    group = observatory_group.show(town_observatory, project)
    layer = observatory_group.layer_of(group, "incident")
    assert set(aliases()) == set(layer.fields().names())
    columns = schema.FEATURES["incident"][1]
    for field, values in choices().items():
        known = re.findall(rf"\b{field} = '(\w+)'", columns)
        assert list(values) == known, field


def test_what_another_program_wrote_on_the_group_is_no_error(project, town_observatory):
    group = observatory_group.show(town_observatory, project)
    for words in ("nonsense", "5"):
        group.setCustomProperty("oltp/offered", words)
        observatory_group.follow(town_observatory, project)
        assert roles(group) == ROLES
