"""Agreements in QGIS's window: recorded in their form, then named by every refusal."""

import json
from pathlib import Path

import processing
from looking import GIVEN, child, dialog, pause, screenshot, seen, wait
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QAction, QDialogButtonBox, QTextEdit

FOLDER = Path(GIVEN["observatory"]).parent
# Clause -> what the municipal police's agreement says, and the algorithm that it refuses.
REFUSED = {
    "purpose": ({"purposes": ["mapping"]}, "kerneldensity"),
    "precision": ({"finest_shown": "territory"}, "kerneldensity"),
    "combination": ({"combination": "no"}, "kerneldensity"),
    "category": ({"allowed_categories": ["homicide"]}, "kerneldensity"),
    "recipient": ({"recipients": ["internal"]}, "printmap"),
    "expired": ({"valid_to": "2020-12-31"}, "printmap"),
}


def agreements():
    """The partners' window, the form's three pages, and what each clause says in a dialog."""
    child(QAction, "oltpPartners").trigger()
    yield from wait(lambda: dialog("Partners") is not None)
    window = dialog("Partners")
    yield from pause()
    screenshot("30-partners")
    seen["refusals"] = {}
    for clause, (clauses, algorithm) in REFUSED.items():
        yield from record(window, clauses, clause == "purpose")
        yield from run(clause, algorithm)
    yield from record(window, {"valid_from": "2026-01-01", "finest_shown": "cell"}, False)
    yield from wait(window.sheetButton.isEnabled)
    seen["partner_page"] = window.pageBrowser.toPlainText()
    screenshot("35-partner-page")
    yield from what_they_fill_in(window)
    window.close()
    yield from pause(1)
    screenshot("36-cells")


def what_they_fill_in(window):
    """The partner's page opens the window that makes the workbook and its paper."""
    window.sheetButton.click()
    yield from wait(lambda: dialog("PartnerSheetForm") is not None)
    shown = dialog("PartnerSheetForm")
    shown.make()
    yield from wait(shown.outcomeLabel.isVisible)
    yield from pause()
    screenshot("37-partner-sheet")
    seen["sheet"] = shown.outcomeLabel.text()
    seen["sheet_files"] = sorted(each.suffix for each in FOLDER.glob("*-??.*"))
    shown.close()
    assert child(QAction, "oltpPartnerSheet").isEnabled()


def record(window, clauses: dict, look: bool):
    """Imports the agreement into the form and records it."""
    file = FOLDER / "convention.json"
    file.write_text(json.dumps({"partner": "PM", "reference": "C-2026-7", **clauses}))
    yield from wait(window.editButton.isEnabled)  # its page has been read
    window.editButton.click()
    yield from wait(lambda: dialog("AgreementForm") is not None)
    form = dialog("AgreementForm")
    form.load(file)
    for page in range(3) if look else ():
        form.tabs.setCurrentIndex(page)
        yield from pause()
        screenshot(f"3{page + 1}-agreement")
    form.buttonBox.button(QDialogButtonBox.StandardButton.Save).click()
    yield from wait(lambda: dialog("AgreementForm") is None)
    yield from pause(0.3)


def records_of(partner: str) -> str:
    """A layer of one partner's records, so that nobody else's agreement is named; of all for ""."""
    name = f"records {partner}"
    project = QgsProject.instance()
    for layer in project.mapLayersByName(name):
        return layer.id()
    source = f"{GIVEN['observatory']}|layername=incident"
    if partner:
        source += f"|subset=partner = '{partner}'"
    return project.addMapLayer(QgsVectorLayer(source, name, "ogr"), False).id()


def run(clause: str, algorithm: str):
    """Runs the algorithm in its own dialog and keeps what its log says."""
    layer = records_of("" if clause == "combination" else "PM")
    parameters = {"INPUT": layer, "OUTPUT": str(FOLDER / "refused.tif")}
    if algorithm == "printmap":
        parameters = {"LAYERS": [layer], "TITLE": "T", "OUTPUT": str(FOLDER / "refused.pdf")}
    shown = processing.createAlgorithmDialog(f"oltp:{algorithm}", parameters)
    shown.show()
    yield from pause(0.3)
    shown.runButton().click()
    log = shown.findChild(QTextEdit, "txtLog")
    yield from wait(lambda: "C-2026-7" in log.toPlainText())
    seen["refusals"][clause] = log.toPlainText()
    if clause == "precision":
        yield from pause()
        screenshot("34-refused")
    shown.close()
