"""As much of a QGIS window as the plugin's windows for incidents and problem places use."""

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QMainWindow, QPushButton, QTextBrowser

from oltp_plugin.gui.current_observatory import CurrentObservatory
from oltp_plugin.gui.draft_offers import DraftOffers
from oltp_plugin.gui.follow_up.windows import FollowUpWindows
from oltp_plugin.gui.incident_form.windows import IncidentWindows
from oltp_plugin.observatory import sites
from oltp_plugin.observatory.sites import Site
from tests.qgis.waiting import wait

KINDS = ("site", "decision", "observation")


class Window:
    """As much of QGIS's ``iface`` as the windows use."""

    def __init__(self):
        self._window = QMainWindow()
        self._canvas, self._bar = QgsMapCanvas(self._window), QgsMessageBar(self._window)

    def mainWindow(self):  # noqa: N802 - QGIS's name
        return self._window

    def mapCanvas(self):  # noqa: N802 - QGIS's name
        return self._canvas

    def messageBar(self):  # noqa: N802 - QGIS's name
        return self._bar

    def addDockWidget(self, area, dock):  # noqa: N802 - QGIS's name
        self._window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):  # noqa: N802 - QGIS's name
        self._window.removeDockWidget(dock)


class Session:
    """A QGIS that has the observatory open; ``forms``: the windows that were shown."""

    def __init__(self, path):
        self.iface, self.forms, self.failures = Window(), [], []
        self.current = CurrentObservatory()
        given = (self.current, self.iface, self.keep, self.failures.append)
        self.windows, self.incidents = FollowUpWindows(*given), IncidentWindows(*given)
        resume = dict.fromkeys(KINDS, self.windows.resume) | {"incident": self.incidents.resume}
        self.offers = DraftOffers(self.current, self.iface, resume)
        self.open(path)

    def open(self, path) -> None:
        self.current.open(path)
        wait(lambda: self.current.path == path)

    def keep(self, form) -> None:
        self.forms.append(form)
        form.show()

    def shown_by(self, ask):
        """The form that ``ask()`` brings."""
        before = len(self.forms)
        ask()
        wait(lambda: len(self.forms) > before or self.failures)
        return self.forms[-1]

    def end(self) -> None:
        self.current.disconnect_project()
        self.offers.end()
        self.windows.end()
        self.incidents.end()
        QgsProject.instance().clear()
        for left in (self.iface.mainWindow(), self.current):
            left.deleteLater()
        delete_now()


def with_a_site(observatory):
    """The same file, with one problem place in it."""
    import shapely

    here = shapely.to_wkb(shapely.Point(702500, 6602000), byte_order=1)
    sites.save(observatory, Site("Parc", wkb=here), str)
    return observatory


def delete_now() -> None:
    """What Qt deletes once it has nothing else to do."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def button_in(message) -> QPushButton:
    """The button that a message of QGIS's message bar offers."""
    (button,) = [each for each in message.findChildren(QPushButton) if each.text()]
    return button


def said_in(bar) -> str:
    """What the bar's last message shows, as its reader sees it."""
    return bar.currentItem().findChild(QTextBrowser).toPlainText()
