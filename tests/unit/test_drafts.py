"""Drafts of problem places, decisions and observations: what is kept, and what comes back."""

from dataclasses import replace

import pytest
import shapely

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.intake import drafts, follow_up_draft
from oltp_plugin.intake.personal_data import masked
from oltp_plugin.observatory import connection, sites
from oltp_plugin.observatory.observations import Observation
from oltp_plugin.observatory.sites import Decision, Followed, Site

POINT = shapely.to_wkb(shapely.Point(700500, 6200500), byte_order=1)
AREA = shapely.to_wkb(shapely.box(700000, 6200000, 700100, 6200100), byte_order=1)
NOBODY = Followed([], {}, None, 2154)
SAID = [
    Site("Place Haute 🚋", "noise", "solved", "2026-01-02", "2026-02-03", AREA),
    Decision("Éclairer ; \"vite\" %s", "town", "2026-01-02", None, "2026-03-04", site=7),
    Observation("Vu\ntrois fois", "2026-03-01T18:05:00", "walk", "drugs", "town", 3, 700500.25,
                6200500.5, None, "Q4", "quartier", "2027-01-01"),
]  # fmt: skip


@pytest.mark.parametrize("said", SAID, ids=["site", "decision", "observation"])
def test_what_was_typed_comes_back(tmp_path, said):
    form = follow_up_draft.form_of(said)
    file = drafts.new_file(tmp_path / "drafts", "u", "1")
    drafts.write(file, form, follow_up_draft.values(said))
    assert file.stat().st_mode & 0o077 == 0
    (draft,) = drafts.drafts(file.parent, "u")
    assert follow_up_draft.read(draft.form, draft.values, NOBODY) == said
    assert drafts.drafts(file.parent, "another") == []


@pytest.mark.parametrize("said", SAID, ids=["site", "decision", "observation"])
def test_no_draft_holds_personal_data(tmp_path, said):
    form = follow_up_draft.form_of(said)
    text = {"site": "name", "decision": "what", "observation": "note"}[form]
    said = replace(said, **{text: "voir Mme Le Goff, 06 12 34 56 78"})
    file = drafts.new_file(tmp_path, "u", "1")
    drafts.write(file, form, follow_up_draft.values(said))
    kept = file.read_text(encoding="utf-8")
    assert "Goff" not in kept and "34 56" not in kept


def test_what_is_old_or_broken_goes(tmp_path):
    file = drafts.new_file(tmp_path, "u", "1")
    drafts.write(file, "site", follow_up_draft.values(SAID[0]))
    (draft,) = drafts.drafts(tmp_path, "u")
    old = file.read_text(encoding="utf-8").replace(draft.saved_at, "2020-01-01T00:00:00")
    file.write_text(old, encoding="utf-8")
    for number, text in enumerate(("", "[]", '{"form": "site"}', '{"form": 1, "values": 2}')):
        drafts.new_file(tmp_path, "u", f"broken{number}").write_text(text)
    (tmp_path / "u.killed.draft.half").write_text("{")
    drafts.expire(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_draft_that_cannot_be_written_leaves_nothing_beside(tmp_path):
    file = drafts.new_file(tmp_path, "u", "1")
    file.mkdir()  # in whose place no file can be put
    drafts.write(file, "site", {"name": "Place Haute"})
    assert list(tmp_path.iterdir()) == [file]


def test_a_row_that_somebody_changed_meanwhile_is_not_written_over(observatory):
    fid = sites.save(observatory, Site("Parc", wkb=POINT), masked).fid
    sites.save_decision(observatory, Decision("Éclairer", site=fid), masked)
    site = sites.read(observatory).sites[0]
    said = (replace(site, name="Le parc"), replace(site.decisions[0], what="Éclairer le parc"))
    kept = [follow_up_draft.values(each) for each in said]

    def again() -> tuple:
        followed = sites.read(observatory)
        return (
            follow_up_draft.read("site", kept[0], followed),
            follow_up_draft.read("decision", kept[1], followed),
        )

    sites.save(observatory, again()[0], masked)
    sites.save_decision(observatory, again()[1], masked)
    assert sites.read(observatory).sites[0].decisions[0].what == "Éclairer le parc"
    for write, value in ((sites.save, again()[0]), (sites.save_decision, again()[1])):
        with pytest.raises(ObservatoryError, match="changed_meanwhile"):
            write(observatory, value, masked)
    with connection.writing(observatory) as db:
        db.execute("DELETE FROM decision")
    with pytest.raises(ObservatoryError, match="row_gone"):
        sites.save_decision(observatory, again()[1], masked)
