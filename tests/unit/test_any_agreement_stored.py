"""Whatever the agreement and the incidents: nothing finer or wider than allowed is in the file."""

import json
import shutil
import struct

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oltp_plugin.intake import importing, profile
from oltp_plugin.observatory import agreements, connection, geopackage
from oltp_plugin.observatory.agreements import Agreement
from oltp_plugin.observatory.schema import PRECISIONS

from .conftest import HEADER, PROFILE, SIZE, SOUTH, WEST

NATURES = PROFILE["fields"]["category"]["values"]
DWELLING, SENSITIVE = "cambriolage_logement", "violence_intrafamiliale"


def some(*words):
    return st.none() | st.lists(st.sampled_from(words), unique=True).map(tuple)


AGREEMENTS = st.builds(
    Agreement,
    st.just("PM"),
    st.just("C-1"),
    finest_stored=st.sampled_from(PRECISIONS),
    dwelling_numbers=st.booleans(),
    allowed_fields=some("x", "y", "address", "severity"),
    allowed_categories=some(*NATURES.values(), "tranquillite"),
)
PLACES = st.integers(1, int(SIZE) * 8 - 1).map(lambda n: n / 8)  # exact in decimals and in binary
INCIDENTS = st.lists(
    st.tuples(st.sampled_from(sorted(NATURES)), PLACES, PLACES, st.integers(1000, 9999)),
    min_size=1,
    max_size=6,
    unique_by=lambda row: row[3],
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(agreement=AGREEMENTS, incidents=INCIDENTS)
def test_nothing_finer_or_wider_than_allowed_is_stored(observatory, tmp_path, agreement, incidents):
    path = tmp_path / "one.gpkg"
    shutil.copy(observatory, path)
    agreements.record(path, agreement)
    rows = [
        f"{number};01/03/2026;10:00;{nature};{_decimal(WEST + x)};{_decimal(SOUTH + y)};"
        f"{number} rue des Lilas;"
        for nature, x, y, number in incidents
    ]
    source = tmp_path / "livraison.csv"
    source.write_bytes("\r\n".join((HEADER, *rows, "")).encode("cp1252"))
    chosen = profile.parse(json.dumps(PROFILE), "essai.json")
    importing.import_file(path, source, chosen, tmp_path / "keys")
    content = path.read_bytes()
    allowed = [row for row in incidents if _covered(agreement, NATURES[row[0]])]
    with connection.reading(path) as db:
        stored = db.execute(
            "SELECT category, geom, address, location_precision FROM incident"
        ).fetchall()
    assert len(stored) == len(allowed)
    exact = {
        value
        for nature, x, y, _ in incidents
        if _exact(agreement, NATURES[nature])
        for value in (WEST + x, SOUTH + y)
    }
    for nature, x, y, number in incidents:
        if not _exact(agreement, NATURES[nature]):
            for value in {WEST + x, SOUTH + y} - exact:
                if (value / 50) % 1:  # the centre or the edge of a cell tells nothing
                    assert struct.pack("<d", value) not in content
        if not _numbered(agreement, NATURES[nature]):
            assert f"{number} rue".encode() not in content
    for category, geometry, address, precision in stored:
        assert _covered(agreement, category)
        finest = PRECISIONS.index(agreement.finest_stored)
        if category == SENSITIVE or finest >= PRECISIONS.index("territory"):
            assert geometry is None and address is None
        elif geometry is not None and not _exact(agreement, category):
            assert all((value - 50) % 100 == 0 for value in geopackage.point_of(geometry))
            assert precision == "cell"


def _decimal(value: float) -> str:
    return str(value).replace(".", ",")


def _covered(agreement: Agreement, category: str) -> bool:
    allowed = agreement.allowed_categories
    if allowed is None or category in allowed:
        return True
    return category == "bruit_voie_publique" and "tranquillite" in allowed


def _exact(agreement: Agreement, category: str) -> bool:
    """Whether the point may stand in the file as it was delivered."""
    fields = agreement.allowed_fields
    if fields is not None and not {"x", "y"} <= set(fields):
        return False
    hidden = category == DWELLING and not agreement.dwelling_numbers
    fine = agreement.finest_stored == "address" and category != SENSITIVE and not hidden
    return fine and _covered(agreement, category)


def _numbered(agreement: Agreement, category: str) -> bool:
    """Whether the house number may stand in the file."""
    fields = agreement.allowed_fields
    if fields is not None and "address" not in fields:
        return False
    hidden = category == DWELLING and not agreement.dwelling_numbers
    fine = agreement.finest_stored == "address" and category != SENSITIVE and not hidden
    return fine and _covered(agreement, category)
