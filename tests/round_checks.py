"""What the documents of the monthly round must hold, however they were made."""

import re
from pathlib import Path

from oltp_plugin.observatory import bulletins, connection
from tests.pdf import copied, facts_of, words_of

HIDDEN = {"fr": "moins de|non affiché", "en": "fewer than|not shown"}


def count(db, figure) -> int:
    """Of the records as they are held: SQL of the tests' own."""
    place = known = ""
    if figure.territory:
        place = (
            " AND fid IN (SELECT incident FROM incident_territory JOIN territory"
            f" ON territory.fid = territory WHERE level = '{figure.territory_level}'"
            f" AND code = '{figure.territory}')"
        )
    if figure.known_by:
        known = f" AND coalesce(substr(reported_at, 1, 10), '') <= '{figure.known_by}'"
    category = ""
    if figure.category:
        category = (
            f" AND (category = '{figure.category}' OR category IN (SELECT code FROM category"
            f" WHERE parent = '{figure.category}'))"
        )
    query = (
        "SELECT count(*) FROM incident WHERE status <> 'withdrawn'"
        f" AND partner = '{figure.partner}' AND date(occurred_from)"
        f" BETWEEN '{figure.period_from}' AND '{figure.period_to}'{category}{place}{known}"
    )
    return db.execute(query).fetchone()[0]


def check_counts(observatory: Path, month: str, late: set[str]) -> int:
    """Every figure of the month's documents is what SQL counts, with the deliveries behind it.

    ``late``: partners that sent nothing. Returns how many figures were counted.
    """
    n = 0
    with connection.reading(observatory) as db:
        for made in bulletins.bulletins(db):
            for figure in (
                bulletins.figures_of(db, made.fid) if made.period_from[:7] == month else ()
            ):
                if figure.value is None:
                    assert figure.partner in late, figure
                    continue
                assert figure.value == count(db, figure), figure
                assert figure.value == 0 or figure.batches, figure
                n += 1
    return n


def check_pages(observatory: Path, month: str, folder: Path, language: str) -> None:
    """The pages print the figures that are kept, and no small one."""
    with connection.reading(observatory) as db:
        labels = dict(db.execute(f"SELECT code, label_{language} FROM category"))
        names = {
            (level, code): name
            for level, code, name in db.execute("SELECT level, code, name FROM territory")
        }
        for made in bulletins.bulletins(db):
            if made.period_from[:7] != month:
                continue
            text = copied(folder / f"{made.territory or 'bulletin'}.pdf", "-layout")
            for figure in bulletins.figures_of(db, made.fid):
                if figure.value is None or not figure.key.startswith("n:"):
                    continue
                assert figure.hidden or not 0 < figure.value < figure.threshold, figure
                said = HIDDEN[language] if figure.hidden else f"{figure.value:.0f}"
                if figure.category:
                    row = labels[figure.category]
                elif made.territory:
                    row = {"fr": "Tous les enregistrements", "en": "All records"}[language]
                else:
                    row = names[figure.territory_level, figure.territory]
                # The number stands on the row's line, before or after it in the file's order.
                around = " ".join(
                    text[max(0, match.start() - 500) : match.start() + 700]
                    for match in re.finditer(re.escape(row), text)
                )
                assert re.search(rf"(?<!\d)({said})(?!\d)", around), (made, figure)


def check_agreements(observatory: Path, folder: Path, language: str) -> None:
    """Who may not stand on such pages does not, and is named with the reason."""
    not_here = {"fr": "ne figure pas ici : sa convention", "en": "is not on this page: its"}
    with connection.reading(observatory) as db:
        for made in bulletins.bulletins(db):
            partners = {each.partner for each in bulletins.figures_of(db, made.fid)}
            assert not partners & {"BAILLEUR", "SF"}, "no bulletins; the team only"
    pages = list(folder.rglob("*.pdf"))
    assert pages
    for pdf in pages:
        text = words_of(pdf)
        assert f"Bailleur social de Valbrune {not_here[language]}" in text
        assert f"Sûreté ferroviaire {not_here[language]}" in text
        assert b"06 39 98" not in pdf.read_bytes()
        assert str(folder) not in str(facts_of(pdf))


def check_explained(observatory: Path, number: int, rows: dict) -> None:
    """A document's figures stand as they were, each with its deliveries' files; some changed.

    ``rows``: of ``oltp:bulletinfigures``, by figure: value, now, deliveries.
    """
    with connection.reading(observatory) as db:
        figures = bulletins.figures_of(db, number)
        files = dict(db.execute("SELECT fid, file_name FROM batch"))
        assert {each.key: each.value for each in figures} == {
            key: float(row["value"]) if row["value"] else None for key, row in rows.items()
        }
        police = [each for each in figures if each.partner == "PM" and "all" in each.key]
        changed = sum(each.value != count(db, each) for each in police if each.key[0] == "n")
        assert changed, "one was withdrawn, two came late"
    for figure in figures:
        for batch in figure.batches:
            assert f"{batch} ({files[batch]})" in rows[figure.key]["deliveries"]
