"""The dock's panel and the dialog for a new observatory, as their user meets them."""

import pytest
from qgis.core import Qgis, QgsApplication, QgsCoordinateReferenceSystem
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.gui import messages
from oltp_plugin.gui.dock.panel import ObservatoryDock, ObservatoryPanel
from oltp_plugin.gui.new_observatory import NewObservatory
from oltp_plugin.observatory.opening import open_observatory
from oltp_plugin.observatory.summary import PartnerCount, Summary, summary


@pytest.fixture
def panel(qgis_app) -> ObservatoryPanel:
    dock = ObservatoryDock()
    dock.show()
    yield dock.panel
    dock.deleteLater()


def column(panel: ObservatoryPanel, number: int) -> list[str]:
    table = panel.partnersTable
    texts = []
    for row in range(table.rowCount()):
        delegate = table.itemDelegateForColumn(number) or table.itemDelegate()
        value = table.item(row, number).data(Qt.ItemDataRole.DisplayRole)
        texts.append(delegate.displayText(value, table.locale()))
    return texts


def test_with_nothing_open_it_says_what_to_do_and_what_was_open_before(panel, tmp_path):
    asked = []
    panel.recentAsked.connect(asked.append)
    panel.show_nothing([tmp_path / "Valbrune.gpkg"])
    assert panel.openButton.isVisible() and panel.newButton.isVisible()
    panel.recentList.setCurrentRow(0)
    QTest.keyClick(panel.recentList, Qt.Key.Key_Return)
    assert asked == [tmp_path / "Valbrune.gpkg"]
    panel.show_nothing([])
    assert not panel.recentList.isVisible()


def test_it_shows_the_observatorys_figures(panel, town_observatory):
    info = open_observatory(town_observatory)
    panel.show_observatory(town_observatory, info, summary(town_observatory))
    assert panel.nameLabel.text() == "Valbrune"
    assert panel.recordsLabel.text() == "60"
    assert panel.locatedLabel.text() == "93 % (56)"
    assert panel.crsLabel.toolTip() == "EPSG:2154"
    assert not panel.adviceLabel.isVisible()
    assert column(panel, 0) == ["Police municipale", "Transports"]
    assert column(panel, 1) == ["40", "20"]
    assert column(panel, 2) == ["90 %", "100 %"]
    assert column(panel, 3) == ["01/2024", "01/2024"]


def test_partners_sort_by_number_not_by_digits(panel, town_observatory):
    partners = [PartnerCount(str(n), f"P{n}", n, n, None, None) for n in (9, 100, 20)]
    whole = Summary(partners, 129, 129, None, None)
    panel.show_observatory(town_observatory, open_observatory(town_observatory), whole)
    assert column(panel, 0) == ["P100", "P20", "P9"]
    panel.partnersTable.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert column(panel, 0) == ["P9", "P20", "P100"]


@pytest.mark.parametrize(
    ("total", "located", "advice"),
    [(0, 0, "No incident yet"), (100, 84, "Under 85 %"), (100, 85, ""), (1000, 999, "")],
)
def test_it_advises_where_the_figures_ask_for_it(panel, town_observatory, total, located, advice):
    whole = Summary([], total, located, None, None)
    panel.show_observatory(town_observatory, open_observatory(town_observatory), whole)
    assert panel.adviceLabel.text().startswith(advice)
    assert panel.adviceLabel.isVisible() is bool(advice)
    if total == 1000:
        assert panel.locatedLabel.text().startswith("99 %")  # not all of them


def test_every_button_asks_for_its_own_thing(panel, town_observatory):
    asked = []
    for name in ("newAsked", "openAsked", "importAsked", "refreshAsked"):
        getattr(panel, name).connect(lambda name=name: asked.append(name))
    for button in (panel.newButton, panel.openButton):
        QTest.keyClick(button, Qt.Key.Key_Space)
    panel.show_observatory(
        town_observatory, open_observatory(town_observatory), summary(town_observatory)
    )
    for action in panel.observatoryButton.menu().actions():
        action.trigger()
    QTest.keyClick(panel.importButton, Qt.Key.Key_Space)
    QTest.keyClick(panel.refreshButton, Qt.Key.Key_Space)
    assert asked == [
        "newAsked",
        "openAsked",
        "openAsked",
        "newAsked",
        "importAsked",
        "refreshAsked",
    ]


def test_a_narrow_dock_stays_usable(panel, town_observatory):
    panel.show_observatory(
        town_observatory, open_observatory(town_observatory), summary(town_observatory)
    )
    assert panel.minimumSizeHint().width() <= 260


def can_create(dialog: NewObservatory) -> bool:
    return dialog.buttonBox.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_a_new_observatory_is_lambert_93_unless_chosen(qgis_app, tmp_path):
    dialog = NewObservatory(tmp_path)
    assert can_create(dialog)
    assert dialog.crs().authid() == "EPSG:2154"
    assert dialog.path().parent == tmp_path
    dialog.fileWidget.setFilePath(str(tmp_path / "ville"))
    assert dialog.path() == tmp_path / "ville.gpkg"


def test_what_stands_in_the_way_of_a_new_observatory_is_said_at_once(qgis_app, tmp_path):
    dialog = NewObservatory(tmp_path)
    (tmp_path / "there.gpkg").touch()
    for path, words in (
        ("", "Choose a file"),
        (str(tmp_path / "there.gpkg"), "there already"),
        (str(tmp_path / "no" / "folder.gpkg"), "no such folder"),
    ):
        dialog.fileWidget.setFilePath(path)
        assert words in dialog.adviceLabel.text()
        assert not can_create(dialog)
    dialog.fileWidget.setFilePath(str(tmp_path / "new.gpkg"))
    for crs, words in (("EPSG:4326", "degrees"), ("EPSG:3857", ""), ("", "EPSG code")):
        dialog.crsWidget.setCrs(QgsCoordinateReferenceSystem(crs))
        assert words in dialog.adviceLabel.text()
        assert can_create(dialog) is (words == "")


@pytest.mark.parametrize(
    ("error", "shown", "logged"),
    [
        (ObservatoryError("missing_file", name="a.gpkg"), "a.gpkg", 1),
        ("A sentence.", "A sentence.", 1),
        (ModuleNotFoundError("no shapely", name="shapely"), "shapely is missing", 1),
        (KeyError("dupont, 06 12 34 56 78"), "unforeseen", 2),
    ],
)
def test_an_error_is_one_sentence_and_its_log_holds_no_values(qgis_app, error, shown, logged):
    log = []
    receive = QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel]
    slot = receive.connect(lambda text, tag, level: log.append((tag, text)))
    bar = QgsMessageBar()
    messages.show_error(bar, error)
    receive.disconnect(slot)
    assert shown in bar.currentItem().text()
    ours = [text for tag, text in log if tag == "OLTP"]
    assert len(ours) == logged
    assert "dupont" not in " ".join(ours)
