"""The templates in layouts/, measured out here so that all of them look alike.

``.venv/bin/python scripts/layouts.py`` writes them again; each opens in QGIS alone. Millimetres.
"""

from __future__ import annotations

import os
import re
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path

os.environ["QT_HASH_SEED"] = "0"  # the order of XML attributes
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont

LAYOUTS = Path(__file__).resolve().parents[1] / "layouts"
INK, GREY, RULE, COLOUR = QColor("#1c2430"), QColor("#50585f"), QColor("#b4bac0"), QColor("#1c3f5e")
NORTH = (
    "base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyMCAzMCI+PHBhdGgg"
    "ZD0iTTEwIDkgTDE3IDI5IEwxMCAyNC41IFoiIGZpbGw9IiMxYzI0MzAiIHN0cm9rZT0iIzFjMjQzMCIgc3Ryb2tlLXdpZHRo"
    "PSIuOCIvPjxwYXRoIGQ9Ik0xMCA5IEwzIDI5IEwxMCAyNC41IFoiIGZpbGw9IiNmZmZmZmYiIHN0cm9rZT0iIzFjMjQzMCIg"
    "c3Ryb2tlLXdpZHRoPSIuOCIvPjxwYXRoIGQ9Ik03LjkgNi42IFYxIEwxMi4xIDYuNiBWMSIgZmlsbD0ibm9uZSIgc3Ryb2tl"
    "PSIjMWMyNDMwIiBzdHJva2Utd2lkdGg9IjEuMyIvPjwvc3ZnPg=="
)
BLANK = "base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyIDIiLz4="
CONTENTS = ("", "_two_periods", "_table", "_chart", "_locator", "_further")


@dataclass(frozen=True)
class Paper:
    """``scale``: of letters and bands, 1 for A4."""

    name: str
    width: float
    height: float
    margin: float
    scale: float

    @property
    def landscape(self) -> bool:
        return self.width > self.height


PAPERS = (
    Paper("a4_landscape", 297, 210, 10, 1.0),
    Paper("a4_portrait", 210, 297, 10, 1.0),
    Paper("a3_landscape", 420, 297, 13, 1.3),
    Paper("a3_portrait", 297, 420, 13, 1.3),
)


