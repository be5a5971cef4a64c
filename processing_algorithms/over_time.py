"""What the methods over time share: periods, time steps, deliveries that are missing or late."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from qgis.core import QgsProcessingParameterEnum, QgsProcessingParameterNumber

from oltp_plugin.errors import AnalysisError
from oltp_plugin.layers.observatory_source import observatory_of
from oltp_plugin.layers.times import moments
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import change_words, tr

from .base import advanced, optional
from .observatory.parameters import day, day_parameter

PERIODS = ("BEFORE_FROM", "BEFORE_TO", "AFTER_FROM", "AFTER_TO")


def period_parameters() -> list:
    """BEFORE_FROM, BEFORE_TO, AFTER_FROM and AFTER_TO: days, all included."""
    labels = (
        tr("Before: first day"),
        tr("Before: last day"),
        tr("After: first day"),
        tr("After: last day"),
    )
    return [day_parameter(name, label, required=True) for name, label in zip(PERIODS, labels)]


def two_periods(algorithm, parameters, context):
    """The ``analysis.two_periods.TwoPeriods`` asked for."""
    from oltp_plugin.analysis.two_periods import TwoPeriods

    days = []
    for name in PERIODS:
        chosen = day(algorithm, parameters, name, context)
        if chosen is None:
            raise AnalysisError("period_without_day", name=name)
        days.append(chosen)
    return TwoPeriods.of(*days)


def step_parameters() -> list:
    """STEP, STEP_UNIT, and the period that the data speak for."""
    units = [
        tr("day"),
        tr("week, from Monday"),
        tr("calendar month"),
        tr("quarter"),
        tr("year"),
    ]
    return [
        optional(
            QgsProcessingParameterNumber(
                "STEP", tr("Length of a time step"), defaultValue=1, minValue=1
            )
        ),
        optional(
            QgsProcessingParameterEnum(
                "STEP_UNIT", tr("Unit of the time step"), units, defaultValue=2
            )
        ),
        advanced(day_parameter("FROM", tr("The records are complete from (first day)"))),
        advanced(day_parameter("TO", tr("The records are complete until (last day)"))),
    ]


def time_steps(algorithm, parameters, context, times, missing):
    """Whole ``analysis.time_steps.Steps`` of the period that is covered, without missing months.

    ``times``: of the records, none NaT, at least one.
    """
    from oltp_plugin.analysis.time_steps import UNITS, covered_period, whole_steps

    unit = UNITS[algorithm.parameterAsEnum(parameters, "STEP_UNIT", context)]
    first, last = covered_period(times, unit)
    asked = [day(algorithm, parameters, name, context) for name in ("FROM", "TO")]
    if all(asked) and asked[1] < asked[0]:
        raise AnalysisError("period_backwards", start=asked[0], end=asked[1])
    first, last = asked[0] or first, asked[1] or last
    step = algorithm.parameterAsInt(parameters, "STEP", context)
    return whole_steps(first, last, step, unit).without(missing)


def step_notes(steps) -> list[str]:
    """Which steps there are, and which were left out and why."""
    notes = [
        tr("Time steps: {n}, from {first} to {last}").format(
            n=len(steps), first=steps.starts[0], last=steps.ends[-1] - 1
        )
    ]
    if steps.incomplete:
        notes.append(
            tr("Left out because the records do not cover it whole, the step from: {days}").format(
                days=", ".join(steps.incomplete)
            )
        )
    if steps.missing:
        notes.append(
            tr("Left out because a source is missing in it, the step from: {days}").format(
                days=", ".join(steps.missing)
            )
        )
    return notes


def history_fields(algorithm, parameters, name, context) -> list[str]:
    """Fields of an observatory's incidents that say what is missing and what comes late."""
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    if layer is None or observatory_of(layer) is None:
        return []
    return [each for each in ("partner", "reported_at") if layer.fields().lookupField(each) >= 0]


def missing_months(records) -> dict[str, list[str]]:
    """Months (YYYY-MM) in which a source of the records delivered nothing, with those sources.

    Empty for a layer that is not an observatory's.
    """
    if records.observatory is None or "partner" not in records.fields:
        return {}
    from oltp_plugin.observatory.coverage import coverage

    partners = {each for each in records.fields["partner"].tolist() if each}
    months: dict[str, list[str]] = defaultdict(list)
    # On the last of days all that was ever expected is due: what has not come is missing.
    for row in coverage(records.observatory, today="9999-12-31"):
        if row.state == "missing" and row.partner in partners:
            months[row.month].append(row.partner)
    return dict(months)


