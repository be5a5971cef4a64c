"""Fifty random filters: the arrays and the SQL pick out the same records, and the weights agree."""

import contextlib
import random
import shutil
import sqlite3
from collections import Counter

import numpy as np
import pytest

from oltp_plugin.gui.dock.figures import figures
from oltp_plugin.observatory import columns, selection
from oltp_plugin.observatory.catalogue import Catalogue
from oltp_plugin.observatory.connection import reading, writing
from oltp_plugin.observatory.filter import NOT_SAID, STATUSES, IncidentFilter
from oltp_plugin.observatory.schema import PRECISIONS

HOSTILE = ("l'été", '"x"', "100 %_", "'; DROP TABLE incident; --", "🚲", "a,b\x01\x1f\n")


@pytest.fixture(scope="module")
def observatory(tmp_path_factory):
    """Some thousand records with every kind of value, among them hostile words."""
    from oltp_plugin.observatory.create import create

    path = tmp_path_factory.mktemp("town") / "town.gpkg"
    create(path)
    choose = random.Random(5)
    with writing(path) as connection:
        for word in HOSTILE:
            connection.execute("INSERT INTO partner (code, name) VALUES (?, ?)", (word, word))
            connection.execute(
                "INSERT INTO category (code, parent, label_en, label_fr, unit, nature, denominator)"
                " VALUES (?, 'cambriolages', ?, ?, 'offence', 'reported', 'none')",
                (word, word, word),
            )
            connection.execute(
                "INSERT INTO territory (level, code, name) VALUES ('quartier', ?, ?)", (word, word)
            )
        codes = [code for (code,) in connection.execute("SELECT code FROM category")]
        areas = [fid for (fid,) in connection.execute("SELECT fid FROM territory")]
        for _ in range(3000):
            connection.execute(*_record(choose, codes))
        for fid in range(1, 3001, 2):
            for area in choose.sample(areas, choose.randrange(3)):
                connection.execute("INSERT INTO incident_territory VALUES (?, ?)", (area, fid))
        connection.execute("DELETE FROM incident WHERE fid % 97 = 0")
    return path


def _record(choose: random.Random, codes: list[str]) -> tuple[str, dict]:
    begin = np.datetime64("2023-01-01T00:00:00") + choose.randrange(0, 63_000_000, 60)
    if choose.random() < 0.3:
        begin = begin.astype("datetime64[D]").astype("datetime64[s]")
    end = begin + choose.choice([0, 600, 3600, 40_000, 200_000, 3_000_000])
    values = {
        "partner": choose.choice(HOSTILE),
        "category": choose.choice([*codes, *HOSTILE * 3]),
        "occurred_from": str(begin),
        "occurred_to": choose.choice([None, None, str(end)]),
        "time_precision": choose.choice(["minute", "hour", "day", "interval", "month"]),
        "reported_at": choose.choice([None, str(end + 90_000)]),
        "severity": choose.choice([None, *range(10)]),
        "status": choose.choice(["open", "open", "closed", "withdrawn"]),
        "location_precision": choose.choice(PRECISIONS),
        "fact": choose.choice([None, None, f"F{choose.randrange(300)}"]),
    }
    marks = ", ".join(f":{name}" for name in values)
    return f"INSERT INTO incident ({', '.join(values)}) VALUES ({marks})", values


def random_filter(choose: random.Random, codes: list[str]) -> IncidentFilter:
    def some(values, most: int = 3) -> tuple:
        return (
            tuple(choose.sample(list(values), choose.randint(1, most)))
            if choose.random() < 0.4
            else ()
        )

    day = str(np.datetime64("2023-01-01") + choose.randrange(500))
    return IncidentFilter(
        first_day=choose.choice([None, day]),
        last_day=choose.choice(
            [None, "9999-12-31", str(np.datetime64(day) + choose.randrange(200))]
        ),
        categories=some([*codes, *HOSTILE], 20),
        partners=some(HOSTILE),
        territories=some([("quartier", word) for word in HOSTILE]),
        hours=some(range(168), 80),
        day_start=choose.choice([0, 6]),
        date_basis=choose.choice(["occurred", "occurred", "recorded"]),
        severities=some([NOT_SAID, *range(10)], 6),
        statuses=some(STATUSES, 2),
        precisions=some(PRECISIONS, 5),
        facts=choose.random() < 0.3,
    )


