"""Every file at hand through the real windows, and through the toolbox: the same counts.

The town's own words are chosen as an analyst would: what no list knows becomes one category.
"""

import gzip
import json
import shutil
from collections import Counter
from pathlib import Path

import processing
import pytest
from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox

from oltp_plugin import settings
from oltp_plugin.gui.import_dialog.check_step import CheckStep, read_rejects
from oltp_plugin.gui.import_dialog.choices import read_choices, read_inventory
from oltp_plugin.gui.import_dialog.columns_step import ColumnsStep, columns_of
from oltp_plugin.gui.import_dialog.dialog import ImportIncidents
from oltp_plugin.gui.import_dialog.words_step import WordsStep
from oltp_plugin.gui.import_reference.dialog import ImportReference
from oltp_plugin.observatory import create
from oltp_plugin.observatory.connection import reading
from tests.qgis.waiting import wait

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
COUNTS = ("READ", "INSERTED", "UPDATED", "UNCHANGED", "REJECTED", "UNLOCATED", "WITHDRAWN")

# File -> the observatory's CRS, the columns that should be proposed, and what only a person knows.
INCIDENTS = {
    "baac_2013_herault_clean_utf8.csv": (
        2154,
        {
            "partner_ref": "num_acc",
            "occurred_from": "date heure",
            "x": "lon",
            "y": "lat",
            "address": "adresse",
        },
        {"category": "col"},
    ),
    "caracteristiques_2013_herault_latin1.csv": (
        2154,
        {
            "partner_ref": "Num_Acc",
            "occurred_from": "an mois jour hrmn",
            "x": "long",
            "y": "lat",
            "address": "adr",
        },
        {"category": "col"},
    ),
    "chicago_1000.csv": (
        26916,
        {
            "partner_ref": "Case Number",
            "occurred_from": "Date",
            "category": "Primary Type",
            "x": "Longitude",
            "y": "Latitude",
            "address": "Block",
        },
        {},
    ),
    "memphis_robberies.csv": (
        26916,
        {
            "partner_ref": "uid",
            "occurred_from": "date",
            "category": "offense_type",
            "x": "lon",
            "y": "lat",
        },
        {},
    ),
    "paris_signalements_1000.csv": (
        2154,
        {
            "partner_ref": "id_dmr",
            "occurred_from": "datedecl",
            "category": "type",
            "x": "geo_point_2d",
            "y": "geo_point_2d",
            "address": "adresse",
        },
        {},
    ),
    "vancouver_2017.xlsx": (
        26910,
        {
            "occurred_from": "YEAR MONTH DAY HOUR MINUTE",
            "category": "TYPE",
            "x": "X",
            "y": "Y",
            "address": "HUNDRED_BLOCK",
        },
        {"crs": "EPSG:26910"},
    ),
}
TABLE = {  # what each file is known to give: read, inserted, unlocated, refused by code
    "baac_2013_herault_clean_utf8.csv": (802, 802, 0, {}),
    "caracteristiques_2013_herault_latin1.csv": (960, 960, 157, {}),
    "chicago_1000.csv": (1000, 1000, 0, {}),
    "memphis_robberies.csv": (2245, 2245, 0, {}),
    "paris_signalements_1000.csv": (1000, 1000, 0, {}),
    "vancouver_2017.xlsx": (16318, 16318, 1480, {}),
}


