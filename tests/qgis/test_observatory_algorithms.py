"""The observatory's algorithms as scripts call them: outputs, sentences, layers."""

import json
import subprocess
from pathlib import Path

import processing
import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProcessingException,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

from oltp_plugin import settings
from oltp_plugin.observatory import batches, connection

SAMPLE = Path(__file__).resolve().parents[2] / "sample"


def run(name, path, feedback=None, **parameters):
    return processing.run(
        f"oltp:{name}", {"OBSERVATORY": str(path), **parameters}, feedback=feedback
    )


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """The sample town with one partner's file, made by the algorithms themselves."""
    folder = tmp_path_factory.mktemp("town")
    path = folder / "observatoire.gpkg"
    patch = pytest.MonkeyPatch()
    patch.setattr(settings.Settings, "keys", lambda self: folder / "keys")
    made = processing.run("oltp:createobservatory", {"OUTPUT": str(path)})
    assert made["OUTPUT"] == str(path)
    assert QgsVectorLayer(made["INCIDENTS"], "", "ogr").isValid()
    for level, file in (("commune", "commune"), ("quartier", "quartiers")):
        run(
            "importterritories",
            path,
            INPUT=str(SAMPLE / f"{file}.geojson"),
            LEVEL=level,
            CODE_FIELD="code",
            NAME_FIELD="nom",
            POPULATION_FIELD="population",
        )
    run(
        "importincidents",
        path,
        INPUT=str(SAMPLE / "police_municipale.csv"),
        PROFILE=str(SAMPLE / "police_municipale.json"),
        REJECTS=str(folder / "rejects.csv"),
    )
    yield path
    patch.undo()


def refusal(name, path, **parameters) -> str:
    with pytest.raises(QgsProcessingException) as caught:
        run(name, path, **parameters)
    return str(caught.value)


def test_rejects_file_has_the_promised_columns(town):
    lines = (town.parent / "rejects.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "row,code,field,message"
    truth = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))
    expected = truth["files"]["police_municipale.csv"]["rejects"]
    assert {tuple(line.split(",")[:2]) for line in lines[1:]} == set(expected.items())


def test_the_log_says_what_happened_without_a_cell(town, feedback):
    run(
        "importincidents",
        town,
        feedback,
        INPUT=str(SAMPLE / "police_municipale.csv"),
        PROFILE="Police municipale de Valbrune",
        DRY_RUN=True,
    )
    log = "\n".join(feedback.infos)
    assert "3400" in log
    assert "OUT_OF_AREA" in log
    assert "No agreement" in log
    assert "PM24-" not in log


def test_the_log_says_how_much_personal_data_was_masked_and_not_which(town, feedback, tmp_path):
    lines = (SAMPLE / "police_municipale.csv").read_text("cp1252").splitlines()
    profile = json.loads((SAMPLE / "police_municipale.json").read_text("utf-8"))
    header = lines[0].split(";")
    cells = lines[1].split(";")
    street = profile["fields"]["address"].get(
        "columns", [profile["fields"]["address"].get("column")]
    )
    cells[header.index(street[-1])] += ", chez Mme Durand 06 12 34 56 78"
    source = tmp_path / "livraison.csv"
    source.write_text("\n".join((lines[0], ";".join(cells))), "cp1252")
    run(
        "importincidents",
        town,
        feedback,
        INPUT=str(source),
        PROFILE="Police municipale de Valbrune",
        DRY_RUN=True,
    )
    (warning,) = [each for each in feedback.warnings if "masked" in each]
    assert "telephone numbers × 1" in warning
    assert "titles with a name × 1" in warning
    log = "\n".join(feedback.infos + feedback.warnings)
    assert "Durand" not in log
    assert "12 34" not in log


def test_a_filtered_layer_counts_what_sql_counts(town):
    results = run(
        "incidents",
        town,
        FROM="2025-01-01",
        TO="2025-03-31",
        CATEGORIES="tranquillite,vol_tire",
        TERRITORY="Q1",
    )
    layer = results["OUTPUT"]
    with connection.reading(town) as db:
        (expected,) = db.execute(
            "SELECT count(*) FROM incident i JOIN category c ON c.code = i.category"
            " JOIN incident_territory m ON m.incident = i.fid"
            " JOIN territory t ON t.fid = m.territory"
            " WHERE t.level = 'quartier' AND t.code = 'Q1' AND i.status <> 'withdrawn'"
            " AND (c.parent = 'tranquillite' OR c.code = 'vol_tire')"
            " AND i.occurred_from BETWEEN '2025-01-01' AND '2025-03-31T23:59:59'"
        ).fetchone()
    assert expected > 30
    assert sum(1 for _ in layer.getFeatures()) == expected
    again = QgsVectorLayer(results["SOURCE"], "", "ogr")
    assert sum(1 for _ in again.getFeatures()) == expected
    assert Path(layer.source().split("|")[0]) == town, "a view, no copy"


