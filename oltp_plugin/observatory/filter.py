"""The one filter of incidents: which partners, categories, days and territory."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from oltp_plugin.errors import ObservatoryError


@dataclass(frozen=True)
class IncidentFilter:
    """Everything not named is everything. Days are ISO, both included; withdrawn never count."""

    first_day: str | None = None
    last_day: str | None = None
    categories: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    territory: int | None = None

    def sql(self) -> str:
        """A condition on the table ``incident``, fit for a layer's subset string.

        It does not name its own table: QGIS 3.22 and 3.40 draw nothing for a subset that does.
        A category may be a family.
        """
        conditions = ["status <> 'withdrawn'"]
        if self.first_day:
            conditions.append(f"occurred_from >= {_quoted(self.first_day)}")
        if self.last_day:
            following = date.fromisoformat(self.last_day) + timedelta(days=1)
            conditions.append(f"occurred_from < {_quoted(following.isoformat())}")
        if self.categories:
            listed = _listed(self.categories)
            conditions.append(
                f"category IN (SELECT code FROM category WHERE code IN {listed}"
                f" OR parent IN {listed})"  # nosec B608
            )
        if self.partners:
            conditions.append(f"partner IN {_listed(self.partners)}")
        if self.territory is not None:
            conditions.append(
                "fid IN (SELECT incident FROM incident_territory"
                f" WHERE territory = {int(self.territory)})"  # nosec B608
            )
        return " AND ".join(conditions)

    def to_json(self) -> str:
        """The filter as text that ``from_json`` reads back."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> IncidentFilter:
        """The filter that ``to_json`` wrote."""
        values = json.loads(text)
        for name in ("categories", "partners"):
            values[name] = tuple(values[name])
        return cls(**values)

    def check(self, connection: sqlite3.Connection) -> None:
        """Refuse words that the observatory does not know.

        Raises ObservatoryError ``unknown_category``, ``unknown_partner``, ``period_backwards``.
        """
        for table, words in (("category", self.categories), ("partner", self.partners)):
            known = {code for (code,) in connection.execute(f"SELECT code FROM {table}")}  # nosec B608
            unknown = [word for word in words if word not in known]
            if unknown:
                raise ObservatoryError(f"unknown_{table}", code=", ".join(unknown))
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ObservatoryError("period_backwards", start=self.first_day, end=self.last_day)


def territory_fid(connection: sqlite3.Connection, code: str) -> int:
    """The territory that ``code`` names: ``level:code``, or a code alone.

    Raises ObservatoryError ``unknown_territory``.
    """
    level, _, own = code.rpartition(":")
    row = connection.execute(
        "SELECT fid FROM territory WHERE code = ? AND (? = '' OR level = ?)"
        " ORDER BY valid_to IS NOT NULL, fid",
        (own, level, level),
    ).fetchone()
    if row is None:
        raise ObservatoryError("unknown_territory", code=code)
    return int(row[0])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _listed(words: tuple[str, ...]) -> str:
    return "(" + ", ".join(_quoted(word) for word in words) + ")"
