"""Runs inside QGIS Desktop (``qgis --code``): the incident layer manager, then every view.

Then the animation, what hands do to layers and projects, problem places and observations.
"""

from animating import animate
from filtering import use_dock
from following import follow_up
from living import live
from looking import play
from viewing import use_views


def steps():
    yield from use_dock()
    yield from use_views()
    yield from animate()
    yield from live()
    yield from follow_up()


play(steps())