def period_warnings(records, times, periods, missing) -> list[str]:
    """What makes a change between two periods doubtful: sources missing, reports to come."""
    return [*_missing_warnings(missing, periods), *_late_warnings(records, times, periods)]


def _missing_warnings(months: dict[str, list[str]], periods) -> list[str]:
    """One warning where a source is missing in a month of one of two periods."""
    spans = [
        np.array(span, dtype="datetime64[M]").astype(str)
        for span in (periods.before, periods.after)
    ]
    found = [
        f"{month} ({', '.join(partners)})"
        for month, partners in sorted(months.items())
        if any(first <= month <= last for first, last in spans)
    ]
    if not found:
        return []
    return [
        tr(
            "A source delivered nothing in these months, which makes a false change: {months}"
        ).format(months=", ".join(found))
    ]


def _late_warnings(records, times, periods) -> list[str]:
    """One warning where reports of the later period may still be on their way.

    ``times``: of the records. Reports are late by the median delay from the incident to its
    report; a period that ends less than that before the last report is not yet complete.
    """
    if "reported_at" not in records.fields:
        return []
    reported = moments(records.fields["reported_at"], "reported_at")
    known = ~np.isnat(reported)
    if not known.any():
        return []
    delay = max(0.0, float(np.median((reported - times)[known].astype(float))) / 86400)
    last = reported[known].max()
    end = max(periods.before[1], periods.after[1])
    since = (last - (end + 1).astype("datetime64[s]")).astype(float) / 86400
    if since >= delay:
        return []
    return [
        tr(
            "The later period ends on {end}, less than the median delay of reports ({delay} days) "
            "before the last report ({last}): reports are still to come, so that a fall may be a "
            "delay."
        ).format(end=end, delay=decimal(round(delay, 1)), last=last.astype("datetime64[D]"))
    ]


def compared(place, times, weights, places: int, periods, missing):
    """The ``analysis.change.Change`` of every place, and the dispersion that it was judged by.

    ``place``: of each record, its place among ``places``, below 0 for none; ``missing``: months
    that tell nothing of chance.
    """
    from oltp_plugin.analysis.change import compare
    from oltp_plugin.analysis.two_periods import counts, dispersion

    chance = dispersion(place, times, weights, places, periods, missing)
    before, after = counts(place, times, weights, places, periods)
    return compare(before, after, periods.days, chance.factor), chance


def dispersion_notes(whole, each=None) -> tuple[list[str], list[str]]:
    """Notes and warnings that say how much chance is taken to move counts.

    ``whole``: the ``analysis.two_periods.Dispersion`` of all records together; ``each``: of the
    counts of single places, where there are any.
    """
    if whole.basis is None:
        return [], [
            tr(
                "The records do not go back far enough to see how much chance moves them: p "
                "supposes that incidents come one by one, and is too small if they come in series."
            )
        ]
    told = {
        "months": tr("Variance of the counts: {factor} times Poisson's, from {n} months."),
        "weeks": tr(
            "Variance of the counts: {factor} times Poisson's, from {n} weeks of the two periods "
            "(24 months would show seasons too)."
        ),
    }[whole.basis].format(factor=decimal(whole.factor, 2), n=whole.steps)
    if each is None:
        return [told], []
    single = tr("Of single places: {factor} times.").format(factor=decimal(each.factor, 2))
    return [f"{told} {single}"], []


def measures(change) -> dict:
    """The result fields of an ``analysis.change.Change``, for ``features.write_rows``."""
    from oltp_plugin.analysis.false_discovery import benjamini_hochberg

    whole = not (change.before % 1).any() and not (change.after % 1).any()
    before, after = (each.astype(int) if whole else each for each in (change.before, change.after))
    words = np.array(
        [
            change_words(*each)
            for each in zip(before.tolist(), after.tolist(), change.low, change.high)
        ],
        dtype=object,
    )
    # Where nothing happened there is nothing to test, and one test less to allow for.
    p = np.where(change.before + change.after > 0, change.p, np.nan)
    return {
        "n_before": before,
        "n_after": after,
        "change": change.change,
        "change_pct": change.percent,
        "p": p,
        "q": benjamini_hochberg(p),
        "words": words,
    }
