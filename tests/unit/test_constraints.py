"""What is held against whole columns, beside what SQLite refuses row by row."""

import re
import sqlite3

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oltp_plugin.observatory import (
    connection,
    constraints,
    create,
    geopackage,
    incidents,
    schema,
)

MOMENT = "2026-01-31T23:59:59"
FULL = {
    "partner": "PM",
    "category": "vol_tire",
    "known_by": "staff",
    "occurred_from": MOMENT,
    "occurred_to": None,
    "time_precision": "minute",
    "reported_at": None,
    "location_precision": "none",
    "geocode_score": None,
    "severity": None,
    "count": 1,
    "status": "open",
    "created_at": MOMENT,
    "updated_at": MOMENT,
}
odd_text = st.one_of(
    st.sampled_from(
        [MOMENT, "2026-01-31", "", "open", "9999-19-39T29:59:59", "２026-01-31T23:59:59"]
    ),
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=20),
    st.builds(
        lambda at, letter: MOMENT[:at] + letter + MOMENT[at + 1 :],
        st.integers(0, 18),
        st.sampled_from("0123456789-T: /;é"),
    ),
)
odd_number = st.one_of(st.integers(-3, 12), st.floats(-1, 2), st.just(float("nan")))


def odd(name):
    if name in constraints.RANGES:
        return st.one_of(st.none(), odd_number, odd_text)
    words = list(constraints.LISTED.get(name, (MOMENT, "2026-02-01T00:00:00")))
    return st.one_of(st.none(), st.sampled_from(words), odd_text, st.integers(0, 3))


tables = st.sets(
    st.sampled_from([*constraints.LISTED, *constraints.RANGES, *constraints.MOMENTS]), max_size=3
).flatmap(
    lambda names: st.fixed_dictionaries(
        {name: st.lists(odd(name), min_size=3, max_size=3) for name in names}
    )
)


@pytest.fixture(scope="module")
def observatory(tmp_path_factory):
    path = tmp_path_factory.mktemp("constraints") / "o.gpkg"
    create.create(path)
    with connection.writing(path) as db:
        db.execute("INSERT INTO partner (code, name) VALUES ('PM', 'Municipal police')")
    return path


@pytest.fixture(scope="module")
def db(observatory):
    with connection.reading(observatory) as opened:
        memory = sqlite3.connect(":memory:", isolation_level=None)
        opened.rollback()
        opened.backup(memory)
    geopackage.define_functions(memory)
    yield memory
    memory.close()


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(tables)
def test_what_holds_here_sqlite_takes_and_what_it_refuses_does_not_hold(db, table):
    same = {name: value for name, value in FULL.items() if name not in table}
    holds = constraints.hold({"fid": range(1, 4), **table}, same)
    names = ", ".join([*same, *table])
    marks = ", ".join("?" * len(FULL))
    refusals = []
    db.execute("BEGIN")
    for row in zip(*table.values()) if table else [()]:
        try:
            db.execute(f"INSERT INTO incident ({names}) VALUES ({marks})", (*same.values(), *row))
        except sqlite3.IntegrityError as error:
            refusals.append(str(error))
    db.execute("ROLLBACK")
    taken = not any("CHECK" in refusal for refusal in refusals)
    assert taken or not holds
    usual = all(
        type(value) in ((int,) if name in constraints.RANGES else (str, type(None)))
        for name, values in table.items()
        for value in values
    )
    if usual and not any("NOT NULL" in refusal for refusal in refusals):
        assert holds == taken, "of what an import writes, both judge the same"


def test_every_check_of_the_table_is_held():
    named = set(re.findall(r"CONSTRAINT (\w+) CHECK", schema.create_statement("incident")))
    listed = {f"{name}_is_known" for name in constraints.LISTED}
    moments = {f"{name}_is_a_local_time" for name in constraints.MOMENTS}
    ranges = {"geocode_score_is_a_share", "severity_is_0_to_9", "count_is_positive"}
    assert named == listed | moments | ranges | {"occurred_to_is_not_before_occurred_from"}


def rows(**changed):
    columns = {"fid": range(1, 4), "geom": [None] * 3, "uuid": ["a", "b", "c"]}
    same = {name: value for name, value in FULL.items() if name not in changed}
    return {**columns, **changed}, same, (np.array([], int), np.array([]), np.array([]))


@pytest.mark.parametrize(
    "column, values, sentence",
    [
        ("severity", [1, 10, None], "severity_is_0_to_9"),
        ("occurred_from", [MOMENT, MOMENT, "2026-02-01"], "occurred_from_is_a_local_time"),
        ("occurred_to", [None, MOMENT, "2026-01-01T00:00:00"], "occurred_to_is_not_before"),
        ("category", ["vol_tire", "vol_tire", "nothing"], "FOREIGN KEY"),
        ("batch", [None, None, 77], "FOREIGN KEY"),
    ],
)
@pytest.mark.parametrize("keys", [True, False])
def test_an_import_that_breaks_a_constraint_writes_nothing(
    observatory, column, values, sentence, keys
):
    with (
        pytest.raises(sqlite3.IntegrityError, match=sentence),
        connection.writing(observatory, bulk=True, keys=keys) as db,
    ):
        incidents.insert(db, *rows(**{column: values}))
    with connection.reading(observatory) as db:
        assert db.execute("SELECT count(*) FROM incident").fetchone() == (0,)


def test_afterwards_sqlite_tests_again(observatory):
    with connection.writing(observatory, bulk=True, keys=False) as db:
        incidents.insert(db, *rows(severity=[1, 2, None]))
        with pytest.raises(sqlite3.IntegrityError, match="severity"):
            db.execute("UPDATE incident SET severity = 10 WHERE fid = 1")
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        db.execute("DELETE FROM incident")
