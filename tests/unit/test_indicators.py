"""Area-level figures: SSMSI's layout, a table of one's own, purposes, and what is refused."""

import pytest

from oltp_plugin.errors import IntakeError, ObservatoryError
from oltp_plugin.intake import indicators
from oltp_plugin.observatory import batches, connection
from oltp_plugin.observatory import indicators as store
from oltp_plugin.observatory.batches import Batch

SSMSI_HEADER = (
    '"CODGEO_2025";"annee";"indicateur";"unite_de_compte";"nombre";"taux_pour_mille";'
    '"est_diffuse";"insee_pop";"insee_log";"complement_info_nombre";"complement_info_taux"'
)
SSMSI = [
    '"34000";2023;"Cambriolages de logement";"Infraction";120;"6,5";"diff";5000;2100;"NA";"NA"',
    '"34000";2024;"Cambriolages de logement";"Infraction";98;"5,3";"diff";5000;2100;"NA";"NA"',
    '"34000";2024;"Trafic de stupéfiants";"Mis en cause";"NA";"NA";"ndiff";5000;2100;"2,5";"0,5"',
    '"34001";2024;"Cambriolages de logement";"Infraction";7;"1,1";"diff";900;400;"NA";"NA"',
]
AREAS = {"34000": "Ville"}


@pytest.fixture
def file(tmp_path):
    def write(*rows: str, header: str = SSMSI_HEADER, encoding: str = "utf-8"):
        path = tmp_path / "figures.csv"
        path.write_text("\n".join((header, *rows, "")), encoding=encoding)
        return path

    return write


@pytest.fixture
def keep(observatory):
    """Writes figures as the algorithm does; returns the batch, its number in ``fid``."""

    def run(figures, partner="SSMSI", purpose=store.PUBLIC, level="commune"):
        first, last = figures.period
        batch = Batch(partner, "complete", "f.csv", "0", period_from=first, period_to=last)
        number = store.import_indicators(
            observatory, batch, purpose, level, figures.series.values(), figures.values.values()
        )
        return batch, number

    return run


def ssmsi(path):
    return indicators.read(
        path, indicators.propose(SSMSI_HEADER.replace('"', "").split(";")), AREAS, "SSMSI"
    )


def stored(observatory) -> list[tuple]:
    with connection.reading(observatory) as db:
        return db.execute(
            "SELECT indicator, territory, period_from, period_to, value FROM indicator_value"
            " ORDER BY fid"
        ).fetchall()


def test_ssmsi_is_recognised_whatever_the_year_of_its_code(file):
    for year in (2024, 2026):
        known = indicators.recognise(
            SSMSI_HEADER.replace("2025", str(year)).replace('"', "").split(";")
        )
        assert (known.partner, known.level, known.purpose) == ("SSMSI", "commune", store.PUBLIC)
        assert known.columns.area == f"CODGEO_{year}"
    assert indicators.recognise(["CODGEO_2025", "annee"]) is None


def test_what_is_not_published_is_empty_and_other_communes_stay_out(file, keep, observatory):
    figures = ssmsi(file(*SSMSI))
    assert (figures.read, figures.elsewhere, figures.unpublished, figures.rejected) == (3, 1, 1, 0)
    keep(figures)
    assert stored(observatory) == [
        ("ssmsi_cambriolages_de_logement", "34000", "2023-01-01", "2023-12-31", 120.0),
        ("ssmsi_cambriolages_de_logement", "34000", "2024-01-01", "2024-12-31", 98.0),
        ("ssmsi_trafic_de_stupefiants", "34000", "2024-01-01", "2024-12-31", None),
    ]
    with connection.reading(observatory) as db:
        kept = db.execute("SELECT unit, purpose, finest_level, partner FROM indicator").fetchall()
    assert kept[0] == ("Infraction", store.PUBLIC, "commune", "SSMSI")


def test_the_same_file_again_changes_nothing_and_a_correction_replaces(file, keep, observatory):
    _, first = keep(ssmsi(file(*SSMSI)))
    again, second = keep(ssmsi(file(*SSMSI)))
    assert (again.inserted, again.updated, again.unchanged) == (0, 0, 3)
    corrected, third = keep(ssmsi(file(*(row.replace(";98;", ";99;") for row in SSMSI))))
    assert (corrected.inserted, corrected.updated, corrected.unchanged) == (0, 1, 2)
    with pytest.raises(ObservatoryError, match="indicators_replaced"):
        batches.undo(observatory, third)
    assert batches.undo(observatory, second) == (0, 0)
    assert batches.undo(observatory, first) == (2, 0)
    assert [row[4] for row in stored(observatory)] == [99.0]


