"""Files dropped on a widget, told to whoever wants them; the widget itself need not know."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QEvent, QObject, pyqtSignal


class DroppedFiles(QObject):
    """Lets files be dropped on ``widget``."""

    dropped = pyqtSignal(list)  # Paths

    def __init__(self, widget):
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _widget, event):  # noqa: N802 - Qt name
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        paths = files_of(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True


def files_of(data) -> list[Path]:
    """The files, not folders, among what is being dropped."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
