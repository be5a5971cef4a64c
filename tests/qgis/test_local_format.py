"""Numbers in logs are written as the user's language writes them, whatever the machine's."""

import processing
import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QLocale

from oltp_plugin.local_format import decimal, number
from tests.qgis.hot_spots.made_layers import points, shapes


@pytest.fixture
def french():
    before = QgsSettings().value("locale/userLocale")
    machine = QLocale()
    QgsSettings().setValue("locale/userLocale", "fr_FR")
    QLocale.setDefault(QLocale("C"))
    yield
    QLocale.setDefault(machine)
    if before is None:
        QgsSettings().remove("locale/userLocale")
    else:
        QgsSettings().setValue("locale/userLocale", before)


def test_decimals_in_english():
    assert [decimal(each) for each in (0.05, 200.0, 1_234_567, 1 / 3)] == [
        "0.05",
        "200",
        "1234567",
        "0.3333333333",
    ]
    assert decimal(2 / 3, 1) == "0.7"


def test_a_log_in_french_has_commas_outside_of_qgis_s_window_too(french, feedback):
    assert decimal(-1.5, 2) == "-1,50"
    box = "POLYGON ((0 0, 900 0, 900 900, 0 900, 0 0))"
    spots = points([(50 + 100 * (k % 9), 50 + 100 * (k // 9)) for k in range(81)])
    parameters = {"INPUT": spots, "STUDY_AREA": shapes("Polygon", box), "ALPHA": 0.01}
    processing.run("oltp:getisord", {**parameters, "OUTPUT": "memory:"}, feedback=feedback)
    assert any("0,01" in info for info in feedback.infos)


def test_whole_numbers_and_places_in_the_interface_s_language(french):
    assert number(1_234_567).split() == ["1", "234", "567"]
    assert number(1234.56, 1).replace("\u202f", "").replace("\xa0", "") == "1234,6"
    QgsSettings().setValue("locale/userLocale", "C")  # what a machine without a language has
    assert number(1_234_567) == "1,234,567"
    QgsSettings().setValue("locale/userLocale", "en_GB")
    assert (number(1_234_567), number(2.6), number(0.126, 2)) == ("1,234,567", "3", "0.13")
