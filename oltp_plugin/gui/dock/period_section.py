"""Which days, which date of a record, and with what it is compared."""

from __future__ import annotations

from datetime import date

from qgis.PyQt.QtCore import QDate, QObject

from oltp_plugin.observatory import periods
from oltp_plugin.observatory.filter import IncidentFilter
from oltp_plugin.translation import tr

_ANY = "any"
_MORNING = 6  # where a night ends


class PeriodSection(QObject):
    """Drives the form's widgets of the group *When*; ``state`` is told what the user chooses.

    Named periods are counted back from ``anchor``, the last day that the observatory tells of.
    """

    def __init__(self, form, state):
        super().__init__(form)
        self._form, self._state = form, state
        self.anchor = date.today()
        for kind, words in _period_words().items():
            form.periodCombo.addItem(words, kind)
        for basis, words in (("occurred", tr("of the facts")), ("recorded", tr("recorded"))):
            form.basisCombo.addItem(words, basis)
        for kind, words in _comparison_words().items():
            form.comparisonCombo.addItem(words, kind)
        for edit in self._dates():
            edit.setAllowNull(True)
            edit.setDisplayFormat("dd/MM/yyyy")
        self._connect()

    def show(self, chosen: IncidentFilter) -> None:
        form = self._form
        form.setUpdatesEnabled(False)
        kind = chosen.period
        if kind == periods.CUSTOM and not (chosen.first_day or chosen.last_day):
            kind = _ANY
        _select(form.periodCombo, kind)
        _select(form.basisCombo, chosen.date_basis)
        _select(form.comparisonCombo, chosen.comparison)
        for edit, day in zip(
            self._dates(),
            (chosen.first_day, chosen.last_day, chosen.comparison_first, chosen.comparison_last),
        ):
            _set_day(edit, day)
        unfolded = not form.periodGroup.isCollapsed()  # else they would be drawn over its title
        form.periodDays.setVisible(unfolded and kind != _ANY)
        form.comparisonDays.setVisible(unfolded and chosen.comparison == periods.CUSTOM)
        form.nightCheck.blockSignals(True)
        form.nightCheck.setChecked(chosen.day_start == _MORNING)
        form.nightCheck.blockSignals(False)
        bounded = bool(chosen.first_day and chosen.last_day)
        form.earlierButton.setEnabled(bounded)
        form.laterButton.setEnabled(bounded)
        form.setUpdatesEnabled(True)

    def _dates(self):
        form = self._form
        return form.firstDate, form.lastDate, form.comparisonFirst, form.comparisonLast

    def _connect(self) -> None:
        form, state = self._form, self._state
        form.periodCombo.activated.connect(
            lambda _row: self._choose(form.periodCombo.currentData())
        )
        form.basisCombo.activated.connect(
            lambda _row: state.change(date_basis=form.basisCombo.currentData())
        )
        form.comparisonCombo.activated.connect(lambda _row: self._compare())
        form.nightCheck.toggled.connect(
            lambda ticked: state.change(day_start=_MORNING if ticked else 0)
        )
        form.earlierButton.clicked.connect(lambda: self._step(False))
        form.laterButton.clicked.connect(lambda: self._step(True))
        # A group that unfolds shows all that is in it.
        form.periodGroup.collapsedStateChanged.connect(lambda _folded: self.show(state.filter))
        for edit, name in zip(
            self._dates(), ("first_day", "last_day", "comparison_first", "comparison_last")
        ):
            edit.dateValueChanged.connect(lambda day, name=name: self._change_day(name, day))

    def _choose(self, kind: str) -> None:
        if kind == periods.CUSTOM:  # begins with what is shown, or with the last month
            first, last = periods.days_of("month", self.anchor)
            chosen = self._state.filter
            self._state.change(
                first_day=chosen.first_day or str(first),
                last_day=chosen.last_day or str(last),
                period=kind,
            )
            self._form.firstDate.setFocus()
        elif kind == _ANY:
            self._state.change(first_day=None, last_day=None, period=periods.CUSTOM)
        else:
            first, last = periods.days_of(kind, self.anchor)
            self._state.change(first_day=str(first), last_day=str(last), period=kind)

    def _compare(self) -> None:
        """Days of one's choice begin with those of the year before."""
        kind, chosen, days = self._form.comparisonCombo.currentData(), self._state.filter, {}
        if kind == periods.CUSTOM and chosen.first_day and chosen.last_day:
            own = date.fromisoformat(chosen.first_day), date.fromisoformat(chosen.last_day)
            first, last = periods.earlier(*own, 1)
            days = {"comparison_first": str(first), "comparison_last": str(last)}
        self._state.change(comparison=kind, **days)

    def _step(self, forward: bool) -> None:
        chosen = self._state.filter
        first, last = periods.neighbour(
            date.fromisoformat(chosen.first_day), date.fromisoformat(chosen.last_day), forward
        )
        self._state.change(first_day=str(first), last_day=str(last), period=periods.CUSTOM)

    def _change_day(self, name: str, date_chosen: QDate) -> None:
        """One of the two days; the other follows where it would come before."""
        day = date_chosen.toString("yyyy-MM-dd") or None
        values = {name: day}
        other = {
            "first_day": "last_day",
            "last_day": "first_day",
            "comparison_first": "comparison_last",
            "comparison_last": "comparison_first",
        }[name]
        opposite = getattr(self._state.filter, other)
        if day and opposite and (day > opposite) == name.endswith(("first_day", "first")):
            values[other] = day
        if name in ("first_day", "last_day"):
            values["period"] = periods.CUSTOM
        self._state.change(**values)


def _period_words() -> dict[str, str]:
    return {
        _ANY: tr("Any time"),
        "last_7_days": tr("Last 7 days"),
        "last_30_days": tr("Last 30 days"),
        "last_90_days": tr("Last 90 days"),
        "month": tr("This month"),
        "quarter": tr("This quarter"),
        "year_to_date": tr("Since 1 January"),
        "last_12_months": tr("Last 12 months"),
        "school_year": tr("School year"),
        periods.CUSTOM: tr("Days of your choice"),
    }


def _comparison_words() -> dict[str, str]:
    return {
        periods.LAST_YEAR: tr("Same days last year"),
        periods.LAST_THREE_YEARS: tr("Same days, last three years"),
        periods.CUSTOM: tr("Days of your choice"),
        periods.NO_COMPARISON: tr("Nothing"),
    }


def _select(combo, data: str) -> None:
    combo.setCurrentIndex(combo.findData(data))


def _set_day(edit, day: str | None) -> None:
    edit.blockSignals(True)
    if day:
        edit.setDate(QDate.fromString(day, "yyyy-MM-dd"))
    else:
        edit.clear()
    edit.blockSignals(False)
