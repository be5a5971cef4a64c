"""Every word a user reads: the translator, and the sentence of each error code.

The source language is English. ``tr`` is a free function so that pylupdate5 finds each text
in the context ``@default`` wherever it stands.
"""

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from oltp_plugin.errors import OltpError
from oltp_plugin.paths import I18N


def tr(text: str) -> str:
    """``text`` in the user's language; placeholders are filled afterwards, with ``format``."""
    return QCoreApplication.translate("@default", text)


def language() -> str:
    """Two letters, the language of QGIS's interface."""
    locale = QgsSettings().value("locale/userLocale", QLocale().name())
    return str(locale)[:2]


def install_translator() -> "QTranslator | None":
    """Install the translation for QGIS's language; None where English is used."""
    translator = QTranslator()
    locale = QLocale(str(QgsSettings().value("locale/userLocale", QLocale().name())))
    if not translator.load(locale, "oltp", "_", str(I18N)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def sentence(error: OltpError) -> str:
    """The sentence that says what happened, why, and what to do."""
    return _sentences()[error.code].format(**error.values)


def _sentences() -> dict[str, str]:
    return {
        "bad_distances": tr(
            "The distances “{text}” cannot be used: give numbers above 0 in increasing order, "
            "separated by commas, for example 50,100,200."
        ),
        "export_failed": tr(
            "The map could not be written to {file}: is the file open in another program, or the "
            "disk full?"
        ),
        "map_folder_not_writable": tr(
            "Nothing can be written in the folder “{folder}”: choose one that exists and is yours."
        ),
        "geographic_crs": tr(
            "The layer “{layer}” is in degrees ({crs}), where distances and areas mean nothing: "
            "reproject it first, for example to {suggestion}."
        ),
        "layer_locked": tr(
            "{file} is being written by another program: wait until it has finished, and run again."
        ),
        "missing_library": tr(
            "The Python library {name} is missing from this QGIS, and this algorithm needs it: "
            "install {name}, or the full QGIS installer, which brings it."
        ),
        "multipoints": tr(
            "The layer “{layer}” has features of several points each: run QGIS's “Multipart to "
            "singleparts” first, so that each point counts once."
        ),
        "no_crs": tr(
            "The layer “{layer}” does not say its coordinate system: set it in the layer's "
            "properties."
        ),
        "no_field": tr(
            "The layer “{layer}” has no field “{field}”: choose one of those that it has."
        ),
        "no_polygons": tr(
            "The study area “{layer}” has no polygon in it: choose a layer of polygons, such as "
            "the commune."
        ),
        "no_shapes": tr(
            "The layer “{layer}” has no geometry in it, so there is nothing to count around or in: "
            "choose another layer, or clear its filter."
        ),
        "not_written": tr(
            "The result could not be written ({reason}): is the disk full, or the file open in "
            "another program?"
        ),
        "not_metres": tr(
            "The layer “{layer}” is not measured in metres ({crs}): reproject it first, for "
            "example to {suggestion}."
        ),
        "not_points": tr("The layer “{layer}” is not a layer of points: choose one of points."),
        "not_polygons": tr(
            "The layer “{layer}” is not a layer of polygons: choose one of polygons, such as the "
            "commune."
        ),
        "result_unreadable": tr(
            "The result was written but cannot be opened again: is the disk full, or the file "
            "open in another program?"
        ),
        "style_not_saved": tr(
            "The result was written, but its symbols and description could not be saved with it "
            "({reason}): choose a folder that you may write to."
        ),
        "unreadable_style": tr(
            "The plugin's style “{name}” cannot be read ({reason}): reinstall the plugin."
        ),
        "negative_weight": tr(
            "The weight field “{field}” holds numbers below 0, and a record cannot count less than "
            "not at all: choose another field."
        ),
        "weight_not_a_number": tr(
            "The weight field “{field}” does not hold numbers: choose one that does."
        ),
        "no_layers": tr("There is no layer to print: choose at least one that can be opened."),
        "nothing_to_show": tr(
            "None of these layers has anything to show: choose another layer, or give an extent."
        ),
        "svg_shows_places": tr(
            "An SVG holds the exact coordinates of all that it shows, so it is only for internal "
            "use: choose PDF or PNG, or the internal diffusion."
        ),
        "template_without_map": tr(
            "The layout template {file} has no map on it: add one in QGIS's layout editor."
        ),
        "too_large_to_draw": tr(
            "There is not enough memory to draw this page at {dpi} dots per inch: choose a lower "
            "resolution."
        ),
        "unknown_format": tr(
            "{file} does not end in .pdf, .png or .svg: choose one of these for the map."
        ),
        "unreadable_template": tr(
            "{file} cannot be read as a layout template: save it again from QGIS's layout editor "
            "as a .qpt file."
        ),
        "qgis_busy": tr(
            "QGIS did not answer for half a minute, so nothing was written: wait until it is idle "
            "and try again."
        ),
        "cancelled": tr("Stopped, as you asked. Nothing was written."),
    }
