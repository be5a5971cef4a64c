"""What an agreement says, in words for a page; what it does not say, too."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from oltp_plugin.local_format import day
from oltp_plugin.observatory.agreements import Agreement
from oltp_plugin.observatory.answer import AgreementError
from oltp_plugin.observatory.labels import Labels
from oltp_plugin.printing.words import listed
from oltp_plugin.translation import diffusion_label, precision_label, purpose_label, tr


def in_force(agreement: Agreement | None) -> str:
    """Reference and days."""
    if agreement is None:
        return tr("no agreement: internal use only")
    first, last = _day(agreement.valid_from), _day(agreement.valid_to)
    if first and last:
        return tr("{reference}, from {first} to {last}").format(
            reference=agreement.reference, first=first, last=last
        )
    if first:
        return tr("{reference}, since {first}").format(reference=agreement.reference, first=first)
    if last:
        return tr("{reference}, until {last}").format(reference=agreement.reference, last=last)
    return agreement.reference


def purposes(agreement: Agreement | None) -> str:
    if agreement is None or agreement.purposes is None:
        return tr("not limited")
    return ", ".join(map(purpose_label, agreement.purposes)) or tr("nothing")


def agreed_purposes(agreements: Iterable[Agreement | None]) -> str:
    """All purposes that some agreement names."""
    named = {each for agreement in agreements if agreement for each in agreement.purposes or ()}
    return ", ".join(sorted(map(purpose_label, named)))


def places(agreement: Agreement | None) -> str:
    """How finely a place is stored, and shown."""
    if agreement is None:
        return tr("stored: {stored}").format(stored=precision_label("address"))
    return tr("stored: {stored}; shown: {shown}").format(
        stored=precision_label(agreement.finest_stored),
        shown=precision_label(agreement.finest_shown),
    )


def kept(agreement: Agreement | None, labels: Labels) -> str:
    """For how long records are kept; exceptions after it."""
    general = agreement.retention_months if agreement else None
    exceptions = (agreement.retention_by_category if agreement else None) or {}
    said = months(general) if general else tr("not limited")
    if not exceptions:
        return said
    excepted = [
        tr("{category}: {months}").format(category=labels.category(code), months=months(figure))
        for code, figure in exceptions.items()
    ]
    return f"{said} ({listed(excepted)})"


def months(n: int) -> str:
    """A number of months, in years where it is some."""
    if n % 12:
        return tr("{n} months").format(n=n)
    return tr("1 year") if n == 12 else tr("{n} years").format(n=n // 12)


def recipients(agreement: Agreement | None) -> str:
    """Who may see it."""
    if agreement is None:
        return diffusion_label("internal")
    if agreement.recipients is None:
        return diffusion_label("restricted")
    return ", ".join(map(diffusion_label, agreement.recipients)) or tr("nobody")


def combined(agreement: Agreement | None, labels: Labels) -> str:
    """With whose records these may be looked at together."""
    if agreement is None or agreement.combination == "yes":
        return tr("with any source")
    if agreement.combination == "listed" and agreement.combination_with:
        return ", ".join(map(labels.partner, agreement.combination_with))
    return tr("with none")


def left_out(partner: str, error: AgreementError) -> str:
    """Why a partner is not on a page, for the page's own reader."""
    of = error.values
    reasons = {
        "agreement_purpose": tr(
            "its agreement ({reference}) does not name the purpose “{purpose}”"
        ),
        "agreement_recipient": tr(
            "its agreement ({reference}) does not let its figures go to {diffusion}"
        ),
        "agreement_ended": tr("its agreement ({reference}) ended on {day}"),
        "agreement_not_begun": tr("its agreement ({reference}) begins on {day}"),
        "no_agreement": tr("without an agreement its figures are for internal use only"),
    }
    reason = reasons.get(error.code, tr("its agreement ({reference}) does not allow it")).format(
        reference=of.get("reference"),
        purpose=purpose_label(of.get("purpose", "")),
        diffusion=diffusion_label(of.get("diffusion", "")),
        day=_day(of.get("until") or of.get("start")),
    )
    return tr("{partner} is not on this page: {reason}.").format(partner=partner, reason=reason)


def _day(iso: str | None) -> str | None:
    return day(date.fromisoformat(iso)) if iso else None