@pytest.fixture
def import_by_window(qgis_app, tmp_path, monkeypatch):
    """Drives the four steps; returns columns proposed, outputs, refusals and the saved profile."""
    monkeypatch.setattr(settings.Settings, "keys", lambda self: tmp_path / "keys")
    shown = []

    def run(observatory: Path, file: Path, known: dict) -> tuple[dict, dict, Counter, str]:
        window = ImportIncidents(read_choices(observatory, "en"))
        shown.append(window)
        window.show()

        def idle():
            wait(lambda: not window.progressBar.isVisible())

        window.open_file(file)
        idle()
        step = window.findChild(ColumnsStep)
        proposed = {name: " ".join(columns_of(each)) for name, each in step.fields().items()}
        if "category" in known:
            combo = step.findChild(QComboBox, "category_column")
            combo.setCurrentIndex(combo.findData(known["category"]))
            combo.activated.emit(combo.currentIndex())
        if "crs" in known:
            step.crsWidget.setCrs(QgsCoordinateReferenceSystem(known["crs"]))
        window.partnerCombo.setEditText("TEST")
        window.wordsButton.click()
        idle()
        table = window.findChild(WordsStep).wordsTable
        for row in range(table.rowCount()):
            if table.item(row, 2).data(Qt.ItemDataRole.UserRole) is None:
                table.item(row, 2).setData(Qt.ItemDataRole.UserRole, "autre_delit")
        window.checkButton.click()
        idle()
        assert window._counts, window._bar.currentItem().text()
        checked = dict(window._counts)
        window.importButton.click()
        idle()
        counts = window._counts
        assert {name: checked[name] for name in COUNTS} == {name: counts[name] for name in COUNTS}
        figures = window.findChild(CheckStep)._figures
        digits = ["".join(filter(str.isdigit, figures[name].text())) for name in COUNTS]
        assert [int(each) for each in digits] == [counts[name] for name in COUNTS]
        rejects = Counter(each["code"] for each in read_rejects(window._delivery.rejects_file))
        with reading(observatory) as connection:
            (saved,) = connection.execute(
                "SELECT definition FROM import_profile ORDER BY fid DESC"
            ).fetchone()
        return proposed, counts, rejects, saved

    yield run
    for window in shown:
        window.close()
        window.deleteLater()


def by_toolbox(observatory: Path, file: Path, saved: str, folder: Path) -> tuple[dict, Counter]:
    profile, rejects = folder / "saved.json", folder / "rejects.csv"
    profile.write_text(saved, encoding="utf-8")
    counts = processing.run(
        "oltp:importincidents",
        {
            "OBSERVATORY": str(observatory),
            "INPUT": str(file),
            "PROFILE": str(profile),
            "REJECTS": str(rejects),
        },
    )
    return counts, Counter(each["code"] for each in read_rejects(rejects))


def compare(import_by_window, observatory: Path, file: Path, known: dict, folder: Path):
    twin = folder / "twin.gpkg"
    shutil.copy(observatory, twin)
    proposed, counts, rejects, saved = import_by_window(observatory, file, known)
    other, refused = by_toolbox(twin, file, saved, folder)
    assert {name: counts[name] for name in COUNTS} == {name: other[name] for name in COUNTS}
    assert rejects == refused
    changed = counts["INSERTED"] + counts["UPDATED"] + counts["UNCHANGED"] + counts["REJECTED"]
    assert changed == counts["READ"]
    return proposed, counts, rejects


def right(proposed: dict, expected: dict) -> int:
    return sum(proposed.get(name) == columns for name, columns in expected.items())


@pytest.mark.parametrize("name", INCIDENTS)
def test_a_published_file_through_the_window_and_the_toolbox(
    shared_data, import_by_window, tmp_path, name, record_property
):
    epsg, expected, known = INCIDENTS[name]
    observatory = tmp_path / "observatory.gpkg"
    create.create(observatory, epsg)
    file = shared_data / "incidents" / name
    proposed, counts, rejects = compare(import_by_window, observatory, file, known, tmp_path)
    assert right(proposed, expected) >= 0.9 * len(expected), proposed
    assert set(proposed) == set(expected)
    found = (counts["READ"], counts["INSERTED"], counts["UNLOCATED"], dict(rejects))
    record_property("counts", f"{name}: {found}")
    assert found == TABLE[name]


