"""SQLite's R*Tree filled at once, instead of entry by entry.

A million entries take SQLite some seventeen seconds one by one, whatever their order. Packed by
Sort-Tile-Recursive (Leutenegger, Lopez & Edgington 1997) the nodes are written straight into the
index's three shadow tables, whose format SQLite documents (sqlite.org/rtree.html, 6.4, and
ext/rtree/rtree.c). What was written is then read back and every node looked at, as SQLite's own
``rtreecheck`` does one entry at a time; unless all is well, the entries are inserted the ordinary
way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from . import geopackage
from .geopackage import RTREE_CELL

ROOT = 1
_KEYS = {"rowid": ("rowid", "nodeno"), "parent": ("nodeno", "parentnode")}
FEWEST = 5_000  # below it, the ordinary way takes no time
_DEEPEST = 40  # that SQLite takes
_PRIME = 65_521  # of a sum that tells which value stands beside which key


@dataclass(frozen=True)
class _Level:
    """The nodes of one level: numbers, content; and in which node (``values``) each key stands."""

    table: str
    numbers: np.ndarray
    contents: list[bytes]
    keys: np.ndarray
    values: np.ndarray


@dataclass(frozen=True)
class Packed:
    """n points and, where they are to be packed, the nodes for the whole index."""

    ids: np.ndarray
    x: np.ndarray
    y: np.ndarray
    levels: list[_Level]


def insert_points(
    connection: sqlite3.Connection, index: str, ids: np.ndarray, x: np.ndarray, y: np.ndarray
) -> None:
    """Add n points (``ids`` integers, ``x``, ``y`` floats) to the R*Tree ``index``.

    Packs the whole index anew when the points are many and more than it holds already.
    """
    insert_packed(connection, index, packing(connection, index, ids, x, y)())


def packing(
    connection: sqlite3.Connection, index: str, ids: np.ndarray, x: np.ndarray, y: np.ndarray
) -> Callable[[], Packed]:
    """The first half of ``insert_points``: what is left to call needs the connection no more."""
    (held,) = connection.execute(f'SELECT count(*) FROM "{index}_rowid"').fetchone()  # nosec B608
    if len(ids) < max(FEWEST, held):
        return lambda: Packed(ids, x, y, [])
    stored = connection.execute(f'SELECT * FROM "{index}"').fetchall()  # nosec B608
    size = _size(connection, index)
    return lambda: Packed(ids, x, y, _levels(*_together(stored, ids, x, y), size))


def insert_packed(connection: sqlite3.Connection, index: str, points: Packed) -> None:
    """The second half; nothing may have written to the index meanwhile."""
    if not (points.levels and _replaced(connection, index, points.levels)):
        _insert(connection, index, _columns(points.ids, points.x, points.y))


def keep_rows_of(connection: sqlite3.Connection, index: str, table: str) -> None:
    """Take away the entries of what ``table`` holds no longer, and pack those that stay."""
    rows = f"(SELECT fid FROM {table})"  # nosec B608
    stored = connection.execute(f'SELECT * FROM "{index}" WHERE id IN {rows}').fetchall()  # nosec B608
    ids, boxes = _together(stored, np.empty(0, np.int64), np.empty(0), np.empty(0))
    if not _replaced(connection, index, _levels(ids, boxes, _size(connection, index))):
        connection.execute(f'DELETE FROM "{index}" WHERE id NOT IN {rows}')  # nosec B608


def _replaced(connection: sqlite3.Connection, index: str, levels: list[_Level]) -> bool:
    """Whether these nodes are now the index; it is as it was where they are not sound."""
    connection.execute("SAVEPOINT packing")
    _replace_nodes(connection, index, levels)
    sound = is_sound(connection, index)
    if not sound:
        connection.execute("ROLLBACK TO packing")
    connection.execute("RELEASE packing")
    return sound


def _size(connection: sqlite3.Connection, index: str) -> int:
    """Bytes of a node."""
    (size,) = connection.execute(
        f'SELECT length(data) FROM "{index}_node" WHERE nodeno = {ROOT}'  # nosec B608
    ).fetchone()
    return int(size)


def _insert(connection: sqlite3.Connection, index: str, entries) -> None:
    connection.executemany(
        f'INSERT INTO "{index}" VALUES (?, ?, ?, ?, ?)',  # nosec B608
        zip(*(column.tolist() for column in entries)),
    )


def _columns(ids, x, y):
    return ids, x, x, y, y


def _together(stored: list[tuple], ids, x, y) -> tuple[np.ndarray, np.ndarray]:
    """Ids and boxes (n × 4 float32: min x, max x, min y, max y) of old and new entries."""
    old = np.array(stored, dtype=np.float64).reshape(-1, 5)
    new = np.column_stack([_down(x), _up(x), _down(y), _up(y)])
    ids = np.concatenate([np.array([row[0] for row in stored], dtype=np.int64), ids])
    return ids, np.concatenate([old[:, 1:].astype(np.float32), new])


def _down(values: np.ndarray) -> np.ndarray:
    """The nearest float32 not above; a box may only grow when it is rounded."""
    rounded = values.astype(np.float32)
    return np.where(rounded > values, np.nextafter(rounded, np.float32(-np.inf)), rounded)


def _up(values: np.ndarray) -> np.ndarray:
    """The nearest float32 not below."""
    rounded = values.astype(np.float32)
    return np.where(rounded < values, np.nextafter(rounded, np.float32(np.inf)), rounded)


def _levels(ids: np.ndarray, boxes: np.ndarray, size: int) -> list[_Level]:
    """Packed nodes of ``size`` bytes, from the leaves up to the root (node 1)."""
    room = (size - 4) // RTREE_CELL.itemsize
    next_node, table = ROOT + 1, "rowid"
    levels: list[_Level] = []
    while True:
        owner, ids, boxes = _tiled(ids, boxes, room)
        n_nodes = int(owner[-1]) + 1 if len(owner) else 1
        numbers = np.array([ROOT]) if n_nodes == 1 else np.arange(next_node, next_node + n_nodes)
        depth = len(levels) if n_nodes == 1 else 0  # stands in the root only
        contents = _contents(owner, ids, boxes, n_nodes, size, depth)
        by_key = np.argsort(ids)
        levels.append(_Level(table, numbers, contents, ids[by_key], numbers[owner[by_key]]))
        if n_nodes == 1:
            return levels
        starts = np.flatnonzero(np.diff(owner, prepend=-1))
        low = np.minimum.reduceat(boxes, starts)
        high = np.maximum.reduceat(boxes, starts)
        boxes = np.column_stack([low[:, 0], high[:, 1], low[:, 2], high[:, 3]])
        ids, table, next_node = numbers, "parent", next_node + n_nodes


def _tiled(ids: np.ndarray, boxes: np.ndarray, room: int):
    """Entries sorted into vertical slices and by y within them, and the node that each goes to."""
    n_nodes = -(-len(ids) // room)
    slices = max(1, int(np.ceil(np.sqrt(n_nodes))))
    by_x = np.argsort(boxes[:, 0], kind="stable")
    part = np.arange(len(ids)) // (slices * room)
    order = by_x[np.lexsort((boxes[by_x, 2], part))]
    return np.arange(len(ids)) // room, ids[order], boxes[order]


def _contents(owner, ids, boxes, n_nodes: int, size: int, depth: int) -> list[bytes]:
    """Each node: its depth (in the root), its number of cells, the cells; big-endian."""
    cells = np.empty(len(ids), dtype=RTREE_CELL)
    cells["id"], cells["box"] = ids, boxes
    raw = cells.tobytes()
    counts = np.bincount(owner, minlength=n_nodes)
    ends = np.cumsum(counts) * RTREE_CELL.itemsize
    return [
        (
            depth.to_bytes(2, "big")
            + count.to_bytes(2, "big")
            + raw[end - count * RTREE_CELL.itemsize : end]
        ).ljust(size, b"\0")
        for count, end in zip(counts.tolist(), ends.tolist())
    ]


def _replace_nodes(connection: sqlite3.Connection, index: str, levels: list[_Level]) -> None:
    for table in ("node", "rowid", "parent"):
        connection.execute(f'DELETE FROM "{index}_{table}"')  # nosec B608
    for level in levels:
        connection.executemany(
            f'INSERT INTO "{index}_node" VALUES (?, ?)',  # nosec B608
            zip(level.numbers.tolist(), level.contents),
        )
        key, value = _KEYS[level.table]
        geopackage.insert_columns(
            connection,
            f'"{index}_{level.table}"',
            {key: level.keys.tolist(), value: level.values.tolist()},
        )


def is_sound(connection: sqlite3.Connection, index: str) -> bool:
    """Whether the tables hold one tree: each box within its parent's, each entry's node right.

    Every node is read back; of the other two tables, sums that depend on each pair in them.
    """
    stored = connection.execute(f'SELECT nodeno, data FROM "{index}_node" ORDER BY nodeno')  # nosec B608
    names, blobs = zip(*stored)
    numbers, size = np.array(names), len(blobs[0])
    if numbers[0] != ROOT or set(map(len, blobs)) != {size}:
        return False
    room = (size - 4) // RTREE_CELL.itemsize
    layout = {
        "names": ["depth", "count", "cells"],
        "formats": [">u2", ">u2", (RTREE_CELL, room)],
        "offsets": [0, 2, 4],
        "itemsize": size,
    }
    nodes = np.frombuffer(b"".join(blobs), dtype=np.dtype(layout))
    depth = int(nodes["depth"][0])
    if depth > _DEEPEST or (nodes["count"] > room).any():
        return False
    filled = np.arange(room) < nodes["count"][:, None]
    within = np.array([0])  # positions of a level's nodes, the root's first
    above = np.empty((0, 2), dtype=np.int64)
    for _ in range(depth):
        cells = nodes["cells"][within][filled[within]]
        parents = np.repeat(numbers[within], nodes["count"][within])
        above = np.concatenate([above, np.column_stack([cells["id"], parents])])
        within = np.minimum(np.searchsorted(numbers, cells["id"]), len(numbers) - 1)
        low, high = cells["box"][:, None, ::2], cells["box"][:, None, 1::2]
        boxes = nodes["cells"]["box"][within]
        least, greatest = boxes[:, :, ::2], boxes[:, :, 1::2]
        inside = (low <= least) & (least <= greatest) & (greatest <= high)
        if not (inside.all(axis=2) | ~filled[within]).all():
            return False
    leaves = np.repeat(numbers[within], nodes["count"][within])
    ids = nodes["cells"][within][filled[within]]["id"]
    return (
        (len(numbers) == 1 or nodes["count"].all())
        and len(above) == len(np.unique(above[:, 0])) == len(numbers) - 1
        and set(above[:, 0].tolist()) == set(numbers[1:].tolist())
        and _sums(connection, index, "parent") == _sums_of(above[:, 0], above[:, 1])
        and _sums(connection, index, "rowid") == _sums_of(ids.astype(np.int64), leaves)
    )


def _sums(connection: sqlite3.Connection, index: str, table: str) -> tuple[int, ...]:
    key, value = _KEYS[table]
    return connection.execute(
        f"SELECT count(*), coalesce(sum({key}), 0), coalesce(sum({value}), 0),"  # nosec B608
        f' coalesce(sum({key} % {_PRIME} * {value}), 0) FROM "{index}_{table}"'
    ).fetchone()


def _sums_of(keys: np.ndarray, values: np.ndarray) -> tuple[int, ...]:
    return len(keys), *(int(each.sum()) for each in (keys, values, keys % _PRIME * values))
