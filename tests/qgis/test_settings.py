"""What is remembered comes back with its type."""

from pathlib import Path

import pytest
from qgis.core import QgsSettings

from oltp_plugin import settings
from oltp_plugin.observatory.keys import default_folder
from oltp_plugin.settings import MOST_RECENT, Settings


@pytest.fixture(autouse=True)
def clean_settings(qgis_app):
    QgsSettings().remove(settings.GROUP)
    yield
    QgsSettings().remove(settings.GROUP)


def test_nothing_stored_gives_the_defaults():
    assert settings.load() == Settings()


@pytest.mark.parametrize("recent", [[], ["/a/b.gpkg"], ["/a/b.gpkg", "C:\\é à\\c.gpkg"]])
def test_what_is_saved_is_loaded(recent):
    stored = Settings(recent=recent, last_folder="/données", keys_folder="/clés")
    settings.save(stored)
    assert settings.load() == stored


def test_a_value_that_is_no_json_is_its_default():
    QgsSettings().setValue(f"{settings.GROUP}/recent", "not json")
    assert settings.load() == Settings()


def test_the_last_opened_comes_first_and_once(tmp_path):
    files = [tmp_path / f"{number}.gpkg" for number in range(MOST_RECENT + 2)]
    for file in files:
        file.touch()
    remembered = Settings()
    for file in [*files, files[5]]:
        remembered.remember(file)
    assert remembered.recent_observatories()[:2] == [files[5], files[-1]]
    assert len(remembered.recent) == len(set(remembered.recent)) == MOST_RECENT
    assert remembered.last_folder == str(tmp_path)


def test_a_missing_file_is_not_offered(tmp_path):
    gone, there = tmp_path / "gone.gpkg", tmp_path / "there.gpkg"
    there.touch()
    assert Settings(recent=[str(gone), str(there)]).recent_observatories() == [there]


def test_keys_stay_with_the_user_unless_a_folder_is_named():
    assert Settings().keys() == default_folder()
    assert Settings(keys_folder="/coffre").keys() == Path("/coffre")
