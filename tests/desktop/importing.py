"""What an analyst does with files: the four steps, the monthly round, coverage, reference data."""

import json
from pathlib import Path

from looking import GIVEN, child, dialog, drawn, pause, screenshot, seen, table, wait
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAction,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QTableWidget,
    QWidget,
)


def import_dialog():
    """Imports a partner's file step by step, looks at it on the map, and takes it back."""
    child(QAction, "oltpImport").trigger()
    yield from wait(lambda: dialog("ImportIncidents") is not None)
    shown = dialog("ImportIncidents")
    shown.open_file(Path(GIVEN["delivery"]))
    yield from wait(shown.nextButton.isEnabled)
    yield from pause()
    screenshot("6-import-file")

    shown.nextButton.click()
    yield from pause(2)
    screenshot("7-import-columns")
    seen["columns"] = chosen_columns(shown)

    shown.nextButton.click()
    yield from wait(lambda: shown.findChild(QWidget, "wordsTable").isVisible())
    yield from pause()
    yield from choose_word(shown.findChild(QTableWidget, "wordsTable"))
    screenshot("8-import-words")
    shown.backButton.click()
    shown.findChild(QCheckBox, "areaCheck").click()
    shown.nextButton.click()
    yield from pause()

    shown.partnerCombo.setFocus()
    shown.partnerCombo.setCurrentIndex(shown.partnerCombo.findData("PM"))
    shown.nextButton.click()
    yield from wait(shown.importButton.isEnabled)
    yield from pause()
    screenshot("9-import-check")

    shown.importButton.click()
    undo = shown.findChild(QPushButton, "undoButton")
    yield from wait(undo.isVisible)
    yield from pause(2)
    screenshot("10-import-done")
    records = child(QLabel, "recordsLabel")
    seen["records_after_import"] = records.text()

    shown.findChild(QPushButton, "mapButton").click()
    yield from drawn()
    shown.hide()
    yield from pause()
    screenshot("11-import-map")
    shown.show()
    undo.click()
    yield from wait(lambda: not undo.isVisible())
    yield from wait(lambda: records.text() == seen["records"])
    yield from pause()
    screenshot("12-import-undone")
    shown.closeButton.click()
    yield from wait(lambda: dialog("ImportIncidents") is None)


def chosen_columns(shown) -> dict[str, str]:
    """What each field is read from, as the window shows it."""
    combos = shown.findChildren(QComboBox)
    named = {each.objectName()[:-7]: each for each in combos if each.objectName()[-7:] == "_column"}
    return {name: combo.currentData() for name, combo in named.items() if combo.currentData()}


def choose_word(table: QTableWidget):
    """Gives the first unmatched word its category from the keyboard."""
    names = [table.item(row, 0).text() for row in range(table.rowCount())]
    table.setCurrentCell(names.index("Rixe"), 2)
    yield from wait(lambda: table.findChild(QComboBox) is not None)
    editor = table.findChild(QComboBox).lineEdit()
    QTest.keyClicks(editor, "batter" if "batter" in labels(editor) else "blessures")
    yield from pause()
    screenshot("8-import-typing")
    QTest.keyClick(editor.completer().popup(), Qt.Key.Key_Down)
    QTest.keyClick(editor.completer().popup(), Qt.Key.Key_Return)
    yield from pause()
    seen["word"] = table.item(names.index("Rixe"), 2).data(Qt.ItemDataRole.UserRole)


def labels(editor) -> str:
    combo = editor.parent()
    return " ".join(combo.itemText(place) for place in range(combo.count()))


def monthly_round():
    """Drops a month's files together, imports them with the keyboard, and takes one back."""
    save_profiles()
    child(QAction, "oltpImportSeveral").trigger()
    yield from wait(lambda: dialog("ImportRound") is not None)
    shown = dialog("ImportRound")
    yield from pause()
    screenshot("20-round-empty")
    shown.add_files([Path(name) for name in GIVEN["round"]])
    yield from wait(lambda: not shown.round.busy)
    yield from pause()
    screenshot("21-round-checked")
    seen["round_table"] = table(shown.filesTable)
    QTest.keyClick(shown, Qt.Key.Key_Return)  # the default button
    yield from wait(lambda: not shown.round.busy)
    shown.filesTable.setFocus()
    QTest.keyClick(shown.filesTable, Qt.Key.Key_Down)
    yield from pause()
    screenshot("22-round-imported")
    seen["round_states"] = [file.state for file in shown.round.files]
    shown.undoButton.click()
    yield from wait(lambda: not shown.round.busy)
    seen["round_undone"] = [file.state for file in shown.round.files]
    shown.closeButton.click()
    yield from wait(lambda: dialog("ImportRound") is None)


def save_profiles():
    """Profiles that the town has from earlier months."""
    from oltp_plugin.observatory.connection import writing

    with writing(Path(GIVEN["observatory"])) as connection:
        for file in GIVEN["profiles"]:
            text = Path(file).read_text(encoding="utf-8")
            connection.execute(
                "INSERT INTO import_profile (name, version, definition, saved_at)"
                " VALUES (?, 1, ?, '2024-01-01T00:00:00')",
                (json.loads(text)["name"], text),
            )


def coverage():
    """Who is late, and a nil return in one click."""
    child(QAction, "oltpCoverage").trigger()
    panel = child(QWidget, "oltpCoverageDock").panel
    yield from wait(lambda: panel.matrixTable.rowCount() > 0)
    yield from pause()
    last = panel.matrixTable.columnCount() - 1
    panel.matrixTable.setCurrentCell(0, last)
    yield from pause()
    screenshot("23-coverage")
    panel.recordNilButton.click()
    yield from wait(panel.undoNilButton.isVisible)
    yield from pause()
    screenshot("24-coverage-nil")
    seen["nil"] = panel.matrixTable.item(0, last).text()
    child(QWidget, "oltpCoverageDock").close()


def reference_data():
    """The form for places, with what it proposes for a layer."""
    child(QAction, "oltpImportReference").trigger()
    yield from wait(lambda: dialog("ImportReference") is not None)
    shown = dialog("ImportReference")
    shown.open_file(Path(GIVEN["reference"]))
    yield from wait(shown.importButton.isEnabled)
    yield from pause()
    screenshot("25-reference")
    seen["kind_of_place"] = shown.parameters().get("KIND")
    shown.importButton.click()
    yield from wait(lambda: not shown.progressBar.isVisible())
    yield from pause()
    screenshot("26-reference-done")
    shown.closeButton.click()
    yield from wait(lambda: dialog("ImportReference") is None)
