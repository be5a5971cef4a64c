"""Bulletins, packs and diagnoses to look at (docs/print_checklist.md): ``make round`` first.

``.venv/bin/python scripts/round_pages.py [word]`` writes them in both languages, from the round and
from what is hard to set (no record, one record, very long names, thirty territories), as PNG of
100 dpi into build/round_pages; a word: only the documents whose name holds it. ``… readme`` writes
the README's picture of the mayor's page.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from printed_pages import ROOT, start

ROUND = ROOT / "build" / "round" / "observatory.gpkg"
PAGES = ROOT / "build" / "round_pages"
FEBRUARY = ("2026-02-01", "2026-02-28")
INTERNAL, RESTRICTED, PUBLIC = range(3)


class Papers:
    """Makes the documents whose name holds ``wanted``, each from a copy of an observatory."""

    def __init__(self, wanted: str, tongue: str):
        self._wanted, self._tongue = wanted, tongue

    def make(self, name: str, algorithm: str, change=None, **parameters) -> None:
        import processing

        name = f"{name}_{self._tongue}"
        if self._wanted not in name:
            return
        copy, pdf = PAGES / f"{name}.gpkg", PAGES / f"{name}.pdf"
        shutil.copy(ROUND, copy)
        if change:
            from oltp_plugin.observatory.connection import writing

            with writing(copy) as connection:
                change(connection)
        given = {"OBSERVATORY": str(copy), "OUTPUT": str(pdf), "DIFFUSION": RESTRICTED}
        processing.run(f"oltp:{algorithm}", {**given, **parameters})
        subprocess.run(["pdftoppm", "-r", "100", "-png", pdf, pdf.with_suffix("")], check=True)
        copy.unlink()


def every_paper(papers: Papers) -> None:
    """What the round makes, then what is hard."""
    days = dict(zip(("FROM", "TO"), FEBRUARY))
    for case, change in (
        ("round", None),
        ("nothing", nothing),
        ("one", one_record),
        ("long", long_names),
        ("thirty", thirty_territories),
    ):
        papers.make(f"{case}_bulletin", "bulletin", change, **days)
        papers.make(f"{case}_pack", "sessionpack", change, TERRITORY="G1", **days)
        papers.make(
            f"{case}_diagnosis", "diagnostic", change, TERRITORY="G1", FROM="2024", TO="2026"
        )
    papers.make("internal_bulletin", "bulletin", followed, DIFFUSION=INTERNAL, **days)
    papers.make(
        "internal_pack", "sessionpack", followed, DIFFUSION=INTERNAL, TERRITORY="G1", **days
    )
    papers.make("public_bulletin", "bulletin", for_all, DIFFUSION=PUBLIC, **days)
    papers.make("public_pack", "sessionpack", for_all, DIFFUSION=PUBLIC, TERRITORY="G1", **days)


def nothing(connection) -> None:
    connection.execute("DELETE FROM incident")


def one_record(connection) -> None:
    connection.execute(
        "DELETE FROM incident WHERE fid <> (SELECT max(fid) FROM incident WHERE partner = 'PM')"
    )


def long_names(connection) -> None:
    connection.execute(
        "UPDATE territory SET name = name || ', ses hameaux, la rive gauche du canal et le "
        "« Grand-Ensemble » <Nord> & Sud de la zone d''activités'"
    )
    connection.execute(
        "UPDATE partner SET name = name || ' et des communes associées du val, service de nuit'"
    )


def thirty_territories(connection) -> None:
    """Each quartier cut into four by nothing but its name: what counts is the table's length."""
    for copy in range(1, 4):
        connection.execute(
            "INSERT INTO territory (geom, level, code, name) SELECT geom, level, code || ?,"
            " name || ' ' || ? FROM territory WHERE level = 'quartier' AND length(code) <= 3",
            (f"-{copy}", copy),
        )


def followed(connection) -> None:
    """Sites, decisions, actions, notes."""
    for number in range(1, 16):
        connection.execute(
            "INSERT INTO site (name, theme, status, opened_on, territory) VALUES"
            " (?, 'noise', 'open', ?, 'G1')",
            (f"Place n° {number}", f"2026-{1 + number % 2:02}-{number:02}"),
        )
        connection.execute(
            "INSERT INTO decision (site, decided_on, what, lead_institution, due_on) VALUES"
            " (?, '2026-02-10', 'Éclairage à reprendre, passages du soir et rencontre avec les"
            " riverains', 'town', '2026-02-20')",
            (number,),
        )
        connection.execute(
            "INSERT INTO observation (observed_at, kind, theme, institution, reliability, note,"
            " territory) VALUES (?, 'walk', 'gatherings', 'residents', 3,"
            " 'Calme depuis le déplacement du marché ; reste le stationnement.', 'G1')",
            (f"2026-02-{number:02}T18:00:00",),
        )
    connection.execute(
        "INSERT INTO action (kind, description, starts_on, expected_effect) VALUES"
        " ('médiation', 'Médiation de soirée', '2026-02-01', 'moins de signalements')"
    )


def for_all(connection) -> None:
    connection.execute("UPDATE agreement SET recipients = '[\"public\"]', purposes = NULL")


def main(wanted: str, tongue: str) -> None:
    from qgis.core import QgsSettings

    application = start(tongue)
    PAGES.mkdir(parents=True, exist_ok=True)
    settings = QgsSettings()
    settings.setValue("plugins/oltp/town_name", '"Ville de Valbrune"')
    settings.setValue("plugins/oltp/town_logo", f'"{ROOT / "icons" / "oltp.svg"}"')
    if wanted == "readme":
        Papers("", tongue).make("readme", "bulletin", **dict(zip(("FROM", "TO"), FEBRUARY)))
        (PAGES / f"readme_{tongue}-1.png").replace(ROOT / "docs" / "images" / "mayors_page.png")
    else:
        every_paper(Papers(wanted, tongue))
    application.exitQgis()


if __name__ == "__main__":
    os.environ.setdefault("XDG_CONFIG_HOME", str(PAGES / "home"))
    word = sys.argv[1] if sys.argv[1:] else ""
    for each in ("fr",) if word == "readme" else sys.argv[2:] or ("fr", "en"):
        child = os.fork()
        if not child:
            main(word, each)
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            raise SystemExit(1)
