"""Rows of a delivery that have an address and no coordinates."""

import pytest

from oltp_plugin.errors import Cancelled, ObservatoryError
from oltp_plugin.intake import geocoding
from oltp_plugin.observatory import connection
from oltp_plugin.observatory.addresses import Address, house_number, import_addresses
from oltp_plugin.observatory.places import Place, import_places

X, Y = 700_203.0, 6_200_304.0  # in quartier A, not at the middle of a cell


@pytest.fixture
def with_addresses(observatory):
    import_addresses(
        observatory,
        [
            Address(X, Y, "Rue des Lilas", 12),
            Address(X + 100, Y, "Rue des Lilas", 14),
            Address(X, Y + 400, "Avenue Foch", 1),
            Address(X + 90_000, Y, "Route de Paris", 1),  # outside the commune
        ],
    )
    return observatory


def stored(path, columns="location_precision, geocode_score"):
    with connection.reading(path) as db:
        return db.execute(f"SELECT {columns} FROM incident ORDER BY fid").fetchall()


def corners(path):
    with connection.reading(path) as db:
        return db.execute("SELECT minx, miny FROM rtree_incident_geom ORDER BY id").fetchall()


def test_a_row_is_located_by_its_address(deliver, with_addresses):
    result = deliver("1;05/01/2026;14:30;Tapage;;;12, r. des LILAS;", "2;05/01/2026;14:30;Vol;;;?;")
    assert (result.batch.inserted, result.batch.unlocated, result.by_address) == (2, 1, 1)
    assert stored(with_addresses) == [("address", 1.0), ("none", None)]
    assert stored(with_addresses, "address")[0] == ("12, r. des LILAS",), "kept as it was written"
    assert corners(with_addresses) == [(pytest.approx(X, abs=0.1), pytest.approx(Y, abs=0.5))]
    with connection.reading(with_addresses) as db:
        levels = db.execute(
            "SELECT t.level, t.code FROM incident_territory m JOIN territory t"
            " ON t.fid = m.territory ORDER BY t.level"
        ).fetchall()
    assert levels == [("commune", "34000"), ("quartier", "A")]


def test_the_search_says_how_far_it_is_and_stops_when_told(deliver, with_addresses, monkeypatch):
    rows = [
        f"{n};05/01/2026;14:30;Vol;;;12 rue des Lila{letter};"
        for n, letter in enumerate("abcdefgh")
    ]
    whole = deliver(*rows, dry_run=True)
    assert whole.by_address == 8, "each with a slip of the pen"
    monkeypatch.setattr(geocoding, "_AT_ONCE", 2)
    told = []
    in_parts = deliver(*rows, dry_run=True, tick=told.append)
    assert (in_parts.by_address, in_parts.batch) == (whole.by_address, whole.batch)
    assert told == sorted(told)
    assert len([fraction for fraction in told if 0.2 < fraction < 0.5]) > 4

    def stop(fraction):
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        deliver(*rows, tick=stop)
    assert stored(with_addresses) == []


def test_street_and_place_precision_are_stored(deliver, with_addresses):
    import_places(with_addresses, "stop", [Place(X, Y + 50, "Corum")])
    deliver("1;05/01/2026;14:30;Tapage;;;rue des Lilas;", "2;05/01/2026;14:30;Vol;;;arrêt Corum;")
    assert stored(with_addresses) == [("street", 0.6), ("stop", 0.95)]


def test_coordinates_win_over_the_address(deliver, with_addresses):
    deliver("1;05/01/2026;14:30;Tapage;700900;6200900;12 rue des Lilas;")
    assert stored(with_addresses) == [("address", None)]
    assert corners(with_addresses) == [(pytest.approx(700900), pytest.approx(6200900, abs=0.5))]


def test_wrong_coordinates_are_refused_whatever_the_address(deliver, with_addresses):
    result = deliver("1;05/01/2026;14:30;Tapage;ici;là;12 rue des Lilas;")
    assert [(reject.code, reject.field) for reject in result.rejects] == [("BAD_XY", "x")]


def test_an_address_outside_the_area_is_out_of_area(deliver, with_addresses):
    result = deliver("1;05/01/2026;14:30;Tapage;;;1 route de Paris;")
    assert [reject.code for reject in result.rejects] == ["OUT_OF_AREA"]


def test_a_dwelling_goes_to_its_cell_and_loses_its_score(deliver, with_addresses):
    deliver("1;05/01/2026;14:30;Cambriolage;;;12 rue des Lilas;")
    assert stored(with_addresses) == [("cell", None)]
    assert stored(with_addresses, "address") == [("rue des Lilas",)]
    assert corners(with_addresses) == [(700_250.0, 6_200_350.0)]


def test_a_sensitive_record_keeps_only_its_territory(deliver, with_addresses):
    deliver("1;05/01/2026;14:30;Différend familial;;;12 rue des Lilas;")
    assert stored(with_addresses, "geom, address, territory, location_precision") == [
        (None, None, "A", "territory")
    ]


def test_new_addresses_locate_what_is_delivered_again(deliver, observatory):
    row = "1;05/01/2026;14:30;Tapage;;;12 rue des Lilas;"
    assert deliver(row).batch.unlocated == 1
    assert stored(observatory) == [("none", None)], "without addresses nothing is located"
    import_addresses(observatory, [Address(X, Y, "Rue des Lilas", 12)])
    again = deliver(row).batch
    assert (again.updated, again.unlocated) == (1, 0)
    assert deliver(row).batch.unchanged == 1
    assert stored(observatory) == [("address", 1.0)]


def test_a_dry_run_locates_the_same(deliver, with_addresses):
    assert deliver("1;05/01/2026;14:30;Tapage;;;2 av Foch;", dry_run=True).batch.unlocated == 0
    assert stored(with_addresses) == []


def test_addresses_replace_those_that_were_there(with_addresses):
    assert import_addresses(with_addresses, [Address(X, Y, "Rue Neuve", 3, "bis")]) == 1
    with connection.reading(with_addresses) as db:
        assert db.execute("SELECT street, number, suffix FROM address").fetchall() == [
            ("Rue Neuve", 3, "bis")
        ]
        assert db.execute("SELECT count(*) FROM rtree_address_geom").fetchone() == (1,)
        counts = db.execute(
            "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'address'"
        )
        assert counts.fetchone() == (1,)


def test_an_import_of_nothing_leaves_the_addresses(with_addresses):
    before = with_addresses.read_bytes()
    with pytest.raises(ObservatoryError, match="no_addresses"):
        import_addresses(with_addresses, [Address(float("nan"), Y, "Rue Neuve"), Address(X, Y, "")])
    assert with_addresses.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", (12, None)),
        (12, (12, None)),
        ("12.0", (12, None)),
        ("12bis", (12, "bis")),
        (" 12 TER ", (12, "ter")),
        ("0", (None, None)),
        ("99999", (None, None)),
        ("", (None, None)),
        (None, (None, None)),
        ("sans", (None, None)),
    ],
)
def test_house_number(text, number):
    assert house_number(text) == number