@pytest.mark.parametrize("name", ["police_municipale", "transports", "bailleur"])
def test_a_file_of_the_sample_through_the_window_and_the_toolbox(
    town_observatory, import_by_window, tmp_path, name
):
    file = SAMPLE / f"{name}.csv"
    proposed, counts, rejects = compare(import_by_window, town_observatory, file, {}, tmp_path)
    profile = json.loads((SAMPLE / f"{name}.json").read_text(encoding="utf-8"))
    expected = {field: " ".join(columns_of(each)) for field, each in profile["fields"].items()}
    assert right(proposed, expected) >= 0.9 * len(expected), (proposed, expected)
    truth = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))["files"][file.name]
    assert counts["READ"] == truth["read"]
    # Words that the sample's profile does not know were chosen here, and its area is not checked.
    chosen = {"BAD_CATEGORY", "OUT_OF_AREA"}
    known = Counter(code for code in truth["rejects"].values() if code not in chosen)
    assert {code: n for code, n in rejects.items() if code not in chosen} == known


# File under montpellier/ or incidents/, layer -> what the toolbox is given, and how many.
_REFERENCE = "montpellier/montpellier_reference_2154.gpkg"
REFERENCE = [
    (
        _REFERENCE, "cameras_videoprotection_2014", "importplaces", 141,
        {"KIND": "camera", "NAME_FIELD": "Nom", "IN_SERVICE_FIELD": "Année"}, {},
    ),
    (
        _REFERENCE, "arrets_tram", "importplaces", 177,
        {"KIND": "stop", "NAME_FIELD": "station"}, {},
    ),
    (
        _REFERENCE, "quartiers", "importterritories", 7,
        {"LEVEL": "quartier", "CODE_FIELD": "QUARTMNO", "NAME_FIELD": "LIBQUART"}, {},
    ),
    (
        _REFERENCE, "sous_quartiers", "importterritories", 31,
        {"LEVEL": "sous-quartier", "CODE_FIELD": "SQUARTMNO", "NAME_FIELD": "LIBSQUART"}, {},
    ),
    (
        _REFERENCE, "limite_commune", "importterritories", 1,
        {"LEVEL": "commune", "CODE_FIELD": "ID", "NAME_FIELD": "ID"}, {},
    ),
    (
        _REFERENCE, "communes_34", "importterritories", 343,
        {"LEVEL": "commune", "CODE_FIELD": "code", "NAME_FIELD": "nom"}, {},
    ),
    (
        _REFERENCE, "bureaux_vote", "importterritories", 131,
        {"LEVEL": "secteur", "CODE_FIELD": "OBJECTID", "NAME_FIELD": "Nom_Bureau"},
        {"LEVEL": "secteur"},
    ),
    (
        "montpellier/VilleMTP_MTP_CameraSurv.geojson", "", "importplaces", 141,
        {"KIND": "camera", "NAME_FIELD": "Nom", "IN_SERVICE_FIELD": "Année", "CRS": "EPSG:2154"},
        {},
    ),
    (
        "montpellier/MMM_MMM_ArretsTram.geojson", "", "importplaces", 177,
        {"KIND": "stop", "NAME_FIELD": "station"}, {},
    ),
    (
        "montpellier/adresses_montpellier_2014.csv.gz", "", "importaddresses", 36395,
        {
            "NUMBER_FIELD": "NUM_VOI", "SUFFIX_FIELD": "SUF_VOI", "STREET_FIELD": "LIB_OFF",
            "X_FIELD": "X", "Y_FIELD": "Y", "CRS": "EPSG:4326",
        },
        {},
    ),
    (
        "incidents/memphis_precincts.geojson", "", "importterritories", 9,
        {"LEVEL": "secteur", "CODE_FIELD": "precinct", "NAME_FIELD": "precinct"},
        {"LEVEL": "secteur"},
    ),
]  # fmt: skip


_NAMED = {"CODE_FIELD": "code", "NAME_FIELD": "nom"}
SAMPLES = [
    ("arrets", "importplaces", 24, {"KIND": "stop", "NAME_FIELD": "nom"}),
    ("cameras", "importplaces", 12, {"KIND": "camera", "NAME_FIELD": "nom"}),
    ("commune", "importterritories", 1, {"LEVEL": "commune", **_NAMED}),
    ("quartiers", "importterritories", 8, {"LEVEL": "quartier", **_NAMED}),
    ("groupes_territoriaux", "importterritories", 4, {"LEVEL": "groupe territorial", **_NAMED}),
]


