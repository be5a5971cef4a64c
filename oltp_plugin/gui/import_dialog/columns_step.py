"""Step *Columns*: each of the observatory's fields beside the file's columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QWidget

from oltp_plugin.gui.import_dialog.map_preview import MapPreview
from oltp_plugin.gui.label_keys import lead_inside
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_FORM, _ = uic.loadUiType(str(FORMS / "import_columns.ui"))
_COMMUNE = "commune"  # the level that is the town's whole area
_SEVERAL = ("partner_ref", "occurred_from", "occurred_to", "address")  # joined by a space
_DATES = ("occurred_from", "occurred_to", "reported_at")
_TITLE, _FIRST, _SECOND, _HOW, _SURE, _EXAMPLE = range(6)


@dataclass(frozen=True)
class Guess:
    """What is proposed for a field: its ``columns``, the format of a date, and how sure it is.

    ``formats``: all that fit, the likeliest first; more than one is asked.
    ``sure``: the confidence in a word, ``why`` its reason. ``further``: the rest of the
    profile's entry, kept as it is.
    """

    columns: tuple[str, ...]
    formats: tuple[str, ...] = ()
    sure: str = ""
    why: str = ""
    further: dict | None = None


class ColumnsStep(QWidget, _FORM):
    """Shows proposals and takes corrections; ``fields`` gives them as the profile has them."""

    changed = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        lead_inside(self)
        self.map = MapPreview(self.mapCanvas)
        self._level = _COMMUNE
        self._geometry = False  # whether the file gives each point by its geometry
        self._grid = QGridLayout(self.fieldsPanel)
        self._grid.setContentsMargins(0, 0, 6, 0)
        self._grid.setVerticalSpacing(3)
        self._grid.setHorizontalSpacing(8)
        self.columnsStepLayout.setStretch(0, 3)
        self.columnsStepLayout.setStretch(1, 1)
        for column, stretch in ((_FIRST, 4), (_SECOND, 4), (_HOW, 4), (_EXAMPLE, 3)):
            self._grid.setColumnStretch(column, stretch)
        self._rows = {
            name: _FieldRow(name, title, self._grid, line, self)
            for line, (name, title) in enumerate(titles().items())
        }
        for row in self._rows.values():
            row.changed.connect(self.changed)
        self._grid.setRowStretch(len(self._rows), 1)
        combos = [combo for row in self._rows.values() for combo in row.combos()]
        for combo, following in zip(combos, [*combos[1:], self.crsLabel.buddy()]):
            self.setTabOrder(combo, following)
        self.setFocusProxy(combos[0])
        self.areaCheck.toggled.connect(lambda _on: self.changed.emit())
        self.crsWidget.crsChanged.connect(lambda _crs: self.changed.emit())

    def show_guesses(self, look) -> None:
        """Offer the columns of ``look`` (a looking.Look) for every field, its guesses chosen."""
        examples = look.examples()
        self._geometry = look.sample.layout.geometry
        for name, row in self._rows.items():
            row.show_guess(look, examples, look.guesses.get(name))
        blocked = self.crsWidget.blockSignals(True)
        self.crsWidget.setCrs(QgsCoordinateReferenceSystem(look.crs))
        self.crsWidget.blockSignals(blocked)
        self.crsReasonLabel.setText(look.crs_reason)
        self._show_area(look)
        self.crsReasonLabel.setVisible(bool(look.crs_reason))

    def show_points(self, points: list[tuple[float, float]]) -> None:
        """Where the first rows lie, in the chosen coordinate system."""
        inside, n = self.map.show_points(points, self.crs())
        if not n and self._geometry:
            text = tr("The file gives each row its point.")
        elif not n:
            text = tr("No coordinates are read.")
        elif inside == n:
            text = tr("All of the first {n} points lie in the town.")
        else:
            text = tr("{inside} of the first {n} points lie in the town.")
        self.mapLabel.setText(text.format(inside=inside, n=n))

    def area_level(self) -> str | None:
        """Outside which territories points are refused; None: nowhere."""
        return self._level if self.areaCheck.isChecked() else None

    def _show_area(self, look) -> None:
        """Offer the check against the level that the profile names, else against the commune."""
        named = (look.profile.get("area") or {}).get("level")
        self._level = named or _COMMUNE
        blocked = self.areaCheck.blockSignals(True)
        self.areaCheck.setChecked(named is not None)
        self.areaCheck.setVisible(self._level in look.town.areas)
        self.areaCheck.blockSignals(blocked)

    def crs(self) -> QgsCoordinateReferenceSystem:
        return self.crsWidget.crs()

    def fields(self) -> dict[str, dict]:
        """The profile's ``fields``, without the words."""
        entries = {name: row.entry() for name, row in self._rows.items()}
        found = {name: entry for name, entry in entries.items() if entry is not None}
        if self._geometry and "x" not in found:
            found["geometry"] = {}
        return found

    def obstacle(self) -> str:
        """What keeps the file from being checked; empty when nothing does."""
        found = self.fields()
        if "occurred_from" not in found:
            return tr("Choose the column that says when it occurred.")
        if "category" not in found:
            return tr("Choose the column that says what happened.")
        for name in _DATES:
            if name in found and not found[name].get("format"):
                return tr("Choose how the dates of “{field}” are written.").format(
                    field=titles()[name]
                )
        if ("x" in found) != ("y" in found):
            return tr("Choose both columns of the coordinates, or none.")
        if ("x" in found or "geometry" in found) and not self.crs().authid().startswith("EPSG:"):
            return tr("Choose a coordinate system that has an EPSG code.")
        return ""


