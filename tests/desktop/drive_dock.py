"""Runs inside QGIS Desktop (``qgis --code``): every control of the incident layer manager."""

from filtering import use_dock
from looking import play

play(use_dock())
