"""Several files at once: recognised, checked, imported in one go, each taken back by itself."""

import json
import shutil
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QWidget

from oltp_plugin import settings
from oltp_plugin.gui.dropped_files import DroppedFiles
from oltp_plugin.gui.import_dialog.choices import read_choices
from oltp_plugin.gui.import_dialog.same_facts import SameFactsDialog
from oltp_plugin.gui.import_dialog.source_file import SourceFiles
from oltp_plugin.gui.import_round.delivered_file import CHECKED, IMPORTED, REFUSED, UNDONE, UNKNOWN
from oltp_plugin.gui.import_round.dialog import ImportRound
from oltp_plugin.intake import profile
from oltp_plugin.intake.saved_profiles import save_profile
from oltp_plugin.observatory.connection import reading, writing
from oltp_plugin.observatory.summary import summary
from tests.qgis.waiting import wait
from tests.unit import workbooks

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
NAMES = ("police_municipale", "transports", "bailleur")


def save_profiles(observatory: Path, names=NAMES) -> None:
    with writing(observatory) as connection:
        for name in names:
            connection.execute(
                "INSERT INTO import_profile (name, version, definition, saved_at)"
                " VALUES (?, 1, ?, '2026-01-01T00:00:00')",
                (
                    {"police_municipale": "Police municipale de Valbrune"}.get(
                        name, f"{name.capitalize()} de Valbrune"
                    ),
                    (SAMPLE / f"{name}.json").read_text(encoding="utf-8"),
                ),
            )


@pytest.fixture
def window(qgis_app, town_observatory, tmp_path, monkeypatch):
    monkeypatch.setattr(settings.Settings, "keys", lambda self: tmp_path / "keys")
    save_profiles(town_observatory)
    shown = ImportRound(read_choices(town_observatory, "en"))
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


def drop(window, *paths: Path) -> None:
    window.add_files(list(paths))
    wait(lambda: not window.round.busy)


def samples(*names: str) -> list[Path]:
    return [SAMPLE / f"{name}.csv" for name in names]


def cell(window, row: int, title: str) -> str:
    table = window.filesTable
    titles = [table.horizontalHeaderItem(i).text() for i in range(table.columnCount())]
    return table.item(row, titles.index(title)).text()


def test_the_month_is_recognised_checked_imported_and_taken_back(window, town_observatory):
    before = summary(town_observatory).total
    told = []
    window.imported.connect(told.append)
    drop(window, *samples(*NAMES))
    assert [file.state for file in window.round.files] == [CHECKED] * 3
    assert [cell(window, row, "Partner") for row in range(3)] == ["PM", "TRANSPORT", "BAILLEUR"]
    assert [cell(window, row, "Read") for row in range(3)] == ["3400", "1500", "1000"]
    assert window.round.files[0].counts["COVERED_FROM"] == "2024-07-01"
    assert "2025" in cell(window, 0, "Period")
    assert "Refused: " in "\n".join(window.round.files[0].notes())
    assert summary(town_observatory).total == before  # a check writes nothing
    assert window.importButton.isEnabled() and "3" in window.importButton.text()

    window.importButton.click()
    wait(lambda: not window.round.busy)
    assert [file.state for file in window.round.files] == [IMPORTED] * 3
    assert summary(town_observatory).total == before + 3380 + 1490 + 994
    assert not window.importButton.isEnabled()
    assert len(told) == 3
    with reading(town_observatory) as connection:
        versions = connection.execute("SELECT max(version) FROM import_profile").fetchone()[0]
    assert versions == 1  # the profile as it was, letter by letter

    window.filesTable.setCurrentCell(1, 0)
    window.undoButton.click()
    wait(lambda: not window.round.busy)
    assert window.round.files[1].state == UNDONE
    assert summary(town_observatory).total == before + 3380 + 994


def test_a_file_that_two_partners_profiles_fit_waits_for_the_analyst(window):
    other = json.loads((SAMPLE / "transports.json").read_text(encoding="utf-8"))
    other.update(name="Another carrier", partner="BUS")
    window.round._choices.profiles[other["name"]] = json.dumps(other)
    drop(window, *samples("transports"))
    (file,) = window.round.files
    assert (file.state, file.ticked) == (CHECKED, False)
    assert "Another carrier" in file.notes()[0]


