"""A QGIS with the provider registered, and a feedback that remembers what it was told."""

import gc

import pytest
from processing.core.Processing import Processing
from qgis.core import QgsApplication, QgsProcessingFeedback

from processing_algorithms.provider import OltpProvider


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
    """The oltp provider, registered for the whole session."""
    Processing.initialize()
    registered = OltpProvider()
    QgsApplication.processingRegistry().addProvider(registered)
    yield registered
    QgsApplication.processingRegistry().removeProvider(registered)
    # A layer that a failed test's traceback still holds must not be collected after QGIS has gone.
    gc.collect()
    gc.freeze()


@pytest.fixture
def feedback() -> RecordingFeedback:
    return RecordingFeedback()
