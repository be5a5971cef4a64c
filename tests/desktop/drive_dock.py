"""Runs inside QGIS Desktop (``qgis --code``): the incident layer manager, then every view.

At the end problem places and observations.
"""

from filtering import use_dock
from following import follow_up
from looking import play
from viewing import use_views


def steps():
    yield from use_dock()
    yield from use_views()
    yield from follow_up()


play(steps())
