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


def french(context: str) -> dict[str, str]:
    """The French of a form's texts."""
    for each in ElementTree.parse(ROOT / "i18n" / "oltp_fr.ts").iter("context"):
        if each.findtext("name") == context:
            messages = each.iter("message")
            return {one.findtext("source"): one.findtext("translation") for one in messages}
    return {}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("form", sorted(FORMS.glob("*.ui")), ids=lambda path: path.name)
def test_alt_and_a_letter_lead_to_one_widget(form: Path, language: str):
    root = ElementTree.parse(form).getroot()
    words = french(root.findtext("class")) if language == "fr" else {}
    letters: dict[str, list[str]] = {}
    for widget in root.iter("widget"):
        for text in widget.iterfind("property[@name='text']/string"):
            shown = words.get(text.text, text.text or "").replace("&&", "")
            letters.setdefault(shown.partition("&")[2][:1].casefold(), []).append(shown)
    letters.pop("", None)
    assert not [shown for shown in letters.values() if len(shown) > 1]