def test_a_file_of_millions_is_read_in_parts_that_tell_the_same(file, monkeypatch):
    rows = [*SSMSI, *(row.replace("340", "35") for row in SSMSI * 600)]
    path = file(*rows)
    path.write_bytes(path.read_bytes() + "autre;2024;\xe9;longer;".encode("latin-1") + b";1" * 20)
    whole = ssmsi(path)
    monkeypatch.setattr(indicators, "_AT_ONCE", 0)
    monkeypatch.setattr(indicators, "_CHUNK", 1000)
    assert ssmsi(path) == whole
    assert (whole.read, whole.elsewhere) == (3, 2402)
    with pytest.raises(IntakeError, match="unreadable_table"):
        ssmsi(file(*rows, '"a quotation mark left open'))


def test_a_missing_column_is_named_and_no_cell_is_quoted(file):
    path = file(*SSMSI, header="Mme Untel;06 12 34 56 78;x;x;x;x;x;x;x;x;x")
    with pytest.raises(IntakeError, match="missing_column") as caught:
        ssmsi(path)
    assert caught.value.values["found"] == "…"


def test_a_table_of_ones_own_names_areas_and_has_decimal_commas(file):
    header = "Quartier;Mois;Valeur"
    rows = ("quartier a;03/2026;1 234,5", "B;2026-04;12", "B;avril;3", "C;05/2026;x", "Z;05/2026;1")
    columns = indicators.propose(header.split(";"))
    assert columns == indicators.Columns("Quartier", "Mois", "Valeur")
    path = file(*rows, header=header, encoding="cp1252")
    areas = {code: f"Quartier {code}" for code in "ABCD"}
    figures = indicators.read(path, columns, areas, "TAM", "Montées", "voyageurs")
    values = [each[1:] for each in figures.values.values()]
    assert values == [
        ("A", "2026-03-01", "2026-03-31", 1234.5),
        ("B", "2026-04-01", "2026-04-30", 12.0),
    ]
    assert (figures.read, figures.rejected, figures.elsewhere) == (4, 2, 1)
    assert list(figures.series) == ["tam_montees"]
    with pytest.raises(IntakeError, match="indicator_columns"):
        indicators.read(path, columns, areas, "TAM")


def test_a_partners_figures_need_an_agreement_and_never_a_school(file, keep, observatory):
    figures = ssmsi(file(*SSMSI))
    with pytest.raises(ObservatoryError, match="indicator_purpose_missing"):
        keep(figures, purpose=" ")
    with pytest.raises(ObservatoryError, match=r"indicator_purpose\("):
        keep(figures, "ACAD", "absenteeism by quartier")
    for level in ("school", "école", "établissement", ""):
        with pytest.raises(ObservatoryError, match="indicator_level"):
            keep(figures, level=level)
        with pytest.raises(ObservatoryError, match="indicator_level"):
            store.areas(observatory, level)
    with connection.writing(observatory) as db:
        batches.ensure_partner(db, "ACAD")
        db.execute("INSERT INTO agreement (partner, reference) VALUES ('ACAD', 'C')")
    keep(figures, "ACAD", "absenteeism by quartier")
    with connection.reading(observatory) as db:
        (agreement,) = db.execute("SELECT DISTINCT agreement FROM indicator").fetchone()
    assert agreement == 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("24", ("2024-01-01", "2024-12-31")),
        ("2024.0", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2/2023", ("2023-02-01", "2023-02-28")),
        ("2024T2", ("2024-04-01", "2024-06-30")),
        ("T4 2024", ("2024-10-01", "2024-12-31")),
        ("2024-Q1", ("2024-01-01", "2024-03-31")),
        ("31/05/2024", ("2024-05-31", "2024-05-31")),
        ("2024-05-31 00:00:00", ("2024-05-31", "2024-05-31")),
        ("31/02/2024", None),
        ("13/2024", None),
        ("janvier", None),
        ("", None),
    ],
)
def test_periods(text, days):
    assert indicators.period(text) == days