def test_fifty_random_filters_pick_out_the_same_records_as_their_sql(observatory):
    choose = random.Random(11)
    with reading(observatory) as connection:
        held = columns.read(connection)
        codes = [code for code, _ in held.categories]
        sizes = []
        for _ in range(50):
            chosen = random_filter(choose, codes)
            rows = connection.execute(
                f"SELECT fid, category, partner FROM incident WHERE {chosen.sql()}"
            ).fetchall()
            inside = selection.Selection(held, chosen).mask()
            assert set(held.fids[inside]) == {fid for fid, _, _ in rows}, chosen
            by_category = Counter(np.array(codes)[held.category[inside]].tolist())
            assert by_category == Counter(category for _, category, _ in rows)
            sizes.append(len(rows))
    assert sum(size > 0 for size in sizes) > 25  # the filters are not all empty


def test_the_weights_are_the_aoristic_ones(observatory):
    from oltp_plugin.analysis.aoristic import hours_of_week

    choose = random.Random(2)
    with reading(observatory) as connection:
        held = columns.read(connection)
        moments = connection.execute(
            "SELECT occurred_from, occurred_to, time_precision FROM incident"
            " WHERE status <> 'withdrawn' ORDER BY fid"
        ).fetchall()
    start = np.array([row[0] for row in moments], dtype="datetime64[s]")
    end = np.array([row[1] or "NaT" for row in moments], dtype="datetime64[s]")
    week = hours_of_week(start, end, precision=[row[2] for row in moments]).weights.T.ravel()
    for _ in range(20):
        hours = tuple(choose.sample(range(168), choose.randint(1, 168)))
        share = selection.share_in_hours(held, hours)
        assert share.sum() == pytest.approx(week[list(hours)].sum(), abs=1e-6)


def test_what_a_condition_is_left_out_of(observatory):
    with reading(observatory) as connection:
        held = columns.read(connection)
        chosen = IncidentFilter(
            "2023-03-01", "2023-12-31", ("cambriolages",), HOSTILE[:2], hours=tuple(range(24))
        )
        parts = {
            selection.PERIOD: IncidentFilter(None, None, *_rest(chosen)),
            selection.CATEGORIES: IncidentFilter(
                "2023-03-01", "2023-12-31", (), *_rest(chosen)[1:]
            ),
        }
        for name, wider in parts.items():
            inside = selection.Selection(held, chosen).mask(without=name)
            query = f"SELECT count(*) FROM incident WHERE {wider.sql()}"
            assert connection.execute(query).fetchone() == (np.count_nonzero(inside),)


def _rest(chosen: IncidentFilter) -> tuple:
    return (chosen.categories, chosen.partners, None, (), chosen.hours)


def test_an_empty_observatory_has_empty_columns(tmp_path):
    from oltp_plugin.observatory.create import create

    create(tmp_path / "new.gpkg")
    with reading(tmp_path / "new.gpkg") as connection:
        held = columns.read(connection)
    assert len(held) == 0
    everything = IncidentFilter(hours=(3,), facts=True, territories=(("iris", "1"),))
    assert len(selection.Selection(held, everything).mask()) == 0


def test_a_record_whose_category_another_program_deleted_still_counts(observatory, tmp_path):
    copy = tmp_path / "copy.gpkg"
    shutil.copy(observatory, copy)
    with contextlib.closing(sqlite3.connect(copy)) as plain, plain:
        plain.execute("DELETE FROM category WHERE code = ?", HOSTILE[:1])
    with reading(copy) as connection:
        held = columns.read(connection)
        (n,) = connection.execute(
            "SELECT count(*) FROM incident WHERE status <> 'withdrawn'"
        ).fetchone()
    assert len(held) == n
    found = figures(held, Catalogue(), IncidentFilter())
    assert found.n == n > sum(n for _, n in found.top_categories)
