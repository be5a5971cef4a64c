"""A file's or folder's name that is typed: nothing is said of it before it is typed to its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.gui import QgsFileWidget

from oltp_plugin.translation import tr


def path_in(widget: QgsFileWidget) -> Path | None:
    """What stands in ``widget``, without the quotation marks that Windows copies with a name."""
    text = widget.filePath().strip().strip('"').strip()
    return Path(text) if text else None


def when_typed(widget: QgsFileWidget, told: Callable[[], None]) -> None:
    """Call ``told()`` once the user leaves the name or presses Return."""

    def end() -> None:
        widget.lineEdit().setModified(False)
        told()

    widget.lineEdit().editingFinished.connect(end)


def is_being_typed(widget: QgsFileWidget) -> bool:
    """Whether ``when_typed`` is still to call; a name that was browsed for is not typed."""
    return bool(widget.lineEdit().isModified())


def no_file(path: Path) -> str:
    """Why ``path`` cannot be read, and what to do; empty where a file is there."""
    if _found(path.is_file):
        return ""
    if _found(path.is_dir):
        return tr("This is a folder: choose a file in it.")
    if _found(path.parent.is_dir):
        return tr("The folder holds no file of this name: check the name, or browse for the file.")
    return tr("The folder cannot be found: check its name, or browse for the file.")


def no_folder(path: Path | None) -> str:
    """Why nothing can be written into ``path``, and what to do; empty where it is a folder."""
    if path is None:
        return tr("Choose a folder first.")
    if _found(path.is_dir):
        return ""
    return tr("There is no such folder: choose another.")


def _found(test: Callable[[], bool]) -> bool:
    try:
        return test()
    except OSError:  # too long for a name, or in a folder that may not be looked into
        return False
