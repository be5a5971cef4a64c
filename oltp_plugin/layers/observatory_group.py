"""An observatory in the layer tree: places over incidents over territories' outlines.

A few places drawn under thousands of incidents would not be seen.
"""

from __future__ import annotations

import json
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
from oltp_plugin.layers.incident_form import LOOKUPS, configure_incident_form
from oltp_plugin.layers.precision import draw_at_precision, within_agreements
from oltp_plugin.layers.styling import apply_style
from oltp_plugin.layers.update_mode import layers_of, source_file
from oltp_plugin.layers.views import own_style
from oltp_plugin.layers.views.kinds import rank
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.counting import NOT_WITHDRAWN
from oltp_plugin.translation import language, tr

ROLE = "oltp/role"  # on a layer: which of the observatory's layers it is
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


def show(path: Path, project: QgsProject) -> QgsLayerTreeGroup:
    """The observatory's group in ``project`` with all its layers, made if need be, never twice."""
    group = find_group(path, project) or project.layerTreeRoot().insertGroup(0, path.stem)
    _complete(group, path, project, set())
    return group


def follow(path: Path, project: QgsProject) -> None:
    """Add what is new in the file, such as a territory level; what the user removed stays out."""
    group = find_group(path, project)
    if group is not None:
        _complete(group, path, project, set(json.loads(group.customProperty(_OFFERED))))
        for layer in _present(group).values():
            draw_at_precision(layer)


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
    """The group's layers by role, in the tree's order."""
    layers = (node.layer() for node in group.findLayers())
    return {layer.customProperty(ROLE): layer for layer in layers if layer and _role_of(layer)}


def _role_of(layer: QgsMapLayer) -> str:
    return layer.customProperty(ROLE, "")


def _complete(group: QgsLayerTreeGroup, path: Path, project: QgsProject, known: set[str]) -> None:
    """Add the layers that ``group`` lacks, but for the ``known`` roles."""
    roles = _roles(path)
    for role in roles:
        if role not in known and role not in _present(group):
            add_layer(path, role, group, project)
    group.setCustomProperty(_OFFERED, json.dumps(roles))


def _roles(path: Path) -> list[str]:
    """The roles that ``path`` has layers for, top first."""
    with reading(path) as connection:
        found = {level for (level,) in connection.execute("SELECT DISTINCT level FROM territory")}
        used = [
            role
            for role, table in _FOLLOW_UP.items()
            if connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()  # nosec B608
        ]
    levels = sorted(found, key=order_of_level)
    return [*used, "place", "incident", *(f"territory:{level}" for level in levels)]


def add_layer(
    path: Path, role: str, group: QgsLayerTreeGroup, project: QgsProject
) -> QgsVectorLayer:
    """Add the layer of ``role``, as ``layer_of`` knows them, with its style and its form."""
    layer = _load(path, role)
    if role == "incident":
        configure_incident_form(layer, lookups_of(path, project), language())
    elif _table_of(role) in follow_up_forms.FORMS:
        follow_up_forms.configure(
            layer, _table_of(role), lambda table: _lookup(path, table, project)
        )
    node = insert(group, layer, project)
    level = role.partition(":")[2]
    node.setItemVisibilityChecked(not level or level in _DRAWN_AT_FIRST)
    return layer


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


def lookups_of(path: Path, project: QgsProject) -> dict[str, QgsVectorLayer]:
    """The code lists that the incidents' form picks from, made if need be."""
    return {table: _lookup(path, table, project) for table in LOOKUPS}


def _table_of(role: str) -> str:
    return _FOLLOW_UP.get(role, role.partition(":")[0])


def _load(path: Path, role: str) -> QgsVectorLayer:
    table, level = _table_of(role), role.partition(":")[2]
    source = f"{path}|layername={table}"
    if role in _GEOMETRY_OF:
        source += f"|geometrytype={_GEOMETRY_OF[role]}"
    # The filter is part of the source: set afterwards, QGIS leaves the file in WAL mode.
    if table == "incident":
        source += f"|subset={within_agreements(path, NOT_WITHDRAWN)}"
    elif table == "territory":
        source = territory_source(path, level)
    layer = QgsVectorLayer(source, _layer_name(role), "ogr")
    layer.setCustomProperty(ROLE, role)
    (take_table_extent if table == "incident" else settle_extent)(layer)
    if layer.isSpatial():
        apply_style(layer, _style(role if table == "site" else table, level))
        own_style.apply(layer, role)
    draw_at_precision(layer)
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


def _lookup(path: Path, table: str, project: QgsProject) -> QgsVectorLayer:
    """A code list of the observatory, in the project but in no list of layers."""
    role = f"lookup:{table}" if table in follow_up_forms.FORMS else table
    for layer in layers_of(path, project):
        if _role_of(layer) == role:
            return layer
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    layer.setCustomProperty(ROLE, role)
    layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
    project.addMapLayer(layer, False)
    return layer


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
