"""Files that GDAL opens: by one named driver, in silence, without the network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from osgeo import gdal

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
    """The data set, read-only; while it is open, a failure of GDAL's is a damaged file.

    ``options``: open options; ``settings``: GDAL's configuration meanwhile. Raises IntakeError
    ``no_driver``, ``damaged_file``.
    """
    present = [driver for driver in drivers if gdal.GetDriverByName(driver) is not None]
    if not present:
        raise IntakeError("no_driver", name=name, driver=drivers[0])
    failures: list[int] = []

    def note(level: int, number: int, _message: str) -> None:
        if level >= gdal.CE_Failure:
            failures.append(number)

    settings = {**_NO_NETWORK, **(settings or {})}
    before = {key: gdal.GetThreadLocalConfigOption(key) for key in settings}
    gdal.PushErrorHandler(note)
    try:
        for key, value in settings.items():
            gdal.SetThreadLocalConfigOption(key, value)
        dataset = gdal.OpenEx(
            source,
            gdal.OF_VECTOR | gdal.OF_READONLY,
            allowed_drivers=present,
            open_options=[f"{key}={value}" for key, value in (options or {}).items()],
        )
        if dataset is None or dataset.GetLayerCount() == 0:
            raise IntakeError("damaged_file", name=name)
        yield dataset
        if failures:
            raise IntakeError("damaged_file", name=name)
    except (RuntimeError, UnicodeError) as error:  # RuntimeError: where exceptions are turned on
        raise IntakeError("damaged_file", name=name) from error
    finally:
        for key, former in before.items():
            gdal.SetThreadLocalConfigOption(key, former)
        gdal.PopErrorHandler()
