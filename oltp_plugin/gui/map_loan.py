"""QGIS's map lent to a tool of ours, and given back with the tool that was in hand before."""

from __future__ import annotations

from qgis.PyQt import sip


class MapLoan:
    """One for each window: ``take`` a tool, then ``give_back``."""

    def __init__(self, canvas):
        self._canvas = canvas
        self._own = self._before = None

    def take(self, tool) -> None:
        """Let ``tool`` have the clicks on the map."""
        held = self._canvas.mapTool()
        if held is not self._own or held is None:
            self._before = held
        self._own = tool
        self._canvas.setMapTool(tool)

    def give_back(self) -> None:
        """The tool from before, unless the user has taken another one meanwhile."""
        own, self._own = self._own, None
        if own is None or self._canvas.mapTool() is not own:
            return
        if self._before is None or sip.isdeleted(self._before):
            self._canvas.unsetMapTool(own)
        else:
            self._canvas.setMapTool(self._before)
