"""One proposal: which columns of a file an observatory field may be read from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Proposal:
    """A field and its columns; ``geometry`` has none.

    ``confidence`` 0 to 1. ``why``: ``name``, ``contents``, ``name_and_contents``, ``pair`` (day
    and hour columns), ``parts`` (year, month, day columns), ``only_date`` (no other date in the
    file), ``index`` (numbers of état 4001), ``composite`` (the id repeats: with another column it
    does not), ``repeats`` (the id repeats), ``few_repeat`` (it should not, and does in up to one
    row in a hundred), ``geometry``. ``ambiguous``: formats that fit equally
    well; ``format`` is then None and the analyst is asked. ``unique``: whether no id stands
    twice in the file. ``others``: columns that fit nearly as well. The rest is as in a profile.
    """

    field: str
    columns: tuple[str, ...]
    confidence: float
    why: str
    format: str | None = None
    ambiguous: tuple[str, ...] = ()
    scheme: str | None = None
    level: str | None = None
    scale: float = 1.0
    part: str | int | None = None
    unique: bool = False
    others: tuple[str, ...] = ()
