"""Files that are broken, or made to break what opens them: one sentence, in bounded memory."""

import json
import resource
import struct
import sys
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oltp_plugin.errors import IntakeError, OltpError
from oltp_plugin.intake import mapping, profile, sampling
from oltp_plugin.intake.readers import archive, xlsx
from oltp_plugin.intake.reading import read_table
from tests.unit import workbooks

PROFILE = {
    "name": "Essai",
    "partner": "PM",
    "fields": {
        "partner_ref": {"column": "N"},
        "occurred_from": {"columns": ["Date", "Heure"], "format": "%d/%m/%Y %H:%M"},
        "category": {"column": "Nature", "default": "autre_delit"},
    },
}
CHOSEN = profile.parse(json.dumps(PROFILE), "essai.json")
HEADER = "".join(
    workbooks.text(f"{c}1", w) for c, w in zip("ABCD", ("N", "Date", "Heure", "Nature"))
)
MEMORY = 300 << 20  # bytes, above what the process already had


@pytest.fixture
def refused():
    """A function: the code of the refusal; it must come with little memory."""

    def code(path, **changes):
        chosen = profile.parse(json.dumps({**PROFILE, **changes}), "essai.json")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with pytest.raises(IntakeError) as caught:
            read_table(path, chosen)
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) << 10
        if sys.platform == "linux":
            assert grown < MEMORY
        return caught.value.code

    return code


def zipped(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive_:
        for name, content in parts.items():
            archive_.writestr(name.replace("__", "/"), content)
    return path


@pytest.mark.timeout(60)
def test_a_line_of_two_gigabytes_is_not_read(tmp_path, refused):
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.write(b"N;Date;Heure;Nature\r\n")
        file.truncate((2 << 30) + 7)  # zeros, on a disk that need not hold them
    assert refused(path) == "too_large"
    with path.open("wb") as file:
        file.write(b"N;Date;Heure;Nature\r\n")
        for _ in range(200):
            file.write(b"x" * (1 << 20))
    assert refused(path) == "line_too_long"


def test_lines_without_end_are_not_read(tmp_path, refused):
    path = tmp_path / "a.csv"
    path.write_bytes(b"N;Date;Heure;Nature\r\n" + b"\n" * (8 << 20))
    assert refused(path) == "too_many_rows"


@pytest.mark.parametrize("encoding", ["undefined", "idna", "punycode", "rot13", "no such", "\0"])
def test_an_encoding_that_no_text_is_in(tmp_path, refused, encoding):
    path = tmp_path / "a.csv"
    path.write_bytes("N;Date;Heure;Nature\r\n1;01/01/2026;10:00;é\r\n".encode())
    assert refused(path, format={"type": "csv", "encoding": encoding}) == "wrong_encoding"
    with pytest.raises(IntakeError, match="wrong_encoding"):
        sampling.sample(path, {"encoding": encoding})


@pytest.mark.timeout(60)
@pytest.mark.parametrize("form", ["%Y-%m-%d %H:%M:%S%z", "%Y-%m-%d %H:%M", "%d/%m/%Y %I:%M %p"])
def test_a_moment_that_does_not_end_is_none(form):
    cells = ["2026-01-05 " + " " * 200_000 + "x", "2026-01-05\n10:00+01:00", "T" * 200_000]
    read = profile.Mapping(("Date",), format=form)
    values, _, empty = mapping.moments(pd.DataFrame({"Date": cells}), read)
    assert np.isnat(values).all() and not empty.any()


@pytest.mark.timeout(60)
def test_a_format_that_does_not_end_is_looked_at_as_far_as_excel_writes_one():
    assert xlsx._date_kind("[" * 200_000) is None
    assert xlsx._date_kind("[$-40C]dd/mm/yyyy hh:mm") == "dt"


def test_a_table_of_columns_without_end_is_refused_at_first_sight(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b";".join([b"Date"] * 50_000) + b"\n" + b"1;" * 50_000 + b"\n")
    with pytest.raises(IntakeError) as caught:
        sampling.sample(path)
    assert caught.value.code == "unreadable_table"


@pytest.mark.timeout(60)
def test_a_workbook_that_unpacks_to_gigabytes_is_not_opened(tmp_path, refused):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", "<workbook/>")
        with made.open("xl/worksheets/1.xml", "w", force_zip64=True) as file:
            for _ in range(100):
                file.write(b" " * (1 << 20))
    assert path.stat().st_size < 200_000
    assert refused(path) == "zip_bomb"


def test_a_size_that_is_understated_gives_no_more_than_it_says(tmp_path, refused):
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"F": f"<row>{HEADER}</row>" * 50_000})
    content = path.read_bytes()
    with zipfile.ZipFile(path) as whole:
        size = whole.getinfo("xl/worksheets/0.xml").file_size
    path.write_bytes(content.replace(struct.pack("<L", size), struct.pack("<L", 1000)))
    assert refused(path) == "damaged_spreadsheet"


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "..\\evil", "C:\\evil"])
@pytest.mark.parametrize("suffix", ["xlsx", "zip"])
def test_a_zip_that_points_outside_itself_is_not_opened(tmp_path, refused, name, suffix):
    path = zipped(tmp_path / f"a.{suffix}", xl__workbook="", faits__shp="")
    with zipfile.ZipFile(path, "a") as file:
        file.writestr(name, "x")
    assert refused(path) == "zip_names"


