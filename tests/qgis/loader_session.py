"""Runs inside QGIS (``qgis --code``): load, start, reload with changed code, unload; note all.

The environment says which plugin folder (``OLTP_FOLDER``) and where the notes go (``OLTP_NOTES``).
"""

import json
import os
import sys
import traceback
from pathlib import Path

from qgis import utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QMenu, QToolBar

FOLDER = Path(os.environ["OLTP_FOLDER"])
NAME = FOLDER.name
HEAVY = ("pandas", "scipy", "shapely", "matplotlib")


def traces() -> dict:
    """What a plugin can leave in a QGIS session."""
    window = utils.iface.mainWindow()
    return {
        "modules": sorted(m for m in sys.modules if m.split(".")[0] in ("oltp_plugin", NAME)),
        "providers": sorted(p.id() for p in QgsApplication.processingRegistry().providers()),
        "widgets": sorted(
            f"{type(widget).__name__} {widget.objectName()}"
            for kind in (QDockWidget, QToolBar, QMenu)
            for widget in window.findChildren(kind)
        ),
        "translated": QCoreApplication.translate("@default", "Hot spots"),
    }


def settle() -> None:
    """Let deleteLater() do its work."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def fail(kind, value, trace, message, *_, **__) -> None:
    """In place of QGIS's error dialog, which would wait for a click."""
    raise RuntimeError(message) from value


def session() -> dict:
    notes = {}
    utils.showException = fail
    utils.updateAvailablePlugins()
    imported = set(sys.modules)
    notes["before"] = traces()
    notes["loaded"] = utils.loadPlugin(NAME)
    notes["started"] = utils.startPlugin(NAME)
    settle()
    provider = QgsApplication.processingRegistry().providerById("oltp")
    notes["algorithms"] = [algorithm.name() for algorithm in provider.algorithms()]
    notes["heavy"] = sorted(set(HEAVY) & (set(sys.modules) - imported))
    notes["during"] = traces()

    with (FOLDER / "oltp_plugin" / "paths.py").open("a") as code:
        code.write("\nCHANGED = True\n")
    notes["reloaded"] = utils.reloadPlugin(NAME)
    settle()
    notes["new_code_runs"] = hasattr(sys.modules["oltp_plugin.paths"], "CHANGED")
    notes["after_reload"] = traces()

    notes["unloaded"] = utils.unloadPlugin(NAME)
    settle()
    notes["after"] = traces()
    return notes


def run() -> None:
    try:
        notes = session()
    except Exception:
        notes = {"error": traceback.format_exc()}
    Path(os.environ["OLTP_NOTES"]).write_text(json.dumps(notes))
    os._exit(0)


QTimer.singleShot(0, run)