class _FieldRow(QObject):
    """One line of the grid: a field, its columns, how a date is written, what stands there."""

    changed = pyqtSignal()

    def __init__(self, name: str, title: str, grid: QGridLayout, line: int, parent: QWidget):
        super().__init__(parent)
        self._name = name
        self._further: dict = {}
        self._beyond: tuple[str, ...] = ()  # columns that have no combo of their own
        self._examples: dict[str, str] = {}
        self._formats: Callable = lambda columns: ()  # of a date in these columns
        label = QLabel(title)
        self._first, self._second, self._how = QComboBox(), QComboBox(), QComboBox()
        self._sure, self._example = QLabel(), QLabel()
        self._example.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        label.setBuddy(self._first)
        for combo, role in ((self._first, "column"), (self._second, "second"), (self._how, "how")):
            combo.setObjectName(f"{name}_{role}")
            combo.setAccessibleName(title)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(8)
        self._first.activated.connect(self._choose_columns)
        self._second.activated.connect(self._choose_columns)
        self._how.activated.connect(self._chosen)
        self._how.setMinimumContentsLength(15)
        self._how.setEditable(True)
        self._how.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._how.lineEdit().editingFinished.connect(self._chosen)
        self._second.setVisible(name in _SEVERAL)
        self._how.setVisible(name in _DATES)
        grid.addWidget(label, line, _TITLE)
        grid.addWidget(self._first, line, _FIRST)
        if name in _SEVERAL:
            grid.addWidget(self._second, line, _SECOND)
        if name in _DATES:
            grid.addWidget(self._how, line, _HOW)
        grid.addWidget(self._sure, line, _SURE)
        grid.addWidget(self._example, line, _EXAMPLE)

    def combos(self) -> tuple[QComboBox, ...]:
        """Those that this field has, from left to right."""
        return tuple(
            combo for combo in (self._first, self._second, self._how) if combo.parentWidget()
        )

    def show_guess(self, look, examples: dict[str, str], guess: Guess | None) -> None:
        self._examples, self._formats = examples, look.formats
        guess = guess or Guess(())
        self._further = dict(guess.further or {})
        self._beyond = guess.columns[2:] if self._name in _SEVERAL else ()
        for place, combo in enumerate((self._first, self._second)):
            combo.clear()
            combo.addItem(tr("— not read —") if place == 0 else tr("— and —"), None)
            for column in look.sample.columns:
                combo.addItem(column, column)
            chosen = guess.columns[place] if place < len(guess.columns) else None
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
        self._offer(guess.formats)
        self._explain(guess.sure, guess.why)

    def _offer(self, formats: tuple[str, ...]) -> None:
        """The formats that fit a date; of several none is taken unasked."""
        self._how.clear()
        for pattern in formats:
            self._how.addItem(format_words(pattern), pattern)
        if len(formats) > 1:
            self._how.insertItem(0, tr("— which order? —"), None)
        self._how.setCurrentIndex(0 if formats else -1)
        if not formats:
            self._how.setEditText("")

    def entry(self) -> dict | None:
        """The field's entry of the profile; None where no column is chosen."""
        chosen = [self._first.currentData()]
        if self._name in _SEVERAL:
            chosen.append(self._second.currentData())
        columns = [column for column in chosen if column]
        if not columns:
            return None
        columns += self._beyond
        entry = dict(self._further)
        entry.update({"column": columns[0]} if len(columns) == 1 else {"columns": columns})
        if self._name in _DATES:
            entry["format"] = self._format()
        return entry

    def _format(self) -> str | None:
        text = self._how.currentText().strip()
        place = self._how.findText(text)
        return self._how.itemData(place) if place >= 0 else pattern_of(text)

    def _choose_columns(self, _index: int) -> None:
        self._beyond = ()
        if self._name in _DATES:
            entry = self.entry()
            columns = columns_of(entry or {})
            self._offer(self._formats(columns) if columns else ())
        self._chosen()

    def _chosen(self, *_index) -> None:
        self._further = {}
        self._explain(tr("chosen"), "")
        self.changed.emit()

    def _explain(self, sure: str, why: str) -> None:
        columns = [combo.currentData() for combo in (self._first, self._second)]
        columns = [column for column in [*columns, *self._beyond] if column]
        chosen = self._first.currentData() is not None
        self._second.setEnabled(chosen)
        self._how.setEnabled(chosen)
        self._how.lineEdit().setCursorPosition(0)
        self._sure.setText(sure if chosen else "")
        self._sure.setToolTip(why)
        self._example.setText(" ".join(self._examples.get(column, "") for column in columns))
        self._example.setToolTip(self._example.text())


