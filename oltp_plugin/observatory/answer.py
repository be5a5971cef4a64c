"""What the gate of agreements answers: yes and how, with its sources, or no and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from .agreements import DIFFUSIONS
from .clock import now
from .schema import PRECISIONS


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
class Source:
    """One partner's records in a use, and what its agreement says of showing them.

    ``reference`` None: no agreement. ``recipients``: codes and institutions, as resolved. Small
    enough to travel with a result.
    """

    partner: str
    reference: str | None = None
    fid: int | None = None
    finest: str = "address"
    threshold: int = 0
    recipients: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None

    @property
    def widest(self) -> str:
        """The widest diffusion that is allowed today; any institution is outside the team."""
        if self.reference is None or not self.in_force:
            return "internal"
        if "public" in self.recipients:
            return "public"
        return "restricted" if set(self.recipients) - {"internal"} else "internal"

    @property
    def named(self) -> frozenset[str] | None:
        """The institutions that alone may see it; None: the whole network, or nobody."""
        if {"restricted", "public"} & set(self.recipients):
            return None
        return frozenset(self.recipients) - {"internal"} or None

    @property
    def in_force(self) -> bool:
        return (self.valid_from or "") <= now()[:10] <= (self.valid_to or "9999")

    @property
    def ended(self) -> bool:
        return bool(self.valid_to and self.valid_to < now()[:10])


@dataclass(frozen=True)
class Answer:
    """Yes, and how: the most severe of its ``sources`` decides."""

    sources: tuple[Source, ...] = ()

    @property
    def finest(self) -> str:
        """The finest place that may be shown, one of ``schema.PRECISIONS``."""
        return max((each.finest for each in self.sources), key=PRECISIONS.index, default="address")

    @property
    def threshold(self) -> int:
        """A count below it is not shown outside the team; 0: none."""
        return max((each.threshold for each in self.sources), default=0)

    @property
    def widest(self) -> str:
        """The widest diffusion allowed."""
        if self._disjoint:
            return "internal"
        return min((each.widest for each in self.sources), key=DIFFUSIONS.index, default="public")

    @property
    def named(self) -> tuple[str, ...]:
        """The institutions that alone may see it; empty: the whole restricted network."""
        listed = [each.named for each in self.sources if each.named is not None]
        return tuple(sorted(frozenset.intersection(*listed))) if listed else ()

    @property
    def agreements(self) -> tuple[str, ...]:
        """References."""
        return tuple(each.reference for each in self.sources if each.reference is not None)

    @property
    def without(self) -> tuple[str, ...]:
        """Partners without any agreement."""
        return tuple(each.partner for each in self.sources if each.reference is None)

    @property
    def ended(self) -> tuple[str, ...]:
        """References of the agreements that have ended."""
        return tuple(each.reference or "" for each in self.sources if each.ended)

    def __add__(self, other: Answer) -> Answer:
        """What holds for the two together."""
        return Answer(tuple(dict.fromkeys(self.sources + other.sources)))

    @property
    def _disjoint(self) -> bool:
        """Each allows somebody outside the team, but nobody whom all allow."""
        return any(each.named is not None for each in self.sources) and not self.named

    def check_diffusion(self, diffusion: str) -> None:
        """Refuse one that is wider than the agreements allow; for results, which carry theirs.

        Raises ``AgreementError``.
        """
        for source in self.sources if diffusion != "internal" else ():
            if DIFFUSIONS.index(diffusion) > DIFFUSIONS.index(source.widest):
                raise _to_nobody(source, diffusion)
        if diffusion == "restricted" and self._disjoint:
            raise _to_nobody(next(each for each in self.sources if each.named), diffusion)


def _to_nobody(source: Source, diffusion: str) -> AgreementError:
    """Why ``source`` may not have this diffusion."""
    names = {"partner": source.partner, "reference": source.reference}
    if source.reference is None:
        error = AgreementError("no_agreement", partner=source.partner, diffusion=diffusion)
    elif source.ended:
        error = AgreementError(
            "agreement_ended", **names, until=source.valid_to, diffusion=diffusion
        )
    elif not source.in_force:
        error = AgreementError("agreement_not_begun", **names, start=source.valid_from)
    else:
        error = AgreementError(
            "agreement_recipient", **names, diffusion=diffusion, recipients=source.recipients
        )
    error.agreement = source.fid
    return error
