"""Text that stays inside its box: shrunk where it may shrink, broken where it must break."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QFont, QFontMetricsF

MM_PER_POINT = 25.4 / 72
_PIXELS_PER_MM = 20  # fine enough that hinting does not move a line break
_LEADING = 1.06  # QGIS sets lines a little wider apart than Qt
_WIDENING = 1.03  # and rounds the size of its letters to a tenth of a millimetre
_SMALLEST = 0.55  # of the template's size
_LEGIBLE = 6.0  # points: so far large letters may shrink further


def fitting(font: QFont, text: str, width: float, height: float) -> tuple[QFont, bool]:
    """``font``, made smaller until ``text`` fits ``width`` × ``height`` mm, and whether it does."""
    fitted = QFont(font)
    size = font.pointSizeF()
    smallest = min(_SMALLEST * size, _LEGIBLE)
    while _height(fitted, text, width) > height:
        size -= 0.25
        if size < smallest:
            return fitted, False
        fitted.setPointSizeF(size)
    return fitted, True


def broken(font: QFont, text: str, width: float) -> str:
    """``text`` with line breaks between words, so that each line is at most ``width`` mm wide."""
    metrics = _metrics(font)
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width * _PIXELS_PER_MM:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def text_width(font: QFont, text: str) -> float:
    """Of the widest line of ``text``, in mm."""
    metrics = _metrics(font)
    lines = text.split("\n")
    return max(metrics.horizontalAdvance(line) for line in lines) / _PIXELS_PER_MM


def _height(font: QFont, text: str, width: float) -> float:
    """Of ``text``, wrapped to ``width``, in mm."""
    box = QRectF(0, 0, width / _WIDENING * _PIXELS_PER_MM, 1e6)
    wrapped = _metrics(font).boundingRect(box, int(Qt.TextFlag.TextWordWrap), text)
    if wrapped.width() > box.width():
        return float("inf")  # one word is wider than the box
    return wrapped.height() * _LEADING / _PIXELS_PER_MM


def _metrics(font: QFont) -> QFontMetricsF:
    """Metrics of ``font`` on paper, whatever the screen's resolution."""
    paper = QFont(font)
    paper.setPixelSize(round(font.pointSizeF() * MM_PER_POINT * _PIXELS_PER_MM))
    return QFontMetricsF(paper)
