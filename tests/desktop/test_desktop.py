"""In a real QGIS window: the plugin loads, an observatory opens, an algorithm runs."""

import contextlib
import json
import os
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sysconfig
from datetime import datetime, timedelta
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("qgis", "xvfb-run", "openbox", "import", "identify")
DRIVE = Path(__file__).with_name("drive.py")
DRIVE_DOCK = DRIVE.with_name("drive_dock.py")
PATIENCE = 600  # seconds for all steps: a busy machine takes minutes, a calm one half of one
SCREENSHOTS = ROOT / "build" / "screenshots"

pytestmark = [
    pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)}"),
    pytest.mark.timeout(PATIENCE + 60),
]


@pytest.fixture(params=["en", "fr"])
def desktop(request, tmp_path, town_observatory) -> dict:
    """What was seen in QGIS Desktop in one language."""
    give_addresses(town_observatory)
    more = {
        "category": {"en": "insul", "fr": "outra"}[request.param],
        "delivery": str(ROOT / "sample" / "police_municipale.csv"),
        "round": [str(file) for file in month_of_files(tmp_path)],
        "profiles": [str(ROOT / "sample" / f"{name}.json") for name in ("transports", "bailleur")],
        "reference": str(ROOT / "sample" / "arrets.geojson"),
    }
    return seen_in(request.param, DRIVE, town_observatory, tmp_path, more)


@pytest.fixture(params=["en", "fr"])
def dock(request, tmp_path, town_observatory) -> dict:
    """What the incident layer manager said in QGIS Desktop in one language."""
    give_times(town_observatory)
    return seen_in(request.param, DRIVE_DOCK, town_observatory, tmp_path, {})


def seen_in(
    language: str, drive: Path, observatory: Path, folder: Path, more: dict, patience=PATIENCE
) -> dict:
    """Let ``drive`` do its steps in QGIS; ``more``: what it is given beside the observatory.

    ``patience``: the seconds after which it is ended.
    """
    profiles, plugins = folder / "qgis", folder / "plugins"
    write_settings(profiles / "profiles" / "default" / "QGIS" / "QGIS3.ini", language, observatory)
    plugins.mkdir()
    (plugins / "oltp_plugin").symlink_to(ROOT)
    screenshots = SCREENSHOTS / language
    screenshots.mkdir(parents=True, exist_ok=True)
    report = folder / "report.json"
    given = {
        "observatory": str(observatory),
        "screenshots": str(screenshots),
        "report": str(report),
        **more,
    }
    said = screenshots / "said.txt"
    run_in_a_display(
        ["qgis", "--noversioncheck", "--nologo", "--profiles-path", profiles, "--code", drive],
        {
            "QGIS_PLUGINPATH": str(plugins),
            "OLTP_DESKTOP": json.dumps(given),
            "PYTHONPATH": os.pathsep.join((str(drive.parent), sysconfig.get_paths()["purelib"])),
            "XDG_DATA_HOME": str(folder / "data"),
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONFAULTHANDLER": "1",
        },
        screenshots / "stuck.png",
        said,
        patience,
    )
    last_words = said.read_text(encoding="utf-8", errors="replace")[-5000:]
    assert report.exists(), f"see {screenshots}\n{last_words}"
    return {**json.loads(report.read_text(encoding="utf-8")), **given, "screenshots": screenshots}


def give_addresses(observatory: Path) -> None:
    """A street with its numbers, and an address for what has no point."""
    from oltp_plugin.observatory import geopackage
    from oltp_plugin.observatory.connection import writing

    with writing(observatory) as connection:
        for number in range(1, 30):
            (blob,) = geopackage.point_blobs([702100 + 40 * number], [6602000], 2154)
            connection.execute(
                "INSERT INTO address (geom, street, number) VALUES (?, 'Rue Pasteur', ?)",
                (blob, number),
            )
        connection.execute("UPDATE incident SET address = '12 rue Pasteur' WHERE geom IS NULL")


def give_times(observatory: Path) -> None:
    """What an animation may get wrong: the hour that spring skips, a night's span, the edges of
    days and months, another year."""
    from oltp_plugin.observatory import geopackage
    from oltp_plugin.observatory.connection import writing

    (blob,) = geopackage.point_blobs([702500], [6602000], 2154)
    with writing(observatory) as connection:
        connection.executemany(
            "INSERT INTO incident"
            " (geom, partner, category, occurred_from, occurred_to, time_precision)"
            " VALUES (?, 'TC', 'homicide', ?, ?, ?)",
            [
                (blob, "2022-05-10T12:00:00", None, "minute"),
                (blob, "2024-03-31T02:30:00", None, "minute"),
                (blob, "2024-03-31T03:30:00", None, "minute"),
                (blob, "2024-03-31T23:30:00", "2024-04-01T02:30:00", "interval"),
                (blob, "2024-03-31T23:59:59", None, "minute"),
                (blob, "2024-04-01T00:00:00", None, "day"),
                (blob, "2024-04-01T00:00:00", None, "minute"),
                (blob, "2024-04-01T01:00:00", None, "hour"),
            ],
        )


