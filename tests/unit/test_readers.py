"""What partners send, kind by kind, becomes the same table of texts."""

import contextlib
import json
import warnings
import zipfile

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import ogr, osr

from oltp_plugin.errors import IntakeError
from oltp_plugin.intake import importing, mapping, profile, proposal
from oltp_plugin.intake.readers import text
from oltp_plugin.intake.reading import read_table
from oltp_plugin.observatory import batches, connection
from tests.unit import workbooks

FIELDS = {
    "partner_ref": {"column": "N°"},
    "occurred_from": {"columns": ["Date", "Heure"], "format": "%d/%m/%Y %H:%M"},
    "category": {"column": "Nature", "default": "autre_delit"},
}
ROWS = [
    ["17", "05/01/2026", "14:30", "Tapage à l'école"],
    ["18", "06/01/2026", "9:05", "Dégradé « œuvre »"],
]
CSV = "N°;Date;Heure;Nature\r\n" + "".join(";".join(row) + "\r\n" for row in ROWS)


def made(fields=None, **document):
    everything = {"name": "Essai", "partner": "PM", "fields": fields or FIELDS, **document}
    return profile.parse(json.dumps(everything), "essai.json")


def read(path, content=None, **document):
    if content is not None:
        path.write_bytes(content)
    return read_table(path, made(**document))


def refused(path, content=None, **document):
    with pytest.raises(IntakeError) as caught:
        read(path, content, **document)
    return caught.value.code


ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_encoding_that_is_not_said_is_found(tmp_path, encoding):
    assert read(tmp_path / "a.txt", CSV.encode(encoding)).texts.to_numpy().tolist() == ROWS


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_row_with_more_cells_than_the_header_is_told(tmp_path, encoding):
    content = CSV + "19;07/01/2026;8:00;Bruit; voix\r\n20;07/01/2026;8:00;fin\r\n"
    table = read(tmp_path / "a.csv", content.encode(encoding))
    assert table.overflowing.tolist() == [False, False, True, False]


@pytest.mark.parametrize("encoding", ["latin-1", "cp850"])
def test_dos_and_unix_french_are_told_apart(tmp_path, encoding):
    plain = CSV.replace("œ", "oe")
    table = read(tmp_path / "a.csv", plain.encode(encoding))
    assert table.texts["Nature"].tolist() == ["Tapage à l'école", "Dégradé « oeuvre »"]


def test_the_profile_overrides_what_is_found(tmp_path):
    content = CSV.replace("œ", "oe").encode("cp850")
    fields = {**FIELDS, "partner_ref": {"column": "N°".encode("cp850").decode("latin-1")}}
    table = read(tmp_path / "a.csv", content, fields=fields, format={"encoding": "latin-1"})
    assert table.texts["Nature"][0] == "Tapage à l'école".encode("cp850").decode("latin-1")


def test_a_wrong_byte_in_a_file_of_utf8_does_not_turn_it_into_another(tmp_path):
    content = CSV.encode() + "19;07/01/2026;8:00;Été ".encode() + b"\xe9\r\n"
    assert read(tmp_path / "a.csv", content).texts["Nature"].tolist()[::2] == [
        "Tapage à l'école",
        "Été \ufffd",
    ]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_a_delimiter_is_the_one_that_gives_the_columns(tmp_path, delimiter):
    title = "Relevé; du, mois| de\tjanvier; février, mars| avril\t\r\n"
    content = title + CSV.replace(";", delimiter)
    table = read(tmp_path / "a.csv", content.encode())
    assert table.texts.to_numpy().tolist() == ROWS
    assert table.rows.tolist() == [3, 4]


def test_quoted_delimiters_and_line_breaks_stay_in_their_cell(tmp_path):
    content = CSV + '19;07/01/2026;8:00;"un ; deux\r\n""trois"""\r\n20;07/01/2026;8:00;fin\r\n'
    table = read(tmp_path / "a.csv", content.encode())
    assert table.texts["Nature"].tolist()[2:] == ['un ; deux\r\n"trois"', "fin"]
    assert table.rows.tolist() == [2, 3, 4, 5], "a cell of two lines is one line of a spreadsheet"


