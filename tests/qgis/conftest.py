"""A QGIS with the provider registered, and a feedback that remembers what it was told."""

import gc
import json
import os
import subprocess
import sys
from pathlib import Path

import processing
import pytest
from processing.core.Processing import Processing
from qgis.core import QgsApplication, QgsMapLayer, QgsProcessingFeedback, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QLocale

from oltp_plugin.gui.lasting_threads import keep_threads
from oltp_plugin.paths import ROOT
from processing_algorithms.provider import OltpProvider

QLocale.setDefault(QLocale.c())  # Qt has read the machine's before any test could set another


class RecordingFeedback(QgsProcessingFeedback):
    """Keeps messages by kind, so that a test can look at what the log said."""

    def __init__(self):
        super().__init__(False)
        self.infos, self.warnings, self.errors, self.progress = [], [], [], []
        self.progressChanged.connect(self.progress.append)

    def pushInfo(self, info):  # noqa: N802 - Qt name
        self.infos.append(info)

    def pushWarning(self, warning):  # noqa: N802 - Qt name
        self.warnings.append(warning)

    def reportError(self, error, fatalError=False):  # noqa: N802, N803 - Qt names
        self.errors.append(error)


@pytest.fixture(autouse=True, scope="session")
def provider(qgis_app):
    """The oltp provider, registered for the whole session; threads last, as in a window."""
    keep_threads()
    Processing.initialize()
    registered = OltpProvider()
    QgsApplication.processingRegistry().addProvider(registered)
    yield registered
    QgsApplication.processingRegistry().removeProvider(registered)
    # Whatever holds a file lets go of it now: once QGIS has gone, so has GDAL. What is garbage, and
    # layers in frames of a refused run, whose exception QGIS keeps for ever; PyQt deletes them at
    # the very end. Nothing else is collected after this.
    gc.collect()
    for each in gc.get_objects():
        if issubclass(type(each), QgsMapLayer) and not sip.isdeleted(each) and sip.ispyowned(each):
            sip.delete(each)
    gc.freeze()


@pytest.fixture(scope="session")
def qgis_process(tmp_path_factory):
    """A function that runs ``qgis_process`` outside QGIS Desktop, as scripts do, with the plugin
    in a folder of plugins; returns what it printed."""
    program = Path(QgsApplication.prefixPath()) / "bin" / "qgis_process.bin"
    if not program.exists():
        program = program.with_suffix("")
    if not program.exists():
        pytest.skip("qgis_process is not installed")
    home = tmp_path_factory.mktemp("qgis_process")
    plugins = home / "plugins"
    plugins.mkdir()
    (plugins / "oltp_plugin").symlink_to(ROOT)
    site = [each for each in sys.path if each.endswith("site-packages")]
    environment = os.environ | {
        "HOME": str(home),
        "QGIS_CUSTOM_CONFIG_PATH": str(home / "profile"),
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": os.pathsep.join(site),
        "QGIS_PLUGINPATH": str(plugins),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(home),
    }

    def run(*words: str) -> str:
        ended = subprocess.run(
            [program, *words], env=environment, capture_output=True, text=True, check=False
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    run("plugins", "enable", "oltp_plugin")
    return run


@pytest.fixture
def project(qgis_app) -> QgsProject:
    """QGIS's project, empty before the test and after it."""
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def feedback() -> RecordingFeedback:
    return RecordingFeedback()


@pytest.fixture
def drafts(tmp_path, monkeypatch):
    """The folder in which windows keep their drafts, instead of the user's."""
    for module in ("draft_keeper", "draft_offers"):
        monkeypatch.setattr(f"oltp_plugin.gui.{module}.folder", lambda: tmp_path / "drafts")
    return tmp_path / "drafts"


@pytest.fixture
def agreed(town_observatory, tmp_path):
    """Record an agreement, of the municipal police at first; returns the town's observatory."""

    def run(partner="PM", reference="C-2026-7", **clauses):
        file = tmp_path / "agreement.json"
        file.write_text(json.dumps({"partner": partner, "reference": reference, **clauses}))
        parameters = {"OBSERVATORY": str(town_observatory), "INPUT": str(file)}
        processing.run("oltp:setagreement", parameters)
        return town_observatory

    return run