class Template:
    """One page; every item has an id by which the plugin finds it."""

    def __init__(self, paper: Paper, content: str):
        self.paper, self.content = paper, content
        self.project = QgsProject()
        self.layout = QgsPrintLayout(self.project)
        self.layout.setName(f"{paper.name}{content}".replace("_", " ").replace("a", "A", 1))
        self.layout.setUnits(QgsUnitTypes.LayoutUnit.LayoutMillimeters)
        self.layout.renderContext().setDpi(300)
        page = QgsLayoutItemPage(self.layout)
        page.setPageSize(QgsLayoutSize(paper.width, paper.height))
        self.layout.pageCollection().addPage(page)

    def mm(self, a4: float) -> float:
        return a4 * self.paper.scale

    def build(self) -> None:
        paper, mm = self.paper, self.mm
        left, width = paper.margin, paper.width - 2 * paper.margin
        side = mm(66)  # the column of legend and notes
        top = self._head(left, width, side if paper.landscape else mm(50))
        foot = paper.height - paper.margin - mm(16)
        self._foot(left, width, side, foot)
        if self.content == "_further":  # where a table goes on
            self.table(QRectF(left, top, width, foot - mm(3) - top))
        elif paper.landscape:
            body = QRectF(left, top, width - side - mm(6), foot - mm(3) - top)
            column = QRectF(left + width - side, top, side, foot - mm(3) - top)
            self._column(column)
            self._body(body)
        else:
            block = foot - mm(3) - mm(62)
            self._block(QRectF(left, block, width, mm(62)), side)
            self._body(QRectF(left, top, width, block - mm(3) - top))

    # head and foot

    def _head(self, left: float, width: float, side: float) -> float:
        """``side``: of the diffusion mark. A narrow page gives its title a line more."""
        mm, words = self.mm, width - side - self.mm(6)
        more = 0 if self.paper.landscape else mm(4)
        y = self.paper.margin - mm(2)
        logo = mm(17) if self.paper.landscape else mm(15)
        self.picture("logo", QRectF(left, y, logo, mm(18)), BLANK)
        self.label("town", QRectF(left, y, words, mm(4)), 8, COLOUR, bold=True)
        box = QRectF(left, y + mm(4), words, mm(9.4) + more)
        self.label("title", box, 19, INK, bold=True, middle=True, text="[% @layout_name %]")
        box = QRectF(left, y + mm(13.6) + more, words, mm(5.2))
        self.label("subtitle", box, 10.5, GREY)
        right = left + width - side
        mark = self.label(
            "diffusion",
            QRectF(right, y + mm(1), side, mm(8)),
            11,
            QColor("white"),
            bold=True,
            middle=True,
            text="INTERNAL USE",
        )
        mark.setHAlign(Qt.AlignmentFlag.AlignHCenter)
        mark.setBackgroundEnabled(True)
        mark.setBackgroundColor(INK)
        self.label("diffusion note", QRectF(right, y + mm(10), side, mm(8.5) + more), 7.5, GREY)
        self.bar("rule", QRectF(left, y + mm(19.5) + more, width, mm(0.6)), COLOUR)
        return y + mm(22) + more

    def _foot(self, left: float, width: float, side: float, top: float) -> None:
        mm, words = self.mm, width - side - self.mm(6)
        right = left + width - side
        self.label("sources", QRectF(left, top, words, mm(7.5)), 7.5, GREY)
        self.label("run card", QRectF(left, top + mm(8), words, mm(8)), 6.5, GREY)
        made = "[% format_date(now(), 'd MMMM yyyy') %]"
        self.label("made", QRectF(right, top, side, mm(3.6)), 7.5, GREY, text=made)
        crs = "[% item_variables('map')['map_crs_description'] %]"
        self.label("crs", QRectF(right, top + mm(3.7), side, mm(6.5)), 7.5, GREY, text=crs)
        page = "[% @layout_page %] / [% @layout_numpages %]"
        number = self.label(
            "page", QRectF(right, top + mm(12), side, mm(4)), 7.5, INK, bold=True, text=page
        )
        number.setHAlign(Qt.AlignmentFlag.AlignRight)

    # what explains the map

    def _column(self, box: QRectF) -> None:
        """Beside the map: legend, locator, counts, scale, from top to bottom."""
        mm, x, width = self.mm, box.x(), box.width()
        locator = mm(42) if self.content == "_locator" else 0
        scale = box.bottom() - mm(12)
        warning = scale - mm(12)
        records = warning - mm(25)
        self.legend(QRectF(x, box.y(), width, records - mm(3) - locator - box.y()), 1)
        if locator:
            self.locator(QRectF(x, records - locator, width, locator - mm(4)))
        self.bar("records rule", QRectF(x, records - mm(2), width, mm(0.3)), RULE)
        self.label("records", QRectF(x, records, width, mm(24.5)), 8, INK)
        self.label("warning", QRectF(x, warning, width, mm(9.5)), 8, INK, bold=True)
        self.bar("scale rule", QRectF(x, scale - mm(1.5), width, mm(0.3)), RULE)
        self.scale_bar(QRectF(x, scale, width - mm(12), mm(11)))
        self.picture("north arrow", QRectF(x + width - mm(9), scale, mm(8), mm(12)), NORTH)

    def _block(self, box: QRectF, side: float) -> None:
        """Below the map: the legend on the left, the rest on the right."""
        mm, x, y = self.mm, box.x(), box.y()
        right = box.right() - side
        words = right - mm(6) - x
        if self.content == "_locator":
            self.locator(QRectF(right - mm(6) - mm(44), y, mm(44), mm(44)))
            words -= mm(47)
        self.legend(QRectF(x, y, words, box.height()), 1 if self.content == "_locator" else 2)
        self.label("records", QRectF(right, y, side, mm(32)), 8, INK)
        self.label("warning", QRectF(right, y + mm(33), side, mm(10)), 8, INK, bold=True)
        self.bar("scale rule", QRectF(right, y + mm(47), side, mm(0.3)), RULE)
        self.scale_bar(QRectF(right, y + mm(49), side - mm(12), mm(11)))
        self.picture("north arrow", QRectF(right + side - mm(9), y + mm(49), mm(8), mm(12)), NORTH)

    # the map, and what stands with it

    def _body(self, box: QRectF) -> None:
        mm, gap = self.mm, self.mm(3)
        x, y, width, height = box.x(), box.y(), box.width(), box.height()
        if self.content == "_two_periods":
            half, words = (width - gap) / 2, mm(5.5)
            for suffix, start in (("", x), (" 2", x + half + gap)):
                self.label(f"caption{suffix}", QRectF(start, y, half, words), 9, INK, bold=True)
                self.map_item(f"map{suffix}", QRectF(start, y + words, half, height - words))
        elif self.content == "_table" and self.paper.landscape:
            table = 0.42 * width
            self.map_item("map", QRectF(x, y, width - table - gap, height))
            self.table(QRectF(x + width - table, y, table, height))
        elif self.content in ("_table", "_chart"):
            part = (0.32 if self.paper.landscape else 0.38) * height
            self.map_item("map", QRectF(x, y, width, height - part - gap))
            lower = QRectF(x, y + height - part, width, part)
            if self.content == "_table":
                self.table(lower)
            else:
                self.picture("chart", lower, BLANK)
        else:
            self.map_item("map", box)

    # items

    def place(self, item, name: str, box: QRectF):
        item.setId(name)
        self.layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(round(box.x(), 2), round(box.y(), 2)))
        item.attemptResize(QgsLayoutSize(round(box.width(), 2), round(box.height(), 2)))
        return item

    def label(self, name, box, points, colour, bold=False, middle=False, text=""):
        item = self.place(QgsLayoutItemLabel(self.layout), name, box)
        item.setFont(self.font(points, bold))
        item.setFontColor(colour)
        item.setMarginX(0)
        item.setMarginY(0)
        item.setHAlign(Qt.AlignmentFlag.AlignLeft)
        item.setVAlign(Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop)
        item.setText(text)
        return item

    def font(self, points: float, bold: bool = False) -> QFont:
        font = QFont("Arial")
        font.setPointSizeF(round(points * (1 + 0.8 * (self.paper.scale - 1)), 1))
        font.setBold(bold)
        return font

    def bar(self, name: str, box: QRectF, colour: QColor) -> None:
        item = self.place(QgsLayoutItemShape(self.layout), name, box)
        item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        symbol = {"color": colour.name(), "outline_style": "no"}
        item.setSymbol(QgsFillSymbol.createSimple(symbol))

    def picture(self, name: str, box: QRectF, path: str) -> None:
        item = self.place(QgsLayoutItemPicture(self.layout), name, box)
        item.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
        item.setPicturePath(path, QgsLayoutItemPicture.Format.FormatSVG)
        item.refreshPicture()

    def map_item(self, name: str, box: QRectF) -> None:
        item = self.place(QgsLayoutItemMap(self.layout), name, box)
        self.framed(item)
        if name == "map":
            for each in self.linked:
                each.setLinkedMap(item)

    def locator(self, box: QRectF) -> None:
        item = self.place(QgsLayoutItemMap(self.layout), "locator", box)
        self.framed(item)

    def framed(self, item) -> None:
        # Something to measure: a scale bar without it is saved with no size.
        item.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
        right, top = 700_000 + 20 * item.rect().width(), 6_600_000 + 20 * item.rect().height()
        item.setExtent(QgsRectangle(700_000, 6_600_000, right, top))
        item.setBackgroundColor(QColor("white"))
        item.setFrameEnabled(True)
        item.setFrameStrokeWidth(QgsLayoutMeasurement(0.25))
        item.setFrameStrokeColor(GREY)

    def legend(self, box: QRectF, columns: int) -> None:
        item = self.place(QgsLayoutItemLegend(self.layout), "legend", box)
        item.setResizeToContents(False)
        item.setTitle("Legend")
        item.setColumnCount(columns)
        item.setColumnSpace(6)
        item.setSplitLayer(columns > 1)
        item.setBoxSpace(0)
        item.setLineSpacing(0.8)
        item.setSymbolWidth(self.mm(6.5))
        item.setSymbolHeight(self.mm(3.6))
        item.setWrapString("\n")
        item.setFontColor(INK)
        item.setBackgroundEnabled(False)
        for style, points, bold in (
            (QgsLegendStyle.Style.Title, 10, True),
            (QgsLegendStyle.Style.Group, 9, True),
            (QgsLegendStyle.Style.Subgroup, 8.5, True),
            (QgsLegendStyle.Style.SymbolLabel, 8.5, False),
        ):
            item.setStyleFont(style, self.font(points, bold))
        self.linked = [item]

    def scale_bar(self, box: QRectF) -> None:
        item = self.place(QgsLayoutItemScaleBar(self.layout), "scale bar", box)
        item.setStyle("Single Box")
        item.setUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
        item.setUnitLabel("m")
        item.setUnitsPerSegment(500)
        item.setNumberOfSegments(2)
        item.setNumberOfSegmentsLeft(0)
        item.setHeight(self.mm(1.7))
        item.setFont(self.font(8))
        item.setFontColor(INK)
        item.setFillColor(INK)
        item.setLineColor(INK)
        item.setLineWidth(0.2)
        item.setBoxContentSpace(0)
        self.linked.append(item)

    def table(self, box: QRectF) -> None:
        table = QgsLayoutItemManualTable.create(self.layout)
        self.layout.addMultiFrame(table)
        words, head = QgsTextFormat(), QgsTextFormat()
        for each, bold in ((words, False), (head, True)):
            font = self.font(8, bold)
            each.setFont(font)
            each.setSize(font.pointSizeF())
            each.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
            each.setColor(INK)
        table.setContentTextFormat(words)
        table.setHeaderTextFormat(head)
        table.setCellMargin(self.mm(0.9))
        table.setGridStrokeWidth(0.15)
        table.setGridColor(RULE)
        table.setVerticalGrid(False)
        table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
        frame = QgsLayoutFrame(self.layout, table)
        frame.setId("table")
        frame.attemptMove(QgsLayoutPoint(box.x(), box.y()))
        frame.attemptResize(QgsLayoutSize(box.width(), box.height()))
        table.addFrame(frame)

    def save(self, file: Path) -> None:
        context = QgsReadWriteContext()
        self.layout.saveAsTemplate(str(file), context)
        text, known = file.read_text(encoding="utf-8"), {}

        def named(match) -> str:
            place = known.setdefault(match.group(), len(known))
            return f"{{{uuid.uuid5(uuid.NAMESPACE_OID, file.stem + str(place))}}}"

        text = re.sub(r"\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}", named, text)
        file.write_text(text, encoding="utf-8")


def main() -> None:
    for paper in PAPERS:
        for content in CONTENTS:
            template = Template(paper, content)
            template.build()
            template.save(LAYOUTS / f"{paper.name}{content}.qpt")


if __name__ == "__main__":
    if sys.flags.hash_randomization and os.environ.get("OLTP_SEEDED") != "1":
        os.environ["OLTP_SEEDED"] = "1"  # Qt reads its seed when it starts
        os.execv(sys.executable, [sys.executable, *sys.argv])
    application = QgsApplication([], True)
    application.initQgis()
    main()
    application.exitQgis()