def test_titles_repeated_headers_and_totals_are_no_rows(tmp_path):
    first, last = CSV.split("\r\n", 1)
    content = f'"Bilan\r\nmensuel";;;\r\n;;;\r\n{first}\r\n{last}{first}\r\nTOTAL;;;2\r\n;;;\r\n'
    table = read(tmp_path / "a.csv", content.encode())
    assert table.texts.to_numpy().tolist() == ROWS
    assert table.rows.tolist() == [4, 5]


def test_of_columns_of_one_name_each_can_be_read(tmp_path):
    first, last = CSV.split("\r\n", 1)
    doubled = f"{first};Date;Heure;Date_1;Date\r\n" + last.replace(
        "\r\n", ";07/01/2026;24:00;x;y\r\n"
    )
    fields = {
        **FIELDS,
        "occurred_to": {"columns": ["Date_2", "Heure_1"], "format": "%d/%m/%Y %H:%M"},
        "place_kind": {"column": "Date_3"},
    }
    content = doubled + doubled.split("\r\n", 1)[0] + "\r\n"  # repeated on the second page
    table = read(tmp_path / "a.csv", content.encode(), fields=fields)
    assert table.texts[["N°", "Date", "Heure", "Nature"]].to_numpy().tolist() == ROWS
    assert table.texts[["Date_2", "Heure_1", "Date_3"]].to_numpy().tolist() == [
        ["07/01/2026", "24:00", "y"]
    ] * len(ROWS)
    seen = proposal.sample(tmp_path / "a.csv")
    assert seen.columns[4:] == ["Date_2", "Heure_1", "Date_1", "Date_3"]
    assert proposal.recognise(seen, [made(fields)]).differences == ()


def test_a_row_without_a_date_is_a_row_unless_it_is_a_total(tmp_path):
    content = (
        CSV + "19;;;Totalement autre\r\nSous-total;;;\r\n20;;;Vol\r\n"
        ";;;Total\r\n21;;;Total Access\r\n"
    )
    table = read(tmp_path / "a.csv", content.encode())
    assert table.texts["N°"].tolist() == ["17", "18", "19", "20", "21"]


def test_only_a_header_that_is_said_is_taken_where_two_stand(tmp_path):
    content = (CSV + CSV.replace("17", "27").replace("18", "28")).encode()
    assert read(tmp_path / "a.csv", content).rows.tolist() == [2, 3, 5, 6]
    table = read(tmp_path / "a.csv", content, format={"header_row": 4})
    assert table.texts["N°"].tolist() == ["27", "28"]


@pytest.fixture
def sheet():
    """Rows of an .xlsx with a title, an empty row, dates of three kinds, and a total."""
    header = [workbooks.text(f"{c}3", w) for c, w in zip("ABCD", ("N°", "Date", "Heure", "Nature"))]
    return "".join(
        (
            workbooks.row(1, workbooks.text("A1", "Main courante")),
            workbooks.row(3, *header),
            workbooks.row(
                4,
                '<c r="A4"><f>1+16</f><v>17</v></c><c r="B4" s="1"><v>46027</v></c>',
                '<c r="C4" s="2"><v>0.604166666664</v></c>',
                workbooks.text("D4", " =cmd|'/c calc'!A1 "),
            ),
            workbooks.row(
                6,
                '<c r="A6"><v>18.100000000000001</v></c><c r="B6"><v>46027</v></c>',
                '<c r="C6"><v>0.604166666664</v></c><c r="D6" t="e"><v>#N/A</v></c>',
            ),
            workbooks.row(
                7,
                '<c r="A7"><v>1.9E1</v></c>',
                workbooks.text("B7", "05/01/2026"),
                workbooks.text("C7", "9:05"),
                '<c r="D7" t="inlineStr"><is><r><t>Ta</t></r><r><t>page</t></r>'
                "<rPh><t>x</t></rPh></is></c>",
            ),
            workbooks.row(9, workbooks.text("A9", "TOTAL"), '<c r="D9"><v>3</v></c>'),
        )
    )


