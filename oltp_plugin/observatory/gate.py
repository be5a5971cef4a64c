"""The one gate: what the partners' agreements allow, asked before records are used.

::

    with connection.reading(path) as db:
        answer = gate.ask(db, "print", ["PM", "TAM"], diffusion="restricted")
        # or of the records that an SQL condition on the table incident picks out:
        answer = gate.ask_where(db, "analyse", "status <> 'withdrawn'", needs="cell")

``use``: one of ``USES``. The answer is *yes* (``answer.finest == "address"``, no ``threshold``),
*yes at this precision and from this count on* (``finest``, ``threshold``), or *no*: an
``AgreementError``, which is an ObservatoryError whose sentence names agreement and clause. Whoever
can write notes the refusal in the journal with ``note`` (the toolbox's base class does).

The most severe agreement among the sources decides:

- **expired**: nothing new enters, nothing leaves the observatory's own team; what is held stays.
- **category**, **purpose**: each agreement must allow the records and the purpose.
- **combination**: each must allow the others, where records of several are taken together.
- **recipient**: ``diffusion`` must not be wider than each allows. Without any agreement: internal;
  with one that is silent: the restricted network; the public only where it says so.
- **precision**: a use that ``needs`` places finer than ``finest_shown`` is refused; any other gets
  its places at ``finest``.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from . import agreements, journal
from . import connection as store
from .agreements import Agreement, Terms
from .answer import AgreementError, Answer, Source
from .schema import PRECISIONS

# What is done -> the purpose that the agreements must name, None where none is needed.
USES: dict[str, str | None] = {
    "store": None,
    "match": None,
    "view": "mapping",
    "analyse": "analysis",
    "evaluate": "evaluation",
    "print": "mapping",
    "bulletin": "bulletin",
    "diagnose": "diagnosis",
    "alert": "alerts",
    "export": "mapping",
}
LEAST_IN_PUBLIC = 5  # records that a count on a public page rests on, whatever is agreed
_NOT_TOGETHER = ("store",)  # one partner's own records


def may_store(connection: sqlite3.Connection, partner: str) -> Terms:
    """The terms under which ``partner``'s records may be stored today.

    Without any agreement there is no limit but the observatory's own. Raises ``AgreementError``
    ``agreement_expired`` where the partner had agreements and none is in force: nothing new
    enters; ``agreement_not_begun``.
    """
    agreement = agreements.current(connection, partner)
    if agreement is not None:
        with _naming(connection, agreement.fid):
            _check_in_force(agreement)
    return agreements.terms_of(agreement)


def ask(
    connection: sqlite3.Connection,
    use: str,
    partners: Iterable[str],
    categories: Iterable[str] | Mapping[str, Iterable[str]] | None = None,
    diffusion: str = "internal",
    needs: str = "none",
    together: bool = True,
) -> Answer:
    """Whether the records of ``partners`` may be used so; see the module's own words.

    ``categories``: codes in play, of all or by partner. ``diffusion``: one of ``DIFFUSIONS``.
    ``needs``: the finest place without which the use makes no sense, one of
    ``schema.PRECISIONS``. ``together`` False: side by side, not combined. Raises
    ``AgreementError``.
    """
    listed = list(dict.fromkeys(partners))
    families = _families(connection)
    sources = []
    for partner in listed:
        agreement = agreements.current(connection, partner)
        sources.append(_source(partner, agreement))
        if agreement is not None:
            others = listed if together and use not in _NOT_TOGETHER else []
            with _naming(connection, agreement.fid):
                if use == "store":
                    _check_in_force(agreement)
                _check_categories(agreement, _of_partner(categories, partner), families)
                _check_purpose(agreement, use)
                _check_combination(agreement, others)
                _check_precision(agreement, needs)
    answer = Answer(tuple(sources))
    with _naming(connection):
        answer.check_diffusion(diffusion)
    return answer


def ask_where(
    connection: sqlite3.Connection,
    use: str,
    condition: str = "1",
    diffusion: str = "internal",
    needs: str = "none",
    together: bool = True,
) -> Answer:
    """``ask``, of the incidents that an SQL ``condition`` (a layer's subset string) picks out."""
    partners = partners_of(connection, condition)
    return ask(
        connection,
        use,
        partners,
        categories_of(connection, partners, condition),
        diffusion,
        needs,
        together,
    )


def partners_of(connection: sqlite3.Connection, condition: str = "1") -> list[str]:
    """Codes of the partners that have an incident under an SQL condition on that table."""
    rows = connection.execute(
        "SELECT code FROM partner WHERE EXISTS (SELECT 1 FROM incident"
        f" WHERE incident.partner = partner.code AND ({condition or '1'})) ORDER BY code"  # nosec B608
    )
    return [code for (code,) in rows]


def categories_of(
    connection: sqlite3.Connection, partners: Iterable[str], condition: str = "1"
) -> dict[str, list[str]]:
    """The categories of the incidents under ``condition``, by partner whose agreement limits them.

    The others need no look at their records.
    """
    limited = []
    for partner in partners:
        agreement = agreements.current(connection, partner)
        if agreement is not None and agreement.allowed_categories is not None:
            limited.append(partner)
    return {
        partner: [
            code
            for (code,) in connection.execute(
                "SELECT DISTINCT category FROM incident WHERE incident.partner = ?"
                f" AND ({condition or '1'})",  # nosec B608
                (partner,),
            )
        ]
        for partner in limited
    }


def viewable(connection: sqlite3.Connection) -> str:
    """An SQL condition on ``incident``: what the agreements let be looked at.

    Without the partners that may not be mapped, nor the categories that are not covered; empty
    where there is no such limit.
    """
    conditions = []
    for agreement in _all_current(connection):
        partner = _quoted(agreement.partner)
        if agreement.purposes is not None and USES["view"] not in agreement.purposes:
            conditions.append(f"partner <> {partner}")
        elif agreement.allowed_categories is not None:
            listed = ", ".join(map(_quoted, agreement.allowed_categories))
            conditions.append(
                f"(partner <> {partner} OR category IN (SELECT code FROM category"
                f" WHERE code IN ({listed}) OR parent IN ({listed})))"  # nosec B608
            )
    return " AND ".join(conditions)


def finest_by_partner(connection: sqlite3.Connection) -> dict[str, str]:
    """``finest_shown`` of the partners whose agreement shows nothing as fine as an address."""
    return {
        agreement.partner: agreement.finest_shown
        for agreement in _all_current(connection)
        if agreement.finest_shown != "address"
    }


def _all_current(connection: sqlite3.Connection) -> list[Agreement]:
    """The agreement that counts, of each partner that has one."""
    codes = connection.execute("SELECT DISTINCT partner FROM agreement ORDER BY partner").fetchall()
    found = (agreements.current(connection, code) for (code,) in codes)
    return [agreement for agreement in found if agreement is not None]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def note(path: Path, refusal: AgreementError) -> None:
    """Write a refusal into the journal: which agreement, which clause; no value.

    Raises ObservatoryError where the file cannot be written now.
    """
    with store.writing(path) as connection:
        journal.record(connection, f"refuse {refusal.clause}", "agreement", refusal.agreement)


@contextlib.contextmanager
def _naming(connection: sqlite3.Connection, agreement: int | None = None) -> Iterator[None]:
    """A refusal inside the block learns which agreement and which file it is about."""
    try:
        yield
    except AgreementError as error:
        error.agreement = agreement or error.agreement
        name = connection.execute("PRAGMA database_list").fetchone()[2]
        error.file = Path(name) if name else None
        raise


def _families(connection: sqlite3.Connection) -> dict[str, str | None]:
    return dict(connection.execute("SELECT code, parent FROM category"))


def _of_partner(categories, partner: str) -> Iterable[str]:
    if isinstance(categories, Mapping):
        return categories.get(partner, ())
    return categories or ()


def _check_in_force(agreement: Agreement) -> None:
    state = agreement.state()
    if state == "ended":
        raise AgreementError("agreement_expired", **_of(agreement), until=agreement.valid_to)
    if state == "not_begun":
        raise AgreementError("agreement_not_begun", **_of(agreement), start=agreement.valid_from)


def _check_categories(
    agreement: Agreement, categories: Iterable[str], families: dict[str, str | None]
) -> None:
    allowed = agreement.allowed_categories
    if allowed is None:
        return
    outside = [
        code for code in categories if code not in allowed and families.get(code) not in allowed
    ]
    if outside:
        raise AgreementError(
            "agreement_category", **_of(agreement), categories=_few(sorted(outside))
        )


def _check_purpose(agreement: Agreement, use: str) -> None:
    purpose = USES[use]
    if purpose and agreement.purposes is not None and purpose not in agreement.purposes:
        raise AgreementError(
            "agreement_purpose", **_of(agreement), purpose=purpose, purposes=agreement.purposes
        )


def _check_combination(agreement: Agreement, partners: list[str]) -> None:
    others = [each for each in partners if each != agreement.partner]
    forbidden = [each for each in others if not agreement.may_combine_with(each)]
    if forbidden:
        raise AgreementError(
            "combination_forbidden", **_of(agreement), others=_few(sorted(forbidden))
        )


def _check_precision(agreement: Agreement, needs: str) -> None:
    if PRECISIONS.index(needs) < PRECISIONS.index(agreement.finest_shown):
        raise AgreementError("agreement_precision", **_of(agreement), finest=agreement.finest_shown)


def _source(partner: str, agreement: Agreement | None) -> Source:
    if agreement is None:
        return Source(partner)
    silent = ("internal", "restricted")
    return Source(
        partner,
        agreement.reference,
        agreement.fid,
        agreement.finest_shown,
        agreement.small_count_threshold or 0,
        silent if agreement.recipients is None else agreement.recipients,
        agreement.valid_from,
        agreement.valid_to,
    )


def _of(agreement: Agreement) -> dict[str, str]:
    return {"partner": agreement.partner, "reference": agreement.reference}


def _few(words: list[str]) -> str:
    """At most three of them; a sentence is no list."""
    return ", ".join(words[:3]) + ("…" if len(words) > 3 else "")
