"""Every control of the incident layer manager, in a real window: the demo, and very many records.

After each step the dock is asked what it says; here the same is counted by SQL of the test's own.
"""

import contextlib
import json
import os
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.desktop.test_desktop import NEEDED, ROOT, seen_in

SAMPLE = ROOT / "sample"
DRIVE = Path(__file__).with_name("every_control.py")
ROWS = int(os.environ.get("OLTP_DESKTOP_ROWS", 200_000))  # ``make test-million``: a million
PATIENCE = 600  # seconds, on a machine that does much else

# What counts, with the day of each record: of its two dates, begun at midnight or at six.
RECORDS = """
    CREATE TEMP TABLE record AS SELECT fid, partner, category, severity, status,
        location_precision, fact, occurred_from, occurred_to, time_precision,
        date(occurred_from) AS occurred_0, date(occurred_from, '-6 hours') AS occurred_6,
        date(reported_at) AS recorded_0, date(reported_at, '-6 hours') AS recorded_6
    FROM incident WHERE status <> 'withdrawn';
    CREATE TEMP TABLE step AS WITH RECURSIVE step(k) AS (
        SELECT 0 UNION ALL SELECT k + 1 FROM step WHERE k < 168) SELECT k FROM step;
"""

pytestmark = [
    pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)}"),
    pytest.mark.timeout(2 * PATIENCE),  # a million records are made first
]


