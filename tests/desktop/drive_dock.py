"""Runs inside QGIS Desktop (``qgis --code``): the incident layer manager, then every view."""

from filtering import use_dock
from looking import play
from viewing import use_views


def steps():
    yield from use_dock()
    yield from use_views()


play(steps())
