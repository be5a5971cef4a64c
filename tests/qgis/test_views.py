"""Views of the incidents: what each draws, under the filter, the agreements and hostile names."""

import sqlite3
import time
from datetime import date, datetime, timedelta

import pytest
from qgis.core import (
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsRenderContext,
    QgsVectorLayerTemporalContext,
)

from oltp_plugin.errors import LayerError
from oltp_plugin.gui.dock import time_animation
from oltp_plugin.layers import incident_filter, observatory_group
from oltp_plugin.layers.layer_maker import LayerMaker
from oltp_plugin.layers.views import adding, kinds, own_style
from oltp_plugin.observatory import agreements, shown
from oltp_plugin.observatory.agreements import Agreement
from oltp_plugin.observatory.connection import reading, writing
from oltp_plugin.observatory.filter import IncidentFilter

EVERYTHING = IncidentFilter()
HOSTILE = 'O\'Brien "[% 1 + 1 %]"; DROP TABLE incident; -- <b>%_ 🚓'
OF_INCIDENTS = [kind.name for kind in kinds.KINDS.values() if kind.table == "incident"]


def add(path, project, name, chosen=EVERYTHING):
    group = observatory_group.show(path, project)
    condition = chosen.sql()
    with reading(path) as connection:
        found = shown.read(connection, condition)
    maker = LayerMaker(path, project)
    return adding.add(adding.make(name, maker, condition, found), maker, group, project)


def counted(path, condition) -> int:
    connection = sqlite3.connect(path)
    (n,) = connection.execute(f"SELECT count(*) FROM incident WHERE {condition}").fetchone()
    connection.close()
    return n


def classes(layer) -> list[int]:
    """How many records each class of the legend draws, fewest first."""
    column = layer.renderer().classAttribute()
    values = [each[column] for each in layer.getFeatures()]
    own = [each.value() for each in layer.renderer().categories()]
    return sorted(
        sum(value in (each if isinstance(each, list) else [each]) for value in values)
        for each in own
    )


@pytest.mark.parametrize("name", OF_INCIDENTS)
def test_a_view_follows_the_filter_whatever_it_is_called(project, town_observatory, name):
    layer = add(town_observatory, project, name)
    assert len(list(layer.getFeatures())) == counted(town_observatory, "status <> 'withdrawn'")
    layer.setName("renamed")
    group = observatory_group.find_group(town_observatory, project)
    chosen = IncidentFilter(partners=("TC",))
    incident_filter.apply(group, town_observatory, chosen)
    assert len(list(layer.getFeatures())) == counted(
        town_observatory, "partner = 'TC' AND status <> 'withdrawn'"
    )


@pytest.mark.parametrize("name, column", [("category", "category"), ("partner", "partner")])
def test_each_class_draws_its_own_records(project, town_observatory, name, column):
    found = classes(add(town_observatory, project, name))
    connection = sqlite3.connect(town_observatory)
    expected = connection.execute(
        f"SELECT count(*) FROM incident WHERE status <> 'withdrawn' GROUP BY {column}"
    ).fetchall()
    connection.close()
    assert found == sorted([n for (n,) in expected] + [0])  # the last: others


def test_a_family_draws_its_categories_together(project, town_observatory):
    assert classes(add(town_observatory, project, "family")) == [0, 60]


def test_a_hostile_name_changes_the_text_and_nothing_else(project, town_observatory):
    with writing(town_observatory) as connection:
        connection.execute("UPDATE partner SET name = ? WHERE code = 'PM'", (HOSTILE,))
        connection.execute("UPDATE category SET label_en = ?, label_fr = ?", (HOSTILE, HOSTILE))
    for name in ("partner", "category", "family"):
        layer = add(town_observatory, project, name)
        labels = [item.label() for item in layer.renderer().legendSymbolItems()]
        assert HOSTILE in [label.replace("\u200b", "") for label in labels]
        assert "[%" not in "".join(labels)  # which a legend would compute
        assert sum(classes(layer)) == 60


