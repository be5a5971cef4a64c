"""The town's own address points, from the national address base or any table or point layer."""

from __future__ import annotations

from collections import Counter

import numpy as np
from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingFeatureSource,
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from oltp_plugin.errors import Cancelled, LayerError, ObservatoryError
from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, optional
from ..inputs import open_source
from .import_territories import in_observatory_crs
from .parameters import observatory_parameter, opened

# The fields of the Base Adresse Nationale (adresse.data.gouv.fr/schemas/adresses-csv.md) and of
# the Base Adresse Locale that communes publish (format BAL 1.3). ID, LOCALITY and CODE are not
# asked for: only these two have them.
_LAYOUTS = (
    {
        "NUMBER_FIELD": "numero", "SUFFIX_FIELD": "rep", "STREET_FIELD": "nom_voie",
        "X_FIELD": "lon", "Y_FIELD": "lat", "POSTCODE_FIELD": "code_postal",
        "COMMUNE_FIELD": "nom_commune", "ID": "id", "LOCALITY": "nom_ancienne_commune",
        "CODE": "code_insee",
    },
    {
        "NUMBER_FIELD": "numero", "SUFFIX_FIELD": "suffixe", "STREET_FIELD": "voie_nom",
        "X_FIELD": "long", "Y_FIELD": "lat", "COMMUNE_FIELD": "commune_nom",
        "ID": "cle_interop", "LOCALITY": "commune_deleguee_nom", "CODE": "commune_insee",
    },
)  # fmt: skip
_WGS84 = 4326


class ImportAddresses(OltpAlgorithm):
    """``oltp:importaddresses``"""

    NAME = "importaddresses"
    GROUP = "observatory"

    def title(self):
        return tr("Import addresses")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                "INPUT", tr("Addresses"), [QgsProcessing.SourceType.TypeVector]
            )
        )
        for name, description in _field_descriptions().items():
            self.addParameter(
                QgsProcessingParameterField(
                    name, description, parentLayerParameterName="INPUT", optional=True
                )
            )
        crs = QgsProcessingParameterCrs("CRS", tr("Coordinate system of the x and y fields"))
        crs.setHelp(tr("Left out: degrees where the values can be degrees, else the observatory's"))
        self.addParameter(optional(crs))
        commune = QgsProcessingParameterString("COMMUNE", tr("Only this commune"), optional=True)
        commune.setHelp(tr("INSEE code or name; left out: all"))
        self.addParameter(commune)
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Addresses")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory.addresses import import_addresses

        path = opened(self, parameters, context)
        source = open_source(self, parameters, "INPUT", context)
        given = {
            name: self.parameterAsString(parameters, name, context)
            for name in _field_descriptions()
        }
        fields = _fields(source, {name: field for name, field in given.items() if field})
        only = self.parameterAsString(parameters, "COMMUNE", context).strip()
        addresses = _addresses(source, fields, only, path, context, feedback)
        if "X_FIELD" in fields:
            crs = self.parameterAsCrs(parameters, "CRS", context)
            addresses = _in_observatory_crs(addresses, crs, path)
        with guarded(path):
            count = import_addresses(path, addresses)
        _report(addresses, count, feedback)
        return {"COUNT": count}


def _field_descriptions() -> dict[str, str]:
    return {
        "NUMBER_FIELD": tr("Number"),
        "SUFFIX_FIELD": tr("Suffix of the number (bis, ter…)"),
        "STREET_FIELD": tr("Street (kind and name)"),
        "X_FIELD": tr("x or longitude (without a geometry)"),
        "Y_FIELD": tr("y or latitude (without a geometry)"),
        "POSTCODE_FIELD": tr("Postcode"),
        "COMMUNE_FIELD": tr("Commune"),
    }


