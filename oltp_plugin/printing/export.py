"""A layout as a file: text stays text, and nothing in it tells where or by whom it was made."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qgis.core import Qgis, QgsLayoutExporter, QgsLayoutRenderContext, QgsPrintLayout

from oltp_plugin.errors import PrintError
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.printing.document import check_folder
from oltp_plugin.printing.pictured import pictured

FORMATS = ("pdf", "png", "svg")


def check_output(output: Path, diffusion: Diffusion) -> None:
    """Refuse early what ``export_layout`` would refuse after the drawing.

    Raises ``PrintError``: "unknown_format", "svg_shows_places" (an SVG holds every coordinate),
    "map_folder_not_writable".
    """
    kind = output.suffix[1:].lower()
    if kind not in FORMATS:
        raise PrintError("unknown_format", file=output.name)
    if kind == "svg" and diffusion is not Diffusion.INTERNAL:
        raise PrintError("svg_shows_places")
    check_folder(output)


def export_layout(layout: QgsPrintLayout, output: Path, dpi: float) -> None:
    """Write ``layout`` to ``output``, a .pdf, .png or .svg, on the main thread.

    An earlier file is replaced only once the new one is whole. Raises ``PrintError``:
    "export_failed", "too_large_to_draw".
    """
    # Drawn under a neutral name in a folder of its own, where QGIS may leave files beside it.
    try:
        with tempfile.TemporaryDirectory(prefix=".map", dir=output.parent) as folder:
            drawn = Path(folder) / f"map{output.suffix.lower()}"
            with pictured(layout, dpi):
                _draw(QgsLayoutExporter(layout), drawn, dpi)
            # Pictures of the further pages are numbered: map_2.png and so on.
            for page in Path(folder).glob(f"map_*{drawn.suffix}"):
                page.replace(output.with_name(f"{output.stem}{page.stem[3:]}{output.suffix}"))
            drawn.replace(output)
    except OSError as error:
        raise PrintError("export_failed", file=output.name) from error


def _draw(exporter: QgsLayoutExporter, output: Path, dpi: float) -> None:
    write = {".pdf": _write_pdf, ".png": _write_png, ".svg": _write_svg}[output.suffix]
    result = write(exporter, output, dpi)
    if result == QgsLayoutExporter.ExportResult.MemoryError:
        raise PrintError("too_large_to_draw", dpi=round(dpi))
    if result != QgsLayoutExporter.ExportResult.Success:
        raise OSError("QGIS could not write the page")


def _write_pdf(exporter: QgsLayoutExporter, output: Path, dpi: float):
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    # The title; the author is that of the project, which ``map_layout.own_project`` empties.
    settings.exportMetadata = True
    settings.appendGeoreference = False
    settings.writeGeoPdf = False
    settings.includeGeoPdfFeatures = False
    settings.flags = _sharp(settings.flags)
    return exporter.exportToPdf(str(output), settings)


def _write_png(exporter: QgsLayoutExporter, output: Path, dpi: float):
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = dpi
    settings.exportMetadata = False
    settings.generateWorldFile = False
    return exporter.exportToImage(str(output), settings)


def _write_svg(exporter: QgsLayoutExporter, output: Path, dpi: float):
    settings = QgsLayoutExporter.SvgExportSettings()
    settings.dpi = dpi
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    settings.exportMetadata = False
    return exporter.exportToSvg(str(output), settings)


def _sharp(flags):
    """Without JPEG's blur around symbols and thin lines."""
    return flags | QgsLayoutRenderContext.Flag.FlagLosslessImageRendering