def test_a_workbook_gives_what_its_cells_show(tmp_path, sheet):
    other = workbooks.row(1, workbooks.text("A1", "Nature"))
    table = read(workbooks.xlsx(tmp_path / "a.xlsx", {"Aide": other, "Faits": sheet}))
    assert table.texts.to_numpy().tolist() == [
        ["17", "05/01/2026", "14:30", "=cmd|'/c calc'!A1"],
        ["18.1", "05/01/2026", "14:30", ""],
        ["19", "05/01/2026", "9:05", "Tapage"],
    ]
    assert table.rows.tolist() == [4, 6, 7]


def test_a_sheet_is_taken_by_its_name(tmp_path, sheet):
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"2025": sheet, "2026": sheet.replace("1+16", "1")})
    assert len(read(path, format={"sheet": "2026"}).texts) == 3
    assert refused(path, format={"sheet": "2027"}) == "no_sheet"


def test_days_counted_from_1904_are_not_taken_for_others(tmp_path, sheet):
    table = read(workbooks.xlsx(tmp_path / "a.xlsx", {"Faits": sheet}, from_1904=True))
    assert table.texts["Date"].tolist() == ["06/01/2030", "46027", "05/01/2026"]


def test_a_moment_in_one_cell_follows_the_format_whole(tmp_path):
    fields = {**FIELDS, "occurred_from": {"column": "Quand", "format": "%m/%d/%Y %I:%M %p"}}
    rows = workbooks.row(
        1, *(workbooks.text(f"{c}1", w) for c, w in zip("ABC", ("N°", "Quand", "Nature")))
    )
    rows += workbooks.row(2, '<c r="A2"><v>1</v></c><c r="B2" s="3"><v>46027.604166666664</v></c>')
    rows += workbooks.row(3, '<c r="A3"><v>2</v></c><c r="B3" s="1"><v>46027</v></c>')
    table = read(workbooks.xlsx(tmp_path / "a.xlsx", {"F": rows}), fields=fields)
    assert table.texts["Quand"].tolist() == ["01/05/2026 02:30 PM", "01/05/2026"]
    moments, precision, _ = mapping.moments(table.texts, made(fields).fields["occurred_from"])
    assert [str(each) for each in moments] == ["2026-01-05T14:30:00", "2026-01-05T00:00:00"]
    assert precision.tolist() == ["minute", "day"]


def test_an_open_document_gives_the_same(tmp_path):
    header = workbooks.line(*(workbooks.cell(word) for word in ("N°", "Date", "Heure", "Nature")))
    body = workbooks.line(
        workbooks.cell("17,0", "float", 'office:value="17"'),
        workbooks.cell("x", "date", 'office:date-value="2026-01-05"'),
        workbooks.cell("x", "time", 'office:time-value="PT14H30M00.5S"'),
        workbooks.cell("deux<text:s/><text:span>mots</text:span></text:p><text:p>en bas"),
    )
    comment = "<office:annotation><text:p>M. Untel</text:p></office:annotation>"
    body += workbooks.line(
        workbooks.cell("18", "string"),
        workbooks.cell("06/01/2026"),
        workbooks.cell("9:05"),
        workbooks.cell("Vol").replace("<text:p>", comment + "<text:p>"),
        repeated=2,
    )
    far = workbooks.line("<table:table-cell/>", repeated=1048000)
    gap = workbooks.line('<table:table-cell table:number-columns-repeated="4"/>', repeated=2)
    sheets = {"Aide": workbooks.line(workbooks.cell("rien")), "Faits": gap + header + body + far}
    table = read(workbooks.ods(tmp_path / "a.ods", sheets))
    assert table.texts.to_numpy().tolist() == [
        ["17", "05/01/2026", "14:30", "deux mots\nen bas"],
        ["18", "06/01/2026", "9:05", "Vol"],
        ["18", "06/01/2026", "9:05", "Vol"],
    ]
    assert table.rows.tolist() == [4, 5, 6]


