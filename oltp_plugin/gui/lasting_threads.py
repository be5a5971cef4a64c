"""QGIS's threads for work beside the window are kept, once there are some.

QGIS ends one that had nothing to do for half a minute. What it was the first to know of a
coordinate system goes with it, and the layers and transformations that use that system are left
with an empty one: from then on coordinates come out as they went in, and nothing says so. A file in
degrees would enter the observatory as so many metres.
"""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QThreadPool


def keep_threads() -> None:
    """For as long as QGIS runs: the layers stay when the plugin is unloaded."""
    pools = [QThreadPool.globalInstance()]
    manager = QgsApplication.taskManager()
    if hasattr(manager, "threadPool"):  # a newer QGIS gives tasks a pool of their own
        pools.append(manager.threadPool())
    for pool in pools:
        pool.setExpiryTimeout(-1)