def test_a_sheet_called_by_its_month_is_asked_about_once(window, town_observatory, tmp_path):
    def workbook(month: int) -> Path:
        table = [("id", "jour", "quoi")]
        table += [(f"{month}{n}", f"0{n}/0{month}/2025", "Tag") for n in (1, 2)]
        rows = "".join(
            workbooks.row(line, *(workbooks.text(f"{c}{line}", w) for c, w in zip("ABC", words)))
            for line, words in enumerate(table, start=1)
        )
        return workbooks.xlsx(tmp_path / f"{month}.xlsx", {"Aide": "", f"Mois {month}": rows})

    own = {
        "name": "Monthly workbook",
        "partner": "ASSO",
        "format": {"type": "xlsx", "sheet": "Mois 1"},
        "fields": {
            "partner_ref": {"column": "id"},
            "occurred_from": {"column": "jour", "format": "%d/%m/%Y"},
            "category": {"column": "quoi", "values": {"Tag": "tag"}},
        },
    }
    save_profile(town_observatory, profile.parse(json.dumps(own), "own.json"))
    window.take_profiles(read_choices(town_observatory, "en"))
    drop(window, workbook(1), workbook(2))
    first, second = window.round.files
    assert first.ticked and not second.ticked
    assert "“Mois 1” has gone" in second.notes()[0]
    second.ticked = True
    window.round.take_in()
    wait(lambda: not window.round.busy)
    assert [file.counts["INSERTED"] for file in window.round.files] == [2, 2]
    window.take_profiles(read_choices(town_observatory, "en"))
    drop(window, workbook(3))
    assert window.round.files[2].ticked and not window.round.files[2].remarks


def test_what_is_there_already_is_not_ticked(window, tmp_path):
    drop(window, *samples("transports"))
    window.importButton.click()
    wait(lambda: not window.round.busy)
    drop(window, Path(shutil.copy(SAMPLE / "transports.csv", tmp_path)))
    again = window.round.files[1]
    assert (again.state, again.ticked) == (CHECKED, False)
    assert "already" in cell(window, 1, "To look at")


def test_an_unknown_file_is_offered_the_four_steps(window, tmp_path):
    other = tmp_path / "other.csv"
    other.write_text("Numero;Jour;Fait\n1;03/02/2024;Tag\n", encoding="utf-8")
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"")
    asked = []
    window.stepsAsked.connect(asked.append)
    drop(window, other, broken)
    assert [file.state for file in window.round.files] == [UNKNOWN, REFUSED]
    assert "broken.csv is empty" in cell(window, 1, "To look at")
    assert not window.importButton.isEnabled()
    window.filesTable.setCurrentCell(0, 0)
    window.stepsButton.click()
    assert asked == [other]


def test_a_changed_header_is_said_and_waits_for_consent(window, tmp_path):
    text = (SAMPLE / "police_municipale.csv").read_text(encoding="cp1252")
    changed = tmp_path / "changed.csv"
    changed.write_text(text.replace("Nature;", "Nature du fait;", 1), encoding="cp1252")
    drop(window, changed)
    (file,) = window.round.files
    assert (file.state, file.ticked) == (CHECKED, False)
    assert "Nature du fait" in cell(window, 0, "To look at")
    assert file.counts["INSERTED"] == 3380  # by the repaired profile
    window.filesTable.item(0, 0).setCheckState(Qt.CheckState.Checked)
    assert window.importButton.isEnabled()


def test_stopping_leaves_the_rest_as_it_is(window, town_observatory):
    before = summary(town_observatory).total
    drop(window, *samples(*NAMES))
    window.importButton.click()
    window.stopButton.click()
    wait(lambda: not window.round.busy)
    done = [file.state for file in window.round.files].count(IMPORTED)
    assert done <= 1
    assert [file.state for file in window.round.files].count(CHECKED) == 3 - done
    assert (summary(town_observatory).total == before) is (done == 0)


def test_files_can_be_dropped_on_any_widget(qgis_app):
    widget, told = QWidget(), []
    DroppedFiles(widget).dropped.connect(told.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (*samples(*NAMES), SAMPLE)])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    enter = QDragEnterEvent(QPoint(1, 1), copy, data, left, none.NoModifier)
    QgsApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QgsApplication.sendEvent(widget, QDropEvent(QPointF(1, 1), copy, data, left, none.NoModifier))
    assert told == [samples(*NAMES)]


HEADER = "N° fiche;Date début;Heure début;Nature;X;Y"
POLICE = [f"{n};0{n}/02/2026;14:30;Rixe;702450;6602350" for n in range(1, 6)]
TRAM = ["id;jour;fait;x;y", "7;05/02/2026 14:10;Rixe;702460;6602350"]


def written(file: Path, *rows: str) -> Path:
    file.write_text("\r\n".join(rows), encoding="utf-8")
    return file


