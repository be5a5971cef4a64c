"""A file of an earlier schema is brought to today's, and holds what it held."""

from oltp_plugin.observatory import batches, connection, opening, schema


def test_a_file_of_version_1_becomes_one_of_today(observatory):
    with connection.reading(observatory) as db:
        today = _columns(db)
    _make_version_1(observatory)
    opening.open_observatory(observatory)
    with connection.reading(observatory) as db:
        assert _columns(db) == today
        assert db.execute("SELECT count(*) FROM territory").fetchone() == (5,)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert opening.check(observatory).schema_version == schema.VERSION
    batches.nil_return(observatory, "PM", "2026-01-01", "2026-01-31")


def _make_version_1(path):
    with connection.writing(path) as db:
        for table, column, _ in schema.SINCE_2:
            db.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        for table in (*schema.SINCE_4, *schema.SINCE_6):
            db.execute(f"DROP TABLE {table}")
            for own in ("gpkg_contents", "gpkg_ogr_contents"):
                db.execute(f"DELETE FROM {own} WHERE table_name = ?", (table,))
        db.execute("UPDATE observatory SET schema_version = 1")


def _columns(db) -> dict:
    return {
        table: db.execute(f"PRAGMA table_info({table})").fetchall()
        for table in (*schema.FEATURES, *schema.ATTRIBUTES)
    }
