"""What the observatory holds: every table and column, once.

Codes (partner, category, place kind) are the keys, so that rows read without a join. Times are
TEXT ``YYYY-MM-DDTHH:MM:SS`` in local wall time (design: a DATETIME is converted or rounded by
other programs). Constraints have names: in QGIS the name is the message. ``geom`` may be null.
A column with a default takes it for a null too (``ON CONFLICT REPLACE``): QGIS writes empty cells.
"""

from __future__ import annotations

VERSION = 7
READABLE = 4  # from this version on a file that may only be read is shown as it is

_DAY = "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]"
_MOMENT = _DAY + "T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]"


def _moment(column: str) -> str:
    return f"CONSTRAINT {column}_is_a_local_time CHECK ({column} GLOB '{_MOMENT}')"


def _day(column: str) -> str:
    return f"CONSTRAINT {column}_is_a_date CHECK ({column} GLOB '{_DAY}')"


def _one_of(column: str, *values: str) -> str:
    # Not IN: SQLite builds a list of three or more anew for every row it inserts.
    choices = " OR ".join(f"{column} = '{value}'" for value in values)
    return f"CONSTRAINT {column}_is_known CHECK ({choices})"


_FID = "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"

PRECISIONS = ("address", "street", "stop", "facility", "cell", "territory", "none")
TIME_PRECISIONS = ("minute", "hour", "day", "interval", "month")
KNOWN_BY = ("victim", "witness", "staff", "patrol", "cctv", "inspection", "unknown")
STATUSES = ("open", "closed", "withdrawn")
MOST_COUNTED = 2**31 - 1  # by one record; what other programs keep in a whole number

# Spatial tables: name -> geometry type and columns after fid and geom.
FEATURES = {
    "incident": (
        "POINT",
        f"""
        uuid TEXT,
        partner TEXT NOT NULL CONSTRAINT partner_exists REFERENCES partner(code),
        partner_ref TEXT,
        batch INTEGER CONSTRAINT batch_exists REFERENCES batch(fid),
        category TEXT NOT NULL CONSTRAINT category_exists REFERENCES category(code),
        source_category INTEGER CONSTRAINT source_category_exists REFERENCES category_crosswalk(fid),
        known_by TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'unknown' {
            _one_of("known_by", *KNOWN_BY)
        },
        occurred_from TEXT NOT NULL {_moment("occurred_from")},
        occurred_to TEXT {_moment("occurred_to")},
        time_precision TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'minute' {
            _one_of("time_precision", *TIME_PRECISIONS)
        },
        reported_at TEXT {_moment("reported_at")},
        place_kind TEXT CONSTRAINT place_kind_exists REFERENCES place_kind(code),
        address TEXT,
        location_precision TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'address' {
            _one_of("location_precision", *PRECISIONS)
        },
        geocode_score REAL CONSTRAINT geocode_score_is_a_share CHECK (geocode_score BETWEEN 0 AND 1),
        territory TEXT,
        territory_level TEXT,
        severity INTEGER CONSTRAINT severity_is_0_to_9 CHECK (severity BETWEEN 0 AND 9),
        count INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 1 CONSTRAINT count_is_positive CHECK (count >= 1),
        status TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'open' {_one_of("status", *STATUSES)},
        fact TEXT,
        created_at TEXT {_moment("created_at")},
        updated_at TEXT {_moment("updated_at")},
        CONSTRAINT occurred_to_is_not_before_occurred_from CHECK (occurred_to >= occurred_from)
        """,
    ),
    "territory": (
        "MULTIPOLYGON",
        f"""
        level TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        population INTEGER CONSTRAINT population_is_positive CHECK (population >= 0),
        dwellings INTEGER CONSTRAINT dwellings_is_positive CHECK (dwellings >= 0),
        valid_from TEXT {_day("valid_from")},
        valid_to TEXT {_day("valid_to")}
        """,
    ),
    "place": (
        "POINT",
        f"""
        kind TEXT NOT NULL CONSTRAINT kind_exists REFERENCES place_kind(code),
        name TEXT NOT NULL,
        operator TEXT,
        in_service_from TEXT {_day("in_service_from")},
        in_service_to TEXT {_day("in_service_to")},
        out_of_service_from TEXT {_day("out_of_service_from")},
        out_of_service_to TEXT {_day("out_of_service_to")}
        """,
    ),
    "address": (
        "POINT",
        """
        ban_id TEXT,
        number INTEGER,
        suffix TEXT,
        street TEXT NOT NULL,
        locality TEXT,
        postcode TEXT,
        commune TEXT
        """,
    ),
    "observation": (
        "POINT",
        f"""
        uuid TEXT CONSTRAINT uuid_is_unique UNIQUE,
        observed_at TEXT {_moment("observed_at")},
        kind TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'meeting' {_one_of("kind", "meeting", "walk", "field")},
        place INTEGER REFERENCES place(fid),
        territory TEXT,
        territory_level TEXT,
        theme TEXT,
        institution TEXT,
        reliability INTEGER CONSTRAINT reliability_is_1_to_4 CHECK (reliability BETWEEN 1 AND 4),
        note TEXT CONSTRAINT note_is_500_characters CHECK (length(note) <= 500),
        keep_until TEXT {_day("keep_until")},
        created_at TEXT {_moment("created_at")}
        """,
    ),
    "site": (
        "GEOMETRY",
        f"""
        uuid TEXT CONSTRAINT uuid_is_unique UNIQUE,
        name TEXT NOT NULL,
        theme TEXT,
        status TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'open' {_one_of("status", "open", "in_progress", "solved")},
        opened_on TEXT {_day("opened_on")},
        closed_on TEXT {_day("closed_on")},
        territory TEXT
        """,
    ),
    "action": (
        "GEOMETRY",
        f"""
        uuid TEXT CONSTRAINT uuid_is_unique UNIQUE,
        kind TEXT NOT NULL,
        description TEXT,
        starts_on TEXT {_day("starts_on")},
        ends_on TEXT {_day("ends_on")},
        expected_effect TEXT,
        control_area TEXT,
        recorded_at TEXT {_moment("recorded_at")}
        """,
    ),
}