def test_a_filtered_layer_draws(town):
    """A subset that names its own table draws nothing."""
    layer = run("incidents", town, TERRITORY="quartier:Q1")["OUTPUT"]
    canvas = QgsMapSettings()
    canvas.setLayers([layer])
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(QgsRectangle(layer.extent()).buffered(100))
    canvas.setOutputSize(QSize(200, 200))
    job = QgsMapRendererParallelJob(canvas)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    colours = {image.pixel(x, y) for x in range(200) for y in range(200)}
    assert len(colours) > 5


def test_withdrawn_records_are_not_counted(town):
    n = sum(1 for _ in run("incidents", town)["OUTPUT"].getFeatures())
    with connection.writing(town) as db:
        db.execute("UPDATE incident SET status = 'withdrawn' WHERE fid = 1")
    assert sum(1 for _ in run("incidents", town)["OUTPUT"].getFeatures()) == n - 1
    with connection.writing(town) as db:
        db.execute("UPDATE incident SET status = 'open' WHERE fid = 1")


def test_the_filter_refuses_what_the_observatory_does_not_know(town):
    assert "“martien”" in refusal("incidents", town, CATEGORIES="martien")
    assert "“NOBODY”" in refusal("incidents", town, PARTNERS="NOBODY")
    assert "“Q99”" in refusal("incidents", town, TERRITORY="Q99")
    assert "2025-01-01" in refusal("incidents", town, FROM="2025-02-01", TO="2025-01-01")


def test_partners_are_combined_only_where_their_agreements_allow_it(town):
    with connection.writing(town) as db:
        batches.ensure_partner(db, "TAM")
        db.execute(
            "INSERT INTO agreement (partner, reference, combination)"
            " VALUES ('PM', 'C-2025-7', 'no')"
        )
    text = refusal("incidents", town, PARTNERS="PM,TAM")
    assert "C-2025-7" in text
    assert "TAM" in text
    assert run("incidents", town, PARTNERS="PM")["OUTPUT"].isValid()
    with connection.writing(town) as db:
        db.execute("DELETE FROM agreement")


def test_nil_return_and_undo(town):
    batch = run("nilreturn", town, PARTNER="TAM", PERIOD_FROM="2026-01-01", PERIOD_TO="2026-01-31")[
        "BATCH"
    ]
    assert batch > 1
    assert run("undobatch", town, BATCH=batch) == {"REMOVED": 0, "RESTORED": 0}
    assert str(batch) in refusal("undobatch", town, BATCH=batch)


def test_kind_and_period_can_be_given(town):
    results = run(
        "importincidents",
        town,
        INPUT=str(SAMPLE / "police_municipale.csv"),
        PROFILE="Police municipale de Valbrune",
        PERIOD_FROM="2024-07-01",
        PERIOD_TO="2024-12-31",
        KIND=1,
    )
    assert results["UNCHANGED"] == results["READ"] - results["REJECTED"]
    with connection.reading(town) as db:
        row = db.execute(
            "SELECT kind, period_from, period_to FROM batch WHERE fid = ?", (results["BATCH"],)
        ).fetchone()
    assert row == ("additions", "2024-07-01", "2024-12-31")


def test_an_observatory_is_not_a_temporary_file():
    with pytest.raises(QgsProcessingException, match="temporary"):
        processing.run("oltp:createobservatory", {"OUTPUT": "TEMPORARY_OUTPUT"})


def test_an_observatory_is_never_overwritten(town):
    before = town.read_bytes()
    with pytest.raises(QgsProcessingException, match="never overwritten"):
        processing.run("oltp:createobservatory", {"OUTPUT": str(town)})
    assert town.read_bytes() == before


def test_a_geographic_crs_is_refused(tmp_path):
    with pytest.raises(QgsProcessingException, match="projected"):
        processing.run(
            "oltp:createobservatory", {"OUTPUT": str(tmp_path / "a.gpkg"), "CRS": "EPSG:4326"}
        )


def test_no_profile_of_that_name(town):
    text = refusal("importincidents", town, INPUT=str(SAMPLE / "truth.json"), PROFILE="inconnu")
    assert "“inconnu”" in text


def _points(*rows):
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=nom:string&field=an:string", "p", "memory")
    for wkt, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(values)
        layer.dataProvider().addFeature(feature)
    return layer


