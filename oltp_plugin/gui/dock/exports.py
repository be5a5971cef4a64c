"""Each figure of the dock as text to paste, as a table in a file, or as a chart for a document."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QMenu

from oltp_plugin.gui.background import Background, do
from oltp_plugin.gui.dock import charts
from oltp_plugin.layers.filter_words import hour_words, weekday
from oltp_plugin.translation import language, tr

Table = list  # of rows, the header first


_CHARTS = ("months", "hours")  # that can be drawn
_DRAWN = (".png", ".svg", ".pdf")


class ExportMenu(QObject):
    """The menu of the copy button; ``failed`` is told what could not be written."""

    def __init__(self, button, sections, failed: Callable):
        super().__init__(button)
        self._button, self._sections, self._failed = button, sections, failed
        menu = QMenu(button)
        menu.addAction(tr("Copy the &sentence"), lambda: self._copy_text(sections.sentence()))
        copying = menu.addMenu(tr("&Copy"))
        exporting = menu.addMenu(tr("&Export"))
        for name, words in _names().items():
            copying.addAction(words, lambda name=name: self.copy(name)).setObjectName(
                f"copy_{name}"
            )
            exporting.addAction(words + "…", lambda name=name: self._ask(name))
        menu.aboutToShow.connect(lambda: menu.setEnabled(sections.figures is not None))
        button.setMenu(menu)

    def copy(self, name: str) -> None:
        """Put a table on the clipboard, as a spreadsheet takes it."""
        rows = self.table(name)
        self._copy_text("\n".join("\t".join(map(str, row)) for row in rows))

    def write(self, name: str, file: Path) -> None:
        """Write a figure as its file's ending says: .png, .svg or .pdf for a chart, else CSV."""
        if name in _CHARTS and file.suffix.lower() in _DRAWN:
            self._draw(name, file)
            return
        try:
            with file.open("w", encoding="utf-8-sig", newline="") as target:
                csv.writer(target, delimiter=";").writerows(self.table(name))
        except OSError as error:
            self._not_written(error)

    @property
    def busy(self) -> bool:
        """Whether a chart is being drawn."""
        return any(each.busy for each in self.findChildren(Background))

    def table(self, name: str) -> Table:
        """The rows of a figure; counts that hold uncertain records keep their fractions."""
        return {
            "months": self._months,
            "hours": self._hours,
            "categories": self._categories,
            "territories": self._territories,
            "partners": self._partners,
        }[name]()

    def _months(self) -> Table:
        months = self._sections.figures.months
        return [(tr("Month"), tr("Records")), *((month, _plain(n)) for month, n in months)]

    def _hours(self) -> Table:
        weights = self._sections.figures.hours
        rows = [
            (hour_words(hour), *(_plain(weights[24 * day + hour]) for day in range(7)))
            for hour in range(24)
        ]
        return [("", *(weekday(day, short=False) for day in range(7))), *rows]

    def _categories(self) -> Table:
        labels = {each.code: each.label(language()) for each in self._sections.catalogue.categories}
        found = self._sections.figures.top_categories
        rows = [(code, labels.get(code, code), _plain(n)) for code, n in found]
        return [(tr("Code"), tr("Category"), tr("Records")), *rows]

    def _territories(self) -> Table:
        names = self._sections.catalogue.territories
        rows = [
            (level, code, names.get((level, code), code), _plain(n))
            for (level, code), n in self._sections.figures.top_territories
        ]
        return [(tr("Level"), tr("Code"), tr("Territory"), tr("Records")), *rows]

    def _partners(self) -> Table:
        return [(tr("Partner"), tr("Records")), *self._sections.panel.partners.rows()]

    def _draw(self, name: str, file: Path) -> None:
        """Beside the window, which loading matplotlib would hold up."""
        sections = self._sections
        if name == "months":
            draw: Callable = charts.save_months
            given: tuple = sections.months.months, sections.months.chosen
        else:
            draw = charts.save_week
            given = sections.figures.hours, [weekday(day) for day in range(7)]
        title = tr("Writing {name}").format(name=file.name)
        do(title, lambda: draw(str(file), *given), self._not_written, self)

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, OSError) and error.filename:
            text = tr("{name} cannot be written ({reason}).")
            name = Path(error.filename).name
            self._failed(text.format(name=name, reason=error.strerror))
        else:
            self._failed(error)

    def _ask(self, name: str) -> None:
        kinds = [tr("Table (*.csv)")]
        if name in _CHARTS:
            kinds = [tr("Picture (*.png)"), tr("Drawing (*.svg *.pdf)"), *kinds]
        chosen, kind = QFileDialog.getSaveFileName(
            self._button, _names()[name], str(Path.home() / name), ";;".join(kinds)
        )
        if chosen:
            endings = re.findall(r"\.\w+", kind or kinds[0])
            is_one = chosen.lower().endswith(tuple(endings))
            self.write(name, Path(chosen if is_one else chosen + endings[0]))

    def _copy_text(self, text: str) -> None:
        QApplication.clipboard().setText(text)


def _plain(n: float) -> float | int:
    """A whole number without its fraction; others to a millionth."""
    return int(n) if float(n).is_integer() else round(float(n), 6)


def _names() -> dict[str, str]:
    return {
        "months": tr("By month"),
        "hours": tr("Hours of the week"),
        "categories": tr("Categories"),
        "territories": tr("Territories"),
        "partners": tr("Partners"),
    }
