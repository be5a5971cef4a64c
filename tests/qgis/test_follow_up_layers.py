"""The layers of sites, decisions and observations, and their forms in QGIS."""

import pytest
import shapely
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from oltp_plugin.intake.personal_data import masked
from oltp_plugin.layers import follow_up_words, observatory_group
from oltp_plugin.layers.follow_up_forms import FORMS
from oltp_plugin.observatory import guards, observations, schema, sites, summary
from oltp_plugin.observatory.observations import Observation
from oltp_plugin.observatory.sites import Decision, Site

POINT = shapely.to_wkb(shapely.Point(702500, 6602000), byte_order=1)
AREA = shapely.to_wkb(shapely.box(702600, 6602000, 702700, 6602100), byte_order=1)


@pytest.fixture
def followed(town_observatory):
    """The town's observatory with two sites, a decision and an observation."""
    fid = sites.save(town_observatory, Site("Place Haute", wkb=POINT), masked).fid
    sites.save(town_observatory, Site("Parc", "noise", "in_progress", wkb=AREA), masked)
    sites.save_decision(town_observatory, Decision("Éclairer", site=fid), masked)
    note = Observation("Vu", "2026-03-01T18:00:00", x=702500.0, y=6602000.0, reliability=2)
    observations.save(town_observatory, note, masked)
    return town_observatory


@pytest.fixture
def group(project, followed):
    return observatory_group.show(followed, project)


def layer(group, role: str) -> QgsVectorLayer:
    found = observatory_group.layer_of(group, role)
    assert found is not None and found.isValid(), role
    return found


def test_layers_come_with_their_first_row(project, town_observatory):
    group = observatory_group.show(town_observatory, project)
    assert observatory_group.layer_of(group, "site") is None
    sites.save(town_observatory, Site("Parc", wkb=AREA), masked)
    observatory_group.follow(town_observatory, project)
    assert [each["name"] for each in layer(group, "site_area").getFeatures()] == ["Parc"]


def test_points_areas_and_notes_are_layers_of_their_own(group):
    names = {role: [each["fid"] for each in layer(group, role).getFeatures()] for role in ROLES}
    assert names == {"site": [1], "site_area": [2], "observation": [1], "decision": [1]}
    order = [node.layer().customProperty("oltp/role") for node in group.findLayers()]
    assert order.index("observation") < order.index("site") < order.index("incident")
    assert order.index("incident") < order.index("site_area") < order.index("territory:commune")
    states = [each.label() for each in layer(group, "site").renderer().categories()]
    assert states == list(follow_up_words.states().values())


ROLES = ("site", "site_area", "observation", "decision")


def test_notes_and_sites_are_never_counted(project, followed):
    """Neither in the summary nor among what the layer of incidents shows."""
    assert summary.summary(followed).total == 60
    group = observatory_group.show(followed, project)
    assert len(list(layer(group, "incident").getFeatures())) == 60


def test_every_field_of_a_form_has_words_and_every_list_is_the_files(group):
    for role, table in (("site", "site"), ("observation", "observation"), ("decision", "decision"),
                        ("place", "place")):  # fmt: skip
        shown = layer(group, role)
        assert table in FORMS
        assert all(shown.attributeAlias(index) for index in range(shown.fields().count())), role
    assert list(follow_up_words.themes()) == list(guards.THEMES)
    assert list(follow_up_words.institutions()) == list(guards.INSTITUTIONS)
    assert list(follow_up_words.states()) == list(sites.STATES)
    assert list(follow_up_words.kinds()) == list(observations.KINDS)
    assert list(follow_up_words.reliabilities()) == [1, 2, 3, 4]
    assert "reliability BETWEEN 1 AND 4" in schema.FEATURES["observation"][1]


REFUSED = [
    ("site", {"theme": "x"}, "theme_is_known"),
    ("site", {"name": " "}, "name_is_not_blank"),
    ("site", {"status": "gone"}, "status_is_known"),
    ("site", {"closed_on": "2030-01-01"}, "only_a_solved_site_has_closed_on"),
    ("site_area", {"opened_on": "1/2/2026"}, "opened_on_is_a_date"),
    ("decision", {"site": 99}, "site_exists"),
    ("decision", {"lead_institution": "Dupont"}, "lead_institution_is_known"),
    ("decision", {"decided_on": "2026-02-02", "due_on": "2026-02-01"}, "due_on_is_not_before"),
    ("decision", {"what": None}, "what"),
    ("observation", {"reliability": 5}, "reliability_is_1_to_4"),
    ("observation", {"note": "x" * 501}, "note_is_500_characters"),
    ("observation", {"institution": "x"}, "institution_is_known"),
    ("observation", {"keep_until": None}, "keep_until_is_given"),
    ("observation", {"observed_at": "hier"}, "observed_at_is_a_local_time"),
    ("place", {"kind": "dwelling"}, "kind_is_of_the_inventory"),
    ("place", {"in_service_from": "2026-01-02", "in_service_to": "2026-01-01"}, "in_service_to_is"),
    ("incident", {"severity": 12}, "severity_is_0_to_9"),
    ("incident", {"count": 0}, "count_is_positive"),
]


def test_an_edit_in_qgis_that_breaks_the_data_is_refused_by_name(group):
    for role, values, name in REFUSED:
        shown = layer(group, role)
        feature = next(shown.getFeatures())
        before = feature.attributes()
        assert shown.startEditing()
        for field, value in values.items():
            shown.changeAttributeValue(feature.id(), shown.fields().lookupField(field), value)
        assert not shown.commitChanges(), name
        assert name in " ".join(shown.commitErrors())
        shown.rollBack()
        assert shown.getFeature(feature.id()).attributes() == before


def test_a_site_added_in_qgis_gets_what_the_file_gives(group):
    shown = layer(group, "site")
    feature = QgsFeature(shown.fields())
    feature["name"] = "Marché"
    feature["status"] = "solved"
    feature.setGeometry(QgsGeometry.fromWkt("POINT (702000 6602000)"))
    assert shown.startEditing()
    assert shown.addFeature(feature)
    assert shown.commitChanges(), shown.commitErrors()
    (added,) = shown.getFeatures("\"name\" = 'Marché'")
    assert added["uuid"].count("-") == 4
    assert added["opened_on"] == added["closed_on"]


def test_a_constraint_says_in_words_what_is_wanted(group):
    for role, field in (("incident", "occurred_to"), ("site", "name"), ("observation", "note")):
        shown = layer(group, role)
        constraints = shown.fields().field(field).constraints()
        assert constraints.constraintExpression() and constraints.constraintDescription(), role