def test_the_same_cameras_from_five_kinds_of_file(shared_data):
    folder = shared_data / "montpellier"
    names = {"xls": "Nom,C,254", "ods": "Nom,C,254", "csv": "Nom,C,254", "geojson": "Nom"}
    years = {"xls": "Année,N,9,0", "ods": "Année,N,9,0", "csv": "Année,N,9,0", "geojson": "Année"}
    found = {}
    for kind, name in names.items():
        fields = {
            "occurred_from": {"column": years[kind], "format": "%Y"},
            "category": {"column": name, "default": "autre_delit"},
        }
        path = folder / f"VilleMTP_MTP_CameraSurv.{kind}"
        found[kind] = read(path, fields=fields, crs="EPSG:2154").texts.to_numpy().tolist()
    assert len(found["xls"]) == 141
    assert found["xls"] == found["ods"] == found["csv"] == found["geojson"]


def layer(path, driver, epsg=2154, options=(), kind=ogr.wkbPoint):
    """A file with one layer of two rows, made by GDAL; the second row has no geometry."""
    reference = None
    if epsg:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    created = dataset.CreateLayer("faits", reference, kind, list(options))
    for name in ("N°", "Date", "Heure", "Nature"):
        created.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for i, cells in enumerate(ROWS):
        feature = ogr.Feature(created.GetLayerDefn())
        for place, words in enumerate(cells):
            feature.SetField(place, words.replace("œ", "oe"))
        if i == 0:
            x, y = (3.88, 43.61) if epsg in (4326, None) else (770000.5, 6279000.5)
            around = f"POLYGON (({x} {y}, {x} {y + 1}, {x + 1} {y}, {x} {y}))"
            well_known = f"POINT ({x} {y})" if kind == ogr.wkbPoint else around
            feature.SetGeometry(ogr.CreateGeometryFromWkt(well_known))
        with contextlib.suppress(RuntimeError):  # FlatGeobuf refuses a row without a geometry
            created.CreateFeature(feature)
    del created, dataset
    return path


@pytest.mark.parametrize(
    ("driver", "suffix", "epsg", "option"),
    [
        ("GPKG", "gpkg", 2154, "SPATIAL_INDEX=YES"),
        ("ESRI Shapefile", "shp", 2154, "ENCODING=UTF-8"),
        ("GeoJSON", "geojson", 4326, "RFC7946=YES"),
        ("LIBKML", "kml", 4326, "ADD_REGION=NO"),
        ("MapInfo File", "tab", 2154, "ENCODING=CP1252"),
    ],
)
def test_a_layer_gives_its_points_and_its_coordinate_system(tmp_path, driver, suffix, epsg, option):
    path = layer(tmp_path / f"a.{suffix}", driver, epsg, [option])
    fields = {name: each for name, each in FIELDS.items() if name != "partner_ref"}
    table = read(path, fields={**fields, "geometry": {}})
    assert table.texts["Nature"].tolist() == ["Tapage à l'école", "Dégradé « oeuvre »"]
    expected = (3.88, 43.61) if epsg == 4326 else (770000.5, 6279000.5)
    assert (table.x[0], table.y[0]) == pytest.approx(expected)
    assert np.isnan(table.x[1])
    assert (table.epsg, table.rows.tolist()) == (epsg, [1, 2])
    assert read(path, fields=fields, crs="EPSG:3857").epsg == 3857, "the profile wins"


def test_a_flatgeobuf_gives_its_point(tmp_path):
    table = read(layer(tmp_path / "a.fgb", "FlatGeobuf"))  # it keeps no row without a geometry
    assert (table.texts["N°"].tolist(), table.x.tolist(), table.epsg) == (["17"], [770000.5], 2154)