@pytest.fixture
def reference_form(qgis_app):
    shown = []

    def run(observatory: Path, file: Path, layer: str, chosen: dict) -> ImportReference:
        epsg, kinds = read_inventory(observatory, "en")
        window = ImportReference(observatory, kinds, epsg)
        shown.append(window)
        window.show()
        window.open_file(file)
        wait(lambda: not window.progressBar.isVisible())
        if layer:
            window.layerCombo.setCurrentIndex(window.layerCombo.findText(layer))
            window.layerCombo.activated.emit(window.layerCombo.currentIndex())
            wait(lambda: not window.progressBar.isVisible())
        for name, value in chosen.items():
            if name == "CRS":
                window.crsWidget.setCrs(QgsCoordinateReferenceSystem(value))
            else:
                window._editors[name].setCurrentText(value)
        return window

    yield run
    for window in shown:
        window.close()
        window.deleteLater()


@pytest.mark.parametrize(("name", "algorithm", "n", "expected"), SAMPLES)
def test_the_samples_layers_through_the_form(
    reference_form, tmp_path, name, algorithm, n, expected
):
    observatory = tmp_path / "observatory.gpkg"
    create.create(observatory, 2154)
    window = reference_form(observatory, SAMPLE / f"{name}.geojson", "", {})
    given = window.parameters()
    assert window.kind().algorithm == f"oltp:{algorithm}" and window.obstacle() == ""
    asked = {each: given[each] for each in given if each not in ("INPUT", "OBSERVATORY")}
    assert {each: asked.get(each) for each in expected} == expected
    told = []
    window.imported.connect(told.append)
    window.importButton.click()
    wait(lambda: not window.progressBar.isVisible())
    assert told == [n]


@pytest.mark.parametrize(
    ("file", "layer", "algorithm", "n", "expected", "chosen"),
    REFERENCE,
    ids=[each[1] or Path(each[0]).name for each in REFERENCE],
)
def test_reference_data_through_the_form_and_the_toolbox(
    shared_data, reference_form, tmp_path, file, layer, algorithm, n, expected, chosen
):
    observatory, twin = tmp_path / "observatory.gpkg", tmp_path / "twin.gpkg"
    create.create(observatory, 2154)
    shutil.copy(observatory, twin)
    window = reference_form(observatory, shared_data / file, layer, chosen)
    given = window.parameters()
    crs = given.pop("CRS", None)
    assert window.kind().algorithm == f"oltp:{algorithm}" and window.obstacle() == ""
    asked = {name: given[name] for name in given if name not in ("INPUT", "OBSERVATORY")}
    assert {**asked, **({"CRS": crs.authid()} if crs else {})} == expected
    told = []
    window.imported.connect(told.append)
    window.importButton.click()
    wait(lambda: not window.progressBar.isVisible())
    source = str(shared_data / file) + (f"|layername={layer}" if layer else "")
    if source.endswith(".gz"):  # QGIS itself does not open it
        unpacked = tmp_path / "unpacked.csv"
        unpacked.write_bytes(gzip.decompress(Path(source).read_bytes()))
        source = str(unpacked)
    count = processing.run(
        f"oltp:{algorithm}", {"OBSERVATORY": str(twin), "INPUT": source, **expected}
    )["COUNT"]
    assert told == [count] == [n]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("VilleMTP_MTP_CameraSurv.csv", "no points"),
        ("VilleMTP_MTP_CameraSurv.ods", "no points"),
        ("VilleMTP_MTP_CameraSurv.xls", "no points"),
        ("VilleMTP_MTP_Quartiers.csv", "no points"),
        ("VilleMTP_MTP_SousQuartiers.csv", "no points"),
        ("VilleMTP_MTP_FilaireVoies.zip", "no points"),  # lines: a layer for analyses, not stored
    ],
)
def test_a_table_without_a_geometry_is_no_place(shared_data, reference_form, tmp_path, file, words):
    observatory = tmp_path / "observatory.gpkg"
    create.create(observatory, 2154)
    window = reference_form(observatory, shared_data / "montpellier" / file, "", {})
    assert words in window.adviceLabel.text() and not window.importButton.isEnabled()
