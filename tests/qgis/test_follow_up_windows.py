"""The incidents of a site against their usual range; what the windows write can be taken back."""

import pytest
import shapely
from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsMapLayerComboBox

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.geos import load_shapely
from oltp_plugin.gui.follow_up.dock import SitesPanel
from oltp_plugin.gui.follow_up.findings import findings_words, mask
from oltp_plugin.gui.follow_up.nearby import nearby
from oltp_plugin.gui.follow_up.writer import Writer, change_words, deleted_words
from oltp_plugin.layers import observatory_group
from oltp_plugin.observatory import connection, observations, sites
from oltp_plugin.observatory.observations import Observation
from oltp_plugin.observatory.sites import Decision, Site
from tests.qgis.waiting import wait

load_shapely()
POINT = shapely.to_wkb(shapely.Point(702610, 6601800), byte_order=1)
EVERYWHERE = shapely.to_wkb(shapely.box(690000, 6590000, 720000, 6620000), byte_order=1)


def distances(path) -> list[float]:
    """Of all records with a point that are not withdrawn, from the site, without the plugin."""
    from oltp_plugin.observatory import geopackage

    with connection.reading(path) as db:
        rows = db.execute(
            "SELECT geom FROM incident WHERE geom IS NOT NULL AND status <> 'withdrawn'"
        )
        points = [geopackage.point_of(blob) for (blob,) in rows]
    return [((x - 702610) ** 2 + (y - 6601800) ** 2) ** 0.5 for x, y in points]


def test_a_sites_incidents_are_those_in_reach(qgis_app, town_observatory):
    found = nearby(town_observatory, POINT, 400, "last_12_months")
    assert found.figures.n == sum(each <= 400 for each in distances(town_observatory)) > 0
    assert nearby(town_observatory, EVERYWHERE, 0, "last_12_months").figures.n == 56


def test_partners_whose_places_may_not_be_shown_so_finely_are_named_not_counted(agreed):
    path = agreed(finest_shown="cell", purposes=["mapping"])
    found = nearby(path, EVERYWHERE, 0, "last_12_months")
    assert (found.figures.n, found.coarse) == (20, ("Police municipale",))


def test_a_long_history_gives_a_usual_range(qgis_app, town_observatory):
    with connection.writing(town_observatory) as db:
        db.execute(
            "INSERT INTO incident (geom, partner, category, occurred_from) SELECT i.geom,"
            " i.partner, i.category, (2024 - y.n) || substr(i.occurred_from, 5) FROM incident i,"
            " (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3) y"
            " WHERE i.occurred_from NOT LIKE '%-02-29%'"
        )
    found = nearby(town_observatory, EVERYWHERE, 0, "last_90_days")
    low, high = found.figures.comparison.usual
    assert low <= found.figures.n <= high


def test_findings_are_said_and_masked(qgis_app):
    assert findings_words("Éclairage en panne") == ""
    assert "(1)" in findings_words("rappeler le 06 12 34 56 78")
    assert mask("rappeler le 06 12 34 56 78") == "rappeler le […]"


def test_the_panel_lists_filters_and_takes_back(qgis_app, town_observatory):
    fid = sites.save(town_observatory, Site("Place Haute", "noise", wkb=POINT), mask).fid
    sites.save(town_observatory, Site("Parc", "drugs", "solved", wkb=EVERYWHERE), mask)
    late = Decision("Éclairer", "town", "2024-01-01", "2024-02-01", site=fid)
    sites.save_decision(town_observatory, late, mask)
    writer = Writer()
    panel = SitesPanel(writer)
    writer.written.connect(lambda _change: panel.show_observatory(town_observatory))
    panel.show_observatory(town_observatory)
    wait(lambda: panel.site is not None)
    assert (panel.site.name, panel.decisionsTable.rowCount()) == ("Place Haute", 1)
    panel.stateCombo.setCurrentIndex(panel.stateCombo.findData("solved"))
    shown = [item.text(0) for item in panel.list.items() if not item.isHidden()]
    assert shown == ["Parc"]
    panel.stateCombo.setCurrentIndex(0)
    panel.decisionsTable.selectRow(0)
    panel.doneButton.click()
    wait(lambda: panel.site is not None and panel.site.decisions[0].done_on is not None)
    assert "Éclairer" in change_words(writer.changes[-1])
    panel.undoButton.click()
    wait(lambda: panel.site is not None and panel.site.decisions[0].done_on is None)
    panel.forget()


def test_what_is_deleted_comes_back_and_a_place_with_decisions_stays(qgis_app, town_observatory):
    fid = sites.save(town_observatory, Site("Place Haute", wkb=POINT), mask).fid
    sites.save_decision(town_observatory, Decision("Éclairer", "town", site=fid), mask)
    writer = Writer()
    panel = SitesPanel(writer)
    writer.written.connect(lambda _change: panel.show_observatory(town_observatory))
    panel.show_observatory(town_observatory)
    wait(lambda: panel.site is not None)
    before = panel.site
    panel.deleteSiteButton.click()
    assert "Place Haute" in panel.messageBar.currentItem().text() and not writer.changes
    panel.decisionsTable.selectRow(0)
    panel.deleteDecisionButton.click()
    wait(lambda: panel.site is not None and not panel.site.decisions)
    panel.deleteSiteButton.click()
    wait(lambda: panel.site is None)
    decision, site = writer.changes
    assert "Éclairer" in deleted_words(decision) and "Place Haute" in deleted_words(site)
    writer.undo(site)
    wait(lambda: panel.site is not None)
    writer.undo(site)  # a second click does nothing
    writer.undo(decision)
    wait(lambda: panel.site is not None and panel.site.decisions)
    assert panel.site == before
    panel.forget()


def test_an_observation_that_says_something_else_now_is_not_deleted(qgis_app, town_observatory):
    note = Observation("Vu", "2026-03-01T18:00:00", x=702500.0, y=6602000.0)
    fid = observations.save(town_observatory, note, mask).fid
    with connection.writing(town_observatory) as db:
        db.execute("UPDATE observation SET note = 'Revu'")
    with pytest.raises(ObservatoryError, match="changed_meanwhile"):
        observations.delete(town_observatory, fid, "Vu")
    observations.delete(town_observatory, fid, "Revu")
    with pytest.raises(ObservatoryError, match="row_gone"):
        observations.delete(town_observatory, fid, "Revu")


def test_observations_are_not_proposed_as_input(qgis_app, town_observatory):
    QgsProject.instance().clear()
    note = Observation("Vu", "2026-03-01T18:00:00", x=702500.0, y=6602000.0)
    observations.save(town_observatory, note, mask)
    sites.save(town_observatory, Site("Place Haute", wkb=POINT), mask)
    group = observatory_group.show(town_observatory, QgsProject.instance())
    combo = QgsMapLayerComboBox()
    combo.setFilters(QgsMapLayerProxyModel.Filter.PointLayer)
    assert combo.currentLayer() == observatory_group.layer_of(group, "incident")
    QgsProject.instance().clear()
