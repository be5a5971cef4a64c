"""Symbols from ``styles/``, their words in the user's language."""

from __future__ import annotations

import re

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsPointClusterRenderer,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from oltp_plugin.errors import LayerError
from oltp_plugin.paths import STYLES
from oltp_plugin.translation import tr


def apply_style(layer: QgsMapLayer, name: str) -> None:
    """Give ``layer`` the symbols of ``styles/<name>.qml``, a vector's words through ``tr``."""
    # Not loadNamedStyle, which takes a style that the layer's own file holds instead.
    document = QDomDocument()
    text = (STYLES / f"{name}.qml").read_text(encoding="utf-8")
    if isinstance(layer, QgsVectorLayer) and layer.storageType() == "ESRI Shapefile":
        text = _with_short_names(text)
    understood, message, *_ = document.setContent(text)
    loaded = False
    if understood:
        loaded, message = layer.importNamedStyle(document)
    if not loaded:
        raise LayerError("unreadable_style", name=name, reason=message)
    if isinstance(layer, QgsVectorLayer):
        if layer.renderer() is not None:  # a table has none
            _translate_legend(layer)
        _translate_aliases(layer)
    layer.triggerRepaint()


def _with_short_names(style: str) -> str:
    """A style for a shapefile, whose fields have names of 10 characters at most."""
    for name in set(re.findall(r'<alias [^>]*field="(\w{11,})"', style)):
        style = re.sub(rf"\b{name}\b", name[:10], style)
    return style