# Tables without geometry: name -> columns after fid.
ATTRIBUTES = {
    "observatory": f"""
        uuid TEXT NOT NULL,
        schema_version INTEGER NOT NULL,
        title TEXT,
        epsg INTEGER NOT NULL,
        memberships_stale INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
        created_at TEXT {_moment("created_at")},
        purged_at TEXT {_moment("purged_at")}
        """,
    "partner": f"""
        code TEXT NOT NULL CONSTRAINT partner_code_is_unique UNIQUE,
        name TEXT NOT NULL,
        kind TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'other' {
        _one_of(
            "kind",
            "national_police",
            "gendarmerie",
            "municipal_police",
            "cctv_centre",
            "transport",
            "landlord",
            "school",
            "association",
            "residents",
            "town",
            "other",
        )
    },
        rhythm TEXT {
        _one_of("rhythm", "daily", "weekly", "monthly", "quarterly", "yearly", "none")
    },
        delivery_day INTEGER CONSTRAINT delivery_day_is_1_to_31 CHECK (delivery_day BETWEEN 1 AND 31),
        key_fingerprint TEXT
        """,
    "agreement": f"""
        partner TEXT NOT NULL CONSTRAINT partner_exists REFERENCES partner(code),
        reference TEXT NOT NULL,
        signed_on TEXT {_day("signed_on")},
        valid_from TEXT {_day("valid_from")},
        valid_to TEXT {_day("valid_to")},
        purposes TEXT,
        allowed_fields TEXT,
        allowed_categories TEXT,
        finest_stored TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'address' {_one_of("finest_stored", *PRECISIONS)},
        finest_shown TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'address' {_one_of("finest_shown", *PRECISIONS)},
        dwelling_numbers INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
        recipients TEXT,
        combination TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'yes' {_one_of("combination", "yes", "no", "listed")},
        combination_with TEXT,
        small_count_threshold INTEGER,
        retention_months INTEGER,
        retention_by_category TEXT,
        rhythm TEXT,
        document TEXT
        """,
    "place_kind": """
        code TEXT NOT NULL CONSTRAINT place_kind_code_is_unique UNIQUE,
        label_en TEXT NOT NULL,
        label_fr TEXT NOT NULL,
        inventory INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
        dwelling INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0
        """,
    "category": f"""
        code TEXT NOT NULL CONSTRAINT category_code_is_unique UNIQUE,
        parent TEXT CONSTRAINT parent_exists REFERENCES category(code),
        label_en TEXT NOT NULL,
        label_fr TEXT NOT NULL,
        unit TEXT NOT NULL,
        nature TEXT NOT NULL {
        _one_of("nature", "reported", "revealed", "complaint", "operational")
    },
        denominator TEXT NOT NULL {
        _one_of("denominator", "residents", "dwellings", "boardings", "vehicles", "none")
    },
        sensitive INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
        dwelling INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
        valid_from TEXT {_day("valid_from")},
        valid_to TEXT {_day("valid_to")}
        """,
    "category_crosswalk": f"""
        scheme TEXT NOT NULL,
        source TEXT NOT NULL,
        label TEXT,
        category TEXT CONSTRAINT category_exists REFERENCES category(code),
        valid_from TEXT {_day("valid_from")},
        valid_to TEXT {_day("valid_to")},
        first_batch INTEGER REFERENCES batch(fid)
        """,
    "batch": f"""
        partner TEXT NOT NULL CONSTRAINT partner_exists REFERENCES partner(code),
        kind TEXT NOT NULL {_one_of("kind", "complete", "additions", "nil")},
        file_name TEXT,
        sha256 TEXT,
        profile TEXT,
        profile_version INTEGER,
        agreement INTEGER REFERENCES agreement(fid),
        period_from TEXT {_day("period_from")},
        period_to TEXT {_day("period_to")},
        read INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
        inserted INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
        updated INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
        unchanged INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
        rejected INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
        unlocated INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
        withdrawn INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
        imported_at TEXT NOT NULL {_moment("imported_at")},
        undone_at TEXT {_moment("undone_at")}
        """,
    "reject": """
        batch INTEGER NOT NULL REFERENCES batch(fid),
        row INTEGER NOT NULL,
        code TEXT NOT NULL,
        field TEXT
        """,
    "incident_history": f"""
        uuid TEXT NOT NULL,
        batch INTEGER REFERENCES batch(fid),
        previous_batch INTEGER REFERENCES batch(fid),
        changed_at TEXT NOT NULL {_moment("changed_at")},
        version TEXT NOT NULL
        """,
    "import_profile": f"""
        name TEXT NOT NULL,
        version INTEGER NOT NULL,
        definition TEXT NOT NULL,
        saved_at TEXT NOT NULL {_moment("saved_at")},
        CONSTRAINT profile_version_is_unique UNIQUE (name, version)
        """,
    "saved_filter": f"""
        name TEXT NOT NULL CONSTRAINT saved_filter_name_is_unique UNIQUE,
        definition TEXT NOT NULL,
        saved_at TEXT NOT NULL {_moment("saved_at")}
        """,
    "aggregate": f"""
        month TEXT NOT NULL {_day("month")},
        partner TEXT NOT NULL,
        category TEXT NOT NULL,
        territory TEXT,
        territory_level TEXT,
        date_basis TEXT NOT NULL {_one_of("date_basis", "occurred", "recorded")},
        n INTEGER NOT NULL,
        coverage REAL,
        purged INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0
        """,
    "indicator": f"""
        code TEXT NOT NULL CONSTRAINT indicator_code_is_unique UNIQUE,
        label_en TEXT NOT NULL,
        label_fr TEXT NOT NULL,
        unit TEXT NOT NULL,
        partner TEXT REFERENCES partner(code),
        agreement INTEGER REFERENCES agreement(fid),
        purpose TEXT NOT NULL,
        finest_level TEXT {_one_of("finest_level", "commune", "quartier", "sous-quartier", "iris", "qpv", "groupe territorial")}
        """,
    "indicator_value": f"""
        indicator TEXT NOT NULL REFERENCES indicator(code),
        territory TEXT NOT NULL,
        territory_level TEXT NOT NULL,
        period_from TEXT NOT NULL {_day("period_from")},
        period_to TEXT NOT NULL {_day("period_to")},
        value REAL,
        batch INTEGER REFERENCES batch(fid)
        """,
    "decision": f"""
        site INTEGER NOT NULL REFERENCES site(fid),
        decided_on TEXT {_day("decided_on")},
        what TEXT NOT NULL,
        lead_institution TEXT,
        due_on TEXT {_day("due_on")},
        done_on TEXT {_day("done_on")}
        """,
    "watch_rule": """
        name TEXT NOT NULL,
        filter TEXT NOT NULL,
        territory_level TEXT,
        method TEXT NOT NULL,
        threshold REAL,
        active INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 1
        """,
    "alert": f"""
        watch_rule INTEGER NOT NULL REFERENCES watch_rule(fid),
        territory TEXT,
        period_from TEXT {_day("period_from")},
        period_to TEXT {_day("period_to")},
        observed INTEGER,
        expected REAL,
        upper_bound REAL,
        verdict TEXT,
        closed_on TEXT {_day("closed_on")}
        """,
    "bulletin": f"""
        kind TEXT NOT NULL {
        _one_of("kind", "bulletin", "sessionpack", "diagnostic", "printmap", "atlas")
    },
        diffusion TEXT NOT NULL {_one_of("diffusion", "internal", "restricted", "public")},
        territory TEXT,
        territory_level TEXT,
        period_from TEXT NOT NULL {_day("period_from")},
        period_to TEXT NOT NULL {_day("period_to")},
        last_batch INTEGER,
        made_at TEXT NOT NULL {_moment("made_at")}
        """,
    "bulletin_figure": f"""
        bulletin INTEGER NOT NULL CONSTRAINT bulletin_exists REFERENCES bulletin(fid),
        key TEXT NOT NULL,
        partner TEXT NOT NULL,
        category TEXT,
        territory TEXT,
        territory_level TEXT,
        period_from TEXT NOT NULL {_day("period_from")},
        period_to TEXT NOT NULL {_day("period_to")},
        known_by TEXT {_day("known_by")},
        value REAL,
        hidden INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
        threshold INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
        batches TEXT,
        scope TEXT
        """,
    "bulletin_indicator": """
        year INTEGER NOT NULL,
        position INTEGER NOT NULL,
        partner TEXT NOT NULL,
        category TEXT NOT NULL,
        CONSTRAINT indicator_has_one_place UNIQUE (year, position)
        """,
    "journal": f"""
        at TEXT NOT NULL {_moment("at")},
        who TEXT NOT NULL,
        action TEXT NOT NULL,
        table_name TEXT,
        record INTEGER,
        detail TEXT
        """,
}

