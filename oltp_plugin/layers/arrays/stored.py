"""The points of a plain GeoPackage layer, read with one SQL statement under SQLite's shared lock.

Only where that gives the arrays that QGIS's own reading gives (the package); given up as soon as a
value is not what is expected.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from qgis.core import (
    QgsField,
    QgsFields,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from oltp_plugin.errors import Cancelled, LayerError

_ROWS = 500  # fetched at once: few enough tuples alive for the garbage collector to stay asleep
_LOCKED_SECONDS = 10.0

# A subset means the same to SQLite and to GDAL's SQLite if it calls nothing that GDAL replaces.
_SUBSET_WORDS = re.compile(r"like|regexp|match|ogr_|--|/\*|;", re.IGNORECASE)
_SUBSET_CALLS = re.compile(r"(\w+)\s*\(")
_SUBSET_KNOWN_CALLS = frozenset(
    {"in", "and", "or", "not", "where", "select", "exists", "between", "then", "when"}
    | {"cast", "coalesce", "min", "strftime", "substr"}  # what the observatory's own filter calls
)
_WRITTEN_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)Z?)?", re.ASCII
)


def stop_if_cancelled(feedback) -> None:
    """Raise Cancelled where the user wants no more."""
    if feedback is not None and feedback.isCanceled():
        raise Cancelled()


def is_number(definition: QgsField) -> bool:
    """Whether a field holds what becomes a float; yes and no do."""
    return definition.isNumeric() or definition.type() == QVariant.Bool


class _NotCertainError(Exception):
    """What the file holds is not what the short way knows to read as QGIS does."""


def read_stored(layer: QgsVectorLayer, fields: Sequence[str], feedback):
    """x, y (NaN where there is no point) and the columns of a layer, in the file's order.

    None where they are not certain to be those that ``getFeatures`` gives. Raises LayerError
    "layer_locked"; ``Cancelled``.
    """
    table = _table_of(layer)
    if table is None or not all(_is_stored(layer, name) for name in fields):
        return None
    path, table_name, subset = table
    definitions = [layer.fields().at(layer.fields().lookupField(name)) for name in fields]
    names = [definition.name() for definition in definitions]
    kind = layer.wkbType()
    size = 29 + 8 * (QgsWkbTypes.hasZ(kind) + QgsWkbTypes.hasM(kind))
    try:
        with _reading(path, feedback) as connection:
            geometry, tail = _from_clause(connection, table_name, names, subset)
            if names:
                blobs, columns = _rows(connection, geometry, tail, size, names, feedback)
            else:
                blobs, columns = _all_geometries(connection, geometry, tail, size), []
        x, y = _decode(blobs, size)
        values = {
            name: _stored_column(column, definition)
            for name, column, definition in zip(fields, columns, definitions)
        }
    except (_NotCertainError, sqlite3.Error):
        stop_if_cancelled(feedback)
        return None
    return x, y, values


def _table_of(layer: QgsVectorLayer) -> tuple[Path, str, str] | None:
    """File, table and SQL condition of a GeoPackage layer that shows just what the file holds."""
    provider = layer.dataProvider()
    if layer.providerType() != "ogr" or provider.storageType() != "GPKG":
        return None
    if layer.isEditable() or provider.transaction() is not None:
        return None
    if QgsWkbTypes.isMultiType(layer.wkbType()):
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    expected = {"path", "layerName", "subset", "layerId"}
    if any(value for key, value in parts.items() if key not in expected):
        return None
    subset = layer.subsetString()
    if not _is_plain(subset) or not parts.get("layerName") or not Path(parts["path"]).is_file():
        return None
    return Path(parts["path"]), parts["layerName"], subset


def _is_plain(subset: str) -> bool:
    if subset.lstrip().lower().startswith("select") or _SUBSET_WORDS.search(subset):
        return False
    calls = (word.lower() for word in _SUBSET_CALLS.findall(subset))
    return all(word in _SUBSET_KNOWN_CALLS for word in calls)


def _is_stored(layer: QgsVectorLayer, name: str) -> bool:
    """Whether a field is a column of the file, of a type that the short way knows."""
    index = layer.fields().lookupField(name)
    definition = layer.fields().at(index)
    return layer.fields().fieldOrigin(index) == QgsFields.FieldOrigin.OriginProvider and (
        is_number(definition)
        or definition.type() in (QVariant.String, QVariant.Date, QVariant.DateTime)
    )


@contextlib.contextmanager
def _reading(path: Path, feedback) -> Iterator[sqlite3.Connection]:
    """One consistent state of the file under SQLite's shared lock; the journal mode stays."""
    uri = path.resolve().as_uri()
    if not uri.startswith("file:///"):  # a Windows share, whose server SQLite wants in the path
        uri = uri.replace("file://", "file:////", 1)
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=0.2, isolation_level=None)
    try:
        _wait_for_shared_lock(connection, path, feedback)
        if feedback is not None:
            connection.set_progress_handler(feedback.isCanceled, 100_000)
        yield connection
    finally:
        connection.close()


