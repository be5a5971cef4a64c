"""The one gate: what the partners' agreements allow, asked before records are used.

::

    with connection.reading(path) as db:
        answer = gate.ask(db, "print", ["PM", "TAM"], diffusion="restricted")
        # or of the records that an SQL condition on the table incident picks out:
        answer = gate.ask_where(db, "analyse", "status <> 'withdrawn'", needs="cell")

``use``: one of ``USES``. The answer is *yes* (``answer.finest == "address"``, no threshold),
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

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from . import agreements, journal
from . import connection as store
from .agreements import DIFFUSIONS, Agreement, Terms
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
_NOT_TOGETHER = ("store",)  # one partner's own records


class AgreementError(ObservatoryError):
    """No, because of a clause; ``file`` and ``agreement`` (its number, or None) for the journal."""

    file: Path | None = None
    agreement: int | None = None

    @property
    def clause(self) -> str:
        """What forbids it, as the journal writes it."""
        return CLAUSES[self.code]


CLAUSES = {
    "agreement_expired": "expired",
    "agreement_ended": "expired",
    "agreement_not_begun": "expired",
    "agreement_category": "category",
    "agreement_purpose": "purpose",
    "agreement_recipient": "recipient",
    "no_agreement": "recipient",
    "agreement_precision": "precision",
    "combination_forbidden": "combination",
}


@dataclass(frozen=True)
class Answer:
    """Yes, and how.

    ``finest``: the finest place that may be shown, one of ``schema.PRECISIONS``. ``threshold``: a
    count below it is not shown outside the team (0: none). ``widest``: the widest diffusion
    allowed. ``named``: the institutions among the recipients where these alone, not the whole
    restricted network, may see it. ``agreements``: references; ``without``: partners without any
    agreement; ``ended``: references of those that have ended.
    """

    finest: str = "address"
    threshold: int = 0
    widest: str = "public"
    named: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()

    @property
    def shows_points(self) -> bool:
        """Whether a record may stand at a point, be it the centre of its cell."""
        return PRECISIONS.index(self.finest) <= PRECISIONS.index("cell")


def may_store(connection: sqlite3.Connection, partner: str) -> Terms:
    """The terms under which ``partner``'s records may be stored today.

    Without any agreement there is no limit but the observatory's own. Raises ``AgreementError``
    ``agreement_expired`` where the partner had agreements and none is in force: nothing new
    enters; ``agreement_not_begun``.
    """
    agreement = agreements.current(connection, partner)
    if agreement is not None:
        with _naming(connection, agreement):
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
    known = {partner: agreements.current(connection, partner) for partner in listed}
    families = _families(connection)
    for partner, agreement in known.items():
        with _naming(connection, agreement):
            if agreement is None:
                _check_without(partner, diffusion)
                continue
            if use == "store":
                _check_in_force(agreement)
            _check_categories(agreement, _of_partner(categories, partner), families)
            _check_purpose(agreement, use)
            if together and use not in _NOT_TOGETHER:
                _check_combination(agreement, listed)
            _check_recipients(agreement, diffusion)
            _check_precision(agreement, needs)
    answer = _answer(known)
    if diffusion == "restricted" and answer.widest == "internal":
        _refuse_disjoint(connection, known, diffusion)
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


def note(path: Path, refusal: AgreementError) -> None:
    """Write a refusal into the journal: which agreement, which clause; no value.

    Raises ObservatoryError where the file cannot be written now.
    """
    with store.writing(path) as connection:
        journal.record(connection, f"refuse {refusal.clause}", "agreement", refusal.agreement)


class _naming:  # noqa: N801 - used as a statement
    """A refusal inside the block learns which agreement and which file it is about."""

    def __init__(self, connection: sqlite3.Connection, agreement: Agreement | None):
        self._connection, self._agreement = connection, agreement

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind, error, _trace) -> None:
        if isinstance(error, AgreementError):
            error.agreement = self._agreement.fid if self._agreement else None
            name = self._connection.execute("PRAGMA database_list").fetchone()[2]
            error.file = Path(name) if name else None


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


def _check_without(partner: str, diffusion: str) -> None:
    if diffusion != "internal":
        raise AgreementError("no_agreement", partner=partner, diffusion=diffusion)


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


def _check_recipients(agreement: Agreement, diffusion: str) -> None:
    if diffusion == "internal":
        return
    if agreement.state() == "ended":
        raise AgreementError(
            "agreement_ended", **_of(agreement), until=agreement.valid_to, diffusion=diffusion
        )
    if agreement.state() == "not_begun":
        raise AgreementError("agreement_not_begun", **_of(agreement), start=agreement.valid_from)
    if DIFFUSIONS.index(diffusion) > DIFFUSIONS.index(_widest(agreement)):
        raise AgreementError(
            "agreement_recipient",
            **_of(agreement),
            diffusion=diffusion,
            recipients=_recipients(agreement),
        )


def _check_precision(agreement: Agreement, needs: str) -> None:
    if PRECISIONS.index(needs) < PRECISIONS.index(agreement.finest_shown):
        raise AgreementError("agreement_precision", **_of(agreement), finest=agreement.finest_shown)


def _widest(agreement: Agreement) -> str:
    """The widest diffusion that its recipients make; any named institution is outside the team."""
    recipients = _recipients(agreement)
    if agreement.state() != "in_force":
        return "internal"
    if "public" in recipients:
        return "public"
    return "restricted" if set(recipients) - {"internal"} else "internal"


def _recipients(agreement: Agreement) -> tuple[str, ...]:
    return ("internal", "restricted") if agreement.recipients is None else agreement.recipients


def _named(agreement: Agreement) -> frozenset[str] | None:
    """The institutions that alone may see it; None: the whole network, or nobody."""
    recipients = _recipients(agreement)
    if {"restricted", "public"} & set(recipients):
        return None
    return frozenset(recipients) - {"internal"} or None


def _answer(known: dict[str, Agreement | None]) -> Answer:
    found = [agreement for agreement in known.values() if agreement is not None]
    without = tuple(partner for partner, agreement in known.items() if agreement is None)
    named = [institutions for institutions in map(_named, found) if institutions is not None]
    common = frozenset.intersection(*named) if named else frozenset()
    widest = min(
        (_widest(agreement) for agreement in found), key=DIFFUSIONS.index, default="public"
    )
    if without or (named and not common):
        widest = "internal"
    return Answer(
        finest=max(
            (agreement.finest_shown for agreement in found),
            key=PRECISIONS.index,
            default="address",
        ),
        threshold=max((agreement.small_count_threshold or 0 for agreement in found), default=0),
        widest=widest,
        named=tuple(sorted(common)),
        agreements=tuple(agreement.reference for agreement in found),
        without=without,
        ended=tuple(each.reference for each in found if each.state() == "ended"),
    )


def _refuse_disjoint(connection, known: dict[str, Agreement | None], diffusion: str) -> None:
    """Each allows somebody outside the team, but nobody whom all allow."""
    agreement = next(each for each in known.values() if each is not None and _named(each))
    with _naming(connection, agreement):
        raise AgreementError(
            "agreement_recipient",
            **_of(agreement),
            diffusion=diffusion,
            recipients=_recipients(agreement),
        )


def _of(agreement: Agreement) -> dict[str, str]:
    return {"partner": agreement.partner, "reference": agreement.reference}


def _few(words: list[str]) -> str:
    """At most three of them; a sentence is no list."""
    return ", ".join(words[:3]) + ("…" if len(words) > 3 else "")