def titles() -> dict[str, str]:
    """The observatory's fields as the analyst names them, in the order in which they are asked."""
    return {
        "partner_ref": tr("Partner's number"),
        "occurred_from": tr("Occurred, from"),
        "occurred_to": tr("Occurred, until"),
        "reported_at": tr("Reported on"),
        "category": tr("What happened"),
        "x": tr("X or longitude"),
        "y": tr("Y or latitude"),
        "address": tr("Address"),
        "territory": tr("Area"),
        "place_kind": tr("Kind of place"),
        "known_by": tr("Known by"),
        "severity": tr("Severity (0 to 9)"),
        "count": tr("Number of facts"),
    }


def columns_of(entry: dict) -> tuple[str, ...]:
    """The columns that an entry of a profile's ``fields`` names."""
    return tuple(entry.get("columns") or ([entry["column"]] if entry.get("column") else []))


_LETTERS = ("%d", "%m", "%B", "%Y", "%y", "%H", "%M", "%S")


def format_words(pattern: str) -> str:
    """strptime codes as people write them: ``%d/%m/%Y`` is dd/mm/yyyy."""
    for code, letters in zip(_LETTERS, _letters()):
        pattern = pattern.replace(code, letters)
    return pattern


def pattern_of(text: str) -> str | None:
    """The other way; None where it names no day, month or year."""
    for code, letters in zip(_LETTERS, _letters()):
        text = text.replace(letters, code)
    return text if "%" in text else None


def _letters() -> tuple[str, ...]:
    return (tr("dd"), tr("mm"), tr("month"), tr("yyyy"), tr("yy"), tr("HH"), tr("MM"), tr("SS"))
