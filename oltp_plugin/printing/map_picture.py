"""A small map on a page of text: layers as an image, names and scale bar over it as vectors.

Always pixels, so that no place can be read back from the drawing; no layout, so that any thread
may draw it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsMapLayer,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QTransform

from oltp_plugin.printing.map_item import metres_across, round_length
from oltp_plugin.printing.sheet import MM, WIDTH, elided, font

_DPI = 300
_MARGIN = 1.05
_NAME = 34  # millimetres of a territory's name
_SMALLEST = 400.0  # metres across


@dataclass(frozen=True)
class Name:
    """A territory's name and where it stands, in the map's coordinates."""

    text: str
    x: float
    y: float


class MapPicture:
    """A block: the map of ``extent``, in ``crs``, ``high`` millimetres high, as wide as the page.

    ``shown``: the extent that it came to have; ``metres``: how wide that is on the ground.
    """

    def __init__(
        self,
        layers: Sequence[QgsMapLayer],
        crs: QgsCoordinateReferenceSystem,
        extent: QgsRectangle,
        high: float,
        names: Sequence[Name] = (),
        context: QgsCoordinateTransformContext | None = None,
    ):
        self._names, self._high = names, high
        around = QgsRectangle(extent)
        around.scale(_MARGIN)
        if max(around.width(), around.height()) < _SMALLEST:
            around.grow(_SMALLEST / 2)
        # At once: a layer that outlives the algorithm in a page would be deleted after QGIS.
        context = context or QgsCoordinateTransformContext()
        self._image, self.shown = _rendered(layers, crs, around, high, context)
        self.metres = metres_across(self.shown, crs, context)

    def height(self, width, points):
        return self._high

    def draw(self, painter: QPainter, place: QRectF, points: float) -> None:
        shown = self.shown
        painter.save()
        painter.drawImage(place, self._image)
        painter.setPen(QPen(QColor("#9aa5b1"), 0.7))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        painter.setClipRect(place)
        taken: list[QRectF] = []
        for name in self._names:
            x = place.left() + (name.x - shown.xMinimum()) / shown.width() * place.width()
            y = place.top() + (shown.yMaximum() - name.y) / shown.height() * place.height()
            if place.adjusted(0, 4 * MM, 0, -4 * MM).contains(QPointF(x, y)):
                _halo_text(painter, name.text, QPointF(x, y), place, taken)
        _scale_bar(painter, place, self.metres)
        painter.restore()


def _rendered(layers, crs, extent, high, context) -> tuple[QImage, QgsRectangle]:
    """The image, and the extent that it shows."""
    size = QSize(*(round(each / 25.4 * _DPI) for each in (WIDTH, high)))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    settings = QgsMapSettings()
    settings.setLayers(list(layers))
    settings.setDestinationCrs(crs)
    settings.setTransformContext(context)
    settings.setOutputSize(size)
    settings.setOutputDpi(_DPI)
    settings.setExtent(extent)
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    painter.end()
    return image, settings.visibleExtent()


def _halo_text(
    painter: QPainter, text: str, middle: QPointF, place: QRectF, taken: list[QRectF]
) -> None:
    """Letters with a white edge, inside the map and beside the names that stand there."""
    written = font(7, bold=True)
    text = elided(text, written, _NAME * MM, painter)
    metrics = QFontMetricsF(written, painter.device())
    width = metrics.horizontalAdvance(text)
    left = min(max(middle.x() - width / 2, place.left() + 3), place.right() - width - 3)
    own = QRectF(left, middle.y() - metrics.ascent(), width, metrics.height())
    if any(own.intersects(each) for each in taken):
        return
    taken.append(own)
    edge = QPainterPath()
    edge.addText(QPointF(0, 0), written, text)
    # A path's letters are the screen's, the page has its own.
    wider = width / max(QFontMetricsF(written).horizontalAdvance(text), 1.0)
    edge = QTransform.fromScale(wider, wider).map(edge).translated(left, middle.y())
    painter.setPen(QPen(QColor(255, 255, 255, 210), 2.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(edge)
    painter.setFont(written)
    painter.setPen(QColor("#22303c"))
    painter.drawText(QPointF(left, middle.y()), text)


def _scale_bar(painter: QPainter, place: QRectF, metres: float) -> None:
    """1, 2 or 5 × 10ⁿ metres, below on the left."""
    length = round_length(metres / 4)
    wide = length / metres * place.width()
    left, base = place.left() + 3 * MM, place.bottom() - 3 * MM
    said = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 255, 255, 200))
    painter.drawRect(QRectF(left - 4, base - 4.2 * MM, wide + 8, 5.4 * MM))
    painter.setPen(QPen(QColor("#22303c"), 1.2))
    painter.drawLine(QPointF(left, base), QPointF(left + wide, base))
    for x in (left, left + wide):
        painter.drawLine(QPointF(x, base - 3), QPointF(x, base))
    painter.setFont(font(6.5))
    top = QRectF(left, base - 4 * MM, wide, 3.4 * MM)
    painter.drawText(top, int(Qt.AlignmentFlag.AlignCenter), said)
