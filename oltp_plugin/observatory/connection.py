"""How the observatory's file is opened, read and written.

A write is one transaction, and what another program reads meanwhile is the state before or the
state after. QGIS reads a local GeoPackage without a lock: a commit beside an open layer gives it
torn pages. Where the system allows it, a bulk write therefore goes to a private copy that takes
the file's place in one step (``rename``): whoever has the old file open goes on reading it whole.
SQLite itself refuses a write through a connection whose file was moved away. Where a file in use
cannot be replaced (Windows, an editing session's WAL), it is an ordinary transaction in place
whose pages are all written at its end.
"""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

from oltp_plugin.errors import ObservatoryError

from . import geopackage

BUSY_SECONDS = 4  # the sentence is there within five
_COPY_SUFFIX = ".oltp-copy"
_STEPS = 1_000_000  # of SQLite, between two looks at whether to stop: some 50 milliseconds


@contextlib.contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for reading, under SQLite's shared lock; one consistent state throughout."""
    with _one_sentence(path):
        connection = _connect(path, "ro")
        try:
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.close()


@contextlib.contextmanager
def writing(
    path: Path, bulk: bool = False, anew: bool = False, keys: bool = True
) -> Iterator[sqlite3.Connection]:
    """A connection inside one transaction: after the block the file holds all of it, or none.

    ``bulk``: for writes that touch many pages of a table that QGIS shows. ``anew``: every page is
    then written anew, so that nothing of what was ever deleted is left in the file. Without
    ``keys``, SQLite need not hold foreign keys: for who holds them itself, and deletes no row that
    others refer to.
    """
    with _one_sentence(path), _locked(path) as original:
        if bulk and swaps(path):
            with _private_copy(path, anew, keys) as connection:
                yield connection
        else:
            original.execute("PRAGMA cache_spill = off")
            yield original
            original.execute("COMMIT")
            if anew:
                _clear_leftovers(path.resolve())
                # A program that reads now may hold it up: the deletion stands, and overwrote.
                with contextlib.suppress(sqlite3.OperationalError):
                    original.execute("VACUUM")
                    # QGIS's update mode has turned the file to WAL: the pages go into the file.
                    original.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextlib.contextmanager
