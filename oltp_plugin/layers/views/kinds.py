"""Which views there are, and where each stands in the layer tree."""

from __future__ import annotations

from dataclasses import dataclass

from oltp_plugin.translation import tr

PREFIX = "view:"


@dataclass(frozen=True)
class Kind:
    """``table``: what the view reads; ``style``: its file in ``styles/``.

    ``stored_points``: it draws points where they are stored, whatever its symbols say.
    """

    name: str
    table: str
    style: str
    stored_points: bool = False


KINDS = {
    kind.name: kind
    for kind in (
        Kind("observations", "observation", "observation"),
        Kind("places", "place", "place"),
        Kind("family", "incident", "incident_view"),
        Kind("category", "incident", "incident_view"),
        Kind("partner", "incident", "incident_view"),
        Kind("cluster", "incident", "incident_groups", stored_points=True),
        Kind("address", "incident", "incident_addresses", stored_points=True),
        Kind("heat", "incident", "incident_heat", stored_points=True),
        Kind("time", "incident", "incident_view"),
    )
}
TERRITORIES = ("counts", "rates", "change")  # by territory, of a level

# Top first: what covers little over what covers much; areas under everything.
_ORDER = (
    "observation",
    "site",
    "place",
    "view:places",
    "view:time",
    "view:address",
    "view:cluster",
    "view:partner",
    "view:category",
    "view:family",
    "incident",
    "site_area",
    "view:counts",
    "view:heat",
    "territory",
    "view:change",
    "view:rates",
)
# What is looked at one at a time: of these, the view that is added is the one that is seen.
_OF_INCIDENTS = (
    "incident",
    *(PREFIX + name for name in TERRITORIES),
    *(PREFIX + kind.name for kind in KINDS.values() if kind.table == "incident"),
)


def rank(role: str) -> int:
    """Where a layer of this role stands, 0 on top; one that is not known stands at the bottom."""
    found = base(role)
    return _ORDER.index(found) if found in _ORDER else len(_ORDER)


def hides(role: str, other: str) -> bool:
    """Whether a layer of ``role`` is to be seen rather than one of the role ``other``.

    Of what shows the incidents or what they amount to, one at a time; figures by territory
    without points on them. The places by kind rather than the plain ones.
    """
    if base(role) == "view:places":
        return base(other) == "place"
    if base(role) not in _OF_INCIDENTS:
        return False
    areas = base(role) in {PREFIX + name for name in TERRITORIES}
    return base(other) in _OF_INCIDENTS or (areas and base(other) in ("place", "view:places"))


def base(role: str) -> str:
    """A role without the territory level that it may name."""
    parts = role.split(":")
    return ":".join(parts[:2]) if parts[0] == "view" else parts[0]


def title(name: str) -> str:
    """What the user reads in the menu and in the layer tree."""
    return {
        "observations": tr("Observations"),
        "places": tr("Places by kind"),
        "family": tr("Incidents by family of categories"),
        "category": tr("Incidents by category"),
        "partner": tr("Incidents by partner"),
        "cluster": tr("Clustered incidents"),
        "address": tr("Incidents by address"),
        "heat": tr("Heat map"),
        "time": tr("Incidents over time"),
        "counts": tr("Records by territory"),
        "rates": tr("Rates by territory"),
        "change": tr("Change by territory"),
    }[name]
