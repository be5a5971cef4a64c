"""Whatever the agreements and the incidents: nothing finer or wider than allowed is shown."""

import shutil
from collections import Counter
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsVectorLayer

from oltp_plugin.layers.precision import limits_of
from oltp_plugin.observatory import agreements, connection, geopackage
from oltp_plugin.observatory.agreements import DIFFUSIONS, Agreement
from oltp_plugin.observatory.answer import AgreementError, Answer
from oltp_plugin.observatory.schema import PRECISIONS
from oltp_plugin.printing import limits
from oltp_plugin.printing.diffusion import Diffusion
from processing_algorithms.hot_spots.kernel_density import KernelDensity

CATEGORIES = ("homicide", "coups_blessures", "vol_tire")
PARTNERS = ("PM", "TC")
TODAY = date.today()
CELL = PRECISIONS.index("cell")


def some(*words):
    return st.none() | st.lists(st.sampled_from(words), unique=True).map(tuple)


def agreement_of(partner: str):
    days = st.sampled_from([None, str(TODAY - timedelta(days=1)), str(TODAY + timedelta(days=9))])
    return st.builds(
        Agreement,
        st.just(partner),
        st.just(f"C-{partner}"),
        valid_to=days,
        purposes=some("mapping", "analysis"),
        allowed_categories=some(*CATEGORIES),
        finest_shown=st.sampled_from(("address", *PRECISIONS)),
        recipients=some("restricted", "public", "Préfecture", "Parquet"),
        combination=st.sampled_from(["yes", "yes", "no"]),
        small_count_threshold=st.sampled_from([None, 2, 3]),
    )


INCIDENT = st.tuples(
    st.sampled_from(PARTNERS),
    st.sampled_from(CATEGORIES),
    st.integers(0, 300).map(float),
    st.integers(0, 300).map(float),
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    known=st.tuples(*(st.none() | agreement_of(each) for each in PARTNERS)),
    incidents=st.lists(INCIDENT, min_size=1, max_size=12),
    diffusion=st.sampled_from(DIFFUSIONS),
)
def test_nothing_finer_or_wider_than_allowed_is_shown(
    qgis_app, town_observatory, tmp_path, known, incidents, diffusion
):
    path = tmp_path / "one.gpkg"
    shutil.copy(town_observatory, path)
    _fill(path, known, incidents)
    agreed = {each.partner: each for each in known if each is not None}
    present = {partner for partner, *_ in incidents}
    _check_group_layer(path, agreed)
    layer = QgsVectorLayer(f"{path}|layername=incident", "i", "ogr")
    _check_analysis(layer, agreed, present, incidents)
    _check_page(layer, agreed, present, incidents, diffusion)


def _fill(path, known, incidents) -> None:
    with connection.writing(path) as db:
        db.execute("DELETE FROM incident")
        for partner, category, x, y in incidents:
            (blob,) = geopackage.point_blobs([702000 + x], [6602000 + y], 2154)
            db.execute(
                "INSERT INTO incident (geom, partner, category, occurred_from, address)"
                " VALUES (?, ?, ?, '2026-01-01T10:00:00', '12 rue X')",
                (blob, partner, category),
            )
    for agreement in filter(None, known):
        agreements.record(path, agreement)


def _may(agreement, use: str, present: set[str], incidents) -> bool:
    """What an agreement says of a use that needs points, worked out from its clauses anew."""
    if agreement is None:
        return True
    own = {category for partner, category, *_ in incidents if partner == agreement.partner}
    return (
        (agreement.purposes is None or use in agreement.purposes)
        and (agreement.allowed_categories is None or own <= set(agreement.allowed_categories))
        and (agreement.combination == "yes" or present == {agreement.partner})
        and PRECISIONS.index(agreement.finest_shown) <= CELL
    )


def _outside(agreement, diffusion: str) -> bool:
    """Whether it lets its records leave the team so far."""
    if agreement is None or agreement.state() != "in_force":
        return False
    recipients = agreement.recipients
    if recipients is None:
        return diffusion == "restricted"
    return "public" in recipients or (diffusion == "restricted" and bool(recipients))


def _check_group_layer(path, agreed) -> None:
    condition = limits_of(path).within("1")
    layer = QgsVectorLayer(f"{path}|layername=incident|subset={condition}", "i", "ogr")
    for row in layer.getFeatures():
        agreement = agreed.get(row["partner"])
        if agreement is not None:
            assert agreement.purposes is None or "mapping" in agreement.purposes
            allowed = agreement.allowed_categories
            assert allowed is None or row["category"] in allowed


def _check_analysis(layer, agreed, present, incidents) -> None:
    algorithm, context = KernelDensity(), QgsProcessingContext()
    context.setProject(QgsProject.instance())
    algorithm.initAlgorithm()
    algorithm.answer = Answer()
    allowed = all(_may(agreed.get(each), "analysis", present, incidents) for each in present)
    try:
        read = algorithm.points({"INPUT": layer}, "INPUT", context, QgsProcessingFeedback())
    except AgreementError as error:
        assert not allowed, str(error)
        assert error.values["reference"] in {each.reference for each in agreed.values()}
        return
    assert allowed
    if any(agreed[each].finest_shown != "address" for each in present if each in agreed):
        assert ((read.x - 50) % 100 == 0).all()
        assert ((read.y - 50) % 100 == 0).all()


def _check_page(layer, agreed, present, incidents, diffusion) -> None:
    allowed = all(_may(agreed.get(each), "mapping", present, incidents) for each in present)
    outside = all(_outside(agreed.get(each), diffusion) for each in present)
    try:
        answer = limits.answer_for([layer], diffusion)
    except AgreementError as error:
        named = [each.recipients for each in agreed.values() if each.recipients]
        assert not allowed or diffusion != "internal"
        assert not allowed or not outside or (diffusion == "restricted" and len(named) > 1), error
        return
    assert allowed
    assert outside or diffusion == "internal"
    page = limits.shown(layer, Diffusion[diffusion.upper()], answer.threshold)
    points = [row.geometry().asPoint() for row in page.layer.getFeatures()]
    finest = max((agreed[each].finest_shown for each in present if each in agreed),
                 key=PRECISIONS.index, default="address")  # fmt: skip
    if finest != "address":
        assert all((value - 50) % 100 == 0 for point in points for value in (point.x(), point.y()))
        assert "address" not in page.layer.fields().names()
    least = max((agreed[each].small_count_threshold or 0 for each in present if each in agreed),
                default=0)  # fmt: skip
    if diffusion != "internal":
        together = Counter((point.x(), point.y()) for point in points)
        assert all(n >= least for n in together.values())
    assert len(points) + page.left_out == len(incidents)
