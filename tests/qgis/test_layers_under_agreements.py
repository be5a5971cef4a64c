"""What the incidents' layers show under the agreements: whose, which, and how finely."""

import numpy as np
import processing
import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize

from oltp_plugin.layers import incident_filter, observatory_group
from oltp_plugin.layers.precision import draw_at_precision
from oltp_plugin.observatory import agreements, connection, geopackage
from oltp_plugin.observatory.agreements import Agreement
from oltp_plugin.observatory.cells import centres
from oltp_plugin.observatory.filter import IncidentFilter

PM = Agreement("PM", "C-1")


def drawn(layer) -> bytes:
    canvas = QgsMapSettings()
    canvas.setLayers([layer])
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(QgsRectangle(701500, 6601000, 704000, 6603500))
    canvas.setOutputSize(QSize(300, 300))
    job = QgsMapRendererParallelJob(canvas)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    return bytes(image.constBits().asstring(300 * 300 * 4))


def move_inside_cells(path) -> None:
    with connection.writing(path) as db:
        for fid, blob in db.execute("SELECT fid, geom FROM incident WHERE geom IS NOT NULL"):
            x, y = (float(each) for each in centres(np.array(geopackage.point_of(blob))))
            (moved,) = geopackage.point_blobs([x + 40], [y - 40], 2154)
            db.execute("UPDATE incident SET geom = ? WHERE fid = ?", (moved, fid))


def opened(path, partners="PM"):
    parameters = {"OBSERVATORY": str(path), "PARTNERS": partners}
    return processing.run("oltp:incidents", parameters)["OUTPUT"]


@pytest.mark.parametrize("finest", ["street", "cell"])
def test_what_is_drawn_does_not_tell_where_in_its_cell_a_record_lies(town_observatory, finest):
    exact = drawn(opened(town_observatory))
    agreements.record(town_observatory, Agreement("PM", "C-1", finest_shown=finest))
    before = drawn(opened(town_observatory))
    assert before != exact
    assert len(set(before)) > 3, "something is drawn"
    move_inside_cells(town_observatory)
    assert drawn(opened(town_observatory)) == before


def test_what_has_no_finer_place_than_a_territory_is_not_drawn(town_observatory):
    agreements.record(town_observatory, Agreement("PM", "C-1", finest_shown="territory"))
    assert len(set(drawn(opened(town_observatory)))) == 1
    assert len(set(drawn(opened(town_observatory, "TC")))) > 3, "the others are as they were"


def test_the_address_leaves_form_and_table(town_observatory):
    agreements.record(town_observatory, Agreement("PM", "C-1", finest_shown="cell"))
    layer = opened(town_observatory)
    assert layer.editorWidgetSetup(layer.fields().lookupField("address")).type() == "Hidden"
    columns = {each.name: each.hidden for each in layer.attributeTableConfig().columns()}
    assert columns["address"] and not columns["category"]


def test_the_groups_layer_follows_the_agreements(town_observatory, project):
    group = observatory_group.show(town_observatory, project)
    layer = observatory_group.layer_of(group, "incident")
    exact = drawn(layer)
    agreements.record(town_observatory, Agreement("PM", "C-1", finest_shown="cell"))
    observatory_group.follow(town_observatory, project)
    coarse = drawn(layer)
    assert coarse != exact
    draw_at_precision(layer)
    assert drawn(layer) == coarse, "twice changes nothing"
    agreements.record(town_observatory, PM)
    observatory_group.follow(town_observatory, project)
    assert drawn(layer) == exact


@pytest.mark.parametrize(
    ("clauses", "partners", "categories"),
    [
        ({"purposes": ("analysis",)}, {"TC"}, {"homicide", "coups_blessures"}),
        ({"allowed_categories": ("homicide",)}, {"PM", "TC"}, {"homicide", "coups_blessures"}),
    ],
)
def test_what_may_not_be_looked_at_is_on_no_layer_of_the_group(
    town_observatory, project, clauses, partners, categories
):
    agreements.record(town_observatory, Agreement("PM", "C-1", **clauses))
    group = observatory_group.show(town_observatory, project)
    layer = observatory_group.layer_of(group, "incident")
    for _ in range(2):
        rows = [(row["partner"], row["category"]) for row in layer.getFeatures()]
        assert {partner for partner, _ in rows} == partners
        assert {category for _, category in rows} == categories
        if "allowed_categories" in clauses:
            assert {category for partner, category in rows if partner == "PM"} == {"homicide"}
        incident_filter.apply(group, town_observatory, IncidentFilter())


def test_qgis_itself_cannot_give_a_sensitive_incident_a_place(town_observatory, project):
    """The file refuses; what was typed stays in the edit buffer, and nothing half is written."""
    layer = observatory_group.layer_of(
        observatory_group.show(town_observatory, project), "incident"
    )
    feature = QgsFeature(layer.fields())
    for field, value in (
        ("partner", "PM"),
        ("category", "violence_intrafamiliale"),
        ("occurred_from", "2026-01-01T10:00:00"),
        ("status", "open"),
    ):
        feature.setAttribute(field, value)
    feature.setGeometry(QgsGeometry.fromWkt("Point (702000 6602000)"))
    before = sum(1 for _ in layer.getFeatures())
    layer.startEditing()
    assert layer.addFeature(feature)
    assert not layer.commitChanges()
    assert any("kept_without_point_and_address" in each for each in layer.commitErrors())
    layer.rollBack()
    assert sum(1 for _ in layer.getFeatures()) == before
    feature.setGeometry(QgsGeometry())
    layer.startEditing()
    assert layer.addFeature(feature)
    assert layer.commitChanges(), layer.commitErrors()


def test_a_users_duplicate_follows_the_agreements_too(town_observatory, project):
    group = observatory_group.show(town_observatory, project)
    layer = observatory_group.layer_of(group, "incident")
    duplicate = project.addMapLayer(layer.clone(), False)
    group.insertLayer(9, duplicate)
    exact = drawn(duplicate)
    agreements.record(town_observatory, Agreement("PM", "C-1", finest_shown="cell"))
    observatory_group.follow(town_observatory, project)
    assert drawn(duplicate) == drawn(layer) != exact
