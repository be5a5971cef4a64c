"""One page of a layout: a template's items, found by their id.

A document of several pages is one layout with a page a template, so that what a reader gets is
what an analyst can open in QGIS and edit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemPage,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QUuid
from qgis.PyQt.QtXml import QDomDocument

from oltp_plugin.errors import PrintError
from oltp_plugin.printing.fit import fitting

_UUID = re.compile(r"\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}")


@dataclass
class Page:
    """``items``: by id, those that have one; ``number``: from 0. ``overfull``: the ids of items
    whose content leaves their box, as far as it was written."""

    layout: QgsPrintLayout
    number: int
    items: dict[str, QgsLayoutItem]
    overfull: list[str] = field(default_factory=list)

    def item(self, name: str, kind: type):
        """The item of that id where it is of that ``kind``; else None."""
        found = self.items.get(name)
        return found if isinstance(found, kind) else None

    def write(self, name: str, text: str) -> None:
        """Put ``text`` into a label, in smaller letters where it is long."""
        label = self.item(name, QgsLayoutItemLabel)
        if label is None:
            return
        width, height = label.rect().width(), label.rect().height()
        font, fits = fitting(label.font(), text, width, height)
        label.setFont(font)
        marked_up = label.mode() == QgsLayoutItemLabel.Mode.ModeHtml  # a town's own template
        label.setText(as_written(escape(text) if marked_up else text))
        if not fits:
            self.overfull.append(name)

    def remove(self, name: str) -> None:
        """Take an item off the page."""
        found = self.items.pop(name, None)
        if found is not None:
            self.layout.removeLayoutItem(found)


def as_written(text: str) -> str:
    """``text`` for a layout, where "[%" starts an expression: it may print what no page should
    say."""
    return text.replace("[%", "[ %")


def first_page(template: Path, project: QgsProject) -> Page:
    """The page of a new layout of ``project``, from a .qpt.

    Raises ``PrintError``: "unreadable_template" (not there, not XML, not a layout).
    """
    layout = QgsPrintLayout(project)
    document = _parsed(_text(template), template)
    _, loaded = layout.loadFromTemplate(document, QgsReadWriteContext())
    if not loaded or layout.pageCollection().pageCount() == 0:
        raise PrintError("unreadable_template", file=template.name)
    layout.setName(template.stem)
    return Page(layout, 0, _by_id(layout.items()))


def add_page(layout: QgsPrintLayout, template: Path) -> Page:
    """One page more at the end of ``layout``, with the items of ``template``'s first page.

    Raises ``PrintError`` "unreadable_template".
    """
    known: dict[str, str] = {}

    def renamed(match: re.Match) -> str:
        return known.setdefault(match.group(), QUuid.createUuid().toString())

    # Items, and the frames of their tables, find each other by uuid: each page has its own.
    document = _parsed(_UUID.sub(renamed, _text(template)), template)
    root, context = document.documentElement(), QgsReadWriteContext()
    pages = layout.pageCollection()
    page = QgsLayoutItemPage(layout)
    sheet = root.firstChildElement("PageCollection").firstChildElement("LayoutItem")
    if not page.readXml(sheet, document, context):
        raise PrintError("unreadable_template", file=template.name)
    pages.addPage(page)
    number = pages.pageCount() - 1
    items = layout.addItemsFromXml(root, document, context)
    for item in items:
        item.attemptMoveBy(0, page.pos().y())
    return Page(layout, number, _by_id(items))


def _by_id(items) -> dict[str, QgsLayoutItem]:
    return {item.id(): item for item in items if isinstance(item, QgsLayoutItem) and item.id()}


def _text(template: Path) -> str:
    try:
        return template.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PrintError("unreadable_template", file=template.name) from error


def _parsed(text: str, template: Path) -> QDomDocument:
    document = QDomDocument()
    readable = document.setContent(text)
    # PyQt returns the success alone, or first in a tuple with the parser's message.
    if not (readable[0] if isinstance(readable, tuple) else readable):
        raise PrintError("unreadable_template", file=template.name)
    return document
