"""A copy of the file on a machine without the keys: all works but matching, and tells no number."""

import hashlib
import hmac
import json
import shutil

import pytest

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.intake import importing, profile
from oltp_plugin.observatory import (
    agreements,
    batches,
    connection,
    keys,
    opening,
    partner_page,
    summary,
)
from oltp_plugin.observatory.agreements import Agreement
from oltp_plugin.observatory.filter import IncidentFilter

from .conftest import HEADER, PROFILE

NUMBERS = [str(number) for number in range(202600100, 202600130)]


@pytest.fixture
def copy(deliver, observatory, tmp_path):
    """The delivered file, alone in another folder."""
    deliver(*(f"{each};01/03/2026;10:00;Vol;700100;6200100;;" for each in NUMBERS))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    return shutil.copy(observatory, elsewhere / "copie.gpkg")


def import_again(path, folder, rows, **options):
    source = folder / "livraison.csv"
    source.write_bytes("\r\n".join((HEADER, *rows, "")).encode("cp1252"))
    chosen = profile.parse(json.dumps(PROFILE), "essai.json")
    return importing.import_file(path, source, chosen, folder / "no keys here", **options)


def test_it_opens_counts_filters_and_takes_agreements(copy):
    opening.open_observatory(copy)
    assert summary.summary(copy).total == len(NUMBERS)
    assert partner_page.page(copy, "PM").held[0].n == len(NUMBERS)
    with connection.reading(copy) as db:
        condition = IncidentFilter(categories=("vol_tire",)).sql()
        (n,) = db.execute(f"SELECT count(*) FROM incident WHERE {condition}").fetchone()
    assert n == len(NUMBERS)
    agreements.record(copy, Agreement("PM", "C-1", finest_shown="cell"))
    batches.nil_return(copy, "PM", "2026-04-01", "2026-04-30")


@pytest.mark.parametrize("dry_run", [True, False])
def test_matching_is_refused_with_a_sentence_and_nothing_is_written(copy, tmp_path, dry_run):
    before = copy.read_bytes()
    with pytest.raises(ObservatoryError) as caught:
        import_again(copy, tmp_path, ["1;01/03/2026;10:00;Vol;;;;"], dry_run=dry_run)
    assert (caught.value.code, caught.value.values) == ("missing_key", {"partner": "PM"})
    assert copy.read_bytes() == before


def test_trying_all_numbers_with_what_the_file_holds_finds_none(copy):
    """What an attacker has: the file, the way it is made, and that numbers run on."""
    with connection.reading(copy) as db:
        held = {ref for (ref,) in db.execute("SELECT partner_ref FROM incident")}
        (uuid,) = db.execute("SELECT uuid FROM observatory").fetchone()
        (fingerprint,) = db.execute("SELECT key_fingerprint FROM partner").fetchone()
    assert len(held) == len(NUMBERS)
    guesses = [
        b"",
        b"PM",
        b"0" * 32,
        uuid.encode(),
        fingerprint.encode(),
        bytes.fromhex(fingerprint),
    ]
    guesses += [hashlib.sha256(guess).digest() for guess in guesses]
    for number in range(202600000, 202600300):
        text = str(number).encode()
        for guess in guesses:
            assert hmac.digest(guess, text, "sha256")[:16].hex() not in held
        for name in ("md5", "sha1", "sha256"):
            assert hashlib.new(name, text).hexdigest()[:32] not in held
    content = copy.read_bytes()
    assert not [number for number in NUMBERS if number.encode() in content]


def test_with_the_key_the_same_search_would_find_them(deliver, observatory, copy, tmp_path):
    """The trial above fails for want of the key, not because it looks for the wrong thing."""
    with connection.reading(copy) as db:
        key = keys.partner_key(db, "PM", tmp_path / "keys")
        held = {ref for (ref,) in db.execute("SELECT partner_ref FROM incident")}
    assert set(keys.references(key, NUMBERS)) == held
