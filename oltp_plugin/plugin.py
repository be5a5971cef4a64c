"""The plugin as QGIS sees it: a provider, and a window's worth of actions. Nothing else."""

import sys

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from oltp_plugin.translation import install_translator


class OltpPlugin:
    """Adds the Processing provider, and in QGIS Desktop the menu, the toolbar and the dock.

    ``iface`` is None in ``qgis_process``, which calls ``initProcessing`` only.
    ``provider_class`` is injected, because dependencies point from the algorithms to here.
    """

    def __init__(self, iface, provider_class):
        self._iface = iface
        self._provider_class = provider_class
        self._provider = None
        self._workbench = None
        self._translator = install_translator()

    def initProcessing(self):
        self._provider = self._provider_class()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self):
        from oltp_plugin.gui.lasting_threads import keep_threads
        from oltp_plugin.gui.workbench import Workbench

        keep_threads()
        self.initProcessing()
        self._workbench = Workbench(self._iface)

    def unload(self):
        if self._workbench is not None:
            self._workbench.remove()
            self._workbench = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        _forget_modules()


def _forget_modules() -> None:
    """QGIS forgets modules by the folder's name; under another name ours would stay."""
    for name in [name for name in sys.modules if name.split(".")[0] == "oltp_plugin"]:
        del sys.modules[name]
