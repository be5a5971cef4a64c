"""Counts, rates and changes by territory: true to the filter, kept by the project."""

import sqlite3

import pytest
from qgis.core import NULL, QgsProject

from oltp_plugin.gui.dock.views_menu import ViewsMenu
from oltp_plugin.layers import observatory_group
from oltp_plugin.layers.run_card import sources_of
from oltp_plugin.observatory import agreements
from oltp_plugin.observatory.agreements import Agreement
from oltp_plugin.observatory.connection import writing
from tests.qgis.test_dock_manager import desk, until  # noqa: F401 - a fixture


@pytest.fixture
def menu(desk):  # noqa: F811
    found = ViewsMenu(desk.panel.layersButton, desk.manager, desk.current, None)
    found.failures = []
    found.failed.connect(found.failures.append)
    return found


def group(desk):  # noqa: F811
    return observatory_group.find_group(desk.current.path, QgsProject.instance())


def added(desk, menu, name, level="quartier"):  # noqa: F811
    menu.add(name, level)
    role = f"view:{name}:{level}"
    until(lambda: observatory_group.layer_of(group(desk), role) or menu.failures)
    return observatory_group.layer_of(group(desk), role)


def column(layer, name) -> dict:
    return {each["fid"]: None if each[name] == NULL else each[name] for each in layer.getFeatures()}


def lying_in(layer, incidents) -> dict:
    """Counted from the points and the outlines."""
    points = [each.geometry() for each in incidents.getFeatures() if each.hasGeometry()]
    return {
        area["fid"]: sum(area.geometry().contains(point) for point in points)
        for area in layer.getFeatures()
    }


def sql(path, query):
    connection = sqlite3.connect(path)
    rows = connection.execute(query).fetchall()
    connection.close()
    return rows


def test_counts_are_those_of_the_points_and_follow_the_filter(desk, menu):  # noqa: F811
    layer = added(desk, menu, "counts")
    incidents = desk.current.layer("incident")
    everything = column(layer, "n")
    assert everything == lying_in(layer, incidents) and sum(everything.values()) > 50
    layer.setName("renamed")
    desk.state.change(partners=("TC",))
    desk.settled()
    until(lambda: column(layer, "n") != everything)
    assert column(layer, "n") == lying_in(layer, incidents)
    assert set(column(layer, "most").values()) == {max(column(layer, "n").values())}
    assert {each.partner for each in sources_of(layer)} == {"TC"}


def test_the_project_keeps_them_and_qgis_alone_shows_them(desk, menu, tmp_path):  # noqa: F811
    counted = column(added(desk, menu, "counts"), "n")
    project = QgsProject.instance()
    project.write(str(tmp_path / "town.qgz"))
    other = QgsProject()  # which no plugin follows
    other.read(str(tmp_path / "town.qgz"))
    (layer,) = [
        each
        for each in other.mapLayers().values()
        if each.customProperty("oltp/role") == "view:counts:quartier"
    ]
    assert column(layer, "n") == counted


def test_a_rate_is_by_what_the_categories_are_measured_against(desk, menu):  # noqa: F811
    with writing(desk.current.path) as connection:
        connection.execute("UPDATE territory SET population = 1000 * fid, dwellings = 7 * fid")
    desk.manager.follow()
    layer = added(desk, menu, "rates")
    n, rate = column(layer, "n"), column(layer, "per_1000")
    assert rate == {fid: n[fid] / fid for fid in n}
    whole = sum(n.values()) / sum(n)
    few = {fid for fid in n if n[fid] < 10}
    for fid, relative in column(layer, "relative").items():
        assert relative == (-1 if fid in few else pytest.approx(n[fid] / fid / whole))
    with writing(desk.current.path) as connection:
        connection.execute("UPDATE category SET denominator = 'none' WHERE code = 'homicide'")
    desk.manager.follow()
    until(lambda: set(column(layer, "relative").values()) == {-2})
    assert set(column(layer, "per_1000").values()) == {None}


@pytest.mark.parametrize("change", ["population = NULL", "population = 0"])
def test_no_denominator_no_rate(desk, menu, change):  # noqa: F811
    with writing(desk.current.path) as connection:
        connection.execute(f"UPDATE territory SET {change}")
    assert added(desk, menu, "rates") is None
    assert menu.failures[0].code == "no_rate"


def test_what_a_service_reveals_is_in_no_rate(desk, menu):  # noqa: F811
    path = desk.current.path
    with writing(path) as connection:
        connection.execute("UPDATE territory SET population = 1000")
        connection.execute(
            "UPDATE category SET nature = 'revealed', denominator = 'none' WHERE code = 'homicide'"
        )
    counted = sum(column(added(desk, menu, "counts"), "n").values())
    own = sum(column(added(desk, menu, "rates"), "n").values())
    assert own == counted - sum(
        n
        for (n,) in sql(
            path,
            "SELECT count(*) FROM incident_territory m JOIN territory t ON t.fid = m.territory"
            " JOIN incident i ON i.fid = m.incident WHERE t.level = 'quartier'"
            " AND i.category = 'homicide' AND i.status <> 'withdrawn'",
        )
    )


def test_change_needs_two_periods_and_counts_both(desk, menu):  # noqa: F811
    added(desk, menu, "change")
    assert menu.failures  # there is no period yet
    menu.failures.clear()
    with writing(desk.current.path) as connection:
        connection.execute(
            "INSERT INTO batch (partner, kind, period_from, period_to, imported_at)"
            " SELECT code, 'additions', '2023-01-01', '2026-01-01', '2026-01-01T00:00:00'"
            " FROM partner"
        )
    desk.manager.follow()
    desk.settled()
    desk.state.change(
        first_day="2024-07-01",
        last_day="2024-12-31",
        period="custom",
        comparison="custom",
        comparison_first="2024-01-01",
        comparison_last="2024-06-30",
    )
    desk.settled()
    layer = added(desk, menu, "change")
    assert menu.failures == []
    after = column(layer, "n_after")
    assert after == lying_in(layer, desk.current.layer("incident"))
    before = sum(column(layer, "n_before").values()) * 182 / 184
    assert before == pytest.approx(sum(after.values()), abs=12) and before == round(before)
    assert all(0 <= q <= 1 for q in column(layer, "q").values() if q is not None)


def test_a_partner_that_may_be_shown_nowhere_is_in_no_territory(desk, menu):  # noqa: F811
    layer = added(desk, menu, "counts")
    agreements.record(desk.current.path, Agreement("PM", "C-1", finest_shown="none"))
    desk.manager.follow()
    until(lambda: set(column(layer, "n").values()) == {None})
    assert added(desk, menu, "rates") is None
    assert menu.failures[0].code == "agreement_precision"


def test_a_level_with_a_hostile_name_is_a_level(desk, menu):  # noqa: F811
    level = 'l\'îlot "[% 1 %]"; DROP TABLE incident; -- & 🚓'
    with writing(desk.current.path) as connection:
        connection.execute(
            "UPDATE territory SET level = ?, name = ? WHERE level = 'quartier'", (level, level)
        )
    desk.manager.follow()
    desk.settled()
    menu._list_levels()
    texts = [action.text() for action in menu._levels["counts"].actions()]
    assert level.replace("&", "&&") in texts
    layer = added(desk, menu, "counts", level)
    assert column(layer, "n") == lying_in(layer, desk.current.layer("incident"))
