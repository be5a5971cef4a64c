"""QGIS entry point.

QGIS imports this folder as one package; its code is the package ``oltp_plugin`` below.
Both are made one here, so that a module has the same name in QGIS, in the tests and for the tools.
"""

import sys
from pathlib import Path

_ROOT = Path(__file__).parent
__path__ = [str(_ROOT / "oltp_plugin"), str(_ROOT)]


def classFactory(iface):
    """Build the plugin for QGIS."""
    sys.modules.setdefault("oltp_plugin", sys.modules[__name__])  # whatever the folder is named

    from oltp_plugin.plugin import OltpPlugin
    from oltp_plugin.processing_algorithms.provider import OltpProvider

    return OltpPlugin(iface, OltpProvider)