def month_of_files(folder: Path) -> list[Path]:
    """Nine files: months of the sample's partners, one that nobody knows and an empty one."""
    files = []
    for name, encoding, months in (
        ("police_municipale", "cp1252", ("/01/2025", "/02/2025", "/03/2025")),
        ("transports", "utf-8-sig", ("2025-01-", "2025-02-")),
        ("bailleur", "utf-8", ("/01/2025", "/02/2025")),
    ):
        text = (ROOT / "sample" / f"{name}.csv").read_text(encoding=encoding)
        header, *rows = text.splitlines()
        for place, month in enumerate(months, start=1):
            file = folder / f"{name} {place}.csv"
            chosen = [row for row in rows if month in row.split("T")[0][:60]]
            file.write_text("\n".join((header, *chosen, "")), encoding=encoding)
            files.append(file)
    unknown, empty = folder / "nouveau partenaire.csv", folder / "vide.csv"
    unknown.write_text("Numero;Jour;Fait\n1;03/02/2024;Tag\n", encoding="utf-8")
    empty.write_bytes(b"")
    return [*files, unknown, empty]


def run_in_a_display(
    program: list, environment: dict, stuck: Path, said: Path, patience: int
) -> None:
    """Run ``program`` under a window manager; after a while it is seen in ``stuck`` and ended.

    ``said``: takes what it writes, and the number that it ends with.
    """
    words = shlex.join(map(str, program))
    look = f"sleep {patience}; import -window root {shlex.quote(str(stuck))}; kill $program"
    script = f"openbox & {words} & program=$!; ({look}) & wait $program; echo ended: $?"
    stuck.unlink(missing_ok=True)
    with (
        said.open("w") as heard,
        subprocess.Popen(
            ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "sh", "-c", script],
            env={**os.environ, **environment},
            stdout=heard,
            stderr=heard,
            start_new_session=True,
        ) as running,
    ):
        try:
            running.wait(patience + 30)
        finally:
            os.killpg(running.pid, signal.SIGTERM)  # the window manager and the watch too


def write_settings(file: Path, language: str, observatory: Path) -> None:
    """A new user's profile with the plugin on and one observatory opened before."""
    file.parent.mkdir(parents=True)
    recent = json.dumps(json.dumps([str(observatory)]))
    file.write_text(
        f"[locale]\noverrideFlag=true\nuserLocale={language}\nglobalLocale={language}\n"
        "[PythonPlugins]\noltp_plugin=true\nprocessing=true\n"
        f"[plugins]\noltp\\recent={recent}\n"
        "[qgis]\nshowTips=false\nnewsFeedDisabled=true\n"
        "[core]\nNewsFeed\\disabled=true\n",
        encoding="utf-8",
    )


def colours(file: Path) -> int:
    answer = subprocess.run(
        ["identify", "-format", "%k", str(file)], capture_output=True, text=True, check=True
    )
    return int(answer.stdout)


def check_entering(desktop: dict) -> None:
    entered = desktop["entered"]
    assert entered["address"]["occurred_from"] == "2024-03-31T02:30:00"
    assert desktop["keystrokes_of_one"] == 41  # docs/observatory.md: 14 seconds at 3 a second
    located = [entered[way]["has_point"] for way in ("address", "click", "area")]
    assert located == ["True", "True", "False"]
    for wanted, stored, free in desktop["snapped"]:
        assert stored == pytest.approx(wanted, abs=1e-6) and free != pytest.approx(wanted, abs=1)
    assert desktop["stored_at"] == pytest.approx(desktop["snapped"][-1][0], abs=1e-6)
    assert desktop["tool_is_back"] and desktop["tool_after"]
    assert entered["area"]["precision"] == "territory"
    assert entered["duplicate"]["fact"] not in ("", "NULL")
    assert (desktop["closed"], desktop["corrected"]) == (4, 4)
    assert desktop["missed"] and desktop["picked"][0] == desktop["picked"][1]
    moment, listed = desktop["chosen"]
    assert listed[1].endswith(moment) and len(listed) > 1
    assert [words[0] for words in desktop["queue"]] == ["1", "2"]
    assert desktop["after_undo"] == desktop["before_entering"] == 60
    for name in ("41-incident-typing", "45-incident-alike", "49-incident-queue"):
        assert colours(desktop["screenshots"] / f"{name}.png") > 200, f"{name} is blank"


