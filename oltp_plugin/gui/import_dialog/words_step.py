"""Step *Words*: the partner's words beside the town's lists; nothing is guessed silently."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QCompleter,
    QHeaderView,
    QStyledItemDelegate,
    QTableWidgetItem,
    QWidget,
)

from oltp_plugin.local_format import number
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_FORM, _ = uic.loadUiType(str(FORMS / "import_words.ui"))
_CODE = Qt.ItemDataRole.UserRole
_WORD, _ROWS, _TOWN, _WHY = range(4)


@dataclass
class Word:
    """A word of the partner's: how many rows have it, the town's code (None: none), and why.

    ``chosen``: by the analyst, now or in the profile.
    """

    text: str
    rows: int
    code: str | None
    why: str = ""
    chosen: bool = False


@dataclass
class WordList:
    """The words of one field, and the town's list (code, label) for them.

    ``refuses``: whether a row whose word has no code is refused; else only the detail is left out.
    """

    field: str
    label: str
    choices: list[tuple[str, str]]
    refuses: bool
    words: list[Word] = field(default_factory=list)


class WordsStep(QWidget, _FORM):
    """Shows the words of one field at a time; the user's choices change the lists given."""

    changed = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        self.setFocusProxy(self.wordsTable)
        self._lists: list[WordList] = []
        self._delegate = _TownDelegate(self)
        table = self.wordsTable
        table.setItemDelegateForColumn(_TOWN, self._delegate)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
        header = table.horizontalHeader()
        header.setSectionResizeMode(_WORD, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(_TOWN, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.resizeSection(_WORD, 280)
        header.resizeSection(_ROWS, 70)
        header.resizeSection(_TOWN, 520)
        table.itemChanged.connect(self._chosen)
        self.fieldCombo.currentIndexChanged.connect(self._show_list)

    def show_words(self, lists: list[WordList]) -> None:
        """Show ``lists``, the one with unmatched words that refuse rows first."""
        self._lists = lists
        self.fieldCombo.blockSignals(True)
        self.fieldCombo.clear()
        for each in lists:
            self.fieldCombo.addItem(each.label)
        self.fieldCombo.blockSignals(False)
        self._show_list()

    def _current(self) -> WordList | None:
        index = self.fieldCombo.currentIndex()
        return self._lists[index] if 0 <= index < len(self._lists) else None

    def _show_list(self) -> None:
        shown = self._current()
        table = self.wordsTable
        table.blockSignals(True)
        table.setRowCount(len(shown.words) if shown else 0)
        if shown:
            self._delegate.offer(shown.choices)
            labels = dict(shown.choices)
            for row, word in enumerate(shown.words):
                _fill(table, row, word, labels)
        table.blockSignals(False)
        self._count()

    def _chosen(self, item: QTableWidgetItem) -> None:
        shown = self._current()
        if shown is None or item.column() != _TOWN:
            return
        word = shown.words[item.row()]
        word.code, word.why, word.chosen = item.data(_CODE), tr("chosen by you"), True
        table = self.wordsTable
        table.blockSignals(True)
        _fill(table, item.row(), word, dict(shown.choices))
        table.blockSignals(False)
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        shown = self._current()
        if shown is None:
            self.unmatchedLabel.setText(tr("The chosen columns have no words to translate."))
            return
        open_words = [word for word in shown.words if word.code is None]
        rows = number(sum(word.rows for word in open_words))
        if not open_words:
            text = tr("Every word has its place in the town's list.")
        elif shown.refuses:
            text = tr("Words without a place in the list: {n}. Their {rows} rows will be refused.")
        else:
            text = tr(
                "Words without a place in the list: {n}. Their {rows} rows come in without "
                "this detail."
            )
        self.unmatchedLabel.setText(text.format(n=len(open_words), rows=rows))


def _fill(table, row: int, word: Word, labels: dict[str, str]) -> None:
    known = word.code is not None
    town = QTableWidgetItem(labels.get(word.code, word.code) if known else tr("— choose —"))
    town.setData(_CODE, word.code)
    rows = QTableWidgetItem()
    rows.setData(Qt.ItemDataRole.DisplayRole, word.rows)
    why = word.why if known else word.why or tr("not in the list")
    cells = (QTableWidgetItem(word.text or tr("(empty)")), rows, town, QTableWidgetItem(why))
    for column, cell in enumerate(cells):
        if column != _TOWN:
            cell.setFlags(cell.flags() & ~Qt.ItemFlag.ItemIsEditable)
        font = cell.font()
        font.setBold(not known)
        cell.setFont(font)
        table.setItem(row, column, cell)


class _TownDelegate(QStyledItemDelegate):
    """A combo that finds a label by any part of it."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._choices: list[tuple[str, str]] = []

    def offer(self, choices: list[tuple[str, str]]) -> None:
        self._choices = choices

    def createEditor(self, parent, _option, _index):  # noqa: N802 - Qt name
        combo = QComboBox(parent)
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.addItem("", None)
        for code, label in self._choices:
            combo.addItem(label, code)
        completer = combo.completer()
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        combo.activated.connect(lambda _index: self._take(combo))
        combo.lineEdit().setPlaceholderText(tr("type a part of the name"))
        return combo

    def _take(self, combo: QComboBox) -> None:
        """An entry was picked: nothing more is to be pressed."""
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)

    def setEditorData(self, combo, index):  # noqa: N802 - Qt name
        combo.setCurrentIndex(max(0, combo.findData(index.data(_CODE))))
        combo.lineEdit().selectAll()

    def setModelData(self, combo, model, index):  # noqa: N802 - Qt name
        text = combo.currentText().strip()
        found = combo.findText(text, Qt.MatchFlag.MatchFixedString)
        if found < 0:
            return  # nothing of the list was chosen
        code = combo.itemData(found)
        if code != index.data(_CODE):
            model.setData(index, code, _CODE)
