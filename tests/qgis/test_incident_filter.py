"""The filter on the project's layers, whatever the user did to them."""

import subprocess
import sys

import pytest
from qgis.core import QgsFeatureRequest, QgsVectorLayer

from oltp_plugin.layers import incident_filter, observatory_group
from oltp_plugin.observatory.connection import reading, writing
from oltp_plugin.observatory.filter import IncidentFilter

POLICE = IncidentFilter("2024-01-01", "2024-06-30", partners=("PM",))


@pytest.fixture
def group(project, town_observatory):
    return observatory_group.show(town_observatory, project)


def shown(layer) -> set:
    return {each["partner"] for each in layer.getFeatures()}


def journal_version(path) -> str:
    """Read by another process: closing a file would drop SQLite's locks in this one."""
    code = "import sys; print(open(sys.argv[1], 'rb').read(19)[18])"
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True)
    return done.stdout.strip()


def test_it_filters_the_layer_and_keeps_its_form_style_name_and_journal(group, town_observatory):
    layer = observatory_group.layer_of(group, "incident")
    layer.setName("Mine")
    form, symbols = layer.editorWidgetSetup(5).type(), layer.renderer().dump()
    assert incident_filter.apply(group, town_observatory, POLICE) == []
    assert shown(layer) == {"PM"}
    assert layer.subsetString() == POLICE.sql()
    assert (layer.name(), layer.editorWidgetSetup(5).type()) == ("Mine", form)
    assert layer.renderer().dump() == symbols
    assert layer.customProperty("oltp/role") == "incident"
    assert journal_version(town_observatory) == "1"


def test_duplicates_in_the_group_follow_and_what_left_it_does_not(project, group, town_observatory):
    layer = observatory_group.layer_of(group, "incident")
    inside, outside = layer.clone(), layer.clone()
    for copy in (inside, outside):
        copy.setName("Copy, renamed")
        project.addMapLayer(copy, False)
    group.addGroup("Deeper").addLayer(inside)
    project.layerTreeRoot().addLayer(outside)
    group.setName("Another name")
    incident_filter.apply(group, town_observatory, POLICE)
    assert shown(inside) == shown(layer) == {"PM"}
    assert shown(outside) == {"PM", "TC"}


def test_other_layers_in_the_group_are_left_alone(project, group, town_observatory):
    foreign = QgsVectorLayer("Point?crs=EPSG:2154&field=partner:string", "incident", "memory")
    project.addMapLayer(foreign, False)
    group.addLayer(foreign)
    place = observatory_group.layer_of(group, "place")
    before = place.source()
    incident_filter.apply(group, town_observatory, POLICE)
    assert place.source() == before
    assert foreign.subsetString() == ""


def test_a_layer_that_is_being_edited_waits(group, town_observatory):
    layer = observatory_group.layer_of(group, "incident")
    assert layer.startEditing()
    assert incident_filter.apply(group, town_observatory, POLICE) == [layer]
    assert shown(layer) == {"PM", "TC"}
    layer.rollBack()
    assert incident_filter.apply(group, town_observatory, POLICE) == []
    assert shown(layer) == {"PM"}


def test_the_project_brings_the_filter_back_also_after_a_move(project, town_observatory, tmp_path):
    there, moved = tmp_path / "there", tmp_path / "moved"
    there.mkdir()
    observatory = there / "Valbrune.gpkg"
    town_observatory.rename(observatory)
    group = observatory_group.show(observatory, project)
    assert incident_filter.remembered(group) is None
    incident_filter.apply(group, observatory, POLICE)
    incident_filter.remember(group, POLICE)
    assert project.write(str(there / "project.qgz"))
    project.clear()
    there.rename(moved)
    assert project.read(str(moved / "project.qgz"))
    group = observatory_group.find_group(moved / "Valbrune.gpkg", project)
    assert incident_filter.remembered(group) == POLICE
    assert shown(observatory_group.layer_of(group, "incident")) == {"PM"}


def test_a_project_inside_the_observatory_brings_it_back_too(project, town_observatory, tmp_path):
    moved = tmp_path / "moved"
    moved.mkdir()
    group = observatory_group.show(town_observatory, project)
    incident_filter.apply(group, town_observatory, POLICE)
    incident_filter.remember(group, POLICE)
    assert project.write(f"geopackage:{town_observatory}?projectName=round")
    project.clear()
    town_observatory.rename(moved / "Valbrune.gpkg")
    assert project.read(f"geopackage:{moved / 'Valbrune.gpkg'}?projectName=round")
    group = observatory_group.find_group(moved / "Valbrune.gpkg", project)
    assert incident_filter.remembered(group) == POLICE
    assert shown(observatory_group.layer_of(group, "incident")) == {"PM"}


def test_what_somebody_wrote_in_its_place_is_no_filter(group):
    group.setCustomProperty("oltp/filter", '{"hours": "' + "x" * 50)
    assert incident_filter.remembered(group) is None


def test_facts_and_hours_are_drawn_too(group, town_observatory):
    """A subset may look into its own table, as long as it does not qualify its columns by it."""
    with writing(town_observatory, bulk=True) as connection:
        connection.execute("UPDATE incident SET fact = 'F' || (fid % 5) WHERE fid <= 30")
    layer = observatory_group.layer_of(group, "incident")
    for chosen in (
        IncidentFilter(facts=True),
        IncidentFilter(facts=True, partners=("PM",), hours=tuple(range(0, 168, 2))),
    ):
        incident_filter.apply(group, town_observatory, chosen)
        with reading(town_observatory) as connection:
            query = f"SELECT count(*), count(geom) FROM incident WHERE {chosen.sql()}"
            total, located = connection.execute(query).fetchone()
        inside = QgsFeatureRequest().setFilterRect(layer.extent().buffered(10))
        assert 0 < located <= total
        assert len(list(layer.getFeatures())) == total
        assert len(list(layer.getFeatures(inside))) == located
