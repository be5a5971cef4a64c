"""A new observatory: one GeoPackage with every table, the town's category list and place kinds."""

from __future__ import annotations

import contextlib
import sqlite3
import uuid
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from . import geopackage, guards, journal, schema, seed, triggers
from .clock import now


def create(path: Path, epsg: int = 2154) -> None:
    """Write a new observatory to ``path``, whole or not at all.

    Raises ObservatoryError: ``not_gpkg_name``, ``exists``, ``missing_folder``,
    ``not_writable``, ``unknown_crs``, ``crs_not_metric``.
    """
    _check_target(path)
    _check_metric(epsg)
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex}.oltp-copy")
    try:
        connection = sqlite3.connect(draft, isolation_level=None)
        with contextlib.closing(connection):
            geopackage.define_functions(connection)
            connection.execute("PRAGMA foreign_keys = on")
            connection.execute("PRAGMA synchronous = off")
            connection.execute("BEGIN")
            _write(connection, epsg)
            connection.execute("COMMIT")
        draft.replace(path)
    except (sqlite3.Error, OSError) as error:
        raise ObservatoryError("not_writable", name=path.name) from error
    finally:
        draft.unlink(missing_ok=True)


def _check_target(path: Path) -> None:
    if path.suffix.lower() != ".gpkg":
        raise ObservatoryError("not_gpkg_name", name=path.name)
    if path.exists():
        raise ObservatoryError("exists", name=path.name)
    if not path.parent.is_dir():
        raise ObservatoryError("missing_folder", name=path.parent.name)


def _check_metric(epsg: int) -> None:
    reference = _reference(epsg)
    if not reference.IsProjected() or reference.GetLinearUnits() != 1.0:
        raise ObservatoryError("crs_not_metric", crs=f"EPSG:{epsg}")


def _reference(epsg: int):
    from osgeo import osr

    reference = osr.SpatialReference()
    try:
        failed = reference.ImportFromEPSG(epsg)  # a code or an exception, as the process has it
    except RuntimeError:
        failed = True
    if failed:
        raise ObservatoryError("unknown_crs", crs=f"EPSG:{epsg}")
    return reference


def _write(connection: sqlite3.Connection, epsg: int) -> None:
    geopackage.create_container(connection)
    for code in (4326, epsg):  # a GeoPackage always defines WGS 84
        reference = _reference(code)
        geopackage.add_srs(connection, code, reference.GetName(), reference.ExportToWkt())
    for table in schema.ATTRIBUTES:
        connection.execute(schema.create_statement(table))
    for table in schema.FEATURES:
        connection.execute(schema.create_statement(table))
    for table in schema.ATTRIBUTES:
        geopackage.register_attributes(connection, table)
    for table, (geometry_type, _) in schema.FEATURES.items():
        geopackage.register_features(connection, table, geometry_type, epsg)
    geopackage.run_script(connection, schema.REST)
    geopackage.run_script(connection, triggers.TRIGGERS)
    geopackage.run_script(connection, triggers.SENSITIVE)
    geopackage.run_script(connection, guards.SCRIPT)
    connection.execute(
        "INSERT INTO observatory (uuid, schema_version, epsg, created_at) VALUES (?, ?, ?, ?)",
        (str(uuid.uuid4()), schema.VERSION, epsg, now()),
    )
    seed.fill(connection)
    journal.record(connection, "create", "observatory", 1)