def _wait_for_shared_lock(connection: sqlite3.Connection, path: Path, feedback) -> None:
    """Begin to read; a writer keeps others out only while its commit lasts."""
    give_up = time.monotonic() + _LOCKED_SECONDS
    connection.execute("BEGIN")
    while True:
        stop_if_cancelled(feedback)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            if time.monotonic() > give_up:
                raise LayerError("layer_locked", file=path.name) from error


def _from_clause(connection: sqlite3.Connection, table: str, columns: list[str], subset: str):
    """The geometry column, and the statement's end from FROM on."""
    found = connection.execute(
        "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (table,)
    ).fetchone()
    stored = {row[1] for row in connection.execute(f"PRAGMA table_info({_quoted(table)})")}
    encoding = connection.execute("PRAGMA encoding").fetchone()[0]
    if found is None or not stored.issuperset(columns) or encoding != "UTF-8":
        raise _NotCertainError
    where = f" WHERE ({subset})" if subset.strip() else ""
    return _quoted(found[0]), f"FROM {_quoted(table)}{where}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _all_geometries(connection: sqlite3.Connection, geometry: str, tail: str, size: int) -> bytes:
    """Every geometry in one string of bytes, ``size`` each: SQLite joins a million in 0.2 s."""
    connection.text_factory = bytes
    statement = f"SELECT count(*), group_concat(ifnull({geometry}, zeroblob({size})), '') {tail}"
    count, joined = connection.execute(statement).fetchone()
    joined = joined or b""
    if len(joined) != count * size:
        raise _NotCertainError
    return joined


def _rows(connection: sqlite3.Connection, geometry: str, tail: str, size: int, names, feedback):
    """The geometries as above, and one list of values for each column."""
    what = ", ".join([f"ifnull({geometry}, zeroblob({size}))", *map(_quoted, names)])
    cursor = connection.execute(f"SELECT {what} {tail}")
    blobs: list[bytes] = []
    columns: list[list] = [[] for _ in names]
    while rows := cursor.fetchmany(_ROWS):
        stop_if_cancelled(feedback)
        shapes, *values = zip(*rows)
        if set(map(len, shapes)) != {size}:
            raise _NotCertainError
        blobs.append(b"".join(shapes))
        for column, more in zip(columns, values):
            column.extend(more)
    return b"".join(blobs), columns


def _decode(blobs: bytes, size: int) -> tuple[np.ndarray, np.ndarray]:
    """x and y of GeoPackage point blobs: "GP", version 0, flags, SRS, then little-endian WKB."""
    layout = np.dtype(
        [
            ("head", "S4"),
            ("srs", "<i4"),
            ("order", "u1"),
            ("type", "<u4"),
            ("x", "<f8"),
            ("y", "<f8"),
        ]
        + [("more", f"V{size - 29}")] * (size > 29)
    )
    rows = np.frombuffer(blobs, dtype=layout)
    null = rows["head"] == b""
    empty = rows["head"] == b"GP\0\x11"
    located = rows["head"] == b"GP\0\x01"
    flat = (rows["order"] == 1) & (rows["type"] % 1000 == 1)
    if not (null | ((empty | located) & flat)).all():
        raise _NotCertainError
    x, y = rows["x"].copy(), rows["y"].copy()
    x[~located] = y[~located] = np.nan
    return x, y


def _stored_column(values: list, definition: QgsField) -> np.ndarray:
    """SQLite's values as the array that QGIS's would give."""
    if definition.type() in (QVariant.Date, QVariant.DateTime):
        return _written_times(values, definition.type() == QVariant.DateTime)
    if is_number(definition):
        return _numbers(values, definition)
    if not {type(value) for value in values} <= {str, type(None)}:
        raise _NotCertainError
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _numbers(values: list, definition: QgsField) -> np.ndarray:
    if not {type(value) for value in values} <= {int, float, type(None)}:
        raise _NotCertainError
    numbers = np.array(values, dtype=float)
    whole = definition.type() != QVariant.Double
    if whole and not np.array_equal(numbers, np.trunc(numbers), equal_nan=True):
        raise _NotCertainError
    return numbers


def _written_times(values: list, with_clock: bool) -> np.ndarray:
    """ISO text as datetime64[ms] or [D]; text with an offset from UTC is left to QGIS."""
    written = []
    for value in values:
        match = None if value is None else _WRITTEN_TIME.fullmatch(value)
        if value is not None and (match is None or bool(match[2]) != with_clock):
            raise _NotCertainError
        written.append(None if match is None else "T".join(filter(None, match.groups())))
    return np.array(written, dtype="datetime64[ms]" if with_clock else "datetime64[D]")
