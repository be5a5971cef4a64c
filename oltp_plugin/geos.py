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

    Raises ModuleNotFoundError where shapely or numpy is not installed.
    """
    import numpy  # noqa: F401 - loaded in the ordinary way, before shapely asks for it

    if sys.modules.get("shapely") or not hasattr(os, "RTLD_DEEPBIND"):
        return
    flags = sys.getdlopenflags()
    sys.setdlopenflags(flags | os.RTLD_DEEPBIND)
    try:
        import shapely  # noqa: F401
    finally:
        sys.setdlopenflags(flags)
