"""What the file itself refuses and fills in for sites, decisions, observations and places.

Triggers, whose names are what another program's user reads: plain QGIS edits these tables too. A
refusal looks only at what a write changes, so that an older row can still be corrected elsewhere.
"""

from __future__ import annotations

THEMES = (
    "incivilities", "noise", "gatherings", "drugs", "motor_rodeos", "waste", "damage", "theft",
    "violence", "road_safety", "lighting", "squat", "school", "transport", "other",
)  # fmt: skip
INSTITUTIONS = (
    "town", "municipal_police", "cctv_centre", "national_police", "gendarmerie", "prefecture",
    "prosecutor", "department", "transport", "landlord", "school", "association", "residents",
    "other",
)  # fmt: skip

NAME_LENGTH = 200
TEXT_LENGTH = 500
KEEP_MONTHS = 12  # for which an observation is kept where nothing else is said
MOST_MONTHS = 36

_TODAY = "date('now', 'localtime')"


def _refuse(table: str, name: str, condition: str, *columns: str) -> str:
    """Refuse a row that meets ``condition``, where it is new or one of ``columns`` changes."""
    changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns)
    act = f"BEGIN SELECT RAISE(ABORT, '{name}'); END;\n"
    head = f"CREATE TRIGGER IF NOT EXISTS {table}_{{}}_{name} BEFORE {{}} ON {table} WHEN "
    return (
        f"{head.format('added', 'INSERT')}{condition} {act}"
        f"{head.format('changed', 'UPDATE')}({changed}) AND ({condition}) {act}"
    )


def _listed(table: str, column: str, values: tuple[str, ...]) -> str:
    choices = ", ".join(f"'{value}'" for value in values)
    return _refuse(table, f"{column}_is_known", f"NEW.{column} NOT IN ({choices})", column)


def _text(table: str, column: str, length: int) -> str:
    blank = f"trim(coalesce(NEW.{column}, '')) = ''"
    too_long = f"length(NEW.{column}) > {length}"
    return _refuse(table, f"{column}_is_not_blank", blank, column) + _refuse(
        table, f"{column}_is_{length}_characters", too_long, column
    )


def _order(table: str, later: str, earlier: str) -> str:
    name = f"{later}_is_not_before_{earlier}"
    return _refuse(table, name, f"NEW.{later} < NEW.{earlier}", later, earlier)


def _exists(table: str, column: str, other: str) -> str:
    missing = f"NOT EXISTS (SELECT 1 FROM {other} WHERE fid = NEW.{column})"  # nosec B608
    condition = f"NEW.{column} IS NOT NULL AND {missing}"
    return _refuse(table, f"{column}_exists", condition, column)


def _after(table: str, name: str, when: str, condition: str, setting: str) -> str:
    head = f"CREATE TRIGGER IF NOT EXISTS {table}_{name} AFTER {when} ON {table} WHEN {condition}"
    return f"{head} BEGIN UPDATE {table} SET {setting} WHERE fid = NEW.fid; END;\n"  # nosec B608


_UUID = (
    "uuid = coalesce(nullif(uuid, ''), lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) ||"
    " '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) ||"
    " substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))))"
)
_NO_UUID = "coalesce(NEW.uuid, '') = ''"

_CLOSES = f"closed_on = max({_TODAY}, coalesce(opened_on, ''))"
_JUST_SOLVED = "NEW.status = 'solved' AND NEW.closed_on IS NULL"

_SITE = "".join(
    (
        _text("site", "name", NAME_LENGTH),
        _listed("site", "theme", THEMES),
        _order("site", "closed_on", "opened_on"),
        _refuse(
            "site",
            "only_a_solved_site_has_closed_on",
            "NEW.closed_on IS NOT NULL AND coalesce(NEW.status, 'open') <> 'solved'",
            "closed_on",
            "status",
        ),
        _refuse(
            "site",
            "a_site_has_a_place_or_a_territory",
            "NEW.geom IS NULL AND coalesce(NEW.territory, '') = ''",
            "geom",
            "territory",
        ),
        "CREATE TRIGGER IF NOT EXISTS site_with_decisions BEFORE DELETE ON site"
        " WHEN EXISTS (SELECT 1 FROM decision WHERE site = OLD.fid)"
        " BEGIN SELECT RAISE(ABORT, 'a_site_with_decisions_stays'); END;\n",
        _after(
            "site",
            "gets_identity",
            "INSERT",
            f"{_NO_UUID} OR NEW.opened_on IS NULL",
            f"{_UUID}, opened_on = coalesce(opened_on, {_TODAY})",
        ),
        _after("site", "added_solved", "INSERT", _JUST_SOLVED, _CLOSES),
        _after("site", "solved", "UPDATE", _JUST_SOLVED, _CLOSES),
    )
)

_DECISION = "".join(
    (
        _exists("decision", "site", "site"),
        _text("decision", "what", TEXT_LENGTH),
        _listed("decision", "lead_institution", INSTITUTIONS),
        _order("decision", "due_on", "decided_on"),
        _order("decision", "done_on", "decided_on"),
    )
)

_OBSERVATION = "".join(
    (
        _text("observation", "note", TEXT_LENGTH),
        _listed("observation", "theme", THEMES),
        _listed("observation", "institution", INSTITUTIONS),
        _exists("observation", "place", "place"),
        _refuse(
            "observation",
            "territory_exists",
            "coalesce(NEW.territory, '') <> '' AND NOT EXISTS (SELECT 1 FROM territory"
            " WHERE code = NEW.territory AND level IS coalesce(NEW.territory_level, level))",
            "territory",
            "territory_level",
        ),
        _refuse(
            "observation",
            "an_observation_has_a_place_or_a_territory",
            "NEW.geom IS NULL AND NEW.place IS NULL AND coalesce(NEW.territory, '') = ''",
            "geom",
            "place",
            "territory",
        ),
        _refuse(
            "observation",
            f"keep_until_is_within_{MOST_MONTHS}_months",
            "NEW.keep_until > date(coalesce(substr(NEW.created_at, 1, 10),"
            f" {_TODAY}), '+{MOST_MONTHS} months')",
            "keep_until",
            "created_at",
        ),
        "CREATE TRIGGER IF NOT EXISTS observation_is_kept_for_ever BEFORE UPDATE ON observation"
        " WHEN NEW.keep_until IS NULL AND OLD.keep_until IS NOT NULL"
        " BEGIN SELECT RAISE(ABORT, 'keep_until_is_given'); END;\n",
        _after(
            "observation",
            "gets_identity",
            "INSERT",
            f"{_NO_UUID} OR NEW.created_at IS NULL OR NEW.keep_until IS NULL",
            f"{_UUID}, created_at = coalesce(created_at,"
            " strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),"
            f" keep_until = coalesce(keep_until, date({_TODAY}, '+{KEEP_MONTHS} months'))",
        ),
    )
)

_PLACE = "".join(
    (
        _refuse(
            "place",
            "kind_is_of_the_inventory",
            "EXISTS (SELECT 1 FROM place_kind WHERE code = NEW.kind AND inventory = 0)",
            "kind",
        ),
        _order("place", "in_service_to", "in_service_from"),
        _order("place", "out_of_service_to", "out_of_service_from"),
    )
)

SCRIPT = _SITE + _DECISION + _OBSERVATION + _PLACE
