"""Loading shapely inside QGIS without two GEOS libraries mixing up.

A shapely from PyPI brings its own GEOS; QGIS has another one in memory. On Linux the functions of
QGIS's would answer shapely's calls, and QGIS crashes (tried: Debian 12, shapely 2.1, in
``intersects_xy``). ``RTLD_DEEPBIND`` lets a library prefer what it was built with (dlopen(3)).
"""

from __future__ import annotations

import os
import sys


def load_shapely() -> None:
    """Import shapely with its own GEOS; to be called before anything that imports it in QGIS.

    Raises ModuleNotFoundError where numpy or shapely is not installed, or shapely is older than 2.
    """
    import numpy  # noqa: F401 - loaded in the ordinary way, before shapely asks for it

    if "shapely" not in sys.modules and hasattr(os, "RTLD_DEEPBIND"):
        flags = sys.getdlopenflags()
        sys.setdlopenflags(flags | os.RTLD_DEEPBIND)
        try:
            import shapely
        finally:
            sys.setdlopenflags(flags)
    import shapely

    if not hasattr(shapely, "points"):  # arrays of geometries came with version 2
        raise ModuleNotFoundError("shapely 2 is needed", name="shapely 2")