@pytest.mark.timeout(60)
@pytest.mark.parametrize("cell", [16384, 700])
def test_cells_that_repeat_for_ever_are_not_unrolled(tmp_path, refused, cell):
    wide = workbooks.cell("N", more=f'table:number-columns-repeated="{cell}"')
    rows = {
        "rows": workbooks.line(wide, repeated=1_000_000),
        "columns": workbooks.line(wide) * (31_000_000 // cell),
    }
    for name, sheet in rows.items():
        path = workbooks.ods(tmp_path / f"{name}.ods", {"F": sheet})
        assert path.stat().st_size < 1 << 20
        assert refused(path) in ("spreadsheet_too_large", "zip_bomb")


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2000000000"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1"><c r="AAAAAAAAAAAAAAAAAAAAAAAA1"><v>1</v></c></row>',
    ],
)
def test_a_sheet_larger_than_a_sheet_can_be(tmp_path, refused, rows):
    assert refused(workbooks.xlsx(tmp_path / "a.xlsx", {"F": rows})) == "spreadsheet_too_large"


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A2" t="s"><v>99</v></c>',
        '<c r="A2" t="s"><v>-</v></c>',
        '<c r="A2"><v>twelve</v></c>',
        '<c r="A2"><v>nan</v></c>',
        '<c r="A2"><v>1e999</v></c>',
        '<c r="A2" s="x"><v>1</v></c>',
        '<c r="é2"><v>1</v></c>',
        '<c r="A2"><v>1</v>',
    ],
)
def test_a_cell_that_cannot_be(tmp_path, cell):
    rows = f'<row r="1">{HEADER}</row><row r="2">{cell}</row>'
    with pytest.raises(IntakeError):
        read_table(workbooks.xlsx(tmp_path / "a.xlsx", {"F": rows}), CHOSEN)


def test_entities_are_not_expanded(tmp_path, refused):
    entities = '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">'
    lol = f"<!DOCTYPE x [{entities}]><sst><si><t>&b;</t></si></sst>"
    path = workbooks.xlsx(
        tmp_path / "a.xlsx", {"F": f"<row>{HEADER}</row>"}, parts={"xl/sharedStrings.xml": lol}
    )
    assert refused(path) == "spreadsheet_too_large"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xls", b"<html><table><tr><td>N</td></tr></table>", "web_page"),
        ("a.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:x"/>', "web_page"),
        (
            "a.xls",
            b"\xd0\xcf\x11\xe0" + b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
            "password",
        ),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"\xff" * 5000, "damaged_file"),
        ("a.xlsx", b"PK\x03\x04" + b"\xff" * 5000, "damaged_zip"),
        ("a.gpkg", b"SQLite format 3\x00" + b"\xff" * 5000, "damaged_file"),
        ("a.shp", b"\x00\x00\x27\x0a" + b"\xff" * 5000, "damaged_file"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": [', "damaged_file"),
        ("a.kml", b"<kml><Document><Folder>", "damaged_file"),
        ("a.pdf", b"%PDF-1.7\n\x00\x01\x02", "not_text"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\xfe" * 500, "not_text"),
        ("a.svg", b"<svg xmlns='x'/>", "unknown_type"),
        ("a.csv", b"", "empty_file"),
        ("a.csv", b"\xff\xfe", "no_rows"),
        ("a.csv", b'"' * 100_001, "missing_column"),
        ("a.csv", b'N;Date;Heure;Nature\n1;"', "unreadable_table"),
        ("a.csv", b"N;Date;Heure;Nature\n", "no_rows"),
    ],
)
def test_a_file_that_is_not_what_it_seems(tmp_path, refused, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    assert refused(path) == code


def test_a_zip_of_other_things(tmp_path, refused):
    assert refused(zipped(tmp_path / "a.zip", lisezmoi="x")) == "unknown_type"
    assert refused(zipped(tmp_path / "b.xlsb", xl__workbook="")) == "unknown_type"
    path = tmp_path / "c.xlsb"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("xl/workbook.bin", "x")
    assert refused(path) == "binary_workbook"
    path = workbooks.ods(tmp_path / "d.ods", {"F": ""})
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["META-INF/manifest.xml"] = b"<manifest:encryption-data/>"
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    assert refused(path) == "password"


def test_a_type_that_the_profile_says_wrongly(tmp_path, refused):
    path = tmp_path / "a.xls"
    path.write_bytes(b"N;Date;Heure;Nature\n1;05/01/2026;9:05;Vol\n")
    assert len(read_table(path, CHOSEN).texts) == 1, "a text under a spreadsheet's name"
    assert refused(path, format={"type": "xls"}) == "wrong_type"
    book = workbooks.xlsx(tmp_path / "b.csv", {"F": f"<row>{HEADER}</row>"})
    assert refused(book, format={"type": "csv"}) == "disguised_spreadsheet"


def test_no_address_is_asked_for_a_coordinate_system(tmp_path):
    import socket

    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    crs = {"type": "link", "properties": {"href": f"http://127.0.0.1:{server.getsockname()[1]}/"}}
    row = {"N": "1", "Date": "05/01/2026", "Heure": "9:05", "Nature": "Vol"}
    point = {"type": "Point", "coordinates": [3, 43]}
    path = tmp_path / "a.geojson"
    feature = {"type": "Feature", "properties": row, "geometry": point}
    path.write_text(
        json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}),
        encoding="utf-8",
    )
    assert read_table(path, CHOSEN).epsg == 4326, "what a GeoJSON is in unless it says otherwise"
    with server, pytest.raises(TimeoutError):
        server.accept()


