"""Pages of a million records, A3 at 300 dots per inch with a chart, against QGIS's own layout.

QGIS draws the same layer in a layout of nothing but a map, and writes it as PDF with its defaults:
no counts, no chart, no legend. Each page is a process of its own, whose processor time counts, the
reading of the file included. ``benchmarks/printing.py observatory.gpkg`` measures one that exists,
and says what each process held and wrote.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
INTERNAL, RESTRICTED = 0, 1
A3_LANDSCAPE, CHART = 2, 3
DPI = 300


def rows(folder: Path, count: int) -> Iterator[tuple]:
    """(what, peer, our seconds, the peer's seconds, the ratio wanted)."""
    import million

    path = million.made(folder, count)
    pages = {name: _measured(path, name, folder) for name in ("qgis", "internal")}
    _agree(path)
    pages["restricted"] = _measured(path, "restricted", folder)
    for name, said in (("internal", "points"), ("restricted", "100 m cells")):
        what = f"A3 page, {name}: {said}, chart"
        ours, theirs = (pages[each]["processor"] for each in (name, "qgis"))
        yield what, "QGIS layout of the points", ours, theirs, 1


def _measured(path: Path, name: str, folder: Path) -> dict:
    output = folder / f"{name}.pdf"
    done = subprocess.run(
        [sys.executable, __file__, str(path), name, str(output)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
    )
    return json.loads(done.stdout.splitlines()[-1])


def _agree(path: Path) -> None:
    """Every partner's agreement lets 100 m cells be shown, and no count below five."""
    from million import PARTNERS

    from oltp_plugin.observatory import agreement_document, agreements

    for partner in PARTNERS:
        document = path.with_name("agreement.json")
        clauses = {"finest_shown": "cell", "small_count_threshold": 5, "combination": "yes"}
        document.write_text(json.dumps({"partner": partner, "reference": partner, **clauses}))
        agreements.record(path, agreement_document.read(document))


def _page(path: Path, name: str, output: Path) -> dict:
    import headless_qgis
    from qgis.core import QgsVectorLayer

    from oltp_plugin.layers.styling import apply_style

    headless_qgis.start()
    layer = QgsVectorLayer(f"{path}|layername=incident", "Incidents", "ogr")
    apply_style(layer, "incident")
    begun, busy = time.perf_counter(), time.process_time()
    if name == "qgis":
        _plain(layer, output)
    else:
        _ours(layer, RESTRICTED if name == "restricted" else INTERNAL, output)
    return {
        "s": time.perf_counter() - begun,
        "processor": time.process_time() - busy,
        "GB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
        "MB": output.stat().st_size / 1e6,
    }


def _ours(layer, diffusion: int, output: Path) -> None:
    import processing

    given = {"LAYERS": [layer], "TITLE": "A million", "TEMPLATE": A3_LANDSCAPE, "CONTENT": CHART}
    given |= {"DIFFUSION": diffusion, "DPI": DPI, "OUTPUT": str(output)}
    processing.run("oltp:printmap", given)


def _plain(layer, output: Path) -> None:
    from qgis.core import (
        QgsLayoutExporter,
        QgsLayoutItemMap,
        QgsLayoutPoint,
        QgsLayoutSize,
        QgsPrintLayout,
        QgsProject,
    )

    project = QgsProject()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(420, 297))
    item = QgsLayoutItemMap(layout)
    layout.addLayoutItem(item)
    item.setCrs(layer.crs())
    item.attemptMove(QgsLayoutPoint(10, 10))
    item.attemptResize(QgsLayoutSize(400, 277))
    item.setExtent(layer.extent())  # which changes the size
    item.attemptResize(QgsLayoutSize(400, 277))
    item.setKeepLayerSet(True)
    item.setLayers([layer])
    item.zoomToExtent(layer.extent())
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = DPI
    QgsLayoutExporter(layout).exportToPdf(str(output), settings)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    observatory, *which = sys.argv[1:]
    if which:
        print(json.dumps(_page(Path(observatory), which[0], Path(which[1]))), flush=True)
        os._exit(0)  # QGIS's own end takes seconds and measures nothing
    for name in ("qgis", "internal", "restricted"):
        if name == "restricted":
            _agree(Path(observatory))
        print(name, _measured(Path(observatory), name, Path(observatory).parent))