def words() -> dict[str, str]:
    """Every label and alias of the files in ``styles/``, with its translation."""
    return {
        "Area": tr("Area"),
        "Treated, before": tr("Treated, before"),
        "Treated, after": tr("Treated, after"),
        "Control, before": tr("Control, before"),
        "Control, after": tr("Control, after"),
        "Difference (WDD)": tr("Difference (WDD)"),
        "Standard error": tr("Standard error"),
        "z": tr("z"),
        "Difference, from": tr("Difference, from"),
        "Difference, to": tr("Difference, to"),
        "Ratio of the changes": tr("Ratio of the changes"),
        "Ratio, from": tr("Ratio, from"),
        "Ratio, to": tr("Ratio, to"),
        "Variance over Poisson": tr("Variance over Poisson"),
        "Never hot": tr("Never hot"),
        "Hot in fewer than half of the variants": tr("Hot in fewer than half of the variants"),
        "Hot in half of the variants or more": tr("Hot in half of the variants or more"),
        "Hot in at least 9 of 10 variants": tr("Hot in at least 9 of 10 variants"),
        "Hot on the map itself (1)": tr("Hot on the map itself (1)"),
        "Variants": tr("Variants"),
        "Not hot any more with": tr("Not hot any more with"),
        "Share of the variants in which it is hot (0 to 1)": tr(
            "Share of the variants in which it is hot (0 to 1)"
        ),
        "10 incidents or more": tr("10 incidents or more"),
        "10 to 29 incidents": tr("10 to 29 incidents"),
        "2 incidents": tr("2 incidents"),
        "3 or 4 incidents": tr("3 or 4 incidents"),
        "30 incidents or more": tr("30 incidents or more"),
        "5 to 9 incidents": tr("5 to 9 incidents"),
        "A clear fall (q ≤ 0.01)": tr("A clear fall (q ≤ 0.01)"),
        "A clear rise (q ≤ 0.01)": tr("A clear rise (q ≤ 0.01)"),
        "A fall (q ≤ 0.05)": tr("A fall (q ≤ 0.05)"),
        "A rise (q ≤ 0.05)": tr("A rise (q ≤ 0.05)"),
        "About average": tr("About average"),
        "Above average": tr("Above average"),
        "After": tr("After"),
        "Again at the same place, soon after": tr("Again at the same place, soon after"),
        "Again nearby, soon after": tr("Again nearby, soon after"),
        "Alone": tr("Alone"),
        "Approximate place": tr("Approximate place"),
        "Area (m²)": tr("Area (m²)"),
        "Area of the ellipse (m²)": tr("Area of the ellipse (m²)"),
        "Before": tr("Before"),
        "Below average": tr("Below average"),
        "Category": tr("Category"),
        "Cell and neighbours: H many, L few": tr("Cell and neighbours: H many, L few"),
        "Cells in the sum, itself included": tr("Cells in the sum, itself included"),
        "Class": tr("Class"),
        "Cluster": tr("Cluster"),
        "Cold steps": tr("Cold steps"),
        "Cold, clear evidence (q ≤ 0.05)": tr("Cold, clear evidence (q ≤ 0.05)"),
        "Cold, strong evidence (q ≤ 0.01)": tr("Cold, strong evidence (q ≤ 0.01)"),
        "Cold, weak evidence (q ≤ 0.10)": tr("Cold, weak evidence (q ≤ 0.10)"),
        "Cold, whichever way": tr("Cold, whichever way"),
        "Counted": tr("Counted"),
        "Cumulated share of the incidents (0 to 1)": tr(
            "Cumulated share of the incidents (0 to 1)"
        ),
        "Delivery": tr("Delivery"),
        "Different places": tr("Different places"),
        "Direction of the long axis (degrees from north)": tr(
            "Direction of the long axis (degrees from north)"
        ),
        "Distance expected by chance (m)": tr("Distance expected by chance (m)"),
        "Distance to the nearest street (m)": tr("Distance to the nearest street (m)"),
        "Emerging: often in recent steps, seldom before": tr(
            "Emerging: often in recent steps, seldom before"
        ),
        "Few among few": tr("Few among few"),
        "Few among many": tr("Few among many"),
        "Fewer than 10 incidents": tr("Fewer than 10 incidents"),
        "First day": tr("First day"),
        "Former: in no recent step": tr("Former: in no recent step"),
        "Friday": tr("Friday"),
        "From (days)": tr("From (days)"),
        "From (m)": tr("From (m)"),
        "Half of the long axis (m)": tr("Half of the long axis (m)"),
        "Half of the short axis (m)": tr("Half of the short axis (m)"),
        "Hot (+) or cold (-), 3 the surest": tr("Hot (+) or cold (-), 3 the surest"),
        "Hot among the recent steps": tr("Hot among the recent steps"),
        "Hot on and off: sporadic, oscillating": tr("Hot on and off: sporadic, oscillating"),
        "Hot steps": tr("Hot steps"),
        "Hot, clear evidence (q ≤ 0.05)": tr("Hot, clear evidence (q ≤ 0.05)"),
        "Hot, strong evidence (q ≤ 0.01)": tr("Hot, strong evidence (q ≤ 0.01)"),
        "Hot, weak evidence (q ≤ 0.10)": tr("Hot, weak evidence (q ≤ 0.10)"),
        "Hour": tr("Hour"),
        "In a cluster": tr("In a cluster"),
        "In no cluster": tr("In no cluster"),
        "In words": tr("In words"),
        "Incidents": tr("Incidents"),
        "Incidents a unit, at least": tr("Incidents a unit, at least"),
        "Incidents per 1,000 inhabitants": tr("Incidents per 1,000 inhabitants"),
        "Incidents per 100 m of street": tr("Incidents per 100 m of street"),
        "Incidents per km²": tr("Incidents per km²"),
        "Incidents with a point": tr("Incidents with a point"),
        "Incidents without a point": tr("Incidents without a point"),
        "Intermittent: now and then, recently too": tr("Intermittent: now and then, recently too"),
        "Kendall's tau of z": tr("Kendall's tau of z"),
        "Last day": tr("Last day"),
        "Lastingly hot: intensifying, persistent, diminishing": tr(
            "Lastingly hot: intensifying, persistent, diminishing"
        ),
        "Length (m)": tr("Length (m)"),
        "Less than half the average": tr("Less than half the average"),
        "Local Moran's I": tr("Local Moran's I"),
        "Location quotient": tr("Location quotient"),
        "Many among few": tr("Many among few"),
        "Many among many": tr("Many among many"),
        "Mean centre": tr("Mean centre"),
        "Mean centre and standard deviational ellipse": tr(
            "Mean centre and standard deviational ellipse"
        ),
        "Mean centre, x (m)": tr("Mean centre, x (m)"),
        "Mean centre, y (m)": tr("Mean centre, y (m)"),
        "Mean distance to the nearest (m)": tr("Mean distance to the nearest (m)"),
        "Median delay (days)": tr("Median delay (days)"),
        "Median time between two incidents (days)": tr("Median time between two incidents (days)"),
        "Monday": tr("Monday"),
        "Month": tr("Month"),
        "More than twice the average": tr("More than twice the average"),
        "Nearest-neighbour index": tr("Nearest-neighbour index"),
        "Neighbouring cells": tr("Neighbouring cells"),
        "Neither hot nor cold": tr("Neither hot nor cold"),
        "Newly hot: new, consecutive": tr("Newly hot: new, consecutive"),
        "Next streets, up to 50 in 100 incidents": tr("Next streets, up to 50 in 100 incidents"),
        "Next streets, up to 80 in 100 incidents": tr("Next streets, up to 80 in 100 incidents"),
        "No clear change": tr("No clear change"),
        "No clear pattern": tr("No clear pattern"),
        "No hot spot": tr("No hot spot"),
        "No incident": tr("No incident"),
        "No incident in either period": tr("No incident in either period"),
        "No longer hot: historical": tr("No longer hot: historical"),
        "No pattern": tr("No pattern"),
        "Not testable": tr("Not testable"),
        "Number": tr("Number"),
        "Observed / expected": tr("Observed / expected"),
        "One single place (an address or a stop)": tr("One single place (an address or a stop)"),
        "Pairs expected by chance": tr("Pairs expected by chance"),
        "Pairs observed": tr("Pairs observed"),
        "Partner": tr("Partner"),
        "Persistent: at least 80 % of all steps": tr("Persistent: at least 80 % of all steps"),
        "Place": tr("Place"),
        "Precise place": tr("Precise place"),
        "Recent: in recent steps only": tr("Recent: in recent steps only"),
        "Records": tr("Records"),
        "Role": tr("Role"),
        "Saturday": tr("Saturday"),
        "Share of all incidents (0 to 1)": tr("Share of all incidents (0 to 1)"),
        "Share of the incidents (0 to 1)": tr("Share of the incidents (0 to 1)"),
        "Share of the units (0 to 1)": tr("Share of the units (0 to 1)"),
        "Share with a point (0 to 1)": tr("Share with a point (0 to 1)"),
        "Streets with most: the first 25 in 100 incidents": tr(
            "Streets with most: the first 25 in 100 incidents"
        ),
        "Study area (km²)": tr("Study area (km²)"),
        "Sunday": tr("Sunday"),
        "The first of several": tr("The first of several"),
        "The other streets with incidents": tr("The other streets with incidents"),
        "Thursday": tr("Thursday"),
        "To (days)": tr("To (days)"),
        "To (m)": tr("To (m)"),
        "Too far from any street": tr("Too far from any street"),
        "Tuesday": tr("Tuesday"),
        "Units": tr("Units"),
        "Wednesday": tr("Wednesday"),
        "p (two-sided)": tr("p (two-sided)"),
        "p of the trend": tr("p of the trend"),
        "p, with allowance for the edge": tr("p, with allowance for the edge"),
        "q (p corrected for the number of cells)": tr("q (p corrected for the number of cells)"),
        "z of Gi*": tr("z of Gi*"),
        "z of local Moran": tr("z of local Moran"),
        "z, with allowance for the edge": tr("z, with allowance for the edge"),
        "Change": tr("Change"),
        "Change in %": tr("Change in %"),
        "q, corrected p": tr("q, corrected p"),
        "p": tr("p"),
        "No rate for these categories": tr("No rate for these categories"),
        "1 incident": tr("1 incident"),
        "2 to 9 incidents close together": tr("2 to 9 incidents close together"),
        "10 to 99 incidents close together": tr("10 to 99 incidents close together"),
        "100 incidents or more close together": tr("100 incidents or more close together"),
        "2 to 4 incidents at one place": tr("2 to 4 incidents at one place"),
        "5 to 9 incidents at one place": tr("5 to 9 incidents at one place"),
        "10 to 29 incidents at one place": tr("10 to 29 incidents at one place"),
        "30 incidents or more at one place": tr("30 incidents or more at one place"),
        "Meeting": tr("Meeting"),
        "Walk": tr("Walk"),
        "Field observation": tr("Field observation"),
        "Open": tr("Open"),
        "In progress": tr("In progress"),
        "Solved": tr("Solved"),
    }


