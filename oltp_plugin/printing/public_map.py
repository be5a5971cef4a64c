"""The counts that a public map or its table tells, held against what is public, and kept.

A result's run card says of which records it is. Its rows are counts in territories of the
observatory where they have their level and code, else in areas of their own, which are compared
with the same area only. A filter that the plugin did not write is compared with the same text only.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from qgis.core import NULL, QgsFeature, QgsMapLayer, QgsProject, QgsVectorLayer

from oltp_plugin.errors import PrintError
from oltp_plugin.layers.observatory_source import observatory_of
from oltp_plugin.layers.run_card import counts_of, made_by, recipe_of, sources_of
from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.observatory import bulletins, period_counts
from oltp_plugin.observatory.bulletins import Bulletin, Figure
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.indicators import LEVELS
from oltp_plugin.printing import limits
from oltp_plugin.printing.figures import COUNTS
from oltp_plugin.printing.limits import hidden_rows, without_rows
from oltp_plugin.printing.publication import Publication
from oltp_plugin.translation import tr

ALWAYS = ("0001-01-01", "9998-12-31")
NOT_REVEALED = "!revealed"  # in place of a category: all but what a service's own activity reveals
_PERIODS = {"n_before": "BEFORE", "n_after": "AFTER"}  # a column's own: the parameters …_FROM, …_TO
_WORD = r"'(?:[^']|'')*'"
_WORDS = rf"\({_WORD}(?:, {_WORD})*\)"


@dataclass(frozen=True)
class Scope:
    """Which records a result counts."""

    partner: str
    category: str | None
    period: tuple[str, str]
    rest: str


@dataclass
class PublicMap:
    """What a public page tells: by observatory, the figures to keep; ``copies``: by layer's id,
    the layer without the rows that would tell a small count; ``untold``: names of results whose
    number of records may not stand on the page."""

    figures: dict[Path, list[Figure]] = field(default_factory=dict)
    copies: dict[str, QgsMapLayer] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    untold: set[str] = field(default_factory=set)

    def shown(self, layer: QgsMapLayer) -> QgsMapLayer:
        return self.copies.get(layer.id(), layer)

    def keep(self, kind: str) -> None:
        """Freeze the figures before the page is written: the next are held against them.

        Raises ``ObservatoryError`` where the file cannot be written.
        """
        for path, figures in self.figures.items():
            first = min(each.period_from for each in figures)
            last = max(each.period_to for each in figures)
            with guarded(path):
                bulletins.freeze(path, Bulletin(kind, "public", None, None, first, last), figures)


def public_map(layers: Iterable[QgsMapLayer], least: int) -> PublicMap:
    """What the results among the layers tell; other layers tell no count.

    ``least``: see ``limits.least_for``. Raises ``PrintError``: "public_several_sources",
    "public_unknown_records", "public_observatory_not_found", "public_tells_few".
    """
    layers = list({each.id(): each for each in layers}.values())
    results: dict[Path, list[QgsVectorLayer]] = {}
    page = PublicMap()
    for layer in filter(sources_of, layers):
        if isinstance(layer, QgsVectorLayer):
            results.setdefault(_observatory(layer, layers), []).append(layer)
        else:  # a density tells no count of its own
            page.untold.add(layer.name())
    for path, found in results.items():
        with reading(path) as connection:
            publication = Publication(connection, True)
            kept = [each for layer in found for each in _held(layer, least, publication, page)]
            batches = {
                each: tuple(period_counts.deliveries(connection, *each))
                for each in {(each.partner, (each.period_from, each.period_to)) for each in kept}
            }
        if kept:
            page.figures[path] = [
                replace(each, batches=batches[each.partner, (each.period_from, each.period_to)])
                for each in kept
            ]
    return page


def _held(layer: QgsVectorLayer, least: int, publication: Publication, page: PublicMap):
    """The figures of a result that may be printed; what may not is noted on the ``page``."""
    scope, gone, kept = scope_of(layer), [], []
    for row, columns in _rows(layer, least):
        told = [_figure(layer, scope, row, column, least) for column in columns]
        if all(map(publication.may_print, told)):
            kept += told
        else:
            gone.append(row.id())
    if gone:
        if not kept:
            raise PrintError("public_tells_few", layer=layer.name(), least=least)
        page.copies[layer.id()] = without_rows(layer, gone)
        page.notes.append(
            tr(
                "{layer}: {n} not shown, which beside what was published before would tell of "
                "fewer than {least}"
            ).format(layer=layer.name(), n=len(gone), least=least)
        )
    used, unlocated = counts_of(layer) or (0, 0)
    whole = replace(_figure(layer, scope, None, "n", least), value=float(used))
    if not 0 < unlocated < least and publication.may_print(whole):
        kept.append(whole)
    else:
        page.untold.add(layer.name())
    return kept


def _rows(layer: QgsVectorLayer, least: int):
    """The rows that a page may show, each with its columns of counts."""
    columns = [name for name in COUNTS if layer.fields().lookupField(name) >= 0]
    rows = list(layer.getFeatures())
    drawn = hidden_rows(rows, [each for each in columns if each in limits.COUNTS], least)
    listed = drawn | hidden_rows(rows, columns, least)  # a table has more columns than a map
    for row, off_map, off_table in zip(rows, drawn, listed):
        shown = [
            name
            for name in columns
            if row[name] != NULL
            and (row[name] or _place(row)[0] in LEVELS)
            and not (off_map if name in limits.COUNTS else off_table)
        ]
        if shown:
            yield row, shown


def _figure(layer, scope: Scope, row: QgsFeature | None, column: str, least: int) -> Figure:
    """A row's count; without a row, that of all records."""
    level, code = (None, None) if row is None else _place(row)
    asked = recipe_of(layer).get("parameters", {})
    rest = scope.rest if column in ("n", *_PERIODS) else f"{column} {scope.rest}"
    return Figure(
        f"{made_by(layer)}:{code or 'all'}:{column}",
        scope.partner,
        scope.category,
        code,
        level,
        *_own_period(column, asked, scope.period),
        None if row is None else float(row[column]),
        threshold=least,
        scope=rest,
    )


