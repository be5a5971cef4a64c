"""The attribute form of the incident layer: plain words, pick lists, and provenance read-only."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsEditFormConfig,
    QgsVectorLayer,
)

from oltp_plugin.layers.field_widgets import (
    Lookup,
    require,
    set_aliases,
    set_choices,
    set_lookup,
    set_moment,
    set_widget,
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


def configure_incident_form(
    layer: QgsVectorLayer, lookup: Callable[[str], Lookup], language: str
) -> None:
    """Set aliases, widgets and tabs on the incident layer.

    ``lookup``: gives each table of LOOKUPS to pick from; ``language``: two letters.
    """
    set_aliases(layer, aliases())
    for field in _TIMES:
        set_moment(layer, field)
    _set_pick_lists(layer, lookup, "label_fr" if language == "fr" else "label_en")
    _set_numbers(layer)
    _set_constraints(layer)
    _set_tabs(layer)
    layer.setDisplayExpression('represent_value("category") || \' · \' || "occurred_from"')


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


def _set_pick_lists(layer: QgsVectorLayer, lookup: Callable[[str], Lookup], label: str) -> None:
    for field, values in choices().items():
        set_choices(layer, field, values)
    for field in LOOKUPS:
        value = "name" if field == "partner" else label
        set_lookup(layer, field, lookup(field), value, may_be_empty=field == "place_kind")


def _set_numbers(layer: QgsVectorLayer) -> None:
    for field, least, most in (("severity", 0, 9), ("count", 1, 1_000_000)):
        config = {"Min": least, "Max": most, "Step": 1, "AllowNull": True, "Style": "SpinBox"}
        set_widget(layer, field, "Range", config)


def _set_constraints(layer: QgsVectorLayer) -> None:
    """What the file refuses, said in words while it is typed."""
    for field, words in (
        ("partner", tr("Choose who reports it.")),
        ("category", tr("Choose the category.")),
        ("occurred_from", tr("Say when it happened or began.")),
    ):
        require(layer, field, f'"{field}" IS NOT NULL', words)
    require(
        layer,
        "occurred_to",
        '"occurred_to" IS NULL OR "occurred_to" >= "occurred_from"',
        tr("The end cannot be before the beginning."),
    )
    require(
        layer,
        "severity",
        '"severity" IS NULL OR "severity" BETWEEN 0 AND 9',
        tr("The severity goes from 0 to 9, or is empty."),
    )
    require(layer, "count", '"count" IS NULL OR "count" >= 1', tr("The count is 1 or more."))


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
