"""An observatory in the layer tree: places over incidents over territories' outlines.

A few places drawn under thousands of incidents would not be seen.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from oltp_plugin.layers import follow_up_forms
from oltp_plugin.layers.extent import settle_extent, take_table_extent
from oltp_plugin.layers.incident_filter import incident_layers
from oltp_plugin.layers.incident_form import configure_incident_form
from oltp_plugin.layers.layer_maker import ROLE, LayerMaker
from oltp_plugin.layers.precision import Limits, draw_at_precision
from oltp_plugin.layers.styling import apply_style
from oltp_plugin.layers.update_mode import source_file
from oltp_plugin.layers.views import own_style
from oltp_plugin.layers.views.kinds import rank
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.counting import NOT_WITHDRAWN
from oltp_plugin.translation import language, tr

_OFFERED = "oltp/offered"  # on the group: the roles it has had, so that a removed layer stays out

# Coarse to fine: a commune's outline is drawn over those of its quartiers.
_LEVELS = ("commune", "groupe territorial", "quartier", "sous-quartier", "iris", "qpv")
_DRAWN_AT_FIRST = ("commune", "quartier")  # more outlines than these hide the incidents

# Layers that come with the first row of their table. A site is a point or an area: two layers.
_FOLLOW_UP = {
    "observation": "observation",
    "site": "site",
    "site_area": "site",
    "decision": "decision",
}
_GEOMETRY_OF = {"site": "Point", "site_area": "Polygon"}


@dataclass
class Made:
    """The roles that a file has layers for, top first, and those layers that were made already."""

    maker: LayerMaker
    limits: Limits
    roles: list[str]
    layers: dict[str, QgsVectorLayer]


def make(maker: LayerMaker, without: Collection[str] = ()) -> Made:
    """Read what ``maker``'s observatory has and make its layers, but for the roles ``without``.

    In any thread; ``show`` and ``follow`` take what it gives, in the main thread.
    """
    with reading(maker.path) as connection:
        made = Made(maker, Limits.read(connection), _roles(connection), {})
    for role in made.roles:
        if role not in without:
            made.layers[role] = make_layer(maker, role, made.limits)
    maker.hand_over(*made.layers.values())
    return made


def show(path: Path, project: QgsProject, made: Made | None = None) -> QgsLayerTreeGroup:
    """The observatory's group in ``project`` with all its layers, made if need be, never twice."""
    group = find_group(path, project) or project.layerTreeRoot().insertGroup(0, path.stem)
    _complete(group, project, made or _nothing_yet(path, project), set())
    return group


def follow(path: Path, project: QgsProject, made: Made | None = None) -> None:
    """Add what is new in the file, such as a territory level; what the user removed stays out.

    Every layer of incidents is drawn as the agreements say now.
    """
    group = find_group(path, project)
    if group is not None:
        made = made or _nothing_yet(path, project)
        _complete(group, project, made, offered(group))
        for layer in incident_layers(group, path):  # with the user's duplicates
            draw_at_precision(layer, made.limits)


def offered(group: QgsLayerTreeGroup) -> set[str]:
    """The roles that ``group`` has had; those that it has, where the project does not say."""
    try:
        return set(json.loads(group.customProperty(_OFFERED)))
    except (TypeError, ValueError):  # another program's words, or nothing
        return set(_present(group))


def _nothing_yet(path: Path, project: QgsProject) -> Made:
    maker = LayerMaker(path, project)
    with reading(path) as connection:
        return Made(maker, Limits.read(connection), _roles(connection), {})


def find_group(path: Path, project: QgsProject) -> QgsLayerTreeGroup | None:
    """The group of the observatory ``path``, wherever the user has moved it or emptied it."""
    for group, file in _groups(project):
        if file == path.resolve() or (file is None and group.name() == path.stem):
            return group
    return None


def observatory_in(project: QgsProject) -> Path | None:
    """The file of the first observatory's group in ``project``."""
    return next((file for _, file in _groups(project) if file is not None), None)


def layer_of(group: QgsLayerTreeGroup, role: str) -> QgsVectorLayer | None:
    """The group's layer for a role: ``incident``, ``place``, ``territory:<level>``, or once there
    is one, ``observation``, ``site`` (points), ``site_area`` and ``decision`` (a table)."""
    return _present(group).get(role)


def extent(group: QgsLayerTreeGroup) -> QgsRectangle:
    """Where to look: the coarsest territory, else everything that is drawn."""
    layers = _present(group)
    territories = [layer for role, layer in layers.items() if role.startswith("territory:")]
    box = QgsRectangle()
    for layer in territories[:1] or layers.values():
        if not layer.extent().isEmpty():
            box.combineExtentWith(layer.extent())
    return box


def _groups(project: QgsProject):
    """Each observatory's group with its file."""
    for group in project.layerTreeRoot().findGroups(True):
        if group.customProperty(_OFFERED) is not None:
            files = (source_file(layer) for layer in _present(group).values())
            yield group, next(files, None)


