"""QGIS without windows, for the benchmarks."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROCESSING = "/usr/share/qgis/python/plugins"
_kept_alive = []


def start() -> str:
    """With Processing and the provider; its version."""
    from qgis.core import Qgis, QgsApplication

    sys.path[:0] = [str(ROOT), PROCESSING]
    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    from processing_algorithms.provider import OltpProvider

    Processing.initialize()
    provider = OltpProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    _kept_alive.extend((application, provider))
    return Qgis.version().split("-")[0]
