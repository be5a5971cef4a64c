"""Forms and icons: what QGIS reads at run time is there and keeps the project's rules."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from oltp_plugin.gui.icons import icon, manifest
from oltp_plugin.paths import FORMS, ROOT


def test_every_listed_icon_is_a_file_that_draws(qgis_app):
    assert {"oltp", "new_observatory", "print_map"} <= set(manifest())
    for alias, file in manifest().items():
        assert (ROOT / file).is_file(), file
        assert not icon(alias).pixmap(24, 24).isNull(), alias


@pytest.mark.parametrize("form", sorted(FORMS.glob("*.ui")), ids=lambda path: path.name)
def test_a_form_has_no_connections_resources_or_foreign_headers(form: Path):
    root = ElementTree.parse(form).getroot()
    assert root.find("connections") is None
    assert root.find("resources") is None
    assert not list(root.iter("iconset"))
    assert {each.text for each in root.iter("header")} <= {"qgis.gui"}


@pytest.mark.parametrize("form", sorted(FORMS.glob("*.ui")), ids=lambda path: path.name)
def test_a_form_names_every_widget_for_what_it_is(form: Path):
    names = [each.get("name") for each in ElementTree.parse(form).iter("widget")]
    assert len(names) == len(set(names))
    assert not [name for name in names if name[-1].isdigit()]
