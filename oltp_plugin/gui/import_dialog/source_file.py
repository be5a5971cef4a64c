"""The partner's file after its import: it still holds what was left out, so it may be put away.

Never by itself: the analyst chooses, and a deletion is asked about once more.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QWidget

from oltp_plugin.gui.background import Background
from oltp_plugin.translation import tr

_SHAPEFILE = (".shp", ".shx", ".dbf", ".prj", ".cpg", ".qpj", ".sbn", ".sbx", ".qix", ".qmd")


class SourceFiles(QObject):
    """Moves or deletes imported files away from the main thread."""

    moved = pyqtSignal(dict)  # Path -> its new Path
    deleted = pyqtSignal(list)  # Paths
    failed = pyqtSignal(str)

    def __init__(self, window: QWidget):
        super().__init__(window)
        self._window = window
        self._background = Background(self._tell_failure, self)

    def ask_to_move(self, paths: list[Path]) -> None:
        folder = QFileDialog.getExistingDirectory(
            self._window, tr("Move to which folder?"), str(paths[0].parent)
        )
        if folder:
            self.move(paths, Path(folder))

    def move(self, paths: list[Path], folder: Path) -> None:
        """Move the files into ``folder``, where nothing of the same name is overwritten."""
        self._run(tr("Moving files"), lambda: _moved(paths, folder), self.moved.emit)

    def ask_to_delete(self, paths: list[Path]) -> None:
        names = "\n".join(path.name for path in paths)
        question = tr(
            "Delete for good, not into the recycle bin?\n\n{names}\n\nThe observatory keeps what "
            "was imported. The files still hold what was left out: columns that were not read, "
            "names, telephone numbers. To see a refused row again, you would have to ask for it."
        ).format(names=names)
        buttons = QMessageBox.StandardButton
        box = QMessageBox(
            QMessageBox.Icon.Question, tr("Delete the file"), question, parent=self._window
        )
        delete = box.addButton(tr("&Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(buttons.Cancel))
        box.exec()
        if box.clickedButton() is delete:
            self.delete(paths)

    def delete(self, paths: list[Path]) -> None:
        self._run(tr("Deleting files"), lambda: _deleted(paths), self.deleted.emit)

    def _run(self, title: str, function: Callable, then: Callable) -> None:
        self._background.run(title, function, then)

    def _tell_failure(self, error: Exception) -> None:
        name = Path(getattr(error, "filename", None) or "?").name
        if isinstance(error, FileExistsError):
            text = tr("The folder has a file {name} already: choose another folder.")
        else:
            text = tr("{name} could not be moved or deleted: is it open in another program?")
        self.failed.emit(text.format(name=name))


def reminder() -> str:
    """What the summary of an import says of the file."""
    return tr("The file itself still holds what was left out: move or delete it below.")


def _moved(paths: list[Path], folder: Path) -> dict[Path, Path]:
    where = {}
    for path in paths:
        parts = _parts(path)
        for part in parts:
            if (folder / part.name).exists():
                raise FileExistsError(17, "exists", part.name)
        for part in parts:
            shutil.move(str(part), str(folder / part.name))
        where[path] = folder / path.name
    return where


def _deleted(paths: list[Path]) -> list[Path]:
    for path in paths:
        for part in _parts(path):
            part.unlink()
    return paths


def _parts(path: Path) -> list[Path]:
    """The file, and of a shapefile those that belong to it."""
    if path.suffix.lower() != ".shp":
        return [path]
    beside = path.parent.glob(f"{_plain(path.stem)}.*")
    return sorted(each for each in beside if each.suffix.lower() in _SHAPEFILE)


def _plain(text: str) -> str:
    """A name for ``glob``, whose signs mean themselves."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in text)
