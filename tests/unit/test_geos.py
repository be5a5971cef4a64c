"""What a user is told where shapely is not the one that the plugin needs."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from oltp_plugin.geos import load_shapely


def test_a_shapely_before_2_is_said_to_be_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "shapely", ModuleType("shapely"))
    with pytest.raises(ModuleNotFoundError) as caught:
        load_shapely()
    assert caught.value.name == "shapely 2"