@pytest.fixture
def demo(tmp_path) -> Path:
    """The observatory of ``make demo``: the sample's territories, places and three deliveries."""
    import shapely

    from oltp_plugin.intake import importing
    from oltp_plugin.intake.profile import read_profile
    from oltp_plugin.observatory import geopackage
    from oltp_plugin.observatory.connection import writing
    from oltp_plugin.observatory.create import create
    from oltp_plugin.observatory.territories import Territory, import_territories

    path = tmp_path / "démo.gpkg"
    create(path)
    for level, name in (
        ("commune", "commune"),
        ("quartier", "quartiers"),
        ("groupe territorial", "groupes_territoriaux"),
    ):
        rows = json.loads((SAMPLE / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
        areas = [
            Territory(
                row["properties"]["code"],
                row["properties"]["nom"],
                shapely.to_wkb(shapely.from_geojson(json.dumps(row["geometry"]))),
                row["properties"].get("population"),
            )
            for row in rows
        ]
        import_territories(path, level, areas)
    for partner in ("police_municipale", "transports", "bailleur"):
        profile = read_profile(SAMPLE / f"{partner}.json")
        importing.import_file(path, SAMPLE / f"{partner}.csv", profile, tmp_path / "keys")
    with writing(path) as connection:
        (blob,) = geopackage.point_blobs([702500.0], [6602000.0], 2154)
        connection.execute(
            "INSERT INTO place (kind, name, geom) VALUES ('camera', 'C 1', ?)", (blob,)
        )
        # A fact that two reports describe, and reports of the night that spring shortens.
        connection.execute("UPDATE incident SET fact = 'F1' WHERE fid IN (2, 5, 9)")
    return path


@pytest.fixture
def generated(tmp_path) -> Path:
    """ROWS made-up incidents over six years, one in six of uncertain time."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import million as generator
    finally:
        sys.path.pop(0)
    path = tmp_path / "generated.gpkg"
    generator.make(path, ROWS)
    return path


def test_on_the_demo(demo, tmp_path):
    check(driven("en", demo, tmp_path, large=False))


def test_on_very_many_records(generated, tmp_path):
    seen = driven("fr", generated, tmp_path, large=True)
    check(seen)
    assert seen["told"][0]["shown"] > 0.98 * ROWS


def driven(language: str, observatory: Path, folder: Path, large: bool) -> dict:
    files = folder / "figures"
    files.mkdir()
    more = {"folder": str(files), "large": large}
    return seen_in(language, DRIVE, observatory, folder, more, PATIENCE)


def check(seen: dict) -> None:
    assert seen["error"] is None
    refused = [said for said in seen["views"].values() if isinstance(said, str)]
    no_style = ("No styles available on DB", "Pas de styles disponibles dans la base de données")
    known = (*refused, *no_style)  # QGIS says so where the file keeps no style any more
    assert [line for line in seen["log"] if not any(each in line for each in known)] == []
    assert set(seen["controls"]) - set(seen["used"]) == set()
    with contextlib.closing(sqlite3.connect(seen["observatory"])) as connection:
        connection.executescript(RECORDS)
        check_numbers(connection, seen)
        check_views(connection, seen)
    assert seen["in_map"] and all(said == held for said, held in seen["in_map"])
    assert seen["partly"] and seen["picked"] and 0 < seen["found"] < 5
    assert len(seen["areas_found"]) >= 1
    assert seen["chosen_again"] and seen["opened_from_file"]
    assert len(seen["kept"]) == 1 and "DROP TABLE incident" in seen["kept"][0]
    check_figures_out(seen)
    assert seen["partner_pages"] == ["Partners", "Partners"]
    assert len(seen["windows"]) >= 4
    assert "IncidentForm" in seen["opened"]
    assert len(seen["asked"]) == 6 if seen["large"] else len(seen["asked"]) > 15
    assert all("2025-02-01" in given for given in seen["asked"].values())


def check_numbers(connection: sqlite3.Connection, seen: dict) -> None:
    """Every number that the dock said, and where it gave its lists, those too."""
    by_filter = {told["filter"]: told for told in seen["told"]}  # asked again, it says the same
    assert all(told["n"] == by_filter[told["filter"]]["n"] for told in seen["told"])
    assert len(by_filter) > 50
    chosen = [json.loads(text) for text in by_filter]
    conditions = ", ".join(f"total({where(each)})" for each in chosen)
    counts = connection.execute(f"SELECT {conditions} FROM record i").fetchone()
    for each, n, told in zip(chosen, counts, by_filter.values()):
        weight, uncertain = n, 0
        if each.get("facts"):
            weight = n = facts(connection, each)
        elif each.get("hours"):
            weight, n, uncertain = weights(connection, each)
        assert told["shown"] == n, each
        assert told["n"] == pytest.approx(weight, abs=1e-6), each
        assert told["uncertain"] == uncertain, each
        assert digits(told["label"]) == round(told["n"]), each
    for told in seen["told"]:
        if "months" in told:
            check_lists(connection, told)


def check_lists(connection: sqlite3.Connection, told: dict) -> None:
    """Counted under all conditions but the list's own; whole numbers where no hours are chosen."""
    chosen = json.loads(told["filter"])
    if chosen.get("hours"):
        return

    def by(column: str, left_out: tuple[str, ...], tables: str = "record i") -> dict:
        rest = {name: value for name, value in chosen.items() if name not in left_out}
        query = f"SELECT {column}, count(*) FROM {tables} WHERE {where(rest)} GROUP BY 1"
        return dict(connection.execute(query))

    held = {code: n for code, n in told["by_partner"].items() if n}
    assert held == by("i.partner", ("partners",))
    own = by("i.category", ("categories",))
    families = dict(connection.execute("SELECT code, parent FROM category"))
    for code, n in told["by_category"].items():
        assert n == own.get(code, 0) + sum(
            count for each, count in own.items() if families[each] == code
        )
    tables = "record i CROSS JOIN incident_territory m ON m.incident = i.fid"
    areas = by("m.territory", ("territories",), tables)
    fids = {
        (level, code): fid
        for fid, level, code in connection.execute("SELECT fid, level, code FROM territory")
    }
    assert {fids[level, code]: n for level, code, n in told["by_territory"] if n} == areas
    months = by(f"substr({day_of(chosen)}, 1, 7)", ("first_day", "last_day"))
    assert {month: n for month, n in told["months"] if n} == months
    assert sum(told["hours"]) == pytest.approx(told["n"], abs=1e-3)


def where(chosen: dict) -> str:
    """SQL of the test's own for a filter's conditions, but for hours and facts."""
    date, conditions = day_of(chosen), ["1"]
    if chosen.get("first_day"):
        conditions.append(f"{date} >= '{chosen['first_day']}'")
    if chosen.get("last_day"):
        conditions.append(f"{date} <= '{chosen['last_day']}'")
    for name, value in (
        ("partners", "i.partner"),
        ("statuses", "i.status"),
        ("precisions", "i.location_precision"),
        ("severities", "ifnull(i.severity, -1)"),
    ):
        if chosen.get(name):
            conditions.append(f"{value} IN ({words(chosen[name])})")
    if chosen.get("categories"):
        own = words(chosen["categories"])
        listed = f"SELECT code FROM category WHERE code IN ({own}) OR parent IN ({own})"
        conditions.append(f"i.category IN ({listed})")
    if chosen.get("territories"):
        pairs = words([f"{level}:{code}" for level, code in chosen["territories"]])
        conditions.append(
            "i.fid IN (SELECT incident FROM incident_territory JOIN territory t"
            f" ON t.fid = territory WHERE t.level || ':' || t.code IN ({pairs}))"
        )
    return f"ifnull({' AND '.join(conditions)}, 0)"


def day_of(chosen: dict) -> str:
    return f"i.{chosen.get('date_basis', 'occurred')}_{chosen.get('day_start', 0)}"


def shares(chosen: dict) -> str:
    """SQL for the share of each record's time that lies in the chosen hours of the week.

    Hour by hour, of those whose date is in the filter's period.
    """
    hours = words(chosen["hours"])
    monday = 3 * 86400  # 1 January 1970 was a Thursday
    begins, ends = (f"CAST(strftime('%s', {name}) AS INTEGER) + {monday}" for name in (
        "occurred_from", "occurred_to"))  # fmt: skip
    midnight = f"CAST(strftime('%s', date(occurred_from)) AS INTEGER) + {monday}"
    whole = "occurred_to > occurred_from"
    return f"""
        WITH span AS (
            SELECT fid,
                CASE WHEN NOT ifnull({whole}, 0) AND time_precision = 'day' THEN {midnight}
                    ELSE {begins} END AS s,
                CASE WHEN {whole} THEN {ends} - ({begins})
                    WHEN time_precision = 'day' THEN 86400
                    WHEN time_precision = 'month' THEN 31 * 86400 ELSE 0 END AS length
            FROM record i WHERE {where(chosen)}
        )
        SELECT fid, CASE WHEN length = 0 THEN (s / 3600) % 168 IN ({hours})
            WHEN length > 604800 THEN {len(chosen["hours"])} / 168.0
            ELSE (SELECT total(min(s + length, (s / 3600 + k + 1) * 3600)
                    - max(s, (s / 3600 + k) * 3600)) / length
                FROM step WHERE k <= (length + 3599) / 3600
                AND (s / 3600 + k) * 3600 < s + length
                AND (s / 3600 + k) % 168 IN ({hours})) END AS share
        FROM span LIMIT -1"""  # else SQLite would compute a share wherever it is named


def weights(connection: sqlite3.Connection, chosen: dict) -> tuple[float, int, int]:
    """The sum of the shares, how many records have one, how many are only partly in the hours."""
    return connection.execute(
        "SELECT total(share), count(nullif(share, 0)), total(share > 0 AND share < 1 - 1e-9)"
        f" FROM ({shares(chosen)})"
    ).fetchone()


def facts(connection: sqlite3.Connection, chosen: dict) -> int:
    """Each fact once, and every report that describes none."""
    (n,) = connection.execute(
        "SELECT count(DISTINCT ifnull('F' || fact, 'R' || fid)) FROM record i"
        f" WHERE {where(chosen)}"
    ).fetchone()
    return n


def check_views(connection: sqlite3.Connection, seen: dict) -> None:
    """Views of points hold the filter's records, and follow it."""
    for name, first, last in (
        ("views", "2025-01-01", "2025-01-31"),
        ("views_after", "2025-02-01", "2025-02-28"),
    ):
        held = where({"first_day": first, "last_day": last})
        (n,) = connection.execute(f"SELECT count(*) FROM record i WHERE {held}").fetchone()
        points = ("family", "category", "partner", "address", "cluster", "heat", "time")
        for view in points:
            assert seen[name][f"view_{view}" if name == "views" else view] == n > 0, view
        if name == "views":
            (inside,) = connection.execute(
                "SELECT count(*) FROM record i JOIN incident_territory ON incident = i.fid"
                " JOIN territory t ON t.fid = territory AND t.level = 'commune'"
                f" WHERE {held}"
            ).fetchone()
            assert seen[name]["view_counts_commune"] == inside > 0
            assert isinstance(seen[name]["keepStyle"], str)
            assert isinstance(seen[name]["forgetStyle"], str)


def check_figures_out(seen: dict) -> None:
    """What was copied and written are the figures that the dock had."""
    told = next(told for told in reversed(seen["told"]) if "months" in told)
    assert str(round(told["n"]))[:3] in "".join(filter(str.isdigit, seen["sentence"]))
    for name in ("months", "hours", "categories", "territories", "partners"):
        rows = [line.split("\t") for line in seen["copied"][f"copy_{name}"].splitlines()]
        assert len(rows) > 1 and len({len(row) for row in rows}) == 1, name
    months = dict(line.split("\t") for line in seen["copied"]["copy_months"].splitlines()[1:])
    assert months == {month: str(int(n)) for month, n in told["months"]}
    folder = Path(seen["folder"])
    assert len(seen["written"]) == 9
    for name in seen["written"]:
        head = (folder / name).read_bytes()[:400]
        if name.endswith(".png"):
            assert head.startswith(b"\x89PNG")
        elif name.endswith(".svg"):
            assert b"<svg" in head
        else:
            assert b";" in head


def words(values) -> str:
    return ", ".join(
        str(each) if isinstance(each, int) else "'" + each.replace("'", "''") + "'"
        for each in values
    )


def digits(label: str) -> int:
    """The number that a text begins with, whatever separates its thousands."""
    head = []
    for letter in label:
        if letter.isdigit():
            head.append(letter)
        elif letter.isalpha():
            break
    return int("".join(head))
