"""Parameters that the observatory's algorithms share."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingParameterDateTime, QgsProcessingParameterFile

from oltp_plugin.translation import tr

OBSERVATORY = "OBSERVATORY"


def observatory_parameter() -> QgsProcessingParameterFile:
    """The observatory's file."""
    return QgsProcessingParameterFile(
        OBSERVATORY, tr("Observatory"), fileFilter=tr("Observatory (*.gpkg)")
    )


def opened(algorithm, parameters, context) -> Path:
    """The observatory's path, once the file was checked, mended and migrated if need be."""
    from oltp_plugin.layers.update_mode import guarded
    from oltp_plugin.observatory.opening import open_observatory

    path = Path(algorithm.parameterAsFile(parameters, OBSERVATORY, context))
    open_observatory(path, guarded)
    return path


def day_parameter(name: str, description: str, required: bool = False):
    """A date without time."""
    return QgsProcessingParameterDateTime(
        name, description, QgsProcessingParameterDateTime.Type.Date, optional=not required
    )


def day(algorithm, parameters, name: str, context) -> str | None:
    """The date as an ISO day, None where it was left out."""
    moment = algorithm.parameterAsDateTime(parameters, name, context)
    return moment.date().toString("yyyy-MM-dd") if moment.isValid() else None


def layer_source(path: Path, table: str) -> str:
    """How QGIS names one of the observatory's layers."""
    return f"{path}|layername={table}"
