"""Addresses come in from the national base, from a table and from a layer of points."""

import gzip

import processing
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

from oltp_plugin.observatory import connection

BAN = (
    "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;"
    "code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld\n"
    "34172_1_00012;;12;;Rue de la Loge;34000;34172;Montpellier;;;;;3.8788;43.6096;entrée;;\n"
    "34172_1_00012_bis;;12;bis;Rue de la Loge;34000;34172;Montpellier;;;;;3.8789;43.6097;;;\n"
    "34057_2_00001;;1;;Rue des Écoles;34170;34057;Castelnau-le-Lez;;;;;3.9000;43.6300;;;\n"
    "34172_3_99999;;99999;;Lieu-dit le Mas;34000;34172;Montpellier;;;;;3.8500;43.6200;;;\n"
    "34172_4_00002;;2;;Rue sans point;34000;34172;Montpellier;;;;;;;;;\n"
)


@pytest.fixture
def observatory(tmp_path):
    path = tmp_path / "observatoire.gpkg"
    processing.run("oltp:createobservatory", {"OUTPUT": str(path)})
    return path


def run(path, feedback=None, **parameters) -> int:
    parameters["OBSERVATORY"] = str(path)
    return processing.run("oltp:importaddresses", parameters, feedback=feedback)["COUNT"]


def stored(path, columns="number, suffix, street"):
    with connection.reading(path) as db:
        return db.execute(f"SELECT {columns} FROM address ORDER BY fid").fetchall()


def extent(path):
    with connection.reading(path) as db:
        return db.execute(
            "SELECT min(minx), max(maxx), min(miny), max(maxy) FROM rtree_address_geom"
        ).fetchone()


def test_the_national_base_needs_no_mapping(observatory, tmp_path, feedback):
    source = tmp_path / "adresses-34.csv"
    source.write_text(BAN, encoding="utf-8")
    assert run(observatory, feedback, INPUT=str(source)) == 4
    assert stored(observatory, "ban_id, number, suffix, street, postcode, commune") == [
        ("34172_1_00012", 12, None, "Rue de la Loge", "34000", "Montpellier"),
        ("34172_1_00012_bis", 12, "bis", "Rue de la Loge", "34000", "Montpellier"),
        ("34057_2_00001", 1, None, "Rue des Écoles", "34170", "Castelnau-le-Lez"),
        ("34172_3_99999", None, None, "Lieu-dit le Mas", "34000", "Montpellier"),
    ]
    west, east, south, north = extent(observatory)
    assert 760_000 < west < east < 780_000
    assert 6_270_000 < south < north < 6_290_000
    assert any("1 row" in text for text in feedback.warnings)
    assert any("2 communes" in text for text in feedback.warnings)


@pytest.mark.parametrize("only", ["34172", "montpellier"])
def test_one_commune_of_a_department_can_be_taken(observatory, tmp_path, only):
    source = tmp_path / "adresses-34.csv"
    source.write_text(BAN, encoding="utf-8")
    assert run(observatory, INPUT=str(source), COMMUNE=only) == 3


def test_a_local_base_without_degrees(observatory, tmp_path):
    source = tmp_path / "bal.csv"
    source.write_text(
        "cle_interop;voie_nom;numero;suffixe;commune_insee;commune_nom;position;x;y\n"
        "34172_1_00012_bis;Rue de la Loge;12;bis;34172;Montpellier;entrée;770700,5;6279500,5\n",
        encoding="utf-8",
    )
    assert run(observatory, INPUT=str(source)) == 1
    assert stored(observatory, "ban_id, number, suffix, street, commune") == [
        ("34172_1_00012_bis", 12, "bis", "Rue de la Loge", "Montpellier")
    ]
    assert extent(observatory)[0] == pytest.approx(770700.5, abs=0.1)


def test_importing_again_replaces(observatory, tmp_path):
    source = tmp_path / "adresses-34.csv"
    source.write_text(BAN, encoding="utf-8")
    run(observatory, INPUT=str(source))
    run(observatory, INPUT=str(source), COMMUNE="34057")
    assert stored(observatory) == [(1, None, "Rue des Écoles")]
    layer = QgsVectorLayer(f"{observatory}|layername=address", "address", "ogr")
    assert [feature["street"] for feature in layer.getFeatures()] == ["Rue des Écoles"]
    assert layer.featureCount() == 1


def test_a_layer_of_points_in_any_system(observatory):
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=no:string&field=voie:string", "p", "memory")
    for wkt, *values in (
        ("Point (3.88 43.61)", "12bis", "Rue de la Loge"),
        ("Point (3.89 43.62)", None, "Place du Marché"),
        ("Point EMPTY", "4", "Rue perdue"),
    ):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(values)
        layer.dataProvider().addFeature(feature)
    assert run(observatory, INPUT=layer, NUMBER_FIELD="no", STREET_FIELD="voie") == 2
    assert stored(observatory) == [(12, "bis", "Rue de la Loge"), (None, None, "Place du Marché")]
    assert 760_000 < extent(observatory)[0] < 780_000


def test_what_is_no_address_file_is_one_sentence_and_changes_nothing(observatory, tmp_path):
    good, bad = tmp_path / "ban.csv", tmp_path / "autre.csv"
    good.write_text(BAN, encoding="utf-8")
    bad.write_text("a;b\n1;2\n", encoding="utf-8")
    run(observatory, INPUT=str(good))
    with pytest.raises(QgsProcessingException, match="national address base"):
        run(observatory, INPUT=str(bad))
    with pytest.raises(QgsProcessingException, match="both a street and a point"):
        run(
            observatory, INPUT=str(bad), STREET_FIELD="a", X_FIELD="b", Y_FIELD="b", CRS="EPSG:2154"
        )
    assert len(stored(observatory)) == 4


def test_a_real_towns_addresses(observatory, shared_data, tmp_path):
    packed = shared_data / "montpellier/adresses_montpellier_2014.csv.gz"
    source = tmp_path / "adresses.csv"
    source.write_bytes(gzip.decompress(packed.read_bytes()))
    count = run(
        observatory,
        INPUT=str(source),
        NUMBER_FIELD="NUM_VOI",
        SUFFIX_FIELD="SUF_VOI",
        STREET_FIELD="LIB_OFF",
        X_FIELD="X",
        Y_FIELD="Y",
    )
    assert count == 36_395
    with connection.reading(observatory) as db:
        assert db.execute("SELECT rtreecheck('rtree_address_geom')").fetchone() == ("ok",)
        assert db.execute("SELECT count(DISTINCT street) FROM address").fetchone() == (2786,)
        assert db.execute("SELECT count(*) FROM address WHERE number IS NULL").fetchone() == (340,)
    west, east, south, north = extent(observatory)
    assert 764_000 < west < east < 777_000
    assert 6_271_000 < south < north < 6_285_000