def test_an_analyst_opens_an_observatory_and_runs_a_density(desktop):
    assert desktop["error"] is None
    assert desktop["warnings"] == []
    assert desktop["heavy"] == []
    assert desktop["empty_page"] == "emptyPage"
    assert desktop["records"] == "60"
    assert [row[:3] for row in desktop["partners"]] == [
        ["Police municipale", "40", "0.9"],
        ["Transports", "20", "1"],
    ]
    assert desktop["groups"] == ["Valbrune"]
    check_entering(desktop)
    assert desktop["density"] == ".tif"
    french = desktop["screenshots"].name == "fr"
    assert desktop["cell_count"] == ("Environ 450 cellules." if french else "About 450 cells.")
    assert set(desktop["hot_spots"]) == {"getisord", "robustness", "incidentclusters"}
    assert all(len(labels) >= 2 for labels in desktop["hot_spots"].values())
    hot = "Chaud, indice fort (q ≤ 0,01)" if french else "Hot, strong evidence (q ≤ 0.01)"
    assert hot in desktop["hot_spots"]["getisord"]
    assert desktop["columns"]["occurred_from"] == "Date début"
    assert desktop["columns"]["category"] == "Nature"
    assert desktop["word"] == "coups_blessures"
    assert desktop["records_after_import"] != desktop["records"]
    assert "note.gpkg" in desktop["refusal"]
    assert len([row for row in desktop["round_table"] if row[5]]) == 7  # read
    assert desktop["round_states"] == [4] * 7 + [1, 2]  # imported, not recognised, refused
    assert desktop["round_undone"].count(5) == 1
    assert desktop["nil"] in ("nil", "néant")
    assert desktop["kind_of_place"] == "stop"
    for clause, log in desktop["refusals"].items():
        assert "C-2026-7" in log, clause
    assert len(desktop["refusals"]) == 6
    assert "C-2026-7" in desktop["partner_page"]
    assert desktop["sheet_files"] == [".pdf", ".xlsx"]
    assert "Police municipale" in desktop["sheet"]
    assert desktop["docks"] == 1
    assert desktop["unloaded"] is True
    assert desktop["left_behind"] == []
    for name in (
        "1-empty",
        "2-open",
        "3-dialog",
        "4-density",
        "5-form",
        "31-getisord",
        "31-robustness",
        "31-incidentclusters",
        "7-import-columns",
        "22-round-imported",
    ):
        assert colours(desktop["screenshots"] / f"{name}.png") > 200, f"{name} is blank"


def test_the_dock_says_what_the_rows_say(dock):
    """After each step, counted here without its SQL; and the map shows as many."""
    assert dock["error"] is None
    assert dock["log"] == []
    with contextlib.closing(sqlite3.connect(dock["observatory"])) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute("SELECT * FROM incident WHERE status <> 'withdrawn'").fetchall()
        families = {
            row["code"]: row["parent"] for row in connection.execute("SELECT * FROM category")
        }
        inside: dict[tuple, set] = {}
        for level, code, fid in connection.execute(
            "SELECT level, code, incident FROM incident_territory"
            " JOIN territory ON territory.fid = territory"
        ):
            inside.setdefault((level, code), set()).add(fid)
    assert len(dock["told"]) > 12
    for text, n, shown in dock["told"]:
        chosen = json.loads(text)
        held = [row for row in rows if holds(row, chosen, families, inside)]
        assert n == shown == len(held), text
    assert "map_differs" not in dock
    assert len({n for _, n, _ in dock["told"]}) > 4
    assert dock["picked"] and dock["came_back"]
    assert dock["rows_in_table"] == dock["in_layer"] == 40 and "'PM'" in dock["analysed"]
    assert "Police municipale" in dock["subtitle"] and "Police municipale" in dock["sentence"]
    assert dock["floating_width"] <= 300
    _check_views(dock)
    check_frames(dock, rows)
    for before, after in dock["lived"]:
        assert after == before and len(str(before)) > 500
    assert len(dock["lived"]) == 4 and not dock["dirty"]
    check_follow_up(dock)
    for name in ("40-dock-period", "41-dock-clock", "42-dock-where", "44-dock-left", "51-sites"):
        assert colours(dock["screenshots"] / f"{name}.png") > 200, f"{name} is blank"


