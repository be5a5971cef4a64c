"""A list to tick with its live counts: families over categories, levels over territories."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from qgis.PyQt.QtCore import QObject, QRect, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QTreeWidget,
    QTreeWidgetItem,
)

from oltp_plugin.gui.checked import folded
from oltp_plugin.gui.dock.charts import INK, INK_ON_DARK
from oltp_plugin.gui.plain import tip
from oltp_plugin.layers.filter_words import own_locale

_KEY = Qt.ItemDataRole.UserRole
_SHARE = Qt.ItemDataRole.UserRole + 1
_LABEL, _COUNT = range(2)
_COUNT_WIDE = 8  # figures: 1,000,000 without its margins
Branch = tuple  # (key or None, label, [(key, label), …])


class CountedTree(QObject):
    """Drives a QTreeWidget of the form and the line that searches it.

    Nothing ticked means everything. A branch with a key stands for all under it; one without is
    only a heading. A click on a count chooses that row alone, and again takes it back.
    """

    chosen = pyqtSignal(object)  # the keys, by the user

    def __init__(self, tree: QTreeWidget, search):
        super().__init__(tree)
        self._tree = tree
        self._items: dict[Hashable, QTreeWidgetItem] = {}
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_LABEL, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_COUNT, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(_COUNT, tree.fontMetrics().horizontalAdvance("0") * _COUNT_WIDE)
        tree.setIndentation(tree.fontMetrics().height())
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setWordWrap(True)
        header.sectionResized.connect(lambda *_column: tree.doItemsLayout())  # rows' heights anew
        tree.setItemDelegateForColumn(_LABEL, _NameDelegate(tree))
        tree.setItemDelegateForColumn(_COUNT, _BarDelegate(tree))
        tree.itemChanged.connect(self._ticked)
        tree.itemClicked.connect(self._clicked)
        search.textChanged.connect(self._search)

    def fill(self, branches: Iterable[Branch]) -> None:
        """Show other rows; what was open stays open."""
        opened = {key for key, item in self._items.items() if item.isExpanded()}
        self._tree.blockSignals(True)
        self._tree.clear()
        self._items = {}
        for key, label, leaves in branches:
            branch = self._item(self._tree, key if key is not None else ("", label), label)
            branch.setData(_LABEL, _KEY, key)
            for own, text in leaves:
                self._item(branch, own, text).setData(_LABEL, _KEY, own)
            branch.setExpanded((key if key is not None else ("", label)) in opened)
        self._tree.blockSignals(False)

    def show_chosen(self, keys: Iterable[Hashable]) -> None:
        """Tick what the filter names."""
        wanted = set(keys)
        self._tree.blockSignals(True)
        for item in self._items.values():
            if not item.childCount():
                self._tick(item, item.data(_LABEL, _KEY) in wanted)
        for item in self._items.values():
            if item.childCount() and item.data(_LABEL, _KEY) in wanted:
                self._tick_all(item, Qt.CheckState.Checked)
            elif item.childCount():
                self._sum_up(item)
        self._tree.blockSignals(False)
        self._tree.viewport().update()

    def show_counts(self, counts: dict) -> None:
        """Give every row its count; a heading has none."""
        most = max(counts.values(), default=0) or 1
        locale = own_locale()
        self._tree.blockSignals(True)
        for item in self._items.values():
            n = counts.get(item.data(_LABEL, _KEY))
            item.setText(_COUNT, "" if n is None else locale.toString(round(n)))
            item.setData(_COUNT, _SHARE, (n or 0) / most)
        self._tree.blockSignals(False)
        self._tree.viewport().update()

    def current_branch(self) -> str | None:
        """The heading under which the current row stands."""
        item = self._tree.currentItem()
        if item is None:
            return None
        return (item.parent() or item).text(_LABEL)

    def rows(self) -> list[tuple[str, str]]:
        """Label and count of every row, as shown, for a table."""
        return [(item.text(_LABEL), item.text(_COUNT)) for item in self._items.values()]

    def _item(self, parent, key: Hashable, label: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [label, ""])
        item.setToolTip(_LABEL, tip(label))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_LABEL, Qt.CheckState.Unchecked)
        item.setTextAlignment(_COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._items[key] = item
        return item

    def _tick(self, item: QTreeWidgetItem, ticked: bool) -> None:
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if item.checkState(_LABEL) != state:
            item.setCheckState(_LABEL, state)

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        """One click is one choice: Qt's own tristate would tell of every leaf of a branch."""
        if column != _LABEL:
            return
        self._tree.blockSignals(True)
        if item.parent() is not None:
            self._sum_up(item.parent())
        elif item.childCount():
            self._tick_all(item, item.checkState(_LABEL))
        self._tree.blockSignals(False)
        self._tree.viewport().update()
        self.chosen.emit(self._keys())

    def _tick_all(self, branch: QTreeWidgetItem, state: Qt.CheckState) -> None:
        for item in (branch, *_leaves(branch)):
            item.setCheckState(_LABEL, state)

    def _sum_up(self, branch: QTreeWidgetItem) -> None:
        """Tick a branch as its leaves are: all, none, or some of them."""
        states = {leaf.checkState(_LABEL) for leaf in _leaves(branch)}
        branch.setCheckState(
            _LABEL, states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked
        )

    def _keys(self) -> tuple:
        """What is ticked, a whole branch by its own key where it has one."""
        keys: list = []
        for item in self._items.values():
            key, parent = item.data(_LABEL, _KEY), item.parent()
            whole = parent is not None and parent.data(_LABEL, _KEY) is not None
            if key is None or item.checkState(_LABEL) != Qt.CheckState.Checked:
                continue
            if not (whole and parent.checkState(_LABEL) == Qt.CheckState.Checked):
                keys.append(key)
        return tuple(keys)

    def _clicked(self, item: QTreeWidgetItem, column: int) -> None:
        key = item.data(_LABEL, _KEY)
        if column == _COUNT and key is not None:
            self.chosen.emit(() if self._keys() == (key,) else (key,))

    def _search(self, text: str) -> None:
        """Hide the rows that do not hold ``text``, whatever its case and accents."""
        wanted = folded(text.strip())
        for place in range(self._tree.topLevelItemCount()):
            branch = self._tree.topLevelItem(place)
            own = wanted in folded(branch.text(_LABEL))
            leaves = _leaves(branch)
            found = [own or wanted in folded(leaf.text(_LABEL)) for leaf in leaves]
            for leaf, shown in zip(leaves, found):
                leaf.setHidden(not shown)
            branch.setHidden(not (own or any(found)))
            if wanted:
                branch.setExpanded(any(found))