# Plain tables and indices. A membership is read far more often than written, by territory.
REST = """
CREATE TABLE incident_territory (
    territory INTEGER NOT NULL REFERENCES territory(fid) ON DELETE CASCADE,
    incident INTEGER NOT NULL REFERENCES incident(fid) ON DELETE CASCADE,
    PRIMARY KEY (territory, incident)
) WITHOUT ROWID;
CREATE INDEX incident_territory_by_incident ON incident_territory (incident);
CREATE UNIQUE INDEX incident_by_uuid ON incident (uuid);
CREATE UNIQUE INDEX incident_by_partner_ref ON incident (partner, partner_ref)
    WHERE partner_ref IS NOT NULL;
CREATE INDEX incident_by_occurred ON incident (occurred_from, category, partner, status);
CREATE INDEX incident_by_category ON incident (category, occurred_from, status, partner);
CREATE INDEX incident_by_partner ON incident (partner, occurred_from, status, category);
CREATE INDEX incident_by_batch ON incident (batch);
CREATE INDEX incident_by_fact ON incident (fact) WHERE fact IS NOT NULL;
CREATE INDEX history_by_batch ON incident_history (batch);
CREATE INDEX history_by_previous_batch ON incident_history (previous_batch);
CREATE INDEX history_by_uuid ON incident_history (uuid);
CREATE INDEX reject_by_batch ON reject (batch);
CREATE INDEX aggregate_by_month ON aggregate (month, category);
CREATE UNIQUE INDEX territory_by_code ON territory (level, code, coalesce(valid_from, ''));
CREATE UNIQUE INDEX crosswalk_by_source
    ON category_crosswalk (scheme, source, coalesce(valid_from, ''));
CREATE INDEX address_by_street ON address (street, number);
"""

# What version 2 added to version 1: table, column, and how it is declared.
SINCE_2 = (
    ("observatory", "purged_at", f"TEXT {_moment('purged_at')}"),
    ("aggregate", "purged", "INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0"),
    ("journal", "detail", "TEXT"),
)

# What version 4 added: what bulletins said when they were made.
SINCE_4 = ("bulletin", "bulletin_figure", "bulletin_indicator")

# What version 6 added: filters by name.
SINCE_6 = ("saved_filter",)


def create_statement(table: str) -> str:
    """The CREATE TABLE of a spatial or attributes table."""
    if table in FEATURES:
        geometry_type, columns = FEATURES[table]
        return f"CREATE TABLE {table} ({_FID}, geom {geometry_type}, {columns})"
    return f"CREATE TABLE {table} ({_FID}, {ATTRIBUTES[table]})"