def _present(group: QgsLayerTreeGroup) -> dict[str, QgsVectorLayer]:
    """The group's layers by role, in the tree's order; of several, the one on top.

    QGIS puts a duplicate under its original.
    """
    found: dict[str, QgsVectorLayer] = {}
    for node in group.findLayers():
        if node.layer() is not None and _role_of(node.layer()):
            found.setdefault(_role_of(node.layer()), node.layer())
    return found


def _role_of(layer: QgsMapLayer) -> str:
    return layer.customProperty(ROLE, "")


def _complete(group: QgsLayerTreeGroup, project: QgsProject, made: Made, known: set[str]) -> None:
    """Add the layers that ``group`` lacks, but for the ``known`` roles."""
    for role in made.roles:
        if role not in known and role not in _present(group):
            layer = made.layers.get(role) or make_layer(made.maker, role, made.limits)
            made.maker.add_lists(project)
            node = insert(group, layer, project)
            level = role.partition(":")[2]
            node.setItemVisibilityChecked(not level or level in _DRAWN_AT_FIRST)
    group.setCustomProperty(_OFFERED, json.dumps(made.roles))


def _roles(connection: sqlite3.Connection) -> list[str]:
    """The roles that a file has layers for, top first."""
    found = {level for (level,) in connection.execute("SELECT DISTINCT level FROM territory")}
    used = [
        role
        for role, table in _FOLLOW_UP.items()
        if connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()  # nosec B608
    ]
    levels = sorted(found, key=order_of_level)
    return [*used, "place", "incident", *(f"territory:{level}" for level in levels)]


def insert(
    group: QgsLayerTreeGroup, layer: QgsVectorLayer, project: QgsProject
) -> QgsLayerTreeLayer:
    """Put ``layer`` into the project and into ``group``, under what is to be drawn over it."""
    own, position = _rank(layer), 0
    for index, node in enumerate(group.children()):
        other = node.layer() if isinstance(node, QgsLayerTreeLayer) else None
        if other is not None and _role_of(other) and _rank(other) <= own:
            position = index + 1
    project.addMapLayer(layer, False)
    return group.insertLayer(position, layer)


def _rank(layer: QgsMapLayer) -> tuple[int, int, str]:
    """By role; territories from coarse to fine."""
    role = _role_of(layer)
    level = role.partition(":")[2] if role.startswith("territory:") else ""
    return rank(role), *order_of_level(level)


def order_of_level(level: str) -> tuple[int, str]:
    """Coarse to fine; those that the town invented last."""
    return (_LEVELS.index(level) if level in _LEVELS else len(_LEVELS)), level


def _table_of(role: str) -> str:
    return _FOLLOW_UP.get(role, role.partition(":")[0])


def make_layer(maker: LayerMaker, role: str, limits: Limits) -> QgsVectorLayer:
    """The layer of ``role``, as ``layer_of`` knows them, with its style and its form."""
    path, table, level = maker.path, _table_of(role), role.partition(":")[2]
    source = f"{path}|layername={table}"
    if role in _GEOMETRY_OF:
        source += f"|geometrytype={_GEOMETRY_OF[role]}"
    # The filter is part of the source: set afterwards, QGIS leaves the file in WAL mode.
    if table == "incident":
        source += f"|subset={limits.within(NOT_WITHDRAWN)}"
    elif table == "territory":
        source = territory_source(path, level)
    layer = maker.open(source, _layer_name(role), role)
    (take_table_extent if table == "incident" else settle_extent)(layer)
    if layer.isSpatial():
        apply_style(layer, _style(role if table == "site" else table, level))
        own_style.apply(layer, role)
    if role == "incident":
        configure_incident_form(layer, maker.lookup, language())
    elif table in follow_up_forms.FORMS:
        follow_up_forms.configure(layer, table, maker.lookup)
    draw_at_precision(layer, limits)  # last: it takes the address out of the form
    return layer


def territory_source(path: Path, level: str) -> str:
    """What a layer of the valid territories of ``level`` reads."""
    quoted = level.replace("'", "''")
    return f'{path}|layername=territory|subset="level" = \'{quoted}\' AND "valid_to" IS NULL'


def _style(table: str, level: str) -> str:
    """The finer the level, the quieter its outline."""
    if table != "territory":
        return table
    if level == "commune":
        return "territory_commune"
    return "territory" if level in ("groupe territorial", "quartier") else "territory_fine"


def _layer_name(role: str) -> str:
    table, _, level = role.partition(":")
    if table == "territory":
        return level_name(level)
    return {
        "incident": tr("Incidents"),
        "place": tr("Places"),
        "observation": tr("Observations"),
        "site": tr("Problem places"),
        "site_area": tr("Problem places (areas)"),
        "decision": tr("Decisions"),
    }[table]


def level_name(level: str) -> str:
    """A territory level in the user's language; one that the town invented, as it is."""
    names = {
        "commune": tr("Commune"),
        "groupe territorial": tr("Territorial groups"),
        "quartier": tr("Quartiers"),
        "sous-quartier": tr("Sous-quartiers"),
        "iris": tr("IRIS"),
        "qpv": tr("Priority neighbourhoods (QPV)"),
    }
    return names.get(level, level)