def scope_of(layer: QgsMapLayer) -> Scope:
    """From its run card; raises ``PrintError``."""
    partners = sorted({each.partner for each in sources_of(layer)})
    if len(partners) > 1:
        raise PrintError("public_several_sources", layer=layer.name(), n=len(partners))
    asked = recipe_of(layer).get("parameters", {})
    own = _incidents(layer)
    text, known = own.get("subset", ""), _read(own.get("subset", ""))
    category, period = known.pop("category", None), (known["first"], known["last"])
    if category is None and asked.get("INCLUDE_REVEALED") is False:
        category = NOT_REVEALED
    others = {name: own[name] for name in ("selected", "filter", "limit") if name in own}
    if asked.get("WEIGHT_FIELD"):
        others["weight"] = asked["WEIGHT_FIELD"]
    rest = known.get("rest", text) + "".join(f" {name}={others[name]}" for name in sorted(others))
    return Scope(partners[0], category, period, rest.strip())


def _incidents(layer: QgsMapLayer) -> dict:
    """The observatory's incidents among the inputs of the run, as its recipe names them."""
    for value in recipe_of(layer).get("parameters", {}).values():
        if isinstance(value, dict) and value.get("table") == "incident":
            return value
    raise PrintError("public_unknown_records", layer=layer.name())


def _read(subset: str) -> dict[str, str]:
    """What a filter of ours says: its days and categories; ``rest``: its other conditions."""
    found = {"first": ALWAYS[0], "last": ALWAYS[1]}
    rest = f" AND {subset} AND " if subset else " "
    for pattern, name in (
        (rf"partner (?:IN {_WORDS}|= {_WORD})", ""),
        (r"status <> 'withdrawn'", ""),
        (r"occurred_from >= '(\d{4}-\d\d-\d\d)'", "first"),
        (r"occurred_from < '(\d{4}-\d\d-\d\d)'", "end"),
        (
            rf"category IN \(SELECT code FROM category WHERE code IN ({_WORDS})"  # nosec B608
            rf" OR parent IN {_WORDS}\)",
            "category",
        ),
    ):
        match = re.search(rf" AND {pattern} (?=AND )", rest)
        if match:
            rest = rest[: match.start()] + " " + rest[match.end() :]
            if name:
                found[name] = match.group(1)
    if "end" in found:
        found["last"] = str(np.datetime64(found.pop("end")) - 1)
    if "category" in found:
        found["category"] = ",".join(sorted(re.findall(r"'([^']*)'", found["category"])))
    found["rest"] = re.sub(r"^AND | AND$|^AND$", "", rest.strip()).strip()
    return found


def _own_period(column: str, asked: dict, period: tuple[str, str]) -> tuple[str, str]:
    """The days of a column that counts a part of the records' own."""
    name = _PERIODS.get(column)
    if name is None or f"{name}_FROM" not in asked:
        return period
    first, last = (str(asked[f"{name}_{end}"])[:10] for end in ("FROM", "TO"))
    return max(first, period[0]), min(last, period[1])


def _place(row: QgsFeature) -> tuple[str, str]:
    """Level and code of a territory; else of a shape what tells it from others."""
    fields = row.fields()
    if fields.lookupField("level") >= 0 and fields.lookupField("code") >= 0:
        level, code = row["level"], row["code"]
        if level in LEVELS and code != NULL:
            return str(level), str(code)
    shape = bytes(row.geometry().asWkb()) if row.hasGeometry() else repr(row.attributes()).encode()
    return "shape", hashlib.sha256(shape).hexdigest()[:16]


def _observatory(layer: QgsMapLayer, layers: list[QgsMapLayer]) -> Path:
    """The file whose records a result counts, by its name: among the page's layers and the
    project's. One that was only open once may be another town's, or an older copy."""
    name = _incidents(layer).get("file", "")
    others = QgsProject.instance().mapLayers().values()
    for path in map(observatory_of, (*layers, *others)):
        if path is not None and path.name == name:
            return path
    raise PrintError("public_observatory_not_found", layer=layer.name(), file=name)