@pytest.mark.parametrize("encoding", ["UTF-8", "ISO-8859-1", "CP850"])
@pytest.mark.parametrize("declared", [True, False])
def test_a_shapefile_is_read_with_and_without_its_cpg(tmp_path, encoding, declared):
    path = layer(tmp_path / "a.shp", "ESRI Shapefile", options=[f"ENCODING={encoding}"])
    if not declared:
        path.with_suffix(".cpg").unlink(missing_ok=True)
        table = path.with_suffix(".dbf")
        content = bytearray(table.read_bytes())
        content[29] = 0
        table.write_bytes(content)
    assert read(path).texts["Nature"].tolist() == ["Tapage à l'école", "Dégradé « oeuvre »"]


def test_a_shapefile_whose_cpg_lies_is_read_as_french(tmp_path):
    path = layer(tmp_path / "a.shp", "ESRI Shapefile", options=["ENCODING=ISO-8859-1"])
    path.with_suffix(".cpg").write_text("UTF-8", encoding="ascii")
    assert read(path).texts["Nature"].tolist() == ["Tapage à l'école", "Dégradé « oeuvre »"]
    assert proposal.sample(path).columns == ["N°", "Date", "Heure", "Nature"]


@pytest.mark.parametrize("encoding", ["UTF-8", "CP850"])
def test_a_zipped_shapefile_is_read_as_it_is(tmp_path, encoding):
    layer(tmp_path / "faits.shp", "ESRI Shapefile", options=[f"ENCODING={encoding}"])
    (tmp_path / "faits.cpg").unlink()
    with zipfile.ZipFile(tmp_path / "faits.zip", "w") as archive:
        for part in tmp_path.glob("faits.*"):
            if part.suffix != ".zip":
                archive.write(part, f"livraison/{part.name}")
    table = read(tmp_path / "faits.zip")
    assert (len(table.texts), table.epsg, table.x[0]) == (2, 2154, 770000.5)
    assert table.texts["Nature"].tolist() == ["Tapage à l'école", "Dégradé « oeuvre »"]


def test_a_coordinate_system_that_is_not_said_is_asked(tmp_path, shared_data):
    fields = {
        "occurred_from": {"column": "Année", "format": "%Y"},
        "category": {"column": "Nom", "default": "autre_delit"},
    }
    lambert = shared_data / "montpellier/VilleMTP_MTP_CameraSurv.geojson"
    assert refused(lambert, fields=fields) == "crs_not_said"
    assert read(lambert, fields=fields, crs="EPSG:2154").epsg == 2154
    silent = layer(tmp_path / "a.shp", "ESRI Shapefile", epsg=None)
    assert refused(silent) == "layer_without_crs"
    assert read(silent, crs="EPSG:4326").epsg == 4326


def test_areas_are_not_taken_for_points(tmp_path):
    path = layer(tmp_path / "a.gpkg", "GPKG", kind=ogr.wkbPolygon)
    assert refused(path, fields={**FIELDS, "geometry": {}}) == "not_a_point"
    assert np.isnan(read(path).x).all()
    assert refused(tmp_path / "a.csv", CSV.encode(), fields={**FIELDS, "geometry": {}}) == (
        "no_geometry"
    )


def test_a_layer_is_taken_by_its_name(tmp_path):
    path = layer(tmp_path / "a.gpkg", "GPKG")
    assert len(read(path, format={"sheet": "FAITS"}).texts) == 2
    assert refused(path, format={"sheet": "autre"}) == "no_sheet"


