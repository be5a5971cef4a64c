"""The attribute form of the incident layer: plain words, pick lists, and provenance read-only."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsVectorLayer,
)

from oltp_plugin.translation import tr

LOOKUPS = ("partner", "category", "place_kind")
"""The code lists that the form picks from, each a table of the observatory."""

# Field order is the order of the form. The last tab is what the plugin writes by itself.
_TABS = {
    "what": ("category", "partner", "known_by", "severity", "count", "status"),
    "when": ("occurred_from", "occurred_to", "time_precision", "reported_at"),
    "where": ("place_kind", "address", "location_precision", "territory_level", "territory"),
    "provenance": (
        "uuid",
        "partner_ref",
        "batch",
        "source_category",
        "geocode_score",
        "fact",
        "created_at",
        "updated_at",
    ),
}
_TIMES = ("occurred_from", "occurred_to", "reported_at", "created_at", "updated_at")
_STORED_TIME = "yyyy-MM-ddTHH:mm:ss"


def configure_incident_form(
    layer: QgsVectorLayer, lookups: dict[str, QgsVectorLayer], language: str
) -> None:
    """Set aliases, widgets and tabs on the incident layer.

    ``lookups``: one layer per table of LOOKUPS; ``language``: two letters.
    """
    _set_aliases(layer)
    _set_times(layer)
    _set_pick_lists(layer, lookups, "label_fr" if language == "fr" else "label_en")
    _set_tabs(layer)
    layer.setDisplayExpression('represent_value("category") || \' · \' || "occurred_from"')


def _set_aliases(layer: QgsVectorLayer) -> None:
    for field, words in aliases().items():
        layer.setFieldAlias(layer.fields().lookupField(field), words)


def aliases() -> dict[str, str]:
    """What the user reads for each field of the incident table."""
    return {
        "fid": tr("Row number"),
        "uuid": tr("Identifier"),
        "partner": tr("Partner"),
        "partner_ref": tr("Partner’s number (scrambled)"),
        "batch": tr("Delivery"),
        "category": tr("Category"),
        "source_category": tr("Partner’s own category"),
        "known_by": tr("Known by"),
        "occurred_from": tr("Occurred from"),
        "occurred_to": tr("Occurred until"),
        "time_precision": tr("Precision of the time"),
        "reported_at": tr("Recorded on"),
        "place_kind": tr("Kind of place"),
        "address": tr("Address"),
        "location_precision": tr("Precision of the location"),
        "geocode_score": tr("Address match (0 to 1)"),
        "territory": tr("Territory (code)"),
        "territory_level": tr("Territory level"),
        "severity": tr("Severity (0 to 9)"),
        "count": tr("Count, in the partner’s unit"),
        "status": tr("Status"),
        "fact": tr("Fact"),
        "created_at": tr("Entered on"),
        "updated_at": tr("Changed on"),
    }


def choices() -> dict[str, dict[str, str]]:
    """The closed lists of the incident table: field -> stored value -> words."""
    return {
        "known_by": {
            "victim": tr("Victim"),
            "witness": tr("Witness or resident"),
            "staff": tr("Staff"),
            "patrol": tr("Patrol"),
            "cctv": tr("CCTV"),
            "inspection": tr("Inspection"),
            "unknown": tr("Unknown"),
        },
        "time_precision": {
            "minute": tr("To the minute"),
            "hour": tr("To the hour"),
            "day": tr("The day only"),
            "interval": tr("Between two moments"),
            "month": tr("The month only"),
        },
        "location_precision": {
            "address": tr("Address"),
            "street": tr("Street"),
            "stop": tr("Stop"),
            "facility": tr("Facility"),
            "cell": tr("100 m cell"),
            "territory": tr("Territory only"),
            "none": tr("None"),
        },
        "status": {
            "open": tr("Open"),
            "closed": tr("Closed"),
            "withdrawn": tr("Withdrawn by the partner"),
        },
    }


def _set_times(layer: QgsVectorLayer) -> None:
    """Times are text of local wall time; the widget must neither convert nor round them."""
    config = {
        "field_format": _STORED_TIME,
        "field_iso_format": False,
        "display_format": "dd/MM/yyyy HH:mm",
        "calendar_popup": True,
        "allow_null": True,
    }
    for field in _TIMES:
        _set_widget(layer, field, "DateTime", config)


def _set_pick_lists(layer: QgsVectorLayer, lookups: dict, label: str) -> None:
    for field, values in choices().items():
        pairs = [{words: value} for value, words in values.items()]
        _set_widget(layer, field, "ValueMap", {"map": pairs})
    for field in LOOKUPS:
        table = lookups[field]
        config = {
            "Layer": table.id(),
            "LayerName": table.name(),
            "LayerSource": table.publicSource(),
            "LayerProviderName": "ogr",
            "Key": "code",
            "Value": "name" if field == "partner" else label,
            "AllowNull": field == "place_kind",
            "OrderByValue": True,
        }
        _set_widget(layer, field, "ValueRelation", config)


def _set_tabs(layer: QgsVectorLayer) -> None:
    form = layer.editFormConfig()
    form.clearTabs()
    form.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    titles = {
        "what": tr("What"),
        "when": tr("When"),
        "where": tr("Where"),
        "provenance": tr("Where it comes from"),
    }
    for tab, fields in _TABS.items():
        container = QgsAttributeEditorContainer(titles[tab], form.invisibleRootContainer())
        _make_tab(container)
        for field in fields:
            index = layer.fields().lookupField(field)
            container.addChildElement(QgsAttributeEditorField(field, index, container))
            form.setReadOnly(index, tab == "provenance")
        form.addTab(container)
    layer.setEditFormConfig(form)


def _make_tab(container: QgsAttributeEditorContainer) -> None:
    if hasattr(container, "setType"):  # QGIS 3.32
        container.setType(Qgis.AttributeEditorContainerType.Tab)
    else:
        container.setIsGroupBox(False)


def _set_widget(layer: QgsVectorLayer, field: str, kind: str, config: dict) -> None:
    index = layer.fields().lookupField(field)
    layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup(kind, config))
