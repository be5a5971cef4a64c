"""The windows about partners: their agreements, what they fill in, what is to be purged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from oltp_plugin.errors import OltpError
from oltp_plugin.gui import messages
from oltp_plugin.local_format import number
from oltp_plugin.translation import tr


class PartnerWindows(QObject):
    """Opens them for ``current`` (a CurrentObservatory); ``keep(window)`` shows and minds one.

    A window goes on with the file that it was opened for, whatever is opened after it.
    """

    def __init__(self, current, iface, keep: Callable, show_failure: Callable):
        super().__init__(current)
        self._current, self._iface = current, iface
        self._keep, self._show_failure = keep, show_failure
        self._told_expired: dict[Path, int] = {}
        current.past.connect(self._tell_expired)

    def show_partners(self, partner: str = "") -> None:
        """Each partner's page."""
        from oltp_plugin.gui.partners import Partners

        path = self._current.path
        window = Partners(path, partner, self._iface.mainWindow())
        window.changed.connect(lambda: self._follow_agreements(path))
        window.sheetAsked.connect(lambda code: self.show_sheet(code, path))
        self._keep(window)

    def show_sheet(self, partner: str = "", path: Path | None = None) -> None:
        """The workbook and the paper that a partner without software fills in."""
        from oltp_plugin.gui.partner_sheet import PartnerSheetForm
        from oltp_plugin.observatory import partner_page

        path = path or self._current.path
        try:
            partners = partner_page.partners(path)
        except OltpError as error:
            self._show_failure(error)
            return
        self._keep(PartnerSheetForm(path, partners, partner, self._iface.mainWindow()))

    def purge(self) -> None:
        """What is past its retention."""
        from oltp_plugin.gui.purge import Purge

        window = Purge(self._current.path, self._iface.mainWindow())
        window.purged.connect(self._current.refresh)
        self._keep(window)

    def _follow_agreements(self, path: Path) -> None:
        """The layers show what the agreements say now; the figures are counted again."""
        from oltp_plugin.layers import incident_filter, observatory_group
        from oltp_plugin.observatory.filter import IncidentFilter

        group = observatory_group.find_group(path, QgsProject.instance())
        if group is not None:
            chosen = incident_filter.remembered(group) or IncidentFilter()
            incident_filter.apply(group, path, chosen)
        self._current.refresh()

    def _tell_expired(self, n: int) -> None:
        """Once in a session, and again where there are more."""
        path = self._current.path
        if n <= self._told_expired.get(path, 0):
            return
        self._told_expired[path] = n
        text = tr("{n} records are past the time for which they may be kept.")
        bar = self._iface.messageBar()
        messages.offer(bar, text.format(n=number(n)), tr("Purge…"), self._purge_if_open)

    def _purge_if_open(self) -> None:
        if self._current.path is not None:
            self.purge()