def check_frames(seen: dict, rows) -> None:
    """Each picture of the animation holds the records that it should, and none is in no picture."""
    for step, told in seen["frames"].items():
        first, last = told["period"]
        held = [span_of(row) for row in rows if first <= row["occurred_from"][:10] <= last]
        assert held and told["panel"] and told["mode"] == 1, step  # animated
        assert told["total"] > len(told["shown"]) >= 8, step
        for begin, end, whole, n in told["shown"]:
            assert not whole
            assert n == sum(begins < end and ends >= begin for begins, ends in held), begin
        begin, end = told["shown"][0][0], told["shown"][-1][1]
        assert all(begin <= begins and ends < end for begins, ends in held), step
    french = seen["screenshots"].name == "fr"
    units = ["heures", "jours", "semaines", "mois"] if french else list(seen["frames"])
    assert [told["unit"] for told in seen["frames"].values()] == units
    assert seen["played"] > 3 and seen["paused"]
    for name in ("70-time-weeks", "71-time-played"):
        assert colours(seen["screenshots"] / f"{name}.png") > 200, f"{name} is blank"


def span_of(row) -> tuple[str, str]:
    """From when to when a record may have happened; a day alone is all of it."""
    begins = row["occurred_from"]
    if row["time_precision"] == "day":
        return begins, f"{begins[:10]}T23:59:59"
    return begins, row["occurred_to"] or begins


def check_follow_up(seen: dict) -> None:
    """A site with an overdue decision, that is taken back, and a note; nothing personal is kept."""
    french = seen["screenshots"].name == "fr"
    assert seen["findings"].count("(1)") == 1
    assert seen["site"] == "Place Haute, […]"
    assert seen["decision"][0] == "Réparer l'éclairage du square"
    assert seen["decision"][2] == ("Services de la ville" if french else "The town's services")
    assert seen["overdue"].startswith("en retard" if french else "overdue")
    assert seen["overdue_is_red"]
    assert seen["incidents"][0].isdigit()
    assert seen["note"] == "Rassemblements chaque soir ; rappeler le […]."
    with contextlib.closing(sqlite3.connect(seen["observatory"])) as connection:
        rows = "SELECT (SELECT count(*) FROM site), (SELECT count(*) FROM decision)"
        assert connection.execute(rows).fetchone() == (1, 0)
        lines = connection.execute(
            "SELECT action, table_name FROM journal WHERE table_name IN"
            " ('site', 'decision', 'observation') ORDER BY fid"
        ).fetchall()
    assert lines == [
        ("add", "site"), ("add", "decision"), ("undo", "decision"), ("delete", "site"),
        ("undo", "site"), ("add", "observation"), ("delete", "observation"),
        ("undo", "observation"),
    ]  # fmt: skip
    assert "Place Haute" in seen["deleted"][0] and "Rassemblements" in seen["deleted"][1]
    assert b"Martin" not in Path(seen["observatory"]).read_bytes()


def holds(row, chosen: dict, families: dict, inside: dict) -> bool:
    """Whether a row is in a filter, for records whose time is a moment."""
    begins = datetime.fromisoformat(row["occurred_from"])
    day = str((begins - timedelta(hours=chosen.get("day_start", 0))).date())
    listed = (
        ("partners", row["partner"]),
        ("severities", -1 if row["severity"] is None else row["severity"]),
        ("statuses", row["status"]),
        ("precisions", row["location_precision"]),
        ("hours", 24 * begins.weekday() + begins.hour),
    )
    categories = chosen.get("categories", [row["category"]])
    areas = chosen.get("territories")
    return (
        chosen.get("first_day", "") <= day <= chosen.get("last_day", "9999")
        and all(value in chosen.get(name, [value]) for name, value in listed)
        and bool({row["category"], families[row["category"]]} & set(categories))
        and (areas is None or any(row["fid"] in inside[tuple(each)] for each in areas))
    )


def _check_views(dock: dict) -> None:
    """What each view holds is what SQL counts; one that has nothing to say says so."""
    with contextlib.closing(sqlite3.connect(dock["observatory"])) as connection:
        (records,) = connection.execute(
            "SELECT count(*) FROM incident WHERE status <> 'withdrawn'"
        ).fetchone()
        by_quartier = connection.execute(
            "SELECT count(*) FROM territory t LEFT JOIN incident_territory m ON m.territory = t.fid"
            " JOIN incident i ON i.fid = m.incident WHERE t.level = 'quartier'"
            " AND i.status <> 'withdrawn' GROUP BY t.fid"
        ).fetchall()
    views = dock["views"]
    for name in ("family", "category", "partner", "address", "cluster", "heat"):
        assert views[name]["rows"] == records, name
    assert sorted(n for n in views["counts_quartier"]["n"] if n) == sorted(
        n for (n,) in by_quartier
    )
    refused = [said for said in views.values() if isinstance(said, str)]
    assert len(refused) == 2  # no population, no period to compare
    assert all(any(said in line for said in refused) for line in dock["log_of_views"])
    for name in views:
        assert colours(dock["screenshots"] / f"60-view-{name}.png") > 200, f"{name} is blank"
