"""Files that GDAL opens: by one named driver, in silence, without the network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from osgeo import gdal, ogr

from oltp_plugin.errors import IntakeError

# A layer may name its coordinate system by an address; nothing is asked of anyone.
_NO_NETWORK = {"GDAL_HTTP_PROXY": "127.0.0.1:9", "GDAL_HTTPS_PROXY": "127.0.0.1:9"}


@contextmanager
def opened(
    source: str,
    drivers: list[str],
    name: str,
    options: dict[str, str] | None = None,
    settings: dict[str, str] | None = None,
) -> Iterator[gdal.Dataset]:
    """The data set, read-only, silent while it is open.

    ``options``: open options; ``settings``: GDAL's configuration meanwhile. Raises IntakeError
    ``no_driver``, ``damaged_file``.
    """
    present = [driver for driver in drivers if gdal.GetDriverByName(driver) is not None]
    if not present:
        raise IntakeError("no_driver", name=name, driver=drivers[0])
    settings = {**_NO_NETWORK, **(settings or {})}
    before = {key: gdal.GetThreadLocalConfigOption(key) for key in settings}
    # Not a function of ours: GDAL's messages may quote bytes that are no text, and it then fails.
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        for key, value in settings.items():
            gdal.SetThreadLocalConfigOption(key, value)
        gdal.ErrorReset()
        dataset = gdal.OpenEx(
            source,
            gdal.OF_VECTOR | gdal.OF_READONLY,
            allowed_drivers=present,
            open_options=[f"{key}={value}" for key, value in (options or {}).items()],
        )
        if dataset is None or dataset.GetLayerCount() == 0:
            raise IntakeError("damaged_file", name=name)
        yield dataset
    except (RuntimeError, UnicodeError, SystemError) as error:  # where exceptions are turned on
        raise IntakeError("damaged_file", name=name) from error
    finally:
        for key, former in before.items():
            gdal.SetThreadLocalConfigOption(key, former)
        gdal.PopErrorHandler()


def as_text(written: str) -> str:
    """A name or cell as GDAL gives it; bytes that are no UTF-8, though the file promised it, are
    taken for CP1252."""
    try:
        written.encode()
    except UnicodeEncodeError:
        return written.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return written


def layer_names(dataset: gdal.Dataset) -> list[str]:
    return [as_text(dataset.GetLayer(i).GetName()) for i in range(dataset.GetLayerCount())]


def field_names(layer: ogr.Layer) -> list[str]:
    definition = layer.GetLayerDefn()
    places = range(definition.GetFieldCount())
    return [as_text(definition.GetFieldDefn(i).GetName()) for i in places]


def features(layer: ogr.Layer, name: str) -> Iterator[ogr.Feature]:
    """A layer's features, all of them: raises IntakeError ``damaged_file`` where GDAL fails."""
    errors = gdal.GetErrorCounter()
    _check(name)
    for feature in layer:
        if gdal.GetErrorCounter() != errors:
            _check(name)
            errors = gdal.GetErrorCounter()
        yield feature
    _check(name)


def _check(name: str) -> None:
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise IntakeError("damaged_file", name=name)