def test_a_view_is_seen_alone_under_what_covers_less(project, town_observatory):
    for name in ("heat", "partner"):
        layer = add(town_observatory, project, name)
    group = observatory_group.find_group(town_observatory, project)
    nodes = group.findLayers()
    assert [node.layer().customProperty("oltp/role") for node in nodes] == [
        "place",
        "view:partner",
        "incident",
        "view:heat",
        "territory:commune",
        "territory:quartier",
    ]
    shown_now = [node.layer() for node in nodes if node.itemVisibilityChecked()]
    assert layer in shown_now and len(shown_now) == 4


@pytest.mark.parametrize("name", ["heat", "cluster", "address"])
def test_points_are_not_drawn_finer_than_agreed(project, town_observatory, name):
    agreements.record(town_observatory, Agreement("PM", "C-1", finest_shown="cell"))
    layer = add(town_observatory, project, name)
    assert {each["partner"] for each in layer.getFeatures()} == {"TC"}
    with pytest.raises(LayerError, match="no_stored_points"):
        add(town_observatory, project, name, IncidentFilter(partners=("PM",)))


def test_a_heat_map_made_by_hand_is_limited_too(project, town_observatory):
    group = observatory_group.show(town_observatory, project)
    layer = observatory_group.layer_of(group, "incident")
    layer.setRenderer(add(town_observatory, project, "heat").renderer().clone())
    agreements.record(town_observatory, Agreement("PM", "C-1", finest_shown="cell"))
    incident_filter.apply(group, town_observatory, IncidentFilter())
    assert {each["partner"] for each in layer.getFeatures()} == {"TC"}


