"""Which partners' records may stand on a page, side by side, and what came from each."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from . import agreements, catalogue, gate, period_counts
from .answer import AgreementError, Answer
from .connection import reading
from .coverage import PartnerMonth, coverage
from .period_counts import Window
from .periods import earlier

YEARS = 5  # that a page looks back


@dataclass(frozen=True)
class Source:
    """A partner that may stand on the page.

    ``threshold``: a count below it is not printed. ``categories``: those that its agreement covers.
    ``told``: the first day that it has told of. ``age``: days from the period's end to the last
    report; None where its records do not say. ``months``: state of each month, as ``coverage`` has
    it; ``window_states``: of the page's own. ``several``: some of its records of the window stand
    for more than one fact each.
    """

    code: str
    name: str
    threshold: int
    categories: frozenset[str]
    told: str | None
    age: int | None
    months: Mapping[str, PartnerMonth]
    window: Window
    several: bool

    @property
    def delivered(self) -> bool:
        """Whether the page's period can be counted: nothing of it is missing."""
        return self.covers(self.window)

    @property
    def missing(self) -> list[str]:
        """The page's months that never came, ``YYYY-MM``."""
        return [month for month in _months(self.window) if not self._came(month)]

    def covers(self, window: Window) -> bool:
        """Whether it has told of the whole of a window.

        The period of a file is often that of its records: a first month counts from its first
        day on.
        """
        if self.told is None or window[0][:7] < self.told[:7]:
            return False
        return all(map(self._came, _months(window)))

    def known_by(self, window: Window) -> str | None:
        """The day up to which the records of a window count, to be as old as the page's own."""
        if self.age is None:
            return None
        return (date.fromisoformat(window[1]) + timedelta(days=max(self.age, 0))).isoformat()

    def _came(self, month: str) -> bool:
        known = self.months.get(month)
        return known is not None and known.state not in ("missing", None)


@dataclass(frozen=True)
class Sources:
    """``allowed`` in the order of their names; ``left_out``: why, by the partner's name."""

    allowed: list[Source]
    left_out: list[tuple[str, AgreementError]]
    answer: Answer

    def __getitem__(self, code: str) -> Source | None:
        return next((each for each in self.allowed if each.code == code), None)


def read_sources(
    path: Path, use: str, diffusion: str, window: Window, today: str | None = None
) -> Sources:
    """The partners whose agreements let them stand on such a page.

    ``use``: one of ``gate.USES``. Outside the team, a partner whose agreement names who may have
    its figures is left out of a page for all: it would be for those alone. Raises
    ``AgreementError``, the first, where nobody is left.
    """
    first = earlier(date.fromisoformat(window[0]), date.fromisoformat(window[1]), YEARS)[0]
    states = coverage(path, first.isoformat(), window[1], today)
    allowed, left_out, answer = [], [], Answer()
    with reading(path) as connection:
        known = catalogue.read(connection)
        for code, name in known.partners.items():
            if _only_indicators(connection, code):
                continue
            try:
                own = _ask(connection, use, code, diffusion)
            except AgreementError as error:
                left_out.append((name, error))
                continue
            answer += own
            day = period_counts.last_recorded(connection, code)
            age = day and (date.fromisoformat(day) - date.fromisoformat(window[1])).days
            allowed.append(
                Source(
                    code,
                    name,
                    _least(diffusion, own.threshold),
                    _covered(connection, code),
                    known.told[code][0] if code in known.told else None,
                    age if isinstance(age, int) else None,
                    {each.month: each for each in states if each.partner == code},
                    window,
                    period_counts.stands_for_several(connection, code, window),
                )
            )
    if left_out and not allowed:
        raise left_out[0][1]
    return Sources(allowed, left_out, answer)


def _least(diffusion: str, agreed: int) -> int:
    """The smallest count above 0 that such a page may print; 0: any."""
    if diffusion == "internal":
        return 0
    return max(agreed, gate.LEAST_IN_PUBLIC) if diffusion == "public" else agreed


def _only_indicators(connection: sqlite3.Connection, partner: str) -> bool:
    """Whether the partner publishes figures of areas, and has no incidents."""
    return bool(
        connection.execute(
            "SELECT EXISTS (SELECT 1 FROM indicator WHERE partner = ?)"
            " AND NOT EXISTS (SELECT 1 FROM incident WHERE partner = ?)",
            (partner, partner),
        ).fetchone()[0]
    )


def _ask(connection: sqlite3.Connection, use: str, partner: str, diffusion: str) -> Answer:
    answer = gate.ask(connection, use, [partner], diffusion=diffusion, together=False)
    source = answer.sources[0]
    if diffusion == "restricted" and source.named is not None:
        error = AgreementError(
            "agreement_recipient",
            partner=partner,
            reference=source.reference,
            diffusion=diffusion,
            recipients=source.recipients,
        )
        error.agreement = source.fid
        raise error
    return answer


def _covered(connection: sqlite3.Connection, partner: str) -> frozenset[str]:
    """The categories that the partner's agreement covers."""
    agreement = agreements.current(connection, partner)
    families = period_counts.families(connection)
    if agreement is None or agreement.allowed_categories is None:
        return frozenset(families)
    listed = set(agreement.allowed_categories)
    return frozenset(code for code, family in families.items() if {code, family} & listed)


def _months(window: Window) -> list[str]:
    """The months that a window touches."""
    found, day = [], date.fromisoformat(window[0]).replace(day=1)
    while day.isoformat() <= window[1]:
        found.append(day.isoformat()[:7])
        day = (day + timedelta(days=31)).replace(day=1)
    return found