def _leaves(branch: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [branch.child(row) for row in range(branch.childCount())]


class _NameDelegate(QStyledItemDelegate):
    """A name on as many lines as it takes; a tree view by itself gives every row one."""

    def sizeHint(self, option, index):  # noqa: N802 - Qt name
        hint = super().sizeHint(option, index)
        tree, style = self.parent(), self.parent().style()
        indents = 2 if index.parent().isValid() else 1
        margin = 1 + style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, tree)
        box = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, tree)
        room = tree.columnWidth(_LABEL) - indents * tree.indentation() - box - 4 * margin
        lines = tree.fontMetrics().boundingRect(
            QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, index.data()
        )
        return QSize(hint.width(), max(hint.height(), lines.height()))


class _BarDelegate(QStyledItemDelegate):
    """A bar behind the count, as long as its share of the largest."""

    def paint(self, painter, option, index):
        share = index.data(_SHARE) or 0
        on_dark = option.palette.color(QPalette.ColorRole.Text).lightness() > 128
        colour = QColor(INK_ON_DARK if on_dark else INK)
        colour.setAlpha(70)
        box = QRectF(option.rect).adjusted(2, 2, -1, -2)
        box.setLeft(box.right() - share * box.width())
        painter.fillRect(box, colour)
        super().paint(painter, option, index)
