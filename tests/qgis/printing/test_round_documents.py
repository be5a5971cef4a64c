"""Bulletin, session pack and diagnosis: what their files tell, read from the bytes."""

import getpass
import re
import subprocess
from pathlib import Path

import processing
import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

from oltp_plugin import settings
from oltp_plugin.observatory import agreements, batches, connection, geopackage
from tests.pdf import facts_of, objects_of, pictures_in, streams_of, tells

INTERNAL, RESTRICTED, PUBLIC = range(3)
DAYS = {"FROM": "2024-01-01", "TO": "2024-12-31"}
DOCUMENTS = {
    "bulletin": DAYS,
    "sessionpack": {**DAYS, "TERRITORY": "quartier:Q1"},
    "diagnostic": {"FROM": "2024", "TO": "2024", "TERRITORY": "quartier:Q1"},
}


@pytest.fixture
def agreed(town_observatory) -> Path:
    """Records that may be public, with addresses and references that nobody may see, and notes
    of the network."""
    for partner in ("PM", "TC"):
        batches.nil_return(town_observatory, partner, *DAYS.values())
        agreements.record(
            town_observatory,
            agreements.Agreement(
                partner,
                f"Convention {partner}",
                valid_from="2020-01-01",
                recipients=("public",),
                small_count_threshold=5,
            ),
        )
    with connection.writing(town_observatory) as db:
        db.execute("UPDATE incident SET address = '12 rue secrete', partner_ref = 'abcref' || fid")
        db.execute(
            "INSERT INTO site (name, status, territory, opened_on) VALUES"
            " ('Halles', 'open', 'Q1', '2024-03-01')"
        )
        db.execute(
            "INSERT INTO decision (site, what, decided_on) VALUES (1, 'Lumieres', '2024-04-02')"
        )
        db.execute(
            "INSERT INTO observation (observed_at, kind, note, territory) VALUES"
            " ('2024-05-06T10:00:00', 'walk', 'Attroupement', 'Q1')"
        )
    return town_observatory


@pytest.fixture
def town():
    """The town's settings, put back afterwards."""
    before = settings.load()
    yield settings.load()
    settings.save(before)


def made(path, folder, name, diffusion) -> Path:
    given = {"OBSERVATORY": str(path), "DIFFUSION": diffusion, **DOCUMENTS[name]}
    output = folder / f"{name}.pdf"
    processing.run(f"oltp:{name}", {**given, "OUTPUT": str(output)})
    return output


@pytest.mark.parametrize("diffusion", [RESTRICTED, PUBLIC])
@pytest.mark.parametrize("name", list(DOCUMENTS))
def test_a_file_tells_neither_where_nor_who(agreed, tmp_path, name, diffusion):
    pdf = made(agreed, tmp_path, name, diffusion)
    secrets = ("secrete", "abcref", "partner_ref", getpass.getuser(), str(tmp_path))
    for secret in (*secrets, str(Path.home())):
        assert not tells(pdf, secret), secret
    for georeference in (b"/Measure", b"/LGIDict", b"/Viewport", b"/VP"):
        assert georeference not in objects_of(pdf)
    with connection.reading(agreed) as db:
        points = [
            geopackage.point_of(blob)
            for (blob,) in db.execute("SELECT geom FROM incident WHERE geom IS NOT NULL")
        ]
    coordinates = {b"%d" % round(each) for point in points for each in point}
    assert len(coordinates) > 10
    drawn = b"\n".join(streams_of(pdf, whole=False))
    assert not coordinates & set(re.findall(rb"(?<![\d.])\d{6,7}(?!\d)", drawn))
    for note in ("Halles", "Lumieres", "Attroupement"):
        network = name != "bulletin" or note == "Attroupement"
        assert tells(pdf, note) is (diffusion is RESTRICTED and network), note


@pytest.mark.parametrize("name", list(DOCUMENTS))
def test_the_map_is_pixels_fine_enough_for_paper_and_all_else_is_not(agreed, tmp_path, name):
    pdf = made(agreed, tmp_path, name, INTERNAL)
    (image,) = pictures_in(pdf)
    assert int(image[12]) >= 299, "dots per inch"
    fonts = subprocess.run(["pdffonts", pdf], capture_output=True, check=True).stdout.decode()
    rows = fonts.splitlines()[2:]
    assert rows
    assert all(re.search(r"\byes +(yes|no) +yes\b", row) for row in rows), "embedded, as text"
    assert re.fullmatch(r"59[45]\S* x 84[12]\S* pts \(A4\)", facts_of(pdf)["Page size"])