@pytest.mark.parametrize(
    ("pattern", "written", "moment"),
    [
        ("%d/%m/%Y %Hh%M", "05/01/2026 13h30", "2026-01-05T13:30:00"),
        ("%d/%m/%Y %Hh%M", "05/01/2026 9H", "2026-01-05T09:00:00"),
        ("%m/%d/%Y %I:%M:%S %p", "01/05/2026 12:05:00 AM", "2026-01-05T00:05:00"),
        ("%m/%d/%Y %I:%M %p", "01/05/2026 1:05 p.m.", "2026-01-05T13:05:00"),
        ("%m/%d/%Y %I:%M %p", "01/05/2026 13:05", "NaT"),
        ("%Y-%m-%dT%H:%M:%S%z", "2026-01-05T23:30:00+02:00", "2026-01-05T23:30:00"),
        ("%d/%m/%Y", "31/02/2026", "NaT"),
        ("%d/%m/%Y %H:%M", "28/02/2026 24:00", "2026-03-01T00:00:00"),
        ("%d/%m/%Y %Hh%M", "31/12/2026 24h", "2027-01-01T00:00:00"),
        ("%Y-%m-%dT%H:%M:%S", "2024-02-28T24:00:00", "2024-02-29T00:00:00"),
        ("%H:%M %d/%m/%Y", "24:00 05/01/2026", "2026-01-06T00:00:00"),
        ("%d/%m/%Y %H:%M", "28/02/2026 24:01", "NaT"),
        ("%d/%m/%Y %H", "28/02/2026 24", "2026-03-01T00:00:00"),
        ("%d/%m/%Y %H", "24/12/2026 24", "2026-12-25T00:00:00"),
        ("%d/%m/%Y %H", "24/12/2026 25", "NaT"),
        ("%d/%m/%y %H", "24/12/24 24", "2024-12-25T00:00:00"),
        ("%H %d/%m/%Y", "24 05/01/2026", "NaT"),
        ("%Y-%m-%d", "2026-01-24", "2026-01-24T00:00:00"),
    ],
)
def test_hours_as_they_are_written(pattern, written, moment):
    values, _, _ = mapping.moments(
        pd.DataFrame({"Quand": [written]}), profile.Mapping(("Quand",), format=pattern)
    )
    assert str(values[0]) == moment


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["01/02/2024", "1/2/2024", "31/02/2024", "", "2024", "01/02/2024 8h", "31/12/1899"]
            ),
            st.sampled_from(
                [
                    "13:05",
                    "9:5",
                    "24:00",
                    "",
                    "13h05",
                    "9h",
                    "905",
                    "5",
                    "24",
                    "T1",
                    "1:2",
                    "13:05:09",
                ]
            ),
        ),
        max_size=8,
    ),
    st.sampled_from(["%H:%M", "%Hh%M", "%H%M", "%H:%M:%S", "%H"]),
)
def test_a_day_and_an_hour_in_a_column_each_read_as_they_do_joined(cells, hour):
    columns = profile.Mapping(("jour", "heure"), format=f"%d/%m/%Y {hour}")
    texts = pd.DataFrame(cells, columns=["jour", "heure"], dtype=object)
    joined = pd.DataFrame({"a": mapping.joined(texts, columns)}, dtype=object)
    if hour == "%H%M":  # its digits are filled up where the column is known
        joined["a"] = [f"{a} {b and b.zfill(4)}".strip() for a, b in cells]
    moments, precision, empty = mapping.moments(texts, columns)
    same, alike, void = mapping.moments(joined, profile.Mapping(("a",), format=columns.format))
    assert np.array_equal(moments.astype(np.int64), same.astype(np.int64))
    read = ~np.isnat(moments)
    assert precision[read].tolist() == alike[read].tolist()
    assert empty.tolist() == void.tolist()


def test_an_hour_with_its_zone_that_the_format_lacks_is_not_converted():
    cells = ["2026-01-05 10:00", "2026-01-05 10:00+02:00", "2026-01-05 10:00Z"]
    moments, _, _ = mapping.moments(
        pd.DataFrame({"a": cells}), profile.Mapping(("a",), format="%Y-%m-%d %H:%M")
    )
    assert str(moments[0]) == "2026-01-05T10:00:00"
    assert np.isnat(moments[1:]).all()


@pytest.mark.parametrize(
    ("written", "comma", "point"),
    [
        ("1 234,5", 1234.5, None),
        ("1\u202f234\u2009567", 1234567, 1234567),
        ("1.234,5", 1234.5, 1234.5),
        ("1,234.5", 1234.5, 1234.5),
        ("1 234.5", 1234.5, 1234.5),
        ("1.234.567", 1234567, 1234567),
        ("-3,88", -3.88, None),
        ("4,3,6", None, None),
        ("1_000", None, None),
        ("١٢", None, None),
        ("inf", None, None),
        ("ici", None, None),
    ],
)
def test_numbers_as_they_are_written(written, comma, point):
    for decimal, expected in ((",", comma), (".", point)):
        values, wrong = mapping.numbers(pd.Series([written]), decimal)
        assert (None if wrong[0] else values[0]) == expected