@pytest.fixture
def small_round(window, town_observatory, tmp_path, monkeypatch):
    """Two deliveries of five rows that a tram's report is close to, the second with two rows."""
    values = {"Rixe": "coups_blessures"}
    police = {
        "name": "Police",
        "partner": "PM",
        "crs": "EPSG:2154",
        "fields": {
            "partner_ref": {"column": "N° fiche"},
            "occurred_from": {
                "columns": ["Date début", "Heure début"],
                "format": "%d/%m/%Y %H:%M",
            },
            "category": {"column": "Nature", "values": values},
            "x": {"column": "X"},
            "y": {"column": "Y"},
        },
        "delivery": {"kind": "complete", "period": "from_file"},
    }
    tram = {
        **police,
        "name": "Tram",
        "partner": "TC",
        "fields": {
            "partner_ref": {"column": "id"},
            "occurred_from": {"column": "jour", "format": "%d/%m/%Y %H:%M"},
            "category": {"column": "fait", "values": values},
            "x": {"column": "x"},
            "y": {"column": "y"},
        },
    }
    with writing(town_observatory) as connection:
        connection.execute("DELETE FROM import_profile")
        for each in (police, tram):
            connection.execute(
                "INSERT INTO import_profile (name, version, definition, saved_at)"
                " VALUES (?, 1, ?, '2026-01-01T00:00:00')",
                (each["name"], json.dumps(each)),
            )
    window.take_profiles(read_choices(town_observatory, "en"))
    files = [
        written(tmp_path / "february.csv", HEADER, *POLICE),
        written(tmp_path / "tram.csv", *TRAM),
        written(tmp_path / "again.csv", HEADER, POLICE[0], POLICE[4]),
    ]
    monkeypatch.setattr("oltp_plugin.gui.import_round.dialog.ask_to_withdraw", lambda n, _w: n == 3)
    for file in files:  # the third is checked against what the first brought
        drop(window, file)
        window.importButton.click()
        wait(lambda: not window.round.busy)
    assert [file.state for file in window.round.files] == [IMPORTED] * 3
    return files


def choose(window, row: int) -> None:
    window.filesTable.setCurrentCell(row, 0)


def incidents(observatory: Path, column: str) -> list:
    with reading(observatory) as connection:
        return [
            row[0]
            for row in connection.execute(
                f"SELECT {column} FROM incident WHERE occurred_from > '2026' ORDER BY fid"
            )
        ]


def test_what_is_gone_is_withdrawn_and_taken_back(window, small_round, town_observatory):
    choose(window, 2)
    assert "No longer delivered: 3" in "\n".join(window.round.files[2].notes())
    window.withdrawButton.click()
    wait(lambda: not window.round.busy)
    assert incidents(town_observatory, "status").count("withdrawn") == 3
    assert not window.withdrawButton.isVisible()
    window.undoButton.click()
    wait(lambda: not window.round.busy)
    assert incidents(town_observatory, "status").count("withdrawn") == 0
    assert window.round.files[2].state == UNDONE


def test_reports_of_the_same_fact_are_proposed_and_linked(window, small_round, town_observatory):
    choose(window, 1)
    assert window.factsButton.isVisible()
    dialog = SameFactsDialog(town_observatory, window.round.files[1].acts[0], window)
    wait(lambda: dialog.pairs())
    assert dialog.pairs() == ["67-66"]
    window.round.link(window.chosen(), dialog.pairs())
    wait(lambda: not window.round.busy)
    found = incidents(town_observatory, "fact")
    assert found[5] is not None and found[5] == found[4]
    assert not window.factsButton.isVisible()
    dialog.deleteLater()


def test_imported_files_are_moved_or_deleted_only_when_asked(window, small_round, tmp_path):
    assert all(file.exists() for file in small_round)
    folder = tmp_path / "archive"
    folder.mkdir()
    window._files.move([small_round[0]], folder)
    wait(lambda: (folder / "february.csv").exists())
    wait(lambda: window.round.files[0].path.parent == folder)
    window._files.delete([small_round[1]])
    wait(lambda: window.round.files[1].gone)
    assert not small_round[0].exists() and not small_round[1].exists() and small_round[2].exists()
    assert "still holds" not in "\n".join(window.round.files[1].notes())
    failed = []
    window._files.failed.connect(failed.append)
    written(tmp_path / "february.csv", "x")
    window._files.move([tmp_path / "february.csv"], folder)
    wait(lambda: failed)
    assert "february.csv already" in failed[0] and (tmp_path / "february.csv").exists()


def test_a_shapefile_goes_with_its_parts(qgis_app, tmp_path):
    window, folder = QWidget(), tmp_path / "archive"
    folder.mkdir()
    for suffix in ("shp", "dbf", "shx", "prj", "txt"):
        written(tmp_path / f"faits [1].{suffix}", "x")
    files, told = SourceFiles(window), []
    files.moved.connect(told.append)
    files.move([tmp_path / "faits [1].shp"], folder)
    wait(lambda: told)
    assert sorted(each.suffix for each in folder.iterdir()) == [".dbf", ".prj", ".shp", ".shx"]
    assert (tmp_path / "faits [1].txt").exists()
