"""What keeps an observatory right while another program writes to it: triggers in the file."""

from __future__ import annotations

# Another program (plain QGIS) may add, move or delete an incident: it gets its identity and
# times here, and a moved point loses its memberships, which opening the observatory fills again;
# a territory that another program adds or moves makes all memberships stale.
# ``UPDATE OF`` fires on QGIS 3.22 for every field, hence the comparisons.
TRIGGERS = """
CREATE TRIGGER incident_gets_identity AFTER INSERT ON incident
WHEN NEW.uuid IS NULL OR NEW.uuid = '' OR NEW.created_at IS NULL
BEGIN UPDATE incident SET
    uuid = coalesce(nullif(uuid, ''), lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) ||
        '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) ||
        substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    created_at = coalesce(created_at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')),
    updated_at = coalesce(updated_at, strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime'))
    WHERE fid = NEW.fid; END;
CREATE TRIGGER incident_moved AFTER UPDATE OF geom ON incident WHEN OLD.geom IS NOT NEW.geom
BEGIN DELETE FROM incident_territory WHERE incident = OLD.fid; END;
CREATE TRIGGER incident_deleted AFTER DELETE ON incident
BEGIN DELETE FROM incident_territory WHERE incident = OLD.fid; END;
CREATE TRIGGER territory_deleted AFTER DELETE ON territory
BEGIN DELETE FROM incident_territory WHERE territory = OLD.fid; END;
CREATE TRIGGER territory_moved AFTER UPDATE OF geom ON territory WHEN OLD.geom IS NOT NEW.geom
BEGIN DELETE FROM incident_territory WHERE territory = OLD.fid;
UPDATE observatory SET memberships_stale = 1; END;
CREATE TRIGGER territory_added AFTER INSERT ON territory
BEGIN UPDATE observatory SET memberships_stale = 1; END;
"""

# What another program writes is not minimised; of a sensitive category no place may enter at all.
# BEFORE, so that no page of the file ever holds it: clearing it afterwards leaves bytes behind
# where SQLite was built without secure_delete.
SENSITIVE = """
CREATE TRIGGER IF NOT EXISTS sensitive_incident_added BEFORE INSERT ON incident
WHEN (NEW.geom IS NOT NULL OR coalesce(NEW.address, '') <> '')
    AND EXISTS (SELECT 1 FROM category WHERE code = NEW.category AND sensitive = 1)
BEGIN SELECT RAISE(ABORT, 'a_sensitive_category_is_kept_without_point_and_address'); END;
CREATE TRIGGER IF NOT EXISTS sensitive_incident_changed BEFORE UPDATE ON incident
WHEN (NEW.geom IS NOT NULL OR coalesce(NEW.address, '') <> '')
    AND (NEW.geom IS NOT OLD.geom OR NEW.address IS NOT OLD.address
        OR NEW.category IS NOT OLD.category)
    AND EXISTS (SELECT 1 FROM category WHERE code = NEW.category AND sensitive = 1)
BEGIN SELECT RAISE(ABORT, 'a_sensitive_category_is_kept_without_point_and_address'); END;
"""