def _fields(source: QgsProcessingFeatureSource, given: dict[str, str]) -> dict[str, int]:
    """Positions of the fields to read: those chosen, else those of a known layout.

    x and y are among them only where they are needed.
    """
    names = source.fields().names()
    chosen = dict(given)
    for layout in _LAYOUTS if "STREET_FIELD" not in given else ():
        if {layout["NUMBER_FIELD"], layout["STREET_FIELD"]} <= set(names):
            known = {name: field for name, field in layout.items() if field in names}
            if not {"X_FIELD", "Y_FIELD"} <= set(known) and {"x", "y"} <= set(names):
                known.update(X_FIELD="x", Y_FIELD="y")
            chosen = {**known, **given}
            break
    has_points = (
        QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PointGeometry
    )
    if has_points and "X_FIELD" not in given:
        chosen.pop("X_FIELD", None)
        chosen.pop("Y_FIELD", None)
    elif not {"X_FIELD", "Y_FIELD"} <= set(chosen):
        raise LayerError("no_address_fields", layer=source.sourceName())
    if "STREET_FIELD" not in chosen:
        raise LayerError("no_address_fields", layer=source.sourceName())
    return {name: source.fields().lookupField(field) for name, field in chosen.items()}


def _addresses(source, fields: dict[str, int], only: str, path, context, feedback) -> list:
    """The rows as addresses, of one commune where ``only`` names one; x and y as they stand."""
    from oltp_plugin.intake.mapping import folded

    by_fields = "X_FIELD" in fields
    request = QgsFeatureRequest() if by_fields else in_observatory_crs(path, context)
    if by_fields:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(list(fields.values()))
    addresses = []
    for feature in source.getFeatures(request):
        if feedback.isCanceled():
            raise Cancelled()
        cells = {name: _written(feature[position]) for name, position in fields.items()}
        communes = (cells.get("COMMUNE_FIELD", ""), cells.get("CODE", ""))
        if not only or folded(only) in map(folded, communes):
            addresses.append(_address(cells, feature))
    return addresses


def _address(cells: dict[str, str], feature):
    """One row; the point of its x and y fields, else of its geometry (a multipoint's first)."""
    from oltp_plugin.observatory.addresses import Address, house_number

    x = y = np.nan
    if "X_FIELD" in cells:
        x, y = _number(cells["X_FIELD"]), _number(cells["Y_FIELD"])
    elif not feature.geometry().isEmpty():
        vertex = next(feature.geometry().vertices())
        x, y = vertex.x(), vertex.y()
    number, suffix = house_number(cells.get("NUMBER_FIELD"))
    return Address(
        x,
        y,
        cells["STREET_FIELD"],
        number,
        cells.get("SUFFIX_FIELD", "").lower() or suffix,
        cells.get("ID") or None,
        cells.get("LOCALITY") or None,
        cells.get("POSTCODE_FIELD") or None,
        cells.get("COMMUNE_FIELD") or None,
    )


def _in_observatory_crs(addresses: list, crs, path) -> list:
    """The addresses, their x and y fields in the observatory's system."""
    from oltp_plugin.intake.locating import locate
    from oltp_plugin.observatory.opening import check

    target = check(path).epsg
    authority, _, code = crs.authid().partition(":") if crs.isValid() else ("", "", "")
    if crs.isValid() and authority != "EPSG":
        raise ObservatoryError("unknown_crs", crs=crs.authid() or crs.description())
    x, y = np.array([each[:2] for each in addresses], dtype=float).reshape(-1, 2).T
    given = np.isfinite(x) & np.isfinite(y)
    degrees = bool((np.abs(x[given]) <= 180).all() and (np.abs(y[given]) <= 90).all())
    located = locate(x, y, int(code) if code else (_WGS84 if degrees else target), target)
    points = zip(addresses, located.x.tolist(), located.y.tolist())
    return [each._replace(x=east, y=north) for each, east, north in points]


def _report(addresses, count: int, feedback) -> None:
    feedback.pushInfo(tr("{n} addresses imported.").format(n=count))
    if count < len(addresses):
        feedback.pushWarning(
            tr("{n} rows without a street or a point were left out.").format(
                n=len(addresses) - count
            )
        )
    communes = Counter(each.commune for each in addresses if each.commune)
    if len(communes) > 1:
        feedback.pushWarning(
            tr(
                "The addresses are of {n} communes: where two have a street of the same name, only "
                "an address that says its commune or postcode will be located."
            ).format(n=len(communes))
        )


def _written(value) -> str:
    return "" if value is None or value == NULL else str(value).strip()


def _number(text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return np.nan
