"""The town on its pages: name, logo and colour, set once in the plugin's settings."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsLayoutItemLabel, QgsLayoutItemPicture, QgsLayoutItemShape
from qgis.PyQt.QtCore import QByteArray
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtSvg import QSvgRenderer

from oltp_plugin import settings
from oltp_plugin.printing.page import Page

_GAP = 3.0  # millimetres between the logo and the words
_BESIDE_THE_LOGO = ("town", "title", "subtitle")


@dataclass(frozen=True)
class Town:
    """``logo``: as QGIS keeps a picture inside a layout ("base64:…"), empty for none."""

    name: str = ""
    colour: str = settings.TOWN_COLOUR
    logo: str = ""
    logo_is_drawing: bool = False


def town() -> Town:
    """What the settings say; a logo that cannot be read is none."""
    stored = settings.load()
    file = Path(stored.town_logo)
    colour = stored.town_colour if QColor(stored.town_colour).isValid() else settings.TOWN_COLOUR
    drawing = file.suffix.lower() == ".svg"
    logo = embedded(file) if stored.town_logo else ""
    return Town(stored.town_name, colour, logo if _is_picture(logo, drawing) else "", drawing)


def _is_picture(content: str, drawing: bool) -> bool:
    """Whether ``content``, as ``embedded`` gives it, can be drawn."""
    picture = QByteArray(b64decode(content.partition(":")[2]))
    return QSvgRenderer(picture).isValid() if drawing else not QImage.fromData(picture).isNull()


def embedded(picture: Path | bytes) -> str:
    """A picture, or its bytes, as text that a layout carries with it; empty if unreadable."""
    try:
        content = picture if isinstance(picture, bytes) else picture.read_bytes()
    except OSError:
        return ""
    return "base64:" + b64encode(content).decode()


def dress(page: Page, own: Town) -> None:
    """Put the town's name, logo and colour on the page."""
    page.write("town", own.name)
    colour = QColor(own.colour)
    label = page.item("town", QgsLayoutItemLabel)
    if label is not None:
        label.setFontColor(colour)
    rule = page.item("rule", QgsLayoutItemShape)
    if rule is not None:
        symbol = rule.symbol().clone()
        symbol.setColor(colour)
        rule.setSymbol(symbol)
    logo = page.item("logo", QgsLayoutItemPicture)
    if logo is None:
        return
    if not own.logo:
        page.remove("logo")
        return
    put_picture(logo, own.logo, own.logo_is_drawing)
    shift = logo.rect().width() + _GAP
    for name in _BESIDE_THE_LOGO:
        words = page.item(name, QgsLayoutItemLabel)
        if words is not None and words.pos().x() < logo.pos().x() + shift:
            words.attemptMoveBy(shift, 0)
            size = words.sizeWithUnits()
            size.setWidth(size.width() - shift)
            words.attemptResize(size)


def put_picture(item: QgsLayoutItemPicture, content: str, drawing: bool = True) -> None:
    """Show ``content`` (as ``embedded`` gives it), so that a reopened layout still shows it."""
    kind = QgsLayoutItemPicture.Format
    item.setPicturePath(content, kind.FormatSVG if drawing else kind.FormatRaster)
    item.refreshPicture()
