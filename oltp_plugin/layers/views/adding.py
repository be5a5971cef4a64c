"""A view comes into the observatory's group: loaded, styled, in its place, alone in sight."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsLayerTreeGroup,
    QgsProject,
    QgsVectorLayer,
)

from oltp_plugin.errors import LayerError
from oltp_plugin.layers.extent import settle_extent, take_table_extent
from oltp_plugin.layers.incident_form import configure_incident_form
from oltp_plugin.layers.layer_maker import ROLE, LayerMaker
from oltp_plugin.layers.observatory_group import insert, layer_of, make_layer
from oltp_plugin.layers.precision import draw_at_precision, limits_of
from oltp_plugin.layers.styling import apply_style
from oltp_plugin.layers.views import kinds, own_style
from oltp_plugin.layers.views.symbols import by_word
from oltp_plugin.observatory.shown import Shown
from oltp_plugin.translation import language

NEAR = 25_000  # the denominator of the scale from which such a view is drawn
_MANY = 20_000


def make(name: str, maker: LayerMaker, condition: str, shown: Shown) -> QgsVectorLayer:
    """Make the view ``name``, in any thread; ``add`` takes it, in the main one.

    ``condition``: the SQL of the group's filter; ``shown``: what it holds. Raises LayerError
    ``no_stored_points`` where no agreement lets the points be shown that this view needs.
    """
    limits = limits_of(maker.path)
    kind = kinds.KINDS[name]
    if kind.stored_points and shown.partners and not shown.precise:
        raise LayerError("no_stored_points", view=kinds.title(name))
    if name == "observations":  # the group's own layer, which is there once there is one to show
        layer = make_layer(maker, "observation", limits)
    else:
        layer = _load(kind, maker, limits.within(condition, kind.stored_points))
        _style(layer, kind, shown)
        own_style.apply(layer, kinds.PREFIX + name)
        if name == "time":
            _animate(layer)
        if near_only(name, shown):
            layer.setScaleBasedVisibility(True)
            layer.setMinimumScale(NEAR)
        draw_at_precision(layer, limits)
    maker.hand_over(layer)
    return layer


def add(
    layer: QgsVectorLayer, maker: LayerMaker, group: QgsLayerTreeGroup, project: QgsProject
) -> QgsVectorLayer:
    """Put a view that was made into ``group``, or show the one that can only be there once."""
    role = layer.customProperty(ROLE)
    present = None if role.startswith(kinds.PREFIX) else layer_of(group, role)
    if present is None:
        maker.add_lists(project)
        insert(group, layer, project)
    show_alone(group, present or layer)
    return present or layer


def near_only(name: str, shown: Shown) -> bool:
    """Whether so many records are grouped that a whole town takes many times as long as points."""
    return name in ("address", "cluster") and shown.n > _MANY


def show_alone(group: QgsLayerTreeGroup, layer: QgsVectorLayer) -> None:
    """See ``layer`` rather than the other layers of incidents, which stay in the tree."""
    own = group.findLayer(layer.id())
    role = layer.customProperty(ROLE)
    for node in group.findLayers():
        other = node.layer()
        if other is not None and kinds.hides(role, other.customProperty(ROLE, "")):
            node.setItemVisibilityChecked(False)
    own.setItemVisibilityCheckedParentRecursive(True)


def left_out(name: str, shown: Shown) -> list[str]:
    """Names of the partners whose records a view does not draw, since it knows only points."""
    if not kinds.KINDS[name].stored_points:
        return []
    return [words for code, words in shown.partners if code in shown.coarse]


def _load(kind: kinds.Kind, maker: LayerMaker, condition: str) -> QgsVectorLayer:
    source = f"{maker.path}|layername={kind.table}"
    if kind.table == "incident":
        # The filter is part of the source: set afterwards, QGIS leaves the file in WAL mode.
        source += f"|subset={condition}"
    layer = maker.open(source, kinds.title(kind.name), kinds.PREFIX + kind.name)
    if kind.table == "incident":
        configure_incident_form(layer, maker.lookup, language())
        take_table_extent(layer)
    else:
        settle_extent(layer)
    return layer


def _style(layer: QgsVectorLayer, kind: kinds.Kind, shown: Shown) -> None:
    apply_style(layer, kind.style)
    renderer = _by_word(kind.name, layer, shown)
    if renderer is not None:
        layer.setRenderer(renderer)


def _animate(layer: QgsVectorLayer) -> None:
    """Each record in the time that it took, as it is written; a day or a month alone means all
    of it, as everywhere.

    With its end: else a picture that begins on the hour lacks what is said to be of that moment.
    """
    temporal = layer.temporalProperties()
    temporal.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    temporal.setLimitMode(Qgis.VectorTemporalLimitMode.IncludeBeginIncludeEnd)
    temporal.setStartExpression(_moment('"occurred_from"'))
    temporal.setEndExpression(
        f"""CASE WHEN "occurred_to" > "occurred_from" THEN {_moment('"occurred_to"')}
        WHEN "time_precision" = 'day' THEN {_last_second(10, "")}
        WHEN "time_precision" = 'month' THEN {_end_of_month()}
        ELSE {_moment('"occurred_from"')} END"""
    )
    temporal.setIsActive(True)


def _end_of_month() -> str:
    """An expression: the last of four days that this month has."""
    found = _last_second(7, "-28")
    for day in (29, 30, 31):
        found = f"try({_last_second(7, f'-{day}')}, {found})"
    return found


def _last_second(kept: int, day: str) -> str:
    return f"to_datetime(left(\"occurred_from\", {kept}) || '{day}T23:59:59')"


def _moment(text: str) -> str:
    """An expression; the hour that spring skips, which QGIS does not know, is taken as the next."""
    following = f"left({text}, 11) || '03' || substr({text}, 14)"
    return f"try(to_datetime({text}), to_datetime({following}))"


def _by_word(name: str, layer: QgsVectorLayer, shown: Shown) -> QgsCategorizedSymbolRenderer | None:
    own = language()
    if name == "family":  # its colour is the same under any filter
        words = [
            (list(shown.members[code]), label, position)
            for code, label, position in _numbered(shown.families, own)
        ]
        column = "category"
    elif name == "category":
        column, words = name, _numbered(shown.categories, own)
    elif name == "places":
        column, words = "kind", _numbered(shown.places, own)
    elif name == "partner":
        column = name
        words = [(code, label, position) for position, (code, label) in enumerate(shown.partners)]
    else:
        return None
    return by_word(column, words, layer.renderer().symbol())


def _numbered(listed, own: str) -> list[tuple[object, str, int]]:
    return [
        (code, _label(labels, own, code), position)
        for position, (code, labels) in enumerate(listed)
    ]


def _label(labels: dict[str, str], own: str, code: str) -> str:
    return labels.get(own) or labels["en"] or code