def stoppable(
    connection: sqlite3.Connection, tick: Callable[[float], None]
) -> Iterator[Callable[[float], None]]:
    """Within it, ``tick`` may also stop a single statement: it is told the same fraction again.

    Gives the function to call instead of ``tick``. What ``tick`` raises ends the statement and
    comes out of the block; SQLite rolls the transaction back.
    """
    reached, stops = 0.0, []

    def told(fraction: float) -> None:
        nonlocal reached
        reached = fraction
        tick(fraction)

    def look() -> int:
        try:
            tick(reached)
        except BaseException as stop:
            stops.append(stop)
        return len(stops)

    connection.set_progress_handler(look, _STEPS)
    try:
        yield told
    except sqlite3.OperationalError:
        if stops:
            raise stops[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def swaps(path: Path) -> bool:
    """Whether a bulk write can replace the file: not on Windows, nor while one edits in WAL."""
    # Asked of SQLite, as ``check_is_database`` is: who opens the file by himself and closes it
    # takes away every lock that this process has on it (fcntl(2)), that of a write too.
    with reading(path) as connection:
        return (
            os.name == "posix" and connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal"
        )


def check_is_database(path: Path) -> None:
    """Raise ObservatoryError ``not_an_observatory`` for another file; nothing beside it is read."""
    address = uri(path.resolve().as_posix(), "ro") + "&immutable=1"
    with _one_sentence(path), contextlib.closing(sqlite3.connect(address, uri=True)) as head:
        if not path.stat().st_size:
            raise ObservatoryError("not_an_observatory", name=path.name)
        head.execute("PRAGMA schema_version").fetchone()


def has_leftovers(path: Path) -> bool:
    """Whether something of what was deleted may still be in freed pages or in the file's WAL."""
    journal = path.resolve().with_name(path.resolve().name + "-wal")
    if journal.exists() and journal.stat().st_size:
        return True
    with reading(path) as connection:
        return bool(connection.execute("PRAGMA freelist_count").fetchone()[0])


def roll_back_torn_write(path: Path) -> None:
    """Open for writing once, so that SQLite rolls back what a killed process left half done."""
    with _one_sentence(path):
        connection = _connect(path, "rw")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()


def back_up(path: Path, target: Path) -> None:
    """Copy the file with SQLite's backup, which waits for a writer (a file copy does not).

    Who may not read the file may not read the copy; one that cannot be finished is not left.
    """
    with _one_sentence(path):
        target.touch(0o600)
        try:
            with reading(path) as source, contextlib.closing(sqlite3.connect(target)) as copy:
                source.rollback()
                source.backup(copy)
            shutil.copymode(path, target)
        except BaseException:
            target.unlink()
            raise


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    if not path.exists():
        raise ObservatoryError("missing_file", name=path.name)
    address = uri(path.resolve().as_posix(), mode)
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA secure_delete = on")
    connection.execute("PRAGMA foreign_keys = on")
    geopackage.define_functions(connection)
    return connection


def uri(path: str, mode: str) -> str:
    """How SQLite is given a file and how to open it; ``path`` with forward slashes.

    Python's own ``as_uri`` makes a share's server (``//server/share``) the address's host, which
    SQLite refuses (sqlite.org/uri.html).
    """
    root = "" if path.startswith("/") else "/"  # a Windows drive
    return f"file://{root}{quote(path)}?mode={mode}"


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that holds the write lock; left without COMMIT, it is rolled back."""
    if not os.access(path, os.W_OK) and path.exists():
        raise ObservatoryError("read_only", name=path.name)
    connection = _lock(path)
    try:
        yield connection
    finally:
        connection.close()


def _lock(path: Path) -> sqlite3.Connection:
    """A connection that holds the write lock of the file that stands there now."""
    while True:
        before = path.stat().st_ino if path.exists() else None
        connection = _connect(path, "rw")
        try:
            connection.execute("BEGIN IMMEDIATE")
            if path.stat().st_ino == before:
                return connection
        except BaseException:
            connection.close()
            raise
        connection.close()  # it waited for who put another file in its place


@contextlib.contextmanager
def _private_copy(path: Path, anew: bool, keys: bool) -> Iterator[sqlite3.Connection]:
    """A connection to a copy that replaces ``path`` when the block ends well."""
    path = path.resolve()  # a link stays a link
    _clear_leftovers(path)
    copy, packed = _empty_copy(path), None
    before = _state(path)
    try:
        connection = _connect(copy, "rw")
        try:
            with contextlib.closing(_connect(path, "ro")) as source:
                source.backup(connection)
            # A copy that nobody sees needs no journal on disk; the rename is its commit.
            connection.execute("PRAGMA journal_mode = memory")
            connection.execute("PRAGMA synchronous = off")
            connection.execute("PRAGMA cache_size = -131072")  # KiB
            connection.execute(f"PRAGMA foreign_keys = {'on' if keys else 'off'}")
            connection.execute("BEGIN")
            yield connection
            connection.execute("COMMIT")
            if anew:
                packed = _empty_copy(path)
                connection.execute("VACUUM INTO ?", (str(packed),))
        finally:
            connection.close()
        ready = packed or copy
        shutil.copymode(path, ready)
        _flush(ready)
        if _state(path) != before:  # another library of this process had given our lock away
            raise ObservatoryError("busy", name=path.name)
        ready.replace(path)
        _flush(path.parent)
    finally:
        copy.unlink(missing_ok=True)
        if packed is not None:
            packed.unlink(missing_ok=True)


def _empty_copy(path: Path) -> Path:
    """A new empty file beside ``path``, under a name that ``_clear_leftovers`` knows."""
    handle, name = tempfile.mkstemp(_COPY_SUFFIX, f".{path.name}.", path.parent)
    os.close(handle)
    return Path(name)


def _clear_leftovers(path: Path) -> None:
    """Delete a dead process's copies; the caller holds the write lock, so no other has one."""
    for leftover in path.parent.glob(f".{glob.escape(path.name)}.*{_COPY_SUFFIX}*"):
        leftover.unlink()


def _state(path: Path) -> tuple[int, int, int]:
    """What differs once somebody has written to the file, or put another in its place."""
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _one_sentence(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say into the observatory's own errors."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translated(error, path) from error
    except OSError as error:
        raise ObservatoryError(
            "disk_full" if _is_full(error) else "not_writable", name=path.name
        ) from error


def _translated(error: sqlite3.Error, path: Path) -> Exception:
    text = str(error)
    for needle, code in (
        ("locked", "busy"),
        ("readonly", "read_only"),
        ("unable to open", "not_writable"),
        ("disk is full", "disk_full"),
        ("disk I/O error", "disk_full"),
        ("not a database", "not_an_observatory"),
        ("malformed", "damaged"),
    ):
        if needle in text:
            return ObservatoryError(code, name=path.name)
    return error


def _is_full(error: OSError) -> bool:
    import errno

    return error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