@pytest.mark.parametrize("name", ["places", "observations"])
def test_what_is_not_an_incident_has_its_view(project, town_observatory, name):
    table = kinds.KINDS[name].table
    with writing(town_observatory) as connection:
        connection.execute(
            "INSERT INTO observation (kind, note, place) SELECT 'walk', 'Dark', max(fid) FROM place"
        )
        (n,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert len(list(add(town_observatory, project, name).getFeatures())) == n > 0


def test_a_style_made_the_default_dresses_the_next_layer_of_its_kind(project, town_observatory):
    layer = add(town_observatory, project, "address")
    layer.renderer().embeddedRenderer().rootRule().children()[0].setLabel("mine")
    for name in ("address", "address"):  # kept twice, it is still one
        own_style.keep(layer, f"view:{name}")
    again = add(town_observatory, project, "address")
    assert again.renderer().legendSymbolItems()[0].label() == "mine"
    assert again.customProperty("oltp/role") == "view:address"
    assert (
        add(town_observatory, project, "cluster").renderer().legendSymbolItems()[0].label()
        != "mine"
    )
    connection = sqlite3.connect(town_observatory)
    kept = connection.execute("SELECT styleName, useAsDefault FROM layer_styles").fetchall()
    (journal,) = connection.execute("PRAGMA journal_mode").fetchone()
    connection.close()
    assert kept == [("oltp view:address", 0)] and journal == "delete"
    own_style.forget(again, "view:address")
    back = add(town_observatory, project, "address")
    assert back.renderer().legendSymbolItems()[0].label() != "mine"


def test_a_kept_style_shows_places_no_finer_than_agreed(project, town_observatory):
    own_style.keep(add(town_observatory, project, "partner"), "view:partner")
    agreements.record(town_observatory, Agreement("PM", "C-1", finest_shown="cell"))
    layer = add(town_observatory, project, "partner")
    kinds_of = {
        symbol.symbolLayer(0).layerType() for symbol in layer.renderer().symbols(QgsRenderContext())
    }
    assert kinds_of == {"GeometryGenerator"}


@pytest.fixture(params=["UTC", "Europe/Paris", "America/New_York"])
def zone(request, monkeypatch):
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_the_animation_shows_a_record_in_the_hour_that_was_written(project, town_observatory, zone):
    with writing(town_observatory) as connection:
        connection.execute(  # an hour that Paris did not have
            "UPDATE incident SET occurred_from = '2024-03-31T02:30:00' WHERE fid = 1"
        )
    layer = add(town_observatory, project, "time")
    for begin, end in (
        ("2024-03-01T00:00:00", "2024-03-31T23:59:59"),
        ("2024-03-31T00:00:00", "2024-03-31T12:00:00"),
        ("2024-05-01T00:00:00", "2024-06-30T23:59:59"),
    ):
        n = counted(
            town_observatory,
            f"status <> 'withdrawn' AND occurred_from BETWEEN '{begin}' AND '{end}'",
        )
        assert len(shown_between(layer, begin, end)) == n > 0


def shown_between(layer, begin, end, whole=True) -> set:
    """The fids in a picture of the animation; ``whole``: with what is at its very end."""
    moments = [time_animation._as_written(datetime.fromisoformat(each)) for each in (begin, end)]
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    span = QgsDateTimeRange(*moments, True, whole)
    text = layer.temporalProperties().createFilterString(context, span)
    request = QgsFeatureRequest().setFilterExpression(text)
    return {each["fid"] for each in layer.getFeatures(request)}


def test_a_picture_has_what_is_at_its_beginning_and_whole_days_and_months(
    project, town_observatory
):
    cases = [  # from, to, how precise; the days of 2023 on which it may have been
        ("2023-02-05T00:00:00", None, "minute", {"02-05"}),
        ("2023-02-05T00:00:00", None, "day", {"02-05"}),
        ("2023-02-05T23:59:59", None, "minute", {"02-05"}),
        ("2023-02-05T23:00:00", "2023-02-07T01:00:00", "interval", {"02-05", "02-06", "02-07"}),
        ("2023-02-01T00:00:00", None, "month", {f"02-{day:02}" for day in range(1, 29)}),
        ("2023-01-01T00:00:00", None, "month", {f"01-{day:02}" for day in range(1, 32)}),
    ]
    with writing(town_observatory) as connection:
        for fid, (begins, ends, precision, _) in enumerate(cases, start=1):
            connection.execute(
                "UPDATE incident SET occurred_from = ?, occurred_to = ?, time_precision = ?"
                " WHERE fid = ?",
                (begins, ends, precision, fid),
            )
    layer, day = add(town_observatory, project, "time"), date(2023, 1, 1)
    while day < date(2023, 3, 3):
        following = day + timedelta(days=1)
        assert shown_between(layer, f"{day}T00:00:00", f"{following}T00:00:00", whole=False) == {
            fid for fid, (*_, days) in enumerate(cases, start=1) if f"{day}"[5:] in days
        }, day
        day = following
    at_noon = shown_between(layer, "2023-02-05T12:00:00", "2023-02-05T13:00:00", whole=False)
    assert at_noon == {2, 5}


def test_the_step_fits_the_time_that_the_records_span():
    steps = [
        time_animation.step_for(datetime(2024, 1, 1), datetime(2024, 1, 1) + timedelta(days=days))
        for days in (1, 31, 366, 1500, 9000)
    ]
    assert steps == ["hour", "day", "week", "month", "year"]
    assert time_animation.beginning(datetime(2024, 5, 16, 13, 5), "week") == datetime(2024, 5, 13)
    assert time_animation.beginning(datetime(2024, 5, 16, 13, 5), "month") == datetime(2024, 5, 1)


@pytest.mark.parametrize("name, near", [("address", True), ("cluster", True), ("heat", False)])
def test_with_many_records_groups_are_drawn_near_only(
    project, town_observatory, name, near, monkeypatch
):
    assert not add(town_observatory, project, name).hasScaleBasedVisibility()
    monkeypatch.setattr(adding, "_MANY", 59)
    assert add(town_observatory, project, name).hasScaleBasedVisibility() == near


def test_places_by_kind_are_not_covered_by_the_plain_ones(project, town_observatory):
    add(town_observatory, project, "places")
    group = observatory_group.find_group(town_observatory, project)
    plain = group.findLayer(observatory_group.layer_of(group, "place").id())
    assert not plain.itemVisibilityChecked()
