"""Waiting for what runs beside the main thread."""

import time

from qgis.core import QgsApplication


def wait(condition, seconds: float = 120) -> None:
    """Let QGIS work until ``condition()`` holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        QgsApplication.processEvents()
        time.sleep(0.005)