# -- property-based ---------------------------------------------------------------------------

QUIET = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
TEXT = st.text(st.characters(blacklist_categories=("Cs",)), max_size=12)
GOOD = "N;Date;Heure;Nature\r\n" + "".join(
    f"{i};0{i}/01/2026;1{i}:30;Tapage à l'école\r\n" for i in range(1, 9)
)


def only_our_own(path: Path) -> None:
    try:
        table = read_table(path, CHOSEN)
    except OltpError:
        return
    assert len(table.texts) == len(table.rows) == len(table.overflowing) > 0
    for cell in table.texts.to_numpy().ravel():
        cell.encode()  # as SQLite stores it


@QUIET
@given(content=st.binary(max_size=400), suffix=st.sampled_from(("csv", "xls", "dbf", "tab", "mif")))
def test_any_bytes(tmp_path, content, suffix):
    path = tmp_path / f"any.{suffix}"
    path.write_bytes(content)
    only_our_own(path)


@QUIET
@given(
    rows=st.lists(st.lists(TEXT, max_size=6), max_size=8),
    delimiter=st.sampled_from(";,\t|"),
    encoding=st.sampled_from(("utf-8", "utf-16", "cp1252", "cp850", "utf-16-be")),
)
def test_any_table(tmp_path, rows, delimiter, encoding):
    lines = [delimiter.join(("N", "Date", "Heure", "Nature")), *(delimiter.join(r) for r in rows)]
    path = tmp_path / "any.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding, "replace"))
    only_our_own(path)


@pytest.fixture(scope="module")
def originals(tmp_path_factory, request):
    """A good file of each kind, as bytes by suffix."""
    from tests.unit.test_readers import layer

    folder = tmp_path_factory.mktemp("originals")
    rows = f'<row r="1">{HEADER}</row><row r="2"><c r="A2" s="1"><v>46027</v></c></row>'
    workbooks.xlsx(folder / "a.xlsx", {"F": rows})
    header = workbooks.line(*(workbooks.cell(w) for w in ("N", "Date", "Heure", "Nature")))
    workbooks.ods(folder / "a.ods", {"F": header + workbooks.line(workbooks.cell("1"))})
    layer(folder / "a.geojson", "GeoJSON", 4326)
    layer(folder / "a.kml", "LIBKML", 4326)
    layer(folder / "a.gpkg", "GPKG")
    layer(folder / "a.shp", "ESRI Shapefile")
    (folder / "a.csv").write_bytes(GOOD.encode("cp1252"))
    real = Path(__file__).resolve().parents[3] / "shared/data/montpellier"
    if real.is_dir():
        (folder / "a.xls").write_bytes((real / "VilleMTP_MTP_CameraSurv.xls").read_bytes())
    return {path.suffix[1:]: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    "kind", ["csv", "xlsx", "ods", "xls", "geojson", "kml", "gpkg", "shp", "dbf"]
)
@QUIET
@given(data=st.data())
def test_mangled_bytes(tmp_path, originals, kind, data):
    if kind not in originals:
        pytest.skip("real open data is not beside the checkout")
    content = bytearray(originals[kind])
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, 3))
    if cut == 0:
        del content[data.draw(st.integers(0, len(content))) :]
    path = tmp_path / f"a.{kind}"
    path.write_bytes(bytes(content))
    if kind == "shp":
        (tmp_path / "a.dbf").write_bytes(originals["dbf"])
        (tmp_path / "a.shx").write_bytes(originals["shx"])
    only_our_own(path)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/0.xml", "xl/styles.xml"])
@QUIET
@given(data=st.data())
def test_mangled_parts_of_a_workbook(tmp_path, originals, part, data):
    path = tmp_path / "a.xlsx"
    path.write_bytes(originals["xlsx"])
    with archive.opened(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    content = bytearray(parts[part])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    parts[part] = bytes(content)
    with zipfile.ZipFile(path, "w") as file:
        for name, each in parts.items():
            file.writestr(name, each)
    only_our_own(path)
