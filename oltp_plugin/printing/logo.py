"""The town's logo drawn on a page: a drawing stays vectors, a picture its own pixels."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass

from qgis.PyQt.QtCore import QByteArray, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

from oltp_plugin.printing.town import Town


@dataclass(frozen=True)
class Logo:
    """``content``: the file's bytes; ``drawing``: whether it is an SVG."""

    content: bytes
    drawing: bool

    def draw(self, painter: QPainter, room: QRectF) -> float:
        """As large as fits into ``room``, to the left and above; returns its width, 0 for none."""
        drawn = (
            QSvgRenderer(QByteArray(self.content))
            if self.drawing
            else QImage.fromData(QByteArray(self.content))
        )
        size = QSizeF(drawn.defaultSize() if self.drawing else drawn.size())
        if size.isEmpty():
            return 0.0
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(room.topLeft(), size)
        if self.drawing:
            drawn.render(painter, place)
        else:
            painter.drawImage(place, drawn)
        return place.width()


def logo_of(town: Town) -> Logo | None:
    """What the town's settings say; None where there is none that can be read."""
    if not town.logo:
        return None
    return Logo(b64decode(town.logo.partition(":")[2]), town.logo_is_drawing)
