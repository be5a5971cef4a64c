"""From the plugin's windows to the user: one line in the message bar, the rest in the log."""

from __future__ import annotations

import traceback
from html import escape
from pathlib import Path

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtWidgets import QPushButton

from oltp_plugin.errors import LayerError, OltpError
from oltp_plugin.translation import sentence, tr

TAG = "OLTP"
SUCCESS = Qgis.MessageLevel.Success
WARNING = Qgis.MessageLevel.Warning
_offers: list = []  # messages with a button of ours


def show_error(bar, error: Exception | str) -> None:
    """Say in ``bar`` (a QgsMessageBar) what went wrong, and log it.

    ``error`` is an OltpError, a missing library, a sentence that is ready, or something
    unforeseen: then the log gets where it happened, never the values, which may be a partner's.
    """
    if isinstance(error, ModuleNotFoundError):
        error = LayerError("missing_library", name=error.name)
    if isinstance(error, OltpError):
        text, level = sentence(error), Qgis.MessageLevel.Warning
    elif isinstance(error, str):
        text, level = error, Qgis.MessageLevel.Warning
    else:
        text = tr("Something unforeseen happened. The OLTP tab of the log messages says where.")
        level = Qgis.MessageLevel.Critical
        log(_where(error), level)
    log(text, level)
    bar.pushMessage(TAG, plain(text), level=level, duration=0)


def show_done(bar, text: str) -> None:
    """Say in ``bar`` that something worked; it goes away by itself."""
    log(text, Qgis.MessageLevel.Info)
    bar.pushMessage(TAG, plain(text), level=Qgis.MessageLevel.Success, duration=6)


def show_remark(bar, text: str) -> None:
    """Say in ``bar`` what is worth knowing."""
    bar.pushMessage(plain(text))


def offer(bar, text: str, label: str, slot, level=Qgis.MessageLevel.Info):
    """Say in ``bar`` what could be done, with a button that does it; it stays until closed.

    Returns the message, for ``take_away``.
    """
    log(text, level)
    item = bar.createMessage(TAG, plain(text))
    button = QPushButton(label, item)
    button.clicked.connect(lambda: (bar.popWidget(item), slot()))
    item.layout().addWidget(button)
    _offers.append(bar.pushWidget(item, level))
    return item


def plain(text: str) -> str:
    """``text`` for QGIS's message bar, which takes a name or a “<” in it for markup."""
    return escape(text, quote=False)


def take_away(bar, item) -> None:
    """Close a message, unless it is closed already."""
    if item in bar.items():
        bar.popWidget(item)


def take_offers_away(bar) -> None:
    """The plugin goes: nothing would answer to their buttons."""
    while _offers:
        take_away(bar, _offers.pop())


def log(text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
    QgsMessageLog.logMessage(text, TAG, level, notifyUser=False)


def _where(error: Exception) -> str:
    """The kind of ``error`` and the lines of code it went through, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([type(error).__name__, *lines])
