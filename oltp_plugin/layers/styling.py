"""Symbols from ``styles/``, their words in the user's language."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from oltp_plugin.errors import LayerError
from oltp_plugin.paths import STYLES
from oltp_plugin.translation import tr


def apply_style(layer: QgsMapLayer, name: str) -> None:
    """Give ``layer`` the symbols of ``styles/<name>.qml``, a vector's words through ``tr``."""
    message, loaded = layer.loadNamedStyle(str(STYLES / f"{name}.qml"))
    if not loaded:
        raise LayerError("unreadable_style", name=name, reason=message)
    if isinstance(layer, QgsVectorLayer):
        if layer.renderer() is not None:  # a table has none
            _translate_legend(layer)
        _translate_aliases(layer)
    layer.triggerRepaint()


def words() -> dict[str, str]:
    """Every label and alias of the files in ``styles/``, with its translation."""
    return {
        "10 to 29 incidents": tr("10 to 29 incidents"),
        "30 incidents or more": tr("30 incidents or more"),
        "About average": tr("About average"),
        "Above average": tr("Above average"),
        "Approximate place": tr("Approximate place"),
        "Area (m²)": tr("Area (m²)"),
        "Below average": tr("Below average"),
        "Cluster": tr("Cluster"),
        "Cumulated share of the incidents (0 to 1)": tr(
            "Cumulated share of the incidents (0 to 1)"
        ),
        "Delivery": tr("Delivery"),
        "Different places": tr("Different places"),
        "Distance to the nearest street (m)": tr("Distance to the nearest street (m)"),
        "Fewer than 10 incidents": tr("Fewer than 10 incidents"),
        "First day": tr("First day"),
        "Friday": tr("Friday"),
        "From (m)": tr("From (m)"),
        "Hour": tr("Hour"),
        "In a cluster": tr("In a cluster"),
        "In no cluster": tr("In no cluster"),
        "Incidents": tr("Incidents"),
        "Incidents per 1,000 inhabitants": tr("Incidents per 1,000 inhabitants"),
        "Incidents per 100 m of street": tr("Incidents per 100 m of street"),
        "Incidents per km²": tr("Incidents per km²"),
        "Incidents with a point": tr("Incidents with a point"),
        "Incidents without a point": tr("Incidents without a point"),
        "Last day": tr("Last day"),
        "Length (m)": tr("Length (m)"),
        "Less than half the average": tr("Less than half the average"),
        "Location quotient": tr("Location quotient"),
        "Median delay (days)": tr("Median delay (days)"),
        "Monday": tr("Monday"),
        "Month": tr("Month"),
        "More than twice the average": tr("More than twice the average"),
        "Next streets, up to 50 in 100 incidents": tr("Next streets, up to 50 in 100 incidents"),
        "Next streets, up to 80 in 100 incidents": tr("Next streets, up to 80 in 100 incidents"),
        "No incident": tr("No incident"),
        "One single place (an address or a stop)": tr("One single place (an address or a stop)"),
        "Partner": tr("Partner"),
        "Precise place": tr("Precise place"),
        "Records": tr("Records"),
        "Saturday": tr("Saturday"),
        "Share of all incidents (0 to 1)": tr("Share of all incidents (0 to 1)"),
        "Share with a point (0 to 1)": tr("Share with a point (0 to 1)"),
        "Streets with most: the first 25 in 100 incidents": tr(
            "Streets with most: the first 25 in 100 incidents"
        ),
        "Sunday": tr("Sunday"),
        "The other streets with incidents": tr("The other streets with incidents"),
        "Thursday": tr("Thursday"),
        "To (m)": tr("To (m)"),
        "Too far from any street": tr("Too far from any street"),
        "Tuesday": tr("Tuesday"),
        "Wednesday": tr("Wednesday"),
        "A clear fall (q ≤ 0.01)": tr("A clear fall (q ≤ 0.01)"),
        "A clear rise (q ≤ 0.01)": tr("A clear rise (q ≤ 0.01)"),
        "A fall (q ≤ 0.05)": tr("A fall (q ≤ 0.05)"),
        "A rise (q ≤ 0.05)": tr("A rise (q ≤ 0.05)"),
        "After": tr("After"),
        "Before": tr("Before"),
        "Change in per cent": tr("Change in per cent"),
        "Change, for periods of equal length": tr("Change, for periods of equal length"),
        "In words": tr("In words"),
        "No clear change": tr("No clear change"),
        "No incident in either period": tr("No incident in either period"),
        "p, by chance alone": tr("p, by chance alone"),
        "q, p among several": tr("q, p among several"),
    }


def _translate_legend(layer: QgsVectorLayer) -> None:
    translated = words()
    renderer = layer.renderer().clone()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, category in enumerate(renderer.categories()):
            renderer.updateCategoryLabel(index, translated.get(category.label(), category.label()))
    elif isinstance(renderer, QgsGraduatedSymbolRenderer):
        for index, each in enumerate(renderer.ranges()):
            renderer.updateRangeLabel(index, translated.get(each.label(), each.label()))
    elif isinstance(renderer, QgsRuleBasedRenderer):
        for rule in renderer.rootRule().descendants():
            rule.setLabel(translated.get(rule.label(), rule.label()))
    layer.setRenderer(renderer)


def _translate_aliases(layer: QgsVectorLayer) -> None:
    translated = words()
    for index, definition in enumerate(layer.fields()):
        if definition.alias() in translated:
            layer.setFieldAlias(index, translated[definition.alias()])
