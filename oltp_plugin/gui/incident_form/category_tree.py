"""Choosing a category by typing: families over categories, the last ones used on top."""

from __future__ import annotations

import json
from collections.abc import Iterable

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem

from oltp_plugin.gui.checked import filter_tree, folded
from oltp_plugin.settings import GROUP
from oltp_plugin.translation import tr

_CODE = Qt.ItemDataRole.UserRole
_LAST = f"{GROUP}/last_categories"
_REMEMBERED = 6


class CategoryTree(QObject):
    """Drives the line and the tree: what is typed narrows the tree and chooses its first line."""

    changed = pyqtSignal()

    def __init__(self, line: QLineEdit, tree: QTreeWidget):
        super().__init__(tree)
        self._line, self._tree = line, tree
        self._all: list = []
        self._offered: set[str] = set()
        self._held = ""  # what the record has, in use or not
        self._labels: dict[str, str] = {}
        self._families: dict[str, str | None] = {}
        line.textEdited.connect(self._search)
        line.installEventFilter(self)
        tree.currentItemChanged.connect(lambda *_items: self.changed.emit())
        tree.itemActivated.connect(lambda item, _column: self._show(item))
        tree.itemClicked.connect(lambda item, _column: self._show(item))

    def fill(self, categories: Iterable, language: str) -> None:
        """List the observatory's ``categories`` (of a catalogue)."""
        self._all = list(categories)
        self._labels = {each.code: each.label(language) for each in self._all}
        self._families = {each.code: each.parent for each in self._all}
        self._offered = set(self._labels)
        self._list()

    def offer(self, day: str) -> None:
        """List what a record of ``day`` (ISO) may be, beside what it is."""
        chosen = self.code()
        offered = {each.code for each in self._all if each.is_valid_on(day)} | {chosen, self._held}
        if offered == self._offered:
            return
        self._offered = offered
        self._list()
        searched = self._line.text()
        if searched != self._labels.get(chosen):
            filter_tree(self._tree, searched)
        blocked = self._tree.blockSignals(True)
        self._tree.setCurrentItem(self._item(chosen) if chosen else None)
        self._tree.blockSignals(blocked)

    def code(self) -> str:
        """The chosen category; empty where none is."""
        item = self._tree.currentItem()
        return (item.data(0, _CODE) or "") if item is not None and not item.isHidden() else ""

    def choose(self, code: str) -> None:
        """Show ``code``, which the record has, as chosen; empty: none."""
        self._held = code
        self._offered = self._offered | {code}
        self._list()
        self._line.setText(self._labels.get(code, ""))
        item = self._item(code) if code else None
        self._tree.setCurrentItem(item)
        if item is None:
            self._tree.scrollToTop()
        else:
            self._tree.scrollToItem(item)

    def remember(self, code: str) -> None:
        """``code`` was used: it comes first from now on."""
        last = [code, *(each for each in _last() if each != code)][:_REMEMBERED]
        QgsSettings().setValue(_LAST, json.dumps(last))

    def eventFilter(self, watched, event):  # noqa: N802 - Qt name
        if event.type() == QEvent.Type.KeyPress and event.key() in (
            Qt.Key.Key_Down,
            Qt.Key.Key_Up,
        ):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        return super().eventFilter(watched, event)

    def _list(self) -> None:
        blocked = self._tree.blockSignals(True)
        self._tree.clear()
        last = [code for code in _last() if code in self._labels and code in self._offered]
        if last:
            recent = QTreeWidgetItem(self._tree, [tr("Last used")])
            recent.setFlags(recent.flags() & ~Qt.ItemFlag.ItemIsSelectable)
            for code in last:
                self._add(recent, code)
            recent.setExpanded(True)
        families: dict[str, QTreeWidgetItem] = {}
        needed = {self._families.get(code) for code in self._offered} | self._offered
        for code, family in self._families.items():
            if code not in needed:
                continue
            above = families.get(family or "")
            item = self._add(self._tree if above is None else above, code)
            if above is None:
                families[code] = item
        self._tree.setCurrentItem(None)
        self._tree.blockSignals(blocked)

    def _add(self, parent, code: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [self._labels[code]])
        item.setData(0, _CODE, code)
        return item

    def _search(self, text: str) -> None:
        filter_tree(self._tree, text)
        found = self._leaves() if text.strip() else []
        start = folded(text.strip())
        begins = [each for each in found if folded(each.text(0)).startswith(start)]
        self._tree.setCurrentItem(next(iter(begins or found), None))
        self.changed.emit()

    def _step(self, by: int) -> None:
        leaves = self._leaves()
        if not leaves:
            return
        current = self._tree.currentItem()
        place = leaves.index(current) + by if current in leaves else 0
        item = leaves[max(0, min(place, len(leaves) - 1))]
        self._tree.setCurrentItem(item)
        self._tree.scrollToItem(item)

    def _show(self, item: QTreeWidgetItem) -> None:
        if item.data(0, _CODE):
            self._line.setText(item.text(0))

    def _leaves(self) -> list[QTreeWidgetItem]:
        """What can be chosen and is not hidden, from top to bottom."""
        found = []
        for row in range(self._tree.topLevelItemCount()):
            family = self._tree.topLevelItem(row)
            if family.isHidden():
                continue
            if family.data(0, _CODE) and not family.childCount():
                found.append(family)
            children = (family.child(each) for each in range(family.childCount()))
            found += [each for each in children if not each.isHidden()]
        return found

    def _item(self, code: str) -> QTreeWidgetItem | None:
        tops = [self._tree.topLevelItem(row) for row in range(self._tree.topLevelItemCount())]
        for item in [*tops, *(top.child(each) for top in tops for each in range(top.childCount()))]:
            if item.data(0, _CODE) == code:
                return item
        return None


def _last() -> list[str]:
    try:
        stored = json.loads(QgsSettings().value(_LAST, "[]", type=str))
    except ValueError:
        return []
    return [each for each in stored if isinstance(each, str)] if isinstance(stored, list) else []
