"""The first features of a layer that GDAL reads, their attributes as texts."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from oltp_plugin.errors import IntakeError

from .layout import Grid, Layout
from .profile import Profile


def grid(
    path: Path, layout: Layout, given: dict, rows: int
) -> tuple[Grid, Layout, tuple[np.ndarray, np.ndarray] | None]:
    """The attributes' names at line 0, then the first features' from line 1; their points.

    The layout says whether they are points and in which CRS (None: it does not say, or it cannot
    be the one). Raises IntakeError as ``vector.read`` does.
    """
    from .readers import gdal_files, vector

    profile = Profile(
        "", "", None, {}, layout.type, encoding=given.get("encoding"), sheet=given.get("sheet")
    )
    with vector.opened(path, profile, layout.type) as dataset:
        names = tuple(gdal_files.layer_names(dataset))
        chosen = given.get("sheet") or names[0]
        if chosen not in names:
            raise IntakeError("no_sheet", name=path.name, sheet=chosen, found=", ".join(names))
        layer = dataset.GetLayer(names.index(chosen))
        fields = gdal_files.field_names(layer)
        result: Grid = [(0, fields)]
        points = []
        for line, feature in enumerate(islice(layer, rows), start=1):
            cells = (feature.GetFieldAsString(i) for i in range(len(fields)))
            result.append((line, list(map(gdal_files.as_text, cells))))
            points.append(vector.point_of(feature.GetGeometryRef()) or (np.nan, np.nan))
        x, y = np.array(points, dtype=float).reshape(-1, 2).T
        layout = replace(layout, sheet=chosen, sheets=names)
        if not np.isfinite(x).any():
            return result, layout, None
        try:
            epsg = vector.epsg_of(layer, profile, path.name, True)
        except IntakeError:
            epsg = None  # to be asked: the layer does not say it
    if epsg == 4326 and (np.nanmax(np.abs(x)) > 180 or np.nanmax(np.abs(y)) > 90):
        epsg = None  # GeoJSON is in degrees unless it says otherwise, and this one does not
    return result, replace(layout, geometry=True, epsg=epsg), (x, y)