@pytest.mark.parametrize("name", list(DOCUMENTS))
def test_the_towns_name_and_logo_stand_on_the_first_page(agreed, tmp_path, town, name):
    town.town_name = "Ville de Valbrune"
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    town.town_logo = str(tmp_path / "logo.png")
    assert picture.save(town.town_logo)
    settings.save(town)
    pdf = made(agreed, tmp_path, name, INTERNAL)
    assert tells(pdf, "Ville de Valbrune")
    assert len(pictures_in(pdf)) == 2, "the map and the logo"


def test_a_logo_that_is_a_drawing_stays_one_and_one_that_cannot_be_read_is_left_out(
    agreed, tmp_path, town
):
    unreadable = tmp_path / "logo.png"
    unreadable.write_bytes(b"no picture")
    for logo in (Path(__file__).resolve().parents[3] / "icons" / "oltp.svg", unreadable):
        town.town_logo = str(logo)
        settings.save(town)
        pdf = made(agreed, tmp_path, "sessionpack", INTERNAL)
        assert len(pictures_in(pdf)) == 1, "the map alone"


@pytest.mark.parametrize("name", list(DOCUMENTS))
def test_a_public_document_is_refused_where_an_agreement_does_not_say_so(agreed, tmp_path, name):
    with connection.writing(agreed) as db:
        db.execute("UPDATE agreement SET recipients = '[\"restricted\"]'")
    with pytest.raises(QgsProcessingException, match="does not let it go to the public"):
        made(agreed, tmp_path, name, PUBLIC)
    assert not list(tmp_path.glob("*.pdf"))


def hot_pixels(pdf, folder) -> int:
    """Of the map, those in the warm colours of a density."""
    subprocess.run(["pdfimages", "-png", pdf, folder / pdf.stem], check=True)
    (file,) = folder.glob(f"{pdf.stem}*.png")
    picture = QImage(str(file))
    colours = [
        picture.pixelColor(x, y)
        for x in range(0, picture.width(), 5)
        for y in range(0, picture.height(), 5)
    ]
    return sum(each.red() - each.blue() > 60 for each in colours)


def test_no_density_on_fewer_than_may_be_told(agreed, tmp_path):
    """One record in a year: no count of it, no disc around its place."""
    with connection.writing(agreed) as db:
        db.execute("DELETE FROM incident WHERE partner = 'TC' OR (partner = 'PM' AND fid <> 1)")
    (tmp_path / "internal").mkdir()
    internal = made(agreed, tmp_path / "internal", "bulletin", INTERNAL)
    assert tells(internal, "1 record with a place")
    assert hot_pixels(internal, tmp_path / "internal")
    restricted = made(agreed, tmp_path, "bulletin", RESTRICTED)
    assert tells(restricted, "fewer than 5 records with a place, too few for a map")
    assert not hot_pixels(restricted, tmp_path)


def test_what_the_density_leaves_out_does_not_lend_its_number(agreed, tmp_path):
    """One record among many that a service's own activity revealed, which no density counts."""
    with connection.writing(agreed) as db:
        db.execute("DELETE FROM incident WHERE partner = 'TC'")
        db.execute(
            "UPDATE incident SET category = (SELECT code FROM category WHERE nature = 'revealed'"
            " AND sensitive = 0 AND parent IS NOT NULL) WHERE fid <> 1"
        )
    restricted = made(agreed, tmp_path, "bulletin", RESTRICTED)
    assert not hot_pixels(restricted, tmp_path)
    assert tells(restricted, "fewer than 5 records with a place, too few for a map")


@pytest.mark.parametrize("asked_at", [0, 35])
def test_a_bulletin_that_was_cancelled_is_neither_written_nor_kept(agreed, tmp_path, asked_at):
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda done: done >= asked_at and feedback.cancel())
    given = {"OBSERVATORY": str(agreed), "OUTPUT": str(tmp_path / "b.pdf"), **DOCUMENTS["bulletin"]}
    with pytest.raises(QgsProcessingException):
        processing.run("oltp:bulletin", given, feedback=feedback)
    assert not (tmp_path / "b.pdf").exists()
    with connection.reading(agreed) as db:
        assert db.execute("SELECT count(*) FROM bulletin").fetchone() == (0,)