def test_coordinates_with_decimal_commas_in_quotes(tmp_path):
    fields = {**FIELDS, "x": {"column": "X"}, "y": {"column": "Y"}}
    content = 'N°,Date,Heure,Nature,X,Y\n1,05/01/2026,9:05,Vol,"770000,5","6279000,25"\n'
    assert read(tmp_path / "a.csv", content.encode(), fields=fields).decimal == ","
    assert read(tmp_path / "a.csv", content.replace(",5", ".5").replace(",25", ".25").encode(),
                fields=fields).decimal == "."  # fmt: skip


@pytest.mark.parametrize(
    ("text", "key", "number"),
    [
        ("{'lon': 2.33, 'lat': 48.8}", "lat", "48.8"),
        ('{"longitude": 2.33, "lon": "-1.5"}', "lon", "-1.5"),
        ("48.88, 2.33", 2, "2.33"),
        ("POINT (3.8 43.6)", 1, "3.8"),
        ("48.88", 2, ""),
        ("", "lon", ""),
    ],
)
def test_one_number_of_a_cell_that_holds_several(text, key, number):
    assert mapping.part(pd.Series([text]), key).tolist() == [number]


def delivered(observatory, tmp_path, points, **options):
    """Import a GeoJSON of points, in Lambert-93, whose rows are otherwise equal."""
    row = {"Date": "05/01/2026", "Heure": "9:05", "Nature": "Vol"}
    features = [
        {"type": "Feature", "properties": row, "geometry": {"type": "Point", "coordinates": each}}
        for each in points
    ]
    path = tmp_path / "faits.geojson"
    path.write_text(
        json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8"
    )
    fields = {name: each for name, each in FIELDS.items() if name != "partner_ref"}
    chosen = made({**fields, "geometry": {}}, crs="EPSG:2154", area={"level": "commune"})
    return importing.import_file(observatory, path, chosen, tmp_path / "keys", **options)


def test_points_of_a_layer_enter_and_are_known_again(observatory, tmp_path):
    points = [[700100, 6200100], [701500, 6201500], [1, 1], [700100, 6300100]]
    result = delivered(observatory, tmp_path, points)
    assert [(each.row, each.code, each.field) for each in result.rejects] == [
        (3, "BAD_XY", "geometry"),
        (4, "OUT_OF_AREA", "x"),
    ]
    again = delivered(observatory, tmp_path, points[:2][::-1]).batch
    assert (again.inserted, again.unchanged) == (0, 2)


def test_an_agreement_without_coordinates_keeps_a_layers_points_out(observatory, tmp_path):
    with connection.writing(observatory) as db:
        batches.ensure_partner(db, "PM")
        db.execute(
            "INSERT INTO agreement (partner, reference, allowed_fields) VALUES ('PM', 'C-1', '[]')"
        )
    result = delivered(observatory, tmp_path, [[700100, 6200100]])
    assert (result.dropped_fields, result.batch.unlocated) == (("geometry",), 1)
    with connection.reading(observatory) as db:
        assert db.execute("SELECT geom FROM incident").fetchall() == [(None,)]


@pytest.mark.parametrize("width", [1, 3])
def test_looking_at_wide_letters_leaves_the_file_to_whoever_opened_it(tmp_path, recwarn, width):
    path = tmp_path / "large.csv"
    path.write_bytes("a;b;c\r\n1;2;3\r\n".encode("utf-16"))
    warnings.simplefilter("always", ResourceWarning)
    assert text._never_longer(path, "utf-16", ";", width, lambda share: None) is (width == 3)
    assert [str(warning.message) for warning in recwarn] == []
