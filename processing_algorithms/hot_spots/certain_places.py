"""An observatory's records whose point is one place, and not a street or a cell."""

from __future__ import annotations

import numpy as np

from oltp_plugin.layers.observatory_source import observatory_of
from oltp_plugin.observatory.counting import sensitive_categories
from oltp_plugin.translation import tr

PRECISE = ("address", "stop", "facility")  # where equal points are one and the same place
_FIELDS = ("location_precision", "category")


def precision_fields(algorithm, parameters, context) -> tuple[str, ...]:
    """The fields of INPUT that ``leave_out_uncertain`` needs; none outside an observatory."""
    layer = algorithm.parameterAsVectorLayer(parameters, "INPUT", context)
    if layer is None or observatory_of(layer) is None:
        return ()
    names = layer.fields()
    return _FIELDS if all(names.lookupField(each) >= 0 for each in _FIELDS) else ()


def leave_out_uncertain(points) -> None:
    """Records whose point stands for a street or a cell, and what is never shown by place."""
    sensitive = sensitive_categories(points.observatory)
    never = np.isin(points.fields["category"].astype(str), sensitive)
    points.keep(~never, tr("of a sensitive category"))
    precise = np.isin(points.fields["location_precision"].astype(str), PRECISE)
    points.keep(precise, tr("placed on a street or a cell, not at an address"))