def test_places_come_in_the_observatorys_crs_and_twice_changes_nothing(town):
    layer = _points(("Point (3 46.5)", "Caméra A", "2014"), ("Point (3.01 46.5)", "Caméra B", None))
    parameters = {
        "INPUT": layer,
        "KIND": "camera",
        "NAME_FIELD": "nom",
        "OPERATOR": "Ville",
        "IN_SERVICE_FIELD": "an",
    }
    for _ in range(2):
        assert run("importplaces", town, **parameters)["COUNT"] == 2
    with connection.reading(town) as db:
        rows = db.execute(
            "SELECT name, operator, in_service_from, in_service_to FROM place ORDER BY name"
        ).fetchall()
        assert rows == [
            ("Caméra A", "Ville", "2014-01-01", "2014-12-31"),
            ("Caméra B", "Ville", None, None),
        ]
        west, east = db.execute("SELECT min(minx), max(maxx) FROM rtree_place_geom").fetchone()
    assert 600_000 < west < east < 800_000


@pytest.mark.parametrize("kind", ["mosque", "church", "union", "shelter", "hospital"])
def test_places_of_worship_union_shelter_and_care_are_no_places(town, kind):
    text = refusal(
        "importplaces", town, INPUT=_points(("Point (3 46.5)", "x", "2014")), KIND=kind,
        NAME_FIELD="nom",
    )  # fmt: skip
    assert f"“{kind}”" in text


def test_a_date_of_service_must_be_one(town):
    layer = _points(("Point (3 46.5)", "x", "bientôt"))
    text = refusal(
        "importplaces", town, INPUT=layer, KIND="camera", NAME_FIELD="nom", IN_SERVICE_FIELD="an"
    )
    assert "31/05/2014" in text


def test_a_territory_without_a_code_takes_its_name_and_one_without_both_is_said(town, feedback):
    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:2154&field=code:double&field=nom:string&field=pop:string",
        "iris",
        "memory",
    )
    for place, (code, name, people) in enumerate(
        [(34172.0, NULL, "1 234"), (NULL, "L'Étang", "1\u202f234,6"), (NULL, " ", NULL)]
    ):
        row = QgsFeature(layer.fields())
        x = 700_000 + 500 * place
        row.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, 6_600_000, x + 400, 6_600_400)))
        row.setAttributes([code, name, people])
        layer.dataProvider().addFeature(row)
    parameters = {"CODE_FIELD": "code", "NAME_FIELD": "nom", "POPULATION_FIELD": "pop"}
    processing.run(
        "oltp:importterritories",
        {"OBSERVATORY": str(town), "INPUT": layer, "LEVEL": "iris", **parameters},
        feedback=feedback,
    )
    with connection.reading(town) as db:
        query = "SELECT code, name, population FROM territory WHERE level = 'iris' ORDER BY fid"
        stored = [tuple(each) for each in db.execute(query)]
    assert stored == [("34172", "34172", 1234), ("L'Étang", "L'Étang", 1234)]
    assert feedback.warnings == ["Territories with neither a code nor a name, left out: 1"]


def test_a_territory_whose_ring_does_not_close_is_named(town):
    layer = QgsVectorLayer("Polygon?crs=EPSG:2154&field=code:string", "iris", "memory")
    row = QgsFeature(layer.fields())
    row.setGeometry(QgsGeometry.fromWkt("Polygon ((0 0, 9 0, 9 9, 0 9, 1 1))"))
    row.setAttributes(["34-A"])
    layer.dataProvider().addFeature(row)
    text = refusal(
        "importterritories", town, INPUT=layer, CODE_FIELD="code", NAME_FIELD="code"
    )  # fmt: skip
    assert "The territory 34-A has no area" in text


def test_territories_twice_are_replaced_not_doubled(town):
    def areas():
        with connection.reading(town) as db:
            return db.execute("SELECT fid, level, code, population FROM territory").fetchall()

    before = areas()
    run(
        "importterritories",
        town,
        INPUT=str(SAMPLE / "quartiers.geojson"),
        LEVEL="Quartier",
        CODE_FIELD="code",
        NAME_FIELD="nom",
    )
    assert areas() == before, "population stays where none is given"
    with connection.reading(town) as db:
        lacking = db.execute(
            "SELECT count(*) FROM incident WHERE geom IS NOT NULL AND fid NOT IN"
            " (SELECT incident FROM incident_territory)"
        ).fetchone()
    assert lacking == (0,)


def test_it_can_be_looked_at_with_ogrinfo(town):
    done = subprocess.run(
        ("ogrinfo", "-ro", "-al", "-so", str(town)), capture_output=True, text=True, check=True
    )
    assert "Warning" not in done.stderr
    assert "Layer name: incident" in done.stdout