def _translate_legend(layer: QgsVectorLayer) -> None:
    renderer = layer.renderer().clone()
    _translate_renderer(renderer, words())
    layer.setRenderer(renderer)


def _translate_renderer(renderer: QgsFeatureRenderer, translated: dict[str, str]) -> None:
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, category in enumerate(renderer.categories()):
            renderer.updateCategoryLabel(index, translated.get(category.label(), category.label()))
    elif isinstance(renderer, QgsGraduatedSymbolRenderer):
        for index, each in enumerate(renderer.ranges()):
            renderer.updateRangeLabel(index, translated.get(each.label(), each.label()))
    elif isinstance(renderer, QgsRuleBasedRenderer):
        for rule in renderer.rootRule().descendants():
            rule.setLabel(translated.get(rule.label(), rule.label()))
    elif isinstance(renderer, QgsPointClusterRenderer):  # its legend is that of what it holds
        embedded = renderer.embeddedRenderer().clone()
        _translate_renderer(embedded, translated)
        renderer.setEmbeddedRenderer(embedded)


def _translate_aliases(layer: QgsVectorLayer) -> None:
    translated = words()
    for index, definition in enumerate(layer.fields()):
        if definition.alias() in translated:
            widget = layer.editorWidgetSetup(index)  # which QGIS 3.22 forgets with the alias
            layer.setFieldAlias(index, translated[definition.alias()])
            layer.setEditorWidgetSetup(index, widget)
