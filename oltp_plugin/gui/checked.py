"""Lists to choose from and trees with boxes to tick: codes in, codes out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QTableWidget,
    QTreeWidget,
    QTreeWidgetItem,
)

from oltp_plugin.translation import tr

_CODE = Qt.ItemDataRole.UserRole


def show_words(
    widget: QListWidget, known: Iterable[tuple[str, str]], chosen: Iterable[str] | None
) -> None:
    """List the ``known`` (code, label), then what is ``chosen`` beside them; None ticks all."""
    widget.clear()
    labels = dict(known)
    for code, label in labels.items():
        add_word(widget, code, label, chosen is None or code in chosen)
    for code in sorted(set(chosen or ()) - set(labels)):
        add_word(widget, code, code, True)


def add_word(widget: QListWidget, code: str, label: str, ticked: bool) -> None:
    """One more line, unless its code stands there: then that is ticked."""
    for row in range(widget.count()):
        if widget.item(row).data(_CODE) == code:
            widget.item(row).setCheckState(_state(ticked))
            return
    item = QListWidgetItem(label, widget)
    item.setData(_CODE, code)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(_state(ticked))


def words(widget: QListWidget) -> tuple[str, ...]:
    """The ticked codes, in the list's order."""
    items = (widget.item(row) for row in range(widget.count()))
    return tuple(item.data(_CODE) for item in items if item.checkState() == Qt.CheckState.Checked)


def chosen_in(combo: QComboBox):
    """What a list that can be typed in has chosen; None while no line of it is as was typed.

    Of several lines that read the same, the one that was picked.
    """
    row, text = combo.currentIndex(), combo.currentText()
    if combo.itemText(row) != text:
        row = combo.findText(text)
    return combo.itemData(row) if row >= 0 else None


def show_tree(
    widget: QTreeWidget,
    known: Iterable[tuple[str, str | None, str]],
    chosen: Iterable[str] | None,
) -> None:
    """Families with their members (code, family, label); a chosen family ticks all of its own.

    ``chosen`` None ticks everything.
    """
    widget.clear()
    ticked = None if chosen is None else set(chosen)
    parents: dict[str, QTreeWidgetItem] = {}
    for code, family, label in known:
        above = parents.get(family or "")
        item = QTreeWidgetItem(widget if above is None else above, [label])
        item.setData(0, _CODE, code)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        is_ticked = ticked is None or code in ticked or (family or "") in ticked
        item.setCheckState(0, _state(is_ticked))
        if above is None:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsAutoTristate)
            parents[code] = item


def branches(widget: QTreeWidget) -> tuple[str, ...]:
    """The ticked codes; a family of which all is ticked stands for its members."""
    found: list[str] = []
    for row in range(widget.topLevelItemCount()):
        family = widget.topLevelItem(row)
        if family.checkState(0) == Qt.CheckState.Checked:
            found.append(family.data(0, _CODE))
        elif family.checkState(0) == Qt.CheckState.PartiallyChecked:
            members = (family.child(each) for each in range(family.childCount()))
            found += [
                each.data(0, _CODE)
                for each in members
                if each.checkState(0) == Qt.CheckState.Checked
            ]
    return tuple(found)


def filter_tree(widget: QTreeWidget, text: str) -> None:
    """Show only what holds ``text``, with its family."""
    wanted = folded(text.strip())
    for row in range(widget.topLevelItemCount()):
        family = widget.topLevelItem(row)
        own = wanted in folded(family.text(0))
        any_member = False
        for each in range(family.childCount()):
            member = family.child(each)
            found = own or wanted in folded(member.text(0))
            member.setHidden(not found)
            any_member |= found
        family.setHidden(not (own or any_member))
        family.setExpanded(bool(wanted) and not family.isHidden())


def folded(text: str) -> str:
    """``text`` as it is searched: without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def show_months(
    table: QTableWidget, months_by_code: dict[str, int] | None, known: list[tuple[str, str]]
) -> None:
    """One row a code: its label to choose, its months to set."""
    table.setRowCount(0)
    for code, value in (months_by_code or {}).items():
        add_month(table, known, code, value)


def add_month(
    table: QTableWidget, known: list[tuple[str, str]], code: str = "", value: int = 12
) -> None:
    """One more row."""
    row = table.rowCount()
    table.insertRow(row)
    combo, spin = QComboBox(), QSpinBox()
    for each, label in known:
        combo.addItem(label, each)
    combo.setCurrentIndex(max(0, combo.findData(code)))
    spin.setRange(1, 600)
    spin.setValue(value)
    spin.setAccessibleName(tr("Months"))
    table.setCellWidget(row, 0, combo)
    table.setCellWidget(row, 1, spin)
    table.setCurrentCell(row, 0)


def months(table: QTableWidget) -> dict[str, int]:
    """Months by code; of a code that stands twice the last row counts."""
    return {
        table.cellWidget(row, 0).currentData(): table.cellWidget(row, 1).value()
        for row in range(table.rowCount())
    }


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
