"""The incident layer manager on a made-up observatory, against the times that are wanted.

In a process of its own, with windows that nobody sees. Panning is against a plain layer with the
condition written by hand. ``benchmarks/dock.py observatory.gpkg`` measures one that exists.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).resolve().parents[1]
START, OPENING, CHANGE, STOP = 0.15, 2.0, 0.3, 0.05  # seconds wanted
TIMES = 4  # the best counts: other programs' pauses are not ours
VIEWS = (
    ("family",), ("category",), ("partner",), ("address",), ("cluster",), ("heat",),
    ("counts", "quartier"),
)  # fmt: skip
EVENING = tuple(24 * day + hour for day in range(7) for hour in (20, 21, 22, 23, 0, 1))


def rows(folder: Path, count: int) -> Iterator[tuple]:
    """(what, peer, our seconds, the peer's seconds, the ratio wanted)."""
    import million

    path = million.made(folder, count)
    done = subprocess.run(
        [sys.executable, __file__, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
    )
    for line in done.stdout.splitlines():
        if line.startswith("["):
            yield tuple(json.loads(line))


def measure(path: Path) -> Iterator[tuple]:
    from qgis.core import QgsApplication, QgsProject

    begun = time.process_time()
    import_at_start()
    yield "the panel when QGIS starts (processor)", "150 ms", time.process_time() - begun, START, 1
    desk = _Desk()
    _forget_pages(path)
    number, everything = desk.open(path)
    yield "opening, file not in memory: map and number", "2 s", number, OPENING
    yield "opening, file not in memory: every figure", "2 s", everything, OPENING
    desk.close()
    number, everything = desk.open(path)
    yield "opening: map and number", "2 s", number, OPENING, 1
    yield "opening: every figure", "2 s", everything, OPENING
    changes, stops = zip(*(desk.best_change(chosen) for chosen in _filters()))
    yield "another filter: every figure, slowest of 8", "300 ms", max(changes), CHANGE, 1
    yield "another filter: longest stop (processor)", "50 ms", max(stops), STOP, 1
    for name, chosen in (("a year", _filters()[1]), ("evenings", _filters()[4])):
        ours, theirs = _panning(desk, path, chosen)
        yield f"panning, {name}", "plain layer, same WHERE", ours, theirs, 0.9
    desk.change(_filters()[0])
    stops = [desk.add_view(*view) for view in VIEWS]
    yield "adding a view: longest stop of 7 (processor)", "50 ms", max(stops), STOP, 1
    stop = max(desk.best_change(chosen)[1] for chosen in _filters()[:4])
    yield "another filter, 7 views: longest stop (processor)", "50 ms", stop, STOP, 1
    for view in ("heat", "cluster", "address"):
        ours, theirs = _panning(desk, path, _filters()[1], f"view:{view}")
        yield f"panning, a year, {view}", "plain points, same WHERE", ours, theirs
    desk.end()
    QgsProject.instance().clear()
    QgsApplication.exitQgis()


def _filters() -> list:
    from oltp_plugin.observatory.filter import IncidentFilter

    return [
        IncidentFilter("2024-01-01", "2024-03-31"),
        IncidentFilter("2024-01-01", "2024-12-31"),
        IncidentFilter(categories=("vols_violents", "degradations")),
        IncidentFilter(partners=("TC", "PM")),
        IncidentFilter(hours=EVENING),
        IncidentFilter(severities=(3, 4), statuses=("open",)),
        IncidentFilter(territories=(("quartier", "5"), ("quartier", "9"))),
        IncidentFilter(),
    ]


def import_at_start() -> None:
    """What the plugin loads and makes for the panel when QGIS starts."""
    from oltp_plugin.gui.current_observatory import CurrentObservatory
    from oltp_plugin.gui.dock.panel import ObservatoryDock

    kept = ObservatoryDock(), CurrentObservatory()
    kept[1].disconnect_project()


class _Desk:
    """The dock with its manager, as the workbench wires them."""

    def __init__(self):
        from oltp_plugin.gui.current_observatory import CurrentObservatory
        from oltp_plugin.gui.dock.manager import LayerManager
        from oltp_plugin.gui.dock.panel import ObservatoryDock
        from oltp_plugin.gui.dock.views_menu import ViewsMenu

        self.dock, self.current = ObservatoryDock(), CurrentObservatory()
        self.manager = LayerManager(self.dock.panel, self.current)
        self.dock.resize(380, 800)
        self.dock.show()
        window = SimpleNamespace(activeLayer=lambda: None)
        self.views = ViewsMenu(self.dock.panel.layersButton, self.manager, self.current, window)
        self._heard: dict[str, float] = {}
        self.views.failed.connect(self._refused)
        counting = self.manager._counting
        counting.counted.connect(lambda *_: self._hear("counted"))
        counting.answered.connect(lambda *_: self._hear("answered"))
        self.current.changed.connect(self._show)

    def open(self, path: Path) -> tuple[float, float]:
        """Seconds until the number is there, and until everything is."""
        self._wait(lambda: self.current.open(path))
        return self._heard["counted"], self._heard["answered"]

    def change(self, chosen) -> None:
        if self.manager.state.filter != chosen:  # the same one asks nothing
            self._wait(lambda: self.manager.state.choose(chosen))

    def add_view(self, name: str, level: str = "") -> float:
        """The window's longest stop until the view is on the map."""
        role = ":".join(filter(None, ("view", name, level)))
        return self._wait(lambda: self.views.add(name, level), lambda: self.current.layer(role))

    def best_change(self, chosen) -> tuple[float, float]:
        """Seconds until everything is counted, and the window's longest stop; the best of each.

        The stop is in time of the processor: how long it takes also depends on what else runs.
        """
        from oltp_plugin.observatory.filter import IncidentFilter

        measured = []
        for _ in range(TIMES):
            self.change(IncidentFilter(facts=True))
            stop = self._wait(lambda: self.manager.state.choose(chosen))
            measured.append((self._heard["answered"], stop))
        return min(each for each, _ in measured), min(stop for _, stop in measured)

    def close(self) -> None:
        from qgis.core import QgsProject

        QgsProject.instance().clear()

    def end(self) -> None:
        self.manager.end()

    def _show(self) -> None:
        if self.current.path is not None:  # else it was closed
            self.dock.panel.show_observatory(
                self.current.path, self.current.info, self.current.summary
            )
        self.manager.follow()

    def _refused(self, error) -> None:
        if not isinstance(error, str):  # a sentence only says from which scale on it is drawn
            raise SystemExit(f"refused: {error!r}")  # else it is waited for in vain

    def _hear(self, name: str) -> None:
        self._heard.setdefault(name, time.perf_counter() - self._begun)

    def _wait(self, action: Callable[[], None], done: Callable | None = None) -> float:
        """Act, and wait for the answer or ``done``; the window's longest stop meanwhile."""
        from qgis.core import QgsApplication

        done = done or (lambda: "answered" in self._heard)
        self._heard, self._begun = {}, time.perf_counter()
        last, longest, after = time.thread_time(), 0.0, None
        action()
        while after is None or time.perf_counter() < after:
            QgsApplication.processEvents()
            longest, last = max(longest, time.thread_time() - last), time.thread_time()
            now = time.perf_counter()
            if after is None and done():
                after = now + 0.3  # what follows the answer belongs to it: the charts, the map
            time.sleep(0.001)
        return longest


def _panning(desk: _Desk, path: Path, chosen, role: str = "incident") -> tuple[float, float]:
    """Seconds to draw ten maps with the dock's layer of ``role``, and with a plain one."""
    from qgis.core import QgsVectorLayer

    desk.change(chosen)
    own = desk.current.layer(role)
    plain = QgsVectorLayer(f"{path}|layername=incident|subset={chosen.sql()}", "plain", "ogr")
    plain.setRenderer(desk.current.layer("incident").renderer().clone())
    measured = [(_draw(own), _draw(plain)) for _ in range(TIMES)]
    return min(ours for ours, _ in measured), min(theirs for _, theirs in measured)


def _draw(layer) -> float:
    from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings, QgsRectangle
    from qgis.PyQt.QtCore import QSize

    begun = time.perf_counter()
    for step in range(10):
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setDestinationCrs(layer.crs())
        settings.setOutputSize(QSize(900, 700))
        west, south = 701_000 + 600 * step, 6_204_000
        settings.setExtent(QgsRectangle(west, south, west + 1_500, south + 1_200))
        job = QgsMapRendererSequentialJob(settings)
        job.start()
        job.waitForFinished()
    return time.perf_counter() - begun


def _forget_pages(path: Path) -> None:
    """As if the file had never been read: the system lets go of what it keeps of it."""
    if hasattr(os, "posix_fadvise"):
        handle = os.open(path, os.O_RDONLY)
        os.fsync(handle)
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(handle)


if __name__ == "__main__":
    from qgis.core import QgsApplication

    application = QgsApplication([], True)
    application.initQgis()
    for row in measure(Path(sys.argv[1])):
        print(json.dumps(row), flush=True)
    os._exit(0)
